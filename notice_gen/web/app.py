"""The application: the built page, and the routes of each page's file."""

from __future__ import annotations

from importlib.resources import files as resources
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, Problem, in_one_line
from notice_gen.web import assistant, checking, editor, folder, form, mailing, office, register
from notice_gen.web.desk import Desk
from notice_gen.web.door import NOT_OURS, Guard, RefusedError, refused

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

PAGES = (folder, editor, assistant, form, office, checking, register, mailing)
"""The modules of the pages; each has ``routes(desk)``, and may have ``LIMITS``, how many bytes a route's body may have."""
_VIEWS = ("/", "/soan", "/moi", "/thiet-lap", "/kiem-tra", "/so-van-ban", "/hang-loat")
_KINDS = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8",
}  # fmt: skip


def application(desk: Desk) -> ASGIApp:
    """Return the whole server of a desk, behind its door."""
    from starlette.applications import Starlette
    from starlette.routing import Route

    shipped = _shipped()
    limits = {path: most for page in PAGES for path, most in getattr(page, "LIMITS", {}).items()}

    async def view(_: Request) -> Response:
        return _static(shipped, "index.html")

    async def static(request: Request) -> Response:
        return _static(shipped, request.path_params["name"])

    async def enter(request: Request) -> Response:
        return _enter(desk, request)

    async def instance(request: Request) -> Response:
        return _instance(desk, request)

    routes = [
        *(Route(path, view, methods=["GET"]) for path in _VIEWS), Route("/static/{name:path}", static, methods=["GET"]),
        Route("/open", enter, methods=["GET"]), Route("/instance", instance, methods=["POST"]),
        *(route for page in PAGES for route in page.routes(desk)),
    ]  # fmt: skip
    handlers: dict[Any, Any] = {RefusedError: _give_up, Exception: _broken}
    return Guard(Starlette(routes=routes, exception_handlers=handlers), desk.door, limits)


def _give_up(_: Request, error: RefusedError) -> Response:
    return refused(error.problem, error.status, close=True)


def _broken(_: Request, error: Exception) -> Response:
    message = N_("Chương trình gặp lỗi ngoài dự kiến ({loi}).")
    hint = N_("Những gì đang soạn vẫn còn; gửi câu này cho người phụ trách phần mềm.")
    return refused(Problem(message, hint, {"loi": in_one_line(error)}), 500)


def _shipped() -> dict[str, bytes]:
    """Return the built files by name, read once: what is asked for is a name among them, never a path."""
    home = resources("notice_gen.web") / "static"
    found = {}
    for entry in home.iterdir():
        if entry.is_dir():
            found.update({f"{entry.name}/{inner.name}": inner.read_bytes() for inner in entry.iterdir() if inner.is_file()})
        else:
            found[entry.name] = entry.read_bytes()
    return found


def _static(shipped: dict[str, bytes], name: str) -> Response:
    from starlette.responses import Response

    data, kind = shipped.get(name), _KINDS.get("." + name.rpartition(".")[2])
    if data is None or kind is None:
        return Response("404", 404, media_type="text/plain")
    return Response(data, media_type=kind, headers={"cache-control": "no-cache" if name == "index.html" else "private, max-age=3600"})


def _enter(desk: Desk, request: Request) -> Response:
    """Let in whoever has a one-time address: a cookie for the browser, a key for the page, in the part of the address no server is sent."""
    from starlette.responses import RedirectResponse

    door = desk.door
    if not door.opens(request.query_params.get("t", "")):
        return refused(NOT_OURS, 403)
    answer = RedirectResponse(f"/#k={door.key}", 303)
    answer.set_cookie(door.cookie_name, door.cookie, httponly=True, samesite="strict", path="/")
    return answer


def _instance(desk: Desk, request: Request) -> Response:
    """Give a program of the same user, which could read the note of this server, an address that opens once."""
    from starlette.responses import JSONResponse

    return JSONResponse({"address": desk.door.address()}) if desk.door.has_key(request.headers) else refused(NOT_OURS, 403)
