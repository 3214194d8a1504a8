"""The assistant in an editor: a real `notice-gen lsp` asked over its pipes, in the units that editors count in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from notice_gen import assist
from notice_gen.assist import Desk
from notice_gen.assist.desk import shown
from notice_gen.cli.main import run
from notice_gen.library.documents import this_day
from tests.helpers.findings import GOOD, changed, spoilt
from tests.helpers.wrong import corpus

pytest.importorskip("pygls")


class Editor:
    """As much of an editor as is needed to talk."""

    def __init__(self, folder: Path, language: str = "vi", encoding: str = "utf-16") -> None:
        command = [sys.executable, "-m", "notice_gen", "lsp", "--lang", language]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ, cwd=folder)
        self.folder, self.waiting, self.last = folder, list[dict[str, Any]](), 0
        capabilities = {"general": {"positionEncodings": [encoding]}}
        self.capabilities = self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities})["capabilities"]
        self.tell("initialized", {})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has gone"
        return json.loads(self.process.stdout.read(length))

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self.last += 1
        self._send({"id": self.last, "method": method, "params": params})
        while (message := self._read()).get("id") != self.last or "method" in message:
            self.waiting.append(message)
        assert "error" not in message, message
        return message["result"]

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        uri = (self.folder / name).as_uri()
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "toml", "version": 1, "text": text}})
        return self.told(uri)

    def told(self, uri: str) -> list[dict[str, Any]]:
        """The next diagnostics of a text."""
        while True:
            message = self.waiting.pop(0) if self.waiting else self._read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return message["params"]["diagnostics"]

    def at(self, name: str, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": (self.folder / name).as_uri()}, "position": {"line": line, "character": column}}

    def close(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        assert self.process.wait(30) == 0


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    made = Editor(tmp_path)
    try:
        yield made
        made.close()
    finally:
        made.process.kill()
        made.process.stdin.close()
        made.process.stdout.close()


def units(line: str, column: int) -> int:
    """The UTF-16 units before a column counted from 1, as an editor counts them."""
    return len(line[: column - 1].encode("utf-16-le", "surrogatepass")) // 2


def expected(text: str, desk: Desk) -> list[tuple[Any, ...]]:
    lines = shown(text).split("\n")
    found = []
    for one in assist.diagnose(text, desk):
        line = lines[one.span.line - 1] if 0 < one.span.line <= len(lines) and one.file == desk.file else ""
        mark = 1 if one.span.line == 1 and text.startswith("\ufeff") else 0
        where = (one.span.line - 1, units(line, one.span.column) + mark, units(line, one.span.end_column) + mark) if line or one.span.line else (0, 0, 0)
        found.append(((0, 0, 0) if one.file != desk.file else where, 1 if one.severity == "error" else 2, one.code or None, f"{one.message} {one.hint}".strip()))
    return found


def test_both_adapters_say_the_same_over_every_wrong_input(editor, tmp_path):
    """As the page asks the functions, so the editor asks the server: the same problems at the same places."""
    desk = Desk(this_day())
    for n, case in enumerate(corpus()):
        if "\0" in case.text or case.office:
            continue
        name = f"van-ban-{n}.toml"
        told = [
            (
                (one["range"]["start"]["line"], one["range"]["start"]["character"], one["range"]["end"]["character"]), one["severity"],
                one.get("code"), one["message"],
            )
            for one in editor.open(name, case.text)
        ]  # fmt: skip
        assert told == expected(case.text, replace(desk, file=str(tmp_path / name))), case.name


def test_letters_in_pieces_and_letters_beyond_are_counted_as_the_editor_counts(editor):
    text = changed(GOOD, ('{ ma = "A-01", noi_dung = "Đã công khai." }', '{ ma = "\U0001f4c4Đe\u0302\u0301", noi_dugn = "x" }'))
    one = next(each for each in editor.open("a.toml", text) if "noi_dugn" in each["message"])
    line = text.split("\n")[one["range"]["start"]["line"]]
    units_of_line = line.encode("utf-16-le")
    start, end = one["range"]["start"]["character"] * 2, one["range"]["end"]["character"] * 2
    assert units_of_line[start:end].decode("utf-16-le") == "noi_dugn"


def test_a_mark_before_the_first_line_is_counted_as_the_editor_counts(editor):
    text = "\ufeff" + GOOD.replace("phien_ban", "phien_bna", 1)
    one = next(each for each in editor.open("a.toml", text) if "phien_bna" in each["message"])
    start, end = one["range"]["start"], one["range"]["end"]
    assert start["line"] == 0
    assert text.split("\n")[0][start["character"] : end["character"]] == "phien_bna"
    assert "phien_ban" in [each["title"].removeprefix("Gõ: ") for each in editor.ask(
        "textDocument/codeAction",
        {"textDocument": editor.at("a.toml", 0, 0)["textDocument"], "range": one["range"], "context": {"diagnostics": [one]}},
    )]  # fmt: skip


def test_a_text_that_is_closed_has_no_problems_left(editor):
    editor.open("b.toml", GOOD)
    assert editor.open("a.toml", spoilt("trich_yeu", "trich_yue"))
    editor.tell("textDocument/didClose", {"textDocument": editor.at("a.toml", 0, 0)["textDocument"]})
    editor.ask("textDocument/documentSymbol", {"textDocument": editor.at("b.toml", 0, 0)["textDocument"]})
    (last,) = [each["params"] for each in editor.waiting if each.get("method") == "textDocument/publishDiagnostics"]
    assert (last["uri"], last["diagnostics"]) == (editor.at("a.toml", 0, 0)["textDocument"]["uri"], [])


def test_a_fault_mended_and_a_warning_passed_over(editor):
    text = spoilt("trich_yeu", "trich_yue")
    (one,) = editor.open("a.toml", text)
    where = {"textDocument": editor.at("a.toml", 0, 0)["textDocument"], "range": one["range"], "context": {"diagnostics": [one]}}
    actions = editor.ask("textDocument/codeAction", where)
    assert [each["title"] for each in actions] == ["Gõ: trich_yeu"]
    ((edit,),) = actions[0]["edit"]["changes"].values()
    assert edit["newText"] == "trich_yeu"
    version = {"uri": where["textDocument"]["uri"], "version": 2}
    editor.tell("textDocument/didChange", {"textDocument": version, "contentChanges": [{"range": edit["range"], "text": edit["newText"]}]})
    assert editor.told(version["uri"]) == []


def test_completion_puts_the_caret_where_the_value_goes(editor):
    text = changed(GOOD, ('trich_yeu = "Kết luận kiểm tra tại {{ don_vi.ten }}"', "tr"))
    editor.open("a.toml", text)
    found = editor.ask("textDocument/completion", editor.at("a.toml", 14, 2))
    (one,) = [each for each in found if each["label"] == "trich_yeu"]
    assert one["textEdit"] == {"range": {"start": {"line": 14, "character": 0}, "end": {"line": 14, "character": 2}}, "newText": 'trich_yeu = "$0"'}
    assert one["filterText"] == "trtrich_yeu"  # what stands there already before it: an editor shows what begins so
    assert one["documentation"].startswith("Trích yếu nội dung")


def test_hover_and_outline(editor):
    editor.open("a.toml", GOOD)
    assert editor.ask("textDocument/hover", editor.at("a.toml", 33, 18))["contents"]["value"] == "tiep_nhan → 322"
    assert editor.ask("textDocument/hover", editor.at("a.toml", 2, 0)) is None
    names = [each["name"] for each in editor.ask("textDocument/documentSymbol", {"textDocument": editor.at("a.toml", 0, 0)["textDocument"]})]
    assert names[-1] == "[ky]"


def test_the_settings_of_the_office_hold_as_they_stand_in_the_editor(editor, tmp_path):
    text = changed(GOOD, ('[co_quan]\nten = ["Ủy ban nhân dân", "xã Bình Điền"]\nviet_tat = "UBND"\n\n', ""))
    (tmp_path / "notice-gen.toml").write_text("# chưa ghi\n", "utf-8")
    assert editor.open("a.toml", text)
    assert editor.open("notice-gen.toml", '[co_quan]\nten = ["Ủy ban nhân dân", "xã Bình Điền"]\nviet_tat = "UBND"\n') == []
    assert editor.told((tmp_path / "a.toml").as_uri()) == []


def test_in_english(tmp_path):
    made = Editor(tmp_path, "en")
    try:
        (one,) = made.open("a.toml", spoilt("trich_yeu", "trich_yue"))
        assert one["message"].startswith("There is no key")
        made.close()
    finally:
        made.process.kill()
        made.process.stdin.close()
        made.process.stdout.close()


def test_without_pygls_it_is_told_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr("notice_gen.cli.cmd_lsp.find_spec", lambda _: None)
    assert run(["lsp"]) == 4
    assert 'pip install "notice-gen[lsp]"' in capsys.readouterr().err
