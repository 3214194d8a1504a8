"""What the decree asks of the words of a box as they are typed: bases, papers cited, recipients, the subject's letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice, takewhile

from notice_gen import expressions
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.facts import Pattern, Phrases
from notice_gen.model import Muc, Notice
from notice_gen.reader.judging.body import all_muc
from notice_gen.reader.judging.reads import reads
from notice_gen.reader.judging.references import Text, of_annex, of_main
from notice_gen.reader.source import shorten
from notice_gen.records import replace
from notice_gen.vietnamese import vien_dan
from notice_gen.vietnamese.loi_go import CHUA_BIET
from notice_gen.vietnamese.loi_so import dem_khong_khop
from notice_gen.vietnamese.trich_dan import CHINH_VAN_BAN

_BASIS = Phrases(r"\W*(?:{can_cu}|{can_cu_khac})\b")
_NAMES_A_PAPER = Phrases(r"(?:{van_ban_can_cu})\b")
_NEXT_BASIS = Pattern(r"[;.]\s+(?P<doan>Căn cứ|Xét đề nghị|Theo đề nghị)\s")
_AS_ABOVE = Pattern(r"(?i)\W*như trên\b")
_AS_ADDRESSED = Pattern(r"(?i)\W*như (?:nơi )?kính gửi\b")
_LEADING = Phrases(r"(?<![\d.,/])(?P<doan>(?P<so>0?[1-9]|[1-4]\d) {ke_ra})\b[^\d:]{{0,80}}:[*_\s]*$")
_PERSON = Pattern(r"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c) [A-ZĐÀ-Ỵ]")
_UNKNOWN = Pattern(f"[{CHUA_BIET}]")
_FEWEST_WORDS = 3


@reads("mo_dau")
def bases(notice: Notice, _: date) -> Iterator[Problem]:
    """Each basis begins with *Căn cứ*, or as bases do, on a line of its own (Phụ lục I, mục II.6.a; Phụ lục III, mẫu 1.1 to 1.3)."""
    for n, text in enumerate(notice.mo_dau.can_cu if notice.mo_dau else ()):
        if not _BASIS.match(text) and _NAMES_A_PAPER.match(text):
            message, hint = N_("Căn cứ “{doan}” không có chữ “Căn cứ” ở đầu; khi in không tự thêm."), N_("Gõ: Căn cứ {doan}")
            yield _doubt(message, hint, ("mo_dau", "can_cu", n), text, code="can_cu_thieu_chu")
        elif together := _NEXT_BASIS.search(text):
            message, hint = N_("Căn cứ “{doan} …” viết chung đoạn với căn cứ trước."), N_("Mỗi căn cứ một chuỗi trong danh sách can_cu.")
            yield _doubt(message, hint, ("mo_dau", "can_cu", n), together["doan"], "can_cu_chung_dong", "CC02")


@reads("noi_nhan")
def recipients(notice: Notice, _: date) -> Iterator[Problem]:
    """*Như trên* is written so, and stands first among the recipients (Phụ lục I, mục II.9.b); left out, it is supplied."""
    for n, line in enumerate(notice.noi_nhan.gui):
        if _AS_ADDRESSED.match(line) or (_AS_ABOVE.match(line) and not line.startswith("Như trên")):
            yield _doubt(N_("Nơi nhận ghi “{doan}”."), N_("Gõ: Như trên"), ("noi_nhan", "gui", n), line, "nhu_kinh_gui", "NN14")
        elif n and _AS_ABOVE.match(line):
            message, hint = N_("Dòng “{doan}” phải ở đầu phần nơi nhận."), N_("Chuyển dòng “Như trên” lên đầu.")
            yield _doubt(message, hint, ("noi_nhan", "gui", n), line, "nhu_tren_khong_o_dau", "NN15")


@reads("mo_dau", "muc", "ket_thuc", "phu_luc")
def papers_cited(notice: Notice, _: date) -> Iterator[Problem]:
    """A paper whose number does not say its year has a date where it is named first, a law stands without its number (mục II.6.b).

    Numbers begin anew each year.  What a figure may say is not judged; issuer and subject, which many leave out, are the checker's.
    """
    lines = [*_texts(notice)]
    for one in vien_dan.cac_vien_dan((part, shown) for part, _, shown in lines):
        unknown = _UNKNOWN.search(f"{one.truoc}{one.paper.nguyen_van}{one.sau}")
        doan = one.text[slice(*one.paper.cho_so)]
        if one.paper.loai in vien_dan.LUAT:
            hint = N_("Chỉ ghi: {dung}")
            problem = _doubt(vien_dan.CO_SO, hint, lines[one.doan][1], doan, "trich_dan_luat_co_so", "TD09")
            yield replace(problem, values={**problem.values, "dung": f"{one.paper.loai} {one.paper.ten}".strip()})
        elif one.ghi_day_du and one.thieu_ngay and not one.paper.so_ky_hieu.nam and not unknown:
            yield _doubt(vien_dan.NGAY.loi, vien_dan.NGAY.sua, lines[one.doan][1], doan, vien_dan.NGAY.ten, vien_dan.NGAY.ma)


_BOXES: tuple[tuple[Pattern, str], ...] = (
    (Pattern(r"\W*Kính gửi\s*:.*"), N_("Xóa dòng này; nơi gửi ghi ở khóa kinh_gui.")),
    (
        Pattern(r"\W*(?:Nơi nhận\s*:|Lưu\s*:\s*VT\b.*|Như (?:trên|Điều \d+)\s*[;.])\W*"),
        N_("Xóa dòng này; nơi nhận ghi ở [noi_nhan], “Như trên” và dấu câu tự thêm."),
    ),
    (Pattern(r"\W*(?:TM|KT|TL|TUQ)\. ?[A-ZĐÀ-Ỵ ]{6,}"), N_("Xóa dòng này; người ký ghi ở [ky].")),
    (
        Pattern(r"\W*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập *[-–] *Tự do *[-–] *Hạnh phúc|Số\s*:\s*[\d.…]*\s*/\s*\S+)\W*"),
        N_("Xóa dòng này: phần đầu trang tự in."),
    ),
)
"""Lines of boxes that come with a whole paper pasted into its text, each with what is to be done."""


@reads("mo_dau", "muc", "ket_thuc")
def boxes_in_text(notice: Notice, _: date) -> Iterator[Problem]:
    """The text has no line of another box (Phụ lục I, mục I): it would be printed twice."""
    for path, text in of_main(notice.mo_dau, notice.muc, notice.ket_thuc):
        if len(text) <= _LONGEST and (hint := next((hint for pattern, hint in _BOXES if pattern.fullmatch(text)), "")):
            message = N_("Lời văn có dòng “{doan}”, là một thành phần khác của văn bản, in ra thành hai lần.")
            yield _doubt(message, hint, path, text, code="thanh_phan_trong_loi_van")


@reads("muc", "van_ban_kem_theo", "phu_luc")
def counted(notice: Notice, _: date) -> Iterator[Problem]:
    """What a leading line counts (*gồm 07 thành viên:*) is as many as the lines below it."""
    parts: list[tuple[KeyPath, tuple[Muc, ...]]] = [(("muc",), notice.muc)]
    parts += [(("van_ban_kem_theo", n, "muc"), text.muc) for n, text in enumerate(notice.van_ban_kem_theo)]
    parts += [(("phu_luc", n, "muc"), annex.muc) for n, annex in enumerate(notice.phu_luc)]
    sections = chain.from_iterable(all_muc(cac_muc, where) for where, cac_muc in parts)
    return chain.from_iterable(_counted(*leading) for path, muc in sections for leading in _leading(path, muc))


def _leading(path: KeyPath, muc: Muc) -> Iterator[tuple[str, Sequence[str], KeyPath]]:
    """Yield the lines of a section that may count, what is listed below each, and where it stands."""
    lines = [((*path, "tieu_de"), muc.tieu_de or ""), *(((*path, "noi_dung"), line) for line in muc.noi_dung)]
    for n, (at, line) in enumerate(lines):
        if not _LEADING.search(line[-_LONGEST:]):
            continue
        listed = [text for _, text in takewhile(lambda later: later[1][:2] in _ITEMS, islice(lines, n + 1, n + 1 + _MOST))]
        # Where all is one text, a rule on words tells it.
        yield line, [] if any(dem_khong_khop("\n".join([line, *listed]))) else [text for text in listed if text[0] == "-"], at
    yield lines[-1][1], [item.noi_dung[0] for item in muc.phat_hien if item.noi_dung], lines[-1][0]
    yield from ((item.noi_dung[-1], item.phu, (*path, "phat_hien", n)) for n, item in enumerate(muc.phat_hien) if item.noi_dung)


_ITEMS = ("- ", "+ ")
_LONGEST, _MOST = 300, 200  # characters of a line that may count, lines below it that are looked at


def _counted(line: str, below: Sequence[str], path: KeyPath) -> Iterator[Problem]:
    found = _LEADING.search(line) if below and ":" in line[-3:] else None
    there = sum(max(len(_PERSON.findall(text)), 1) for text in below)
    if found and int(found["so"]) not in {there, len(below)}:
        message, hint = N_("“{doan}” mà bên dưới kể {co}."), N_("Sửa con số, hoặc thêm, bớt dòng cho khớp.")
        values = {"doan": found["doan"], "co": there}
        yield Problem(message, hint, values, path, found["doan"], level="warning", code="dem_khac_ke_ra")


@reads("van_ban.trich_yeu")
def letters_of_subject(notice: Notice, _: date) -> Iterator[Problem]:
    """The subject is typed in small letters: it is not printed in capitals (Phụ lục I, mục II.5.b)."""
    typed = notice.van_ban.trich_yeu
    if len(typed.split()) >= _FEWEST_WORDS and typed == typed.upper() and "{{" not in typed:
        message, hint = N_("Trích yếu gõ toàn chữ in hoa: “{doan}”."), N_("Gõ chữ thường, chỉ viết hoa chữ đầu và tên riêng.")
        yield _doubt(message, hint, ("van_ban", "trich_yeu"), typed, "trich_yeu_in_hoa", "TY05")


def _texts(notice: Notice) -> Iterator[tuple[int, KeyPath, str]]:
    """Yield the running texts as they are printed, each with the number of the annex it stands in; figures as ones that nobody knows."""
    own: list[Text] = [(("mo_dau", "can_cu", n), text) for n, text in enumerate(notice.mo_dau.can_cu if notice.mo_dau else ())]
    own += of_main(notice.mo_dau, notice.muc, notice.ket_thuc)
    parts = [(vien_dan.CHINH, own), *((n, [*of_annex(annex, n)]) for n, annex in enumerate(notice.phu_luc))]
    for part, texts in parts:
        for path, text in texts:
            # What a heading names is said in full below it; what a line names that begins with *Kèm theo* is the paper itself.
            if path[-1] != "tieu_de" and not CHINH_VAN_BAN.match(text):
                yield part, path, f"- {_known(text)}" if "phat_hien" in path else _known(text)


def _known(text: str) -> str:
    pieces = expressions.pieces(text)
    return "".join([piece if isinstance(piece, str) else CHUA_BIET[0] * len(piece.source) for piece in pieces]) if "{{" in text else text


def _doubt(message: str, hint: str, path: KeyPath, found: str, code: str, rule: str = "") -> Problem:
    return Problem(message, hint, {"doan": shorten(found)}, path, found, level="warning", code=code, rule=rule)
