"""The page of one notice, every sentence decided: what ``compose`` gives, and templates, the register and file names read.

The records and their attributes have the names by which a template's tags ask for them (``docs/dev/templates.md`` is their manual);
texts are ready to print, and a text, a list or a length that there is none of is empty.  :func:`values` gives a template its plain dicts.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import takewhile
from typing import Any

from notice_gen.left_open import Hole
from notice_gen.records import record


@record
class Picture:
    """A picture: its bytes, ``png`` or ``jpeg``, its width and height in pixels."""

    data: bytes
    kind: str
    width: int
    height: int


class Shown(str):
    """A picture as the text of a block: it reads as its alternative text, and the engine draws it.

    Picture *number* of its notice is drawn *size* EMU wide and high; *at* counts what is drawn; both from 0.
    """

    __slots__ = ("at", "number", "size")
    size: tuple[int, int]
    number: int
    at: int

    def __new__(cls, text: str, size: tuple[int, int], number: int, at: int) -> Shown:
        """Keep the alternative *text* with what is drawn."""
        self = super().__new__(cls, text)
        self.size, self.number, self.at = size, number, at
        return self

    def __getnewargs__(self) -> tuple[str, tuple[int, int], int, int]:  # type: ignore[override]  # str's own is typed for str
        return str(self), self.size, self.number, self.at


@record
class ChartSeries:
    """One row of figures of a chart: its name, its figures (None where there is none), whose values are written beside what is drawn."""

    name: str
    values: tuple[Decimal | None, ...]
    written: frozenset[int] = frozenset()


@record
class Axis:
    """The axis of a chart's figures: where it begins and ends, how far its marks are apart, how many decimals figures have."""

    low: Decimal
    high: Decimal
    step: Decimal
    decimals: int = 0


@record
class Chart:
    """A chart, every decision made: what is drawn (``kieu`` as the findings file has it), its labels and the heading above them.

    *unit* is what stands along the axis; *size_pt* is that of the labels, which are *turned* upright where they have no room, and of which
    each of *every* is written.
    """

    kieu: str
    head: str
    labels: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    unit: str
    axis: Axis
    size_pt: int
    turned: bool = False
    every: int = 1


class ShownChart(Shown):
    """A chart as the text of a block, as a picture is."""

    __slots__ = ()


@record
class Dong:
    """A block of one text: a paragraph, a heading with its number, a dash item; ``cuoi`` marks the body's last."""

    kieu: str
    chu: str
    cuoi: bool = False

    def __init__(self, kieu: str, chu: str, cuoi: bool = False) -> None:
        own = self.__dict__  # some dozens are made for each notice
        own["kieu"], own["chu"], own["cuoi"] = kieu, chu, cuoi


@record
class Chuong(Dong):
    """The heading of a chapter, or of another division above the articles: its number, and its title on the next line."""

    ten: str = ""


@record
class Cell:
    """A cell: its text, whether it holds a number, its width in twips, whether it is centred (``giua``) and bold (``dam``).

    It reaches over ``cot`` columns, none when another cell covers it; ``giu``: it stays on the page of the next row.
    """

    chu: str
    la_so: bool
    rong: int
    giua: bool = False
    dam: bool = False
    cot: int = 1
    giu: bool = False


@record
class Cot:
    """A column of a table: its heading, its width in twips; ``tren``: its heading stands in the row above, beside those of groups."""

    ten: str
    rong: int
    tren: bool = False


@record
class DauNhom:
    """A cell of the upper row of a head of two levels: a group's heading over ``cot`` columns, or a column's own (``rieng``), in both rows.

    Its width is in twips.
    """

    ten: str
    rong: int
    cot: int
    rieng: bool = False


@record
class Bang:
    """A block that is a table: columns, rows, the total row (or none), the upper row of its head where it has two levels.

    ``giu``: it stays on the page of what follows.  A template that knows tables, but not such a head, has no place for its ``kieu``.
    """

    cot: tuple[Cot, ...]
    hang: tuple[tuple[Cell, ...], ...]
    tong: tuple[Cell, ...] = ()
    nhom: tuple[DauNhom, ...] = ()
    giu: bool = False
    kieu: str = "bang"
    chu: str = ""
    cuoi: bool = False


Block = Dong | Bang


@record
class CoQuan:
    """An agency's lines in capitals, the rule below them in twips, its address."""

    ten: tuple[str, ...]
    duong_ke: int
    chu_quan: tuple[str, ...] = ()
    viet_tat: str = ""
    dia_chi: tuple[str, ...] = ()


@record
class TieuNgu:
    """The motto and the rule below it in twips."""

    chu: str
    duong_ke: int


@record
class VanBan:
    """Number, place and date, type, subject, marks; in twips, how wide the subject is set and the rule below it."""

    so_ky_hieu: str
    dia_danh: str
    thoi_gian: str
    ten_loai: str
    trich_yeu: str
    khan: str
    luu_hanh: str
    be_rong: int
    duong_ke: int

    @property
    def ky_hieu(self) -> str:
        """The symbol after the number."""
        return self.so_ky_hieu.partition("/")[2]


@record
class TaiLieu:
    """One part of the document: the notice itself, a text that it issues (``ten_loai``), or an annex (``ten``).

    What is enclosed names the document (``kem_theo``), left blank where it is a file of its own (``kem_theo_trong``).
    """

    noi_dung: tuple[Block, ...]
    ten: str = ""
    ten_loai: str = ""
    tieu_de: str = ""
    kem_theo: str = ""
    kem_theo_trong: str = ""
    be_rong: int = 0
    duong_ke: int = 0
    ngang: bool = False


@record
class Ky:
    """One who signs: whom for (where several sign), lines of authority and post in capitals, another post, name."""

    co_quan: str | None = None
    quyen_han: tuple[str, ...] = ()
    chuc_vu: str = ""
    chuc_vu_khac: str = ""
    ho_ten: str = ""


@record
class Hang:
    """A row of two or three who sign side by side."""

    trai: Ky
    giua: Ky | None
    phai: Ky


@record
class KyCungNhau:
    """Several who sign, in rows of two or in rows of three."""

    hai: tuple[Hang, ...] = ()
    ba: tuple[Hang, ...] = ()


@record
class BanSao:
    """The block that a copy adds (form 3.1)."""

    hinh_thuc: str
    co_quan: CoQuan
    so_ky_hieu: str
    dia_danh: str
    thoi_gian: str
    noi_nhan: tuple[str, ...]
    ky: Ky


@record
class Page:
    """All that a notice prints: the figures, those worked out too, the facts of its unit, the lines of recipients, that of filing last.

    *noi_nhan_duoi*: those lines of a long list that have no room beside the signature; *co_phu_luc* says whether what is enclosed is
    printed; the others are as ``docs/dev/templates.md`` has them.
    """

    so_lieu: Mapping[str, Any]
    don_vi: Mapping[str, str]
    co_quan: CoQuan
    tieu_ngu: TieuNgu
    van_ban: VanBan
    tai_lieu: tuple[TaiLieu, ...]
    co_phu_luc: bool
    noi_nhan: tuple[str, ...]
    ky: Ky
    ky_lien_tich: KyCungNhau | None
    ky_cac_ben: KyCungNhau | None
    thu_ky: str
    xac_nhan: bool
    ban_sao: BanSao | None
    thong_tin_ky: str
    noi_nhan_duoi: tuple[str, ...] = ()


INVITED = " trân trọng kính mời:"


def invited(page: Page) -> list[str]:
    """Return the lines of an invitation that say who is invited, as they are printed; none of other papers."""
    blocks = page.tai_lieu[0].noi_dung
    at = next((n for n, block in enumerate(blocks) if INVITED in block.chu), None)
    if at is None:
        return []
    alone = blocks[at].chu.partition(INVITED)[2].strip()
    below = takewhile(lambda block: block.kieu == "gach", blocks[at + 1 :])
    return [alone] if alone else [str(block.chu) for block in below]


def values(page: Page) -> dict[str, Any]:
    """Return what a template's tags see: *page* as plain dicts and lists, and each figure by its bare name.

    What there is none of as a whole (``ban_sao``, …) is an empty dict.
    """
    co_quan, ky = page.co_quan, {**page.ky.__dict__, "quyen_han": [*page.ky.quyen_han]}  # these by hand: every notice has them
    if page.ky.co_quan is None:
        del ky["co_quan"]
    return {
        **page.so_lieu, **page.__dict__, "tieu_ngu": page.tieu_ngu.__dict__, "van_ban": page.van_ban.__dict__, "ky": ky,
        "co_quan": {**co_quan.__dict__, "ten": [*co_quan.ten], "chu_quan": [*co_quan.chu_quan], "dia_chi": [*co_quan.dia_chi]},
        "tai_lieu": [{**part.__dict__, "noi_dung": _blocks(part.noi_dung)} for part in page.tai_lieu], "noi_nhan": [*page.noi_nhan],
        "noi_nhan_duoi": [*page.noi_nhan_duoi],
        "ky_lien_tich": _plain(page.ky_lien_tich) if page.ky_lien_tich else {}, "ban_sao": _plain(page.ban_sao) if page.ban_sao else {},
        "ky_cac_ben": _plain(page.ky_cac_ben) if page.ky_cac_ben else {},
    }


def _blocks(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [block.__dict__ if type(block) is Dong else _plain(block) for block in blocks]


def _plain(part: Any) -> Any:
    """Return a record as a dict without what it has none of, its parts too; tuples as lists.

    >>> _plain(Hang(Ky("", ("TM. UBND",)), None, Ky(ho_ten="A")))["trai"]["quyen_han"], _plain(("a", 1))
    (['TM. UBND'], ['a', 1])
    """
    if isinstance(part, tuple):
        return [_plain(inner) for inner in part]
    if isinstance(part, (str, int, Hole)):
        return part
    return {name: _plain(value) for name, value in vars(part).items() if value is not None}
