"""Comments in the file itself: at the very characters, beside those that are there, and nothing else changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from notice_gen.check import rules
from notice_gen.check.annotate import annotated, by_section
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.judge import judge
from notice_gen.check.read import opened, read
from notice_gen.check.view import Span
from notice_gen.ooxml.comments import Comment, with_comments
from notice_gen.ooxml.package import Package
from tests.check.test_mend import FOOT, HEAD, TEXT, scattered
from tests.check.test_mutations import CASES
from tests.helpers.docx import NS, SECTION, box, c, docx, p, packed, r, unpacked
from tests.helpers.notices import TODAY

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
RULE = Rule("XX01", "gia", Level.LUAT, "Phụ lục I")
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def at(paragraph, start: int, end: int, number: int = 1) -> Fault:
    rule = Rule(f"XX{number:02}", "gia", Level.LUAT, "Phụ lục I")
    return rule.at(Span(paragraph, start, end), "Sai: {doan}.", "Sửa đi.", doan=paragraph.text[start:end])


def marked(data: bytes) -> dict[str, str]:
    """The text between the marks of each comment, by its number; a mark without its twin or its reference is told."""
    root = etree.fromstring(unpacked(data)["word/document.xml"])
    open_: set[str] = set()
    closed: list[str] = []
    referred: list[str] = []
    found: dict[str, str] = {}
    for element in root.iter():
        key = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            open_.add(key)
            found[key] = ""
        elif element.tag == W + "commentRangeEnd":
            open_.remove(key)
            closed.append(key)
        elif element.tag == W + "commentReference":
            referred.append(key)
        for one in open_:
            found[one] += {W + "t": element.text or "", W + "tab": "\t", W + "br": "\n"}.get(element.tag, "")
    assert not open_
    assert sorted(found) == sorted(closed) == sorted(referred)
    return found


def said(data: bytes, part: str = "word/comments.xml") -> dict[str, list[str]]:
    root = etree.fromstring(unpacked(data)[part])
    return {one.get(W + "id"): ["".join(t.text or "" for t in line.iter(W + "t")) for line in one.iter(W + "p")] for one in root}


@settings(max_examples=100, deadline=None)
@given(TEXT, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), min_size=1, max_size=4), st.integers(0, 10**6))
@pytest.mark.slow
def test_comments_stand_around_the_very_characters(text, places, seed):
    file = opened(docx(scattered(text, seed)), TODAY)
    paragraph = file.view.paragraphs[0]
    spans = [tuple(sorted((start % (len(text) + 1), end % (len(text) + 1)))) for start, end in places]
    again = annotated(file, [at(paragraph, *span, number) for number, span in enumerate(spans)], str, date=NOW)
    expected = [text[start:end] if end > start else text for start, end in spans]
    assert list(dict(sorted(marked(again).items())).values()) == expected
    assert read(again, TODAY).paragraphs[0].text == paragraph.text
    assert read(again, TODAY).paragraphs[0].runs == paragraph.runs


@pytest.mark.parametrize("case", CASES[::8], ids=lambda one: one.rule)
def test_every_fault_of_a_file_has_its_comment_and_the_rest_stays(case):
    file = opened(case.docx, TODAY)
    verdict = judge(file.view, rules.all_rules())
    again = annotated(file, verdict.faults, str, date=NOW)
    assert len(said(again)) == len(by_section(file.view, verdict.faults))
    assert [paragraph.text for paragraph in read(again, TODAY).paragraphs] == [paragraph.text for paragraph in read(case.docx, TODAY).paragraphs]
    assert judge(read(again, TODAY), rules.all_rules()).faults == verdict.faults
    was, now = unpacked(case.docx), unpacked(again)
    assert {name for name in now if now[name] != was.get(name)} == {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
    }  # fmt: skip


def test_a_rule_broken_often_in_a_section_has_one_comment_there():
    texts = ("I. MỘT", "nhân dân xã", "nhân dân thôn", "II. HAI", "nhân dân tổ")
    file = opened(docx(*[p(r(text, "b") if text[0] == "I" else text) for text in texts]), TODAY)
    faults = [at(one, 0, 8) for one in file.view.paragraphs if one.text.startswith("nhân")]
    found = said(annotated(file, faults, str, date=NOW))
    assert [lines[2] for lines in found.values()] == ["Trong phần này còn 1 chỗ nữa: “nhân dân”", "Căn cứ: Phụ lục I"]


def test_what_a_comment_says():
    file = opened(docx(p("Sai & <đúng>")), TODAY)
    again = annotated(file, [at(file.view.paragraphs[0], 4, 12)], str, date=NOW)
    assert said(again) == {"0": ["XX01 (luật): Sai: & <đúng>.", "Sửa đi.", "Căn cứ: Phụ lục I"]}
    comment = etree.fromstring(unpacked(again)["word/comments.xml"])[0]
    assert {key.removeprefix(W): value for key, value in comment.attrib.items()} == {
        "id": "0", "author": "notice-gen", "date": "2026-11-23T08:30:00Z", "initials": "ng",
    }  # fmt: skip
    package = Package(again)
    assert ("comments", "word/comments.xml") in package.related("word/document.xml").values()
    assert package.content_type("word/comments.xml").endswith("comments+xml")


def test_places_that_take_no_comment_are_told_at_the_paragraph_that_carries_them():
    header = SECTION.replace("<w:pgSz", '<w:headerReference w:type="default" r:id="header1"/><w:pgSz')
    data = docx(p("Một"), p("Hai", box(p("Trong khung"))), f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>", p("Ba"), section=header, header1=p("Đầu trang"))
    file = opened(data, TODAY)
    boxed = next(one for one in file.view.paragraphs if one.container == "textbox")
    in_header = file.view.sections[1].header.paragraphs[0]
    faults = [RULE.at(None, "Sai."), RULE.at(1, "Sai."), at(in_header, 0, 3), at(boxed, 0, 3)]
    found = marked(annotated(file, faults, str, date=NOW))
    assert [found[key] for key in sorted(found)] == ["Một", "Ba", "Một", "Hai" + "Trong khung" * 2]


def test_comments_that_are_there_stay_and_numbers_go_on():
    comment = '<w:comment w:id="7" w:author="Trần Thị B"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment>'
    body = p("Một ", '<w:commentRangeStart w:id="7"/>', '<w:r><w:t>hai</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')
    files = unpacked(docx(body.replace("&lt;", "<"), refs={"c": "comments.xml"}))
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(b'Id="c" Type="' + _REL.encode() + b"/header", b'Id="c" Type="' + _REL.encode() + b"/comments")
    files["word/comments.xml"] = f"<w:comments {NS}>{comment}</w:comments>".encode()
    file = opened(packed(files), TODAY)
    again = annotated(file, [at(file.view.paragraphs[0], 0, 3)], str, date=NOW)
    assert said(again) == {"7": ["Xem lại"], "8": ["XX01 (luật): Sai: Một.", "Sửa đi.", "Căn cứ: Phụ lục I"]}
    assert marked(again) == {"7": "hai", "8": "Một"}
    twice = opened(again, TODAY)
    assert len(said(annotated(twice, [at(twice.view.paragraphs[0], 0, 7)], str, date=NOW))) == 3


def test_a_file_without_faults_is_the_same_file():
    data = docx(HEAD, c("THÔNG BÁO"), FOOT)
    again = annotated(opened(data, TODAY), [], str, date=NOW)
    assert unpacked(again) == unpacked(data)


def test_marks_go_around_what_may_not_hold_them():
    """A reading above a letter (``w:ruby``) is part of one run; marks stand beside that run."""
    package = Package(docx('<w:p><w:r><w:ruby><w:rubyBase><w:r><w:t>chữ</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>'))
    root = package.root(package.main)
    (inner,) = root.iterfind(f".//{W}rubyBase/{W}r")
    made = with_comments(package, root, [Comment(inner, inner, ["Sai."])], author="notice-gen", date=NOW)
    document = etree.fromstring(unpacked(made)["word/document.xml"])
    (paragraph,) = document.iter(W + "p")
    assert [one.tag.removeprefix(W) for one in paragraph] == ["commentRangeStart", "r", "commentRangeEnd", "r"]
