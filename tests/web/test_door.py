"""What a page of another origin, another program of the machine, or a name made with intent can do to the screen: nothing."""

from __future__ import annotations

import contextlib
import hashlib
import json
import socket
import time

import pytest

from tests.web.started import screen

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")

from notice_gen.web import desk
from notice_gen.web.door import Door

NOTICE = 'phien_ban = 1\nmau = "thong-bao"\n'
WORDS = "mật khẩu của người khác"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    outside = tmp_path_factory.mktemp("ngoai")
    (outside / "bi-mat.toml").write_text(NOTICE + f"# {WORDS}\n", "utf-8")
    here = tmp_path_factory.mktemp("thu muc")
    (here / "tb.toml").write_text(NOTICE, "utf-8")
    (here / "lien-ket.toml").symlink_to(outside / "bi-mat.toml")
    (here / "ra-ngoai").symlink_to(outside)
    (here / ".an.toml").write_text(NOTICE, "utf-8")
    return here


@pytest.fixture(scope="module")
def running(folder, tmp_path_factory):
    with screen(folder, tmp_path_factory.mktemp("state")) as one:
        yield one.enter()


def post(running, **headers):
    return running.request("POST", "/api/open", json.dumps({"name": "tb.toml"}).encode(), **running.own(**headers))


def test_the_page_itself_is_answered(running):
    status, headers, body = post(running)
    assert status == 200
    assert json.loads(body)["text"] == NOTICE
    assert "access-control-allow-origin" not in headers


FOREIGN = {
    "another host (DNS rebinding)": (421, {"host": "evil.example"}),
    "a host that begins as ours": (421, {"host": "127.0.0.1.evil.example"}),
    "no host": (400, {"host": None}),
    "localhost, whose cookies are others'": (421, {"host": "localhost:{port}"}),
    "another port": (421, {"host": "127.0.0.1:1"}),
    "a foreign page": (403, {"origin": "http://evil.example"}),
    "a file opened in the browser": (403, {"origin": "null"}),
    "another port's page": (403, {"origin": "http://127.0.0.1:1"}),
    "https of our name": (403, {"origin": "https://127.0.0.1:{port}"}),
    "a foreign page beside ours": (403, {"Origin": "http://evil.example"}),
    "another host beside ours": (400, {"Host": "evil.example"}),
    "another site, says the browser": (403, {"sec_fetch_site": "cross-site"}),
    "another port of this site, says the browser": (403, {"sec_fetch_site": "same-site"}),
    "no key": (403, {"notice_gen_key": None}),
    "a wrong key": (403, {"notice_gen_key": "0" * 43}),
    "a key that is no ASCII": (403, {"notice_gen_key": "kh\xf3a"}),
    "no cookie": (403, {"cookie": None}),
    "a made-up cookie": (403, {"cookie": "notice-gen-{port}=abc"}),
    "the cookie under another port's name": (403, {"cookie": "notice-gen-1={value}"}),
    "a form's content type": (422, {"content_type": "text/plain"}),
}


@pytest.mark.parametrize("how", FOREIGN)
def test_who_is_not_ours_is_turned_away(how, running):
    expected, headers = FOREIGN[how]
    fields = {"port": running.port, "value": running.cookie.partition("=")[2]}
    filled = {name: value.format(**fields) if value else value for name, value in headers.items()}
    status, answered, body = post(running, **filled)
    assert status == expected
    assert NOTICE.encode() not in body
    assert "access-control-allow-origin" not in answered


def test_a_cookie_that_another_port_was_sent_opens_nothing(running, folder, tmp_path):
    with screen(folder, tmp_path) as other:
        other.enter()
        assert other.port != running.port
        assert post(running, cookie=other.cookie, notice_gen_key=other.key)[0] == 403
        assert post(other, cookie=f"{other.cookie}; {running.cookie}")[0] == 200  # a browser sends both


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_only_what_a_page_asks_is_answered(method, running):
    status, headers, body = running.request(method, "/api/open", **running.own())
    assert status == 405
    assert NOTICE.encode() not in body
    assert "access-control-allow-methods" not in headers


def test_an_address_opens_once(running):
    status, _, _ = running.request("GET", running.address.partition(str(running.port))[2])
    assert status == 403
    assert running.request("GET", "/open?t=")[0] == 403
    assert running.request("GET", "/open")[0] == 403


def test_the_page_wants_the_cookie_and_says_how_little_it_may_do(running):
    assert running.request("GET", "/")[0] == 403
    status, headers, body = running.request("GET", "/", cookie=running.cookie, sec_fetch_site="none")
    assert status == 200
    assert b"<script type=\"module\" src=\"/static/main.js\">" in body
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src 'self';" in policy
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")
    assert running.request("GET", "/", cookie=running.cookie, sec_fetch_site="cross-site")[0] == 403


def test_the_cookie_is_for_this_page_alone(folder, tmp_path):
    with screen(folder, tmp_path) as one:
        _, headers, _ = one.request("GET", one.address.partition(str(one.port))[2])
    assert {part.strip().lower() for part in headers["set-cookie"].split(";")[1:]} >= {"httponly", "samesite=strict", "path=/"}
    assert headers["set-cookie"].startswith(f"notice-gen-{one.port}=")


def test_no_more_files_are_listed_than_a_screen_can_hold(tmp_path, monkeypatch):
    monkeypatch.setattr(desk, "_MOST", 3)
    for n in range(5):
        (tmp_path / f"{n}.toml").touch()
    names = desk.Desk(tmp_path, tmp_path, Door(1)).names(frozenset({".toml"}))
    assert [name for name, _ in names] == ["0.toml", "1.toml", "2.toml"]


NAMES = [
    "../bi-mat.toml", "..", "nam/../../x.toml", "/etc/passwd", "\\\\may\\c$\\x.toml", "C:\\x.toml", "c:x.toml", "tb.toml\0.docx", "lien-ket.toml",
    "ra-ngoai/bi-mat.toml", ".an.toml", "con.toml", "nul", "com¹.toml", "conin$", "tb.toml:luong", "tb.toml.", "tb.toml ", "", "a/b/c/d/e/f/g.toml", "x" * 300, "a\nb.toml",
    "//may/x.toml", "tb.toml/..", "ra-ngoai",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", ["open", "save", "draft", "preview", "print", "pdf", "file"])
def test_a_name_leads_nowhere_else(path, name, running, folder):
    before = sorted(path.name for path in folder.parent.rglob("*"))
    status, answer = running.ask(path, name=name, text=NOTICE, sha256=None, mau="thong-bao")
    assert status == 422
    assert answer["problems"]
    assert WORDS not in json.dumps(answer, ensure_ascii=False)
    assert sorted(path.name for path in folder.parent.rglob("*")) == before


@pytest.mark.parametrize("name", ["../x", "/etc/x", "C:\\x", "a/../../x", "ra-ngoai/x", "con", ".x", "x\0", "lien-ket", "x/y/z/u/v/w/x"])
@pytest.mark.parametrize("mau", ["thong-bao", "../../thong-bao"])
def test_a_new_file_begins_in_the_folder_alone(name, mau, running, folder):
    before = sorted(path.name for path in folder.parent.rglob("*"))
    status, answer = running.ask("new", name=name, mau=mau)
    assert status == 422
    assert WORDS not in json.dumps(answer, ensure_ascii=False)
    assert sorted(path.name for path in folder.parent.rglob("*")) == before


def test_links_and_hidden_files_are_not_listed(running):
    _, answer = running.ask("folder")
    assert [entry["name"] for entry in answer["files"]] == ["tb.toml"]


@pytest.mark.parametrize(
    ("name", "said"), [("Đôn đốc: kế hoạch", "Tên tệp “Đôn đốc: kế hoạch.toml” không dùng được."), ("con", "Tên tệp"), ("../x", "Không mở được"), ("/x", "Không mở được")]
)
def test_a_name_that_no_file_can_have_is_told_as_one(tmp_path, name, said):
    from notice_gen.errors import InputError
    from notice_gen.web.desk import Desk

    with pytest.raises(InputError) as refused:
        Desk(tmp_path, tmp_path, None).path(f"{name}.toml")
    assert refused.value.problems[0].text().startswith(said)


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/types/../../app.py", "/static/"])
def test_only_what_was_built_is_served(path, running):
    status, _, body = running.request("GET", path, cookie=running.cookie)
    assert status in {403, 404}
    assert b"import" not in body


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b'{"name": 1}', b'{"name": "\\ud800.toml"}', b"[" * 100_000, b"\xff\xfe"])
def test_a_body_that_is_no_request_is_refused_in_words(body, running):
    status, _, answer = running.request("POST", "/api/open", body, **running.own())
    assert status == 422
    assert json.loads(answer)["problems"][0]["message"]


def _trickle(running, head: str, chunks):
    """Send a request piece by piece; return what is answered, and after how many bytes."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=60) as connection:
        own = {name.replace("_", "-"): value for name, value in running.own(host=f"127.0.0.1:{running.port}").items()}
        connection.sendall((head + "".join(f"{name}: {value}\r\n" for name, value in own.items()) + "\r\n").encode())
        sent = 0
        connection.setblocking(True)
        for chunk in chunks:
            try:
                connection.sendall(chunk)
            except OSError:
                break
            sent += len(chunk)
        with contextlib.suppress(OSError):
            return connection.recv(65536), sent
    return b"", sent


def test_an_upload_without_end_is_counted_while_it_is_read(running):
    piece = b"x" * (1 << 20)
    answer, sent = _trickle(running, "POST /api/save HTTP/1.1\r\ncontent-length: 1073741824\r\n", (piece for _ in range(1024)))
    assert sent < 64 << 20
    assert not answer or b" 413 " in answer.split(b"\r\n")[0]
    chunked = (b"100000\r\n" + piece + b"\r\n" for _ in range(1024))
    answer, sent = _trickle(running, "POST /api/save HTTP/1.1\r\ntransfer-encoding: chunked\r\n", chunked)
    assert sent < 64 << 20
    assert running.ask("folder")[0] == 200


@pytest.mark.slow
def test_a_body_that_never_ends_is_given_up(running):
    start = time.monotonic()
    answer, _ = _trickle(running, "POST /api/save HTTP/1.1\r\ncontent-length: 1000\r\n", [b"{"])
    assert b" 408 " in answer.split(b"\r\n")[0]
    assert time.monotonic() - start < 55
    assert running.ask("folder")[0] == 200


@pytest.mark.parametrize("upgrade", ["websocket", "h2c"])
def test_there_is_no_other_way_in(upgrade, running):
    headers = {"upgrade": upgrade, "connection": "upgrade", "sec_websocket_key": "AAAAAAAAAAAAAAAAAAAAAA==", "sec_websocket_version": "13"}
    status, _, _ = running.request("GET", "/", **headers, origin="http://evil.example")
    assert status == 403
    assert running.request("GET", "/", **running.own(**headers))[0] == 200  # an upgrade that is not taken
    assert running.request("GET", "/api/folder", accept="text/event-stream", origin="http://evil.example")[0] == 403


def test_headers_without_end_are_refused(running):
    with contextlib.suppress(OSError):
        status, _, _ = running.request("GET", "/", x="y" * 200_000)
        assert status in {400, 431}
    assert running.ask("folder")[0] == 200


def test_two_who_save_at_once_do_not_lose_each_others_text(running, folder):
    path = folder / "hai-tab.toml"
    path.write_text(NOTICE, "utf-8")
    read = hashlib.sha256(path.read_bytes()).hexdigest()
    assert running.ask("save", name="hai-tab.toml", text=NOTICE + "# tab 1\n", sha256=read)[0] == 200
    status, answer = running.ask("save", name="hai-tab.toml", text=NOTICE + "# tab 2\n", sha256=read)
    assert status == 409
    assert answer["text"] == NOTICE + "# tab 1\n" == path.read_text("utf-8")
    assert running.ask("save", name="hai-tab.toml", text=NOTICE + "# tab 2\n", sha256=answer["sha256"])[0] == 200
    assert running.ask("save", name="hai-tab.toml", text="", sha256=None)[0] == 409  # a new file is not one that is there
    path.unlink()
