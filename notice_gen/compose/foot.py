"""The page's foot: addressees, recipients, signature."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress

from notice_gen import page, pasted, typography, vietnamese
from notice_gen.compose.writer import Path, Writer, ended, is_fixed, prefixed, suffixed
from notice_gen.errors import N_, Problem
from notice_gen.model import Ky, NoiNhan, Notice
from notice_gen.page import Block, Dong, Hang, KyCungNhau
from notice_gen.records import remembered, replace
from notice_gen.vietnamese.lien_dong import nhu_go

_DIEU = re.compile(r"Điều (\d+)\. ")
_FILING = re.compile(r"(?i:lưu)\s*:|Lưu [A-ZĐ]{2}")  # not "Lưu trữ lịch sử", not a person called so
_BESIDE, _MANY = 8, 15  # recipients, however long, that stand beside the signature; lines from which on a list is long
_SIZE_PT, _LINE_MM = 11, 74  # of the recipients (mục II.9.d), and how wide their column is
_RECIPIENT_PT, _SIGNER_PT, _ROOM_PT = 12.7, 16.1, 76  # heights of a line of theirs, of the signer's, of the room for the signature
_CARRIED_OUT = "chịu trách nhiệm"


def addressees(writer: Writer, kinh_gui: Sequence[str]) -> Iterator[Block]:
    """Yield ô 9a: one addressee on the line of ``Kính gửi``, several below its colon (mục II.9.d)."""
    names = [writer.line(pasted.bare(line), ("van_ban", "kinh_gui")) for line in kinh_gui]
    if len(names) == 1:
        yield Dong("kinh_gui", prefixed("Kính gửi: ", names[0]))
    elif names:
        yield Dong("kinh_gui", "Kính gửi:")
        for name in names:
            yield Dong("kinh_gui_noi", prefixed("- ", ended(name, "." if name is names[-1] else ";")))


def recipients(writer: Writer, noi_nhan: NoiNhan, first: str, path: Path = ("noi_nhan",)) -> tuple[str, ...]:
    """Return ô 9b, punctuated; *first* is the line it begins with (``Như trên``, ``Như Điều 3``), supplied where a clerk left it out."""
    bare, listed, open_ = _fixed_recipients(noi_nhan)
    names, written = [*listed], [(i, writer.line(bare[i], (*path, "gui", i))) for i in open_]
    writer.warnings += [_filed_twice(name, (*path, "gui", i)) for i, name in written if _FILING.match(name)]
    for i, name in written:
        names[i] = _listed(name)
    if first:
        begins = f"- {' '.join(first.lower().split()[:2])}"
        if not any(str(name).lower().startswith(begins) for name in names):
            names.insert(0, _listed(first))
    luu = writer.text(bare[-1], (*path, "luu"))
    if not str(luu).lower().startswith("lưu"):
        luu = prefixed("Lưu: ", luu)
    last = prefixed("- ", ended(luu, "."))
    # Ô 12, which the forms print after the line "Lưu" ("PL.(300).").
    drafted = f"{vietnamese.chu_hoa(noi_nhan.nguoi_soan)}." if noi_nhan.nguoi_soan else ""
    drafted += f"({noi_nhan.so_ban})." if noi_nhan.so_ban else ""
    return (*names, suffixed(last, f" {drafted}") if drafted else last)


@remembered(64)  # the notices of a mailing share it
def _fixed_recipients(noi_nhan: NoiNhan) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """Return the lines as typed without their dashes, that of the file last; the others as listed; which are yet to be written."""
    bare = tuple(map(pasted.bare, (*noi_nhan.gui, noi_nhan.luu)))
    is_open = [not is_fixed(line) or bool(_FILING.match(line)) for line in bare[:-1]]
    listed = tuple("" if is_one else _listed(line) for line, is_one in zip(bare, is_open, strict=False))
    return bare, listed, tuple(compress(range(len(is_open)), is_open))


def _listed(name: str) -> str:
    return prefixed("- ", ended(name, ";"))


def below_signature(writer: Writer, lines: Sequence[str], ky: Ky) -> tuple[str, ...]:
    """Return the recipients of a long list for whom there is no room beside the signature; the list breaks over pages among them.

    A list that long is told: who reads it looks for their own name.
    """
    if len(lines) <= _BESIDE:
        return ()
    counts = [math.ceil(typography.width_mm(str(line), size_pt=_SIZE_PT) / _LINE_MM) for line in lines]
    if sum(counts) <= _MANY:
        return ()
    message = N_("Nơi nhận có {so_dong} dòng, dài hơn phần chữ ký nhiều; nếu không vừa trang thì in tiếp sang trang sau.")
    hint = N_("Gộp những nơi cùng loại thành một dòng (“Các sở, ban, ngành tỉnh”, “UBND các xã, phường”), hoặc lập danh sách nơi nhận ở một [[phu_luc]].")  # noqa: E501
    writer.warnings.append(Problem(message, hint, {"so_dong": sum(counts)}, ("noi_nhan", "gui"), level="warning", code="noi_nhan_dai"))
    room = (_ROOM_PT + (len(ky.quyen_han) + 2) * _SIGNER_PT) / _RECIPIENT_PT
    beside = next(n for n, height in enumerate(accumulate(counts, initial=1)) if height >= room or n == len(lines))
    return tuple(lines[beside:])


def nobody(notice: Notice, first: str) -> tuple[Problem, ...]:
    """Warn of recipients that are the filing line alone, where the form has others; *first* as in :func:`recipients`."""
    if notice.noi_nhan.gui or first or notice.ben or notice.thu_cong:
        return ()
    message = N_("Nơi nhận chỉ có dòng “Lưu”, không ghi văn bản gửi đến đâu.")
    hint = N_("Thêm dòng này dưới [noi_nhan], ví dụ: gui = [\"Chủ tịch, các Phó Chủ tịch UBND xã\", \"Các thôn\"]")
    return (Problem(message, hint, path=("noi_nhan", "gui"), level="warning", code="noi_nhan_chi_co_luu"),)


def _filed_twice(name: str, path: Path) -> Problem:
    message, hint = N_("Dòng “{dong}” ở gui: dòng lưu ghi ở khóa luu, in cuối phần Nơi nhận."), N_("Bỏ dòng này, ghi luu = \"{luu}\".")
    return Problem(message, hint, {"dong": name, "luu": name[4:].strip(" :;.")}, path, name, level="warning", code="luu_trong_gui")


def first_recipient(notice: Notice, blocks: Sequence[Block], *, by_article: bool) -> str:
    """Return the line that recipients begin with: those addressed above, or those whom an article charges.

    The article is the last that says who ``chịu trách nhiệm``, else the last of all: that is where a decision
    names who carries it out (forms 1.1 to 1.3).  Leave goes to the one who has it (form 1.10).
    """
    if notice.van_ban.kinh_gui or notice.giay_gioi_thieu:
        return "Như trên"
    if notice.giay_nghi_phep:
        return f"{notice.giay_nghi_phep.xung_ho or 'Ông (bà)'} {notice.giay_nghi_phep.ho_ten}"
    last = charging = ""
    for block in blocks if by_article else ():
        if article := _DIEU.match(block.chu):
            last = article[1]
        if _CARRIED_OUT in nhu_go(block.chu):
            charging = last
    return f"Như Điều {charging or last}" if last else ""


def signature(writer: Writer, ky: Ky, path: Path = ("ky",)) -> page.Ky:
    """Return the signing lines in capitals and the name."""
    return _fixed_signature(ky) or _signature(writer, ky, path)


@remembered(64)  # the notices of a mailing share it
def _fixed_signature(ky: Ky) -> page.Ky | None:
    lines = (ky.co_quan, *ky.quyen_han, ky.chuc_vu, ky.chuc_vu_khac)
    return _signature(Writer({}), ky, ()) if all(is_fixed(line) for line in lines if line) else None


def _signature(writer: Writer, ky: Ky, path: Path) -> page.Ky:
    def capitals(key: str, typed: str | None) -> str:
        return vietnamese.chu_hoa(writer.text(typed, (*path, key))) if typed else ""

    return page.Ky(
        capitals("co_quan", ky.co_quan) if ky.co_quan else None, tuple([capitals("quyen_han", line) for line in ky.quyen_han]),
        capitals("chuc_vu", ky.chuc_vu), capitals("chuc_vu_khac", ky.chuc_vu_khac), ky.ho_ten,
    )


def joint_signatures(writer: Writer, notice: Notice) -> KyCungNhau | None:
    """Return the signatures of several agencies in rows of two or three; None when one signs.

    The agency that leads stands on the right of the first row, the others from the left in their order: the decree
    is silent, joint circulars did so.
    """
    if not notice.ky_lien_tich:
        return None
    others = [signature(writer, ky, ("ky_lien_tich", n)) for n, ky in enumerate(notice.ky_lien_tich)]
    first = 1 if len(others) in (1, 3) else 2
    return _side_by_side([*others[:first], signature(writer, notice.ky), *others[first:]])


def signatures_of_parties(writer: Writer, notice: Notice) -> KyCungNhau | None:
    """Return the signatures of the parties of a contract, Bên A on the left, in rows as :func:`joint_signatures`.

    The party for which ``[ky]`` signs has its authority lines.
    """
    if not notice.ben:
        return None
    own = signature(writer, notice.ky)
    signed = []
    for n, ben in enumerate(notice.ben):
        who = ben.dai_dien
        post = vietnamese.chu_hoa(writer.text(who.chuc_vu, ("ben", n, "dai_dien", "chuc_vu")))
        lines = own if who.ho_ten == notice.ky.ho_ten else page.Ky("", chuc_vu=post, ho_ten=who.ho_ten)
        signed.append(replace(lines, co_quan=f"ĐẠI DIỆN BÊN {letter(n)}"))
    return _side_by_side(signed)


def letter(n: int) -> str:
    """Return the letter of party number *n*, from 0: ``A``, then ``B``."""
    return chr(ord("A") + n)


def _side_by_side(signed: Sequence[page.Ky]) -> KyCungNhau:
    width = 2 if len(signed) in (2, 4) else 3
    ordered = [*signed, *[page.Ky("")] * (-len(signed) % width)]
    rows = [ordered[i : i + width] for i in range(0, len(ordered), width)]
    if width == 2:
        return KyCungNhau(hai=tuple(Hang(left, None, right) for left, right in rows))
    return KyCungNhau(ba=tuple(Hang(left, middle, right) for left, middle, right in rows))
