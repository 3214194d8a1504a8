"""The page's foot: addressees, recipients, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from notice_gen import vietnamese
from notice_gen.compose.body import Block, block
from notice_gen.compose.writer import Writer, ended, prefixed
from notice_gen.model import Notice

_DIEU = re.compile(r"Điều (\d+)\. ")
_CARRIED_OUT = "chịu trách nhiệm"


def addressees(writer: Writer, kinh_gui: Sequence[str]) -> Iterator[Block]:
    """Yield ô 9a: one addressee on the line of ``Kính gửi``, several below its colon (mục II.9.d)."""
    names = [_bare(writer.text(line, ("van_ban", "kinh_gui"))) for line in kinh_gui]
    if len(names) == 1:
        yield block("kinh_gui", prefixed("Kính gửi: ", names[0]))
    elif names:
        yield block("kinh_gui", "Kính gửi:")
        for name in names:
            yield block("kinh_gui_noi", prefixed("- ", ended(name, "." if name is names[-1] else ";")))


def recipients(writer: Writer, notice: Notice, first: str) -> list[str]:
    """Return ô 9b, punctuated.

    Args:
        writer: writes the texts.
        notice: the findings.
        first: the line that the form begins with (``Như trên``, ``Như Điều 3``), supplied where a clerk left it out.
    """
    names = [_bare(writer.text(line, ("noi_nhan", "gui", i))) for i, line in enumerate(notice.noi_nhan.gui)]
    begins = " ".join(first.lower().split()[:2])
    if first and not any(str(name).lower().startswith(begins) for name in names):
        names.insert(0, first)
    luu = _bare(writer.text(notice.noi_nhan.luu, ("noi_nhan", "luu")))
    if not str(luu).lower().startswith("lưu"):
        luu = prefixed("Lưu: ", luu)
    return [*(prefixed("- ", ended(name, ";")) for name in names), prefixed("- ", ended(luu, "."))]


def first_recipient(notice: Notice, blocks: Sequence[Block], *, by_article: bool) -> str:
    """Return the line that recipients begin with: those addressed above, or those whom an article charges.

    The article is the last that says who ``chịu trách nhiệm``, else the last of all: that is where a decision
    names who carries it out (forms 1.1 to 1.3).
    """
    if notice.van_ban.kinh_gui:
        return "Như trên"
    here = found = ""
    for one in blocks if by_article else ():
        if article := _DIEU.match(one["chu"]):
            here = article[1]
        if _CARRIED_OUT in one["chu"]:
            found = here
    return f"Như Điều {found or here}" if here else ""


def _bare(name: str) -> str:
    """Take the dash off that a clerk typed before *name*; the list has its own."""
    return name[2:] if type(name) is str and name[:2] in ("- ", "– ") else name


def signature(writer: Writer, notice: Notice) -> dict[str, Any]:
    """Return the signing lines in capitals and the name."""
    ky = notice.ky
    return {
        "quyen_han": [vietnamese.chu_hoa(writer.text(line, ("ky", "quyen_han"))) for line in ky.quyen_han],
        "chuc_vu": vietnamese.chu_hoa(writer.text(ky.chuc_vu, ("ky", "chuc_vu"))),
        "ho_ten": ky.ho_ten,
    }
