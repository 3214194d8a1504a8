"""The register of outgoing documents: one number, once (Nghị định 30/2020/NĐ-CP, Điều 15; Phụ lục IV, mục I).

Reserve, write the file, issue; a number that is not to be used is void, with a reason, and never comes back:

>>> import tempfile
>>> folder = tempfile.TemporaryDirectory()
>>> key = khoa("a.toml", co_quan="UBND xã A", nam=2026, loai="TB")
>>> with connect(f"{folder.name}/so-van-ban.db") as register:
...     [entry] = reserve(register, [Request(key, "UBND xã A", 2026, "TB", "TB-UBND", trich_yeu="Nghỉ lễ")])
...     issue(register, [(key, "5e" * 32)])
...     (entry.so_ky_hieu, entry.trang_thai, entries(register)[0].trang_thai)
('01/TB-UBND', 'giữ chỗ', 'đã cấp')
>>> folder.cleanup()

The only room that knows databases, by their drivers alone: an object mapper took longer to load than a paper to print.
"""

from __future__ import annotations

from notice_gen.errors import RegisterError
from notice_gen.register.audit import findings
from notice_gen.register.book import Issue, counters, entries, heads, issue, preview, reserve, void
from notice_gen.register.entry import CHUNG, CONG_VAN, DA_CAP, GIU_CHO, HUY, SO_GIAY, DaySo, Entry, Request, TrangThai

# isort: split
from notice_gen.register.entry import hang_of, khoa, request_of, series_of, ten_chuan, ten_tep
from notice_gen.register.failures import absent, already
from notice_gen.register.journal import Head
from notice_gen.register.plan import NumberRefusedError
from notice_gen.register.refusals import as_printed, renamed
from notice_gen.register.store import Register, connect, integrity

__all__ = [
    "CHUNG", "CONG_VAN", "DA_CAP", "GIU_CHO", "HUY", "SO_GIAY", "DaySo", "Entry", "Head", "Issue", "NumberRefusedError", "Register",
    "RegisterError", "Request", "TrangThai", "absent", "already", "as_printed", "connect", "counters", "entries", "findings", "hang_of",
    "heads", "integrity", "issue", "khoa", "preview", "renamed", "request_of", "reserve", "series_of", "ten_chuan", "ten_tep", "void",
]  # fmt: skip
