"""What follows one another in time: numbered stages and their days, the two days of a row, a numbered term and its years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG
from notice_gen.vietnamese.con_so import doc_la_ma

TEN_DOT = ("òng ", "ợt ", "iai đoạn ", "ước ", "ần ", "hiên ", "ỳ ")
"""What a text holds that names a numbered stage."""

_COUNTS = ("nhất", "hai", "ba", "tư", "năm", "sáu")
_NUMBER = r"(?:thứ )?(?P<so>\d{1,2}(?![\d/.]?\d)|IV|VI|V|I{1,3}|(?<=thứ )(?:nhất|hai|ba|tư|năm|sáu))(?!\w)"
_STAGE = Pattern(rf"\b(?P<ten>[Vv]òng|[Đđ]ợt|[Gg]iai đoạn|[Bb]ước|[Ll]ần|[Pp]hiên|[Kk]ỳ)(?: (?:thi|họp|kiểm tra|tuyển))? {_NUMBER}")
_DAY = r"(?P<d>\d{1,2})(?: ?(?:đến(?: hết)?(?: ngày)?|-|–|,|và(?: ngày)?) ?\d{1,2})?(?:/| tháng )(?P<m>\d{1,2})(?:(?:/| năm )(?P<y>\d{4}))?"
_DATE = Pattern(rf"(?<![\d/.,])(?:{_DAY}|(?<=tháng )(?P<m2>\d{{1,2}})(?:/| năm )(?P<y2>\d{{4}}))(?![\d/%]|[.,]\d)")
_OF_A_DAY = Pattern(r"(?:[Nn]gày |[Tt]háng |[Tt]ừ |đến |hết |\b[Vv]ào |[,(:–-] |\()$|\d{4}[),]? ?$")
_CITED = Pattern(r"\bsố [^\s,;]*\d[^\s,;]*,? (?:ngày )?$")
_ASIDE = Pattern(
    r"\b(?:tổng kết|sơ kết|báo cáo|công bố|kết quả|đánh giá|đăng ký|nộp|gửi|danh sách|trước|hạn|chậm nhất|sau|tiếp nhận|hồ sơ"
    r"|kinh phí|chi trả|quyết định|thông báo|kế hoạch)\b", re.IGNORECASE,
)
_ASIDE_BEFORE = Pattern(r"\b(?:kết quả|tổng kết|sau|trước|so với|hết|kết thúc)(?: [^\W\d_]+){0,2} $", re.IGNORECASE)

_BESIDE = 40  # letters before a stage that may say what of it


@record
class Ngay:
    """A day or a month as said; *nam* is 0 where no year is said, *so* where it is a month."""

    nam: int
    thang: int
    so: int


@record
class Dot:
    """A numbered stage: its kind, its number, as typed and where, its first day."""

    ten: str
    so: int
    viet: str
    tu: int
    ngay: Ngay


_NEAR = 92  # days: what seems to be before by more may be of the next year


def truoc(ngay: Ngay, kia: Ngay) -> bool:
    """Tell whether a day is before another; days without a year are of one year where they are near, days and months are not compared.

    >>> truoc(Ngay(2026, 9, 16), Ngay(2026, 9, 18)), truoc(Ngay(0, 1, 5), Ngay(0, 12, 20)), truoc(Ngay(0, 9, 16), Ngay(2026, 9, 18))
    (True, False, True)
    """
    if bool(ngay.so) != bool(kia.so):
        return False
    if ngay.nam and kia.nam:
        return (ngay.nam, ngay.thang, ngay.so) < (kia.nam, kia.thang, kia.so)
    return 0 < 31 * (kia.thang - ngay.thang) + kia.so - ngay.so < _NEAR


def _dates(text: str) -> Iterator[tuple[re.Match[str], Ngay]]:
    for found in _DATE.finditer(text):
        month = int(found["m"] or found["m2"])
        day = Ngay(int(found["y"] or found["y2"] or 0), month, int(found["d"] or 0))
        if 0 < month <= 12 and day.so <= 31:
            yield found, day


def cac_dot(text: str) -> list[Dot]:
    """Return the numbered stages of a text that have a day of their own, up to the next one.

    >>> [(one.viet, one.ngay.so) for one in cac_dot("Vòng 1 (sơ khảo) ngày 18/9/2026. Vòng thứ hai: từ 16 đến 20/9/2026")]
    [('Vòng 1', 18), ('Vòng thứ hai', 16)]
    """
    stages, found = [*_STAGE.finditer(text)], []
    for n, stage in enumerate(stages):
        end = stages[n + 1].start() if n + 1 < len(stages) else len(text)
        aside = _ASIDE_BEFORE.search(text, max(stage.start() - _BESIDE, 0), stage.start())
        if day := None if aside else _first_day(text[stage.end() : end]):
            found.append(Dot(stage["ten"].lower(), _value(stage["so"]), stage[0], stage.start(), day))
    return found


def _first_day(rest: str) -> Ngay | None:
    for found, day in _dates(rest):
        before = rest[: found.start()]
        aside = _ASIDE.search(re.split(r"[.;] ", before)[-1])
        if _OF_A_DAY.search(before) and not _CITED.search(before):
            return None if aside else day
    return None


def _value(number: str) -> int:
    return int(number) if number.isdigit() else _COUNTS.index(number) + 1 if number in _COUNTS else doc_la_ma(number)


_BEGINS = Pattern(
    r"\b(?:khởi công|bắt đầu|từ ngày|từ tháng|khai mạc|khai giảng"
    r"|(?:ngày|thời gian|thời điểm) (?:giao|nhận|mượn|đi|vào|tiếp nhận|triển khai|nộp)|ngày đầu|tiếp nhận)\b", re.IGNORECASE,
)
_ENDS = Pattern(
    r"\b(?:hoàn thành|kết thúc|đến ngày|đến tháng|bế mạc|bế giảng|(?:ngày|hạn|hẹn|thời gian|thời điểm) (?:trả|về|ra|nghiệm thu)|hẹn trả"
    r"|trả kết quả|ngày cuối|thời hạn|hạn)\b", re.IGNORECASE,
)
_FOR_BOTH = Pattern(r"đăng ký|nộp hồ sơ|số ngày|bảo hành|kế hoạch|thực tế", re.IGNORECASE)


def hai_cot_ngay(ten: dict[int, str]) -> tuple[int, int] | None:
    """Return the columns of days on which something begins, on which it ends, of the names of columns; None where they are not one each.

    >>> hai_cot_ngay({0: "TT", 1: "Khởi công", 2: "Hoàn thành"}), hai_cot_ngay({0: "Ngày giao", 1: "Ngày nhận"})
    ((1, 2), None)
    """
    begin = [column for column, name in ten.items() if _BEGINS.search(name) and not _FOR_BOTH.search(name) and not _ENDS.search(name)]
    end = [column for column, name in ten.items() if _ENDS.search(name) and not _FOR_BOTH.search(name) and not _BEGINS.search(name)]
    return (begin[0], end[0]) if len(begin) == len(end) == 1 and begin < end else None


def ngay_cua_o(text: str) -> Ngay | None:
    """Return the day or the month that is all of a cell.

    >>> ngay_cua_o(" 05/9/2026 "), ngay_cua_o("tháng 9/2026"), ngay_cua_o("05 hồ sơ")
    (Ngay(nam=2026, thang=9, so=5), Ngay(nam=2026, thang=9, so=0), None)
    """
    found = _CELL.fullmatch(text.strip())
    if found is None:
        return None
    if found["thang"]:
        return Ngay(int(found["nam"]), int(found["thang"]), 0)
    return next((day for _, day in _dates(found["ngay"])), None)


_CELL = Pattern(
    r"(?:\d{1,2}(?: ?giờ|h|:) ?(?:\d{2})?,? )?(?:[Nn]gày )?(?P<ngay>\d{1,2}(?:/| tháng )\d{1,2}(?:(?:/| năm )\d{4})?)"
    r"|(?:[Tt]háng )?(?P<thang>\d{1,2})(?:/| năm )(?P<nam>\d{4})"
)

_TERM = Pattern(
    r"\b(?P<ten>[Nn]hiệm kỳ|[Kk]hóa|[Kk]hoá|[Ll]ần thứ|[Gg]iai đoạn)(?: thứ)? (?P<so>[IVXL]+|\d{1,2})(?:,| -| –|:)? \(?"
    r"(?:(?:nhiệm kỳ|giai đoạn|khóa) )?(?:từ )?(?:năm )?(?P<dau>(?:19|20)\d\d) ?(?:[-–]|đến(?: năm)?) ?(?P<cuoi>(?:19|20)\d\d)(?!\d)"
)
_BODY = Pattern(
    r"\b(?:Quốc hội|HĐND|Hội đồng nhân dân|Đảng bộ|Đảng|Chi bộ|Công đoàn|Đoàn|Hội|Mặt trận|Ban Chấp hành|BCH|Trung ương|Ủy ban|UBND"
    r"|Chương trình|Đề án|Dự án|Kế hoạch|Ban)(?: [^\W\d_]+){0,9}"
)


@record
class NhiemKy:
    """A numbered term with its years: of which body, where it stands, how it is typed."""

    ten: str
    nam: tuple[str, str]
    cua: frozenset[str]
    tu: int
    den: int


def cac_nhiem_ky(text: str) -> Iterator[NhiemKy]:
    """Yield the numbered terms of a text that have their years beside them.

    >>> [(one.ten, one.nam) for one in cac_nhiem_ky("Đảng bộ phường nhiệm kỳ VII (2020 - 2025)")]
    [('nhiệm kỳ VII', ('2020', '2025'))]
    """
    for found in _TERM.finditer(text):
        before = re.split(r"[.;] ", text[max(found.start() - 120, 0) : found.start()])[-1]
        bodies = [*_BODY.finditer(before)]
        body = frozenset(bodies[-1][0].lower().split()) if bodies else frozenset()
        number = found["so"] if found["so"].isdigit() is False else str(int(found["so"]))
        yield NhiemKy(f"{found['ten'].lower().replace('khoá', 'khóa')} {number}", (found["dau"], found["cuoi"]), body, *found.span())


_POST = r"(?P<pho>Phó )?(?P<chuc>Chủ tịch|Giám đốc|Tổng Giám đốc|Cục trưởng|Chi cục trưởng|Hiệu trưởng|Bí thư|Trưởng ban)"
_NAME = r"(?P<ten>[^.;:()]{0,110}?)"
_PRESIDES = Pattern(rf"\b{_POST}\b{_NAME}\b(?:chủ trì|chủ tọa|điều hành) (?:cuộc|hội nghị|Hội nghị|buổi|phiên|họp|kỳ họp|cuộc họp)")
_CONCLUDES = Pattern(
    rf"\b{_POST}\b{_NAME}(?:\b(?:đã )?(?:có ý kiến |phát biểu |thống nhất )*kết luận"
    r"(?: cuộc họp| hội nghị| buổi làm việc| phiên họp)?"
    r"(?:,? (?:và )?(?:chỉ đạo|giao|yêu cầu))*(?: một số nội dung)?,? (?:như sau|cụ thể|các nội dung|một số nội dung)"
    r"|\bkết luận:)"
)
_OTHERS = Pattern(r"\b(?:Chủ tịch|Giám đốc|Bí thư|Trưởng|ủy quyền|uỷ quyền|thay mặt|trình|báo cáo|theo|của)\b|,.*,.*,")
_PERSON = Pattern(rf"\b(?:ông|bà|đồng chí) (?P<nguoi>(?:[{CHU_IN}][{CHU_THUONG}]+ ?){{2,5}}),? ?[-–]? ?$")
_ASKED = Pattern(r"\b(?:[Gg]iao|[Pp]hân công|[Đđ]ề nghị|[Ủủ]y quyền|[Mm]ời|[Tt]heo)(?: (?:cho|đồng chí|ông|bà))* $")
_NAMED = Pattern(rf"\b(?!(?:Sở|Phòng|Ban|Bộ|Cục|Trường|Trung|Ủy|Uỷ|Hội|Đảng|Ngày)\b)[{CHU_IN}][{CHU_THUONG}]+")


@record
class NguoiNoi:
    """Who speaks for a body: the post without *Phó*, whether with it, the names beside it, where it stands."""

    chuc: str
    pho: bool
    ten: frozenset[str]
    tu: int
    den: int


def ai_chu_tri(text: str) -> NguoiNoi | None:
    """Return who presides in a text; None for nobody.

    >>> one = ai_chu_tri("Ngày 05/9/2026, đồng chí Phó Chủ tịch UBND phường chủ trì cuộc họp")
    >>> (one.chuc, one.pho, one.tu, one.den)
    ('Chủ tịch', True, 25, 37)
    """
    return _who(_PRESIDES, text)


def ai_ket_luan(text: str) -> NguoiNoi | None:
    """Return who concludes in a text; None for nobody.

    >>> one = ai_ket_luan("Chủ tịch UBND phường kết luận như sau:")
    >>> (one.chuc, one.pho, one.tu, one.den)
    ('Chủ tịch', False, 0, 8)
    """
    return _who(_CONCLUDES, text)


def _who(pattern: Pattern, text: str) -> NguoiNoi | None:
    found = pattern.search(text)
    if found is None or _OTHERS.search(found["ten"]) or _ASKED.search(text, max(found.start() - _BESIDE, 0), found.start()):
        return None
    person = _PERSON.search(text, max(found.start() - 60, 0), found.start())
    named = f"{person['nguoi'] if person else ''} {found['ten']}"
    return NguoiNoi(found["chuc"], bool(found["pho"]), frozenset(_NAMED.findall(named)), found.start(), found.end("chuc"))
