"""Documents that the text cites."""

from __future__ import annotations

import re
from datetime import date

from notice_gen.check import citing, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese import vien_dan
from notice_gen.vietnamese.chu_cai import bo_dau


@rule("TD01", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b", each=citing.first_ones)
def trich_dan_thieu_ngay(this: Rule, cited: citing.Cited) -> Faults:
    """Viện dẫn lần đầu một văn bản mà không ghi thời gian ban hành.
    Căn cứ: viện dẫn lần đầu phải ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu.
    Sai: theo Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư
    Đúng: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
    Bỏ qua khi: văn bản đã được ghi đầy đủ ở chỗ mà chương trình không đọc được.
    """
    if cited.vien_dan.thieu_ngay:
        yield this.at(cited.number, vien_dan.NGAY.loi, vien_dan.NGAY.sua)


@rule("TD02", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b", each=citing.first_ones)
def trich_dan_thieu_co_quan(this: Rule, cited: citing.Cited) -> Faults:
    """Viện dẫn lần đầu một văn bản mà không ghi cơ quan ban hành.
    Căn cứ: viện dẫn lần đầu phải ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu.
    Sai: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về công tác văn thư
    Đúng: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
    Bỏ qua khi: câu đã nói văn bản do ai ban hành.
    """
    if cited.vien_dan.thieu_co_quan:
        yield this.at(cited.place, vien_dan.CO_QUAN.loi, vien_dan.CO_QUAN.sua, doan=cited.number.text)


@rule("TD03", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b")
def trich_dan_thieu_trich_yeu(this: Rule, view: DocumentView) -> Faults:
    """Viện dẫn lần đầu một văn bản mà không ghi trích yếu. Mỗi đoạn báo một lần.
    Căn cứ: viện dẫn lần đầu phải ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu.
    Sai: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.
    Đúng: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.
    Bỏ qua khi: nội dung của văn bản đã được nói ngay trước đó.
    """
    told = set()
    for cited in citing.first_ones(view):
        where = cited.span.paragraph.index
        if where not in told and cited.vien_dan.thieu_trich_yeu:
            told.add(where)
            yield this.at(cited.place, vien_dan.TRICH_YEU.loi, vien_dan.TRICH_YEU.sua, doan=cited.number.text)


@rule("TD04", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b")
def trich_dan_lai_day_du(this: Rule, view: DocumentView) -> Faults:
    """Viện dẫn lại một văn bản mà vẫn ghi đủ ngày và cơ quan ban hành.
    Căn cứ: trong các lần viện dẫn tiếp theo, chỉ ghi tên loại và số, ký hiệu của văn bản đó.
    Sai: lần thứ hai vẫn viết “Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã”.
    Đúng: lần thứ hai viết “Kế hoạch số 12/KH-UBND”. | Bỏ qua khi: lần đầu ở quá xa, ghi lại cho người đọc dễ theo dõi.
    """
    full: dict[tuple[str, date], str] = {}
    for cited in citing.citations(view):
        if cited.paper.ngay:
            key = str(cited.paper.so_ky_hieu), cited.paper.ngay
            again = key in full and not cited.opens and not cited.vien_dan.trong_ten  # another's subject is quoted as it is
            if again and _can_be_one(cited.paper.co_quan, full[key]):
                message = N_("“{doan}” đã được viện dẫn đầy đủ ở trên.")
                yield this.at(cited.place, message, N_("Từ lần thứ hai chỉ ghi: {doan}"), doan=cited.number.text)
            full.setdefault(key, cited.paper.co_quan)


@rule("TD21", Level.GOI_Y, "Sự thống nhất trong một văn bản")
def trich_dan_hai_co_quan(this: Rule, view: DocumentView) -> Faults:
    """Một văn bản được viện dẫn với hai cơ quan ban hành khác nhau.
    Căn cứ: một văn bản có một số, ký hiệu, một ngày và một cơ quan ban hành.
    Sai: Kế hoạch số 12/KH-SNV ngày 05/02/2026 của Sở Nội vụ ở đoạn đầu, Kế hoạch số 12/KH-SNV ngày 05/02/2026 của Sở Tài chính ở đoạn sau.
    Đúng: cùng một cơ quan ở mọi chỗ. | Bỏ qua khi: hai cơ quan cùng ký hiệu ban hành hai văn bản cùng số, cùng ngày.
    """
    seen: dict[tuple[str, str, date], citing.Cited] = {}
    for cited in citing.citations(view):
        paper = cited.paper
        if paper.ngay is None or not paper.co_quan:
            continue
        other = seen.setdefault((paper.loai, str(paper.so_ky_hieu), paper.ngay), cited).paper.co_quan
        if not _can_be_one(paper.co_quan, other):
            message = N_("“{doan}” ở đây ghi của {dung}, ở trên ghi của {truoc}.")
            hint = N_("Xem lại cơ quan ban hành của văn bản được trích dẫn.")
            yield this.at(cited.place, message, hint, doan=cited.number.text, dung=paper.co_quan, truoc=other)


def _names(co_quan: str) -> frozenset[str]:
    """Return the words of an agency's name, its body's in full, the kinds of units left out: of one name another may be the short form."""
    full = bo_dau(re.sub(r"\bUBND\b", "Ủy ban nhân dân", re.sub(r"\bHĐND\b", "Hội đồng nhân dân", texts.nfc(co_quan)))).upper()
    return frozenset(re.findall(r"\w+", full)) - {"THANH", "PHO", "TP", "TINH", "XA", "PHUONG", "BO", "TRUONG", "CHU", "TICH"}


def _can_be_one(one: str, other: str) -> bool:
    """Tell whether two names may be one agency's: the one holds the words of the other, or an abbreviation, which may be anybody's."""
    names, others = _names(one), _names(other)
    short = any(word.isupper() and len(word) > 1 and word not in {"UBND", "HĐND"} for word in f"{one} {other}".split())
    return short or names <= others or others <= names


@rule("TD05", Level.THONG_LE, "Thông lệ viện dẫn văn bản",
      each=texts.found(texts.legible, r"\d/(?:\d{4}/)?[A-Z][\w&.-]{1,30}(?P<phay>,) ngày \d{1,2}[/. t-]"))
def trich_dan_dau_phay_truoc_ngay(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Dấu phẩy giữa ký hiệu và ngày ban hành của văn bản được viện dẫn.
    Căn cứ: theo mẫu của nghị định, “số …/…-… ngày … tháng … năm …” viết liền, không dấu phẩy.
    Sai: Kế hoạch số 12/KH-UBND, ngày 05 tháng 02 năm 2026 | Đúng: Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026
    """
    shown = span.text[max(match.start() - 5, 0) : match.end() - 1].split(" ", 1)[-1]
    yield this.at(texts.piece(span, match, "phay"), N_("Dấu phẩy thừa trước “ngày” ở “{doan}”."), N_("Bỏ dấu phẩy."), new="", doan=shown)


@rule("TD09", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b", each=citing.citations)
def trich_dan_luat_co_so(this: Rule, cited: citing.Cited) -> Faults:
    """Viện dẫn luật, pháp lệnh kèm số, ký hiệu.
    Căn cứ: đối với Luật và Pháp lệnh chỉ ghi tên loại và tên của Luật, Pháp lệnh.
    Sai: Luật Tổ chức chính quyền địa phương số 72/2025/QH15 | Đúng: Luật Tổ chức chính quyền địa phương
    Bỏ qua khi: cần phân biệt hai luật cùng tên.
    """
    if cited.paper.loai in {"Luật", "Bộ luật", "Pháp lệnh"}:
        name = f"{cited.paper.loai} {cited.paper.ten}".strip()
        yield this.at(cited.place, vien_dan.CO_SO, N_("Chỉ ghi: {dung}"), doan=cited.number.text, dung=name)


@rule("TD10", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b", each=citing.citations)
def trich_dan_thieu_chu_so(this: Rule, cited: citing.Cited) -> Faults:
    """Viện dẫn văn bản mà thiếu chữ “số” trước con số.
    Căn cứ: ghi tên loại, số, ký hiệu của văn bản. | Sai: Nghị định 30/2020/NĐ-CP | Đúng: Nghị định số 30/2020/NĐ-CP
    Bỏ qua khi: viết gọn trong bảng.
    """
    if not re.search(r"\bsố\b", cited.number.text):
        yield this.write(cited.number, N_("“{doan}” thiếu chữ “số”."), re.sub(r" (?=\d)", " số ", cited.number.text, count=1))
