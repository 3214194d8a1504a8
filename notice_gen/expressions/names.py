"""The names that expressions may ask: figures, bare or of ``so_lieu``, and four groups of facts.  Said here once for all.

Texts, conditions and formulas see what ``compose`` gives them; ``--name`` of a mailing sees the same as printed; ``--only``, which
chooses before anything is composed, sees the groups as they are typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notice_gen.records import record

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
