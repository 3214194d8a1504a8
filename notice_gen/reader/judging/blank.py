"""Blanks of a starter file that are still there when the paper has its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from notice_gen import blanks
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.model import OF_ONE_FORM, Notice, VanBan
from notice_gen.reader.judging.reads import reads
from notice_gen.records import names_of

_TABLES = ("co_quan", "ky", "ky_lien_tich", "ban_sao", *OF_ONE_FORM)
_OF_VAN_BAN = tuple(name for name in names_of(VanBan) if name != "so")
_WITH_CELLS = ("muc", "phu_luc", "van_ban_kem_theo")
_NAMES = frozenset({"ten", "dia_danh", "ho_ten", "chuc_vu"})
_MARKED = re.compile(r"[(\[<{…_]|\.\.")  # without any of these nothing is a blank


@reads("is_final", "mo_dau", *_TABLES, *_WITH_CELLS, *(f"van_ban.{name}" for name in _OF_VAN_BAN))
def left(notice: Notice, _: date) -> Iterator[Problem]:
    """A paper with a number has nothing left to be filled in, in a key of its own; in running text brackets may be meant."""
    if not notice.is_final:
        return
    tables: list[tuple[KeyPath, Any]] = [((key,), getattr(notice, key)) for key in _TABLES]
    tables += [(("van_ban", key), getattr(notice.van_ban, key)) for key in _OF_VAN_BAN]
    tables += [(("mo_dau", "tham_quyen"), notice.mo_dau.tham_quyen)] if notice.mo_dau else []
    yield from (_left(where, found) for path, value in tables for where, found in _blanks(value, path))
    yield from (_left(path, cell) for key in _WITH_CELLS for path, cell in _cells(getattr(notice, key), (key,)))


@reads("is_final", "don_vi", "so_lieu")
def left_in_figures(notice: Notice, _: date) -> Iterator[Problem]:
    """Nor have the figures, and what is said of the unit."""
    for table, said in (("don_vi", notice.don_vi), ("so_lieu", notice.so_lieu)) if notice.is_final else ():
        texts = [(key, value) for key, value in said.items() if isinstance(value, str)]
        for key, text in texts:
            if _MARKED.search(text) and (found := blanks.found(text)):
                yield _left((table, key), found, f"{key} = {_figure(text)}" if table == "so_lieu" else "")


def _cells(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield the cells of tables that are nothing but a blank, and the texts that are to say who somebody is."""
    if isinstance(value, str):
        if value and ("hang" in path or value == blanks.PERSON) and blanks.found(value) == value:
            yield path, value
    else:
        for step, child in _parts(value):
            if child:
                yield from _cells(child, (*path, step))


def _blanks(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield where a blank stands in a table, a list or a text, and what it is."""
    if isinstance(value, str):
        if _MARKED.search(value):
            key = next(step for step in reversed(path) if isinstance(step, str))
            if found := blanks.found(value, of_name=key in _NAMES):
                yield path, found
    else:
        for step, child in _parts(value):
            if child:
                yield from _blanks(child, (*path, step))


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, tuple):
        return enumerate(value)
    if names_of(value):
        fields: Mapping[str, Any] = value.__dict__
        return fields.items()  # a record's fields
    return value.items() if isinstance(value, Mapping) else ()


def _left(path: KeyPath, found: str, vi_du: str = "") -> Problem:
    from notice_gen.reader import keys

    message = N_("Còn chỗ chưa điền: “{found}”; văn bản đã có số thì phải điền đủ.")
    hint = N_("Gõ thay vào chỗ đó, ví dụ: {vi_du}. Còn là dự thảo thì bỏ dòng so.")
    key = path if isinstance(path[-1], str) else path[:-1]
    vi_du = vi_du or ("1250" if "hang" in path else keys.example(key))
    return Problem(message, hint, {"found": found, "vi_du": vi_du}, path, found)


def _figure(text: str) -> str:
    """Return what may be typed for a figure that is yet *text* with a blank: a number, a day, or another text, the name of a place."""
    word = text.strip("()[]<> ").lower()
    return "125" if word == blanks.FIGURE[1:-1] else "2026-03-05" if word == blanks.DAY[1:-1] else '"…"'
