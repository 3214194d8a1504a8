"""What is done to a paper in Word and is no word of it: told by take-edits and verify, never lost in silence."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from notice_gen.back import unsaid
from notice_gen.cli.main import run
from tests.helpers import docx as word
from tests.helpers.edits import W, text_of
from tests.helpers.findings import GOOD

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINE = "Thông báo như sau:"
Parts = dict[str, bytes]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tb.toml").write_text(GOOD, "utf-8")
    assert run(["render", "tb.toml", "-o", "tb.docx"]) == 0


def _edit(change: Callable[[Any, Parts], None]) -> None:
    parts = word.unpacked(Path("tb.docx").read_bytes())
    root = etree.fromstring(parts["word/document.xml"])
    change(next(p for p in root.iter(W + "p") if text_of(p) == _LINE), parts)
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    Path("sua.docx").write_bytes(word.packed(parts))


def _told(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    capsys.readouterr()
    assert run(["take-edits", "tb.toml", "sua.docx", "--dry-run", "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert run(["verify", "sua.docx", "--from", "tb.toml"]) == 1
    assert run(["diff", "tb.docx", "sua.docx"]) == 1
    assert run(["take-edits", "tb.toml", "sua.docx"]) == 1
    assert said["found"] == []
    return [(one["what"], one["new"], one["text"]) for one in said["looks"]]


def _marked(tag: str, value: str = "") -> Callable[[Any, Parts], None]:
    def change(paragraph: Any, _: Parts) -> None:
        run_ = paragraph.find(W + "r")
        other = copy.deepcopy(run_)
        run_.find(W + "t").text, other.find(W + "t").text = "Thông báo ", "như sau:"
        run_.find(W + "t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        properties = other.find(W + "rPr")
        if properties is None:
            properties = etree.Element(W + "rPr")
            other.insert(0, properties)
        mark = etree.SubElement(properties, W + tag)
        if value:
            mark.set(W + "val", value)
        run_.addnext(other)

    return change


@pytest.mark.parametrize(
    ("tag", "value", "what"),
    [("strike", "", "strike"), ("dstrike", "", "strike"), ("highlight", "yellow", "highlight"), ("vertAlign", "superscript", "raised")],
)
def test_words_marked_by_hand(capsys: pytest.CaptureFixture[str], tag: str, value: str, what: str) -> None:
    _edit(_marked(tag, value))
    assert _told(capsys) == [(what, "như sau:", "như sau:")]


@pytest.mark.parametrize(("tag", "value"), [("strike", "0"), ("highlight", "none"), ("vertAlign", "baseline")])
def test_marks_that_say_nothing_are_nothing(tag: str, value: str) -> None:
    _edit(_marked(tag, value))
    assert unsaid.added(Path("tb.docx").read_bytes(), Path("sua.docx").read_bytes()) == ()


def _with_part(kind: str, text: str, parts: Parts) -> None:
    parts[f"word/{kind}.xml"] = text.encode()
    name = "word/_rels/document.xml.rels"
    relation = f'<Relationship Id="rIdX" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/></Relationships>'
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode())


def test_a_comment_with_who_made_it_and_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    def change(paragraph: Any, parts: Parts) -> None:
        first = paragraph.find(W + "r")
        begin, end = etree.Element(W + "commentRangeStart"), etree.Element(W + "commentRangeEnd")
        begin.set(W + "id", "0")
        end.set(W + "id", "0")
        first.addprevious(begin)
        first.addnext(end)
        said = "<w:p><w:r><w:t>Xem lại số liệu này</w:t></w:r></w:p>"
        _with_part("comments", f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="0" w:author="Trần Văn B">{said}</w:comment></w:comments>', parts)

    _edit(change)
    assert _told(capsys) == [("comment", "Trần Văn B: Xem lại số liệu này", _LINE)]
    run(["take-edits", "tb.toml", "sua.docx", "--dry-run"])
    said = capsys.readouterr().err
    assert "ghi chú (comment)" in said
    assert "Xem lại số liệu này" in said
    assert "giống hệt" not in said


def test_a_note_at_the_foot_of_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    def change(_: Any, parts: Parts) -> None:
        notes = '<w:footnote w:type="separator" w:id="-1"/><w:footnote w:id="2"><w:p><w:r><w:t>Số liệu tạm tính</w:t></w:r></w:p></w:footnote>'
        _with_part("footnotes", f'<w:footnotes xmlns:w="{W[1:-1]}">{notes}</w:footnotes>', parts)

    _edit(change)
    assert _told(capsys) == [("note", "Số liệu tạm tính", "Số liệu tạm tính")]


def test_a_page_broken_by_hand_and_a_picture(capsys: pytest.CaptureFixture[str]) -> None:
    def change(paragraph: Any, _: Parts) -> None:
        mark = etree.Element(W + "r")
        etree.SubElement(mark, W + "br").set(W + "type", "page")
        picture = etree.SubElement(etree.SubElement(mark, W + "pict"), "{urn:schemas-microsoft-com:vml}shape")
        etree.SubElement(picture, "{urn:schemas-microsoft-com:vml}imagedata")
        paragraph.append(mark)

    _edit(change)
    assert {what for what, _, _ in _told(capsys)} == {"page_break", "picture"}


def test_a_paper_as_it_was_printed_has_nothing_of_these() -> None:
    docx = Path("tb.docx").read_bytes()
    assert unsaid.added(docx, docx) == ()
    assert unsaid.added(docx, b"") == ()
