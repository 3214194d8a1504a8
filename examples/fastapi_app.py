"""A web service: findings as JSON in, a Word file out; a Word file in, its faults out.

Run: ``pip install notice-gen "fastapi[standard]"``, then ``fastapi run examples/fastapi_app.py``.
"""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response, UploadFile
from fastapi.responses import JSONResponse

import notice_gen

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@asynccontextmanager
async def workers(app: FastAPI) -> AsyncIterator[None]:
    """Keep two processes for checking: what an upload costs is limited there, and others are served meanwhile."""
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as app.state.pool:
        yield


app = FastAPI(lifespan=workers)


@app.exception_handler(notice_gen.NoticeGenError)
def refuse(request: Request, error: notice_gen.NoticeGenError) -> JSONResponse:
    """Say every problem, in the language that ``?lang=en`` asks for."""
    return JSONResponse({"problems": [problem.as_dict(request.query_params.get("lang", "vi")) for problem in error.problems]}, 422)


@app.post("/van-ban")
def print_notice(findings: dict[str, Any]) -> Response:
    """Print a notice from the tree of its findings file."""
    document = notice_gen.make(findings)
    return Response(document.docx, media_type=WORD, headers={"Content-Disposition": f'attachment; filename="{document.name}"'})


@app.post("/kiem-tra")
async def check(file: UploadFile, lang: str = "vi") -> dict[str, Any]:
    """Check a Word file that anybody has made."""
    report = await asyncio.get_running_loop().run_in_executor(app.state.pool, notice_gen.check_docx, await file.read())
    return report.as_dict(lang)
