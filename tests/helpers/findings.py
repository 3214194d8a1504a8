"""A small good findings file, to spoil in one place at a time."""

from __future__ import annotations

from datetime import date

from notice_gen import reader, templates
from notice_gen.errors import InputError, Problem

GOOD = '''phien_ban = 1
mau = "thong-bao"

[co_quan]
ten = ["Ủy ban nhân dân", "xã Bình Điền"]
viet_tat = "UBND"

[don_vi]
ten = "thôn Một"

[van_ban]
so = 12
ngay = 2024-06-12
dia_danh = "Bình Điền"
trich_yeu = "Kết luận kiểm tra tại {{ don_vi.ten }}"

[so_lieu]
tiep_nhan = 322
han_nop = 2024-06-28

[[kiem_tra]]
dieu_kien = "tiep_nhan == 322"
thong_bao = "Không khớp"

[mo_dau]
noi_dung = """
Căn cứ Biên bản kiểm tra;
Thông báo như sau:
"""

[[muc]]
tieu_de = "Kết quả"
phat_hien = [
  "Đã tiếp nhận {{ tiep_nhan }} hồ sơ.",
  { ma = "A-01", noi_dung = "Đã công khai." },
]

[noi_nhan]
gui = ["Thôn Một", "Thôn Hai"]
luu = "VT"

[ky]
quyen_han = ["TM. Ủy ban nhân dân"]
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"
'''


def spoilt(old: str, new: str) -> str:
    """GOOD with its first *old* replaced by *new*."""
    return changed(GOOD, (old, new))


def sample(mau: str, *changes: tuple[str, str]) -> str:
    """The sample of a type of document, with *changes* made."""
    return changed(templates.sample(mau), *changes)


def changed(text: str, *changes: tuple[str, str]) -> str:
    """*text* with the first of each old replaced by its new."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def faults(text: str | bytes) -> tuple[Problem, ...]:
    """What the reader says against *text*; nothing when it takes it."""
    data = text if isinstance(text, bytes) else text.encode()
    try:
        reader.read([reader.parse(data, file="tep.toml")], None, date(2026, 11, 23))
    except InputError as error:
        return error.problems
    return ()
