"""``tham_quyen`` against who issues and who signs: one document, one authority (forms 1.1 and 1.2)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from notice_gen.errors import N_, Problem
from notice_gen.legal.lines import head, read_line
from notice_gen.legal.quyen_ky import fold, loai_ban_hanh, loai_co_quan
from notice_gen.records import Same

if TYPE_CHECKING:
    from notice_gen.legal import Law
    from notice_gen.model import Notice

PATH = ("mo_dau", "tham_quyen")
_COMMITTEES = ("ubnd", "hdnd")


def authority_doubts(notice: Notice, law: Law) -> tuple[Problem, ...]:
    """Return a warning where the authority is surely another's than the issuer's or the signature's.

    Only people's committees and councils are judged: of them it is known who decides alone and who as a body.
    """
    lines = notice.mo_dau.tham_quyen if notice.mo_dau else ()
    if not lines or notice.ky_lien_tich:
        return ()
    return _doubts(Same(law), lines, notice.ky.quyen_han, notice.co_quan.ten)


@lru_cache(maxsize=128)  # the notices of a mailing say the same
def _doubts(law: Same[Law], lines: tuple[str, ...], quyen_han: tuple[str, ...], ten: tuple[str, ...]) -> tuple[Problem, ...]:
    if any("{{" in line for line in (*lines, *quyen_han, *ten)):
        return ()
    said = " ".join(lines)
    words = fold(said)
    post = head(words)
    named, issues = loai_co_quan(words[len(post) :].strip()), loai_ban_hanh(ten)
    if named is None or issues is None or not {named.ma, issues.ma} <= {*_COMMITTEES}:
        return ()
    values = {"tham_quyen": said, "co_quan": " ".join(ten), "dong": quyen_han[0] if quyen_han else "", "tap_the": said[len(post) :].strip()}
    if named.ma != issues.ma:
        return (_doubt(N_("Thẩm quyền ghi “{tham_quyen}” mà cơ quan ban hành là “{co_quan}”."), N_("Ghi cùng một cơ quan ở tham_quyen và ở [co_quan] ten."), values),)
    on_behalf = bool(quyen_han) and read_line(quyen_han[0], law.thing).prefix == "TM"
    if post and on_behalf:
        message = N_("Thẩm quyền là của một chức vụ, “{tham_quyen}”, mà chữ ký ghi thay mặt tập thể: “{dong}”.")
        return (_doubt(message, N_("Thẩm quyền của người đứng đầu thì bỏ dòng TM. ở quyen_han; của tập thể thì gõ tham_quyen = \"{tap_the}\"."), values),)
    if named.ma == "ubnd" and not post and not on_behalf:
        message = N_("Thẩm quyền là của tập thể, “{tham_quyen}”, mà chữ ký không ghi thay mặt tập thể (TM.).")
        return (_doubt(message, N_("Thêm vào [ky]: quyen_han = [\"TM. Ủy ban nhân dân\"]; thẩm quyền riêng của Chủ tịch thì gõ tham_quyen = \"Chủ tịch {tap_the}\"."), values),)
    return ()


def _doubt(message: str, hint: str, values: dict[str, str]) -> Problem:
    return Problem(message, hint, values, PATH, level="warning")
