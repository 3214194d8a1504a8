"""What must hold of any bytes at all: refused in words, or read; the fuzzer's targets (`make fuzz`, `tools/fuzz.py`).

A target takes bytes and raises only when a promise is broken.  What it was fed with success lies in ``corpus/<its name>``,
and is fed again by ``test_corpus.py``.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from lxml import etree

from notice_gen import reader
from notice_gen.check import judge, read
from notice_gen.errors import InputError, Problem, TemplateError
from notice_gen.expressions import Expression, Scope, fault_in_condition, fault_in_expression, fault_in_text, pieces
from notice_gen.ooxml.package import Package
from notice_gen.reader.rows import books as workbooks
from notice_gen.render import trust
from tests.helpers.docx import packed
from tests.helpers.word import docx, p
from tests.reader.rows.test_books import good
from tests.security.test_template_packages import package

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 3, 5)
FIGURES = {"a": 3, "b": 0, "tong": 1250, "ten": "thôn Đông", "ngay": TODAY, "rong": ""}
_SCOPE = Scope({**FIGURES, "so_lieu": FIGURES, "don_vi": {"ten": "thôn Đông"}})
_NEVER = re.compile(r"altChunk|attachedTemplate|OLEObject|subDoc|control|mailMerge|script|foreignObject", re.IGNORECASE)
_HARMLESS = re.compile(r"\s*(?:https?://|mailto:)", re.IGNORECASE)


def _sayable(problems: Iterable[Problem]) -> None:
    """Every problem can be said, in both languages."""
    for problem in problems:
        assert problem.text()
        for language in ("vi", "en"):
            problem.as_dict(language)


def findings(data: bytes) -> None:
    """A findings file is read, or refused with what is wrong and where."""
    try:
        read_ = reader.read([reader.parse(data, file="a.toml")], None, TODAY)
    except InputError as error:
        _sayable(error.problems or [Problem("")])
    else:
        _sayable(read_.warnings)


def expressions(data: bytes) -> None:
    """A text with figures is refused beforehand, or worked out, or cannot be for a reason that is told."""
    text = data.decode("utf-8", "replace")
    for judged in (fault_in_text(text), fault_in_expression(text), fault_in_condition(text)):
        _sayable([judged] if judged else [])
    codes = [piece.code for piece in pieces(text) if isinstance(piece, Expression)]
    for code in [*(codes if not fault_in_text(text) else []), *([] if fault_in_expression(text) else [text])]:
        try:
            assert isinstance(_SCOPE.show(code), str)
        except InputError as error:
            _sayable(error.problems)


def _one_part(data: bytes, base: bytes) -> bytes:
    """*base* with one part replaced or added: the first line is its name, the rest what it holds."""
    name, _, content = data.partition(b"\n")
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return packed(parts | {re.sub(r"[^ -~]", "_", name.decode("latin-1"))[:80] or "a": content})


_TEMPLATE = package()
_PAPER = docx(p("ỦY BAN NHÂN DÂN"), p("Số: 12/TB-UBND"), p("THÔNG BÁO"), p("Xin chào"), p("Nơi nhận:"))


def trusted(data: bytes) -> None:
    """A template with such a part is refused, or what is kept of it fetches nothing and runs nothing."""
    try:
        opened = Package(_one_part(data, _TEMPLATE))
        parts = {name: opened.read(name) or b"" for name in opened.names}
        kept, problems = trust.trusted(parts)
    except (InputError, TemplateError) as error:
        _sayable(error.problems)
        return
    _sayable(Problem(one.message, one.hint, {"mau": "a.docx", **one.values}) for one in problems)
    if problems:
        return
    for name, content in kept.items():
        try:
            root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
        except etree.XMLSyntaxError:
            continue  # Word does not open it either
        assert not root.getroottree().docinfo.doctype, name
        for element in root.iter(etree.Element):
            local = etree.QName(element).localname
            assert not _NEVER.fullmatch(local), (name, local)
            if local == "Relationship" and element.get("TargetMode", "Internal") != "Internal":
                assert element.get("Type", "").endswith("/hyperlink"), name
                assert _HARMLESS.match(element.get("Target", "")), name


def checked(data: bytes) -> None:
    """A paper is checked by every rule, or refused."""
    try:
        view = read.read(data if data.startswith(b"PK") else _one_part(data, _PAPER), TODAY)
    except InputError as error:
        _sayable(error.problems)
        return
    assert not judge.judge(view, judge.all_rules()).unchecked


_BOOK = packed({**good(), "mimetype": "application/vnd.oasis.opendocument.spreadsheet"})


def books(data: bytes) -> None:
    """A workbook is read, or refused: an old one as it is, else one with such a part."""
    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        data = _one_part(data, _BOOK)
    try:
        table = workbooks.table(data, file="a.xlsx")
        _sayable(one.problem for one in table.blocks)
        assert all(number > 0 for number, _, _ in table.records)
    except InputError as error:
        _sayable(error.problems)


TARGETS: dict[str, Callable[[bytes], None]] = {"books": books, "checked": checked, "expressions": expressions, "findings": findings, "trusted": trusted}
