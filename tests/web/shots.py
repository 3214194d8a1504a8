"""The pictures of docs/man-hinh.md, made anew: ``python -m tests.web.shots``.  Needs chromium and LibreOffice."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from tests.web import browser, papers
from tests.web.started import screen

ROOT = Path(__file__).parents[2]
OUT = ROOT / "docs" / "man-hinh"
BOOK = "Số, ký hiệu văn bản;Ngày tháng văn bản;Trích yếu;Người ký;Nơi nhận;Ghi chú\n"
SUBJECTS = ("Lịch tiếp công dân", "Kết quả rà soát thủ tục hành chính", "Kế hoạch phòng, chống thiên tai", "Kết luận cuộc họp giao ban", "Lịch trực ngày lễ")
PAUSE = 1_200  # ms until a page stands still


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary, browser.chromium() as chrome:
        folder = Path(temporary) / "van-ban-2026"
        folder.mkdir()
        for name in ("findings", "cong-van", "phu-luc", "ke-hoach", "giay-moi"):
            shutil.copy(ROOT / "examples" / f"{name}.toml", folder / f"{'thong-bao' if name == 'findings' else name}.toml")
        common = (folder / "thong-bao.toml").read_text("utf-8").replace("so = 1286", 'so = "tu-dong"')
        (folder / "gui-cac-xa.toml").write_text(common, "utf-8")
        (folder / "du-thao-nhan-duoc.docx").write_bytes(papers.faulty())
        with screen(folder, Path(temporary) / "state") as one, browser.page(chrome, one.address) as page:
            page.set_default_timeout(120_000)
            for take in (_office, _new, _editor, _form, _error, _check, _register, _mailing):
                take(page)


def _shot(page, name: str) -> None:
    page.wait_for_timeout(PAUSE)
    page.screenshot(path=OUT / f"{name}.png")


def _office(page) -> None:
    browser.go(page, "Thiết lập cơ quan")
    page.get_by_label(re.compile("^Tên cơ quan ban hành")).fill("UBND xã Bình Điền")
    page.get_by_label(re.compile("^Chức vụ người ký thường dùng")).fill("chủ tịch")
    page.get_by_label(re.compile("^Họ và tên")).fill("Nguyễn Văn A")
    _shot(page, "thiet-lap")
    page.get_by_role("button", name="Ghi thiết lập").click()
    page.wait_for_url("**/soan**")


def _new(page) -> None:
    browser.go(page, "Văn bản mới")
    page.get_by_role("button", name=re.compile("^Báo cáo")).wait_for()
    page.wait_for_load_state("networkidle")
    _shot(page, "moi")


def _open(page, name: str) -> None:
    browser.go(page, "Soạn thảo")
    page.locator(f'.files a[title="{name}.toml"]').click()
    page.locator(f'.tools .name[title="{name}.toml"]').wait_for()
    page.wait_for_selector(".pages .sheet")


def _editor(page) -> None:
    _open(page, "thong-bao")
    page.locator(".pages article p", has_text="phản ánh, kiến nghị").first.click()
    _shot(page, "soan")


def _form(page) -> None:
    _open(page, "ke-hoach")
    page.get_by_role("button", name="Dạng biểu mẫu").click()
    page.locator(".form .grid").first.scroll_into_view_if_needed()
    _shot(page, "bieu-mau")
    page.get_by_role("button", name="Dạng chữ", exact=True).click()


def _error(page) -> None:
    _open(page, "thong-bao")
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    page.locator(".cm-line", has_text="viet_tat = ").first.click()
    page.keyboard.press("Home")
    page.keyboard.type("x")
    page.locator(".problems li.error .fix").first.wait_for()
    _shot(page, "loi")
    page.keyboard.press("Control+Z")


def _check(page) -> None:
    browser.go(page, "Kiểm tra Word")
    page.get_by_role("button", name="du-thao-nhan-duoc.docx").click()
    page.locator(".printed img").first.wait_for()
    page.locator(".findings li .go").nth(2).click()
    _shot(page, "kiem-tra")


def _register(page) -> None:
    browser.go(page, "Sổ văn bản")
    page.get_by_role("button", name="Lập sổ mới").click()
    page.get_by_role("button", name="Nhập sổ giấy").click()
    page.get_by_label("Cơ quan của cả bảng").fill("UBND xã Bình Điền")
    lines = "".join(f"{n:02}/TB-UBND;{n:02}/10/2026;{SUBJECTS[n % 5]};Nguyễn Văn A;Các thôn;\n" for n in (*range(1, 7), *range(8, 13)))
    page.locator("dialog input[type=file]").set_input_files({"name": "so.csv", "mimeType": "text/csv", "buffer": (BOOK + lines).encode()})
    page.get_by_role("button", name="Nhập vào sổ").click()
    page.get_by_text("Đã nhập 11 số mới").wait_for()
    _shot(page, "so-van-ban")


def _mailing(page) -> None:
    browser.go(page, "In hàng loạt")
    page.get_by_label("1. Tệp chung").select_option("gui-cac-xa.toml")
    rows = ["Xã;Tiếp nhận;Đã giải quyết;Đúng hạn;Quá hạn;Đang giải quyết;Trực tuyến"]
    places = ("xã A Lưới 1", "xã Bình Điền", "xã Chân Mây - Lăng Cô", "xã Đan Điền", "xã Hưng Lộc", "xã Khe Tre")
    rows += [f"{ten};{200 + n};{188 + n};{186 + n};{'hai' if n == 4 else 2};12;{150 + n}" for n, ten in enumerate(places)]
    page.locator(".given input[type=file]").set_input_files({"name": "so-lieu-quy-3.csv", "mimeType": "text/csv", "buffer": "\n".join(rows).encode()})
    page.locator("thead select").first.wait_for()
    page.get_by_label("Mọi hàng").check()
    _shot(page, "hang-loat")


if __name__ == "__main__":
    main()
