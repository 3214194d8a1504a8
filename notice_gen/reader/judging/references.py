"""What a paper says of itself: its own articles, sections, charts and annexes, the month, quarter or year of its subject."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.facts import Pattern
from notice_gen.model import KetThuc, MoDau, Muc, Notice, PhuLuc, VanBanKemTheo, la_cong_van, loai_cua
from notice_gen.reader.judging.body import all_muc
from notice_gen.reader.judging.reads import reads
from notice_gen.vietnamese.con_so import doc_la_ma, la_ma
from notice_gen.vietnamese.dieu_noi_bo import SO_PHU_LUC, DieuNoiBo, cac_dieu, cac_so_phu_luc
from notice_gen.vietnamese.ky_trich_yeu import ky_khac

Text = tuple[KeyPath, str]

_ARTICLES = ("dieu", "chuong")
_SECTION = Pattern(
    r"\b(?:[Mm]ục|[Kk]hoản|[Pp]hần) (?P<so>\d{1,2}|[IVX]{1,5}),?"
    r"(?: (?:nêu|nói|ở)? ?trên(?: đây)?\b| (?:Thông báo|Báo cáo|Kế hoạch|Công văn|Tờ trình) này)"
)
_PAPERS = r"(?:Nghị định|Nghị quyết|Thông tư|Luật|Quyết định|Kế hoạch|Công văn|Thông báo|Hướng dẫn|Tờ trình|Báo cáo|Chỉ thị|Quy chế)"
_ANNEX = Pattern(
    rf"\b[Pp]hụ lục(?: số)?(?: (?P<so>{SO_PHU_LUC}))?(?=\)|[,;.]|\s|$)"
    rf"(?P<sau>(?: ban hành)? (?:gửi |đính )?kèm(?: theo)?(?! {_PAPERS} (?!này))|(?: của)? {_PAPERS} này)?"
)
_CHART = Pattern(r"\b[Bb]iểu đồ (?:số )?(?P<so>\d{1,3})(?![\d.]*\d)")
_OF_OTHERS = Pattern(rf",?(?: (?:ban hành )?kèm theo| của| tại)? {_PAPERS} (?!này)")
_ALL = Pattern(r"(?i:các|những|hai|ba|bốn|\d) [Pp]hụ lục(?! (?:từ |số )?[IVX\d])|[Pp]hụ lục kèm theo")


@reads("mo_dau", "muc", "ket_thuc", "noi_nhan", "phu_luc", "van_ban_kem_theo", "dinh_dang")
def own_references(notice: Notice, _: dt.date) -> Iterable[Problem]:
    """Articles, sections, charts and annexes of its own that a paper names are there, and annexes that are there are named."""
    return _own(notice.mo_dau, notice.muc, notice.ket_thuc, notice.noi_nhan.gui, notice.phu_luc,
                notice.van_ban_kem_theo, notice.dinh_dang.danh_so)  # fmt: skip


def _own(
    mo_dau: MoDau | None, cac_muc: tuple[Muc, ...], ket_thuc: KetThuc | None, gui: tuple[str, ...], phu_luc: tuple[PhuLuc, ...],
    kem_theo: tuple[VanBanKemTheo, ...], danh_so: str,
) -> tuple[Problem, ...]:  # fmt: skip
    own = [*of_main(mo_dau, cac_muc, ket_thuc), *((("noi_nhan", "gui", n), line) for n, line in enumerate(gui))]
    attached = [(text, [*_of_sections(text.muc, ("van_ban_kem_theo", n, "muc"), text.noi_dung)]) for n, text in enumerate(kem_theo)]
    found = [*_articles(own, cac_muc, danh_so), *_sections(own, cac_muc, danh_so)]
    for text, lines in attached:
        found += _articles(lines, text.muc, text.danh_so, attached=True)
    everything = [*own, *chain.from_iterable(lines for _, lines in attached)]
    inside = [*chain.from_iterable(of_annex(annex, n) for n, annex in enumerate(phu_luc))]
    found += _charts([*everything, *inside], _count_charts(cac_muc, phu_luc, kem_theo))
    return (*found, *_annexes(everything, inside, len(phu_luc), enclosed=bool(kem_theo)))


def _count_charts(cac_muc: tuple[Muc, ...], phu_luc: tuple[PhuLuc, ...], kem_theo: tuple[VanBanKemTheo, ...]) -> int:
    several = chain(cac_muc, *(text.muc for text in kem_theo), *(annex.muc for annex in phu_luc))
    return sum(len(muc.bieu_do) for _, muc in all_muc((*several,), ())) + sum(len(annex.bieu_do) for annex in phu_luc)


def _charts(texts: Iterable[Text], count: int) -> Iterator[Problem]:
    """Yield a warning for each chart that a text names and is not there; where there is none it is another paper's, or a picture."""
    for path, text in texts if count else ():
        for found in _CHART.finditer(text) if "iểu đồ" in text else ():
            if not 1 <= int(found["so"]) <= count and not _OF_OTHERS.match(text, found.end()):
                yield _absent(N_("Văn bản chỉ có {co} biểu đồ, không có Biểu đồ {so}."), found[0], path, so=found["so"], co=count)


def of_main(mo_dau: MoDau | None, cac_muc: tuple[Muc, ...], ket_thuc: KetThuc | None) -> Iterator[Text]:
    """Yield the texts of a paper's own body, without what is attached, and where each stands."""
    yield from ((("mo_dau", "noi_dung"), line) for line in (mo_dau.noi_dung if mo_dau else ()))
    yield from _of_sections(cac_muc, ("muc",), ())
    yield from ((("ket_thuc", "noi_dung"), line) for line in (ket_thuc.noi_dung if ket_thuc else ()))


def of_annex(annex: PhuLuc, n: int) -> Iterator[Text]:
    """Yield the texts of annex *n*, and where each stands."""
    return _of_sections(annex.muc, ("phu_luc", n, "muc"), annex.noi_dung)


def _of_sections(cac_muc: tuple[Muc, ...], where: KeyPath, before: Sequence[str]) -> Iterator[Text]:
    yield from (((*where[:-1], "noi_dung"), line) for line in before)
    for path, muc in all_muc(cac_muc, where):
        if muc.tieu_de:
            yield (*path, "tieu_de"), muc.tieu_de
        yield from (((*path, "noi_dung"), line) for line in muc.noi_dung)
        for n, item in enumerate(muc.phat_hien):
            yield from (((*path, "phat_hien", n), line) for line in (*item.noi_dung, *item.phu))


def _articles(texts: Iterable[Text], cac_muc: tuple[Muc, ...], danh_so: str, *, attached: bool = False) -> Iterator[Problem]:
    """Yield a warning for each article or khoản that a text of articles names as its own and has not."""
    if danh_so not in _ARTICLES:
        return
    articles = [*_leaves(cac_muc)]
    for path, text in texts:
        for named in cac_dieu(text, kem_theo=attached):
            yield from _absent_article(articles, named, text[named.tu : named.den], path)


def _leaves(cac_muc: tuple[Muc, ...]) -> Iterator[Muc]:
    for muc in cac_muc:
        yield from _leaves(muc.muc) if muc.cap else (muc,)


def _absent_article(articles: Sequence[Muc], named: DieuNoiBo, shown: str, path: KeyPath) -> Iterator[Problem]:
    absent = next((number for number in named.cac_dieu if number > len(articles)), 0)
    if absent:
        yield _absent(N_("Văn bản chỉ có {co} điều, không có Điều {so}."), shown, path, so=absent, co=len(articles))
    elif named.cac_khoan and len(named.cac_dieu) == 1 and named.cac_dieu[0]:
        article = articles[named.cac_dieu[0] - 1]
        typed = any(re.match(r"\d{1,2}[.)]", line) for line in article.noi_dung)  # khoản that we do not count
        over = next((number for number in named.cac_khoan if number > len(article.muc)), 0)
        if article.muc and not typed and over:
            message = N_("Điều {dieu} chỉ có {co} khoản, không có khoản {so}.")
            yield _absent(message, shown, path, dieu=named.cac_dieu[0], so=over, co=len(article.muc))


def _sections(texts: Iterable[Text], cac_muc: tuple[Muc, ...], danh_so: str) -> Iterator[Problem]:
    """Yield a warning for each numbered section that a text names as its own and has not."""
    if danh_so not in {"1", "I"} or any(muc.cap for muc in cac_muc):
        return
    counts = _counts(cac_muc, danh_so)
    for path, text in texts:
        for found in _SECTION.finditer(text) if "ục " in text or "oản " in text or "ần " in text else ():
            there, number = counts[not found["so"].isdigit()], _number(found["so"])
            if there and number > there:
                yield _absent(N_("Văn bản chỉ có {co} mục, không có mục {so}."), found[0], path, so=found["so"], co=there)


def _counts(cac_muc: tuple[Muc, ...], danh_so: str) -> Mapping[bool, int]:
    """Return how many sections there are with Roman numbers (True) and with others; 0 where it is not known."""
    top = sum(bool(muc.tieu_de) for muc in cac_muc)
    typed = any(re.match(r"\(?\d{1,2}[.)]\s", line) for _, muc in all_muc(cac_muc, ()) for line in muc.noi_dung)
    below = max((sum(bool(part.tieu_de) for part in muc.muc) for muc in cac_muc), default=0)
    return {True: top if danh_so == "I" else 0, False: 0 if typed else below if danh_so == "I" else top}


def _annexes(texts: Iterable[Text], inside: Sequence[Text], count: int, *, enclosed: bool) -> Iterator[Problem]:
    """Yield a warning for each annex named as this paper's and not there, and for each that is there beside others named."""
    named: set[int] = set()
    every = False
    for path, text in texts:
        for found, numbers in _annexes_named(text):
            named |= numbers
            every = every or not numbers or _ALL.search(text) is not None
            if _is_missing(found, max(numbers, default=0), count, enclosed=enclosed):
                yield _no_annex(found[0].strip(), count, path)
    if not every and count > 1 and named:
        named.update(*(cac_so_phu_luc(found["so"] or "") for _, text in inside for found in _ANNEX.finditer(text)))
        yield from (_unnamed(n) for n in range(count) if n + 1 not in named)


def _annexes_named(text: str) -> Iterator[tuple[re.Match[str], frozenset[int]]]:
    """Yield each place that names annexes of no other paper, with their numbers, none where it names them all."""
    for found in _ANNEX.finditer(text) if "hụ lục" in text else ():
        if not _OF_OTHERS.match(text, found.start("sau") if found["sau"] else found.end()):
            yield found, cac_so_phu_luc(found["so"] or "")


def _is_missing(found: re.Match[str], number: int, count: int, *, enclosed: bool) -> bool:
    if count:
        return number > count
    return bool(found["sau"]) and (number > 0 or not enclosed)


def _no_annex(shown: str, count: int, path: KeyPath) -> Problem:
    message, none = N_("Văn bản có {co} phụ lục, không có “{found}”."), N_("“{found}”: tệp không có bảng [[phu_luc]] nào.")
    hint = N_("Thêm [[phu_luc]], hoặc sửa số phụ lục; phụ lục ở tệp riêng thì để nguyên.")
    values = {"co": count, "found": shown}
    return Problem(message if count else none, hint, values, path, shown, level="warning", code="phu_luc_khong_co")


def _unnamed(n: int) -> Problem:
    message = N_("Nội dung nhắc phụ lục khác mà không nhắc Phụ lục {so}.")
    hint = N_("Thêm câu chỉ dẫn tới phụ lục đó, hoặc bỏ phụ lục.")
    return Problem(message, hint, {"so": la_ma(n + 1)}, ("phu_luc", n), level="warning", code="phu_luc_khong_chi_dan")


def _absent(message: str, found: str, path: KeyPath, **values: object) -> Problem:
    hint = N_("Xem lại số ở “{found}”.")
    return Problem(message, hint, {**values, "found": found.strip()}, path, found.strip(), level="warning", code="vien_dan_noi_bo_sai")


def _number(shown: str | None) -> int:
    return 0 if not shown else int(shown) if shown.isdigit() else _roman(shown)


def _roman(shown: str) -> int:
    try:
        return doc_la_ma(shown)
    except ValueError:
        return 0


_SELF = Pattern(
    r"Trên đây là (?:toàn bộ |nội dung )?(?P<a>Báo cáo|Kế hoạch|Thông báo|Tờ trình|Hướng dẫn|Phương án|Chương trình)\b"
    r"|chịu trách nhiệm thi hành (?P<b>Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Thông báo) này"
)


@reads("mau", "mo_dau", "muc", "ket_thuc", "van_ban.loai")
def own_type(notice: Notice, on: dt.date) -> Iterable[Problem]:
    """A paper that speaks of itself by its type has that type."""
    loai = loai_cua(notice, on)
    if loai is None or la_cong_van(loai):
        return ()
    return _own_type(notice.mo_dau, notice.muc, notice.ket_thuc, loai.ten)


def _own_type(mo_dau: MoDau | None, cac_muc: tuple[Muc, ...], ket_thuc: KetThuc | None, ten: str) -> tuple[Problem, ...]:
    problems = []
    for path, text in of_main(mo_dau, cac_muc, ket_thuc):
        found = _SELF.search(text) if "Trên đây là" in text or "thi hành" in text else None
        other = found and (found["a"] or found["b"])
        if found and other and other.lower() != ten.lower():
            message, hint = N_("Văn bản này là {ten}, mà nội dung ghi “{found}”."), N_("Sửa tên loại trong câu đó.")
            values = {"ten": ten, "found": found[0]}
            problems.append(Problem(message, hint, values, path, found[0], level="warning", code="ten_loai_khac"))
    return tuple(problems)


@reads("mo_dau", "muc", "ket_thuc", "van_ban.trich_yeu")
def period(notice: Notice, _: dt.date) -> Iterable[Problem]:
    """The month, quarter or year of the subject is that of the text."""
    return _period(notice.mo_dau, notice.muc, notice.ket_thuc, notice.van_ban.trich_yeu)


def _period(mo_dau: MoDau | None, cac_muc: tuple[Muc, ...], ket_thuc: KetThuc | None, trich_yeu: str) -> tuple[Problem, ...]:
    if "{{" in trich_yeu:
        return ()
    found = []
    for other in ky_khac(trich_yeu, "\n".join(line for _, line in of_main(mo_dau, cac_muc, ket_thuc))):
        message = N_("Trích yếu ghi {don_vi} {ky}, nội dung không nhắc tới mà ghi {don_vi} {khac}.")
        values = {"don_vi": other.don_vi, "ky": other.ky, "khac": other.khac}
        hint, shown = N_("Sửa trích yếu hoặc nội dung cho khớp."), trich_yeu[other.tu : other.den]
        found.append(Problem(message, hint, values, ("van_ban", "trich_yeu"), shown, level="warning", code="ky_khac_trich_yeu"))
    return tuple(found)
