"""The Word files of the forms: built from the decree's data, lean, and true to their contract."""

from __future__ import annotations

import importlib.util
import re
import tomllib
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from notice_gen import compose, legal, render, templates, typography
from notice_gen.errors import TemplateError
from notice_gen.issue import issue
from notice_gen.model import DinhDang
from notice_gen.reader.keys import field_at
from notice_gen.vietnamese import slug

ROOT = Path(__file__).parent.parent / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAW = legal.decree("30/2020/NĐ-CP")


def test_a_name_of_several_lines_is_said_on_one():
    with pytest.raises(TemplateError) as caught:
        templates.find("thong-bao\nke-hoach\n")
    assert "“thong-bao ke-hoach”" in caught.value.problems[0].text()


@pytest.fixture(scope="module")
def builder():
    spec = importlib.util.spec_from_file_location("template_build", ROOT / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WORD = sorted(path.stem for path in (ROOT / "word").glob("*.docx"))
COPY = "ban-sao"
"""A block below a photocopy: no letterhead, no text."""


@pytest.fixture(scope="module", params=WORD)
def word(request):
    return request.param


@pytest.fixture(scope="module")
def docx(word):
    return (ROOT / "word" / f"{word}.docx").read_bytes()


@pytest.fixture(scope="module")
def parts(docx):
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def styles(parts):
    return {style.get(f"{W}styleId"): style for style in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}


@pytest.fixture(scope="module")
def manifest():
    return tomllib.loads((ROOT / "word" / "khung.toml").read_text("utf-8"))


def test_the_committed_file_is_a_fresh_build(builder, word, docx):
    assert builder.differing(builder.FORMS[word], docx) == []
    assert builder.zipped(builder.FORMS[word]) == builder.zipped(builder.FORMS[word])
    assert set(builder.FORMS) == set(WORD)


def test_a_changed_part_is_noticed(builder, word, docx):
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"1134", b"1135"))
    assert builder.differing(builder.FORMS[word], out.getvalue()) == ["word/document.xml"]


def test_it_is_lean(docx, parts):
    assert len(docx) < 12_000
    assert not [name for name in parts if "theme" in name or "numbering" in name]


def test_every_style_in_use_is_there_and_named_in_vietnamese(parts, styles):
    used = set(re.findall(rb'<w:(?:pStyle|tblStyle) w:val="(\w+)"', b"".join(parts.values())))
    assert {name.decode() for name in used} <= set(styles)
    names = {key: style.find(f"{W}name").get(f"{W}val") for key, style in styles.items()}
    assert len(set(names.values())) == len(names)
    assert names["NoiDung"] == "Nội dung"


@pytest.mark.parametrize(
    ("style", "part"),
    [("QuocHieu", "quoc_hieu"), ("TieuNgu", "tieu_ngu"), ("SoKyHieu", "so_ky_hieu"), ("DiaDanh", "dia_danh"), ("TenLoai", "ten_loai"),
     ("NoiDung", "noi_dung"), ("NoiNhan", "noi_nhan"), ("NoiNhanMuc", "noi_nhan_muc"), ("HoTen", "ho_ten"), ("PhuLuc", "phu_luc"),
     ("TrichYeuCongVan", "trich_yeu_cong_van"), ("DiaChi", "dia_chi")],
)  # fmt: skip
def test_styles_carry_the_size_and_kind_of_the_decree(styles, style, part):
    wanted, rpr = LAW.thanh_phan[part], styles[style].find(f"{W}rPr")
    assert Decimal(rpr.find(f"{W}sz").get(f"{W}val")) / 2 == wanted.co_chu.default
    assert (rpr.find(f"{W}b") is not None, rpr.find(f"{W}i") is not None) == (wanted.dam, wanted.nghieng)


def test_body_styles_follow_the_base_in_size(styles):
    """[dinh_dang] co_chu changes NoiDung only; a size of their own would part them from it."""
    based = [s for s in styles.values() if (b := s.find(f"{W}basedOn")) is not None and b.get(f"{W}val") == "NoiDung"]
    assert len(based) >= 12
    assert not [s.get(f"{W}styleId") for s in based if s.find(f"{W}rPr/{W}sz") is not None]


def test_headings_and_table_titles_keep_with_next(styles):
    for name in ("Muc", "Dieu", "Khoan", "Diem", "Chuong", "Quyet", "TenBang", "DonViTinh", "ThamQuyen", "KinhGui"):
        assert styles[name].find(f"{W}pPr/{W}keepNext") is not None, name


def test_margins_and_paper(parts):
    for section in etree.fromstring(parts["word/document.xml"]).iter(f"{W}sectPr"):
        margin, size = section.find(f"{W}pgMar"), section.find(f"{W}pgSz")
        for side, key in (("top", "le_tren"), ("bottom", "le_duoi"), ("left", "le_trai"), ("right", "le_phai")):
            assert int(margin.get(f"{W}{side}")) == round(float(LAW.ranges[key].default) * typography.TWIPS_PER_MM)
        assert {int(size.get(f"{W}w")), int(size.get(f"{W}h"))} == {11906, 16838}
        assert section.find(f"{W}titlePg") is not None
        assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"


def test_the_page_number_is_in_the_header_of_later_pages_only(parts):
    assert b"PAGE" in parts["word/header1.xml"]
    assert b"PAGE" not in parts["word/header2.xml"]


def test_the_address_is_at_the_foot_of_the_first_page_only(word, parts):
    """Ô 13 of an official letter; what is attached to it has an empty one, or it would inherit the letter's."""
    sections = list(etree.fromstring(parts["word/document.xml"]).iter(f"{W}sectPr"))
    rid = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    feet = [[(foot.get(f"{W}type"), foot.get(rid)) for foot in section.iter(f"{W}footerReference")] for section in sections]
    if word != "cong-van":
        assert not any(feet)
        return
    targets = dict(re.findall(r'Id="(rId\d)"[^>]*Target="(\w+).xml"', parts["word/_rels/document.xml.rels"].decode()))
    named = [[(kind, targets[target]) for kind, target in foot] for foot in feet]
    assert named == [[("first", "footer1")], [("first", "footer2")], [("first", "footer2")], [("first", "footer1")]]
    assert b"co_quan.dia_chi" in parts["word/footer1.xml"]
    assert b"w:t>" not in parts["word/footer2.xml"]


def test_no_empty_paragraph_makes_room(parts):
    """Room comes from spacing; an empty paragraph is a rule or a one-point end."""
    for paragraph in etree.fromstring(parts["word/document.xml"]).iter(f"{W}p"):
        if not "".join(paragraph.itertext()).strip():
            assert paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in {"KetPhan", "DuongKe", "The"}


def test_manifest_tells_the_truth_about_the_page(word, parts, manifest):
    tables = etree.fromstring(parts["word/document.xml"]).iter(f"{W}tbl")
    # A copy's block has the columns of a letterhead, without the Quốc hiệu.
    table = next(one for one in tables if ("Số: " if word == COPY else "CỘNG HÒA") in "".join(one.itertext()))
    widths = [int(c.get(f"{W}w")) / typography.TWIPS_PER_MM for c in table.iter(f"{W}gridCol")]
    frame = manifest["khung"]
    assert widths == pytest.approx([frame["rong_co_quan"], frame["rong_quoc_hieu"]], abs=0.05)
    assert sum(widths) == pytest.approx(frame["rong_van_ban"], abs=0.05)
    assert frame["rong_van_ban"] == LAW.kho_giay[0] - LAW.ranges["le_trai"].default - LAW.ranges["le_phai"].default


def test_manifest_names_styles_that_exist_with_their_sizes(styles, manifest):
    carried = manifest["dinh_dang"]
    sizes = {**carried["co_chu"], **carried["co_chu_dau"], **carried["co_chu_rieng"]}
    assert {*sizes, *carried["gian_dong"], *carried["gian_doan"], *carried["thut_dau_dong"]} <= set(styles)
    for name, part in sizes.items():
        assert int(styles[name].find(f"{W}rPr/{W}sz").get(f"{W}val")) == 2 * LAW.thanh_phan[part].co_chu.default, name
    assert manifest["nghi_dinh"] == LAW.so_ky_hieu


def test_the_letterhead_fits_its_columns(manifest):
    frame = manifest["khung"]
    quoc_hieu = typography.width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size_pt=13, bold=True)
    place = typography.width_mm("Văn Miếu - Quốc Tử Giám, ngày 29 tháng 10 năm 2026", size_pt=13, italic=True)
    issuer = typography.width_mm("THÀNH PHỐ HỒ CHÍ MINH", size_pt=13, bold=True)
    assert quoc_hieu + 5 < frame["rong_quoc_hieu"]
    assert place < frame["rong_quoc_hieu"]
    assert issuer < frame["rong_co_quan"]


def test_tieu_ngu_is_the_text_its_rule_is_measured_by(word, parts):
    assert (compose.TIEU_NGU in parts["word/document.xml"].decode()) == (word != COPY)


# What every form has a place for; khung.toml tells the rest.
KINDS = "doan gach cong muc dieu khoan diem chuong ten_bang don_vi_tinh bang"
OF_KEYS = {"cong_dien": "loi_dan kinh_gui_noi", "giay_gioi_thieu": "loi_dan", "mo_dau.can_cu": "can_cu", "mo_dau.tham_quyen": "tham_quyen quyet", "van_ban.kinh_gui": "kinh_gui kinh_gui_noi"}


def test_it_compiles_and_has_a_place_for_the_keys_it_names(word, docx, manifest):
    form = render.compiled(docx, "template.docx")
    types = [template.manifest for template in map(templates.find, templates.names()) if template.manifest["word"] == word]
    own = {*manifest["rieng"][word], *(key for one in types for key in one.get("co", ()))}
    assert set(manifest["rieng"]) == set(WORD)
    if word == COPY:
        assert {"co_quan.ten", "van_ban.ten_loai", "van_ban.so_ky_hieu", "noi_nhan", "ky.chuc_vu_khac", "ky.ho_ten"} <= form.names
        return
    kinds = {*KINDS.split(), *(kind for key in own for kind in OF_KEYS.get(key, "").split())}
    assert kinds <= form.words
    others = {key for keys in manifest["rieng"].values() for key in keys} - own
    assert not ({kind for key in others for kind in OF_KEYS.get(key, "").split()} - kinds) & form.words
    names = {"van_ban.khan", "van_ban.luu_hanh", "ky_lien_tich", "ky.chuc_vu_khac", "tieu_ngu.duong_ke", "ky.ho_ten", "co_quan.chu_quan"}
    assert names - {key for one in types for key in (*one.get("khong", ()), *one.get("khong_in", ()))} <= form.names


@pytest.mark.parametrize("wishes", [{"co_chu": Decimal(13)}, {"gian_dong": Decimal("1.5")}, {"le_trai": Decimal(35)}, {"thut_dau_dong": Decimal(1)}])
def test_every_wish_of_dinh_dang_has_a_style_to_go_to(wishes):
    template = templates.find("thong-bao")
    changes = templates.layout(template, DinhDang(**wishes), LAW, Decimal(14))
    assert changes is not None
    assert render.compiled(template.docx, template.label, render.Layout(**changes)).sources


# --- the types of documents -------------------------------------------------------------------------


@pytest.mark.parametrize("mau", templates.names())
def test_a_type_is_the_decrees(mau):
    """The folder's name, the type's name and its code are one fact, said in the decree's data."""
    template = templates.find(mau)
    types = {one.ten: one for one in (*LAW.loai.values(), *LAW.loai_khong_ma)}
    one = types[template.manifest["ten"]]
    assert slug(one.ten) == mau
    assert template.manifest.get("mac_dinh", {}).get("van_ban", {}).get("loai", "") == one.ma


@pytest.mark.parametrize("mau", templates.names())
def test_a_type_asks_for_keys_that_are_there(mau):
    _, can, khong = templates.form_of(templates.find(mau))
    assert not set(can) & set(khong)
    for dotted in (*can, *khong):
        assert field_at(tuple(dotted.split("."))), dotted


@pytest.mark.parametrize("mau", templates.names())
def test_the_sample_renders_at_once(mau, tmp_path):
    text = templates.sample(mau)
    assert text.startswith("#:schema notice-gen.schema.json\n")
    assert f'mau = "{mau}"' in text
    made = issue(text.encode(), file=f"{mau}.toml", folder=tmp_path, today=date(2026, 11, 23))
    assert made.warnings == ()
    assert made.name.startswith("du-thao-")


@pytest.mark.parametrize(
    ("typed", "meant"), [("thong-bo", "thong-bao"), ("Thông báo", 'mau = "thong-bao"'), ("THONG-BAO", 'mau = "thong-bao"'), ("qđ", 'mau = "quyet-dinh"'), ("hd", 'mau = "hop-dong" / mau = "huong-dan"'),
     ("../mau/thong-bao", "thong-bao"), ("xyz", "")]
)
def test_an_unknown_type_is_told_what_to_type_or_all_there_are(typed, meant):
    with pytest.raises(TemplateError) as caught:
        templates.find(typed)
    (problem,) = caught.value.problems
    said = f"{problem.text()} {problem.hint_text()}"
    assert typed in said
    if " = " in meant:  # it is called so, and that is all there is to say
        assert said.endswith(f"Gõ: {meant}")
        return
    assert all(mau in said for mau in templates.names())
    assert (f'ý bạn là “{meant}”?' in said) if meant else ("Có phải" not in said)
