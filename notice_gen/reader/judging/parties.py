"""Who is named twice, or beside the one meant: joint signers, parties, the bearer of a paper, the unit it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.legal.nguoi_noi import doc_day_du
from notice_gen.legal.quyen_ky import fold
from notice_gen.model import CoQuan, Notice
from notice_gen.reader.judging.addressees import again
from notice_gen.reader.judging.reads import reads
from notice_gen.reader.judging.units import called, places
from notice_gen.vietnamese.ten_don_vi import Ten, cac_ten, cung_ten


@reads("co_quan", "ky", "ky_lien_tich")
def joint_signers(notice: Notice, _: date) -> tuple[Problem, ...]:
    """Each of several signers signs for an agency of his own, one of those that issue."""
    return tuple(_joint(notice)) if notice.ky_lien_tich else ()


def _joint(notice: Notice) -> Iterator[Problem]:
    issuers = doc_day_du(" ".join(notice.co_quan.ten)).replace(" - ", " ").replace(" -", " ")
    signed: list[tuple[KeyPath, str, str]] = [(("ky",), notice.ky.co_quan or "", notice.ky.ho_ten)]
    signed += [(("ky_lien_tich", n), ky.co_quan or "", ky.ho_ten) for n, ky in enumerate(notice.ky_lien_tich)]
    for path, co_quan, _ in signed:
        if co_quan and "{{" not in co_quan + issuers and doc_day_du(co_quan) not in issuers:
            message = N_("“{found}” ký mà không có trong tên các cơ quan ban hành: “{co_quan}”.")
            hint = N_("Sửa co_quan của người ký, hoặc [co_quan] ten, cho cùng những cơ quan.")
            values = {"found": co_quan, "co_quan": " ".join(notice.co_quan.ten)}
            yield Problem(message, hint, values, (*path, "co_quan"), co_quan, level="warning", code="lien_tich_khong_khop")
    for key, said in (("co_quan", [one[1] for one in signed]), ("ho_ten", [one[2] for one in signed])):
        for n, text in again(said):
            message, hint = N_("Hai người cùng ký đều ghi “{found}”."), N_("Ghi người ký và cơ quan của từng bên.")
            yield Problem(message, hint, {"found": text}, (*signed[n][0], key), text, level="warning", code="lien_tich_khong_khop")


@reads("ben")
def both_parties(notice: Notice, _: date) -> tuple[Problem, ...]:
    """The parties of a contract are several, and so are those who stand for them."""
    return tuple(_parties(notice)) if notice.ben else ()


def _parties(notice: Notice) -> Iterator[Problem]:
    for key, said in (("ten", [ben.ten for ben in notice.ben]), ("ho_ten", [ben.dai_dien.ho_ten for ben in notice.ben])):
        for n, text in again(said):
            message, hint = N_("Hai bên đều ghi “{found}”."), N_("Ghi tên và người đại diện của từng bên.")
            path = ("ben", n, "ten") if key == "ten" else ("ben", n, "dai_dien", "ho_ten")
            yield Problem(message, hint, {"found": text}, path, text, level="warning", code="hai_ben_trung")


@reads("ky", "giay_gioi_thieu", "giay_nghi_phep")
def own_paper(notice: Notice, _: date) -> tuple[Problem, ...]:
    """Nobody signs his own leave, or the letter that introduces him."""
    return tuple(_own_paper(notice)) if notice.giay_gioi_thieu or notice.giay_nghi_phep else ()


def _own_paper(notice: Notice) -> Iterator[Problem]:
    for key in ("giay_gioi_thieu", "giay_nghi_phep"):
        who = getattr(notice, key)
        if who and fold(who.ho_ten) == fold(notice.ky.ho_ten) and "(ghi" not in who.ho_ten:
            message = N_("{ho_ten} vừa là người được cấp giấy vừa là người ký.")
            hint = N_("Sửa ho_ten của người được cấp giấy, hoặc [ky].")
            yield Problem(message, hint, {"ho_ten": who.ho_ten}, (key, "ho_ten"), who.ho_ten, level="warning", code="tu_ky_cho_minh")


@reads("co_quan", "don_vi", "van_ban.trich_yeu")
def subject_of_another_unit(notice: Notice, _: date) -> tuple[Problem, ...]:
    """The commune of the subject is that of ``[don_vi]``: one typed in words is easily left of another paper."""
    ten, trich_yeu = notice.don_vi.get("ten", ""), notice.van_ban.trich_yeu
    return _subject(notice.co_quan, ten, trich_yeu) if ten and "{{" not in trich_yeu else ()


def _subject(co_quan: CoQuan, ten: str, trich_yeu: str) -> tuple[Problem, ...]:
    about, named = _communes(ten), _communes(trich_yeu)
    own = [one for cap, one in places(co_quan).items() if cap == "xa"]
    if len(about) != 1 or len(named) != 1 or any(cung_ten(named[0].ten, one.ten) for one in (*about, *own)):
        return ()
    message = N_("Trích yếu ghi {noi}, mà [don_vi] là {don_vi}.")
    hint = N_("Sửa tên trong trich_yeu, hoặc viết {{{{ don_vi.ten }}}} để lấy theo [don_vi].")
    values = {"noi": called(named[0]), "don_vi": ten}
    return (Problem(message, hint, values, ("van_ban", "trich_yeu"), named[0].ten, level="warning", code="trich_yeu_don_vi_khac"),)


def _communes(text: str) -> Sequence[Ten]:
    return [one for one in cac_ten(text) if one.cap == "xa"] if "{{" not in text else []
