"""The names that expressions may ask: figures, bare or of ``so_lieu``, and four groups of facts.  Said here once for all.

Texts, conditions and formulas see what ``compose`` gives them; ``--name`` of a mailing sees the same as printed; ``--only``, which
chooses before anything is composed, sees the groups as they are typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from notice_gen import vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.records import record

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_RESERVED = frozenset({"and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None", "loop", "self"})
GROUPS: Mapping[str, frozenset[str]] = {
    "co_quan": frozenset({"chu_quan", "ten", "viet_tat"}),
    "van_ban": frozenset(
        {"so", "ngay", "dia_danh", "ky_hieu", "so_ky_hieu", "trich_yeu", "loai", "ten_loai", "thoi_gian", "khan", "luu_hanh"}
    ),
    "don_vi": frozenset(),
    "so_lieu": frozenset(),
}
"""Groups an expression may ask (``don_vi.ten``), with the fixed names in them."""


@record
class Names:
    """The names known to the texts of one notice: its figures and the facts of its unit."""

    so_lieu: frozenset[str] = frozenset()
    don_vi: frozenset[str] = frozenset()

    def bare(self) -> frozenset[str]:
        """Return every name that may stand alone."""
        return self.so_lieu | GROUPS.keys()

    def within(self, group: str) -> frozenset[str]:
        """Return every name that may follow ``group.``."""
        return {"so_lieu": self.so_lieu, "don_vi": self.don_vi}.get(group, GROUPS.get(group, frozenset()))


def names_of(data: Mapping[str, Any]) -> Names:
    """Return the names that the texts of a findings file, its merged tree *data*, may use."""
    tables = [data.get(name) for name in ("so_lieu", "so_lieu_tinh", "don_vi")]
    so_lieu, tinh, don_vi = (frozenset(table if isinstance(table, Mapping) else ()) for table in tables)
    return Names(so_lieu | tinh, don_vi)


def seen(figures: Mapping[str, Any], groups: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return what expressions see: the figures by name, those worked out too, and the other groups as far as they are known."""
    return {**figures, **groups, "so_lieu": figures}


@lru_cache(maxsize=4096)
def fault_in_name(name: str) -> Problem | None:
    """Return what is wrong with *name* as the name of a figure, or None.

    >>> fault_in_name("tiep_nhan") is None, fault_in_name("tiếp nhận").values["goi_y"]
    (True, 'tiep_nhan')
    """
    if _NAME.fullmatch(name) and name not in _RESERVED and name not in GROUPS:
        return None
    proposal = vietnamese.slug(name).replace("-", "_")
    if not _NAME.fullmatch(proposal) or proposal in _RESERVED or proposal in GROUPS:
        proposal = f"so_{proposal}".rstrip("_")
    return Problem(
        N_("“{name}” không dùng làm tên được: tên chỉ gồm chữ không dấu, chữ số, dấu gạch dưới và không trùng từ dành riêng."),
        N_("Đổi thành: {goi_y}"), {"name": name, "goi_y": proposal}, found=name,
    )
