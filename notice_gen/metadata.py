"""Metadata of an outgoing paper: the fields of Phụ lục VI, Phần II, mục I, with their lengths, as JSON, XML and properties.

``data/dac-ta.toml`` has the fields.  A paper's values come from its notice (:func:`of_notice`) or from the page of a Word file
(``back/describing.py``); all the rest is the same for both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from notice_gen import facts, vietnamese
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.records import record
from notice_gen.vietnamese.lien_dong import nhu_go

if TYPE_CHECKING:
    from notice_gen.compose import Context
    from notice_gen.model import Notice
    from notice_gen.page import Page

NAMESPACE = "urn:notice-gen:dac-ta:1"
KINDS = ("json", "xml")
PAGES = "PageAmount"
_DATA = "dac-ta.toml"
_UNUSED = "ma_noi_nhan_khong_dung"
_LONGEST = 255  # letters of a property of a Word file
_SENT_TO = re.compile(r"(?:Kính gửi:|Được cử đến:)?\s*(?:- )?")
_SENT_FOR = re.compile(r"\s*\(để [^()]*\)$", re.IGNORECASE)
_AS_ABOVE = re.compile(r"như (?:trên|kính gửi|điều\s+\d+\S*)", re.IGNORECASE)


@record
class Truong:
    """A field of the table: its number, its name (``To.OrganId``), what it is called, ``String``, ``Number`` or ``Date``, its length."""

    so: str
    ma: str
    ten: str
    kieu: str
    do_dai: int


@record
class Value:
    """What a paper says for one field.

    Attributes:
        ma: the field's name.
        said: a text, a number, or a day as ``2026-03-05``.
        path: the key of the findings file that says it; empty where none does.
        at: which of several signers or recipients, from 0.
    """

    ma: str
    said: str | int
    path: KeyPath = ()
    at: int = 0


@record
class Recipient:
    """One to whom a paper goes: the name, the key that names it."""

    ten: str
    path: KeyPath = ()


@facts.once
def truong() -> Mapping[str, Truong]:
    """Return the fields by name, in the table's order."""
    return {row["ma"]: Truong(**row) for row in facts.table(_DATA)["truong"]}


def source() -> str:
    """Return the article that has the table."""
    return str(facts.table(_DATA)["dieu"])


def priority(khan: str | None) -> int:
    """Return the code of an urgency, ``khẩn``; 0 without one."""
    return int(facts.table(_DATA)["muc_do"][khan or ""])


def language() -> str:
    """Return the language of papers that do not say another."""
    return str(facts.table(_DATA)["ngon_ngu"])


def of_notice(notice: Notice, context: Context, *, pages: int | None = None) -> list[Value]:
    """Return what a notice says for the fields; *pages*: how many it has, None where nobody counted them."""
    van_ban, page = notice.van_ban, context.page
    loai = context.law.loai.get(van_ban.loai or "")
    ten_loai = loai.ten if loai else nhu_go(str(page.van_ban.ten_loai)).capitalize() or _without_code(notice.mau, context)
    found = [Value("TypeName", ten_loai, ("van_ban", "loai"))]
    if isinstance(van_ban.so, int) and page.van_ban.so_ky_hieu:
        found.append(Value("CodeNumber", vietnamese.so_van_ban(van_ban.so), ("van_ban", "so")))
    if page.van_ban.ky_hieu:
        found.append(Value("CodeNotation", page.van_ban.ky_hieu, ("van_ban", "ky_hieu") if van_ban.ky_hieu else ("co_quan", "viet_tat")))
    if van_ban.ngay:
        found.append(Value("IssuedDate", van_ban.ngay.isoformat(), ("van_ban", "ngay")))
    found.append(Value("OrganName", " ".join(notice.co_quan.ten), ("co_quan", "ten")))
    found.append(Value("Subject", nhu_go(str(context.facts["van_ban"]["trich_yeu"])), ("van_ban", "trich_yeu")))
    found += _signers(notice, page)
    found.append(Value("Priority", priority(van_ban.khan), ("van_ban", "khan")))
    if notice.noi_nhan.so_ban:
        found.append(Value("IssuedAmount", notice.noi_nhan.so_ban, ("noi_nhan", "so_ban")))
    if pages is not None:
        found.append(Value(PAGES, pages))
    said = van_ban.ngay.year if van_ban.ngay else None
    return found + _filed(notice.dac_ta, said) + addressed(_recipients(notice, page), notice.dac_ta.noi_nhan)


def _signers(notice: Notice, page: Page) -> Iterator[Value]:
    """Yield the fields of all who sign, who leads first: with other agencies, or for the other parties of a contract."""
    rows = [row for block in (page.ky_lien_tich, page.ky_cac_ben) if block for row in (*block.hai, *block.ba)]
    shown = {one.ho_ten: one.chuc_vu for row in rows for one in (row.trai, row.giua, row.phai) if one} | {page.ky.ho_ten: page.ky.chuc_vu}
    several: list[tuple[str, str, KeyPath]] = [(notice.ky.chuc_vu, notice.ky.ho_ten, ("ky",))]
    several += [(one.chuc_vu, one.ho_ten, ("ky_lien_tich", n)) for n, one in enumerate(notice.ky_lien_tich)]
    parties = [(n, one.dai_dien) for n, one in enumerate(notice.ben)] if page.ky_cac_ben else []
    several += [(one.chuc_vu or "", one.ho_ten, ("ben", n, "dai_dien")) for n, one in parties if one.ho_ten != notice.ky.ho_ten]
    for at, (typed, name, path) in enumerate(several):
        printed = nhu_go(str(shown.get(name, "")))
        post = typed if not printed or vietnamese.chu_hoa(typed) == printed else printed  # capitals, where it holds an expression
        if post:
            yield Value("SignerInfo.Position", post, (*path, "chuc_vu"), at)
        yield Value("SignerInfo.FullName", name, (*path, "ho_ten"), at)


def _without_code(mau: str, context: Context) -> str:
    """Return the name of a type that has no code, ``Công văn``, by its template."""
    return next((one.ten for one in context.law.loai_khong_ma if vietnamese.slug(one.ten) == mau), mau)


def _filed(dac_ta: Any, nam: int | None) -> list[Value]:
    own = {
        "FileCode.OrganId": "ma_co_quan", "FileCode.FileCatalog": "nam_ho_so", "FileCode.FileNotation": "ho_so", "DocOrdinal": "thu_tu",
        "Language": "ngon_ngu", "Description": "ghi_chu", "DueDate": "han_tra_loi",
    }  # fmt: skip
    said = {ma: getattr(dac_ta, key) for ma, key in own.items()}
    said["Language"] = said["Language"] or language()
    if said["FileCode.FileCatalog"] is None and dac_ta.ho_so:
        said["FileCode.FileCatalog"] = nam
    return [
        Value(ma, value.isoformat() if isinstance(value, date) else value, ("dac_ta", own[ma]))
        for ma, value in said.items() if value is not None
    ]


def _recipients(notice: Notice, page: Page) -> list[Recipient]:
    """Return who is named on the page: addressees before recipients, each once, the line of filing left out."""
    from notice_gen.page import invited

    to = [one for one in page.tai_lieu[0].noi_dung if one.kieu in {"kinh_gui", "kinh_gui_noi"} or str(one.chu).startswith("Được cử đến:")]
    named = [name for one in to if (name := bare(one.chu))]
    several = [bare(line) for line in page.noi_nhan[:-1]]
    first = len(several) - len(notice.noi_nhan.gui)  # a line that the form puts first
    own = [Recipient(name, ("van_ban", "kinh_gui", at)) for at, name in enumerate(named)]
    own += [Recipient(bare(line), ("giay_moi", "kinh_moi", at)) for at, line in enumerate(invited(page) if notice.giay_moi else ())]
    return own + [Recipient(name, ("noi_nhan", "gui", max(at - first, 0))) for at, name in enumerate(several)]


def bare(line: str) -> str:
    """Return a recipient's name without what the page puts around it, what it is sent for too.

    >>> bare("- UBND tỉnh (để báo cáo);"), bare("Phòng Văn hóa (2 bản)")
    ('UBND tỉnh', 'Phòng Văn hóa (2 bản)')
    """
    return _SENT_FOR.sub("", _SENT_TO.sub("", nhu_go(str(line)).strip(), count=1).rstrip(";.").strip())


def addressed(several: Sequence[Recipient], codes: Iterable[Any]) -> list[Value]:
    """Return the fields of recipients: names, and the codes that *codes* (with ``ten`` and ``ma``) say of them.

    ``Như trên`` names nobody; it is kept where nobody else is named.
    """
    named = [one for one in several if not _AS_ABOVE.fullmatch(one.ten)] or [*several]
    by_name = {folded(one.ten): one for one in reversed(named)}
    by_code = {folded(code.ten): (n, code.ma) for n, code in enumerate(codes)}
    found = list[Value]()
    for at, one in enumerate(by_name[name] for name in dict.fromkeys(folded(one.ten) for one in named)):
        if folded(one.ten) in by_code:
            n, ma = by_code[folded(one.ten)]
            found.append(Value("To.OrganId", ma, ("dac_ta", "noi_nhan", n, "ma"), at))
        found.append(Value("To.OrganName", one.ten, one.path, at))
    return found


def folded(ten: str) -> str:
    """Return a name by which two spellings of one recipient are the same; what stands in brackets at its end is no part of it."""
    return vietnamese.slug(re.sub(r"\s*\([^()]*\)$", "", ten))


def faults(values: Iterable[Value], codes: Sequence[Any] = ()) -> Iterator[Problem]:
    """Yield what the table does not allow: a value that is too long, a code (*codes*, the findings') for somebody to whom nothing goes."""
    found = [*values]
    for one in found:
        field = truong()[one.ma]
        length = len(str(one.said))
        if length > field.do_dai:
            number = field.kieu == "Number"
            message = N_("{ten} có {so} chữ số, dài hơn trường {ma} của dữ liệu đặc tả: nhiều nhất {do_dai} ({dieu}).") if number else \
                N_("{ten} dài {so} ký tự, dài hơn trường {ma} của dữ liệu đặc tả: nhiều nhất {do_dai} ({dieu}).")  # fmt: skip
            hint = N_("Viết {khoa} ngắn lại; chương trình không tự cắt.")
            said = {"ten": field.ten, "so": length, "ma": one.ma, "do_dai": field.do_dai, "dieu": source(), "khoa": _key(one)}
            yield Problem(message, hint, said, one.path)
    sent = {folded(str(one.said)) for one in found if one.ma == "To.OrganName"}
    for n, code in enumerate(codes):
        if folded(code.ten) not in sent:
            message = N_("[[dac_ta.noi_nhan]] có mã của “{ten}”, nhưng văn bản không gửi nơi đó.")
            hint = N_("Viết ten đúng như ở [noi_nhan] gui hoặc kinh_gui; mã để sẵn cho văn bản khác thì không cần sửa gì.")
            yield Problem(message, hint, {"ten": code.ten}, ("dac_ta", "noi_nhan", n, "ten"), code.ten, level="warning", code=_UNUSED)


def _key(one: Value) -> str:
    return next((str(part) for part in reversed(one.path) if isinstance(part, str)), one.ma)


def missing(values: Iterable[Value]) -> list[Truong]:
    """Return the fields for which nothing is said."""
    there = {one.ma for one in values}
    return [field for field in truong().values() if field.ma not in there]


def tree(values: Iterable[Value]) -> dict[str, Any]:
    """Return the fields as nested tables, in the table's order; signers and recipients are lists, what is not said is left out."""
    several, by_field = facts.table(_DATA)["nhieu"], dict[str, list[Value]]()
    for one in values:
        by_field.setdefault(one.ma, []).append(one)
    out: dict[str, Any] = {}
    for ma in (ma for ma in truong() if ma in by_field):
        group, _, name = ma.rpartition(".")
        for one in by_field[ma]:
            if group in several:
                rows = out.setdefault(group, [])
                rows.extend({} for _ in range(one.at + 1 - len(rows)))
                rows[one.at][name] = one.said
            elif group:
                out.setdefault(group, {})[name] = one.said
            else:
                out[name] = one.said
    return out


def as_json(values: Iterable[Value]) -> str:
    """Return the fields as JSON, ``schemas/dac-ta.schema.json``."""
    return json.dumps(tree(values), ensure_ascii=False, indent=2) + "\n"


def as_xml(values: Iterable[Value]) -> str:
    """Return the fields as XML, ``schemas/dac-ta.xsd``."""
    lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", f"<VanBanDi xmlns=\"{NAMESPACE}\">"]
    for name, said in tree(values).items():
        for row in said if isinstance(said, list) else [said]:
            if isinstance(row, Mapping):
                lines += [f"  <{name}>", *(f"    <{inner}>{_escaped(text)}</{inner}>" for inner, text in row.items()), f"  </{name}>"]
            else:
                lines.append(f"  <{name}>{_escaped(row)}</{name}>")
    return "\n".join([*lines, "</VanBanDi>", ""])


def _escaped(said: str | int) -> str:
    from notice_gen.render.pack import escape

    return escape(str(said))


def text(values: Iterable[Value], kind: str) -> str:
    """Return the fields as one of :data:`KINDS`."""
    return as_xml(values) if kind == "xml" else as_json(values)


def properties(values: Iterable[Value]) -> dict[str, str | int]:
    """Return the fields as properties of a Word file, by name: ``To.2.OrganName`` is the second recipient's; pages are left out.

    A text longer than the 255 letters that Word keeps there is cut behind a word; JSON and XML have all of it.
    """
    several, out, order = facts.table(_DATA)["nhieu"], dict[str, str | int](), [*truong()]
    for one in sorted(values, key=lambda one: (order.index(one.ma) if "To." not in one.ma else len(order), one.at, order.index(one.ma))):
        if one.ma == PAGES:
            continue
        group, _, name = one.ma.rpartition(".")
        key = f"{group}.{one.at + 1}.{name}" if group in several else one.ma
        out[key] = one.said if isinstance(one.said, int) else _short(one.said)
    return out


def _short(said: str) -> str:
    if len(said) <= _LONGEST:
        return said
    head = said[: _LONGEST - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"
