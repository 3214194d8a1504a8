"""A paper taken into a findings file prints the same words: ours exactly, anyone's as far as the form goes, and whatever is lost is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_gen import reader, templates
from notice_gen.back import importing, printing
from notice_gen.back.importing import Imported
from notice_gen.check.read import read
from tests.check.test_command import RIGHT_HEAD
from tests.helpers import docx as word
from tests.helpers.findings import TODAY
from tests.helpers.generated import Made
from tests.helpers.papers import PAPERS
from tests.helpers.word import paragraphs

_EXAMPLES = sorted(Path("examples").glob("*.toml"))
_SAMPLES = templates.names()
_GENERATED = 500
_FEW = 40


def _docx(text: str) -> bytes:
    layers, used = printing.layers_of(text, "tep.toml", None)
    return printing.printed(layers, used, TODAY).docx


def _back(docx: bytes) -> Imported:
    return importing.imported(read(docx, TODAY), name="nhap.toml", today=TODAY)


def _same_words(docx: bytes) -> Imported:
    """Take a printed paper back; it is the same when it is printed again, and the same findings come of that.

    Charts alone are left behind: each is told, with its figures.
    """
    first = _back(docx)
    charts = [text for several in read(docx, TODAY).charts.values() for text in several]
    assert [(one.box, one.old) for one in first.changed] == [("bieu_do", text) for text in charts]
    again = _docx(first.text)
    assert paragraphs(again) == paragraphs(docx)
    told = "".join(f"#   {text}\n" for text in charts)
    assert _back(again).text == (first.text if not charts else first.text.partition("#\n# Những dòng sau")[0].rstrip("\n") + "\n")
    assert told in first.text
    return first


@pytest.mark.parametrize("path", _EXAMPLES, ids=lambda path: path.stem)
def test_examples_come_back(path: Path) -> None:
    found = _same_words(_docx(path.read_text("utf-8")))
    assert found.problems == ()


@pytest.mark.parametrize("mau", _SAMPLES)
def test_samples_come_back(mau: str) -> None:
    _same_words(_docx(templates.sample(mau)))


@pytest.mark.parametrize("first", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(_FEW, _GENERATED, _FEW))])
def test_generated_notices_come_back(first: int) -> None:
    for seed in range(first, min(first + _FEW, _GENERATED)):
        made = Made(seed)
        printed = _docx(made.text)
        assert printed, seed
        assert _same_words(printed).doubts == (), seed


@pytest.mark.parametrize(
    ("line", "luu", "gui"),
    [("- Lưu: VT, NV.", "VT, NV", []), ("- Lưu VT, NV", "VT, NV", []), ("- LƯU: VT.", "VT", []), ("- Lưu Văn A.", "VT", ["Lưu Văn A"])],
)
def test_where_it_is_filed_is_told_from_who_gets_it(line: str, luu: str, gui: list[str]) -> None:
    paper = word.docx(RIGHT_HEAD, word.c("THÔNG BÁO", b=True), word.c("Kết quả", b=True), word.p("Ủy ban nhân dân xã thông báo như sau."),
                      word.p("Nơi nhận:"), word.p("- Các thôn;"), word.p(line), word.c("CHỦ TỊCH", b=True), word.c("Nguyễn Văn A", b=True))  # fmt: skip
    noi_nhan = reader.parse(_back(paper).text.encode(), file="x").data["noi_nhan"]
    assert (noi_nhan["luu"], noi_nhan["gui"]) == (luu, ["Các thôn", *gui])


def test_structure_is_that_of_the_numbers() -> None:
    found = _back(PAPERS["thông báo"]).text
    data = reader.parse(found.encode(), file="x").data
    assert data["dinh_dang"]["danh_so"] == "I"
    assert [one["tieu_de"] for one in data["muc"]] == ["KẾT QUẢ KIỂM TRA", "YÊU CẦU"]
    assert [one["tieu_de"] for one in data["muc"][0]["muc"]] == ["Ưu điểm", "Hạn chế"]
    assert len(data["muc"][0]["muc"][1]["muc"]) == 5
    assert [one["tieu_de"] for one in data["phu_luc"]] == ["KẾT QUẢ KIỂM TRA", "DANH MỤC VĂN BẢN GỬI CHẬM"]


def test_a_decision_has_its_bases_authority_and_rules() -> None:
    data = reader.parse(_back(PAPERS["quyết định"]).text.encode(), file="x").data
    assert data["mau"] == "quyet-dinh"
    assert data["mo_dau"]["tham_quyen"] == "Chủ tịch Ủy ban nhân dân xã Bình Điền"
    assert len(data["mo_dau"]["can_cu"]) == 3
    assert data["van_ban_kem_theo"][0]["ten_loai"] == "Quy chế"
    assert [one["cap"] for one in data["van_ban_kem_theo"][0]["muc"]] == ["chuong", "chuong"]


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_of_a_foreign_paper_is_lost(name: str) -> None:
    found = _back(PAPERS[name])
    assert found.problems == ()
    assert importing.unplaced(found.changed) == []


def test_what_has_no_place_is_told_and_kept_as_a_remark() -> None:
    paper = PAPERS["tờ trình"]
    files = word.unpacked(paper)
    files["word/document.xml"] = files["word/document.xml"].replace(b"<w:body>", "<w:body><w:p><w:r><w:t>Bản nháp lần 3</w:t></w:r></w:p>".encode(), 1)
    found = _back(word.packed(files))  # type: ignore[arg-type]
    assert importing.unplaced(found.changed) == ["Bản nháp lần 3"]
    assert "#   Bản nháp lần 3" in found.text


@pytest.mark.parametrize(
    "text",
    ["gọi {{ ten }} và }} lẻ", "dấu * và __ và \\* lẻ", 'ba """ nháy', "tab\tgiữa", "a_b_c *d*", "{% if %}", "- ", "# không phải chú thích", "\u200bẩn"],
)  # fmt: skip
def test_signs_that_mean_something_stay_signs(text: str) -> None:
    body = [word.p(text, jc="both"), word.p("Câu cuối của văn bản./.", jc="both")]
    found = _back(word.docx(*body))
    printed = " ".join(" ".join(paragraphs(_docx(found.text))).split())
    expected = " ".join(text.replace("\u200b", "").split())
    assert expected == "-" or expected in printed


def test_an_empty_paper_is_a_findings_file_too() -> None:
    found = _back(word.docx(word.p("")))
    assert reader.parse(found.text.encode(), file="x").data["phien_ban"] == 1
    assert found.doubts


def test_figures_are_proposed_with_their_shares_and_sums() -> None:
    said = "Trung tâm đã tiếp nhận 322 hồ sơ, giải quyết 310 hồ sơ, đang xử lý 12 hồ sơ, đạt tỷ lệ 96,3%; trong 05 ngày theo Kế hoạch số 15/KH-UBND năm 2026./."
    paper = word.docx(word.p(said, jc="both"))
    found = importing.imported(read(paper, TODAY), name="nhap.toml", today=TODAY, with_figures=True)
    data = reader.parse(found.text.encode(), file="x").data
    assert sorted(data["so_lieu"].values()) == [12, 310, 322]
    names = {value: name for name, value in data["so_lieu"].items()}
    assert f"{{{{ {names[310]} | ty_le({names[322]}) }}}}" in found.text
    assert data["kiem_tra"][0]["dieu_kien"] == f"{names[322]} == {names[310]} + {names[12]}"
    assert said in " ".join(paragraphs(_docx(found.text)))


@pytest.mark.parametrize("path", _EXAMPLES, ids=lambda path: path.stem)
def test_figures_proposed_print_the_same(path: Path) -> None:
    printed = _docx(path.read_text("utf-8"))
    found = importing.imported(read(printed, TODAY), name="nhap.toml", today=TODAY, with_figures=True)
    assert paragraphs(_docx(found.text)) == paragraphs(printed)
