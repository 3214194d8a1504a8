"""What following costs: a finding in a mailing, the counts, the report; 3,321 communes of 20 findings each.

python -m benchmarks.follow            counts, workbook and report, as times of reading the register's lines alone
python -m benchmarks.follow --noting   a finding in a batch: reserve with findings against without, in one run
"""

from __future__ import annotations

import gc
import marshal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from notice_gen import register
from notice_gen.follow import counting, dashboard, model, reporting, states
from notice_gen.register import Request, khoa
from notice_gen.register.kien_nghi import reading
from notice_gen.vietnamese import don_vi

UNITS, FINDINGS = 3321, 20
TODAY = date(2026, 11, 30)
SAID = "của kết luận kiểm tra, dài như một câu thường gặp trong thông báo"
KINDS, FIELDS = ("ket-qua", "ton-tai", "yeu-cau", ""), ("Đất đai", "Chuyển đổi số", "Thủ tục hành chính", "Chỉ đạo, điều hành", "")


def kem(n: int, name: str, ma: str) -> bytes:
    found = tuple(
        (f"M-{k:02}", k + 1, f"M-{k:02}", KINDS[(n + k) % 4], FIELDS[(n * k) % 5], f"Nội dung thứ {k} {SAID}",
         "2026-11-16" if k % 4 == 2 else "")
        for k in range(FINDINGS)
    )  # fmt: skip
    figures = tuple((f"so_{k}", str(n * k % 997)) for k in range(6))
    return marshal.dumps([(name, ma, found, figures, ())])


def requests(*, following: bool) -> list[Request]:
    made = []
    for n, unit in enumerate(don_vi.tat_ca(TODAY)[:UNITS]):
        key = khoa("chung.toml", co_quan="UBND tỉnh", nam=2026, loai="TB", hang=unit.ma)
        made.append(Request(key, "UBND tỉnh", 2026, "TB", "TB-UBND", date(2026, 10, 15), f"Kết luận kiểm tra tại {unit.ten}", unit.ten,
                            kem=kem(n, unit.ten, unit.ma) if following else b""))  # fmt: skip
    return made


def timed(what: Callable[[], object]) -> float:
    start = time.process_time()
    what()
    return time.process_time() - start


def noting() -> None:
    plain, following = requests(following=False), requests(following=True)
    best = {}
    for name, several in (("without", plain), ("with", following)) * 3:
        with tempfile.TemporaryDirectory() as folder, register.connect(Path(folder) / "so.db") as book:
            best[name] = min(best.get(name, 1e9), timed(lambda book=book, several=several: register.reserve(book, several)))
    each = (best["with"] - best["without"]) / (UNITS * FINDINGS) * 1e6
    print(f"reserve of {UNITS}: {best['without']:.2f} s, with {UNITS * FINDINGS} findings {best['with']:.2f} s: "
          f"{each:.1f} µs a finding, its share of the figures too")


def counts() -> None:
    gc.disable()  # as the commands do
    with tempfile.TemporaryDirectory() as folder, register.connect(Path(folder) / "so.db") as book:
        entries = register.reserve(book, requests(following=True))
        register.issue(book, [(entry.khoa, "ab" * 32) for entry in entries])
        today = states.Today(TODAY)
        lines = timed(lambda: register.entries(book))
        start = time.process_time()
        noted = reading.noted(book)
        read = time.process_time() - start
        followed = model.counted(noted)
        counted = counting.stats(followed, today, labels={f"so_{k}": f"Số liệu {k}" for k in range(6)})
        stats = time.process_time() - start
        late = counting.overdue(followed.kien_nghi, today)
        text = reporting.findings(counted, late, today, {}, "Ủy ban nhân dân tỉnh")
        report = time.process_time() - start
        data = dashboard.workbook(counted, followed, today)
        book_too = time.process_time() - start - report
    print(f"{UNITS} lines alone {lines:.2f} s; read {read:.2f} s; stats {stats:.2f} s ({stats / lines:.1f} times)")
    print(f"report {report:.2f} s ({len(text) >> 10} kB); workbook {book_too:.2f} s more ({len(data) >> 10} kB)")


if __name__ == "__main__":
    noting() if "--noting" in sys.argv else counts()
