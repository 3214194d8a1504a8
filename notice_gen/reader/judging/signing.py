"""Who signs: lines, posts and names (Điều 13); ``tham_quyen`` against issuer and signature (forms 1.1 and 1.2)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from notice_gen import legal
from notice_gen.errors import N_, Problem
from notice_gen.legal.lines import head, read_line
from notice_gen.legal.quyen_ky import fold, loai_ban_hanh, loai_co_quan
from notice_gen.reader.judging.memory import remembered
from notice_gen.records import Same

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from notice_gen.legal import Law
    from notice_gen.model import Ky, Notice
    from notice_gen.reader.keys import Path

_LINES_OF_AUTHORITY = 2


@remembered(lambda notice: (Same(notice.ky), Same(notice.ky_lien_tich), Same(notice.co_quan), notice.van_ban.ngay))
def signatures(notice: Notice, on: date) -> tuple[Problem, ...]:
    """Who signs may sign so, for such an agency, on that date (Điều 13; Phụ lục I, Phần I, mục II.7)."""
    if not notice.ky_lien_tich:
        return tuple(_single(notice, legal.law(on)))
    signed = [(notice.ky, ("ky",)), *((ky, ("ky_lien_tich", n)) for n, ky in enumerate(notice.ky_lien_tich))]
    return tuple(problem for ky, path in signed for problem in _joint(notice, legal.law(on), ky, path))


def _single(notice: Notice, law: Law) -> Iterator[Problem]:
    ky, co_quan = notice.ky, notice.co_quan
    faults = legal.faults_in_signature(
        ky.quyen_han, ky.chuc_vu, law=law, co_quan=co_quan.ten, chu_quan=co_quan.chu_quan, ho_ten=ky.ho_ten, ngay=notice.van_ban.ngay
    )
    yield from faults
    yield from _as_typed(ky, law, ("ky",), {str(fault.path[-1]) for fault in faults})
    if ky.co_quan:
        message = N_("“co_quan” trong [ky] chỉ in khi nhiều cơ quan cùng ký.")
        hint = N_("Bỏ dòng này; tên cơ quan ban hành ghi ở [co_quan]. Nhiều cơ quan cùng ký thì thêm [[ky_lien_tich]].")
        yield Problem(message, hint, path=("ky", "co_quan"), found="co_quan")


def _joint(notice: Notice, law: Law, ky: Ky, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with one of several signatures, judged by the agency it is for."""
    co_quan = (ky.co_quan,) if ky.co_quan else ()
    faults = legal.faults_in_signature(ky.quyen_han, ky.chuc_vu, law=law, co_quan=co_quan, ho_ten=ky.ho_ten, ngay=notice.van_ban.ngay)
    yield from _as_typed(ky, law, path, {str(fault.path[-1]) for fault in faults})
    for fault in faults:
        yield replace(fault, path=(*path, "co_quan" if fault.path[0] == "co_quan" else fault.path[-1]))
    if not co_quan:
        message = N_("Nhiều cơ quan cùng ký mà chưa ghi người này ký cho cơ quan nào.")
        yield Problem(message, N_("Thêm dòng, ví dụ: co_quan = \"Sở Nội vụ\""), path=path)


def _as_typed(ky: Ky, law: Law, path: Path, faulty: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with a signature as lines and letters; of the keys that are *faulty* already, nothing."""
    lines = () if "quyen_han" in faulty else ky.quyen_han
    if len(lines) > _LINES_OF_AUTHORITY:
        yield Problem(
            N_("quyen_han có {so} dòng; nhiều nhất là {nhieu_nhat}, dưới đó là chức vụ của người ký."),
            N_("Bỏ bớt dòng; chức vụ của người ký ghi ở chuc_vu. Ví dụ: quyen_han = [\"TL. Chủ tịch\", \"KT. Chánh Văn phòng\"]."),
            {"so": len(lines), "nhieu_nhat": _LINES_OF_AUTHORITY}, (*path, "quyen_han"), lines[_LINES_OF_AUTHORITY],
        )
    elif lines and not legal.has_authority(lines[0], law) and "{{" not in lines[0] and "*" not in lines[0]:
        message = N_("“{dong}” không có chữ viết tắt quyền hạn nào đứng trước (TM., KT., TL., TUQ., Q.).")
        hint = N_("Gõ \"{dung}\"; người ký theo thẩm quyền của mình thì bỏ dòng quyen_han.")
        values = {"dong": lines[0], "dung": legal.with_authority(lines[0])}
        yield Problem(message, hint, values, (*path, "quyen_han"), lines[0], level="warning")
    name = ky.ho_ten
    if "ho_ten" not in faulty and "{{" not in name and " " in name and (name.isupper() or name.islower()) and name != name.title():
        message, hint = N_("Họ tên người ký viết hoa chữ đầu mỗi tiếng; ở đây là: {ho_ten}"), N_("Gõ ho_ten = \"{dung}\".")
        yield Problem(message, hint, {"ho_ten": name, "dung": name.title()}, (*path, "ho_ten"), level="warning")


AUTHORITY = ("mo_dau", "tham_quyen")
"""Where the findings file has the authority that its decision goes by."""
_COMMITTEES = frozenset({"ubnd", "hdnd"})


def authority(notice: Notice, on: date) -> tuple[Problem, ...]:
    """One document, one authority: that of the issuer and of the signature.

    Only people's committees and councils are judged: of them it is known who decides alone and who as a body.
    """
    lines = notice.mo_dau.tham_quyen if notice.mo_dau else ()
    if not lines or notice.ky_lien_tich or any(fault.path == ("ky", "quyen_han") for fault in signatures(notice, on)):
        return ()
    return _doubts(Same(legal.law(on)), lines, notice.ky.quyen_han, notice.co_quan.ten)


@lru_cache(maxsize=128)  # the notices of a mailing say the same
def _doubts(law: Same[Law], lines: tuple[str, ...], quyen_han: tuple[str, ...], ten: tuple[str, ...]) -> tuple[Problem, ...]:
    if any("{{" in line for line in (*lines, *quyen_han, *ten)):
        return ()
    written = " ".join(lines)
    words = fold(written)
    post = head(words)
    body = written[len(post) :].strip()
    named, issues = loai_co_quan(words[len(post) :].strip()), loai_ban_hanh(ten)
    if named is None or issues is None or not {named.ma, issues.ma} <= _COMMITTEES:
        return ()
    on_behalf = bool(quyen_han) and read_line(quyen_han[0], law.thing).prefix == "TM"
    if named.ma != issues.ma:
        message = N_("Thẩm quyền ghi “{tham_quyen}” mà cơ quan ban hành là “{co_quan}”.")
        hint = N_("Ghi cùng một cơ quan ở tham_quyen và ở [co_quan] ten.")
    elif post and on_behalf:
        message = N_("Thẩm quyền là của một chức vụ, “{tham_quyen}”, mà chữ ký ghi thay mặt tập thể: “{dong}”.")
        hint = N_("Thẩm quyền của người đứng đầu thì bỏ dòng TM. ở quyen_han; của tập thể thì gõ tham_quyen = \"{tap_the}\".")
    elif named.ma == "ubnd" and not post and not on_behalf:
        message = N_("Thẩm quyền là của tập thể, “{tham_quyen}”, mà chữ ký không ghi thay mặt tập thể (TM.).")
        hint = N_(
            "Thêm vào [ky]: quyen_han = [\"TM. Ủy ban nhân dân\"]; "
            "thẩm quyền riêng của Chủ tịch thì gõ tham_quyen = \"Chủ tịch {tap_the}\"."
        )
    else:
        return ()
    values = {"tham_quyen": written, "co_quan": " ".join(ten), "dong": quyen_han[0] if quyen_han else "", "tap_the": body}
    return (Problem(message, hint, values, AUTHORITY, level="warning"),)
