"""What is said to have happened, or to have been done, on a day after the paper's own.

Figures are asked for as ``[0-9]``: an expression stands in a text as figures that no paper has (``loi_go.CHUA_BIET``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.loi_ho_so import viet_sau
from notice_gen.vietnamese.loi_ngay import cac_ngay
from notice_gen.vietnamese.ngay_thang import ngay as _ngay

_HOUR = r"(?: (?:vào |hồi |lúc |khoảng )*[0-9]{1,2}(?: ?giờ|h|:)(?: ?[0-9]{2})?(?: phút)?,?)?"
_PART = r"(?: (?:vào |trong )?(?:rạng sáng|sáng sớm|sáng|trưa|chiều|tối|đêm)(?: và (?:sáng|trưa|chiều|tối|đêm))?,?)?"
_ON = rf"{_HOUR}{_PART}(?: vào| trong| hồi)?(?: thứ [\w]+,?)? (?:ngày )?$"
_CALAMITY = (
    r"(?:lũ quét|lũ ống|lũ lụt|mưa lũ|mưa lớn|mưa đá|mưa bão|lũ|lụt|ngập lụt|ngập úng|sạt lở(?: đất)?|động đất"
    r"|[dg]i?ông lốc|lốc xoáy|lốc|hạn hán|triều cường|thiên tai|cháy rừng|cháy(?: nổ)?|nổ"
    r"|tai nạn(?: giao thông| lao động)?|đuối nước|ngộ độc(?: thực phẩm)?"
    r"|tràn dầu|sập|vỡ|dịch(?: bệnh)?|bão)"
)
_SPOKEN_OF = Pattern(
    rf"(?:\b(?:[Tt]rận|[Vv]ụ|[Đđ]ợt|[Cc]ơn|[Ss]ự cố|[Ổổ])(?: việc)? {_CALAMITY}"
    r"|\b[Bb]ão số [0-9]{1,2}(?: \([^()]*\))?|\b[Vv]ụ việc|\b[Ss]ự cố)"
    rf"(?P<giua>[^.;:()0-9]{{0,80}}?)(?: từ)?{_ON}"
)
_HAPPENED = Pattern(rf"\b(?:xảy ra|đổ bộ|bùng phát|đi vào đất liền)(?P<giua>[^.;:()0-9]{{0,60}}?)(?: từ)?{_ON}")
_DONE = Pattern(
    r"\b[Đđ]ã (?:được |cùng |phối hợp (?:với [^.;:,0-9]{2,60} )?)?"
    r"(?:họp|tổ chức|tiến hành|kiểm tra|tiếp nhận|nhận được|nhận|làm việc|khai mạc|bế mạc|khởi công|nghiệm thu|bàn giao|lập biên bản"
    r"|kiểm kê|xác minh|khảo sát|phát hiện|xử phạt|niêm yết|công bố|chi trả|giải ngân|thanh toán|thẩm định"
    r"|tiếp công dân|đối thoại|bầu|bỏ phiếu"
    r"|hoàn thành|tạm ứng|thu hồi|lấy mẫu|ra quân|tập huấn|tuyên truyền|phát động|trao|tặng|đến)"
    rf"(?P<giua>(?:[^.;:()]|\.(?=[0-9])){{0,140}}?){_ON}"
)
# What is to come, and what is only supposed.
_TO_COME = Pattern(
    r"\b(?:sẽ|dự kiến|dự báo|dự định|có khả năng|khả năng|có thể|nguy cơ|nếu|giả định|tình huống|diễn tập|kịch bản|trường hợp|chuẩn bị"
    r"|theo kế hoạch|sắp|tới đây|sắp tới|trước khi|sau khi|ước)\b", re.IGNORECASE,
)
# Between what is done and a day these make the day another's: a deadline, a paper's, an event's that is to come.
_OF_ANOTHER = Pattern(
    r"\b(?:trước|sau|đến|tới|hạn|kể từ|hết|từ|để|phục vụ|cho|tham dự|dự|mời|đăng ký|diễn ra|tổ chức|hiệu lực|áp dụng|số|ký|khai mạc"
    r"|hoàn thành|báo cáo|gửi|nộp|khắc phục|xử lý|giải quyết|phòng|chống|ứng phó|về việc|về|yêu cầu|đề nghị|lịch|giấy|văn bản|công văn"
    r"|thông báo|quyết định|tờ trình|biên bản|họp|hưởng ứng|kỷ niệm|chào mừng|nhân|hướng tới|bầu cử|đại hội|hội nghị .{0,80}(?:vào|ngày))\b"
)
_DAY_OF_DONE = Pattern(
    r"\b(?:trước|sau|đến|tới|hạn|từ|hết|để|phục vụ|tham dự|mời|đăng ký|diễn ra|tổ chức|hiệu lực|áp dụng|số|ký|khai mạc|lịch|giấy mời"
    r"|hưởng ứng|kỷ niệm|chào mừng|nhân|hướng tới|bầu cử|kế hoạch|thông báo|hằng|ban hành|đề nghị|yêu cầu|cho|về)\b"
)
_WHICH = Pattern(r"\b(?:các|những|mọi|hồ sơ|người|ai|trường hợp|đơn vị nào|khi|sau khi|nếu)(?: [^\W\d_]+){0,4} $", re.IGNORECASE)
_SIGNS = (
    "rận ", "ụ ", "ợt ", "ơn ", "ự cố", "ão số", "xảy ra", "đổ bộ", "bùng phát", "đi vào đất liền", "ã ", "ổ dịch",
)  # fmt: skip
_CLAUSE = 260


def viec_sau(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the days later than the paper's own, *ngay*, on which something is said to have happened or to have been done.

    A paper of a later day is told by :func:`loi_ho_so.viet_sau`; plans and forecasts say so.

    >>> text = "Thiệt hại do trận lũ quét ngày 22/9/2026. Phường đã họp với các hộ ngày 25/9/2026. Bão dự báo đổ bộ ngày 26/9/2026."
    >>> [text[loi.tu : loi.den] for loi in viec_sau(text, date(2026, 9, 12))]
    ['trận lũ quét ngày 22/9/2026', 'đã họp với các hộ ngày 25/9/2026']
    """
    later = [(found, day) for found, day in cac_ngay(text) if day and day > ngay] if any(map(text.__contains__, _SIGNS)) else []
    told = [*viet_sau(text, ngay)] if later else []
    for found, day in later:
        start = max(found.start() - _CLAUSE, 0)
        clause = start + max((one.end() for one in re.finditer(r"[.;:] ", text[start : found.start()])), default=0)
        said = _said(text, clause, found)
        if said is not None and all(found.end() <= one.tu or one.den <= found.start() for one in told):
            yield LoiChu(said, found.end(), None, {"viec": _ngay(day), "ngay": _ngay(ngay)})


def _said(text: str, clause: int, day: re.Match[str]) -> int | None:
    """Return where what is told of a day begins; None where the day is of something else, or it is to come."""
    before = text[clause : day.start()]
    rest = re.split(r"[.;] ", text[day.end() : day.end() + _CLAUSE], maxsplit=1)[0]
    if _TO_COME.search(before) or re.match(r"[^,]{0,40}\b(?:sẽ|dự kiến|tới đây)\b", rest):
        return None
    for pattern, others in ((_SPOKEN_OF, _OF_ANOTHER), (_HAPPENED, _OF_ANOTHER), (_DONE, _DAY_OF_DONE)):
        found = pattern.search(before)
        if found and not others.search(found["giua"]) and not (pattern is _DONE and _WHICH.search(before[: found.start()])):
            return clause + found.start()
    return None
