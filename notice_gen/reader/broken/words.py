"""What clerks type without quotes: dates, numbers, words that TOML does not take, and what they meant."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from notice_gen.errors import N_
from notice_gen.reader.source import holds, shorten


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a piece of the file, and ``mend``: what it should be (None = no telling)."""

    message: str
    hint: str
    values: dict[str, object] = field(default_factory=dict)
    mend: str | None = None
    is_figure: bool = False  # it was taken for a number, a date, a time


_DAY_FIRST = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})")
_IN_WORDS = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_TYPE = N_("Gõ: {mend}")
IN_QUOTES = N_("Chữ phải đặt trong dấu nháy kép; ở đây là: {gia_tri}")
_LONGEST = 80
"""Characters; nothing longer is a mistyped date or number."""


def quoted(text: str) -> str:
    r"""Return *text* as a TOML string.

    >>> quoted('xã "A"')
    '"xã \\"A\\""'
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", " ") + '"'


def judge(word: str) -> Verdict:
    """Return what is wrong with *word*, a bare value that TOML refuses."""
    short = len(word) <= _LONGEST
    if short and (dated := _date(word) or _moment(word)):
        return replace(dated, is_figure=True)
    for pattern, meant, message, hint in _WORDS if short else (_WORDS[0], _WORDS[-2]):
        if m := re.fullmatch(pattern, word):
            mend, values = meant(m)
            if mend and "dau" in values and not holds(f"x={mend}"):  # without what ends the line, it is wrong all the same
                return judge(mend)
            return Verdict(message, hint, values, mend, is_figure="dau" not in values and bool(re.fullmatch(r"[+-]?\d[\d.]*", mend or "")))
    return Verdict(IN_QUOTES, _TYPE, {"gia_tri": shorten(word), "mend": shorten(quoted(word))}, quoted(word))


def _date(word: str) -> Verdict | None:
    if m := _DAY_FIRST.fullmatch(word) or _IN_WORDS.fullmatch(word):
        day, month, year = map(int, m.groups())
    elif m := _YEAR_FIRST.fullmatch(word):
        year, month, day = map(int, m.groups())
    else:
        return None
    if not 1 <= month <= 12 or year < 1:
        message = N_("Không có tháng {thang}; ngày viết theo thứ tự năm-tháng-ngày, ở đây là: {gia_tri}")
        return Verdict(message, N_("Ví dụ ngày 12 tháng 6 năm 2024: 2024-06-12."), {"thang": month, "gia_tri": word})
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        message = N_("Không có ngày {ngay}: tháng {thang} năm {nam} chỉ có {cuoi} ngày.")
        hint = N_("Xem lại ngày; viết theo thứ tự năm-tháng-ngày, ví dụ: {vi_du}.")
        return Verdict(message, hint, {"ngay": day, "thang": month, "nam": year, "cuoi": last, "vi_du": f"{year:04}-{month:02}-{last}"})
    message = N_("Ngày phải viết năm-tháng-ngày, đủ hai chữ số cho tháng và ngày; ở đây là: {gia_tri}")
    mend = dt.date(year, month, day).isoformat()
    return Verdict(message, _TYPE, {"gia_tri": word, "mend": mend}, mend)


_CLOCK = r"(?:lúc |vào |hồi )?(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?(?::\d{2}|\s*phút)?(?:\s+(?:sáng|trưa|(chiều|tối)))?"
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật", *(f"thứ {n}" for n in range(2, 8)), "cn")
_WEEKDAY = re.compile(rf"[\s,(]*\b({'|'.join(_WEEKDAYS)})\b[\s,)]*", re.IGNORECASE)


def moment(word: str) -> dt.datetime | None:
    """Return the time of day with its date that *word* writes, in either order, or None.

    >>> moment("14h00, thứ 2 ngày 30/11/2026"), moment("Thứ Hai, 30/11/2026, 14g")
    (datetime.datetime(2026, 11, 30, 14, 0), datetime.datetime(2026, 11, 30, 14, 0))
    >>> moment("08:00 05/3/2026"), moment("2026-03-05 8h30"), moment("8 giờ, ngày 5 tháng 3 năm 2026"), moment("05/3/2026")
    (datetime.datetime(2026, 3, 5, 8, 0), datetime.datetime(2026, 3, 5, 8, 30), datetime.datetime(2026, 3, 5, 8, 0), None)
    """
    hour, minute, day = _taken_apart(word)
    try:
        return dt.datetime.combine(dt.date.fromisoformat(day.mend if day and day.mend else ""), dt.time(hour, minute))
    except ValueError:
        return None


def _taken_apart(word: str) -> tuple[int, int, Verdict | None]:
    """Return the hour, the minute and what is to be said of the day in *word*; no verdict when it writes no time with its date."""
    named = _WEEKDAY.search(word)
    word = _WEEKDAY.sub(" ", word).strip()
    clock = re.match(_CLOCK + r"(?:\s*,\s*|\s+)(?=\S)", word) or re.search(rf"(?:\s*,\s*|\s+|T){_CLOCK}$", word)
    if not clock:
        return 0, 0, None
    day = _date((word[: clock.start()] + word[clock.end() :]).strip())
    if named and day and day.mend and _WEEKDAYS.index(named[1].lower()) % 7 != dt.date.fromisoformat(day.mend).weekday():
        return 0, 0, None  # which of the two is meant, only the clerk knows
    hour = int(clock[1])
    return hour + 12 * (clock[3] is not None and hour < 12), int(clock[2] or 0), day


def _moment(word: str) -> Verdict | None:
    if written := moment(word):
        message = N_("Giờ, ngày phải viết năm-tháng-ngày giờ:phút:giây, đủ hai chữ số; ở đây là: {gia_tri}")
        return Verdict(message, _TYPE, {"gia_tri": word, "mend": str(written)}, str(written))
    hour, minute, day = _taken_apart(word)
    if not day or not day.mend:
        return day
    message = N_("Không có {gio} giờ {phut} phút: giờ từ 00 đến 23, phút từ 00 đến 59.")
    hint = N_("Xem lại giờ; viết năm-tháng-ngày giờ:phút:giây, ví dụ: {vi_du}.")
    return Verdict(message, hint, {"gio": hour, "phut": f"{minute:02}", "vi_du": f"{day.mend} 08:00:00"})


_Meant = tuple[str | None, dict[str, object]]


_LOOKS_LIKE = str.maketrans("OolI|", "00111")


def _told(m: re.Match[str], mend: str, **values: object) -> _Meant:
    """Return what a word should be, and the values of the message that tells both."""
    return mend, {"gia_tri": m[0], "mend": mend, **values}


def _as_text(m: re.Match[str], text: str) -> _Meant:
    return quoted(text), {"gia_tri": shorten(m[0]), "mend": shorten(quoted(text))}


ZERO_OR_CODE = N_('Gõ: {mend} (khi in, số 0 tự thêm theo quy định); mã số có số 0 ở đầu thì đặt trong dấu nháy: "{gia_tri}".')
LETTER_OR_QUOTED = N_('Gõ: {mend} nếu “{chu}” là chữ số gõ nhầm, hoặc đặt tất cả trong dấu nháy: "{gia_tri}".')
APART_OR_QUOTED = N_('Gõ: {mend} và để chữ “{chu}” trong lời văn, hoặc đặt tất cả trong dấu nháy: "{gia_tri}".')
SYMBOL_OR_QUOTED = N_('Gõ: {mend} nếu là số văn bản (ký hiệu tự ghép), hoặc "{gia_tri}" (trong dấu nháy) nếu là chữ để in ra.')
OR_QUOTED = N_('Gõ: {mend}, hoặc "{gia_tri}" (trong dấu nháy) nếu là chữ để in ra.')
_TRUE_OR_FALSE = N_("Giá trị đúng/sai chỉ viết true hoặc false, chữ thường; ở đây là: {gia_tri}")
_WORDS: tuple[tuple[str, Callable[[re.Match[str]], _Meant], str, str], ...] = (
    (r"[0-9０-９.,]*[０-９][0-9０-９.,]*", lambda m: _told(m, unicodedata.normalize("NFKC", m[0])),
     N_("Chữ số gõ ở chế độ chữ rộng (bộ gõ Trung, Nhật); ở đây là: {gia_tri}"), _TYPE),
    (r"[–—−][ \t]*(\d[\d_]*(?:\.\d+)?)", lambda m: _told(m, f"-{m[1]}"),
     N_("Dấu trừ của số âm là dấu gạch ngắn “-”; ở đây là: {gia_tri}"), _TYPE),
    (r"[-+*•–][ \t]+(.+)", lambda m: _as_text(m, m[1].strip('"“”')),
     N_("Không gõ dấu gạch trước phần của danh sách (khi in tự thêm)."), _TYPE),
    (r"[+-]?0[\d_]+", lambda m: _told(m, str(int(m[0].replace("_", "")))),
     N_("Số không viết số 0 ở đầu; ở đây là: {gia_tri}"), ZERO_OR_CODE),
    (r"(\d+)(?:[.,](\d+))?\s*%", lambda m: _told(m, f"{int(m[1])}.{m[2]}" if m[2] else str(int(m[1]))),
     N_("Số không đi kèm dấu %; ở đây là: {gia_tri}"),
     N_('Gõ: {mend} nếu là số liệu để tính, hoặc "{gia_tri}" (trong dấu nháy) nếu chỉ in ra.')),
    (r"[+-]?\d{1,3}(?:\.\d{3}){2,}|[+-]?\d{1,3}(?: \d{3})+", lambda m: _told(m, re.sub(r"[. ]", "", m[0])),
     N_("Số không viết dấu chấm hay khoảng trắng ngăn hàng nghìn; ở đây là: {gia_tri}"), N_("Gõ: {mend} (khi in, dấu chấm tự thêm).")),
    (r"[+-]?\d{1,3}(?:\.\d{3})+,\d+", lambda m: _told(m, m[0].replace(".", "").replace(",", ".")),
     N_("Số viết liền, phần thập phân sau dấu chấm; ở đây là: {gia_tri}"),
     N_("Gõ: {mend} (khi in, dấu chấm và dấu phẩy tự thêm theo cách viết Việt Nam).")),
    (r"([+-]?[1-9]\d{0,2}),(\d{3})", lambda m: _told(m, m[1] + m[2], le=f"{m[1]}.{m[2]}0", in_ra=f"{m[1]}.{m[2]}"),
     N_("Số viết liền, không có dấu phẩy; ở đây là: {gia_tri}"),
     N_("Gõ: {mend} nếu là số hàng nghìn (in ra {in_ra}); là số thập phân thì gõ: {le} (in ra {gia_tri}).")),
    (r"([+-]?\d+),(\d+)", lambda m: _told(m, f"{int(m[1])}.{m[2]}"),
     N_("Phần thập phân viết sau dấu chấm, không phải dấu phẩy; ở đây là: {gia_tri}"),
     N_("Gõ: {mend} (khi in, dấu chấm tự đổi thành dấu phẩy).")),
    (r"(?i:true|đúng|có|yes|on|x)", lambda m: _told(m, "true"), _TRUE_OR_FALSE, OR_QUOTED),
    (r"(?i:false|sai|không|no|off)", lambda m: _told(m, "false"), _TRUE_OR_FALSE, OR_QUOTED),
    (r"(?i:null|none|nil|trống|chưa có|n/a|-|…|\.\.\.|\?)", lambda m: (None, {"gia_tri": m[0]}),
     N_("Không có giá trị “{gia_tri}”."), N_("Xóa cả dòng này nếu chưa có nội dung.")),
    (r"([\w.:+-]+?)\s*([,;.])", lambda m: (m[1], {"dau": m[2], "mend": m[1]}),
     N_("Thừa dấu “{dau}” ở cuối dòng."), N_("Bỏ dấu đó, chỉ còn: {mend}")),
    (r"(?s)=[= ]*(.*)", lambda m: (m[1] or None, {}),
     N_("Thừa dấu “=”."), N_("Giữa khóa và giá trị chỉ có một dấu bằng: khóa = giá trị.")),
    (r"\S+[ \t]+([\w-]+[ \t]*=.*)", lambda m: (None, {"sau": m[1]}),
     N_("Hai khóa viết trên cùng một dòng."), N_("Chuyển “{sau}” xuống dòng dưới.")),
    (r"(?=[.,OolI|]*\d)(?=[\d.,]*([OolI|]))[\dOolI|]+(?:[.,][\dOolI|]{3})*",
     lambda m: _told(m, str(int(re.sub("[.,]", "", m[0].translate(_LOOKS_LIKE)))), chu=m[1]),
     N_("Chữ “{chu}” lẫn vào con số; ở đây là: {gia_tri}"),
     LETTER_OR_QUOTED),
    (r"(\d+)\s*([^\W\d_][^\d]{0,19})", lambda m: _told(m, str(int(m[1])), chu=m[2]), N_("Số và chữ viết lẫn nhau; ở đây là: {gia_tri}"),
     APART_OR_QUOTED),
    (r"(\d+)/[^\W\d_][\w-]*", lambda m: _told(m, str(int(m[1]))), N_("Số và ký hiệu viết liền nhau; ở đây là: {gia_tri}"),
     SYMBOL_OR_QUOTED),
    (r"[+-]?(?:0[xob][\da-fA-F_]+|[\d_]+(?:\.[\d_]+)?(?:[eE][+-]?[\d_]+)?)", lambda m: (None, {"gia_tri": shorten(m[0])}),
     N_("Số quá dài: {gia_tri}"), N_("Xem lại con số; mã số dài thì đặt trong dấu nháy kép.")),
    (r"(?s)(.+)[\"”]", lambda m: _as_text(m, m[1].rstrip()), N_("Thiếu dấu nháy kép mở đầu; ở đây là: {gia_tri}"), _TYPE),
)
"""Words as clerks type them, what is meant, what is wrong and what to type; the first that fits, of long ones a bullet or a number."""
