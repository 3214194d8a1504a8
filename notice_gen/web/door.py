"""Who may come in: any page that the clerk visits can send requests to 127.0.0.1, and any program of the machine.

A request has to name our own host; a page of another origin is turned away; who was let in by a one-time address has a cookie named by our
port (cookies ignore ports) and a key that the page keeps in its own origin's storage and sends as a header, so that a cookie that another
port of this machine was sent opens nothing.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import Response

from notice_gen.errors import N_, Problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEY, LANGUAGE = "notice-gen-key", "notice-gen-lang"
"""Headers of a request: the page's key; the language of what is answered."""
_FRESH = 600.0  # seconds in which a one-time address opens
_MOST = 16 << 20  # bytes of a body, where a route says nothing else
_PATIENCE = 30.0  # seconds in which a body has to arrive
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data: blob:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "content-security-policy": _POLICY, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
    "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}  # fmt: skip
NOT_OURS = Problem(N_("Yêu cầu này không đến từ màn hình của notice-gen."), N_("Mở lại bằng lệnh notice-gen web."))
_TOO_LONG = Problem(N_("Dữ liệu gửi lên lớn quá {so} MB."), N_("Tách ra gửi từng phần nhỏ hơn."))
_TOO_SLOW = Problem(N_("Dữ liệu gửi lên quá chậm nên đã thôi nhận."), N_("Gửi lại; nếu vẫn vậy thì mở lại bằng lệnh notice-gen web."))


class Door:
    """What opens the server at one port."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookie, self.key = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self._once: dict[str, float] = {}

    @property
    def host(self) -> str:
        """The host that requests have to name."""
        return "127.0.0.1" if self.port == 80 else f"127.0.0.1:{self.port}"

    @property
    def cookie_name(self) -> str:
        """The name of the cookie, which other ports do not use."""
        return f"notice-gen-{self.port}"

    def address(self) -> str:
        """Return an address that opens once."""
        once = secrets.token_urlsafe(24)
        self._once[once] = time.monotonic() + _FRESH
        return f"http://{self.host}/open?t={once}"

    def opens(self, once: str) -> bool:
        """Say whether a one-time address is good; it is used up."""
        return self._once.pop(once, 0.0) > time.monotonic()

    def comes_from_us(self, headers: Mapping[str, str]) -> bool:
        """Say whether no other page sent a request, as far as the browser tells."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        return origin in {None, f"http://{self.host}"} and site in {None, "same-origin", "none"}

    def has_cookie(self, cookies: Mapping[str, str]) -> bool:
        """Say whether a request bears our cookie."""
        return _same(cookies.get(self.cookie_name, ""), self.cookie)

    def has_key(self, headers: Mapping[str, str]) -> bool:
        """Say whether a request bears the page's key."""
        return _same(headers.get(KEY, ""), self.key)


def _same(given: str, secret: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())


class Guard:
    """Stands before the application: turns away what is not ours, and says to the browser how little our pages may do."""

    def __init__(self, app: ASGIApp, door: Door, limits: Mapping[str, int]) -> None:
        self._app, self._door, self._limits = app, door, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            return
        turned_away = self._turned_away(scope)
        if turned_away:
            await turned_away(scope, receive, _with_headers(send))
            return
        await self._app(scope, _Body(receive, self._limits.get(scope["path"], _MOST)), _with_headers(send))

    def _turned_away(self, scope: Scope) -> Response | None:
        from starlette.requests import cookie_parser

        headers, path = Headers(scope=scope), scope["path"]
        hosts = headers.getlist("host")
        if hosts != [self._door.host]:
            return refused(NOT_OURS, 421)
        if not self._door.comes_from_us(headers) or len(headers.getlist("origin")) > 1:
            return refused(NOT_OURS, 403)
        if path in {"/open", "/instance"} or (path.startswith("/static/") and scope["method"] in {"GET", "HEAD"}):
            return None
        if not self._door.has_cookie(cookie_parser(headers.get("cookie", ""))):
            return refused(NOT_OURS, 403)
        is_page = scope["method"] in {"GET", "HEAD"} and not path.startswith("/api/")
        return None if is_page or self._door.has_key(headers) else refused(NOT_OURS, 403)


def refused(problem: Problem, status: int, *, close: bool = False) -> Response:
    """Return the answer to a request that is turned away."""
    from starlette.responses import JSONResponse

    return JSONResponse({"problems": [problem.as_dict("vi")]}, status, {"connection": "close"} if close else None)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {name for name, _ in message["headers"]}
            more = [(name.encode(), value.encode()) for name, value in _ALWAYS.items() if name.encode() not in own]
            cache = [] if b"cache-control" in own else [(b"cache-control", b"no-store")]
            message = {**message, "headers": [*message["headers"], *more, *cache]}
        await send(message)

    return sent


class RefusedError(Exception):
    """A body that is too long, or too slow: the application answers with its status."""

    def __init__(self, problem: Problem, status: int) -> None:
        super().__init__(status)
        self.problem, self.status = problem, status


class _Body:
    """Receives a body, counted and timed while it is read."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._most, self._read, self._is_whole = receive, most, 0, False
        self._end = time.monotonic() + _PATIENCE

    async def __call__(self) -> Message:
        import asyncio

        if self._is_whole:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), max(self._end - time.monotonic(), 0.001))
        except TimeoutError:
            raise RefusedError(_TOO_SLOW, 408) from None
        if message["type"] == "http.request":
            self._read += len(message.get("body", b""))
            self._is_whole = not message.get("more_body", False)
            if self._read > self._most:
                raise RefusedError(Problem(_TOO_LONG.message, _TOO_LONG.hint, {"so": self._most >> 20}), 413)
        return message
