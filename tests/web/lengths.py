"""Notices of forty lengths, each another mixture of paragraphs, headings, lists and tables: the same every time, and as many mixtures as wanted."""

from __future__ import annotations

import random

_TEXT = """
thực hiện kế hoạch cải cách hành chính năm 2026 các cơ quan đơn vị đã tổ chức rà soát đánh giá kết quả giải quyết hồ sơ của tổ chức và cá nhân
tại bộ phận tiếp nhận bảo đảm đúng thời hạn công khai minh bạch thuận tiện đồng thời chấn chỉnh những tồn tại hạn chế trong công tác phối hợp
giữa các phòng chuyên môn với thôn tổ dân phố nâng cao trách nhiệm người đứng đầu tăng cường tuyên truyền hướng dẫn người dân sử dụng dịch vụ công
"""
_WORDS = _TEXT.split()
_HEAD = """phien_ban = 1
mau = "thong-bao"
[co_quan]
ten = ["Ủy ban nhân dân", "xã Bình Điền"]
viet_tat = "UBND"
[van_ban]
so = {number}
ngay = 2026-03-05
dia_danh = "Bình Điền"
trich_yeu = "Kết quả rà soát công tác cải cách hành chính"
[mo_dau]
noi_dung = "Ủy ban nhân dân xã Bình Điền thông báo kết quả rà soát như sau:"
"""
_FOOT = """
[ket_thuc]
noi_dung = "Ủy ban nhân dân xã Bình Điền thông báo để các đơn vị biết, thực hiện"
[noi_nhan]
gui = ["Các phòng thuộc xã", "Các thôn", "Trạm Y tế xã"]
luu = "VT"
[ky]
quyen_han = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]
chuc_vu = "Phó Chủ tịch"
ho_ten = "Nguyễn Văn A"
"""


def _sentence(chance: random.Random, most: int) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(6, most))]
    return " ".join(words).capitalize() + "."


def _table(chance: random.Random) -> str:
    rows = ",\n".join(f'  ["{n}", "{_sentence(chance, 12)[:-1]}", {chance.randint(1, 900)}]' for n in range(1, chance.randint(4, 30)))
    return f'[muc.bang]\ncot = ["TT", "Nội dung", "Số lượng"]\nhang = [\n{rows}\n]\n'


def notice(number: int, mixture: int = 0) -> str:
    """Return the text of one of the forty, by its number from 1; the higher, the longer, the last about 10 pages.  *mixture*: others of the lengths."""
    chance = random.Random(number + mixture)  # noqa: S311 - always the same
    out = [_HEAD.format(number=number)]
    for _ in range(1 + number // 3):
        out.append(f'[[muc]]\ntieu_de = "{_sentence(chance, 9)[:-1]}"\n')
        texts = [_sentence(chance, 90) for _ in range(chance.randint(1, 5))]
        out.append(f'noi_dung = """\n{chr(10).join(texts)}\n"""\n')
        if chance.random() < 0.4:
            findings = ", ".join(f'"{_sentence(chance, 40)}"' for _ in range(chance.randint(2, 5)))
            out.append(f"phat_hien = [{findings}]\n")
        if chance.random() < 0.3:
            out.append(_table(chance))
    return "".join(out) + _FOOT
