"""The check page and the register page as a clerk uses them, in a real browser."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

import notice_gen
from notice_gen.convert import find
from tests.web import browser, papers
from tests.web.started import screen
from tests.web.test_editor import AXE

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")
pytestmark = [browser.needed(), pytest.mark.slow]
PAGES = pytest.mark.skipif(find() is None, reason="LibreOffice is not installed")
NASTY = "<img src=x onerror=document.title=1>.docx"
HEAD = "Số, ký hiệu văn bản;Ngày tháng văn bản;Trích yếu;Người ký;Nơi nhận;Ghi chú\n"


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "vanban"
    here.mkdir()
    (here / "sai.docx").write_bytes(papers.faulty())
    (here / "dung.docx").write_bytes(papers.right())
    (here / "hong.docx").write_bytes(b"PK\x03\x04rubbish")
    return here


def put(page, *files):
    page.locator("input[type=file][accept]").set_input_files([{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files])


def downloaded(page, button) -> tuple[str, bytes]:
    with page.expect_download() as waited:
        button.click()
    return waited.value.suggested_filename, Path(waited.value.path()).read_bytes()


def codes(docx):
    return [fault.code for fault in notice_gen.check_docx(docx, level="gợi ý").faults]


def test_several_files_are_a_table_first(page, folder):
    browser.go(page, "Kiểm tra Word")
    page.get_by_role("button", name="Kiểm tra cả 3 tệp").click()
    page.get_by_text("Đã kiểm tra 3/3 tệp.").wait_for()
    rows = page.locator("tbody tr").all_inner_texts()
    assert [row.split("\t")[0] for row in rows] == ["dung.docx", "hong.docx", "sai.docx"]
    assert rows[0].endswith("không có lỗi")
    assert "hỏng" in rows[1]
    page.get_by_role("button", name="sai.docx").click()
    page.locator(".findings li").first.wait_for()
    page.get_by_role("button", name="Bảng 3 tệp").click()
    page.get_by_role("button", name="hong.docx").click()
    page.get_by_role("alert").get_by_text("hỏng").wait_for()
    assert sorted(path.name for path in folder.iterdir()) == ["dung.docx", "hong.docx", "sai.docx"]


def test_a_folder_of_the_folder_is_checked_as_a_whole(page, folder):
    (folder / "quý 1").mkdir()
    for name in ("a.docx", "b.docx"):
        (folder / "quý 1" / name).write_bytes(papers.faulty())
    browser.go(page, "Kiểm tra Word")
    page.get_by_role("button", name="Kiểm tra thư mục quý 1 (2 tệp)").click()
    page.get_by_text("Đã kiểm tra 2/2 tệp.").wait_for()
    assert [row.split("\t")[0] for row in page.locator("tbody tr").all_inner_texts()] == ["quý 1/a.docx", "quý 1/b.docx"]


@PAGES
def test_a_paper_is_checked_mended_one_by_one_and_all(page, folder):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    browser.go(page, "Kiểm tra Word")
    put(page, (NASTY, papers.faulty()))
    page.locator(".printed img").first.wait_for(timeout=90_000)
    assert page.locator(".tools .name").inner_text() == NASTY
    assert page.title() != "1"
    assert page.locator(".printed .mark").count() >= 3

    finding = page.locator(".findings li", has_text="DC02").first
    finding.locator(".go").click()
    place = page.locator(".mark.here")
    assert place.is_visible()
    page.locator(".mark").last.click()  # and back
    assert page.locator(".findings li.here").count() == 1

    everything = page.locator(".findings li").count()
    page.get_by_role("button", name="thông lệ", exact=False).first.click()
    assert page.locator(".findings li").all_inner_texts()[0].startswith("Phần 1")
    assert page.locator(".findings li").count() == 1
    page.get_by_role("button", name="thông lệ", exact=False).first.click()
    page.get_by_label("Quy tắc").select_option("DC02")
    assert 0 < page.locator(".findings li").count() < everything
    page.get_by_label("Quy tắc").select_option("")

    page.locator(".findings li", has_text="TR02").get_by_role("checkbox").check()
    name, mended = downloaded(page, page.get_by_role("button", name="Tải bản đã sửa (1)"))
    assert name.endswith("-da-sua.docx")
    assert "<" not in name
    assert "TR02" not in codes(mended)
    assert "DC02" in codes(mended)
    page.get_by_text("đã sửa 1 lỗi").wait_for()
    name, commented = downloaded(page, page.get_by_role("button", name="Tải bản có ghi chú"))
    assert b"word/comments.xml" in commented
    page.get_by_label("Sửa hết").check()
    assert codes(downloaded(page, page.get_by_role("button", name="Tải bản đã sửa"))[1]) == []
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_without_libreoffice_the_text_is_shown_with_its_faults_beside_it(chrome, folder, tmp_path, monkeypatch):
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(tmp_path / "khong-co"))
    with screen(folder, tmp_path / "state") as one, browser.page(chrome, one.address) as page:
        browser.go(page, "Kiểm tra Word")
        page.get_by_role("button", name="sai.docx").click()
        page.get_by_text("Không làm được trang in").wait_for()
        beside = page.locator(".plain li", has=page.locator(".beside"))
        assert beside.count() >= 3
        number = beside.first.get_attribute("value")
        beside.first.locator(".beside").first.click()
        assert page.locator(".findings li.here .where").inner_text() == f"Đoạn {number}"
        assert page.locator(".plain script, .plain img").count() == 0


def test_dropped_files_of_other_kinds_are_passed_by(page):
    browser.go(page, "Kiểm tra Word")
    page.locator(".drop").wait_for()
    page.evaluate("""() => {
      const data = new DataTransfer();
      data.items.add(new File(["x"], "anh.png"));
      data.items.add(new File(["x"], "~$khoa.docx"));
      document.querySelector(".drop").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
    }""")
    page.get_by_text("Không có tệp .docx").wait_for()


def test_a_folder_is_dropped_as_a_whole(page, tmp_path):
    """By the browser's own way of dropping: a real folder from the disk, folders and other files in it."""
    given = tmp_path / "nhan-duoc"
    (given / "quý 1").mkdir(parents=True)
    (given / "a.docx").write_bytes(papers.faulty())
    (given / "quý 1" / "b.docx").write_bytes(papers.right())
    (given / "anh.png").write_bytes(b"x")
    browser.go(page, "Kiểm tra Word")
    box = page.locator(".drop").bounding_box()
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(given)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": box["x"] + 30, "y": box["y"] + 30, "data": data})
    page.get_by_text("Đã kiểm tra 2/2 tệp.").wait_for()
    assert sorted(row.split("\t")[0] for row in page.locator("tbody tr").all_inner_texts()) == ["a.docx", "b.docx"]


def test_a_folder_is_chosen_by_the_keyboard(page, tmp_path):
    given = tmp_path / "nhan-duoc"
    given.mkdir()
    for name in ("a.docx", "b.docx"):
        (given / name).write_bytes(papers.right())
    page.on("filechooser", lambda chooser: chooser.set_files(str(given)))  # long before the key: the browser learns of it in its own time
    browser.go(page, "Kiểm tra Word")
    page.get_by_role("button", name="Chọn cả thư mục").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Đã kiểm tra 2/2 tệp.").wait_for()


def test_another_language_keeps_what_is_ticked(page):
    browser.go(page, "Kiểm tra Word")
    page.get_by_role("button", name="sai.docx").click()
    page.locator(".findings li", has_text="TR02").get_by_role("checkbox").check()
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Download mended (1)").wait_for()
    page.locator(".findings li", has_text="TR02").get_by_text("law", exact=True).wait_for()
    assert page.locator(".findings li", has_text="TR02").get_by_role("checkbox").is_checked()
    page.get_by_role("button", name="Tiếng Việt").click()


def register(page, table=None):
    browser.go(page, "Sổ văn bản")
    page.get_by_role("button", name="Lập sổ mới").click()
    page.get_by_role("button", name="Nhập sổ giấy").click()
    page.get_by_label("Cơ quan của cả bảng").fill("UBND xã Bình Điền")
    enter(page, table or HEAD + "".join(f"{n:02}/TB-UBND;{n:02}/01/2026;Kiểm tra <b>tại</b> thôn {n};Nguyễn Văn A;Các thôn;\n" for n in (1, 2, 4)))


def enter(page, table):
    page.locator("dialog input[type=file]").set_input_files({"name": "so.csv", "mimeType": "text/csv", "buffer": table.encode()})
    page.get_by_role("button", name="Nhập vào sổ").click()


def test_the_register_from_paper_to_excel(page):
    register(page, HEAD + "01/TB-UBND;45/01/2026;A;B;C;\n02/TB-UBND;hôm qua;A;B;C;\n")
    cells = page.locator("dialog tbody tr")
    cells.first.wait_for()
    assert [row.split("\t")[0] for row in cells.all_inner_texts()] == ["Dòng 2", "Dòng 3"]
    enter(page, HEAD + "".join(f"{n:02}/TB-UBND;{n:02}/01/2026;Kiểm tra <b>tại</b> thôn {n};Nguyễn Văn A;Các thôn;\n" for n in (1, 2, 4)))
    page.get_by_text("Đã nhập 3 số mới").wait_for()
    assert page.locator("main b").count() == 0
    page.get_by_label("Số tiếp theo").get_by_text("số tiếp theo 5").wait_for()

    page.get_by_label("Tìm trong sổ").fill("thon 2")
    page.get_by_role("status").get_by_text("1 văn bản").wait_for()
    assert page.locator("tbody tr").count() == 1
    page.get_by_role("button", name="Hủy số 02/TB-UBND").click()
    assert page.get_by_role("button", name="Hủy số này").is_disabled()
    page.get_by_label("Vì sao hủy").fill("In nhầm")
    page.get_by_role("button", name="Hủy số này").click()
    page.get_by_text("Đã hủy số 02/TB-UBND").wait_for()
    page.get_by_label("Tìm trong sổ").fill("nguyen 04/tb")
    page.get_by_role("status").get_by_text("1 văn bản").wait_for()
    page.get_by_label("Tìm trong sổ").fill("")
    page.get_by_label("Trạng thái").select_option("hủy")
    page.get_by_role("status").get_by_text("1 văn bản").wait_for()
    assert "hủy (In nhầm)" in page.locator("tbody tr").inner_text()
    page.get_by_role("button", name="02/TB-UBND", exact=True).click()
    page.get_by_role("dialog").get_by_text("In nhầm").wait_for()
    page.keyboard.press("Escape")
    name, data = downloaded(page, page.get_by_role("button", name="Xuất Excel"))
    import openpyxl

    assert name == "so-van-ban-di-2026.xlsx"
    assert "02/TB-UBND" in str([[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows()])
    name, data = downloaded(page, page.get_by_role("button", name="In sổ ra Word"))
    assert (name, data[:2]) == ("so-van-ban-di-2026.docx", b"PK")


@pytest.mark.parametrize("path", ["/kiem-tra", "/kiem-tra one", "/so-van-ban", "/so-van-ban full", "/so-van-ban dialog"])
def test_every_page_fits_the_office_pc_and_axe_has_nothing_serious(path, chrome, served):
    with browser.page(chrome, served.address, bypass=True) as tab:
        tab.goto(f"http://127.0.0.1:{served.port}{path.partition(' ')[0]}")
        if path.endswith("one"):
            tab.get_by_role("button", name="sai.docx").click()
            tab.locator(".printed img, .plain").first.wait_for(timeout=90_000)
        elif path.endswith(("full", "dialog")):
            register(tab)
            tab.get_by_text("Đã nhập 3 số mới").wait_for()
            if path.endswith("dialog"):
                tab.get_by_role("button", name="Hủy số 01/TB-UBND").click()
        tab.wait_for_timeout(700)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight")
        if folder_of_shots := os.environ.get("NOTICE_GEN_SHOTS"):
            tab.screenshot(path=f"{folder_of_shots}/{path.strip('/').replace(' ', '-')}.png")
        if not AXE.exists():
            pytest.skip("axe-core is not installed: make web")
        tab.add_script_tag(path=str(AXE))
        found = tab.evaluate("axe.run(document).then((result) => result.violations)")
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found if one["impact"] in {"serious", "critical"}] == []


def test_all_of_it_is_done_by_the_keyboard(page):
    browser.go(page, "Kiểm tra Word", by_keyboard=True)
    page.get_by_role("button", name="sai.docx").focus()
    page.keyboard.press("Enter")
    page.locator(".findings li").first.wait_for()
    page.get_by_label("Sửa hết").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    with page.expect_download():
        page.keyboard.press("Enter")
    browser.go(page, "Sổ văn bản", by_keyboard=True)
    page.get_by_role("button", name="Lập sổ mới").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Nhập sổ giấy").focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("dialog").count() == 0
