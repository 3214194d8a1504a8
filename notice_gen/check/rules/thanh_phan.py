"""What holds of every component alike: nothing underlined, struck out, marked before, said twice; each in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from notice_gen.check import head, lists, look, parts, texts
from notice_gen.check.fault import Faults, Level, Mend, Rule, rule
from notice_gen.check.layout import everything
from notice_gen.check.view import DocumentView, Paragraph, Span, is_blank
from notice_gen.errors import N_, Words
from notice_gen.legal import ThanhPhan


@rule("TP01", Level.THONG_LE, "Phụ lục I, Phần I, Mục V")
def thanh_phan_gach_chan(this: Rule, view: DocumentView) -> Faults:
    """Một dòng ở đầu trang, phần ký, nơi nhận, phụ lục có chữ gạch chân.
    Căn cứ: mẫu chữ của các thành phần không có chữ gạch chân; đường kẻ dưới Tiêu ngữ, tên cơ quan, trích yếu là đường kẻ riêng.
    Sai: Tiêu ngữ gạch chân (nút U) thay cho đường kẻ; “Nơi nhận:” gạch chân.
    Đúng: bỏ gạch chân; đường kẻ vẽ bằng Insert > Shapes > Line. | Bỏ qua khi: địa chỉ thư điện tử, trang thông tin (chương trình bỏ qua).
    """
    for asked, span in parts.around_the_text(view):
        for place in look.underlined(span):
            message, hint = N_("{ten} có chữ gạch chân: “{doan}”."), N_("Bỏ gạch chân; cần đường kẻ thì vẽ bằng Insert > Shapes > Line.")
            yield this.at(place, message, hint, mend=Mend("run", {"underline": False}), ten=asked.ten, doan=place.text.strip())
            break


_MARKED = {"strike": N_("gạch ngang"), "highlight": N_("tô nền")}


@rule("TP02", Level.THONG_LE, "Phụ lục I, Phần I, Mục V")
def chu_gach_ngang_to_nen(this: Rule, view: DocumentView) -> Faults:
    """Còn chữ gạch ngang hoặc tô nền.
    Căn cứ: mẫu chữ của các thành phần không có kiểu này; đó là dấu vết sửa bản thảo. | Sai: một cụm từ tô nền vàng, một câu gạch ngang.
    Đúng: bỏ câu đã gạch, bỏ tô nền. | Bỏ qua khi: cố ý giữ để so hai phương án.
    """
    for paragraph in everything(view):
        for span, kind in look.stretches(paragraph, lambda run: run.marked):
            message, hint = N_("Chữ {kieu}: “{doan}”."), N_("Bỏ chữ đã gạch hoặc bỏ tô nền trước khi ban hành.")
            yield this.at(span, message, hint, kieu=Words(_MARKED[kind]))


_BEFORE = re.compile(r"\s*(?P<dau>[-–—+*•·~]+|\(?\d{1,2}[.)](?!\d))\s*(?=[\w“\"(])")
_WRAPPED = re.compile(r"\s*(?:“[^“”]*”|\"[^\"]*\"|\([^()]*\)|\[[^\[\]]*\])\s*")
_TO_BE_SIGNED = re.compile(r"(?i)\((?:ký|họ|ghi|chữ ký|đóng dấu|chỉ huy|đại diện)\b.*\)")  # whoever signs writes there
_LISTED = frozenset({"noi_nhan_muc", "kinh_gui", "dia_chi", "nguoi_soan", "so_trang", "kem_theo"})  # those have marks of their own


def _set_out(view: DocumentView) -> Iterator[tuple[ThanhPhan, list[Span], bool]]:
    for name, asked in view.law.thanh_phan.items():
        if name not in parts.OF_THE_TEXT | _LISTED and (found := parts.lines(view, name)):
            yield asked, found, name.startswith("trich_yeu")


def _line_of(span: Span) -> Span:
    """Return *span* with the marks that stand right before and behind it on its line, which no box is given."""
    text = span.paragraph.text
    before, after = re.search(r"(?:\d{1,2}[.)]|[^\w\s]*)\s?$", text[: span.start]), re.match(r"\s?[^\w\s]*", text[span.end :])
    return Span(span.paragraph, before.start() if before else span.start, span.end + (after.end() if after else 0))


@rule("TP03", Level.THONG_LE, "Phụ lục I, Phần I, Mục V", each=_set_out)
def thanh_phan_them_dau(this: Rule, asked: ThanhPhan, lines: list[Span], running: bool) -> Faults:
    """Trước một dòng ở đầu trang, phần ký, phụ lục có gạch đầu dòng, số thứ tự; hoặc cả dòng đặt trong ngoặc.
    Căn cứ: mẫu chữ và các mẫu ở Phụ lục III ghi các thành phần không có dấu ở đầu, không đặt trong ngoặc.
    Sai: - SỞ NỘI VỤ; (THÔNG BÁO); + Nguyễn Văn A | Đúng: SỞ NỘI VỤ; THÔNG BÁO; Nguyễn Văn A
    """
    own = [_line_of(span) for span in lines]
    for span in own:
        found = _BEFORE.match(span.text)
        if found and not is_blank(span.text):
            message = N_("Trước {ten} có dấu “{doan}”.")
            yield this.at(texts.piece(span, found, "dau"), message, N_("Bỏ dấu ở đầu dòng."), ten=asked.ten.lower(), doan=found["dau"])
            return
    for spans in [own] if running else [[span] for span in own]:
        shown = " ".join(span.text.strip() for span in spans)
        if _WRAPPED.fullmatch(shown) and not head.to_be_filled(shown) and not _TO_BE_SIGNED.fullmatch(shown):
            yield this.at(spans[0], N_("{ten} đặt trong ngoặc: “{doan}”."), N_("Bỏ ngoặc ở hai đầu."), ten=asked.ten, doan=shown)
            return


def _shown(paragraph: Paragraph) -> str:
    return " ".join(texts.nfc(paragraph.text).split())


@rule("TP04", Level.THONG_LE, "Phụ lục I, Phần I, Mục IV")
def dong_hai_lan(this: Rule, view: DocumentView) -> Faults:
    """Một dòng, một đoạn viết hai lần liền nhau.
    Căn cứ: mỗi thành phần có một chỗ trong sơ đồ bố trí. | Sai: THÔNG BÁO / THÔNG BÁO; hai dòng “PHÓ GIÁM ĐỐC” liền nhau. | Đúng: một dòng.
    Bỏ qua khi: dòng để trống cho nhiều người ghi (chương trình bỏ qua), hàng của bảng.
    """
    listed = {span.paragraph.index for entry in lists.recipients(view) for span in entry.lines}  # those have a rule of their own
    shown = [one for one in view.paragraphs if one.text.strip() and one.index not in listed and not (one.cell and one.cell.borders)]
    for (above, said), (below, again) in pairwise(zip(shown, map(_shown, shown), strict=True)):
        if said != again or (above.cell, above.container) != (below.cell, below.container):
            continue
        if re.search(r"[^\W\d_]{2}", below.text) and not is_blank(below.text) and not head.to_be_filled(below.text):
            yield this.at(below, N_("“{doan}” viết hai lần liền nhau."), N_("Bỏ một dòng."), doan=again)


_GAP = re.compile(r"(?P<truoc>[^\W\d_]+)(?P<cach> {2,3})(?=\w)")
_BEFORE_A_BLANK = frozenset({"ngày", "tháng", "năm", "số"})


@rule("TP06", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính", each=parts.around_the_text)
def thanh_phan_hai_khoang_trang(this: Rule, asked: ThanhPhan, span: Span) -> Faults:
    """Một dòng ở đầu trang, phần ký, phụ lục có hai khoảng trắng liền nhau.
    Căn cứ: giữa hai từ chỉ để một khoảng trắng. | Sai: CỘNG HÒA  XÃ HỘI CHỦ NGHĨA VIỆT NAM; Nguyễn  Văn A | Đúng: Nguyễn Văn A
    Bỏ qua khi: khoảng trắng chừa chỗ ghi ngày, số (chương trình bỏ qua).
    """
    for found in _GAP.finditer(span.text) if asked.ten not in _OF_SENTENCES else ():
        filled = span.text[found.end()].isdigit() and _BLANK_LEFT.search(span.text) is None and asked.ten != _OF_NUMBERS
        if filled or texts.nfc(found["truoc"]).lower() not in _BEFORE_A_BLANK:
            message, hint = N_("{ten} có hai khoảng trắng sau “{doan}”."), N_("Giữa hai từ chỉ để một khoảng trắng.")
            yield this.at(texts.piece(span, found, "cach"), message, hint, new=" ", ten=asked.ten, doan=found["truoc"])
            return


_BLANK_LEFT = re.compile(r"(?:ngày|tháng|năm)(?:\s*$|\s+(?![\s\d]))", re.IGNORECASE)
_OF_NUMBERS = "Số, ký hiệu"  # its figure is written later, into a gap
# Told as words are.
_OF_SENTENCES = frozenset({"Trích yếu", "Trích yếu công văn", "Kính gửi", "Các nơi nhận", "Tên phụ lục", "Chỉ dẫn kèm theo"})
_ORDER = (
    ("quoc_hieu", "tieu_ngu", "dia_danh"), ("chu_quan", "co_quan", "so_ky_hieu", "trich_yeu_cong_van"), ("ten_loai", "trich_yeu"),
    ("quyen_han", "ho_ten"),
)


@rule("TP05", Level.LUAT, "Phụ lục I, Phần I, Mục IV")
def thanh_phan_sai_thu_tu(this: Rule, view: DocumentView) -> Faults:
    """Các thành phần ở một ô đứng sai thứ tự trên dưới.
    Căn cứ: sơ đồ bố trí các thành phần: Tiêu ngữ dưới Quốc hiệu, số dưới tên cơ quan, trích yếu dưới tên loại, họ tên dưới chức vụ.
    Sai: Độc lập - Tự do - Hạnh phúc / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Đúng: Quốc hiệu ở trên, Tiêu ngữ ở dưới.
    """
    for chain in _ORDER:
        firsts = [(view.law.thanh_phan[name], found[0]) for name in chain if (found := parts.lines(view, name))]
        for (upper, above), (lower, below) in pairwise(firsts):
            if _is_above(below.paragraph, above.paragraph):
                message = N_("{ten} đứng trên {duoi}.")
                yield this.at(below, message, N_("Đổi chỗ hai dòng."), ten=lower.ten, duoi=upper.ten.lower())


def _is_above(one: Paragraph, other: Paragraph) -> bool:
    return one.cell == other.cell and one.container == other.container and one.part == other.part and one.index < other.index


@rule("TP07", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, 2 và 5", each=look.boxes("tieu_ngu", "co_quan", "trich_yeu", "ten_loai"))
def duong_ke_net_dut(this: Rule, span: Span) -> Faults:
    """Đường kẻ dưới Tiêu ngữ, tên cơ quan, trích yếu là nét đứt.
    Căn cứ: phía dưới có đường kẻ ngang, nét liền. | Sai: đường kẻ kiểu Dash, Dot. | Đúng: Shape Outline > Dashes > Solid.
    """
    if any(line.dashed for line in span.paragraph.lines):
        message, hint = N_("Đường kẻ dưới “{doan}” là nét đứt."), N_("Chọn đường kẻ, Shape Outline > Dashes > Solid.")
        yield this.at(span, message, hint, doan=span.text.strip())


_FOOT = ("quyen_han", "chuc_vu")


@rule("KY23", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")
def cap_pho_thieu_ky_thay(this: Rule, view: DocumentView) -> Faults:
    """Trên chức vụ cấp phó ghi chức vụ cấp trưởng mà không có “KT.”, hoặc dòng “KT.” ở dưới chức vụ cấp phó.
    Căn cứ: ký thay người đứng đầu thì ghi chữ viết tắt “KT.” vào trước chức vụ của người đứng đầu. | Sai: GIÁM ĐỐC / PHÓ GIÁM ĐỐC
    Đúng: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC
    """
    spans = sorted((span for span in texts.boxed(view, *_FOOT)), key=lambda span: (span.paragraph.index, span.start))
    for above, below in pairwise(spans):
        upper, lower = (" ".join(texts.nfc(span.text).upper().split()) for span in (above, below))
        if above.paragraph.cell != below.paragraph.cell:
            continue
        if lower == f"PHÓ {upper}":
            yield this.write(above, N_("Trên “{duoi}” là “{doan}”, thiếu “KT.”."), f"KT. {upper}", doan=upper, duoi=lower)
        elif re.fullmatch(rf"KT ?\. ?{re.escape(upper.removeprefix('PHÓ '))}", lower) and upper.startswith("PHÓ "):
            message = N_("“{doan}” đứng trên “{duoi}”.")
            yield this.at(above, message, N_("Dòng “KT. …” ở trên, chức vụ của người ký ở dưới."), doan=upper, duoi=lower)
