"""The mailing page: rows chosen and added, a table begun empty, PDFs; the same mailing on the screen and by the command."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from notice_gen.convert import find
from notice_gen.web import mailing_kept
from notice_gen.web.desk import Desk
from notice_gen.web.door import Door
from tests.web import browser
from tests.web.started import screen
from tests.web.test_mailing import BASE, printed, state, upload

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")

CSV = "Tên đơn vị;Tiếp nhận;Quá hạn\nphường Sài Gòn;1.250;0\nphường Tân Định;9;3\nphường Bến Thành;70;12\n"


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "vanban"
    here.mkdir()
    (here / "chung.toml").write_text(BASE, "utf-8")
    (here / "notice-gen.toml").write_text("", "utf-8")
    return here


@pytest.fixture
def served(folder, tmp_path):
    with screen(folder, tmp_path / "state") as one:
        yield one


def test_a_new_table_takes_the_place_of_the_old_one_and_is_known_by_its_bytes(folder, tmp_path):
    desk = Desk(folder, tmp_path / "state", Door(1))
    for n, data in enumerate((b"mot", b"hai", b"hai"), start=1):
        mailing_kept.take(desk, "chung.toml", "so-lieu.csv", data)
        kept, there = mailing_kept.load(desk, "chung.toml")
        assert (kept.version, there) == (n, data)
    (file,) = desk.kept.rglob("*.bin")
    file.write_bytes(b"ba")
    assert mailing_kept.load(desk, "chung.toml") is None


def test_the_same_mailing_by_the_command_prints_nothing_once_more(served, folder, tmp_path):
    served.enter()
    (folder / "so-lieu.csv").write_text(CSV, "utf-8")
    upload(served, CSV.encode(), "so-lieu.csv")
    served.ask("mailing/run", base="chung.toml", version=1)
    assert printed(served)["counts"] == {"written": 3}
    before = state(folder)
    command = [sys.executable, "-m", "notice_gen", "batch", str(folder / "chung.toml"), "--data", str(folder / "so-lieu.csv"), "-o", str(folder / "ket-qua")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "LANGUAGE": ""}, check=False)
    assert done.stderr == "3 văn bản đã có, không đổi.\n"
    assert state(folder) == before


def test_rows_that_are_typed_below_the_last_one_are_printed(served, folder):
    served.enter()
    _, look = served.ask("mailing/begin", base="chung.toml", province=None)
    assert (look["table"]["rows"], look["plan"]["total"]) == ([], 0)
    named = [key for _, _, key in look["table"]["columns"]].index("don_vi.ten")
    cells = [[4, named, "phường Sài Gòn"], [4, named + 1, "7"], [4, named + 2, "0"], [6, named, " "]]
    status, look = served.ask("mailing/edit", base="chung.toml", version=look["version"], cells=cells)
    assert (status, [row[0] for row in look["table"]["rows"]]) == (200, [4])  # a row of blanks is none
    assert look["plan"]["counts"] == {"ready": 1}
    status, _ = served.ask("mailing/edit", base="chung.toml", version=look["version"], cells=[[1, 0, "đầu bảng"]])
    assert status == 422  # the row of the headings is none that can be typed on
    served.ask("mailing/run", base="chung.toml", version=look["version"])
    assert printed(served)["counts"] == {"written": 1}
    assert state(folder)[1] == [(1, "phường Sài Gòn")]


@pytest.mark.slow
@pytest.mark.skipif(find() is None, reason="LibreOffice is not installed")
def test_pdfs_are_made_beside_and_go_into_the_archive(served, folder):
    import io
    import zipfile

    served.enter()
    upload(served, CSV.encode(), "so-lieu.csv")
    served.ask("mailing/run", base="chung.toml", version=1, pdf=True)
    done = printed(served)
    assert (done["counts"], done["pdfs"]) == ({"written": 3}, 3)
    pdfs = sorted(path.name for path in (folder / "ket-qua").glob("*.pdf"))
    assert len(pdfs) == 3
    _, packed = served.ask("mailing/zip", base="chung.toml")
    assert sorted(name for name in zipfile.ZipFile(io.BytesIO(packed)).namelist() if name.endswith(".pdf")) == pdfs


@browser.needed()
@pytest.mark.slow
def test_rows_are_chosen_added_and_taken_back_on_the_page(chrome, served):
    with browser.page(chrome, served.address) as page:
        browser.go(page, "In hàng loạt")
        page.get_by_label("1. Tệp chung").select_option("chung.toml")
        page.locator(".given input[type=file]").set_input_files({"name": "b.csv", "mimeType": "text/csv", "buffer": CSV.encode()})
        page.get_by_role("button", name="In 3 văn bản").wait_for()
        page.get_by_role("button", name="Chọn hàng để in").click()
        page.get_by_label("Cột", exact=True).select_option(label="C Quá hạn")
        page.get_by_label("So sánh", exact=True).select_option(label=">")
        page.get_by_label("Giá trị so sánh").fill("2")
        page.get_by_role("button", name="Chỉ in những hàng này").click()
        page.get_by_role("button", name="In 2 văn bản").wait_for()
        assert "1 hàng đã bỏ" in page.locator(".counted").inner_text()
        page.get_by_role("button", name="Lấy lại mọi hàng đã bỏ (1)").click()
        page.get_by_role("button", name="In 3 văn bản").wait_for()
        page.get_by_role("button", name="Thêm hàng").click()
        page.locator("textarea:focus").wait_for()
        page.keyboard.type("phường Cầu Kho")
        page.keyboard.press("Tab")
        page.keyboard.type("5")
        page.keyboard.press("Tab")
        page.keyboard.type("1")
        page.keyboard.press("Tab")
        page.get_by_role("button", name="In 4 văn bản").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
