"""A real browser for the tests: Debian's chromium, driven by playwright; skipped, with the reason, where either is missing."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def needed() -> pytest.MarkDecorator:
    """Return the mark of tests that need the browser."""
    with contextlib.suppress(ImportError):
        import playwright  # noqa: F401

        return pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed")
    return pytest.mark.skip(reason="playwright is not installed")


@contextlib.contextmanager
def chromium() -> Iterator[Any]:
    """Start the browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=PROGRAM, args=OPTIONS)
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def page(browser: Any, address: str, *, wide: int = 1366, high: int = 768, bypass: bool = False) -> Iterator[Any]:
    """Open an address on the office's PC; whatever the page complains of fails the test.  *bypass*: the page's policy, for what playwright runs."""
    context = browser.new_context(viewport={"width": wide, "height": high}, bypass_csp=bypass)
    opened, wrong = context.new_page(), []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" and "409" not in said.text and "422" not in said.text else None)
    try:
        opened.goto(address)
        yield opened
        assert wrong == [], wrong
    finally:
        context.close()


def go(page: Any, name: str, *, by_keyboard: bool = False) -> None:
    """Open one of the screen's pages from the list at its top; a link of the same name may stand on the page that is left."""
    link = page.get_by_role("navigation", name="Các trang").get_by_role("link", name=name, exact=True)
    if by_keyboard:
        link.focus()
        page.keyboard.press("Enter")
    else:
        link.click()
