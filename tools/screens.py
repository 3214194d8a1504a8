"""Take the pictures of ``docs/man-hinh.md``: the screen at work on two examples, as a clerk sees it.

Usage:
    python -m tools.screens

Needs chromium and the extra ``[web]``.  Writes ``docs/man-hinh/<page>.png``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.web import browser, test_mailing
from tests.web.started import screen

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "man-hinh"
_SCALE = 0.7


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
            for path, name in (("moi", "moi"), ("thiet-lap", "thiet-lap")):
                tab.goto(f"{home}/{path}")
                tab.wait_for_timeout(1500)
                _take(tab, name)
            _mailing(tab, home, folder)
    return 0


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
