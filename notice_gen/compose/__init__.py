"""Notice → Context: where every sentence of the page is decided, plainly testable as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from notice_gen import legal, typography, vietnamese
from notice_gen.compose.body import Block, block, opening, paragraphs, sections, tables
from notice_gen.compose.checks import failed_checks
from notice_gen.compose.figures import worked_out
from notice_gen.compose.writer import Writer, ended, prefixed
from notice_gen.errors import N_, InputError, Problem
from notice_gen.model import Notice, PhuLuc
from notice_gen.records import record

__all__ = ["Context", "Frame", "compose"]

TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
_BLANK_NUMBER = " " * 5
_BLANK_DATE = "ngày      tháng      năm"


@record
class Frame:
    """Widths of the template's page, in mm, that texts must fit or rules be measured by."""

    rong_van_ban: float
    rong_co_quan: float
    rong_quoc_hieu: float


@record
class Context:
    """One notice as its template prints it.

    Attributes:
        values: what the template's tags see (docs/dev/templates.md lists it).
        title, subject: the document's properties.
        created: the date kept in the document's properties.
        co_chu_dau: the letterhead's leading size in pt (that of tiêu ngữ and date line).
        warnings: what is not wrong but worth a look.
    """

    values: Mapping[str, Any]
    title: str
    subject: str
    created: date
    co_chu_dau: Decimal
    warnings: tuple[Problem, ...] = ()


def compose(notice: Notice, *, today: date, frame: Frame) -> Context:
    """Decide every sentence of *notice*.

    Args:
        notice: the findings, already of the right types.
        today: gives a draft without a date its year.
        frame: the template's widths.

    Raises:
        InputError: with every text that cannot be written and every check that fails, unplaced.
    """
    van_ban = notice.van_ban
    loai = legal.law(van_ban.ngay).loai.get(van_ban.loai or "")
    ten_loai = loai.ten if loai else ""
    ky_hieu = van_ban.ky_hieu or _ky_hieu(notice)
    so = vietnamese.so_van_ban(van_ban.so) if isinstance(van_ban.so, int) else None
    so_ky_hieu = f"{so or _BLANK_NUMBER}/{ky_hieu}"
    thoi_gian = vietnamese.ngay_day_du(van_ban.ngay) if van_ban.ngay else f"{_BLANK_DATE} {today.year}"

    co_quan: dict[str, Any] = {"viet_tat": notice.co_quan.viet_tat}
    facts: dict[str, Any] = {"so": so, "ngay": van_ban.ngay, "dia_danh": van_ban.dia_danh, "ky_hieu": ky_hieu}
    facts |= {"so_ky_hieu": so_ky_hieu if so else None}
    groups = {"don_vi": notice.don_vi, "co_quan": co_quan, "van_ban": facts}
    figures = worked_out(notice.so_lieu, notice.so_lieu_tinh, groups) if notice.so_lieu_tinh else notice.so_lieu
    writer = Writer({**figures, "so_lieu": figures, **groups})
    for key, lines in (("chu_quan", notice.co_quan.chu_quan), ("ten", notice.co_quan.ten)):
        co_quan[key] = " ".join(writer.text(line, ("co_quan", key)) for line in lines)
    facts["trich_yeu"] = trich_yeu = writer.text(van_ban.trich_yeu, ("van_ban", "trich_yeu"))

    width_mm = frame.rong_van_ban
    co_chu_dau = _header_size(notice, f"{van_ban.dia_danh}, {thoi_gian}", frame)
    source = f"{ten_loai} số {so_ky_hieu} {thoi_gian} của {co_quan['ten']}"
    letterhead = _letterhead(writer, notice, co_chu_dau, frame)
    tai_lieu = [_main(writer, notice, int(width_mm * typography.TWIPS_PER_MM))]
    tai_lieu += _annexes(writer, notice, source, width_mm)
    values = {
        **figures,
        "so_lieu": figures,
        "don_vi": notice.don_vi,
        "co_quan": {**letterhead, "viet_tat": notice.co_quan.viet_tat},
        "tieu_ngu": {"chu": TIEU_NGU, "duong_ke": _twips(_mm(TIEU_NGU, co_chu_dau))},
        "van_ban": {
            "so_ky_hieu": so_ky_hieu,
            "dia_danh": van_ban.dia_danh,
            "thoi_gian": thoi_gian,
            "ten_loai": vietnamese.chu_hoa(ten_loai),
            "trich_yeu": trich_yeu,
            "duong_ke": _rule(trich_yeu, co_chu_dau, width_mm),
            "khan": vietnamese.chu_hoa(van_ban.khan or ""),
            "khan_rong": _twips(legal.law(van_ban.ngay).khung_khan[van_ban.khan][0]) if van_ban.khan else 0,
        },
        "tai_lieu": tai_lieu,
        "co_phu_luc": len(tai_lieu) > 1,
        "noi_nhan": _recipients(writer, notice),
        "ky": _signature(writer, notice),
    }
    warnings = (*_unannounced_annex(tai_lieu), *writer.warnings)
    writer.problems += _type_problems(notice)
    writer.problems += failed_checks(notice.kiem_tra, writer.scope)
    if writer.problems:
        raise InputError(writer.problems)
    title = f"{ten_loai} {so_ky_hieu.strip()}" if so else f"{ten_loai} (dự thảo)"
    created = van_ban.ngay or date(today.year, 1, 1)
    return Context(values, title.strip(), str(trich_yeu), created, co_chu_dau, warnings)


def _ky_hieu(notice: Notice) -> str:
    """Join type and issuer, or for a công văn issuer and drafting unit (Phụ lục I, mục II.3.b)."""
    van_ban = notice.van_ban
    groups = (van_ban.loai, notice.co_quan.viet_tat) if van_ban.loai else (notice.co_quan.viet_tat, van_ban.don_vi_soan)
    return "-".join(group for group in groups if group)


def _type_problems(notice: Notice) -> Iterator[Problem]:
    van_ban, known = notice.van_ban, legal.law(notice.van_ban.ngay).loai
    if van_ban.loai and van_ban.loai not in known:
        yield Problem(
            N_("“{loai}” không phải chữ viết tắt tên loại văn bản trong Phụ lục III."),
            N_("Dùng một trong các chữ: {cac_loai}."),
            {"loai": van_ban.loai, "cac_loai": ", ".join(known)},
            ("van_ban", "loai"),
        )
    if van_ban.loai and van_ban.don_vi_soan:
        yield Problem(
            N_("don_vi_soan chỉ có trong ký hiệu công văn; văn bản có tên loại ghi ký hiệu {ky_hieu}."),
            N_("Bỏ dòng don_vi_soan; đơn vị soạn thảo ghi ở phần lưu: luu = \"VT, {don_vi}\"."),
            {"ky_hieu": _ky_hieu(notice), "don_vi": van_ban.don_vi_soan},
            ("van_ban", "don_vi_soan"),
        )


# --- the page's head ---------------------------------------------------------------------------------


def _header_size(notice: Notice, place_date: str, frame: Frame) -> Decimal:
    """Return 14 pt, or 13 when the place-date line would not fit: all of the letterhead goes down together.

    Source: Phụ lục I, Phần I, mục V, footnote 1 (sizes 13/14/14 or 12/13/13).
    """
    size = notice.dinh_dang.co_chu or Decimal(14)
    fits = typography.width_mm(place_date, size_pt=float(size), italic=True) <= frame.rong_quoc_hieu
    return size if fits else min(size, Decimal(13))


def _letterhead(writer: Writer, notice: Notice, co_chu_dau: Decimal, frame: Frame) -> dict[str, Any]:
    co_quan = notice.co_quan
    size, column = float(co_chu_dau - 1), frame.rong_co_quan

    def lines(key: str, typed: Sequence[str], *, bold: bool) -> list[str]:
        printed = [vietnamese.chu_hoa(writer.text(line, ("co_quan", key))) for line in typed]
        # Even lines, so that the rule below measures by a whole line, not by the word left over.
        return [part for line in printed for part in (typography.balanced(line, column, size_pt=size, bold=bold) if type(line) is str else [line])]

    chu_quan = lines("chu_quan", co_quan.chu_quan, bold=False)
    ten = lines("ten", co_quan.ten, bold=True)
    rule = _rule(ten[-1], co_chu_dau - 1, frame.rong_co_quan)
    return {"chu_quan": chu_quan, "ten": ten, "duong_ke": rule}


def _mm(text: str, size_pt: Decimal) -> float:
    return typography.width_mm(text, size_pt=float(size_pt), bold=True)


def _twips(mm: float) -> int:
    return round(mm * typography.TWIPS_PER_MM)


def _rule(text: str, size_pt: Decimal, limit_mm: float) -> int:
    """Return in twips the rule below *text*: a share of its line (Phụ lục I, mục II.2.b and II.5.b)."""
    return _twips(min(_mm(text, size_pt), limit_mm) * float(legal.law().duong_ke.default))


# --- the body ----------------------------------------------------------------------------------------


def _main(writer: Writer, notice: Notice, width: int) -> dict[str, Any]:
    blocks: list[Block] = [*_addressees(writer, notice.van_ban.kinh_gui), *opening(writer, notice.mo_dau)]
    blocks += sections(writer, notice.muc, notice.dinh_dang.danh_so, width, ("muc",))
    if notice.ket_thuc:
        blocks += paragraphs(writer, notice.ket_thuc.noi_dung, ("ket_thuc", "noi_dung"))
    if not blocks:
        writer.problems.append(
            Problem(N_("Văn bản chưa có nội dung."), N_("Thêm [mo_dau] noi_dung, các [[muc]] hoặc [ket_thuc] noi_dung."))
        )
    elif blocks[-1]["kieu"] == "bang":
        writer.problems.append(
            Problem(
                N_("Văn bản kết thúc bằng bảng nên không có chỗ ghi ./. và chữ ký dễ bị tách khỏi nội dung."),
                N_("Thêm [ket_thuc] với một câu kết, ví dụ: noi_dung = \"Yêu cầu các đơn vị thực hiện.\""),
                path=("ket_thuc",),
            )
        )
    else:
        _close(blocks)
        blocks[-1]["cuoi"] = True
    return {"ten": "", "tieu_de": "", "kem_theo": "", "ngang": False, "noi_dung": blocks}


def _close(blocks: list[Block]) -> None:
    """Put ``./.`` after the last word, as every form of Phụ lục III shows it."""
    if blocks and blocks[-1]["kieu"] != "bang":
        blocks[-1]["chu"] = ended(blocks[-1]["chu"], "./.")


def _addressees(writer: Writer, kinh_gui: Sequence[str]) -> Iterator[Block]:
    """Yield ô 9a: one addressee on the line of ``Kính gửi``, several below its colon (mục II.9.d)."""
    names = [_bare(writer.text(line, ("van_ban", "kinh_gui"))) for line in kinh_gui]
    if len(names) == 1:
        yield block("kinh_gui", prefixed("Kính gửi: ", names[0]))
    elif names:
        yield block("kinh_gui", "Kính gửi:")
        for name in names:
            yield block("kinh_gui_noi", prefixed("- ", ended(name, "." if name is names[-1] else ";")))


def _annexes(writer: Writer, notice: Notice, source: str, width_mm: float) -> Iterator[dict[str, Any]]:
    several = len(notice.phu_luc) > 1
    for i, phu_luc in enumerate(notice.phu_luc):
        path = ("phu_luc", i)
        # A landscape A4 page is 87 mm wider than a portrait one.
        width = int((width_mm + (87 if phu_luc.ngang else 0)) * typography.TWIPS_PER_MM)
        yield {
            "ten": f"Phụ lục {vietnamese.la_ma(i + 1)}" if several else "Phụ lục",
            "tieu_de": vietnamese.chu_hoa(writer.text(phu_luc.tieu_de or "", (*path, "tieu_de"))),
            "kem_theo": f"(Kèm theo {source})",
            "ngang": phu_luc.ngang,
            "noi_dung": _annex_blocks(writer, phu_luc, notice.dinh_dang.danh_so, width, path),
        }


def _annex_blocks(writer: Writer, phu_luc: PhuLuc, danh_so: str, width: int, path: tuple[str | int, ...]) -> list[Block]:
    blocks = [
        *paragraphs(writer, phu_luc.noi_dung, (*path, "noi_dung")),
        *sections(writer, phu_luc.muc, danh_so, width, (*path, "muc")),
        *tables(writer, phu_luc.bang, width, (*path, "bang")),
    ]
    _close(blocks)
    return blocks


def _unannounced_annex(tai_lieu: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """A text with an annex must point to it (Phụ lục I, Phần I, mục III.1.a)."""
    body = " ".join(b["chu"] for b in tai_lieu[0]["noi_dung"]).lower()
    if len(tai_lieu) > 1 and "phụ lục" not in body:
        yield Problem(
            N_("Văn bản có phụ lục nhưng trong nội dung chưa có câu chỉ dẫn tới phụ lục."),
            N_("Thêm vào nội dung, ví dụ: (chi tiết tại Phụ lục kèm theo)."),
            path=("phu_luc", 0),
            level="warning",
        )


# --- the page's foot ---------------------------------------------------------------------------------


def _recipients(writer: Writer, notice: Notice) -> list[str]:
    names = [_bare(writer.text(line, ("noi_nhan", "gui", i))) for i, line in enumerate(notice.noi_nhan.gui)]
    if notice.van_ban.kinh_gui and "như trên" not in (str(name).lower() for name in names):
        names.insert(0, "Như trên")
    luu = _bare(writer.text(notice.noi_nhan.luu, ("noi_nhan", "luu")))
    if not str(luu).lower().startswith("lưu"):
        luu = prefixed("Lưu: ", luu)
    return [*(prefixed("- ", ended(name, ";")) for name in names), prefixed("- ", ended(luu, "."))]


def _bare(name: str) -> str:
    """Take the dash off that a clerk typed before *name*; the list has its own."""
    return name[2:] if type(name) is str and name[:2] in ("- ", "– ") else name


def _signature(writer: Writer, notice: Notice) -> dict[str, Any]:
    ky = notice.ky
    return {
        "quyen_han": [vietnamese.chu_hoa(writer.text(line, ("ky", "quyen_han"))) for line in ky.quyen_han],
        "chuc_vu": vietnamese.chu_hoa(writer.text(ky.chuc_vu, ("ky", "chuc_vu"))),
        "ho_ten": ky.ho_ten,
    }
