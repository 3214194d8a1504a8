"""One server a folder: started, found again, ended."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from notice_gen.web import server
from tests.web.started import Screen, screen

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
    return tmp_path / "state"


def test_a_second_start_of_a_folder_opens_the_first(tmp_path, state, capsys):
    with screen(tmp_path, state) as one:
        assert run(["web", str(tmp_path), "--no-open"]) == 0
        address = capsys.readouterr().out.splitlines()[0]
        again = Screen(address).enter()
        assert again.port == one.port
        assert again.ask("folder")[0] == 200
        with screen(tmp_path.parent, state) as other:
            assert other.port != one.port


def test_ctrl_c_ends_it_and_nothing_is_left_running(tmp_path, state):
    with screen(tmp_path, state) as one:
        one.enter()
        one.process.send_signal(signal.SIGINT)
        assert one.process.wait(20) == 0
    assert server.running(tmp_path) is None
    with screen(tmp_path, state) as again:
        assert again.port == one.port  # what the browser keeps is kept by the port


def test_the_button_ends_it(tmp_path, state):
    with screen(tmp_path, state) as one:
        assert one.enter().ask("stop") == (200, {})
        assert one.process.wait(20) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")
def test_the_key_of_a_server_is_for_its_user_alone(tmp_path, state):
    with screen(tmp_path, state):
        (note,) = state.rglob("*.json")
        assert note.stat().st_mode & 0o777 == 0o600
        assert note.parent.stat().st_mode & 0o777 == 0o700


def test_a_server_that_died_is_no_hindrance(tmp_path, state):
    with screen(tmp_path, state) as one:
        one.process.kill()
        one.process.wait(20)
        with screen(tmp_path, state) as again:
            assert again.enter().ask("folder")[0] == 200


def test_a_port_that_is_named_is_taken_or_refused(tmp_path, state, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run(["web", str(tmp_path), "--no-open", "--port", str(port)]) == 4
        assert f"Cổng {port}" in capsys.readouterr().err
    with screen(tmp_path, state, "--port", str(port)) as one:
        assert one.port == port


def test_without_a_folder_the_last_one_is_opened(tmp_path, state, monkeypatch):
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: documents)
    assert server.folder_to_open(None) == documents
    here = tmp_path / "nam 2026"
    here.mkdir()
    with screen(here, state):
        assert server.folder_to_open(None) == here
    here.rmdir()
    assert server.folder_to_open(None) == documents


def test_a_folder_that_is_not_there_is_refused(tmp_path, state, capsys):  # noqa: ARG001 - where it would be noted
    assert run(["web", str(tmp_path / "khong-co"), "--no-open"]) == 3
    assert "Không có thư mục" in capsys.readouterr().err


def test_the_address_stands_alone_on_the_first_line(tmp_path, state):
    with screen(tmp_path, state) as one:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/open\?t=[\w-]+", one.address)
        one.enter().ask("stop")
        assert one.process.stdout.read() == ""


def test_what_it_needs_is_named_where_it_is_missing(tmp_path):
    code = "import sys; sys.modules['uvicorn'] = None\nfrom notice_gen.cli.main import run\nsys.exit(run(['web', '.', '--no-open']))"
    ran = subprocess.run([sys.executable, "-c", code], check=False, cwd=tmp_path, capture_output=True, text=True, env={"XDG_STATE_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])})
    assert ran.returncode == 4
    assert 'pip install "notice-gen[web]"' in ran.stderr
