"""A signature block as checks see it: its lines, each with its prefix and how it is spelt, and the agency that issues."""

from __future__ import annotations

import re
from datetime import date

from notice_gen import facts
from notice_gen.errors import Problem
from notice_gen.legal.law import Law
from notice_gen.legal.quyen_ky import LoaiCoQuan, begins, fold, loai_co_quan, quyen_ky
from notice_gen.records import record

_PREFIX = re.compile(r"(?P<letters>t\W?m|k\W?t|t\W?l|t\W?u\W?q|q)(?P<mark>[.:/]?)(?P<gap> ?)(?P<rest>.*)")
_UNKNOWN = re.compile(r"([A-ZĐ]{1,4})\. ?(?=\S)")
_TITLE = re.compile(r"([^\W\d]+\d?)(\.\s*|\s+)(?=\S)")


def misspelt(typed: str, law: Law) -> Problem | None:
    """Say what is wrong with the prefix of a line, or nothing."""
    words = " ".join(typed.split())
    if read_line(typed, law).prefix:
        return None
    found = _PREFIX.fullmatch(words.lower())
    if found and (found["mark"] or found["gap"]) and begins_with_post_or_body(found["rest"].lstrip(" .:/")):
        letters = re.sub(r"\W", "", found["letters"]).upper()
        rest = words[len(words) - len(found["rest"]) :].lstrip(" .:/")
        return fault("viet_sai", typed, dong=words, dung=f"{letters}. {rest}")
    unknown = _UNKNOWN.match(words)
    if unknown and unknown[1] not in facts.words("chu_tat_khong_la_quyen_han") and begins_with_post_or_body(words[unknown.end() :]):
        return fault("chu_la", typed, chu=unknown[1], cac_chu=", ".join(f"{ma}. ({one.ten})" for ma, one in law.quyen_han.items()))
    if fold(words).startswith("quyền ") and begins_with_post_or_body(fold(words)[6:]):
        return fault("viet_quyen", typed, dung=f"Q. {words[6:]}")
    return None


def post_with_prefix(post: Line) -> Problem | None:
    """The signer's own post has no prefix but ``Q.``."""
    if post.prefix in ("", "Q"):
        return None
    vi_du = with_pho(post.words) if post.prefix == "KT" else "Chánh Văn phòng"
    return fault("chuc_vu_co_chu", post.typed, chu=post.prefix, dong=post.typed, vi_du=vi_du)


def title_before_name(block: Block, ho_ten: str) -> Problem | None:
    """No title, rank or form of address before the name; sectors with their own rule are left to it."""
    if block.loai and block.loai.ho_ten_theo_nganh:
        return None
    title, name = _titled(ho_ten)
    if not title:
        return None
    return fault("hoc_vi" if block.loai and block.loai.che_do else "hoc_vi_chua_ro", ho_ten, chu=title, ho_ten=name)


def _titled(ho_ten: str) -> tuple[str, str]:
    """Part ``PGS.TS. Nguyễn Văn A`` into its titles and the name."""
    known = quyen_ky().truoc_ho_ten
    name = " ".join(ho_ten.split())
    rest = name
    while rest:
        words = begins(fold(rest), (*known["day_du"], *known["quan_ham"], *known["xung_ho"]))
        if words and (words not in ("ông", "bà") or begins(fold(rest)[len(words) + 1 :], known["ho"])):
            rest = rest[len(words) :].lstrip(" .,:")
            continue
        token = _TITLE.match(rest)
        if not token or token[1].lower() not in known["viet_tat"] or (token[1].istitle() and "." not in token[2]):
            break
        rest = rest[token.end() :]
    return name[: len(name) - len(rest)].strip(" ,:"), rest


@record
class Line:
    """One signing line: as typed, its prefix (``TL`` or nothing), and the rest folded and as typed."""

    typed: str
    prefix: str
    rest: str
    words: str


@record
class Block:
    """A signature block."""

    law: Law  # the decree it is held against
    above: tuple[Line, ...]  # the lines of authority
    post: Line  # the signer's own post
    co_quan: str = ""  # the issuer's name, folded; empty when not known
    chu_quan: str = ""  # its parent's name, folded
    loai: LoaiCoQuan | None = None  # the issuer's kind, when its name tells
    ngay: date | None = None  # the document's date

    @property
    def last(self) -> Line | None:
        """The line right above the post."""
        return self.above[-1] if self.above else None

    @property
    def collective(self) -> Line | None:
        """The line ``TM. …`` at the top."""
        return self.above[0] if self.above and self.above[0].prefix == "TM" else None

    def meaning(self, line: Line) -> str:
        """Return what the prefix of a line says: ``ký thừa lệnh``."""
        return self.law.quyen_han[line.prefix].ten


def read_line(typed: str, law: Law) -> Line:
    """Part a line into its prefix, one of those *law* has, and what it stands before."""
    words = " ".join(typed.split())
    head, dot, rest = words.partition(". ")
    if dot and head.upper() in law.quyen_han:
        return Line(typed, head.upper(), fold(rest), rest)
    return Line(typed, "", fold(words), words)


def fault(rule: str, found: str, /, **values: object) -> Problem:
    """Return the problem of breaking *rule* in the text *found*: its article joins the values, its level comes from the data."""
    broken = quyen_ky().quy_tac[rule]
    values["dieu"] = broken.dieu
    return Problem(broken.loi, broken.sua, values, found=found, level="error" if broken.muc == "sai" else "warning", code=rule)


def head(folded: str) -> str:
    """Return the post of a head that *folded* begins with (``chủ tịch``); empty for a deputy or an unknown post."""
    post = begins(folded, quyen_ky().dung_dau)
    return "" if folded[len(post) :].startswith(" đoàn") else post  # Chủ tịch đoàn is a body


def deputy(line: Line) -> str:
    """Return the words after ``Phó``, folded; empty when the line names no deputy."""
    return line.rest.removeprefix("phó ") if line.rest.startswith("phó ") else ""


def names_a_deputy(folded: str) -> bool:
    """Tell whether a post is that of a deputy, whatever it is called."""
    return folded.startswith("phó ") or any(f" {word} " in f" {folded} " for word in ("phó", *quyen_ky().cap_pho))


def same_post(one: str, other: str) -> bool:
    """``Chủ tịch`` and ``Chủ tịch UBND xã A`` name one post; two places may be two persons."""
    return one == other or (head(one) != "" and head(one) == other)


def without_pho(words: str) -> str:
    """``Phó Giám đốc``, ``Phó giám đốc`` → ``Giám đốc``."""
    return words[4:5].upper() + words[5:] if words.lower().startswith("phó ") else words


def with_pho(words: str) -> str:
    """``Giám đốc`` → ``Phó Giám đốc``, in capitals when the post is."""
    return f"{'PHÓ' if words.isupper() else 'Phó'} {words}"


def is_body(folded: str) -> bool:
    """Tell whether *folded* begins with the name of an agency or a collective, not with a post."""
    if head(folded.removeprefix("phó ")) or begins(folded, quyen_ky().cap_pho):
        return False
    return loai_co_quan(folded) is not None or begins(folded, facts.words("tap_the")) != ""


def begins_with_post_or_body(text: str) -> bool:
    """Tell whether *text* begins as a line of a signature does."""
    folded = fold(text)
    return head(folded.removeprefix("phó ")) != "" or is_body(folded)


def capital(post: str) -> str:
    """``chánh văn phòng`` → ``Chánh Văn phòng``, ``chủ tịch`` → ``Chủ tịch``: a post as an office writes it."""
    first, _, rest = post.partition(" ")
    both = first in ("chánh", "tổng") or (first == "trưởng" and rest == "ban")
    return f"{first.capitalize()} {rest.capitalize() if both else rest}"
