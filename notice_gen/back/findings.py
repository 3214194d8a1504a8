"""What a paper's head and foot say, as the tables of a findings file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from notice_gen import blanks, profile
from notice_gen.back import lines, source
from notice_gen.back.casing import Casing
from notice_gen.back.writing import Path
from notice_gen.check import head, lists
from notice_gen.check.texts import boxed
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_, Problem
from notice_gen.vietnamese.chu_cai import chu_hoa

_ABOUT = re.compile(r"(?:V\s?/\s?v|Về việc)(?!\w)[\s:.,–-]*(?=\S)", re.IGNORECASE)
_KHAN = ("khẩn", "thượng khẩn", "hỏa tốc")
_LUU_HANH = ("lưu hành nội bộ", "xem xong trả lại")
_FILED = re.compile(r"(?i:L[ưu]u(?: tại)?)(?:\s*:\s*|\s+(?=[A-ZĐ]{2}))")  # “Lưu VT” too, but Mr Lưu Văn A is a recipient
_DRAFTED = re.compile(r"\.\s+(?:(?P<who>[^\W\d_]+)\.)?(?:\((?P<copies>\d+)\)\.)?$")
_ENDS = " ;.,"


@dataclass
class Draft:
    """A findings file as it is put together: its tree, and what in it is uncertain, by key."""

    tree: dict[str, Any] = field(default_factory=dict)
    doubts: dict[Path, Problem] = field(default_factory=dict)

    def doubt(self, path: Path, message: str, **values: object) -> None:
        """Remark that what stands at *path* is uncertain: *message*, a catalogue sentence with its values."""
        hint = N_("Đối chiếu với tệp Word, sửa {khoa} cho đúng, rồi xóa dòng “xem lại”.")
        self.doubts[path] = Problem(message, hint, {"khoa": path[-1], **values}, path, level="warning")


def letterhead(draft: Draft, view: DocumentView, casing: Casing, *, cong_van: bool) -> None:
    """Put the issuer, number and date."""
    above, own = ([source.clean(lines.shown(span)).strip() for span in boxed(view, name)] for name in ("co_quan_chu_quan", "co_quan"))
    co_quan: dict[str, Any] = {"chu_quan": casing.name(" ".join(above))} if above else {}
    ten = _names(own, casing)
    if not ten:
        ten = [blanks.AGENCY]
        draft.doubt(("co_quan", "ten"), N_("không thấy tên cơ quan ban hành ở đầu văn bản"))
    co_quan["ten"] = ten if len(ten) > 1 else ten[0]
    draft.tree |= {"co_quan": co_quan, "van_ban": {}}
    _number(draft, view, " ".join(ten), cong_van=cong_van)
    _place_and_date(draft, view)
    _stamps(draft, view)
    if address := _address(view):
        co_quan["dia_chi"] = address


def _place_and_date(draft: Draft, view: DocumentView) -> None:
    van_ban, line = draft.tree["van_ban"], head.date_line(view)
    if line and line.date:
        van_ban["ngay"] = line.date
    elif line and any((line.day, line.month)):
        draft.doubt(("van_ban", "dia_danh"), N_("ngày chưa đủ, để trống như dự thảo: {dong}"), dong=lines.plain(line.span.text))
    said = " ".join(span.text for span in boxed(view, "dia_danh_ngay"))
    bare = source.clean(said.partition(",")[0]).strip(" .…_") if "," in said else ""
    van_ban["dia_danh"] = word(source.clean(line.place) if line else bare) or blanks.PLACE
    if van_ban["dia_danh"] == blanks.PLACE:
        draft.doubt(("van_ban", "dia_danh"), N_("không thấy địa danh"))


def _stamps(draft: Draft, view: DocumentView) -> None:
    for name, key, allowed in (("do_khan", "khan", _KHAN), ("pham_vi", "luu_hanh", _LUU_HANH)):
        said = " ".join(lines.plain(span.text) for span in boxed(view, name)).lower()
        if said in allowed:
            draft.tree["van_ban"][key] = said


def _address(view: DocumentView) -> list[str]:
    """Return the lines of box 13: what stands at the foot of the first page, where some of it is an address."""
    spans = boxed(view, "dia_chi")
    if not spans:
        return []
    feet = (footing for section in view.sections[:1] for _, footing in section.footings if footing.part == spans[0].paragraph.part)
    return [source.clean(line) for footing in feet for one in footing.paragraphs for line in lines.of_paragraph(one)]


def _names(shown: Sequence[str], casing: Casing) -> list[str]:
    """Return the lines of a name as the text writes them, taken together where it does so."""
    whole = casing.name(" ".join(shown))
    if chu_hoa(whole) != chu_hoa(" ".join(shown)):
        return [*shown]
    found, at = list[str](), 0
    for line in shown:
        found.append(whole[at : at + len(line)])
        at += len(line) + 1
    return found


def _number(draft: Draft, view: DocumentView, ten: str, *, cong_van: bool) -> None:
    van_ban, number = draft.tree["van_ban"], head.number(view)
    figure = lines.plain(number.so.text).strip(" .…_") if number else ""
    found = re.search(r"\d+", figure)
    if found and int(found[0]):
        van_ban["so"] = int(found[0])
        if not figure.isdecimal():
            draft.doubt(("van_ban", "so"), N_("số trong tệp Word là “{so}”"), so=figure)
    symbol = re.sub(r"\s+", "", lines.plain(number.ky_hieu.text)) if number and number.ky_hieu else ""
    year, _, after = symbol.partition("/")
    if after:
        draft.doubt(("co_quan", "viet_tat"), N_("ký hiệu trong tệp Word là “{ky_hieu}”: bỏ phần “{nam}/”"), ky_hieu=symbol, nam=year)
        symbol = after.replace("/", "-")
    own = "…" if ten == blanks.AGENCY else re.sub(r"\W", "", profile.viet_tat(ten)) or "…"
    if not symbol.strip("-–") or any(sign in symbol for sign in "{}[]…"):
        draft.tree["co_quan"]["viet_tat"] = own
        draft.doubt(("co_quan", "viet_tat"), N_("không thấy ký hiệu; chữ viết tắt này suy từ tên cơ quan"))
    else:
        _symbol(draft, symbol, view.loai if view.loai != "CV" else "", own, cong_van=cong_van)


def _symbol(draft: Draft, symbol: str, loai: str, own: str, *, cong_van: bool) -> None:
    """Put a symbol as type, issuer and unit, or as it is where it is put together otherwise; *own*: what the agency's name is short for."""
    van_ban, co_quan = draft.tree["van_ban"], draft.tree["co_quan"]
    groups = [group for group in symbol.replace("–", "-").split("-") if group]
    if loai and groups[0] == loai and len(groups) > 1:
        co_quan["viet_tat"] = "-".join(groups[1:])
    elif cong_van and not loai:
        co_quan["viet_tat"] = groups[0]
        if len(groups) > 1:
            van_ban["don_vi_soan"] = "-".join(groups[1:])
    else:
        co_quan["viet_tat"] = groups[-1] if len(groups) > 1 or groups[0] != loai else own
        van_ban["ky_hieu"] = symbol


def subject(view: DocumentView) -> str:
    """Return the subject, without the words that a công văn prints before it; empty where there is none."""
    name = "trich_yeu" if "trich_yeu" in view.components else "trich_yeu_cong_van"
    text = " ".join(source.clean(lines.shown(span)).strip() for span in boxed(view, name))
    text = source.typed([(text.replace("\u00a0", " "), "")])
    return _ABOUT.sub("", text, count=1) if name == "trich_yeu_cong_van" else text


def addressed(view: DocumentView) -> tuple[list[str], list[Span]]:
    """Return the addressees as read, and what follows them and was taken for more.

    Several stand below the colon of ``Kính gửi:``; what is listed below one that stands on its line is the text's.
    """
    first, entries = lists.kinh_gui(view) or (None, [])
    if first is None:
        return [], []
    text = source.clean(first.text)
    _, colon, after = text.partition(":")
    beside = (after if colon else re.sub(r"^\W*\S+\s+\S+?\s*-?(?=\s|$)\s*", "", text, count=1)).strip()
    alone = bool(beside) and beside[0] not in "-–" and beside[-1] not in ";,"
    ended = (n for n, entry in enumerate(entries) if (alone and entry.dash) or (n and entries[n - 1].last.text.rstrip().endswith(".")))
    end = next(ended, len(entries))
    named = [beside, *(source.clean(entry.text) for entry in entries[:end])]
    return [name for name in named if name], [span for entry in entries[end:] for span in entry.lines]


def addressees(view: DocumentView) -> list[str]:
    """Return the addressees, each a text."""
    named, _ = addressed(view)
    return [as_text(name) for name in named] if len(named) == 1 else [as_text(name.rstrip(_ENDS)) for name in named]


def as_text(text: str) -> str:
    """Return *text*, as read, as a findings file has it."""
    return source.typed([(text, "")])


def recipients(draft: Draft, view: DocumentView, path: tuple[str, ...] = ("noi_nhan",)) -> dict[str, Any]:
    """Return box 9b: recipients, what is kept, who drafted and how many copies."""
    found, out = boxed(view, "noi_nhan"), dict[str, Any]()
    _, entries = lists.noi_nhan(view)
    gui = []
    for entry in entries:
        text = _entry(entry.lines, found)
        kept = _FILED.match(text)
        if kept and "luu" not in out:
            rest = text[kept.end() :]
            drafted = _DRAFTED.search(rest)
            if drafted and drafted[0].strip(" ."):
                out |= {"nguoi_soan": drafted["who"]} if drafted["who"] else {}
                out |= {"so_ban": int(drafted["copies"])} if drafted["copies"] else {}
                rest = rest[: drafted.start()]
            out = {"luu": as_text(rest.rstrip(_ENDS) or "VT"), **out}
        elif text.rstrip(_ENDS):
            gui.append(as_text(text.rstrip(_ENDS)))
    if "luu" not in out:
        out = {"luu": "VT", **out}
        draft.doubt((*path, "luu"), N_("không thấy dòng “Lưu:”"))
    return {"gui": gui, **out} if gui else out


def _entry(own: Sequence[Span], found: Sequence[Span]) -> str:
    """Return an entry's words: all of its last line, the drafter's mark too, which the recogniser takes apart."""
    last = own[-1]
    whole = next((span for span in found if span.paragraph is last.paragraph and span.start <= last.start < span.end), last)
    text = " ".join(source.clean(part).strip() for part in (*(span.text for span in own[:-1]), last.paragraph.text[last.start : whole.end]))
    return text.lstrip(" -–—\u2011+•*·\uf0b7\uf0a7").strip()


def word(text: str) -> str:
    """Return *text* for a key that takes no expressions.

    >>> word("{{ho_ten}}")
    '{ho_ten}'
    """
    return text.replace("{{", "{").replace("}}", "}")
