"""The text of a paper and what is attached to it, as the tables of a findings file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from notice_gen.back import lines, source
from notice_gen.back.findings import Draft, addressed
from notice_gen.back.items import Item, Para, items, unclosed
from notice_gen.back.lines import Key
from notice_gen.back.sections import Sections, schemes, sections
from notice_gen.back.writing import Path
from notice_gen.check.outline import Label, labels
from notice_gen.check.texts import DECIDES, bases, boxed, nfc
from notice_gen.check.view import Annex, DocumentView, Paragraph, Span
from notice_gen.errors import N_
from notice_gen.records import record

_HEAD = (
    "quoc_hieu", "tieu_ngu", "co_quan_chu_quan", "co_quan", "so_ky_hieu", "dia_danh_ngay", "ten_loai", "trich_yeu",
    "trich_yeu_cong_van", "kinh_gui",
)  # fmt: skip
_FOOT = ("noi_nhan", "quyen_han", "chuc_vu", "ho_ten")
_SEVERAL = 3  # paragraphs beside the boxes that are a text of their own, not a remark


@record
class Opening:
    """What stands before the matter of a text: who has the authority, the legal bases."""

    tham_quyen: tuple[str, ...] = ()
    can_cu: tuple[str, ...] = ()


def known_labels(view: DocumentView) -> Mapping[Key, Label]:
    """Return the numbers that the outline knows, by paragraph."""
    return {lines.key(label.span.paragraph): label for label in labels(view)}


def zone(view: DocumentView) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the paragraphs of the text between head and foot, tables among them; and those below the foot, in no box."""
    main = main_part(view)
    at = {lines.key(one): n for n, one in enumerate(main)}
    of_text = _keys(addressed(view)[1])
    of_boxes = _keys(boxed(view, *(name for name in view.components if name != "noi_dung"))) - of_text
    above = max((at.get(key, -1) for key in _keys(boxed(view, *_HEAD)) - of_text), default=-1)
    below = min((place for key in _keys(boxed(view, *_FOOT)) if (place := at.get(key, -1)) > above), default=len(main))
    frames = {one.cell.table for one in main if one.cell and not one.cell.borders and lines.key(one) in of_boxes}
    free = [n for n, one in enumerate(main) if lines.key(one) not in of_boxes and one.text.strip() and not _within(one, frames)]
    places = (range(above), range(max(above, 0), below), range(below, len(main)))
    beside, inside, under = ([main[n] for n in free if n in place] for place in places)
    # A few lines among the boxes of the head are remarks; more are the text, with one of its lines taken for a box.
    return ([*beside, *inside] if len(beside) >= _SEVERAL else inside), under


def main_part(view: DocumentView) -> list[Paragraph]:
    """Return the paragraphs of the paper itself, without what is attached."""
    annexed = {lines.key(one) for annex in view.annexes for one in annex.paragraphs}
    return [one for one in view.paragraphs if lines.key(one) not in annexed]


def _within(one: Paragraph, tables: Collection[int]) -> bool:
    return one.cell is not None and one.cell.table in tables


def _keys(spans: Sequence[Span]) -> set[Key]:
    return {lines.key(span.paragraph) for span in spans}


def opening(view: DocumentView, text: list[Item], *, decides: bool) -> Opening:
    """Take authority and bases from the head of *text*."""
    if decides and (found := _above_decision(text)):
        return found
    listed = [lines.key(span.paragraph) for span in bases(view)]
    count = 0
    for key, one in zip(listed, text, strict=False):
        if not (isinstance(one, Para) and lines.key(one.paragraph) == key and one.italic and not one.shown):
            break
        count += 1
    if not listed or count < len(listed):
        return Opening()
    taken = [one.spelt("i") for one in text[:count] if isinstance(one, Para)]
    del text[:count]
    return Opening((), tuple(taken))


def _above_decision(text: list[Item]) -> Opening | None:
    """Take whatever stands above ``QUYẾT ĐỊNH:`` from *text*; None where there is no such line, or more than paragraphs above it."""
    end = next((n for n, one in enumerate(text[:60]) if isinstance(one, Para) and DECIDES.fullmatch(nfc(one.text))), None)
    before = [one for one in text[: end or 0] if isinstance(one, Para)]
    if end is None or len(before) < end:
        return None
    who = tuple(source.clean(lines.shown(one.span)).strip() for one in before if one.capitals)
    del text[: end + 1]
    return Opening(who, tuple(one.spelt("i") if one.dash else _numbered(one) for one in before if not one.capitals))


def _numbered(para: Para) -> str:
    return f"{para.shown} {para.spelt('i')}".strip()


def put_text(draft: Draft, text: Sequence[Item], scheme: str) -> bool:
    """Put *text* as opening words, sections and closing words, numbered by *scheme*; tell whether it fits."""
    found = sections(text, scheme)
    if found is None:
        return False
    if found.noi_dung:
        draft.tree.setdefault("mo_dau", {})["noi_dung"] = found.noi_dung
    if found.muc:
        draft.tree["muc"] = [*found.muc]
    if found.ket_thuc:
        draft.tree["ket_thuc"] = {"noi_dung": found.ket_thuc}
    return True


def attached(draft: Draft, view: DocumentView, known: Mapping[Key, Label], own: str, *, issues: bool) -> None:
    """Put the annexes, and the texts that a decision issues where *issues*; *own*: how the paper itself is numbered."""
    phu_luc: list[dict[str, Any]] = []
    issued: list[dict[str, Any]] = []
    _, under = zone(view)
    if len(under) >= _SEVERAL:
        draft.doubt(("phu_luc", 0), N_("những dòng này đứng dưới chữ ký trong tệp Word, tạm để thành phụ lục"))
        phu_luc.append(_annex(draft, view, Annex(None, None, None, tuple(under)), known, own, ("phu_luc", 0)))
    for annex in view.annexes:
        if issues and annex.ten is None and (one := _issued(annex, known)) is not None:
            issued.append(one)
        else:
            phu_luc.append(_annex(draft, view, annex, known, own, ("phu_luc", len(phu_luc))))
    if issued:
        draft.tree["van_ban_kem_theo"] = issued
    if phu_luc:
        draft.tree["phu_luc"] = phu_luc


def _annex(draft: Draft, view: DocumentView, annex: Annex, known: Mapping[Key, Label], own: str, path: Path) -> dict[str, Any]:
    out: dict[str, Any] = {}
    titles, rest = _below_head(annex)
    if titles:
        out["tieu_de"] = source.typed([(" ".join(titles), "")])
    usual = {"dieu": "1", "chuong": "1"}.get(own, own)
    scheme, found = _fitting(unclosed(items(rest, known)))
    if found.muc and scheme != usual and any("tieu_de" in one or "cap" in one or scheme == "dieu" for one in found.muc):
        out["danh_so"] = scheme
    out |= _contents(found)
    section = annex.paragraphs[-1].section if annex.paragraphs else -1
    if 0 <= section < len(view.sections) and view.sections[section].width > view.sections[section].height:
        out["ngang"] = True
    if not out:
        draft.doubt(path, N_("phụ lục không có nội dung"))
    return out


def _fitting(text: Sequence[Item]) -> tuple[str, Sections]:
    """Return the first way of numbering that fits the text of an annex, and its sections."""
    fitting = ((scheme, sections(text, scheme, ending=False)) for scheme in schemes(text))
    return next((scheme, found) for scheme, found in fitting if found is not None)


def _contents(found: Sections) -> dict[str, Any]:
    """Return the keys of an annex's text; a table alone is the annex's own."""
    out: dict[str, Any] = {"noi_dung": found.noi_dung} if found.noi_dung else {}
    if len(found.muc) == 1 and found.muc[0].keys() == {"bang"}:
        return out | {"bang": found.muc[0]["bang"]}
    return out | ({"muc": [*found.muc]} if found.muc else {})


def _below_head(annex: Annex) -> tuple[list[str], list[Paragraph]]:
    """Return the lines of an annex's title, and the paragraphs below its head."""
    spans = [span for span in (annex.ten, annex.tieu_de, annex.kem_theo) if span]
    last = max((span.paragraph.index for span in spans), default=-1)
    titles, rest = list[str](), list[Paragraph]()
    closed = annex.kem_theo is None
    for paragraph in annex.paragraphs:
        here = [span for span in spans if span.paragraph is paragraph]
        if paragraph.index > last:
            rest.append(paragraph)
        elif here:
            titles += [source.clean(lines.shown(span)).strip() for span in here if span is annex.tieu_de]
            closed = closed or annex.kem_theo in here
        elif not closed:
            titles += map(source.clean, lines.of_paragraph(paragraph))
    while annex.kem_theo is None and titles and rest and _is_title(rest[0]):
        titles += lines.of_paragraph(rest.pop(0))
    return [title for title in titles if title], rest


def _is_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return bool(text) and paragraph.cell is None and paragraph.align == "center" and text == text.upper()


def _issued(annex: Annex, known: Mapping[Key, Label]) -> dict[str, Any] | None:
    """Return a text that a decision issues (form 1.3): type and subject above its reference; None when it does not look like one."""
    if annex.kem_theo is None:
        return None
    above = [one for one in annex.paragraphs if one.index < annex.kem_theo.paragraph.index and one.cell is None and one.text.strip()]
    name, *subject = [source.clean(text) for one in above for text in lines.of_paragraph(one)] or [""]
    if not name or name != name.upper() or not subject:
        return None
    rest = [one for one in annex.paragraphs if one.index > annex.kem_theo.paragraph.index]
    scheme, found = _fitting(unclosed(items(rest, known)))
    out: dict[str, Any] = {"ten_loai": name.capitalize(), "trich_yeu": source.typed([(" ".join(subject), "")])}
    out |= {"danh_so": scheme} if scheme != "dieu" else {}
    out |= {"noi_dung": found.noi_dung} if found.noi_dung else {}
    out |= {"muc": [*found.muc]} if found.muc else {}
    return out

