"""What stands between rows that are each good: one unit twice, one name for two files, one number on two notices."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable
from typing import TypeVar

from notice_gen.errors import N_, Problem

K = TypeVar("K", bound=Hashable)


def twins(keys: Iterable[tuple[int, K]]) -> dict[int, int]:
    """Return for each index whose key another has too, the first other one.

    >>> twins([(0, "a"), (1, "b"), (2, "a"), (3, "a")])
    {0: 2, 2: 0, 3: 0}
    """
    every = list(keys)
    if len({key for _, key in every}) == len(every):
        return {}
    by_key: dict[K, list[int]] = {}
    for index, key in every:
        by_key.setdefault(key, []).append(index)
    several = [indices for indices in by_key.values() if len(indices) > 1]
    return {index: indices[0] if index != indices[0] else indices[1] for indices in several for index in indices}


def folded(name: str) -> str:
    """Return by what Windows and macOS take two file names for one."""
    return unicodedata.normalize("NFC", name).casefold()


def same_unit(unit: str, other: str) -> Problem:
    """Return why a row is refused whose unit stands in another row too."""
    return Problem(
        N_("Đơn vị “{don_vi}” có hai hàng: hàng này và {noi_kia}."),
        N_("Mỗi đơn vị một hàng: xóa hàng thừa, hoặc sửa mã, tên đơn vị cho đúng."),
        {"don_vi": unit, "noi_kia": other},
    )


def same_name(name: str, other: str) -> Problem:
    """Return why a notice is refused whose file would be called as another's."""
    return Problem(
        N_("Tên tệp “{tep}” trùng với tên tệp của {noi_kia}."),
        N_("Thêm vào --name phần khác nhau giữa các hàng, ví dụ --name \"{{{{ don_vi.ma }}}}-{{{{ don_vi.ten | slug }}}}\"."),
        {"tep": name, "noi_kia": other},
    )


def same_number(label: str, other: str) -> Problem:
    """Return why a notice is refused whose number another bears too."""
    return Problem(
        N_("Số {so} cũng ghi ở {noi_kia}; mỗi số chỉ cho một văn bản (Điều 15)."),
        N_("Sửa số ở một trong hai chỗ, hoặc ghi so = \"tu-dong\" để lấy số từ sổ."),
        {"so": label, "noi_kia": other},
    )


def others_notice(name: str, so: int) -> Problem:
    """Return why a notice is not written that would replace one with another number."""
    return Problem(
        N_("“{tep}” là văn bản số {so} đã in, không phải văn bản này; không ghi đè."),
        N_("Ghi vào thư mục khác bằng -o, hoặc đặt tên có số bằng --name \"{{{{ van_ban.so }}}}-{{{{ don_vi.ten | slug }}}}\"."),
        {"tep": name, "so": so},
    )


def others_file(name: str, key: str) -> Problem:
    """Return why a notice is refused whose file would replace that of a row which is not in this run."""
    return Problem(
        N_("Tên tệp “{tep}” là của văn bản khác đã in lần trước ({khoa})."),
        N_("Đặt tên khác bằng --name, hoặc ghi vào thư mục khác bằng -o."),
        {"tep": name, "khoa": key},
    )
