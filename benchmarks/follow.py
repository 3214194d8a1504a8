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

from notice_gen import issue, register
from notice_gen.follow import counting, dashboard, model, reporting, states
from notice_gen.records import replace
from notice_gen.register import Request, khoa, taking
from notice_gen.register.kien_nghi import reading
from notice_gen.vietnamese import don_vi

UNITS, FINDINGS = 3321, 20
TODAY = date(2026, 11, 30)
SAID = "của kết luận kiểm tra, dài như một câu thường gặp trong thông báo"
KINDS, FIELDS = ("ket-qua", "ton-tai", "yeu-cau", ""), ("Đất đai", "Chuyển đổi số", "Thủ tục hành chính", "Chỉ đạo, điều hành", "")


PAPER = """\
phien_ban = 1
mau = "thong-bao"
co_quan = { ten = ["Ủy ban nhân dân", "tỉnh Lâm Đồng"], viet_tat = "UBND" }
van_ban = { ngay = 2026-11-01, dia_danh = "Lâm Đồng", trich_yeu = "Kết luận kiểm tra" }
so_lieu = { n = 0 }
mo_dau = { noi_dung = "Ủy ban nhân dân tỉnh thông báo như sau:" }
muc = [{ tieu_de = "Kết luận", phat_hien = [
(findings)
] }]
noi_nhan = { gui = ["Các xã, phường"], luu = "VT" }
ky = { quyen_han = ["TM. Ủy ban nhân dân"], chuc_vu = "Chủ tịch", ho_ten = "Nguyễn Văn A" }
"""


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
    print(f"before it, in the workers, {taken():.1f} µs a finding, half of them with an expression")


def taken() -> float:
    """Return what it costs to take a finding out of a paper of a mailing, in µs: the papers share their findings, not their figures."""
    texts = [f"{SAID} {'{{ n }} hồ sơ' if k % 2 else k}" for k in range(FINDINGS)]
    rest = 'loai = "yeu-cau", linh_vuc = "Đất đai", han = 2026-11-16'
    found = "\n".join(f'{{ ma = "M-{k:02}", {rest}, noi_dung = "{text}" }},' for k, text in enumerate(texts))
    text = PAPER.replace("(findings)", found)
    made = [issue.issue(text.replace("n = 0", f"n = {n}").encode(), file="chung.toml", folder=Path(), today=TODAY) for n in range(40)]
    papers = [(replace(one.notice, muc=made[0].notice.muc, phu_luc=made[0].notice.phu_luc), one.context.page) for one in made]
    best = min(timed(lambda: [taking.taken(*paper) for paper in papers * 20]) for _ in range(5))
    return best / (20 * len(papers) * FINDINGS) * 1e6


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
