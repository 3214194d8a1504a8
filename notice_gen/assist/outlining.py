"""The parts of a text as a tree: tables, sections with their items, grids, figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notice_gen.assist.desk import look, shown, spots
from notice_gen.assist.records import Desk, Key, Symbol, span
from notice_gen.reader import source, value_at
from notice_gen.reader.places import Spot

_MOST = 5_000
_ITEMS = frozenset({"phat_hien", "phu", "can_cu", "gui", "kinh_gui", "noi_dung", "thanh_phan", "dien_toi", "kinh_moi"})
_NAMED_BY = ("tieu_de", "ten", "ma", "trich_yeu", "ho_ten", "dieu_kien", "noi_dung")


def outline(text: str, desk: Desk) -> tuple[Symbol, ...]:
    """Return the parts of *text* that can be read, in its order."""
    text = shown(text)
    if len(text) > source.LARGEST:
        return ()
    known = spots(text, desk).spots
    there = [(path, spot) for path, spot in known.items() if (*path, 0) not in known and _is_part(path, spot)][:_MOST]
    data = look(text, desk).layers[-1].data if look(text, desk).layers else {}
    return _tree(sorted(there, key=lambda one: (one[1].key[0], len(one[0]))), text, data)


def _is_part(path: Key, spot: Spot) -> bool:
    names = [step for step in path if isinstance(step, str)]
    if spot.is_table:
        return True
    if names[0] in ("so_lieu", "so_lieu_tinh") and len(path) > 1:
        return True
    if names[-1] == "bang" and (isinstance(path[-1], str) or len(path) > 1):
        return True
    return isinstance(path[-1], int) and names[-1] in _ITEMS


def _tree(parts: list[tuple[Key, Spot]], text: str, data: Any) -> tuple[Symbol, ...]:
    """Return the symbols of *parts*, in order: each holds those whose path begins with its own."""
    found: list[Symbol] = []
    while parts:
        (path, spot), *rest = parts
        inner = [one for one in rest if one[0][: len(path)] == path]
        parts = [one for one in rest if one[0][: len(path)] != path]
        end = max([spot.value[1], *(one.value[1] for _, one in inner)])
        whole = span(text, min(spot.key[0], spot.value[0]), len(text[:end].rstrip()))
        head = span(text, *spot.key)
        found.append(Symbol(_name(path, spot, text, data), _kind(path), path, whole, head, _tree(inner, text, data)))
    return tuple(found)


def _kind(path: Key) -> Any:
    names = [step for step in path if isinstance(step, str)]
    if names[0] in ("so_lieu", "so_lieu_tinh") and len(path) > 1:
        return "figure"
    if names[-1] == "bang":
        return "grid"
    if names[-1] in ("muc", "phu_luc", "van_ban_kem_theo"):
        return "section"
    return "item" if names[-1] in _ITEMS else "table"


def _name(path: Key, spot: Spot, text: str, data: Any) -> str:
    value = value_at(data, path)
    if isinstance(value, Mapping):
        named_by = ("noi_dung", *_NAMED_BY) if path[-2:-1] == ("phat_hien",) else _NAMED_BY
        said = next((_first(value[key]) for key in named_by if value.get(key)), "")
        header = text[slice(*spot.key)] if spot.is_table else ""
        return source.shorten(f"{header} {said}".strip()) if len(path) > 1 else header or str(path[-1])
    if isinstance(path[-1], str):
        return f"{path[-1]} = {source.shorten(text[slice(*spot.value)])}"
    return source.shorten(str(value) if isinstance(value, str) else text[slice(*spot.value)])


def _first(value: Any) -> str:
    return str(value[0] if isinstance(value, list) and value else value).strip().split("\n")[0]
