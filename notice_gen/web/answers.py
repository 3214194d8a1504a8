"""Requests and answers: JSON in, JSON out, problems as the library gives them, in the language that the page speaks."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, InputError, NoticeGenError, Problem
from notice_gen.web.desk import Desk
from notice_gen.web.door import LANGUAGE
from notice_gen.web.wording import saying

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

Asked = dict[str, Any]
"""What a request asks: the JSON object of its body."""

Handler = Callable[[Desk, Asked, str], Any]
"""Answers a request: the desk, what is asked, the language → plain JSON values, or a response.  It runs in a thread of its own."""


def api(path: str, handler: Handler, desk: Desk) -> Route:
    """Return the route ``POST /api/…`` that *handler* answers."""
    from starlette.concurrency import run_in_threadpool
    from starlette.routing import Route

    async def endpoint(request: Request) -> Response:
        language = language_of(request)
        try:
            asked = await _json(request)
            answer = await run_in_threadpool(handler, desk, asked, language)
        except NoticeGenError as error:
            return problems(error.problems, language, status=422)
        return answer if _is_response(answer) else _response(answer)

    return Route(f"/api/{path}", endpoint, methods=["POST"])


def language_of(request: Request) -> str:
    """Return the language that a request is to be answered in."""
    return "en" if request.headers.get(LANGUAGE, "").lower().startswith("en") else "vi"


def problems(several: Iterable[Problem], language: str, *, status: int, **more: Any) -> Response:
    """Return an answer that says what is wrong."""
    return _response({"problems": said(several, language), **more}, status)


def said(several: Iterable[Problem], language: str) -> list[dict[str, Any]]:
    """Return problems as plain JSON values, in the words of the screen."""
    return [problem.as_dict(saying(language)) for problem in several]


def text(asked: Asked, name: str) -> str:
    """Return a text that is asked with.  Raises InputError: it is none, or no Unicode."""
    value = asked.get(name)
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            pass
        else:
            return value
    raise InputError(Problem(N_("Yêu cầu thiếu “{ten}”, hoặc không phải chữ."), N_("Tải lại trang."), {"ten": name}))


def data(asked: Asked, most: int) -> bytes:
    """Return the file that is asked with, ``data``, base64.  Raises InputError: it is none, or has more than *most* bytes."""
    try:
        found = base64.b64decode(text(asked, "data"), validate=True)
    except ValueError:
        raise InputError(Problem(N_("Tệp gửi lên không nguyên vẹn."), N_("Chọn lại tệp đó."))) from None
    if len(found) > most:
        raise InputError(Problem(N_("Tệp lớn quá {so} MB."), N_("Mở tệp khác, hoặc dùng lệnh của notice-gen."), {"so": most >> 20}))
    return found


def base64_of(content: bytes) -> str:
    """Return bytes as they travel in JSON."""
    return base64.b64encode(content).decode()


def _response(value: Any, status: int = 200) -> Response:
    from starlette.responses import Response

    content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Response(content, status, media_type="application/json")


def _is_response(answer: Any) -> bool:
    from starlette.responses import Response

    return isinstance(answer, Response)


async def _json(request: Request) -> Asked:
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise InputError(Problem(N_("Yêu cầu không phải JSON."), N_("Tải lại trang.")))
    try:
        value = json.loads(await request.body())
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise InputError(Problem(N_("Yêu cầu không phải JSON."), N_("Tải lại trang.")))
    return value
