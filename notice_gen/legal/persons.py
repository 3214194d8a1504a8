"""Who stands where in a signature: a name in the place of a post, a post in the place of the name, a post cut to its first letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_gen import facts
from notice_gen.errors import Problem
from notice_gen.legal import lines
from notice_gen.legal.lines import Block
from notice_gen.legal.quyen_ky import fold, quyen_ky
from notice_gen.records import replace

_WORDS_OF_A_NAME = range(2, 7)


def misplaced(block: Block, typed: Sequence[str], ho_ten: str) -> Iterator[Problem]:
    """Yield what stands where another part of the signature belongs, each under its key of ``[ky]`` (Phụ lục I, Phần I, mục II.7).

    Args:
        block: gives the law, and each line parted.
        typed: the lines of authority, then the post, as typed.
        ho_ten: the name; nothing is said of lines whose name is not known.
    """
    if not ho_ten:
        return
    for line, read in zip(typed, (*block.above, block.post), strict=True):
        if looks_like_a_name(read.words):
            rule, key = ("chuc_vu_la_ten", "chuc_vu") if line is typed[-1] else ("quyen_han_la_ten", "quyen_han")
            yield replace(lines.fault(rule, line, dong=line, ten=read.words), path=("ky", key))
    if is_line_of_signature(ho_ten, block):
        yield replace(lines.fault("ho_ten_la_chuc_vu", ho_ten, ho_ten=ho_ten), path=("ky", "ho_ten"))


def cut_short(chuc_vu: str) -> Problem:
    """Return the warning that a post, one that :func:`full_post` knows, is cut to its first letters."""
    return replace(lines.fault("chuc_vu_viet_tat", chuc_vu, chuc_vu=chuc_vu, day_du=full_post(chuc_vu)), path=("ky", "chuc_vu"))


def is_line_of_signature(ho_ten: str, block: Block) -> bool:
    """Tell whether what stands as a name is a line of authority, a post or a body."""
    folded = fold(ho_ten)
    if lines.read_line(ho_ten, block.law).prefix or lines.misspelt(ho_ten, block.law) or full_post(ho_ten):
        return True
    body = lines.begins_with_post_or_body(ho_ten) and folded.split()[0] not in facts.family_names()
    return body and len(folded.split()) > 1


def is_post(words: str) -> bool:
    """Tell whether *words* begin as the post of a head or a deputy does.

    >>> is_post("Phó Chủ tịch"), is_post("Sở Nội vụ")
    (True, False)
    """
    return bool(lines.head(fold(words).removeprefix("phó ")))


def looks_like_a_name(words: str) -> bool:
    """Tell whether *words* are surely somebody's name: a surname first, a capital at the head of each, no post and no body.

    >>> [looks_like_a_name(text) for text in ("Nguyễn Văn Hà", "NGUYỄN VĂN HÀ", "nguyễn thị hà", "Chủ tịch", "Đoàn trưởng", "Văn Thư")]
    [True, True, True, False, False, False]
    """
    parts = words.split()
    folded = fold(words)
    if len(parts) not in _WORDS_OF_A_NAME or folded.split()[0] not in facts.family_names() or lines.begins_with_post_or_body(words):
        return False
    if not all(part.replace("-", "").isalpha() for part in parts) or folded.split()[-1] in quyen_ky().truoc_ho_ten["tieng_cuoi_chuc_vu"]:
        return False
    return all(part[0].isupper() for part in parts) or folded.split()[1] in ("văn", "thị")


def full_post(words: str) -> str:
    """Return the post that its usual first letters stand for (``PCT``), empty when they are none.

    >>> full_post("PCT"), full_post("P.CT"), full_post("Chủ tịch")
    ('Phó Chủ tịch', 'Phó Chủ tịch', '')
    """
    letters = words.replace(".", "").replace(" ", "")
    return quyen_ky().chuc_vu_viet_tat.get(letters, "") if letters.isupper() else ""
