"""Nothing typed is lost: every key of the model is on the printed page, or on a short list with the reason why not.

Each type of document is printed from its sample with a word of its own in every text key that the type takes, and the
word is looked for on the page. Every other key, a number, a date, a choice, must change the page when it changes.
"""

from __future__ import annotations

import contextlib
import copy
import io
import json
import re
import tomllib
import types
import typing
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import TypeAdapter
from pydantic_core import SchemaValidator

from notice_gen import templates
from notice_gen.errors import InputError, TemplateError
from notice_gen.issue import issue
from notice_gen.model import Notice, keys_of, validation
from notice_gen.model.spec import key, table
from notice_gen.model.tables import NoiNhanVanBan
from notice_gen.model.values import Line
from tests.test_pictures import png

TODAY = date(2026, 11, 23)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

NOT_PRINTED = {
    "phien_ban": "the version of the file format",
    "mau": "chooses the template",
    "don_vi": "printed where a text names it: {{ don_vi.ten }}",
    "so_lieu": "printed where a text names it",
    "so_lieu_tinh": "printed where a text names it",
    "kiem_tra.dieu_kien": "a check of the figures; it refuses the document or says nothing",
    "kiem_tra.thong_bao": "what the clerk reads when the check fails",
    "kiem_tra.sai_so": "the margin of a check",
    "kiem_tra.khong_am": "a check of the figures",
    "kiem_tra.la_phan_cua": "a check of the figures",
    "cot": "which column of a workbook is which key",
    "*.phat_hien.ma": "for statistics",
    "*.phat_hien.loai": "for statistics",
    "*.phat_hien.linh_vuc": "for statistics",
    "*.phat_hien.han": "for statistics, and held against the document's date",
    "*.hinh.tep": "names a file",
    "*.bieu_do.tu_bang.thu_tu": "which table of the section is drawn",
    "*.bieu_do.tu_bang.nhan": "names a column of a table",
    "*.bieu_do.tu_bang.cot": "names columns of a table",
    "*.bieu_do.tu_bang.hang": "names rows of a table",
    "*.bang.cot.ty_le": "names two columns, from which the figures under it are worked out",
    "ky.nguoi_ky": "calls a signer by a code",
    "nguoi_ky.ma": "the code by which a signer is called",
    "ban_sao.co_quan.chu_quan": "refused: form 3.1 names only the agency that copies",
    "ban_sao.co_quan.dia_chi": "refused: form 3.1 names only the agency that copies",
    "ban_sao.ky.co_quan": "refused: one agency signs a copy",
    "dinh_dang.vua_trang": "which of the measures are chosen, when a page shows that they waste one",
    "so_van_ban.day_so": "how the register counts",
    "van_ban_truoc.viec": "what the paper does to an earlier one; the register has it",
    "van_ban_truoc.so_ky_hieu": "the earlier paper, which the text names; the register has it",
    "van_ban_truoc.ngay": "as its number",
    "so_van_ban.luu_tru": "what the register keeps",
    "noi_nhan.chung_so": "whether the rows of a mailing share one number",
    "don_vi_rieng.ma": "calls a unit that the list lacks",
    "don_vi_rieng.ten": "printed where a text names the unit: {{ don_vi.ten }}",
    "don_vi_rieng.tinh": "as its name",
    "ngay_nghi.nghi": "how working days are counted",
    "ngay_nghi.lam_viec": "as the days off",
    "dac_ta.ma_co_quan": "metadata of the decree's Phụ lục VI, beside the page",
    "dac_ta.nam_ho_so": "metadata, beside the page",
    "dac_ta.ho_so": "metadata, beside the page",
    "dac_ta.thu_tu": "metadata, beside the page",
    "dac_ta.ngon_ngu": "metadata, beside the page",
    "dac_ta.ghi_chu": "metadata, beside the page",
    "dac_ta.han_tra_loi": "metadata, beside the page",
    "dac_ta.noi_nhan.ten": "metadata, beside the page",
    "dac_ta.noi_nhan.ma": "metadata, beside the page",
    "dac_ta.ghi_vao_word": "whether the Word file's properties have the metadata",
    "the_thuc.bo_qua": "which rules `notice-gen check` leaves out",
    "the_thuc.tu_dien": "words of which no slip of spelling is told",
}
"""Keys that no page shows, and why; ``*.`` begins the end of several names."""

NOT_PRINTED_ON = {
    ("van_ban.trich_yeu", "giay-gioi-thieu"): "form 1.8 has no subject; the register has it",
    ("van_ban.trich_yeu", "giay-nghi-phep"): "form 1.10 has no subject; the register has it",
    ("van_ban.trich_yeu", "sao-luc"): "form 3.1 has no subject; the register has it",
    ("van_ban.trich_yeu", "sao-y"): "form 3.1 has no subject; the register has it",
    ("van_ban.trich_yeu", "trich-sao"): "form 3.1 has no subject; the register has it",
    ("van_ban.dia_danh", "bien-ban"): "form 1.9 has no date line",
    ("co_quan.viet_tat", "thu-cong"): "a letter has no number to print it in",
    ("noi_nhan.luu", "thu-cong"): "a letter names no recipients; the register keeps where it is filed",
    ("noi_nhan.luu", "hop-dong"): "a contract names no recipients; the register keeps where it is filed",
    ("noi_nhan.luu", "ban-ghi-nho"): "as a contract",
    ("noi_nhan.luu", "ban-thoa-thuan"): "as a contract",
}
"""Keys that these types accept and do not print, though others do, and why."""

SPELT: dict[str, tuple[Any, str]] = {
    "mau": ("thong-bao", "thong-bao"),
    "van_ban.loai": ("BC", "/bc-"),
    "so_lieu_tinh": ("70000 + 7777", "77.777"),
    "kiem_tra.dieu_kien": ("77777 == 77777", "77777"),
    "kiem_tra.sai_so": (Decimal(77777), "77.777"),
    "cot": ("so_lieu.khong_co", "khong_co"),
    "ky.nguoi_ky": ("nguoi-thu", "nguoi-thu"),
    "nguoi_ky.ma": ("nguoi-thu", "nguoi-thu"),
    "bien_ban.chu_tri": ("Ông Nguyễn Văn A, người thử", "người thử"),
    "the_thuc.bo_qua": ("TR05", "tr05"),
}
"""What to type, and look for, where not every word will do."""

NEEDS: dict[str, dict[str, Any]] = {
    "nguoi_ky": {"ky": {"nguoi_ky": "nguoi-thu"}, "nguoi_ky.0.ma": "nguoi-thu"},
    "ky.nguoi_ky": {"nguoi_ky.0.ma": "nguoi-thu"},
    "ky_lien_tich": {"ky.co_quan": "Ủy ban nhân dân xã A", "ky_lien_tich.0.co_quan": "Sở B"},
    "ky.co_quan": {"ky_lien_tich.0.co_quan": "Sở B"},
    "nguoi_ky.co_quan": {"ky_lien_tich.0.co_quan": "Sở B"},
    "phu_luc.danh_so": {"phu_luc.0.muc.0.muc.0.tieu_de": "Mục con"},
    "van_ban_kem_theo.danh_so": {"van_ban_kem_theo.0.muc.0.muc.0.tieu_de": "Mục con", "van_ban_kem_theo.0.muc.0.muc.0.muc.0.tieu_de": "Mục cháu"},
    "muc.bang": {"ket_thuc.noi_dung": "Hết."},
    "muc.bieu_do": {"ket_thuc.noi_dung": "Hết."},
    "muc.muc.bieu_do": {"ket_thuc.noi_dung": "Hết."},
    "ban_sao": {"van_ban.so": 12, "ban_sao.ky.ho_ten": "Nguyễn Văn A", "ban_sao.noi_nhan.luu": "VT"},
}
"""What else must be there for a key, or for all keys of a table, to be taken."""

BEGUN = {
    "Muc": {"tieu_de": "Mục"},
    "Bang": {"cot": ["Cột", "Cột"], "hang": [["ô", "ô"]], "rong": [1, 1]},
    "BieuDo": {"du_lieu": {"cot": ["Cột", "Cột"], "hang": [["ô", 5]]}},
    "VanBanKemTheo": {"noi_dung": "Lời văn."},
    "KiemTra": {"dieu_kien": "1 == 1"},
}
"""What a new table begins with beside the examples of the keys that it must have."""

# --- the keys of the model ----------------------------------------------------------------------------


class Leaf(typing.NamedTuple):
    """A key that holds no table: its path (``muc.0.tieu_de``), its name in the model (``muc.tieu_de``), its kind."""

    path: tuple[str | int, ...]
    name: str
    kind: str
    choices: tuple[Any, ...] = ()


def leaves(cls: type, path: tuple[str | int, ...] = (), name: str = "", within: tuple[type, ...] = ()) -> Iterator[Leaf]:
    """Every key of a table and the tables in it; one table in itself (muc.muc) once."""
    for key_name, said in keys_of(cls).items():
        yield from _of_type(said.annotation, (*path, key_name), f"{name}.{key_name}".lstrip("."), (*within, cls))


def _of_type(kind: Any, path: tuple[str | int, ...], name: str, within: tuple[type, ...]) -> Iterator[Leaf]:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        yield from _of_type(str if str in inner else inner[0], path, name, within)
    elif origin is tuple:
        yield from _of_type(inner[0], (*path, 0), name, within)
    elif origin is Literal:
        yield Leaf(path, name, "choice", inner)
    elif origin is not None:
        assert issubclass(origin, Mapping), kind
        yield from _of_type(inner[1], (*path, "khoa_thu"), name, within)
    elif hasattr(kind, "__pydantic_config__"):
        if within.count(kind) < 2:
            yield from leaves(kind, path, name, within)
    else:
        yield Leaf(path, name, {str: "text"}.get(kind, kind.__name__))


# --- a findings file with one more key ----------------------------------------------------------------


@cache
def _sample(mau: str) -> dict[str, Any]:
    return tomllib.loads(re.sub(r"(?m)^# (ngay = )", r"\1", templates.sample(mau)), parse_float=Decimal)


def put(data: dict[str, Any], cls: type, path: tuple[str | int, ...], value: Any) -> None:
    """Set one key, with the tables on the way to it, each begun with the examples of the keys it must have."""
    first, *rest = path
    kind = _table_of(keys_of(cls)[str(first)].annotation)
    if not rest:
        data[str(first)] = value
    elif rest[0] == 0:
        several = data.get(str(first), [])
        several = list(several) if isinstance(several, list) else [several]
        if kind is None:
            last = several[-1] if several else []
            several[-1:] = [[*last[:-1], value] if len(rest) > 1 else value]
        else:
            last = several[-1] if several else begun(kind)
            several[-1:] = [{next(name for name, said in keys_of(kind).items() if said.required): last} if isinstance(last, str) else last]
            put(several[-1], kind, tuple(rest[1:]), value)
        data[str(first)] = several
    elif kind is None:
        data[str(first)] = data.get(str(first), {}) | {rest[0]: value}
    else:
        put(data.setdefault(str(first), begun(kind)), kind, tuple(rest), value)


def begun(cls: type) -> dict[str, Any]:
    """A table with the keys that it must have."""
    inner = {name: _table_of(said.annotation) for name, said in keys_of(cls).items() if said.required}
    return {name: keys_of(cls)[name].examples[0] if kind is None else begun(kind) for name, kind in inner.items()} | copy.deepcopy(BEGUN.get(cls.__name__, {}))


def _table_of(kind: Any) -> type | None:
    inner = [kind, *typing.get_args(kind)]
    return next((one for one in inner if hasattr(one, "__pydantic_config__")), None)


def toml(value: Any) -> str:
    """A value as TOML has it, tables inline."""
    match value:
        case bool() | str():
            return json.dumps(value, ensure_ascii=False)
        case dict():
            return "{" + ", ".join(f"{json.dumps(name, ensure_ascii=False)} = {toml(one)}" for name, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
    return str(value)


def page(data: Mapping[str, Any], folder: Path) -> dict[str, bytes]:
    """The parts of the document that the findings make: what Word shows, and where."""
    text = "\n".join(f"{name} = {toml(value)}" for name, value in data.items())
    (folder / "so-do.png").write_bytes(png())
    docx = issue(text.encode(), file="tep.toml", folder=folder, today=TODAY).docx
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")}


def words(parts: Mapping[str, bytes]) -> str:
    """All that is to be read on the page, what pictures show too, in small letters, a paragraph a line."""
    paragraphs = (paragraph for part in parts.values() for paragraph in ET.fromstring(part).iter(f"{W}p"))  # noqa: S314 - our own
    read = ("".join((piece.text if piece.tag == f"{W}t" else piece.get("descr")) or "" for piece in paragraph.iter()) for paragraph in paragraphs)
    return "\n".join(read).casefold()


# --- a word in every text key -------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """One key, what is typed in it, and what must then be on the page."""

    leaf: Leaf
    value: Any
    word: str


def asked(cls: type, mau: str) -> list[Asked]:
    """The text keys that a type of document takes."""
    refused = templates.form_of(templates.find(mau))[2]
    texts = [leaf for leaf in leaves(cls) if leaf.kind == "text" and not f"{leaf.name}.".startswith(tuple(f"{name}." for name in refused))]
    found = []
    for n, leaf in enumerate(texts):
        word = f"thử{chr(97 + n // 676 % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}"
        value, word = SPELT.get(leaf.name, (f"TM. {word}" if leaf.name.endswith("quyen_han") else word, word))
        found.append(Asked(leaf, value, word))
    return found


def typed(cls: type, mau: str, several: Sequence[Asked], *names: str) -> dict[str, Any]:
    """The sample of a type of document with what is asked in it, and what that, and *names*, need."""
    data = copy.deepcopy(_sample(mau))
    for start, more in NEEDS.items():
        if any(f"{name}.".startswith(f"{start}.") for name in (*names, *(one.leaf.name for one in several))):
            fill(data, cls, more)
    for one in several:
        put(data, cls, one.leaf.path, one.value)
    return data


def fill(data: dict[str, Any], cls: type, values: Mapping[str, Any]) -> None:
    """Put several values, by dotted paths."""
    for path, value in values.items():
        put(data, cls, tuple(0 if step == "0" else step for step in path.split(".")), copy.deepcopy(value))


def shown(cls: type, mau: str, several: Sequence[Asked], folder: Path) -> dict[str, bool | None]:
    """Whether each key's word is on the page; None where the reader refuses the key, so that nothing is lost."""
    if not several:
        return {}
    try:
        text = words(page(typed(cls, mau, several), folder))
    except (InputError, TemplateError):
        if len(several) == 1:
            return {several[0].leaf.name: None}
        half = len(several) // 2
        return shown(cls, mau, several[:half], folder) | shown(cls, mau, several[half:], folder)
    found: dict[str, bool | None] = {one.leaf.name: one.word in text for one in several}
    if len(several) > 1:  # one key may take another's place
        for one in several:
            found |= {} if found[one.leaf.name] else shown(cls, mau, [one], folder)
    return found


def listed(name: str, reasons: Iterable[str] = NOT_PRINTED) -> bool:
    return any(name == reason or (reason.startswith("*.") and name.endswith(reason[1:])) for reason in reasons)


def faults(cls: type, mau: str, folder: Path) -> list[str]:
    """What the page of a type does not show though it is not listed, or shows though it is."""
    several = [one for one in asked(cls, mau) if not listed(one.leaf.name)]
    found = []
    for name, printed in shown(cls, mau, several, folder).items():
        if printed is False and (name, mau) not in NOT_PRINTED_ON:
            found.append(f"{name}: accepted, and printed nowhere")
        if printed and (name, mau) in NOT_PRINTED_ON:
            found.append(f"{name}: listed as not printed, but it is")
    return found


def stale(mau: str, folder: Path) -> list[str]:
    """What is listed as printed nowhere, and is."""
    several = [one for one in asked(Notice, mau) if listed(one.leaf.name)]
    return [one.leaf.name for one in several if any(shown(Notice, mau, [one], folder).values())]


SHAPES = {(find.manifest["word"], templates.form_of(find)[2]): find.mau for find in map(templates.find, reversed(templates.names()))}
"""One type of each Word file and choice of keys; the others print through the same places."""


@pytest.mark.parametrize("mau", [mau if mau in SHAPES.values() else pytest.param(mau, marks=pytest.mark.slow) for mau in templates.names()])
def test_every_text_is_on_the_page_or_refused_or_listed(mau, tmp_path):
    assert faults(Notice, mau, tmp_path) == []


def test_every_text_is_on_the_page_of_some_type_or_listed(tmp_path):
    """So that what every type refuses is known too."""
    missing = {leaf.name: leaf for leaf in leaves(Notice) if leaf.kind == "text" and not listed(leaf.name)}
    for mau in ("ke-hoach", "quyet-dinh", *SHAPES.values()):
        printed = shown(Notice, mau, [one for one in asked(Notice, mau) if one.leaf.name in missing], tmp_path)
        missing = {name: leaf for name, leaf in missing.items() if not printed.get(name)}
    assert list(missing) == []


@pytest.mark.slow
def test_a_figure_that_cannot_be_worked_out_is_reported_at_its_key(tmp_path):
    """Wherever a text may hold one, the message points at these very characters."""
    missing = {leaf.name for leaf in leaves(Notice) if leaf.kind == "text" and not listed(leaf.name)}
    elsewhere = {}
    for mau in ("ke-hoach", "quyet-dinh", *SHAPES.values()):
        for one in [one for one in asked(Notice, mau) if one.leaf.name in missing]:
            data = typed(Notice, mau, [Asked(one.leaf, str(one.value).replace(one.word, "{{ mot / khong }}"), "")])
            data["so_lieu"] = data.get("so_lieu", {}) | {"mot": 1, "khong": 0}
            try:
                page(data, tmp_path)  # a name or a code, printed as it is typed
            except TemplateError:
                continue
            except InputError as error:
                places = [problem.place for problem in error.problems if problem.place]
                if not any("mot / khong" in place.text[place.column - 1 :][: place.width] for place in places):
                    elsewhere[one.leaf.name, mau] = [problem.text() for problem in error.problems]
            missing -= {one.leaf.name}
    assert elsewhere == {}
    assert missing == set()


# --- everything else changes the page -----------------------------------------------------------------

BY_KIND = {"int": (3, 8), "bool": (False, True), "Decimal": (20, 40), "date": (date(2026, 12, 4), date(2026, 12, 7)), "datetime": tuple(datetime.fromisoformat(f"2026-12-02 0{hour}:00") for hour in (7, 8))}
VALUES: dict[str, Sequence[Any]] = {
    "dinh_dang.co_chu": (13, 14),
    "dinh_dang.gian_dong": (1, Decimal("1.5")),
    "dinh_dang.gian_doan": (6, 8),
    "dinh_dang.thut_dau_dong": (1, Decimal("1.27")),
    "dinh_dang.le_tren": (20, 25),
    "dinh_dang.le_duoi": (20, 25),
    "dinh_dang.le_trai": (30, 35),
    "dinh_dang.le_phai": (15, 20),
}
WITH: dict[str, list[dict[str, Any]]] = {
    "van_ban.dien_tu": [{"van_ban.dien_tu": yes, "phu_luc.0.noi_dung": "Lời văn."} for yes in (False, True)],
    "giay_moi.den_luc": [{"giay_moi.den_luc": datetime.fromisoformat(f"2026-12-02 {hour}:00")} for hour in (15, 16)],
    "bien_ban.den_luc": [{"bien_ban.den_luc": datetime.fromisoformat(f"2026-12-02 {hour}:00")} for hour in (15, 16)],
    "giay_nghi_phep.so_ngay": [{"giay_nghi_phep.den_ngay": date(2026, 12, 14), "giay_nghi_phep.so_ngay": days} for days in (6, 8)],
    "giay_nghi_phep.tu_ngay": [{"giay_nghi_phep.den_ngay": date(2026, 12, 14), "giay_nghi_phep.tu_ngay": date(2026, 12, day)} for day in (8, 10)],
    "giay_nghi_phep.den_ngay": [{"giay_nghi_phep.den_ngay": date(2026, 12, day)} for day in (11, 13)],
    "giay_nghi_phep.ngay_don": [{"giay_nghi_phep.ngay_don": date(2026, 12, day)} for day in (1, 2)],
    "ban_sao.dien_tu": [
        {"van_ban.so": 12, "ban_sao.hinh_thuc": "trích sao", "ban_sao.dien_tu": True},
        {"van_ban.so": 12, "ban_sao.hinh_thuc": "trích sao", "ban_sao.ky.ho_ten": "Nguyễn Văn A", "ban_sao.noi_nhan.luu": "VT"},
    ],
}
"""Values that are taken only together with others."""
for _cap in ("muc.muc.cap", "phu_luc.muc.muc.cap", "van_ban_kem_theo.muc.muc.cap"):
    _muc = _cap.removesuffix("muc.cap").replace("muc.", "muc.0.").replace("phu_luc.", "phu_luc.0.").replace("van_ban_kem_theo.", "van_ban_kem_theo.0.")
    WITH[_cap] = [{f"{_muc}cap": "phan", f"{_muc}muc.0.cap": cap} for cap in ("chuong", "muc", "tieu-muc")]
for _leaf in leaves(Notice):
    if _leaf.name.endswith("bieu_do.du_lieu.hang"):
        SPELT[_leaf.name] = (7777, "7.777")
    if _leaf.name.endswith("bieu_do.chieu_cao"):
        VALUES[_leaf.name] = (60, 90)
    if _leaf.name.endswith(("bang.tong_nhom", "bang.cot.cong")):
        _bang = ".".join(map(str, _leaf.path[: _leaf.path.index("bang") + 2]))
        _table = {f"{_bang}.cot": ["Tên", "Số"], f"{_bang}.hang": [["NHÓM MỘT", ""], ["Một", 5]], f"{_bang}.tong": True, "ket_thuc.noi_dung": "Hết."}
        WITH[_leaf.name] = [
            {**_table, f"{_bang}.tong_nhom": yes} if _leaf.name.endswith("tong_nhom") else {**_table, f"{_bang}.cot": ["Tên", {"ten": "Số", "cong": yes}]}
            for yes in (False, True)
        ]


def pages(cls: type, mau: str, leaf: Leaf, folder: Path) -> list[dict[str, bytes]]:
    """The pages with each value of a key that the reader takes."""
    made = []
    alone = [{".".join(map(str, leaf.path)): value} for value in leaf.choices or VALUES.get(leaf.name) or BY_KIND[leaf.kind]]
    for together in WITH.get(leaf.name, alone):
        data = typed(cls, mau, [], leaf.name if leaf.name not in WITH else "")
        fill(data, cls, together)
        with contextlib.suppress(InputError, TemplateError):
            made.append(page(data, folder))
    return made


@pytest.mark.parametrize("leaf", [leaf for leaf in leaves(Notice) if leaf.kind != "text"], ids=lambda leaf: leaf.name)
def test_every_number_date_and_choice_changes_the_page_or_is_listed(leaf, tmp_path):
    for mau in ("ke-hoach", "quyet-dinh", *SHAPES.values()):
        if f"{leaf.name}.".startswith(tuple(f"{name}." for name in templates.form_of(templates.find(mau))[2])):
            continue
        made = pages(Notice, mau, leaf, tmp_path)
        different = [one for n, one in enumerate(made) if one not in made[:n]]
        if listed(leaf.name):
            assert len(different) < 2, f"{leaf.name}: listed as not printed, but it changes the page"
        elif len(different) > 1:
            assert len(different) == len(made), f"{leaf.name}: two of its values print the same"
            return
    assert listed(leaf.name), f"{leaf.name}: accepted, and the page is the same"


# --- the proof that a new key does not slip through ---------------------------------------------------


@table
class NoiNhanMoi(NoiNhanVanBan):
    kem: Line | None = key(default=None, help="Một khóa mới mà không chỗ nào in.")


@table
class NoticeMoi(Notice):
    noi_nhan: NoiNhanMoi  # type: ignore[assignment]


def test_a_new_key_that_nothing_prints_is_found(tmp_path, monkeypatch):
    validator = SchemaValidator(TypeAdapter(NoticeMoi).core_schema)
    monkeypatch.setattr(validation, "_validator", lambda: validator)
    assert faults(NoticeMoi, "thong-bao", tmp_path) == ["noi_nhan.kem: accepted, and printed nowhere"]


@pytest.mark.slow
def test_the_list_does_not_go_stale(monkeypatch, tmp_path):
    assert {mau: names for mau in ("ke-hoach", "quyet-dinh") if (names := stale(mau, tmp_path))} == {}
    monkeypatch.setitem(NOT_PRINTED, "noi_nhan.luu", "a wrong entry")
    assert stale("ke-hoach", tmp_path) == ["noi_nhan.luu"]
    names = {leaf.name for leaf in leaves(Notice)}
    assert [reason for reason in NOT_PRINTED if not any(listed(name, [reason]) for name in names)] == []
    assert [name for name, mau in NOT_PRINTED_ON if name not in names or mau not in templates.names()] == []
