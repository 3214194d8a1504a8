"""Mending: what a rule offers is carried out, the fault is gone, the words and everything else stay."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_gen.check import rules
from notice_gen.check.fault import Level, Mend, Rule
from notice_gen.check.judge import judge
from notice_gen.check.mend import mended
from notice_gen.check.mend.words import edits, words
from notice_gen.check.read import opened, read
from notice_gen.check.view import Span
from notice_gen.ooxml.package import serialised
from notice_gen.ooxml.runs import replaced
from tests.check.test_mutations import CASES
from tests.helpers.docx import SECTION, c, docx, p, r, table, unpacked
from tests.helpers.notices import TODAY

ENTRIES = rules.all_rules()
BY_RULE = {one.rule: one for one in CASES}
HEAD = table(
    [c("ỦY BAN NHÂN DÂN", b=True) + c("Số: 12/TB-UBND"), c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", b=True) + c("Bình Điền, ngày 05 tháng 3 năm 2026")]
)
FOOT = p("Nơi nhận:") + p("- Như trên;") + c("CHỦ TỊCH", b=True) + c("Nguyễn Văn A", b=True)
LONG = p("Ủy ban nhân dân xã thông báo kết quả kiểm tra. " * 100)


def paper(*blocks: str, **how: str) -> bytes:
    return docx(HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), *blocks, FOOT, **how)


def text_of(data: bytes) -> list[str]:
    return [one.text for one in read(data, TODAY).paragraphs]


@pytest.mark.parametrize("case", BY_RULE.values(), ids=BY_RULE)
def test_a_mended_file_is_right_and_says_the_same(case):
    before = case.docx
    result = mended(before, ENTRIES, today=TODAY)
    if result.docx == before:
        assert not any(fault.mend for fault in judge(read(before, TODAY), ENTRIES).faults)
        return
    # A size put right by one rule may not suit its neighbour's: that is for the author to settle.
    assert [fault.rule.name for fault in result.verdict.faults if fault.mend or fault.rule.name == case.rule or fault.rule.level is Level.LUAT] == []
    assert case.rule in {fault.rule.name for fault in result.done}
    assert [words(text) for text in text_of(result.docx)] == [words(text) for text in text_of(before)]
    was, now = unpacked(before), unpacked(result.docx)
    touched = {name for name in now if now[name] != was.get(name)}
    assert touched <= {"word/document.xml", "word/header1.xml", "word/footer1.xml", "word/header_so_trang.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    if not any(fault.mend.kind == "page_number" for fault in result.done):
        assert touched == {fault.span.paragraph.part if fault.span else "word/document.xml" for fault in result.done}


def test_a_file_with_nothing_to_mend_stays_as_it_is():
    for data in (paper(p("Đúng.")), docx(c("ĐẢNG CỘNG SẢN VIỆT NAM"), p("Sai  khoảng trắng ."))):
        assert mended(data, [entry for entry in ENTRIES if entry.rule.code == "DC01"], today=TODAY).docx == data


@pytest.mark.parametrize("text", ["Ông Nguyễn Văn A      Chủ tịch      Trưởng đoàn", "Họ và tên:      Sinh ngày:      ; giới tính"])
def test_columns_and_blanks_made_of_spaces_stay(text):
    data = paper(p(text))
    assert mended(data, [entry for entry in ENTRIES if entry.rule.code == "DC01"], today=TODAY).docx == data


# --- made-up rules ----------------------------------------------------------------------------------------


def rule(code: str, level: Level, kind: str, values: dict[str, object], find: str = "xã") -> rules.Entry:
    """A rule that wants *find* otherwise until it is so."""
    identity = Rule(code, code.lower(), level, "Phụ lục I")

    def look(view):
        for paragraph in view.paragraphs:
            at = paragraph.text.find(find)
            if at >= 0:
                yield identity.at(Span(paragraph, at, at + len(find)), "Sai.", mend=Mend(kind, values))

    return rules.Entry(identity, lambda _, view: look(view), "", form=False)


def runs_of(data: bytes, text: str):
    paragraph = next(one for one in read(data, TODAY).paragraphs if text in one.text)
    return [(paragraph.text[one.start : one.end], one.font, one.size, one.bold) for one in paragraph.runs]


def test_of_two_rules_the_more_binding_has_its_way_and_they_do_not_go_round():
    data = paper(p("Ủy ban xã báo."))
    entries = [rule("AA01", Level.GOI_Y, "run", {"size": 20.0}), rule("ZZ01", Level.LUAT, "run", {"size": 13.0, "font": "Arial"}), rule("AB01", Level.THONG_LE, "run", {"bold": True})]
    result = mended(data, entries, today=TODAY)
    assert runs_of(result.docx, "báo") == [("Ủy ban ", "Times New Roman", 14.0, False), ("xã", "Arial", 13.0, True), (" báo.", "Times New Roman", 14.0, False)]


def test_a_mending_that_would_change_a_word_is_not_carried_out():
    for new in ("Xã", "xa", "xã B", "", "xã1"):
        data = paper(p("Ủy ban xã báo."))
        result = mended(data, [rule("AA01", Level.LUAT, "text", {"new": new})], today=TODAY)
        assert (result.docx, result.done, result.verdict.count) == (data, (), 1)


def test_overlapping_texts_are_mended_one_after_the_other():
    data = paper(p("xã , phường"))
    result = mended(data, [rule("AA01", Level.LUAT, "text", {"new": "xã, "}, "xã , "), rule("AA02", Level.LUAT, "text", {"new": ",  p"}, ", p")], today=TODAY)
    assert "xã,  phường" in text_of(result.docx)


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"align": "center", "first_line": 0.0, "left": 0.0, "right": 0.0}, {"align": "center", "first_line": 0.0, "left": 0.0}),
        ({"first_line": 10.0}, {"first_line": 10.0}),
        ({"before": 6.0, "after": 3.0}, {"before": 6.0, "after": 3.0}),
        ({"line": 1.15}, {"line": 1.15, "line_rule": "auto"}),
        ({"line": 18.0, "line_rule": "exact"}, {"line": 18.0, "line_rule": "exact"}),
    ],
)
def test_a_paragraph_is_mended_whatever_its_style_and_its_own_properties_said(values, shown):
    ppr = '<w:pStyle w:val="S"/><w:spacing w:beforeAutospacing="1" w:before="100" w:line="300" w:lineRule="auto"/><w:ind w:left="500" w:hanging="300" w:leftChars="9"/><w:jc w:val="right"/>'
    style = '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:pPr><w:ind w:right="400"/></w:pPr></w:style>'
    result = mended(paper(p("Ủy ban xã báo.", ppr=ppr), styles=style), [rule("AA01", Level.LUAT, "paragraph", values)], today=TODAY)
    paragraph = next(one for one in read(result.docx, TODAY).paragraphs if "xã" in one.text)
    for name, value in shown.items():
        assert getattr(paragraph, name) == (value if isinstance(value, str) else pytest.approx(value, abs=0.02)), name


# --- the page number --------------------------------------------------------------------------------------

FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
FOOTER = SECTION.replace("<w:pgSz", '<w:footerReference w:type="default" r:id="footer1"/><w:pgSz')
HEADER = SECTION.replace("<w:pgSz", '<w:headerReference w:type="default" r:id="header1"/><w:pgSz')
NUMBERS = [entry for entry in ENTRIES if entry.rule.code.startswith("TR")]


def numbered(section: str, **parts: str) -> bytes:
    return paper(LONG, section=section, **parts)


@pytest.mark.parametrize(
    "data",
    [
        numbered(SECTION),
        numbered(FOOTER, footer1=p(r("Trang "), FIELD, jc="right")),
        numbered(FOOTER, footer1=f"<w:sdt><w:sdtContent>{p(FIELD, jc='center')}</w:sdtContent></w:sdt>"),
        numbered(HEADER, header1=p(r("- "), FIELD, r(" -"), jc="right")),
        numbered(HEADER, header1=p("")),
        docx(HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), LONG, f"<w:p><w:pPr>{FOOTER}</w:pPr></w:p>", LONG, FOOT, section=SECTION, footer1=p(FIELD)),
        docx(HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), LONG, FOOT, section=""),
    ],
    ids=["none", "footer", "gallery", "corner", "empty-header", "two-sections", "no-section"],
)  # fmt: skip
def test_the_page_number_is_put_in_the_middle_of_the_header(data):
    entries = [entry for entry in NUMBERS if entry.rule.code not in {"TR01", "TR02", "TR10"}]
    result = mended(data, entries, today=TODAY)
    assert result.verdict.faults == ()
    assert result.done
    view = read(result.docx, TODAY)
    assert view.sections[0].title_page
    assert all(section.header and section.header.page_field is not None for section in view.sections)


def test_a_page_number_typed_by_hand_becomes_one_that_counts():
    result = mended(numbered(HEADER, header1=p("- 2 -", jc="center")), NUMBERS, today=TODAY)
    header = unpacked(result.docx)["word/header1.xml"].decode()
    assert (header.count("<w:pPr>"), header.count(" PAGE "), header.count(">2<")) == (1, 1, 1)


@pytest.mark.parametrize(
    "data",
    [
        numbered(FOOTER, footer1=p(r("Văn phòng Ủy ban - trang "), FIELD)),
        numbered(FOOTER, footer1=p("Số 1 Lê Lợi") + p(FIELD)),
        numbered(HEADER, header1=p("MẬT") + p(FIELD, jc="center")),
    ],
    ids=["beside-words", "below-an-address", "would-hide-words"],
)
def test_words_of_headers_and_footers_are_not_lost_for_a_number(data):
    result = mended(data, NUMBERS, today=TODAY)
    assert result.docx == data
    assert result.verdict.count


# --- texts in many runs -----------------------------------------------------------------------------------

SIGNS = st.sampled_from(["xã", "Huế", "12", "hoà", "u\u0309y", " ", "  ", "\u00a0", "\t", "\n", ",", ".", " ,", "–", "-", "(", ")", "“", "&", "<"])
TEXT = st.lists(SIGNS, min_size=1, max_size=25).map("".join)
WRAPS = ('<w:hyperlink w:anchor="a">{}</w:hyperlink>', '<w:ins w:id="1" w:author="A">{}</w:ins>', "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "{}", "{}")


def scattered(text: str, seed: int) -> str:
    """A paragraph with *text* in runs of any length and look, some in hyperlinks, insertions, content controls."""
    chance = random.Random(seed)  # noqa: S311 - a test's own dice
    pieces = []
    while text:
        size = chance.randint(1, 5)
        run = r(text[:size], *(["b"] if chance.random() < 0.5 else []), f"sz={chance.choice((24, 26, 28))}")
        pieces.append(chance.choice(WRAPS).format(run))
        text = text[size:]
    return f"<w:p>{''.join(pieces)}</w:p>"


@settings(max_examples=150, deadline=None)
@given(TEXT, st.lists(st.sampled_from(["", " ", ", ", "./.", "; ", " – ", "“"]), min_size=60, max_size=60), st.integers(0, 10**6))
@pytest.mark.slow
def test_any_change_of_marks_and_spaces_is_carried_out_however_the_text_is_scattered(text, marks, seed):
    letters = [text[start:end] for start, end in clusters(text)]
    new = "".join(mark + letter for mark, letter in zip(marks, [*letters, ""], strict=False))
    changes = edits(text, new)
    assert changes is not None
    file = opened(docx(scattered(text, seed)), TODAY)
    origin = file.origins["word/document.xml", 0]
    looks = looks_of(file.view.paragraphs[0])
    assert all([replaced(origin, start, end, put) for start, end, put in changes])
    again = read(file.package.with_parts({file.package.main: serialised(file.roots[file.package.main])}), TODAY)
    assert again.paragraphs[0].text == new
    assert looks_of(again.paragraphs[0]) == looks


def clusters(text: str) -> list[tuple[int, int]]:
    """Where each letter with its marks is."""
    found: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if sign == "\u0309" and found:
            found[-1] = (found[-1][0], at + 1)
        elif sign.isalnum():
            found.append((at, at + 1))
    return found


def looks_of(paragraph):
    """Every letter with its look."""
    return [(paragraph.text[at], run.bold, run.size) for run in paragraph.runs for at in range(run.start, run.end) if paragraph.text[at].isalnum()]
