"""An inspection of many communes for tests: a common file with findings, rows, and what was noted of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path

from notice_gen import register
from notice_gen.cli import work
from notice_gen.follow import model
from notice_gen.register.kien_nghi import reading
from notice_gen.vietnamese import don_vi

BOOK = "so-van-ban.db"
TODAY = date(2026, 11, 30)

CHUNG = """\
phien_ban = 1
mau = "thong-bao"

[co_quan]
ten = ["Ủy ban nhân dân", "thành phố Huế"]
viet_tat = "UBND"

[van_ban]
so = "tu-dong"
ngay = 2026-10-15
dia_danh = "Huế"
trich_yeu = "Kết luận kiểm tra công tác cải cách hành chính năm 2026 tại Ủy ban nhân dân {{ don_vi.ten }}"

[so_lieu]
tiep_nhan = 100
qua_han = 3

[mo_dau]
noi_dung = "Ủy ban nhân dân thành phố thông báo kết luận kiểm tra như sau:"

[[muc]]
tieu_de = "Kết quả đạt được"
phat_hien = [
  { ma = "TTHC-01", loai = "ket-qua", linh_vuc = "Thủ tục hành chính", noi_dung = "Đã tiếp nhận {{ tiep_nhan }} hồ sơ" },
]

[[muc]]
tieu_de = "Tồn tại, hạn chế"
phat_hien = [
  { ma = "TTHC-02", loai = "ton-tai", linh_vuc = "Thủ tục hành chính", noi_dung = "Còn **{{ qua_han }}** hồ sơ quá hạn" },
  "Chưa công khai đầy đủ thủ tục hành chính",
]

[[muc]]
tieu_de = "Yêu cầu"
phat_hien = [
  { ma = "TTHC-03", loai = "yeu-cau", linh_vuc = "Thủ tục hành chính", han = 2026-10-30, noi_dung = "Xin lỗi người dân có hồ sơ quá hạn" },
  { ma = "CDS-01", loai = "yeu-cau", linh_vuc = "Chuyển đổi số", han = 2026-12-03, noi_dung = "Ký số toàn bộ văn bản đi" },
]

[noi_nhan]
gui = ["Ủy ban nhân dân {{ don_vi.ten }}"]
luu = "VT"

[ky]
quyen_han = ["TM. Ủy ban nhân dân"]
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"
"""
"""Five findings, of which one has no code; two have deadlines, one of them passed on :data:`TODAY`."""


def xa(count: int) -> list[tuple[str, int, int]]:
    """Rows for the first communes of Huế, with invented figures."""
    return [(unit.ma, 100 + 10 * n, n % 5) for n, unit in enumerate(don_vi.tat_ca(TODAY, "Huế")[:count], start=1)]


def put(rows: Iterable[Sequence[object]], *, base: str = CHUNG, out: str = "ra", chung: str = "chung.toml") -> list[str]:
    """Write the common file and the rows; return the command that makes notices of them."""
    Path(chung).write_text(base, "utf-8")
    with Path("so-lieu.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("don_vi.ma", "so_lieu.tiep_nhan", "so_lieu.qua_han"), *rows])
    return ["batch", chung, "--data", "so-lieu.csv", "-o", out, "--jobs", "1"]


def followed(where: str = BOOK) -> model.TheoDoi:
    """What counts in the register."""
    with register.connect(where, create=False) as book:
        return model.counted(reading.noted(book))


def at_work(monkeypatch, folder: Path, today: date = TODAY) -> None:
    """Work in *folder* on the day *today*."""
    monkeypatch.chdir(folder)
    on(monkeypatch, today)


def on(monkeypatch, day: date = TODAY) -> None:
    """Let it be *day*."""
    clock = type("Clock", (datetime,), {"now": classmethod(lambda _, tz=None: datetime.combine(day, time(8), tz))})
    monkeypatch.setattr(work, "datetime", clock)  # not its function: commands that are loaded have that already
