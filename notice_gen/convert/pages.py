"""The pages of a PDF as they are printed: their words, and how many lines they have."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import math
import re
import threading
import time
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from notice_gen.errors import N_, InputError, Problem, ToolError
from notice_gen.records import record

MISSING = Problem(
    N_("Chưa có pypdfium2, phần đọc trang PDF."), N_("Cài thêm: pip install \"notice-gen[pdf]\", rồi chạy lại."),
)  # fmt: skip
UNREADABLE = Problem(N_("Không đọc lại được các trang của bản PDF."), N_("Mở bản PDF xem thử trước khi gửi; hỏng thì làm lại."))
_POINTS = 72 / 25.4  # in a mm
_TOO_SLOW = Problem(N_("Vẽ trang in của tệp này mất quá nhiều thời gian."), N_("Mở bằng Word để xem; tệp lạ thì không nên mở."))
_TEXT = 1  # PDFium's FPDF_PAGEOBJ_TEXT
_BGR = 2  # PDFium's FPDFBitmap_BGR: three bytes a dot
_BEYOND = 1.0  # mm of letters that reach into a margin
_ONE_AT_A_TIME = threading.Lock()  # PDFium knows nothing of threads


@record
class Page:
    """A page: the words between its margins above and below, how many lines they make, whether anything else is drawn there."""

    text: str
    lines: int
    is_drawn: bool = False


def can_read() -> bool:
    """Say whether pages can be read here."""
    import importlib.util

    return importlib.util.find_spec("pypdfium2") is not None


@contextlib.contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    if not can_read():
        raise ToolError(MISSING)
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise InputError(UNREADABLE) from error
        try:
            yield document
        finally:
            document.close()


def pages(pdf: bytes, *, top: float, bottom: float) -> tuple[Page, ...]:
    """Return the pages of a PDF; *top*, *bottom*: mm of margin, where page numbers stand.  Raises as :func:`pictures` does."""
    found = []
    with _opened(pdf) as document:
        for page in document:
            words = page.get_textpage()
            boxes = [words.get_rect(index) for index in range(words.count_rects())]
            low, high = (bottom - _BEYOND) * _POINTS, page.get_height() - (top - _BEYOND) * _POINTS
            middles = sorted((down + up) / 2 for _, down, _, up in boxes)
            lines = _lines([y for y in middles if low < y < high])
            drawn = (one.get_bounds() for one in page.get_objects() if one.type != _TEXT)
            is_drawn = lines == 0 and any(down < high and up > low for _, down, _, up in drawn)
            found.append(Page(words.get_text_bounded(bottom=low, top=high), lines, is_drawn))
    return tuple(found)


def _lines(middles: list[float]) -> int:
    """Count heights that are no nearer than 4 pt: what is nearer is one line in two looks."""
    return sum(at == 0 or y - middles[at - 1] > 4.0 for at, y in enumerate(middles))


def _look_at_the_clock(until: float) -> None:
    """Raise InputError when it is later: nothing else stops PDFium, which must not be left in the middle of a page."""
    if time.monotonic() > until:
        raise InputError(_TOO_SLOW)


@record
class Box:
    """Where a text stands on a page, or the first piece of it: the page's number, from 1, and parts of its width and height, from above."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


def boxes(pdf: bytes, texts: Sequence[str], *, until: float = math.inf) -> list[Box | None]:
    """Return where each of the *texts*, in their order, stands on the pages of a PDF; None where it was not found.

    Raises as :func:`pictures` does.
    """
    with _opened(pdf) as document:
        letters, at = _shown(document, until)
    found, cursor = list[Box | None](), 0
    for text in texts:
        wanted = _bare(text)
        start = _found(letters, wanted, cursor)
        if start < 0:
            found.append(None)
            continue
        tail = wanted[-_ENOUGH:]
        end = letters.find(tail, start, start + len(wanted) + _BETWEEN)
        cursor = end + len(tail) if end >= 0 else start + len(wanted[:_ENOUGH])
        found.append(_around(at[start:cursor]))
    return found


_ENOUGH = 40  # letters by which a text is known
_BETWEEN = 400  # letters of headers and footers that may stand within a text
_SHORT = 6  # letters: what has no more is looked for close by alone
_NEAR = 300  # letters
_MOST_LETTERS = 600_000
_Glyph = tuple[int, float, float, float, float]


def _bare(text: str) -> str:
    """Return the letters and figures of a text without their marks: programs compose them as they like."""
    return "".join(char for char in unicodedata.normalize("NFKD", text).casefold() if char.isalnum())


def _found(letters: str, wanted: str, cursor: int) -> int:
    head = wanted[:_ENOUGH]
    if not head:
        return -1
    start = letters.find(head, cursor, cursor + _NEAR if len(head) <= _SHORT else len(letters))
    return letters.find(head) if start < 0 and len(head) > _SHORT else start  # beside each other in a table


def _shown(document: Any, until: float) -> tuple[str, list[_Glyph]]:
    """Return the letters of all pages, and of each its page and its box, parts of the page's width and height."""
    from pypdfium2 import raw

    letters, at = list[str](), list[_Glyph]()
    for number, page in enumerate(document, 1):
        _look_at_the_clock(until)
        words, (width, height) = page.get_textpage(), page.get_size()
        for index in range(words.count_chars()):
            bare = _bare(chr(raw.FPDFText_GetUnicode(words, index)))
            if bare:
                left, bottom, right, top = words.get_charbox(index)
                letters.append(bare)
                at += [(number, left / width, 1 - top / height, right / width, 1 - bottom / height)] * len(bare)
        if len(at) > _MOST_LETTERS:
            break
    return "".join(letters), at


def _around(glyphs: Sequence[_Glyph]) -> Box:
    """Return the box around those that stand on the first one's page."""
    page = glyphs[0][0]
    _, lefts, tops, rights, bottoms = zip(*(glyph for glyph in glyphs if glyph[0] == page), strict=True)
    return Box(page, min(lefts), min(tops), max(rights), max(bottoms))


@record
class Letter:
    """A printed sign, its box and the height of the line that it stands on, mm from the left and from above."""

    sign: str
    left: float
    top: float
    right: float
    bottom: float
    base: float


@record
class Sheet:
    """A page as paper: mm, and its letters in the order in which the file has them."""

    width: float
    height: float
    letters: tuple[Letter, ...]


def sheets(pdf: bytes, *, until: float = math.inf) -> tuple[Sheet, ...]:
    """Return where every letter of a PDF stands.  Args, errors: as :func:`pictures`; what a picture shows is none."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    made, left_over, across, down = [], _MOST_LETTERS, c_double(), c_double()
    with _opened(pdf) as document:
        for page in document:
            _look_at_the_clock(until)
            words, (width, height) = page.get_textpage(), page.get_size()
            letters = []
            for index in range(min(words.count_chars(), left_over)):
                sign = chr(raw.FPDFText_GetUnicode(words, index))
                if sign > " " and not sign.isspace():
                    left, bottom, right, top = words.get_charbox(index)
                    raw.FPDFText_GetCharOrigin(words, index, byref(across), byref(down))
                    box = (left, height - top, right, height - bottom, height - down.value)
                    letters.append(Letter(sign, *[side / _POINTS for side in box]))
            left_over -= len(letters)
            made.append(Sheet(width / _POINTS, height / _POINTS, tuple(letters)))
    return tuple(made)


def pictures(pdf: bytes, *, dots: int, most: int | None = None, longest: int | None = None, until: float = math.inf) -> list[bytes]:
    """Return each page as a PNG of so many dots to the inch.

    Args: *most*: no more pages than the first of them; *longest*: no side of a picture has more dots; *until*: no page is begun after
    this moment of :func:`time.monotonic`.
    Raises ToolError: pypdfium2 is missing; InputError: it cannot be read, or takes too long.
    """
    made = []
    with _opened(pdf) as document:
        for page in itertools.islice(document, most):
            _look_at_the_clock(until)
            scale = dots / 72 if longest is None else min(dots / 72, longest / max(page.get_size()))
            bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=_BGR)
            made.append(_png(bitmap.width, bitmap.height, bytes(bitmap.buffer), bitmap.stride))
    return made


def _png(width: int, height: int, rgb: bytes, stride: int) -> bytes:
    """Return three bytes a dot, *stride* a row, as a picture (PNG, §5, §11)."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + rgb[at * stride : at * stride + width * 3] for at in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    dots = zlib.compress(rows, 6)
    said = chunk(b"tEXt", b"Software\0notice-gen " + hashlib.sha256(dots).hexdigest().encode())
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + said + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def is_our_picture(png: bytes) -> bool:
    """Say whether *png* is a picture as :func:`pictures` made it: who draws on it changes its dots."""
    found = re.search(rb"\0notice-gen ([0-9a-f]{64}).{4}(.{4})IDAT", png[:200], re.DOTALL)
    if found is None:
        return False
    length = int.from_bytes(found[2], "big")
    rest = png[found.end() :]
    return hashlib.sha256(rest[:length]).hexdigest().encode() == found[1] and rest[length + 8 : length + 12] == b"IEND"
