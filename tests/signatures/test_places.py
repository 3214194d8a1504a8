"""Where signatures are to stand: on pages made by hand, and on those that LibreOffice prints."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from notice_gen.check.read import read
from notice_gen.cli.main import run
from notice_gen.convert.pages import Letter, Sheet, sheets
from notice_gen.convert.pdf_mark import read_mark
from notice_gen.signatures import fields, lines, places, room
from notice_gen.signatures.lines import Area
from tests.check.test_command import RIGHT_HEAD
from tests.helpers.docx import c, docx, p
from tests.helpers.notices import TODAY
from tests.helpers.office import needs_writer

EXAMPLES = Path(__file__).parents[2] / "examples"
WIDE, HIGH = 2.2, 4.0  # mm of a letter here


def letters(*texts):
    """Letters of texts, each with its middle from the left and its line from above."""
    found = []
    for text, middle, base in texts:
        left = middle - len(text) * WIDE / 2
        found += [Letter(sign, left + at * WIDE, base - HIGH, left + (at + 1) * WIDE, base, base) for at, sign in enumerate(text) if sign != " "]
    return tuple(found)


def page(*texts):
    return Sheet(210.0, 297.0, letters(*texts))


BODY = (p("Ủy ban nhân dân xã thông báo kết quả kiểm tra như sau."), p("Nơi nhận:"), p("- Như trên;"))


def paper(*signed):
    return read(docx(RIGHT_HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), *BODY, *signed), TODAY)


SIGNED = (c("TM. ỦY BAN NHÂN DÂN", b=True), c("CHỦ TỊCH", b=True), c("Nguyễn Văn A", b=True))
FOOT = (("TM. ỦY BAN NHÂN DÂN", 150, 100), ("CHỦ TỊCH", 150, 106), ("Nguyễn Văn A", 150, 140))


def touches(place, letter):
    """Whether what will be drawn in a place touches a letter: the seal is round."""
    area = place.area
    if not place.name.startswith("dau"):
        return letter.left < area.right and letter.right > area.left and letter.top < area.bottom and letter.bottom > area.top
    radius, across, down = (area.right - area.left) / 2, area.middle, (area.top + area.bottom) / 2
    nearest = (min(max(across, letter.left), letter.right) - across, min(max(down, letter.top), letter.bottom) - down)
    return nearest[0] ** 2 + nearest[1] ** 2 < radius**2


def assert_as_the_decree_has_it(found, pages, *, seal=36):
    for one in found:
        sheet = pages[one.page - 1]
        assert not [letter for letter in sheet.letters if touches(one, letter)], one
        assert one.area.left >= 3
        assert one.area.right <= sheet.width - 3
        assert one.area.bottom <= sheet.height - 3
    names = {one.name: one for one in found}
    for name, one in names.items():
        if name.startswith("dau"):
            picture = names[name.replace("dau", "chu_ky")]
            assert one.page == picture.page
            assert one.area.right - one.area.left == pytest.approx(seal)
            assert one.area.bottom - one.area.top == pytest.approx(seal)
            covered = (one.area.right - picture.area.left) / (picture.area.right - picture.area.left)
            assert 0.25 <= covered <= 0.4  # “khoảng 1/3 hình ảnh chữ ký”
            assert one.area.left < picture.area.left  # “về bên trái”


# --- lines ------------------------------------------------------------------------------------------------


def test_lines_are_parted_where_columns_are_and_told_by_their_letters():
    found = lines.lines(page(("Trần Thị B", 70, 50), ("Lê Văn C", 150, 50), ("Số: 5/TB", 60, 20)))
    assert [line.bare for line in found] == ["so5tb", "tranthib", "levanc"]


def test_a_post_on_two_lines_is_found_and_a_sentence_that_holds_a_name_is_not():
    found = lines.lines(page(("GIÁM ĐỐC TRUNG TÂM", 150, 50), ("PHỤC VỤ HÀNH CHÍNH CÔNG", 150, 56), ("Ông Nguyễn Văn A có mặt", 80, 20)))
    [area] = lines.saying(found, "Giám đốc Trung tâm Phục vụ hành chính công")
    assert (area.top, area.bottom) == (46, 56)
    assert list(lines.saying(found, "Nguyễn Văn A")) == []
    assert list(lines.saying(found, "…")) == []


# --- pages made by hand -----------------------------------------------------------------------------------


def test_the_picture_is_between_post_and_name_and_the_seal_over_its_left_third():
    pages = [page(("Nguyễn Văn A", 80, 40), ("CHỦ TỊCH", 80, 90)), page(*FOOT)]
    found = places.places(paper(*SIGNED), pages, seal=36)
    assert [(one.name, one.page) for one in found.places] == [("chu_ky", 2), ("dau", 2)]
    assert found.problems == ()
    picture = found.places[0].area
    assert picture.middle == pytest.approx(150)
    assert 106 < picture.top < picture.bottom < 136
    assert_as_the_decree_has_it(found.places, pages)


def test_a_seal_of_another_size_keeps_its_size():
    pages = [page(*FOOT)]
    assert_as_the_decree_has_it(places.places(paper(*SIGNED), pages, seal=42).places, pages, seal=42)


def test_what_stands_between_stays_free():
    pages = [page(*FOOT, ("(Đã ký)", 150, 112), ("CHỦ TỊCH HỘI ĐỒNG", 150, 134))]
    found = places.places(paper(*SIGNED), pages, seal=36)
    assert 112 < found.places[0].area.top < found.places[0].area.bottom < 130
    assert_as_the_decree_has_it(found.places, pages)


@pytest.mark.parametrize(
    ("signed", "pages", "said"),
    [
        (SIGNED, [page(*FOOT[:2]), page(FOOT[2])], "trên cùng một trang"),  # post and name on two pages
        (SIGNED, [page(*FOOT[:2], ("Nguyễn Văn Ân", 150, 140))], "trên cùng một trang"),  # somebody else
        (SIGNED, [page(*FOOT[:2], ("Nguyễn Văn A", 60, 140))], "trên cùng một trang"),  # in another column
        (SIGNED, [page(*FOOT[:2], ("Nguyễn Văn A", 150, 115))], "không đủ chỗ cho hình chữ ký"),
        (SIGNED[:2], [page(*FOOT[:2])], "chưa có họ tên"),
        ((), [page(*FOOT)], "Không thấy chức vụ, họ tên người ký"),
        (SIGNED, [], "không có trang nào"),
    ],
)  # fmt: skip
def test_a_place_that_is_not_found_is_told_and_nothing_is_put_there(signed, pages, said):
    found = places.places(paper(*signed), pages, seal=36)
    assert found.places == ()
    [problem] = found.problems
    assert said in str(problem)
    assert (problem.level, problem.code) == ("warning", "khong_dat_cho_ky_so")


def test_a_seal_that_would_touch_letters_is_told_and_the_picture_is_put():
    beside = [("m" * 22, 95, 106 + 4 * at) for at in range(9)]
    found = places.places(paper(*SIGNED), [page(*FOOT, *beside)], seal=36)
    assert [one.name for one in found.places] == ["chu_ky"]
    [problem] = found.problems
    assert "không đủ chỗ cho dấu 36 mm" in str(problem)


def test_the_time_of_an_electronic_copy_stands_at_the_top_right_and_nobody_signs_for_the_original():
    view = read(docx(p("Trích sao; Ủy ban nhân dân xã A;", jc="right"), RIGHT_HEAD, c("THÔNG BÁO", b=True), *BODY, *SIGNED), TODAY)
    pages = [page(("Trích sao; Ủy ban nhân dân xã A;", 155, 8), *FOOT)]
    found = places.places(view, pages, seal=36)
    assert [one.name for one in found.places] == ["thoi_gian_ky"]
    assert 8 < found.places[0].area.top < found.places[0].area.bottom < 20
    assert_as_the_decree_has_it(found.places, pages)


@pytest.mark.parametrize(
    ("first", "printed", "name"),
    [((), (), "thong_tin_ky_so"), ((p("Số: 04/TB-SNV;", jc="right"),), (("Số: 04/TB-SNV;", 180, 8),), "thoi_gian_ky")],
)
def test_an_annex_of_its_own_has_the_line_at_its_top_right_alone(first, printed, name):
    view = read(docx(*first, c("Phụ lục I", b=True), c("TIÊU CHÍ ĐÁNH GIÁ", b=True), c("(Kèm theo Thông báo số      của Sở Nội vụ)", i=True), p("Nội dung.")), TODAY)
    pages = [page(*printed, ("Phụ lục I", 105, 25)), page(("Nội dung.", 60, 30))]
    found = places.places(view, pages, seal=36)
    assert [(one.name, one.page) for one in found.places] == [(name, 1)]
    assert found.places[0].area.bottom < 20
    assert found.places[0].area.right > 190
    assert_as_the_decree_has_it(found.places, pages)


def test_a_corner_that_is_full_is_told():
    view = read(docx(c("Phụ lục I", b=True), c("TIÊU CHÍ ĐÁNH GIÁ", b=True), p("Nội dung.")), TODAY)
    full = [("m" * 60, 130, 4 + 4 * at) for at in range(8)]
    found = places.places(view, [page(*full)], seal=36)
    assert found.places == ()
    assert "không còn chỗ" in str(found.problems[0])


def test_room_is_never_taken_twice():
    taken = [Area(60.0, 90.0, 126.0, 150.0)]
    found = room.signed(page(*FOOT), Area(130, 96, 170, 106), Area(137, 136, 163, 140), taken, seal=36)
    assert found.picture is not None
    assert found.seal is None


# --- the pages that LibreOffice prints --------------------------------------------------------------------

MINE = {
    "findings": ("findings.toml", [], ["chu_ky", "dau"]), "lien-tich": ("lien-tich.toml", [], ["chu_ky_1", "dau_1", "chu_ky_2", "dau_2"]),
    "bien-ban": ("bien-ban.toml", [], ["chu_ky_1", "chu_ky_2", "dau_2"]), "sao-y": ("sao-y.toml", [], []), "trich-sao": ("trich-sao.toml", [], []),
    "phu-luc": ("phu-luc.toml", [], ["chu_ky", "dau"]), "hop-dong": ("hop-dong.toml", [], ["chu_ky_1", "dau_1", "chu_ky_2", "dau_2"]),
}  # fmt: skip
APART = {"04-tb-snv": ["chu_ky", "dau"], "04-tb-snv-phu-luc-1": ["thoi_gian_ky"], "04-tb-snv-phu-luc-2": ["thoi_gian_ky"]}


def boxes(pdf):
    """The fields of a PDF: name, page, rectangle in mm from above."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    reader, found = PdfFileReader(io.BytesIO(pdf)), []
    numbers = {reader.find_page_for_modification(at)[0].idnum: at for at in range(int(reader.root["/Pages"]["/Count"]))}
    pages = sheets(pdf)
    for name, _, raw in enumerate_sig_fields(reader):
        field = raw.get_object()
        at = numbers[field.raw_get("/P").idnum]
        left, low, right, high = (float(side) / 72 * 25.4 for side in field["/Rect"])
        found.append(places.Place(name, str(field["/TU"]), at + 1, Area(left, pages[at].height - high, right, pages[at].height - low)))
    return found, pages


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """PDFs with places, each made by LibreOffice: our examples, annexes apart, an electronic copy, and somebody else's paper."""
    pytest.importorskip("pyhanko")
    folder = tmp_path_factory.mktemp("giay")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, (example, _, _) in MINE.items():
            assert run(["render", str(EXAMPLES / example), "-o", f"{name}.docx", "-q"]) == 0
        Path("rieng").mkdir()
        assert run(["render", str(EXAMPLES / "phu-luc.toml"), "--annexes-apart", "-o", "rieng/", "-q"]) == 0
        copied = (EXAMPLES / "findings.toml").read_text("utf-8") + '\n[ban_sao]\nhinh_thuc = "trích sao"\ndien_tu = true\n'
        Path("ban-sao.toml").write_text(copied, "utf-8")
        assert run(["render", "ban-sao.toml", "-o", "ban-sao.docx", "-q"]) == 0
        gap = [p("") for _ in range(5)]
        Path("khac.docx").write_bytes(docx(RIGHT_HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), *BODY, *SIGNED[:2], *gap, SIGNED[2]))
        assert run(["pdf", "--sign-places", "--pdf-a", ".", "rieng", "-q"]) == 1  # copies on paper have none
    return folder


@needs_writer
@pytest.mark.slow
def test_places_on_real_pages(printed):
    wanted = {f"{name}.pdf": names for name, (_, _, names) in MINE.items()} | {f"rieng/{name}.pdf": names for name, names in APART.items()}
    wanted |= {"ban-sao.pdf": ["thoi_gian_ky"], "khac.pdf": ["chu_ky", "dau"]}
    for name, names in wanted.items():
        pdf = (printed / name).read_bytes()
        found, pages = boxes(pdf)
        assert [one.name for one in found] == names, name
        assert_as_the_decree_has_it([one for one in found if not one.name.startswith("dau")], pages)
        for one in found:  # a seal's sides are whole points here: its circle is looked at within half a mm
            if one.name.startswith("dau"):
                assert one.area.right - one.area.left == pytest.approx(36, abs=0.4)
                assert not [x for x in pages[one.page - 1].letters if touches(one, x)], name
        assert read_mark(pdf).seal == (36 if names else None)
        assert b"<pdfaid:part>2</pdfaid:part>" in pdf


@needs_writer
@pytest.mark.slow
def test_places_stand_on_the_page_of_the_signer(printed):
    for name in ("findings.pdf", "bien-ban.pdf", "phu-luc.pdf"):
        found, pages = boxes((printed / name).read_bytes())
        for one in found:
            signer = one.label.split(" của ")[-1].split(" (")[0]
            assert list(lines.saying(lines.lines(pages[one.page - 1]), signer)), (name, one)


@needs_writer
@pytest.mark.slow
def test_what_has_its_places_is_not_made_again_and_what_lacks_them_is(printed, monkeypatch, capsys):
    monkeypatch.chdir(printed)
    before = Path("findings.pdf").read_bytes()
    assert run(["pdf", "findings.docx", "--sign-places"]) == 0
    assert run(["pdf", "findings.docx"]) == 0  # a PDF with places is a PDF
    assert Path("findings.pdf").read_bytes() == before
    assert run(["pdf", "findings.docx", "--sign-places", "--seal-diameter", "34"]) == 0
    assert read_mark(Path("findings.pdf").read_bytes()).seal == 34
    capsys.readouterr()
    assert run(["pdf", "sao-y.docx", "--sign-places"]) == 1
    assert "Bản sao giấy ký tay, đóng dấu" in capsys.readouterr().err


def test_a_diameter_without_places_is_a_slip(capsys):
    assert run(["pdf", "a.docx", "--seal-diameter", "36"]) == 2
    assert "chỉ dùng cùng --sign-places" in capsys.readouterr().err


def test_without_pyhanko_what_to_type_is_said(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(fields, "can_sign", lambda: False)
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(docx(p("Một")))
    Path("a.pdf").write_bytes(b"%PDF-")
    assert run(["pdf", "b.docx", "--sign-places"]) == 4
    assert run(["verify-signature", "a.pdf"]) == 4
    assert capsys.readouterr().err.count('pip install "notice-gen[ky-so]"') == 2
