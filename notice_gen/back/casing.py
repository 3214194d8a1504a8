"""Names that a page prints in capitals, with the letters that its text writes them with."""

from __future__ import annotations

import re

from notice_gen.back import source
from notice_gen.check.form.closing import CHUC_VU
from notice_gen.check.form.pieces import fold
from notice_gen.check.texts import nfc
from notice_gen.check.view import DocumentView
from notice_gen.vietnamese.chu_cai import chu_hoa

_VOWEL = re.compile("[AEIOUY]")
_CLASSES = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "thị trấn", "xã", "phường", "đặc khu")


class Casing:
    """Gives names that a page prints in capitals the letters that its text writes them with."""

    def __init__(self, view: DocumentView) -> None:
        texts = [view.properties.get("creator", ""), *(nfc(one.text) for one in view.paragraphs)]
        self._text = source.clean("\n".join(texts).replace("\n", " | "))
        self._upper = chu_hoa(self._text)

    def name(self, shown: str) -> str:
        """Return *shown*, a name of an agency in capitals, as the text writes it; else as such names are usually written."""
        if shown != chu_hoa(shown):
            return shown
        return self.found(shown) or (self.post(shown) if CHUC_VU.match(fold(shown)) else _usual(shown))

    def post(self, shown: str) -> str:
        """Return *shown*, a line of who signs in capitals, as the text writes it; else with a capital where a post has one."""
        if shown != chu_hoa(shown):
            return shown
        for_whom, dot, rest = shown.rpartition(". ")
        words = rest.lower().split()
        capital = {0, *(n + 1 for n, word in enumerate(words[:3]) if word in {"phó", "chánh", "quyền", "tổng"})}
        usual = " ".join(word.capitalize() if n in capital else word for n, word in enumerate(words))
        return f"{for_whom}{dot}{self.found(rest) or usual}"

    def found(self, shown: str) -> str:
        """Return *shown*, a name in capitals, as the text writes it; empty where it does not."""
        wanted = chu_hoa(shown)
        if len(self._upper) == len(self._text):  # capitals may be longer than their letters
            at = self._upper.find(wanted)
            while at >= 0:
                found = self._text[at : at + len(wanted)]
                if found != wanted and not self._text[at - 1 : at].isalnum() and found[:1].isupper():
                    return found
                at = self._upper.find(wanted, at + 1)
        return ""


_COUNCIL = re.compile(r"(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND)(?=\s|$)")
_OFFICE = re.compile(r"(SỞ|BỘ|PHÒNG|VĂN PHÒNG)(?=\s)")
_AREA = re.compile(rf"(?:^|\s)({'|'.join(_CLASSES)})\s+(.+)$")


def _usual(capitals: str) -> str:
    """Return a name of an agency in small letters where they are surely known: councils, offices, places; else as it stands.

    >>> _usual("ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN"), _usual("SỞ NỘI VỤ"), _usual("SỞ GDĐT TỈNH A"), _usual("TRƯỜNG THPT A")
    ('Ủy ban nhân dân xã Bình Điền', 'Sở Nội vụ', 'Sở GDĐT tỉnh A', 'TRƯỜNG THPT A')
    """
    council, office = _COUNCIL.match(capitals), _OFFICE.match(capitals)
    area = _AREA.search(capitals.lower())
    place = area is not None and not area.start()
    if not (council or office or place):
        return capitals
    where = f"{area[1]} {' '.join(word.capitalize() for word in area[2].split())}" if area else ""
    name = capitals[: area.start()] if area else capitals
    if council:
        head = council[1] if len(council[1]) < 5 else council[1].capitalize()
        name = f"{head}{name[len(council[1]) :].lower()}"
    elif office:
        first, *rest = name[len(office[1]) :].split() or [""]
        words = [first.capitalize() if _VOWEL.search(fold(first)) else first]
        words += [word.lower() if _VOWEL.search(fold(word)) else word for word in rest]
        name = f"{office[1].capitalize()} {' '.join(words)}"
    return f"{name} {where}".strip()
