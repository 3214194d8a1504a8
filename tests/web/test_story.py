"""An office's first hour on the screen, from an empty folder to forty communes, without a word of TOML typed; a film of it is recorded.

The film lies in the test's folder; ``NOTICE_GEN_FILM=folder`` keeps it there, with a picture of each step.
"""

from __future__ import annotations

import io
import os
import re
import tomllib
import zipfile
from pathlib import Path

import pytest

import notice_gen
from notice_gen import register
from notice_gen.convert import find
from tests.helpers.word import paragraphs
from tests.web import browser, papers
from tests.web.film import filmed
from tests.web.started import screen

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")
pytestmark = [browser.needed(), pytest.mark.slow]

COMMUNES = 40  # of thành phố Huế
PATIENCE = 60_000  # ms that a busy machine may take


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "vanban"
    here.mkdir()
    return here


@pytest.fixture
def film(tmp_path):
    """Where the film and the pictures of the steps go."""
    kept = os.environ.get("NOTICE_GEN_FILM")
    place = Path(kept) if kept else tmp_path / "phim"
    place.mkdir(exist_ok=True)
    return place


class Steps:
    """A picture of each step."""

    def __init__(self, page, film) -> None:
        self.page, self.film, self.count = page, film, 0

    def __call__(self, name: str) -> None:
        self.count += 1
        self.page.screenshot(path=self.film / f"{self.count:02}-{name}.png")


def field(page, label: str):
    """A field of the form by its label, its fold opened."""
    found = page.locator(".form").get_by_label(re.compile(rf"^{re.escape(label)}(?: \*)?$")).first
    if not found.is_visible():
        found.evaluate("one => { for (let at = one; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true; }")
    return found


def fill(page, label: str, text: str) -> None:
    field(page, label).fill(text)
    page.keyboard.press("Tab")


def mend(page, button: str) -> None:
    """Press a fault's button, and wait until that fault is gone."""
    fix = page.locator(".problems li", has=page.get_by_role("button", name=button, exact=True)).first
    message = fix.locator(".go").inner_text()
    fix.get_by_role("button", name=button, exact=True).click()
    page.locator(".problems .go", has_text=message).wait_for(state="detached")


def test_from_an_empty_folder_to_forty_communes(chrome, folder, film, tmp_path):
    with (
        screen(folder, tmp_path / "state") as served, browser.page(chrome, served.address) as page, filmed(page, film / "mot-gio-dau.avi")
    ):  # fmt: skip
        page.set_default_timeout(PATIENCE)
        step = Steps(page, film)
        settings(page, folder, step)
        notice(page, step)
        mend_three_errors(page, step)
        take_a_number(page, folder, step)
        word_file(page, step)
        mailing(page, folder, step)
    assert (film / "mot-gio-dau.avi").stat().st_size > 500_000


def settings(page, folder, step) -> None:
    """The empty folder says where to begin; the office is described once."""
    page.get_by_role("heading", name="Bắt đầu từ đâu").wait_for()
    step("bat-dau")
    page.locator(".welcome").get_by_role("link", name="Thiết lập cơ quan").click()
    page.get_by_label(re.compile("^Tên cơ quan ban hành")).fill("UBND xã Bình Điền")
    page.get_by_text("Hiểu là: Ủy ban nhân dân xã Bình Điền").wait_for()
    page.get_by_label(re.compile("^Chức vụ người ký thường dùng")).fill("chủ tịch")
    page.get_by_label(re.compile("^Họ và tên")).fill("Nguyễn Văn A")
    step("thiet-lap")
    page.get_by_role("button", name="Ghi thiết lập").click()
    page.locator(".welcome").get_by_text("Đã có thiết lập cơ quan.").wait_for()
    assert tomllib.loads((folder / "notice-gen.toml").read_text("utf-8"))["co_quan"]["viet_tat"] == "UBND"


def notice(page, step) -> None:
    """A notice from the gallery, filled in as a form."""
    page.locator(".welcome").get_by_role("link", name="Văn bản mới").click()
    page.get_by_role("button", name=re.compile("^Thông báo ")).wait_for()
    step("cac-loai")
    page.get_by_role("button", name=re.compile("^Thông báo ")).click()
    page.get_by_label("Tên tệp").fill("ket-qua-ra-soat")
    page.get_by_role("button", name="Bắt đầu soạn").click()
    page.locator(".pages .sheet").first.wait_for()
    page.get_by_role("button", name="Dạng biểu mẫu").click()
    page.locator(".form").wait_for()
    page.locator(".pages article p", has_text="XÃ BÌNH ĐIỀN").first.wait_for()
    step("bieu-mau")

    fill(page, "Tên đơn vị", "thôn Bình Lợi")
    fill(page, "tiep_nhan", "326")
    page.locator(".problems li.error", has_text="không bằng").wait_for()  # a sum that does not hold: only the clerk knows which figure is wrong
    fill(page, "da_giai_quyet", "321")
    page.locator(".pages article p", has_text="326 hồ sơ").wait_for()


def mend_three_errors(page, step) -> None:
    """Three errors are typed and mended by their buttons."""
    page.get_by_role("button", name=re.compile("^Mục 1 ")).click()  # by the list of the parts
    fill(page, "Tiêu đề", "1. Kết quả đạt được")
    page.locator(".problems li.error", has_text="Tiêu đề đã có số thứ tự").wait_for()
    fill(page, "Trích yếu", "Kết quả rà soát thủ tục hành chính tại {{ don_vi.tem }}")
    page.locator(".problems li.error", has_text="Không có “tem”").wait_for()
    fill(page, "Gửi 1", "Chủ tịch, các Phó Chủ tịch UBND {{ don_v.ten }}")
    page.locator(".problems li.error").nth(2).wait_for()
    assert "Trang của bản đúng gần nhất" in page.locator(".preview").inner_text()
    step("ba-loi")
    mended = 0
    for button in ("Gõ: {{ don_vi.ten }}", "Gõ: ten", 'Gõ: "Kết quả đạt được"'):
        mend(page, button)
        mended += 1
    assert mended == 3
    page.locator(".problems li.error").first.wait_for(state="detached")
    page.locator(".pages article p", has_text="tại thôn Bình Lợi").first.wait_for()
    fill(page, "Ngày ban hành", "05/11/2026")
    field(page, "Số").select_option(label="lấy số trong sổ khi in")
    page.locator(".note", has_text="Chưa lưu").wait_for()
    step("da-sua")


def take_a_number(page, folder, step) -> None:
    """The number is looked at before it is taken; the Word file is downloaded."""
    page.get_by_role("button", name="In thành .docx").click()
    look = page.get_by_role("dialog")
    look.get_by_text("Văn bản sẽ mang số 01/TB-UBND").wait_for()
    assert list(folder.glob("*.docx")) == []
    assert not (folder / "so-van-ban.db").exists()
    step("xem-so-truoc")
    look.get_by_role("button", name="Lấy số và in").click()
    page.get_by_role("dialog").get_by_text("01-tb-ubnd-thon-binh-loi.docx").wait_for()
    step("da-in")
    with page.expect_download() as waited:
        page.get_by_role("button", name="Tải tệp Word về").click()
    docx = Path(waited.value.path()).read_bytes()
    assert docx == (folder / "01-tb-ubnd-thon-binh-loi.docx").read_bytes()
    said = "\n".join(paragraphs(docx))
    assert "Kết quả rà soát thủ tục hành chính tại thôn Bình Lợi" in said
    assert "1. Kết quả đạt được" in said
    assert "326 hồ sơ" in said
    assert notice_gen.check_docx(docx).faults == ()
    with register.connect(str(folder / "so-van-ban.db"), create=False) as book:
        assert [(entry.so_ky_hieu, entry.trang_thai) for entry in register.entries(book)] == [("01/TB-UBND", register.DA_CAP)]
    page.get_by_role("dialog").get_by_role("button", name="Đóng").click()
    page.locator('a[title="ket-qua-ra-soat.toml"] .state.printed').wait_for()


def word_file(page, step) -> None:
    """Somebody's Word file is checked, mended, downloaded, and found without a fault."""
    browser.go(page, "Kiểm tra Word")
    page.locator("input[type=file][accept]").first.set_input_files({"name": "du-thao-nhan-duoc.docx", "mimeType": "", "buffer": papers.faulty()})
    page.locator(".findings li").first.wait_for()
    if find():
        page.locator(".printed img").first.wait_for()
    step("kiem-tra")
    page.get_by_label("Sửa hết").check()
    with page.expect_download() as waited:
        page.get_by_role("button", name="Tải bản đã sửa").click()
    assert waited.value.suggested_filename == "du-thao-nhan-duoc-da-sua.docx"
    assert notice_gen.check_docx(Path(waited.value.path()).read_bytes(), level="gợi ý").faults == ()
    page.get_by_text("Tệp gốc giữ nguyên").wait_for()
    step("da-sua-tep-word")


def mailing(page, folder, step) -> None:
    """A notice for each of the forty communes of a province, which a menu names."""
    browser.go(page, "Văn bản mới")
    page.get_by_role("button", name=re.compile("^Thông báo ")).click()
    page.get_by_label("Tên tệp").fill("gui-cac-xa")
    page.get_by_role("button", name="Bắt đầu soạn").click()
    page.locator('.tools .name[title="gui-cac-xa.toml"]').wait_for()
    page.locator(".form").wait_for()  # as it was left
    fill(page, "Trích yếu", "Kết quả rà soát thủ tục hành chính tại {{ don_vi.ten }}")
    fill(page, "Ngày ban hành", "6/11/2026")
    field(page, "Số").select_option(label="lấy số trong sổ khi in")
    page.locator(".pages article p", has_text="ngày 06 tháng 11").first.wait_for()
    page.get_by_role("button", name="Lưu").click()
    page.locator(".note", has_text="Đã lưu.").wait_for()
    browser.go(page, "In hàng loạt")
    page.get_by_label("1. Tệp chung").select_option("gui-cac-xa.toml")
    page.get_by_label("hoặc lập bảng mọi xã, phường của").select_option("thành phố Huế")
    page.get_by_role("button", name="Lập bảng").click()
    page.get_by_text(f"Mọi hàng ({COMMUNES})").wait_for()
    page.get_by_label("Mọi hàng").check()
    step("bang-40-xa")
    first = page.locator("tbody tr").first.locator("textarea")
    head = page.locator("thead tr").nth(1).locator("select").evaluate_all("all => all.map((one) => one.value)")
    figures = [n for n, key in enumerate(head) if key.startswith("so_lieu.")]
    assert len(figures) >= 3
    values = {"so_lieu.tiep_nhan": lambda n: n + 10, "so_lieu.da_giai_quyet": lambda n: n + 5, "so_lieu.dang_giai_quyet": lambda _: 5}
    ranges = "\n".join("\t".join(str(values.get(head[at], lambda _: "")(n)) for at in range(figures[0], figures[-1] + 1)) for n in range(COMMUNES))
    first.nth(figures[0]).evaluate(
        """(one, text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          one.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        ranges,
    )
    page.get_by_role("button", name=f"In {COMMUNES} văn bản").wait_for()
    assert "Số dự kiến: 02/TB-UBND đến 41/TB-UBND." in page.locator(".counted").inner_text()
    step("san-sang-in")
    page.get_by_role("button", name=f"In {COMMUNES} văn bản").click()
    page.get_by_text("Đã in xong.").wait_for()
    step("da-in-40-xa")
    made = sorted((folder / "ket-qua").glob("*.docx"))
    assert len(made) == COMMUNES
    with page.expect_download() as waited:
        page.get_by_role("button", name=f"Tải về {COMMUNES} tệp").click()
    with zipfile.ZipFile(io.BytesIO(Path(waited.value.path()).read_bytes())) as packed:
        assert sorted(packed.namelist()) == [path.name for path in made]
    with register.connect(str(folder / "so-van-ban.db"), create=False) as book:
        assert sorted(entry.so for entry in register.entries(book)) == list(range(1, COMMUNES + 2))
    assert len({"\n".join(paragraphs(path.read_bytes())) for path in made}) == COMMUNES
