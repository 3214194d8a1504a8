"""A screen started as a user starts it, in a process of its own, and a hand that speaks HTTP to it."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

START = 60  # seconds that a busy machine may take


class Screen:
    """A running server: its port, and what a browser that was let in has."""

    def __init__(self, address: str, process: subprocess.Popen[str] | None = None, folder: Path | None = None) -> None:
        self.address, self.process, self.folder = address, process, folder
        self.port = int(re.fullmatch(r"http://127\.0\.0\.1:(\d+)/open\?t=[\w-]{32}", address)[1])
        self.cookie = self.key = ""

    def request(self, method: str, path: str, body: bytes | None = None, **headers: str | None) -> tuple[int, dict[str, str], bytes]:
        """Send a request with just these headers (``_`` stands for ``-``) and the host; return status, headers, body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=START)
        with contextlib.closing(connection):
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            given = {"host": f"127.0.0.1:{self.port}"} | {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in given.items():
                if value is not None:
                    connection.putheader(name, value)
            if body is not None and "transfer-encoding" not in given:
                connection.putheader("content-length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    def enter(self) -> Screen:
        """Use the one-time address, as the browser does."""
        status, headers, _ = self.request("GET", self.address.partition(str(self.port))[2])
        assert status == 303
        self.cookie = headers["set-cookie"].partition(";")[0]
        self.key = headers["location"].removeprefix("/#k=")
        return self

    def own(self, **more: str | None) -> dict[str, str | None]:
        """Return what the page of the screen itself sends."""
        return {
            "cookie": self.cookie, "notice_gen_key": self.key, "content_type": "application/json", "origin": f"http://127.0.0.1:{self.port}",
            "sec_fetch_site": "same-origin", **more,
        }  # fmt: skip

    def ask(self, path: str, **asked: Any) -> tuple[int, Any]:
        """Ask the server as the page does; return status and JSON."""
        status, _, body = self.request("POST", f"/api/{path}", json.dumps(asked).encode(), **self.own())
        return status, json.loads(body) if body[:1] in {b"{", b"["} else body


@contextlib.contextmanager
def screen(folder: Path, state: Path, *options: str) -> Iterator[Screen]:
    """Start the screen of a folder; *state* is where it keeps what is not saved."""
    environment = {**os.environ, "XDG_STATE_HOME": str(state), "LOCALAPPDATA": str(state), "PYTHONUNBUFFERED": ""}
    command = [sys.executable, "-m", "notice_gen", "web", str(folder), "--no-open", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield Screen(process.stdout.readline().strip(), process, folder)
        finally:
            process.kill()
            process.communicate()
