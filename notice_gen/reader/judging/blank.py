"""Blanks of a starter file that are still there when the paper has its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from typing import Any

from notice_gen import blanks
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.model import OF_ONE_FORM, Notice
from notice_gen.records import remembered

_TABLES = ("co_quan", "van_ban", "ky", "ky_lien_tich", "ban_sao", *OF_ONE_FORM)
_WITH_CELLS = ("muc", "phu_luc", "van_ban_kem_theo")
_NAMES = frozenset({"ten", "dia_danh", "ho_ten", "chuc_vu"})
_MARKED = re.compile(r"[(\[<{…_]|\.\.")  # without any of these nothing is a blank
_MOST = 64  # sets of parts that are remembered: a mailing has one
_LETTER = "thu-cong"  # has no number, is done when it has its date


def left(notice: Notice, _: date) -> Iterator[Problem]:
    """A paper with a number has nothing left to be filled in, in a key of its own; in running text brackets may be meant."""
    van_ban = notice.van_ban
    if van_ban.so is None and not (notice.mau == _LETTER and van_ban.ngay):
        return
    for table in _TABLES:
        if value := getattr(notice, table):
            yield from _of_table(value, table)
    if notice.mo_dau and notice.mo_dau.tham_quyen:
        yield from _of_table(notice.mo_dau.tham_quyen, "mo_dau", "tham_quyen")
    yield from _of_cells(*(getattr(notice, key) for key in _WITH_CELLS))
    for table in ("don_vi", "so_lieu"):
        for key, value in getattr(notice, table).items():
            if isinstance(value, str) and (found := blanks.found(value)):
                yield _left((table, key), found)


@remembered(_MOST, same=1)
def _of_table(value: Any, *path: str) -> tuple[Problem, ...]:
    return tuple([_left(where, found) for where, found in _blanks(value, path)])


@remembered(_MOST)
def _of_cells(*parts: Any) -> tuple[Problem, ...]:
    return tuple(_left(path, cell) for key, value in zip(_WITH_CELLS, parts, strict=True) for path, cell in _cells(value, (key,)))


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
    if is_dataclass(value):
        return value.__dict__.items()  # a record's fields
    return value.items() if isinstance(value, Mapping) else ()


def _left(path: KeyPath, found: str) -> Problem:
    from notice_gen.reader import keys

    message = N_("Còn chỗ chưa điền: “{found}”; văn bản đã có số thì phải điền đủ.")
    hint = N_("Gõ thay vào chỗ đó, ví dụ: {vi_du}. Còn là dự thảo thì bỏ dòng so.")
    key = path if isinstance(path[-1], str) else path[:-1]
    vi_du = f"{path[-1]} = 125" if path[0] == "so_lieu" else "1250" if "hang" in path else keys.example(key)
    return Problem(message, hint, {"found": found, "vi_du": vi_du}, path, found)
