"""Take the pictures of ``docs/man-hinh.md``: the screen at work on two examples, as a clerk sees it.

Usage:
    python -m tools.screens

Needs chromium, LibreOffice and the extra ``[web]``.  Writes ``docs/man-hinh/<page>.png``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import notice_gen
from tests.web import browser, papers, test_mailing
from tests.web.started import screen

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "man-hinh"
_SCALE = 0.7
_SUBJECTS = (
    "Kết luận kiểm tra hồ sơ tại thôn Một", "Lịch tiếp công dân tháng 3", "Nghỉ lễ Quốc khánh", "Kết quả rà soát hộ nghèo", "",
    "Mời họp giao ban", "Tổng vệ sinh môi trường", "Phân công trực hè",
)  # fmt: skip


def main() -> int:
    """Write the pictures; return the exit code."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, browser.chromium() as chrome:
        folder = Path(temporary) / "van-ban-2026"
        folder.mkdir()
        for name, new in (("findings", "ket-luan-binh-dien"), ("cong-van", "cong-van"), ("phu-luc", "ky-so-quy-4")):
            shutil.copy(ROOT / "examples" / f"{name}.toml", folder / f"{new}.toml")
        with screen(folder, Path(temporary) / "state") as one:
            context = chrome.new_context(viewport={"width": 1366, "height": 768}, device_scale_factor=_SCALE)
            tab, home = context.new_page(), f"http://127.0.0.1:{one.port}"
            tab.goto(one.address)
            tab.wait_for_selector(".pages .sheet")
            tab.goto(f"{home}/soan?tep=ket-luan-binh-dien.toml")
            tab.wait_for_selector(".pages .sheet")
            tab.wait_for_timeout(1500)
            tab.locator(".pages article p", has_text="phản ánh, kiến nghị").first.click()
            tab.wait_for_timeout(800)
            _take(tab, "soan")
            tab.keyboard.press("Control+Home")
            tab.locator(".cm-line", has_text="viet_tat = ").click()
            tab.keyboard.press("Home")
            tab.keyboard.type("x")
            tab.wait_for_timeout(2500)
            _take(tab, "loi")
            (folder / "ky-so-quy-4.docx").write_bytes(papers.faulty())
            tab.goto(f"{home}/kiem-tra")
            tab.get_by_role("button", name="ky-so-quy-4.docx").click()
            tab.wait_for_selector(".printed img", timeout=90_000)
            tab.locator(".findings .go").nth(1).click()
            tab.locator(".accept input").nth(1).check()
            tab.wait_for_timeout(500)
            _take(tab, "kiem-tra")
            _fill_register(folder / "so-van-ban.db")
            tab.goto(f"{home}/so-van-ban")
            tab.wait_for_selector(".register tbody tr")
            _take(tab, "so-van-ban")
            for path, name in (("moi", "moi"), ("thiet-lap", "thiet-lap")):
                tab.goto(f"{home}/{path}")
                tab.wait_for_timeout(1500)
                _take(tab, name)
            _mailing(tab, home, folder)
    return 0


def _fill_register(path: Path) -> None:
    lines = [f"{n:02}/TB-UBND;{n + 3:02}/03/2026;{subject};Nguyễn Văn A;Các thôn;" for n, subject in enumerate(_SUBJECTS, 1) if subject]
    table = "\n".join(["Số, ký hiệu;Ngày tháng;Trích yếu;Người ký;Nơi nhận;Ghi chú", *lines])
    with notice_gen.open_register(path, create=True) as book:
        book.enter(table.encode(), "so.csv", co_quan="UBND xã Bình Điền")
        book.void(book.entries(so=4)[0], "In nhầm, lãnh đạo không ký")


def _mailing(tab: Any, home: str, folder: Path) -> None:
    """Take the mailing page with a table that has three slips."""
    (folder / "chung.toml").write_text(test_mailing.BASE, "utf-8")
    table = folder / "so-lieu-quy-4.xlsx"
    table.write_bytes(test_mailing.workbook(folder))
    tab.goto(f"{home}/hang-loat?tep=chung.toml")
    tab.locator("input[type=file]").set_input_files(table)
    tab.locator(".problems li.error").nth(2).wait_for()
    tab.get_by_text("Đang xem bảng …").wait_for(state="detached")
    _take(tab, "hang-loat")


def _take(tab: Any, name: str) -> None:
    tab.screenshot(path=PICTURES / f"{name}.png")
    sys.stdout.write(f"{name}.png: {(PICTURES / f'{name}.png').stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    sys.exit(main())
