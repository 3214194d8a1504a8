"""Lists of addressees and recipients: which lines make one entry, its dash and its last mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from notice_gen.check.fault import Fault, Rule
from notice_gen.check.texts import boxed, nfc, remembered
from notice_gen.check.view import DocumentView, Span, is_blank
from notice_gen.errors import N_
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import bo_dau

_DASHES = "-–—\u2011"
_OTHER_BULLETS = "+•*·\uf0b7\uf0a7o"
_NEVER_GOES_ON = r"(?:Lưu|Như)\b"


@record
class Entry:
    """One addressee or recipient, maybe over several lines.

    Attributes:
        lines: its lines.
        dash: what stands before it, typed or set by Word: ``-``, another mark, or nothing.
    """

    lines: tuple[Span, ...]
    dash: str

    @cached_property
    def text(self) -> str:
        """Its words, without the dash and the spaces around."""
        words = " ".join(nfc(" ".join(span.text for span in self.lines)).split())
        return words.lstrip(_DASHES + _OTHER_BULLETS[:-1]).strip()

    @cached_property
    def key(self) -> str:
        """The same in capitals without marks, however it was typed."""
        return bo_dau(self.text).upper()

    @property
    def unfinished(self) -> bool:
        """Whether it is a blank to be filled in, or ends with one: ``…``, ``Lưu: VT, ……``."""
        return is_blank(self.text) or re.search(r"(?:…|[._]{2,})\W*(?:\(\d+\)\W*)?$", self.text) is not None

    @property
    def last(self) -> Span:
        """The line it ends on."""
        return self.lines[-1]


def entries(lines: Sequence[Span]) -> list[Entry]:
    """Return the entries of a list; a line without a dash goes on with the one before when that has not ended."""
    found: list[list[Span]] = []
    for span in lines:
        text = nfc(span.text).strip()
        if not text:
            continue
        ended = not found or found[-1][-1].text.rstrip().endswith((";", ".", ":"))
        if ended or _dash(span) or re.match(_NEVER_GOES_ON, text):
            found.append([span])
        else:
            found[-1].append(span)
    return [Entry(tuple(group), _dash(group[0])) for group in found]


def _dash(span: Span) -> str:
    first = span.text.lstrip()[:1]
    if first and first in _DASHES + _OTHER_BULLETS[:-1]:
        return "-" if first in _DASHES else first
    label = span.paragraph.number.strip() if span.start == 0 else ""
    return "-" if label and label in _DASHES else label


SEVERAL = re.compile(r";\s*(?:[-–]\s*)?(?=[A-ZĐÁÀẢÂẤĂÊÔƠƯỦỶ])")
"""Where one more name begins behind a semicolon, on the same line."""


# “Các Bộ: Tư pháp; Nội vụ;”: one group, whose members leave out what they all are.
_GROUP = re.compile(r"\s*(?:[-–+]\s*)?(?:Lãnh đạo )?[Cc]ác (?P<loai>[^;:]{2,40}):(?P<ten>[^:]+)$")


def of_one_group(line: str) -> bool:
    """Tell whether the names on a line are members of one group: none of them says again what it is."""
    found = _GROUP.match(line)
    kinds = [kind.strip().lower() for kind in re.split(r",| và ", found["loai"])] if found else []
    return found is not None and not any(name.strip(" -–").lower().startswith((*kinds, *_KINDS)) for name in found["ten"].split(";"))


_KINDS = ("sở", "bộ", "ủy ban", "uỷ ban", "ubnd", "hđnd", "công an", "văn phòng", "ban", "cục", "chi cục", "trường", "phòng", "hội", "lưu",
          "chủ tịch", "thường trực", "tòa án", "viện", "đảng ủy", "trung tâm")  # fmt: skip


def bare(line: str) -> str:
    """Return a line without what stands in brackets, and without a remark that spaces put aside."""
    return re.sub(r"\([^()]*\)", "", re.split(r"(?<=[;.])\s{2,}", nfc(line), maxsplit=1)[0])


def kinh_gui(view: DocumentView) -> tuple[Span, list[Entry]] | None:
    """Return the line with the words ``Kính gửi`` and the addressees on lines of their own."""
    spans = boxed(view, "kinh_gui")
    return (spans[0], entries(spans[1:])) if spans else None


def addressees(view: DocumentView) -> list[Entry]:
    """Return the addressees when they are a list: several, with a dash."""
    _, found = kinh_gui(view) or (None, [])
    return found if len(found) > 1 and any(entry.dash for entry in found) else []


def beside(head: Span, entry: Entry) -> bool:
    """Tell whether an addressee stands on the line of ``Kính gửi``, in the next cell or behind a tab."""
    one, other = head.paragraph, entry.lines[0].paragraph
    if one is other:
        return "\n" not in one.text[head.end : entry.lines[0].start]
    return bool(one.cell and other.cell and one.cell.row == other.cell.row and one.cell.column != other.cell.column)


@remembered
def noi_nhan(view: DocumentView) -> tuple[Span | None, list[Entry]]:
    """Return the words ``Nơi nhận:`` and the recipients; who drafted (box 12) is none of them."""
    component = view.components.get("noi_nhan")
    if component is None:
        return None, []
    first, *lines = component.spans
    words = re.match(r"\S+\s+[^\s:]+(?:\s*:)?", first.text)
    head = Span(first.paragraph, first.start, first.start + (words.end() if words else len(first.text)))
    if head.end < first.end and not is_blank(first.text[head.end - first.start :]):
        lines = [Span(first.paragraph, head.end, first.end), *lines]
    return head, entries(_without_drafter(view, lines))


def _without_drafter(view: DocumentView, lines: list[Span]) -> list[Span]:
    drafter = view.components.get("ky_hieu_nguoi_soan")
    if drafter is None or not lines or drafter.spans[0].paragraph is not lines[-1].paragraph:
        return lines
    mark, last = drafter.spans[0], lines[-1]
    rest = Span(last.paragraph, last.start, last.start + len(last.text[: mark.start - last.start].rstrip()))
    return [*lines[:-1], rest]


def recipients(view: DocumentView) -> list[Entry]:
    """Return the recipients alone."""
    return noi_nhan(view)[1]


def names(view: DocumentView) -> Iterator[Span]:
    """Yield the name of each addressee and recipient, without its dash and the words ``Kính gửi:``."""
    lines = [entry.lines[0] for entry in (*(kinh_gui(view) or (None, []))[1], *recipients(view))]
    lines += boxed(view, "kinh_gui")[:1]
    for line in lines:
        start = re.match(rf"[\s{_OTHER_BULLETS[:-1]}{_DASHES[1:]}-]*(?:Kính gửi\s*:\s*)?", line.text)
        shown = line.text[start.end() :].rstrip(" ;.,\u00a0") if start else ""
        if start and shown:
            yield Span(line.paragraph, line.start + start.end(), line.start + start.end() + len(shown))


def is_kept(entry: Entry) -> bool:
    """Tell whether a recipient is the line of what is kept, ``Lưu: VT``."""
    return re.match(r"LUU\b", entry.key) is not None


def as_above(entry: Entry) -> bool:
    """Tell whether a recipient says ``Như trên``, or tries to."""
    return re.match(r"NHU (?:TREN|(?:NOI )?KINH GUI)\b", entry.key) is not None


def marks(rule: Rule, found: Sequence[Entry], message: str, *, going_on: bool = False) -> Iterator[Fault]:
    """Yield a fault for each entry that ends with no semicolon, the last one with no full stop.

    Args:
        rule: whose fault it is.
        found: the entries.
        message: a marked sentence with ``{doan}`` and ``{dau}``.
        going_on: whether an entry is still to follow: the line of what is kept, which another rule asks for.
    """
    for number, entry in enumerate(found):
        right = "." if number == len(found) - 1 and not going_on else ";"
        # A remark may stand beside an entry, put aside by spaces, or begin there and end below: “…; (để / báo cáo)”.
        text = re.split(r"(?<=[;.])\s{2,}", entry.last.text, maxsplit=1)[0].rstrip()
        remarked = re.search(rf"{re.escape(right)}\s*\([^()]*\)?$", entry.text)
        if text and not text.endswith(right) and not entry.unfinished and not remarked:
            end = entry.last.start + len(text)
            bare = len(text.rstrip(" ;,.:/"))
            place = Span(entry.last.paragraph, entry.last.start + bare - 1, end) if bare else entry.last
            hint = N_("Kết thúc mỗi dòng bằng dấu chấm phẩy (;), dòng cuối cùng bằng dấu chấm (.).")
            yield rule.at(place, message, hint, new=f"{place.text[:1]}{right}" if bare else None, doan=entry.text, dau=right)
