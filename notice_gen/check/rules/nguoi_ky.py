"""Boxes 7a and 7b: authority, post and name of the signer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from notice_gen import facts
from notice_gen.check import head, look, texts
from notice_gen.check.fault import Fault, Faults, Level, Rule, rule
from notice_gen.check.texts import boxed, issued, nfc
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_, Problem
from notice_gen.facts import Phrases
from notice_gen.legal import faults_in_signature
from notice_gen.records import draft
from notice_gen.vietnamese import loi_ten, ten_goi
from notice_gen.vietnamese.chu_cai import bo_dau

_PREFIXED = r"(?:T\W?M|K\W?T|T\W?L|T\W?U\W?Q|Q)\s*[.:/]\s*\S|(?:TM|KT|TL|TUQ)\s"

TIGHT = r"(TM|KT|TL|TUQ|Q)\.(?=[^\W\d_])"
"""A sign of authority with no space behind it."""


@draft
class Signer:
    """One signer; each of the three may be empty, for a line may be missing.

    Attributes:
        authority: the lines of box 7a that say in whose stead, ``TM. ỦY BAN NHÂN DÂN``.
        post: the lines of the post.
        name: the line of the name.
    """

    authority: list[Span] = field(default_factory=list)
    post: list[Span] = field(default_factory=list)
    name: list[Span] = field(default_factory=list)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of authority, one that goes on joined to the one before; ``Q. CHỦ TỊCH`` at the end is a post."""
        found = _joined(self.authority)
        return tuple(found[:-1] if self._acting(found) else found)

    @property
    def title(self) -> str:
        """The post in one line."""
        found = _joined(self.authority)
        return found[-1] if self._acting(found) else " ".join(nfc(" ".join(span.text for span in self.post)).split())

    def _acting(self, found: list[str]) -> bool:
        return not self.post and bool(found) and re.match(r"Q\s*\.", found[-1]) is not None


def _joined(spans: list[Span]) -> list[str]:
    found: list[str] = []
    for span in spans:
        for row in re.split(r"\s{4,}(?=\w)", nfc(span.text).strip()):  # spaces that push the next line down
            text = " ".join(row.split())
            if found and not re.match(_PREFIXED, text, re.IGNORECASE):
                found[-1] += f" {text}"
            else:
                found.append(text)
    return found


def signers(view: DocumentView) -> Iterator[Signer]:
    """Yield the signers, column by column."""
    lines = [
        (span.paragraph.cell.column if span.paragraph.cell else 0, span.paragraph.index, span.start, name, span)
        for name in ("quyen_han", "chuc_vu", "ho_ten") for span in boxed(view, name)
    ]  # fmt: skip
    signer, column = Signer(), None
    for at, _, _, name, span in sorted(lines, key=lambda line: line[:3]):
        if column is not None and (at != column or (signer.name and name != "ho_ten")):
            yield signer
            signer = Signer()
        column = at
        {"quyen_han": signer.authority, "chuc_vu": signer.post, "ho_ten": signer.name}[name].append(span)
    if column is not None:
        yield signer


def below(view: DocumentView, span: Span) -> Iterator[str]:
    """Yield the texts that stand below a line, in its cell or before the next table."""
    here = span.paragraph
    found = False
    yield here.text[span.end :].strip()
    for paragraph in view.paragraphs:
        if found:
            if paragraph.cell != here.cell or paragraph.section != here.section:
                return
            yield paragraph.text.strip()
        found = found or paragraph is here


def problems(view: DocumentView) -> Iterator[tuple[Span, Problem]]:
    """Yield what is wrong with the lines of a signature, as the law of the paper's date and its issuer have it, at its first line."""
    issuer, parent = (tuple(span.text for span in boxed(view, name)) for name in ("co_quan", "co_quan_chu_quan"))
    for signer in signers(view):
        spaced = tuple(re.sub(TIGHT, r"\1. ", line) for line in signer.lines)
        if not signer.title or (view.loai == "BB" and not signer.lines):
            continue  # who was there signs minutes for himself, in nobody's stead
        for problem in faults_in_signature(spaced, signer.title, law=view.law, co_quan=issuer, chu_quan=parent, ngay=issued(view)):
            if problem.path[:1] == ("ky",):
                yield (signer.authority or signer.post)[0], problem


@rule("KY02", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm c", form=True)
def thieu_ho_ten_nguoi_ky(this: Rule, view: DocumentView) -> Faults:
    """Dưới chức vụ không có họ tên người ký.
    Căn cứ: họ và tên người ký văn bản bao gồm họ, tên đệm (nếu có) và tên. | Sai: dưới “CHỦ TỊCH” để trống; chỉ ghi “Bình”; N. V. Bình
    Đúng: CHỦ TỊCH / Nguyễn Văn Bình
    Bỏ qua khi: bản dự thảo chưa có số, chưa rõ người ký (chương trình bỏ qua).
    """
    number = head.number(view)
    if number is not None and number.ky_hieu and not any(map(str.isdigit, number.so.text)):
        return  # a draft: who signs is not known yet
    for signer in signers(view):
        last = (signer.post or signer.authority)[-1:]
        if last and not signer.name and not any(below(view, last[0])):
            yield this.at(last[0], N_("Dưới “{doan}” không có họ tên người ký."), N_("Ghi họ và tên người ký, canh giữa, chữ đậm."))
        said = " ".join(span.text.strip() for span in signer.name) or " ".join(filter(None, below(view, last[0]))) if last else ""
        if not _TITLES.match(said) and re.fullmatch(r"(?:[A-ZĐ]\. ?)+[^\W\d_ ][\w ]*|(?!Đã\b|Ký\b)[^\W\d_]\w{0,6}", texts.nfc(said)):
            yield this.at(last[0], N_("Họ tên người ký ghi chưa đủ: “{doan}”."), N_("Ghi đủ họ, tên đệm (nếu có) và tên."), doan=said)


@rule("KY08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ", each=look.boxes("ho_ten"))
def ho_ten_in_hoa(this: Rule, span: Span) -> Faults:
    """Họ tên người ký viết in hoa tất cả.
    Căn cứ: họ và tên người ký bằng chữ in thường. | Sai: NGUYỄN VĂN A | Đúng: Nguyễn Văn A
    """
    if look.capitals(span) and len(span.text.split()) > 1 and any(map(str.isalpha, span.text)) and not head.to_be_filled(span.text):
        yield this.write(span, N_("Họ tên người ký viết in hoa: “{doan}”."), span.text.title())


_TITLES = Phrases(r"(?:(?:{hoc_vi_truoc_ho_ten}|{danh_hieu_truoc_ho_ten})(?:\.\s*|\s+))+(?=\w)")
_BEHIND = Phrases(r"(?<=[\w.]),\s*(?:{hoc_vi_truoc_ho_ten}|{danh_hieu_truoc_ho_ten})\b\.?")
_HONOURS = Phrases(r"(?:{danh_hieu_truoc_ho_ten})(?:\.\s*|\s+)(?=\w)")
_WITH_TITLES = Phrases("{co_quan_ghi_hoc_vi}")


@rule("KY10", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm c")
def ho_ten_co_hoc_vi(this: Rule, view: DocumentView) -> Faults:
    """Trước họ tên người ký có học hàm, học vị, danh hiệu.
    Căn cứ: trước họ tên của người ký, không ghi học hàm, học vị và các danh hiệu danh dự khác. | Sai: TS. Nguyễn Văn A; NGƯT. Nguyễn Văn A
    Đúng: Nguyễn Văn A
    Bỏ qua khi: quân hàm, học hàm, học vị ở đơn vị vũ trang nhân dân, tổ chức sự nghiệp giáo dục, y tế, khoa học (chương trình bỏ qua khi
    tên cơ quan cho biết; danh hiệu danh dự thì ở đâu cũng không ghi).
    """
    agency = " ".join(span.text for span in look.spans(view, "co_quan_chu_quan", "co_quan"))
    own = _WITH_TITLES.search(texts.nfc(agency).upper())
    for span in look.spans(view, "ho_ten"):
        match = _HONOURS.search(span.text) if own else _TITLES.match(span.text) or _BEHIND.search(span.text)
        if match:
            message = N_("Trước họ tên người ký có “{doan}”.") if match.start() < 2 else N_("Sau họ tên người ký có “{doan}”.")
            yield this.at(texts.piece(span, match), message, N_("Chỉ ghi họ và tên."), doan=match[0].strip())


@rule("KY11", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b", each=problems)
def quyen_han_sai(this: Rule, place: Span, problem: Problem) -> Faults:
    """Quyền hạn và chức vụ người ký không đi với nhau, hoặc viết tắt sai.
    Căn cứ: TM. trước tên tập thể; Q., KT., TL., TUQ. trước chức vụ của người đứng đầu; cấp phó ký thay cấp trưởng.
    Sai: TM. CHỦ TỊCH; KT. CHỦ TỊCH / CHỦ TỊCH; TL. CHỦ TỊCH / PHÓ CHỦ TỊCH
    Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH; KT. CHỦ TỊCH / PHÓ CHỦ TỊCH; TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG
    Bỏ qua khi: chương trình nhận nhầm dòng chức vụ.
    """
    if problem.level == "error":
        hint = N_("Xem lại chữ viết tắt TM., Q., KT., TL., TUQ. và chức vụ ở dưới.")
        yield Fault(this, problem.message, hint, problem.values, span=place)


@rule("KY12", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b", each=look.boxes("quyen_han"))
def quyen_han_thieu_dau_cach(this: Rule, span: Span) -> Faults:
    """Sau chữ viết tắt quyền hạn không có dấu cách.
    Căn cứ: các mẫu ở Mục V và Phụ lục III viết “TM. ỦY BAN NHÂN DÂN”, có cách chữ. | Sai: TL.CHỦ TỊCH; KT.GIÁM ĐỐC
    Đúng: TL. CHỦ TỊCH; KT. GIÁM ĐỐC
    """
    match = re.match(TIGHT, span.text)
    if match:
        message = N_("Sau “{doan}” thiếu dấu cách.")
        yield this.write(texts.piece(span, match), message, re.sub(TIGHT, r"\1. ", span.text), new=f"{match[0]} ")


_LONG_FORMS = {bo_dau(words).upper(): f"{short}." for words, short in facts.table("tu-ngu.toml")["quyen_han_bang_chu"]}


@rule("KY25", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b", each=look.boxes("quyen_han", "chuc_vu"))
def quyen_han_khong_viet_tat(this: Rule, span: Span) -> Faults:
    """Quyền hạn viết bằng chữ, hoặc sau chữ viết tắt không phải dấu chấm; trước chức vụ có “Ông”, “Bà”.
    Căn cứ: phải ghi chữ viết tắt “TM.”, “KT.”, “TL.”, “TUQ.” vào trước. | Sai: KÝ THAY GIÁM ĐỐC; TM, ỦY BAN NHÂN DÂN; ÔNG GIÁM ĐỐC
    Đúng: KT. GIÁM ĐỐC; TM. ỦY BAN NHÂN DÂN
    """
    typed = " ".join(texts.nfc(span.text).split())
    plain = bo_dau(typed).upper()
    long_form = next((one for one in sorted(_LONG_FORMS, key=len, reverse=True) if plain.startswith(one)), None)
    other = re.match(r"(?P<tat>TM|KT|TL|TUQ)\s?(?P<dau>[,:;/-])\s?", plain)
    if long_form:
        right = f"{_LONG_FORMS[long_form]} {typed[len(long_form) :].strip()}"
        yield this.write(span, N_("Quyền hạn viết bằng chữ: “{doan}”."), right, doan=typed)
    elif other:
        yield this.write(span, N_("Sau chữ viết tắt quyền hạn là “{dau}”: “{doan}”."), f"{other['tat']}. …", dau=other["dau"], doan=typed)
    elif re.match(r"(?:ONG|BA) (?=PHO|CHU TICH|GIAM DOC|TRUONG|CHANH)", plain):
        yield this.at(span, N_("Trước chức vụ có “{doan}”."), N_("Chỉ ghi chức vụ."), doan=typed.split()[0])


_POST_AND_MORE = r"(?P<noi> (?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ) [^\W\d_].*)$|^(?P<mot>.{4,}?) - (?P=mot)$"


@rule("KY26", Level.GOI_Y, "Phụ lục I, Phần I, Mục V, số thứ tự 7")
def chuc_vu_kem_noi(this: Rule, view: DocumentView) -> Faults:
    """Chức vụ người ký ghi thêm tên đơn vị đã có ở tên cơ quan ban hành, hoặc ghi hai lần.
    Căn cứ: mẫu chữ ghi “CHỦ TỊCH”, tên cơ quan đã ở đầu văn bản. | Sai: CHỦ TỊCH XÃ BÌNH ĐIỀN | Đúng: CHỦ TỊCH
    Bỏ qua khi: người ký giữ chức vụ ở cơ quan khác, văn bản của nhiều cơ quan (chương trình bỏ qua).
    """
    issuer = " ".join(nfc(span.text).upper() for span in boxed(view, "co_quan"))
    lines = boxed(view, "chuc_vu") if len(boxed(view, "ho_ten")) == 1 else []
    for span in lines:
        found = re.search(_POST_AND_MORE, nfc(span.text).strip())
        if found and (found["mot"] or found["noi"].strip() in issuer):
            yield this.at(span, N_("Chức vụ ghi thừa: “{doan}”."), N_("Chỉ ghi chức vụ, ví dụ: CHỦ TỊCH."), doan=span.text.strip())


@rule("KY13", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ", each=signers)
def quyen_han_thieu_chuc_vu(this: Rule, signer: Signer) -> Faults:
    """Có dòng quyền hạn mà không có chức vụ người ký.
    Căn cứ: quyền hạn, chức vụ của người ký được trình bày ở ô số 7a. | Sai: TM. ỦY BAN NHÂN DÂN / Nguyễn Văn A
    Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Nguyễn Văn A | Bỏ qua khi: biên bản họp do nhiều người ký.
    """
    if signer.authority and signer.name and not signer.title and not signer.name[0].blank:
        message = N_("Dưới “{doan}” không có chức vụ của người ký.")
        yield this.at(signer.authority[-1], message, N_("Thêm dòng chức vụ, ví dụ “CHỦ TỊCH”, giữa quyền hạn và họ tên."))


@rule("KY14", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b", each=problems)
def quyen_han_nen_xem_lai(this: Rule, place: Span, problem: Problem) -> Faults:
    """Quyền hạn, chức vụ người ký có chỗ nên xem lại.
    Căn cứ: cách ghi quyền hạn; Điều 13 của Nghị định: ai được ký thay, thừa lệnh, thừa ủy quyền.
    Sai: TUQ. CHỦ TỊCH / PHÓ CHÁNH VĂN PHÒNG; TM. ỦY BAN NHÂN DÂN của một xã khác. | Đúng: TUQ. CHỦ TỊCH / CHÁNH VĂN PHÒNG
    Bỏ qua khi: có văn bản ủy quyền, phân công của cơ quan.
    """
    if problem.level != "error":
        yield Fault(this, problem.message, N_("Xem lại dòng này với người ký."), problem.values, span=place)


@rule("KY16", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b", each=look.boxes("quyen_han", "chuc_vu"))
def chuc_vu_sai_dau(this: Rule, span: Span) -> Faults:
    """Tên cơ quan, chức vụ của người ký viết thiếu dấu, sai dấu.
    Căn cứ: chức vụ ghi trên văn bản là chức vụ chính thức của người ký. | Sai: CHÚ TỊCH; GIÁM ĐÔC | Đúng: CHỦ TỊCH; GIÁM ĐỐC
    """
    if wrong := ten_goi.sai_dau(span.text):
        yield this.write(span, N_("“{doan}” viết sai dấu."), wrong[1], doan=wrong[0])


@rule("KY15", Level.LUAT, "Phụ lục II, Mục II, khoản 1", each=look.boxes("ho_ten"))
def ho_ten_viet_thuong(this: Rule, span: Span) -> Faults:
    """Họ tên người ký có chữ không viết hoa chữ cái đầu, hoặc có chữ in hoa.
    Căn cứ: viết hoa chữ cái đầu tất cả các âm tiết của tên người Việt Nam. | Sai: Trần thị Bình; Trần THỊ Bình | Đúng: Trần Thị Bình
    Bỏ qua khi: tên người nước ngoài, tên theo cách viết của dân tộc thiểu số (chương trình chỉ xét những họ thường gặp).
    """
    if right := loi_ten.hoa_ho_ten(span.text):
        yield this.write(span, N_("Họ tên người ký viết hoa chưa đúng: “{doan}”."), right)


@rule("KY20", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 7, điểm c", each=look.boxes("ho_ten"))
def ho_ten_go_sai(this: Rule, span: Span) -> Faults:
    """Họ tên người ký có thể gõ sai: chữ đảo chỗ, họ thiếu dấu hoặc viết hai lần.
    Căn cứ: họ và tên người ký văn bản bao gồm họ, tên đệm (nếu có) và tên. | Sai: Nugyễn Văn A; Tran Văn A | Đúng: Nguyễn Văn A; Trần Văn A
    Bỏ qua khi: họ tên ấy đúng như giấy tờ của người ký.
    """
    typed = texts.nfc(span.text)
    if len(typed) == len(span.text) and (slip := loi_ten.sai_ho_ten(typed)):
        yield this.write(texts.part(span, slip.tu, slip.den), N_("Họ tên người ký có thể gõ sai: “{doan}”."), str(slip.dung))


_SHORT_POST = r"(?<!\w)(?P<tat>U?[BCDĐGHKLMNPQRSTVX]{2,6})(?![\w.])"
_PREFIXES = {"TM", "KT", "TL", "TUQ"}


@rule("KY18", Level.THONG_LE, "Phụ lục I, Phần I, Mục V, số thứ tự 7", each=look.boxes("quyen_han", "chuc_vu"))
def chuc_vu_viet_tat(this: Rule, span: Span) -> Faults:
    """Tên cơ quan hoặc chức vụ của người ký viết tắt.
    Căn cứ: mẫu chữ ghi đủ “TM. ỦY BAN NHÂN DÂN”, “CHỦ TỊCH”; chức vụ ghi trên văn bản là chức vụ chính thức. | Sai: TM. UBND; PHÓ CT
    Đúng: TM. ỦY BAN NHÂN DÂN; PHÓ CHỦ TỊCH | Bỏ qua khi: tên chính thức của đơn vị có chữ viết tắt.
    """
    for found in re.finditer(_SHORT_POST, texts.nfc(span.text)):
        if found["tat"] not in _PREFIXES and not texts.roman_value(found["tat"]) and not head.to_be_filled(span.text):
            yield this.at(texts.piece(span, found, "tat"), N_("“{doan}” viết tắt ở phần ký."), N_("Viết đủ chữ."))


@rule("KY19", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 7, điểm a")
def con_chu_da_ky(this: Rule, view: DocumentView) -> Faults:
    """Trên họ tên người ký có chữ “(Đã ký)”.
    Căn cứ: ở chỗ đó là chữ ký, hoặc hình ảnh chữ ký số của người có thẩm quyền. | Sai: CHỦ TỊCH / (Đã ký) / Nguyễn Văn A
    Đúng: CHỦ TỊCH / Nguyễn Văn A | Bỏ qua khi: bản đăng lại, chụp lại của văn bản đã ký.
    """
    for span in texts.everything(view):
        signed = re.fullmatch(r"(?:[^\W\d_]+ ){0,6}?(?P<da>[\s(\[]*đã k[ýí][\s.)\]]*)", texts.nfc(span.text), re.IGNORECASE)
        if signed and (signed.start("da") == 0 or "(" in signed["da"]):
            yield this.at(span, N_("Còn chữ “{doan}” ở chỗ ký."), N_("Bản trình ký, bản phát hành bỏ chữ này."), doan=span.text.strip())
