"""The screen: from a key to the painted page, from the start to a page one can use, the size of what is loaded.

Needs chromium and the extra ``[web]``.  The key's time is held against that of making the notice alone, measured in the same run; beside it
stands how much the page and the server compute for a key, which a machine busy with other work changes less.
"""

from __future__ import annotations

import gzip
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import notice_gen
from tests.web import browser
from tests.web.lengths import notice
from tests.web.started import screen

ROOT = Path(__file__).parents[1]
KEYS = 80
PAUSE = 150  # ms between two keys: nobody types faster
_WATCH = """() => {
  window.keys = []; window.painted = []; window.longest = 0;
  document.addEventListener("keydown", (event) => window.keys.push(event.timeStamp), true);
  const painted = () => window.painted.push(performance.now());
  document.addEventListener("notice-gen-painted", () => requestAnimationFrame(() => setTimeout(painted)));
  const watch = (list) => { window.longest = Math.max(window.longest, ...list.getEntries().map((one) => one.duration)); };
  new PerformanceObserver(watch).observe({ type: "longtask" });
}"""


def main() -> None:
    """Measure the screen; print what it takes."""
    with tempfile.TemporaryDirectory() as temporary, browser.chromium() as chrome:
        folder = Path(temporary) / "vb"
        folder.mkdir()
        texts = {"example": (ROOT / "examples" / "findings.toml").read_text("utf-8"), "ten-pages": notice(40)}
        for name, text in texts.items():
            (folder / f"{name}.toml").write_text(text, "utf-8")
        start = time.perf_counter()
        with screen(folder, Path(temporary) / "state") as one:
            tab = chrome.new_page(viewport={"width": 1366, "height": 768})
            tab.goto(one.address)
            tab.wait_for_selector(".pages .sheet")
            print(f"start to usable page {time.perf_counter() - start:8.2f} s")
            for name, text in texts.items():
                tab.goto(f"http://127.0.0.1:{one.port}/soan?tep={name}.toml")
                tab.wait_for_selector(".pages .sheet")
                _type(tab, name, text, one.process.pid)
    print(f"bundle               {_size() // 1024:8} KB gzipped")


def _type(tab: Any, name: str, text: str, server: int) -> None:
    """Type in the subject; print how long a key takes to be on the page."""
    pages = tab.locator(".pages .sheet").count()
    _put_caret(tab)
    tab.evaluate(_WATCH)
    page = tab.context.new_cdp_session(tab)
    page.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _computed(page), _used(server)
    for n in range(KEYS):
        tab.keyboard.type("a" if n % 6 else " ")
        tab.wait_for_timeout(PAUSE)
    tab.wait_for_timeout(6000)
    after = _computed(page), _used(server)
    keys, painted = tab.evaluate("window.keys"), tab.evaluate("window.painted")
    waits = sorted(next((paint for paint in painted if paint > key), float("inf")) - key for key in keys)
    made = min(_timed(text) for _ in range(20))
    p50, p95 = statistics.median(waits), waits[int(len(waits) * 0.95)]
    said = f"{name:12} {pages:3} pages: key to page p50 {p50:6.1f} ms, p95 {p95:6.1f} ms ({p95 / made:.1f} x making the notice)"
    print(f"{said}; longest task {tab.evaluate('window.longest'):.0f} ms")
    of_page, of_server = ((now - then) / max(len(painted), 1) for now, then in zip(after, before, strict=True))
    print(f"{'':12} computed for a painted page: page {of_page:5.1f} ms, server {of_server:5.1f} ms (what is asked afterwards with it)")


def _put_caret(tab: Any) -> None:
    """Put the caret into the subject, before its closing quote."""
    tab.locator(".cm-content").focus()
    tab.keyboard.press("Control+Home")
    tab.locator(".cm-line", has_text="trich_yeu = ").click()
    tab.keyboard.press("End")
    tab.keyboard.press("ArrowLeft")
    tab.wait_for_timeout(1500)


def _computed(page: Any) -> float:
    """Return what the page's main thread has computed, ms."""
    metrics = {one["name"]: one["value"] for one in page.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1000


def _used(process: int) -> float:
    """Return what a process has computed, ms; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _timed(text: str) -> float:
    start = time.perf_counter()
    notice_gen.make(text.encode())
    return (time.perf_counter() - start) * 1000


def _size() -> int:
    static = ROOT / "notice_gen" / "web" / "static"
    return sum(len(gzip.compress(path.read_bytes())) for path in static.iterdir() if path.suffix in {".js", ".css"})


if __name__ == "__main__":
    main()
