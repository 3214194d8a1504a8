"""Two places of a paper that do not fit: stages and days of a table out of order, one term with two ranges of years, who presides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules.so_lieu import tables
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese import thu_tu_ngay

_AGREE = "Sự thống nhất trong một văn bản"
_LABEL = re.compile(r"\s*(?:[-–+*•]\s+|[a-zđ]\)\s+|[IVX]+\.\s+|\d{1,2}(?:\.\d{1,2})*[.)]\s+)?")
_APART = 4  # paragraphs that may stand between two stages


@rule("MT36", Level.GOI_Y, _AGREE)
def cac_dot_nguoc_ngay(this: Rule, view: DocumentView) -> Faults:
    """Vòng, đợt, giai đoạn, bước, lần sau ghi ngày ở trước ngày của vòng, đợt, giai đoạn, bước, lần đứng trước.
    Căn cứ: các đợt đánh số theo thời gian. | Sai: Vòng 1 ngày 18/9/2026, Vòng 2 ngày 16/9/2026 | Đúng: Vòng 2 ngày 26/9/2026
    Bỏ qua khi: các đợt không nối tiếp nhau.
    """
    for stages in _stages(view):
        before: dict[tuple[str, int], thu_tu_ngay.Dot] = {}
        for place, stage in stages:
            earlier = before.get((stage.ten, stage.so - 1))
            if earlier and thu_tu_ngay.truoc(stage.ngay, earlier.ngay):
                message = N_("Ngày của “{doan}” ở trước ngày của “{tren}”.")
                yield this.at(place, message, N_("Xem lại hai ngày."), tren=earlier.viet)
            before[stage.ten, stage.so] = stage


Stages = list[tuple[Span, thu_tu_ngay.Dot]]


def _stages(view: DocumentView) -> Iterator[Stages]:
    """Yield the stages with days that belong together: of one paragraph, of the heads of following ones, of the rows of a table."""
    listed: Stages = []
    last = 0
    for n, span in enumerate(texts.prose(view)):
        found = _dated(span)
        heads = [one for one in found if _LABEL.fullmatch(texts.nfc(span.text)[: one.tu])]
        if len(found) > 1:
            yield [(_at(span, one), one) for one in found]
        if heads:
            again = any((heads[0].ten, heads[0].so) == (one.ten, one.so) for _, one in listed)
            if listed and (n - last > _APART or again):
                yield listed
                listed = []
            listed.append((_at(span, heads[0]), heads[0]))
            last = n
    yield listed
    for rows in tables(view):
        yield [one for row in rows[1:] for one in _of_row(row)[:1]]


def _at(span: Span, stage: thu_tu_ngay.Dot) -> Span:
    return texts.part(span, stage.tu, stage.tu + len(stage.viet))


def _dated(span: Span) -> list[thu_tu_ngay.Dot]:
    return thu_tu_ngay.cac_dot(texts.nfc(span.text)) if any(map(span.text.__contains__, thu_tu_ngay.TEN_DOT)) else []


def _of_row(row: dict[int, Span]) -> Stages:
    """Return the stage that a row of a table is about, with the first day of its cells."""
    for column, span in row.items():
        if any(map(span.text.__contains__, thu_tu_ngay.TEN_DOT)) and _LABEL.match(span.text):
            rest = " | ".join(f"ngày {day}" if day[:1].isdigit() else day for day in (row[at].text.strip() for at in row if at > column))
            stages = thu_tu_ngay.cac_dot(f"{texts.nfc(span.text)}: {texts.nfc(rest)}")
            return [(_at(span, one), one) for one in stages if _LABEL.fullmatch(texts.nfc(span.text)[: one.tu])]
    return []


@rule("MT37", Level.GOI_Y, _AGREE)
def hai_cot_ngay_nguoc(this: Rule, view: DocumentView) -> Faults:
    """Một dòng của bảng ghi ngày hoàn thành, kết thúc, trả ở trước ngày khởi công, bắt đầu, nhận.
    Căn cứ: việc kết thúc sau khi bắt đầu, như ở các dòng khác. | Sai: khởi công 05/9/2026, hoàn thành 30/8/2026
    Đúng: hoàn thành 30/10/2026 | Bỏ qua khi: hai cột không phải của một việc.
    """
    for rows in tables(view):
        names = {column: texts.nfc(span.text).strip() for column, span in rows[0].items()}
        columns = thu_tu_ngay.hai_cot_ngay(names) if len(rows) > 2 else None
        if columns is None:
            continue
        dated = [(row[columns[1]], *days) for row in rows[1:] if (days := _days(row, columns))]
        wrong = [span for span, begin, end in dated if thu_tu_ngay.truoc(end, begin)]
        for span in wrong if 2 * len(wrong) < len(dated) or (len(wrong) == 1 and len(dated) == 2) else ():
            message = N_("Cột “{cot}” ghi “{doan}”, ở trước ngày ở cột “{dau}”.")
            yield this.at(span, message, N_("Xem lại hai ngày."), doan=span.text.strip(), cot=names[columns[1]], dau=names[columns[0]])


def _days(row: dict[int, Span], columns: tuple[int, int]) -> tuple[thu_tu_ngay.Ngay, thu_tu_ngay.Ngay] | None:
    begin, end = (thu_tu_ngay.ngay_cua_o(texts.nfc(row[column].text)) if column in row else None for column in columns)
    return (begin, end) if begin and end else None


_TERMS = ("hiệm kỳ", "hóa ", "hoá ", "ần thứ", "iai đoạn")


@rule("MT38", Level.GOI_Y, _AGREE)
def mot_ky_hai_khoang_nam(this: Rule, view: DocumentView) -> Faults:
    """Một nhiệm kỳ, một khóa, một giai đoạn có số thứ tự mà hai chỗ ghi hai khoảng năm.
    Căn cứ: mỗi nhiệm kỳ có một khoảng năm. | Sai: “nhiệm kỳ VII (2020 - 2025)”, ở dưới “nhiệm kỳ VII, 2025 - 2030”
    Đúng: cùng một khoảng năm | Bỏ qua khi: nhiệm kỳ của hai tổ chức.
    """
    seen: dict[str, list[thu_tu_ngay.NhiemKy]] = {}
    for span in (*texts.boxed(view, "trich_yeu", "trich_yeu_cong_van"), *texts.text(view)):
        text = texts.nfc(span.text)
        numbered = any(map(text.__contains__, _TERMS)) and ("20" in text or "19" in text)
        for term in thu_tu_ngay.cac_nhiem_ky(text) if numbered else ():
            others = seen.setdefault(term.ten, [])
            other = next((one for one in others if one.nam != term.nam and _one_body(one.cua, term.cua)), None)
            if other:
                message = N_("“{doan}”: ở trên ghi {dau} - {cuoi}.")
                place = texts.part(span, term.tu, term.den)
                yield this.at(place, message, N_("Xem lại khoảng năm ở một trong hai chỗ."), dau=other.nam[0], cuoi=other.nam[1])
            others.append(term)


def _one_body(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two names may be of one body: one is not said, or is short for the other."""
    return one <= other or other <= one


@rule("MT39", Level.GOI_Y, _AGREE)
def chu_tri_khac_ket_luan(this: Rule, view: DocumentView) -> Faults:
    """Câu mở đầu ghi cấp trưởng chủ trì cuộc họp mà cấp phó kết luận, hoặc ngược lại.
    Căn cứ: người chủ trì kết luận cuộc họp.
    Sai: “Chủ tịch UBND phường chủ trì cuộc họp”, ở dưới “Phó Chủ tịch UBND phường kết luận như sau”
    Đúng: cùng một chức vụ | Bỏ qua khi: hai người cùng điều hành cuộc họp.
    """
    spans = texts.prose(view) if view.loai in {"TB", "BB", "BC", ""} else []
    told = _speaking(spans, "chủ t", thu_tu_ngay.ai_chu_tri)
    said = _speaking(spans, "kết luận", thu_tu_ngay.ai_ket_luan) if told else []
    if not told or not said:
        return
    (_, head), (span, other) = told[0], said[0]
    if head.chuc == other.chuc and head.pho != other.pho and (not head.ten or not other.ten or head.ten & other.ten):
        message = N_("Ở đây ghi “{doan}” kết luận, ở trên ghi “{dung}” chủ trì.")
        right = f"Phó {head.chuc}" if head.pho else head.chuc
        yield this.at(texts.part(span, other.tu, other.den), message, N_("Xem lại chức vụ ở một trong hai chỗ."), dung=right)


def _speaking(
    spans: list[Span], sign: str, who: Callable[[str], thu_tu_ngay.NguoiNoi | None],
) -> list[tuple[Span, thu_tu_ngay.NguoiNoi]]:
    """Return where somebody presides or concludes; nothing where several do."""
    found = [(span, one) for span in spans if sign in span.text and (one := who(texts.nfc(span.text)))]
    return found if len({(one.chuc, one.pho) for _, one in found}) == 1 else []
