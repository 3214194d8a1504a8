"""The parts of the decree's page, each from one function: every form is put together from these."""

from __future__ import annotations

from marks import circulation, signing_line, urgency
from styles import twips
from wml import TEXT, WIDE_TEXT, cell, either, end, even, for_, if_, p, row, row_tag, rule, section, table, third, whole

# The Quốc hiệu needs 95,7 mm and the longest place names with their date 103 mm at 13 pt.
_RIGHT = twips(103.5)
_LEFT = TEXT - _RIGHT
_HEAD = (_LEFT, _RIGHT)
_SIGNER = twips(90)

BODY = (
    "doan", "gach", "cong", "muc", "dieu", "khoan", "diem", "chuong", "ten_bang", "don_vi_tinh", "bang", "chu_thich", "hinh", "ten_hinh",
)  # fmt: skip
"""The kinds of blocks that every form has a place for; annexes have only these."""
_STYLES = {
    "doan": "Doan", "gach": "Gach", "cong": "Cong", "muc": "Muc", "dieu": "Dieu", "khoan": "Khoan", "diem": "Diem", "can_cu": "CanCu",
    "tham_quyen": "ThamQuyen", "quyet": "Quyet", "kinh_gui": "KinhGui", "kinh_gui_noi": "KinhGuiNoi", "ten_bang": "TenBang",
    "don_vi_tinh": "DonViTinh", "loi_dan": "LoiDan", "chu_thich": "ChuThich", "hinh": "Hinh", "ten_hinh": "TenHinh",
}  # fmt: skip
_LAST = "loop.revindex <= 3"  # recipients that a long list does not leave alone on a page
_BREAK = '<w:br/><w:t xml:space="preserve">{{ k.ten }}</w:t>'


# --- the head (ô 1 to 5, 10b, 11) ---------------------------------------------------------------------


def letterhead(*below_number: str, dated: bool = True, numbered: bool = True) -> str:
    """Return issuer and Quốc hiệu, number and date level with each other; above and below the marks.

    Args:
        below_number: rows between number and urgency mark.
        dated: whether place and date stand beside the number.
        numbered: whether there is a number.
    """
    return circulation() + table(_HEAD, _names(), _number_and_date("van_ban", dated=dated, numbered=numbered), *below_number) + urgency()


def _number_and_date(van_ban: str, more: str = "", *, dated: bool = True, numbered: bool = True) -> str:
    level = '<w:vAlign w:val="bottom"/>'
    date = p("DiaDanh", f"{{{{ {van_ban}.dia_danh }}}}, {{{{ {van_ban}.thoi_gian }}}}", more) if dated else end()
    number = p("SoKyHieu", f"Số: {{{{ {van_ban}.so_ky_hieu }}}}", more) if numbered else end()
    return row(cell(_LEFT, number, level), cell(_RIGHT, date, level))


def subject_below_number() -> str:
    """Return the row of a công văn's subject (ô 5b)."""
    return row(cell(_LEFT, even("TrichYeuCongVan", "{{ van_ban.trich_yeu }}", "van_ban.be_rong", _LEFT)), cell(_RIGHT, end()))


def _names() -> str:
    issuer = for_("dong in co_quan.chu_quan", p("ChuQuan", "{{ dong }}")) + for_("dong in co_quan.ten", p("CoQuan", "{{ dong }}"))
    nation = p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
    return row(cell(_LEFT, issuer + rule("co_quan.duong_ke", _LEFT)), cell(_RIGHT, nation + rule("tieu_ngu.duong_ke", _RIGHT)))


def title() -> str:
    """Return the type and the subject, with a short rule (ô 5a)."""
    subject = even("TrichYeu", "{{ van_ban.trich_yeu }}", "van_ban.be_rong", TEXT) + rule("van_ban.duong_ke", TEXT)
    return p("TenLoai", "{{ van_ban.ten_loai }}") + subject + end('<w:spacing w:after="120"/>')


def title_alone() -> str:
    """Return the type with a short rule: a form without a subject."""
    return p("TenLoai", "{{ van_ban.ten_loai }}") + rule("van_ban.duong_ke", TEXT) + end('<w:spacing w:after="120"/>')


def address() -> str:
    """Return the foot of the first page: the issuer's address below a rule across the text area (ô 13)."""
    return if_("co_quan.dia_chi", p("DuongKe"), for_("dong in co_quan.dia_chi", p("DiaChi", "{{ dong }}"))) + end()


# --- the body (ô 6, 9a) -------------------------------------------------------------------------------


def blocks(*kinds: str) -> str:
    """Return a sample of each kind of block, chosen by ``k.kieu``."""
    special = {"bang": _figures(), "chuong": p("Chuong", "{{ k.chu }}").replace("</w:r>", f"{_BREAK}</w:r>")}
    samples = [(kind, special.get(kind) or p(_STYLES[kind], "{{ k.chu }}{#keepNext k.cuoi#}")) for kind in kinds]
    return for_("k in tl.noi_dung", either(*((_is(kind), sample) for kind, sample in samples)))


def _is(kind: str) -> str:
    """Return the condition of a kind of block; a table's head has one level or two."""
    kinds = ("bang", "bang_hai_tang") if kind == "bang" else (kind,)
    return " or ".join(f'k.kieu == "{kind}"' for kind in kinds)


def _figures() -> str:
    narrow, wide = twips(30), TEXT - 2 * twips(30)
    widths, bold = (narrow, wide, narrow), "<w:rPr><w:b/></w:rPr>"

    def each(loop: str, content: str, *, header: bool = False) -> str:
        first = cell(narrow, p("The", f"{{%tc for {loop} %}}"))
        middle = '<w:vAlign w:val="center"/>' if header else ""
        return row(first, cell(wide, content, middle), cell(narrow, p("The", "{%tc endfor %}")), header=header)

    def figure() -> str:
        words, of_cell = "{{ o.chu }}{#keepNext o.giu#}", "{#gridSpan o.cot#}{#tcW o.rong#}"
        kinds = (("o.la_so and o.dam", "OSo", bold), ("o.la_so", "OSo", ""), ("o.giua and o.dam", "OGiua", bold), ("o.giua", "OGiua", ""),
                 ("o.dam", "OChu", bold), ("", "OChu", ""))  # fmt: skip
        samples = [(condition, p(style, words + of_cell * (not n), run=run)) for n, (condition, style, run) in enumerate(kinds)]
        return either(*samples)

    return end('<w:keepNext/><w:spacing w:before="80"/>') + table(
        widths,
        row_tag("if k.nhom", widths),
        each("n in k.nhom", p("DauBang", "{{ n.ten }}{#vMerge restart n.rieng#}{#gridSpan n.cot#}{#tcW n.rong#}"), header=True),
        row_tag("endif", widths),
        each("cot in k.cot", p("DauBang", '{{ "" if cot.tren else cot.ten }}{#vMerge continue cot.tren#}{#tcW cot.rong#}'), header=True),
        row_tag("for h in k.hang", widths),
        each("o in h if o.cot", figure()),
        row_tag("endfor", widths),
        row_tag("if k.tong", widths),
        each("o in k.tong if o.cot", figure()),
        row_tag("endif", widths),
        style="BangSoLieu",
        total='<w:tblW w:w="0" w:type="auto"/>',
        look="0020",
    ) + p("KetPhan", "{#keepNext k.giu#}")


# --- the end (ô 7, 9b) and the annexes ----------------------------------------------------------------


def signature() -> str:
    """Return recipients on the left, signer on the right; of several agencies the signers side by side, recipients below."""
    one = _one_signer("noi_nhan if noi not in noi_nhan_duoi", "ky", bookmark="cho_ky_so", more="noi_nhan_duoi")
    several = _side_by_side("ky_lien_tich") + end('<w:keepNext/><w:spacing w:before="240"/>') + _recipients_below()
    return end('<w:keepNext/><w:spacing w:before="240"/>') + either(("ky_lien_tich", several), ("", one))


def parties() -> str:
    """Return the signatures of a contract's parties side by side; nobody receives copies but they."""
    return end('<w:keepNext/><w:spacing w:before="240"/>') + _side_by_side("ky_cac_ben")


def signature_alone() -> str:
    """Return the signer on the right, without recipients: a letter."""
    left = TEXT - _SIGNER
    signer = cell(_SIGNER, _authority("ky") + _name("ky", "cho_ky_so"))
    return end('<w:keepNext/><w:spacing w:before="240"/>') + table((left, _SIGNER), row(cell(left, end()), signer))


def _one_signer(noi_nhan: str, ky: str, bookmark: str = "", more: str = "") -> str:
    """Return recipients and signer side by side, never split; *more* recipients follow below, a row each."""
    widths = (TEXT - _SIGNER, _SIGNER)
    whole = row(cell(widths[0], _recipients(noi_nhan)), cell(_SIGNER, _authority(ky) + _name(ky, bookmark)))
    if not more:
        return table(widths, whole)
    last = p("NoiNhanTiep", f"{{{{ noi }}}}{{#keepNext {_LAST}#}}")
    below = (row_tag(f"for noi in {more}", widths), row(cell(widths[0], last), cell(_SIGNER, end())), row_tag("endfor", widths))
    return table(widths, whole, *below)


def _recipients(noi_nhan: str) -> str:
    return p("NoiNhan", "Nơi nhận:") + for_(f"noi in {noi_nhan}", p("NoiNhanMuc", "{{ noi }}"))


def _recipients_below() -> str:
    """Return recipients below the signers; a long list breaks over pages."""
    keep = f"{{#keepNext not noi_nhan_duoi or {_LAST}#}}"
    return p("NoiNhan", "Nơi nhận:") + for_("noi in noi_nhan", p("NoiNhanTiep", f"{{{{ noi }}}}{keep}"))


def _authority(ky: str) -> str:
    return for_(f"dong in {ky}.quyen_han", p("QuyenHan", "{{ dong }}")) + p("QuyenHan", f"{{{{ {ky}.chuc_vu }}}}")


def _name(ky: str, bookmark: str = "") -> str:
    """Return the name (ô 7b) with room for the signature above; *bookmark* is there for signing programs."""
    name = f"{{{{ {ky}.ho_ten }}}}"
    also = p("ChucVuKhac", f"{{{{ {ky}.chuc_vu_khac }}}}") + p("HoTen", name, '<w:spacing w:before="0"/>')
    return either((f"{ky}.chuc_vu_khac", also), ("", p("HoTen", name, bookmark=bookmark)))


def _side_by_side(signers: str) -> str:
    """Return the rows of two or of three of *signers*."""
    two, three = _beside(f"{signers}.hai", ("trai", "phai")), _beside(f"{signers}.ba", ("trai", "giua", "phai"))
    return either((f"{signers}.hai", two), ("", three))


def _beside(rows: str, columns: tuple[str, ...]) -> str:
    """Return signers side by side, each under the name of whom they sign for, their own names level."""
    widths = (TEXT // len(columns),) * len(columns)
    above = (cell(widths[0], p("CoQuanKy", f"{{{{ hang.{column}.co_quan }}}}") + _authority(f"hang.{column}")) for column in columns)
    names = (cell(widths[0], _name(f"hang.{column}"), '<w:vAlign w:val="bottom"/>') for column in columns)
    return table(widths, row_tag(f"for hang in {rows}", widths), row(*above), row(*names), row_tag("endfor", widths))


def secretary_and_chair() -> str:
    """Return the signatures of minutes: secretary on the left, chair on the right, recipients below the secretary (form 1.9)."""
    half = TEXT // 2
    above = row(cell(half, p("QuyenHan", "THƯ KÝ")), cell(half, p("QuyenHan", "CHỦ TỌA")))
    below = '<w:vAlign w:val="bottom"/>'
    names = row(cell(half, p("HoTen", "{{ thu_ky }}"), below), cell(half, _name("ky", "cho_ky_so"), below))
    room = end('<w:keepNext/><w:spacing w:before="240"/>')
    return room + table((half, half), above, names) + room + _recipients_below()


def confirmation() -> str:
    """Return the block that the place of leave fills in by hand, below the recipients (form 1.10)."""
    left = TEXT - _SIGNER
    words = ("Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép", "(Chữ ký, dấu, họ và tên)")
    block = table((left, _SIGNER), row(cell(left, "".join(p("XacNhan", line) for line in words)), cell(_SIGNER, end())))
    return if_("xac_nhan", end('<w:spacing w:before="240"/>'), block)


def annex_heading() -> str:
    """Return the head of an annex (form 2.1)."""
    return (
        p("PhuLuc", "{{ tl.ten }}")
        + if_("tl.tieu_de", p("TenPhuLuc", "{{ tl.tieu_de }}"))
        + p("KemTheo", "{{ tl.kem_theo }}")
        + either(("tl.ngang", third(WIDE_TEXT)), ("", third(TEXT)))
    )


def attached_heading() -> str:
    """Return the head of a text that a decision issues (form 1.3): letterhead without number and date, title, reference."""
    title = p("TenLoai", "{{ tl.ten_loai }}") + even("TrichYeu", "{{ tl.tieu_de }}", "tl.be_rong", TEXT)
    after = p("KemTheo", "{{ tl.kem_theo }}") + rule("tl.duong_ke", TEXT) + end('<w:spacing w:after="120"/>')
    return table(_HEAD, _names()) + title + after


def copy_block(form: str, co_quan: str, van_ban: str, noi_nhan: str, ky: str) -> str:
    """Return a copy's own block below a rule across the text area, never split (form 3.1).

    The arguments are names in the template: of the form of copy (``SAO Y``), of the agency that copies, of what holds
    number and date, of recipients and signer.
    """
    keep = "<w:keepNext/>"
    issuer = for_(f"dong in {co_quan}.ten", p("CoQuan", "{{ dong }}", keep)) + rule(f"{co_quan}.duong_ke", _LEFT, keep)
    head = table(
        _HEAD,
        row(cell(_LEFT, issuer), cell(_RIGHT, p("HinhThucSao", f"{{{{ {form} }}}}"))),
        _number_and_date(van_ban, keep),
    )
    apart = end(keep + '<w:spacing w:before="240"/>')
    return apart + p("DuongKe", more=keep) + head + apart + _one_signer(noi_nhan, ky)


# --- the whole ----------------------------------------------------------------------------------------


def document(head: str, body: str, foot: str, attached: str = "", *, address_below: bool = False) -> str:
    """Return ``word/document.xml``: the text itself, then each text attached to it, a section each with its own page numbers.

    Args:
        head: what stands above the text's body.
        body: from :func:`blocks`; it prints the bodies of what is attached too.
        foot: what stands below the text's body.
        attached: the head of a text that a decision issues; forms that issue none have none.
        address_below: whether the first page has a footer of its own.
    """
    # What follows the text names it; a part may also be printed by itself.
    heads = [("not tl.kem_theo", head), *([("tl.ten_loai", attached)] if attached else []), ("", annex_heading())]
    own = section(footer="rId5") if address_below else section()
    others = section(footer="rId6") if address_below else section()
    wide = section(wide=True, footer="rId6" if address_below else "")
    ends = [("tl.ngang", end(wide)), ("", end(others))]
    if address_below:
        ends.insert(0, ("not tl.kem_theo", end(own)))
    copy = if_("loop.last and ban_sao", copy_block("ban_sao.hinh_thuc", "ban_sao.co_quan", "ban_sao", "ban_sao.noi_nhan", "ban_sao.ky"))
    after = if_("not tl.kem_theo", foot) + copy + end() + if_("co_phu_luc", either(*ends))
    one = if_("loop.first", signing_line()) + either(*heads) + body + after
    return whole(for_("tl in tai_lieu", one) + own)


def alone(content: str) -> str:
    """Return ``word/document.xml`` of *content* alone."""
    return whole(content + end() + section())
