"""Values of the sample that are still in a paper begun from it: told at their own keys, never in running text.

A paper is begun from the sample when it bears the sample's remark, or many of its values; its work has begun when its subject,
or two other things that it says, are its own.  Until then the file is the sample, with or without an office's name.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.model import OF_ONE_FORM
from notice_gen.reader import source
from notice_gen.reader.layers import Layer, within
from notice_gen.records import remembered

_REMARK = "Nội dung dưới đây là ví dụ"
_MANY = 4
_SUBJECT = ("van_ban", "trich_yeu")
_WHO = frozenset({("co_quan", "ten"), ("co_quan", "chu_quan"), ("van_ban", "dia_danh"), ("ky", "ho_ten"), ("mo_dau", "tham_quyen")})
_TABLES = frozenset({"don_vi", "so_lieu", *OF_ONE_FORM})
_OF_THE_OFFICE = frozenset(
    {"phien_ban", "mau", "co_quan", "ky", "noi_nhan", "kiem_tra", "dinh_dang", "the_thuc", "so_van_ban", "nguoi_ky", "cot", "dac_ta"}
)
_NUMBERS = frozenset({("van_ban", "so"), ("van_ban", "ngay"), ("van_ban", "dia_danh"), ("mo_dau", "tham_quyen")})
_BLANK = "(ghi "
_COMMUNE = re.compile(r"(?:Ủy ban nhân dân |UBND |Hội đồng nhân dân )?\bxã(?: A)?\b")
_NAMES = frozenset({"ho_ten", "chuc_vu", "ten", "chu_tri", "nguoi_dien"})
_DIGIT = 10
_FEW = 2
_UNREAL = re.compile(r"\b[A-Z]\b|\d{4}")
"""A name such as nobody bears, "xã A", or a year: what is the sample's own, where the rest may be any paper's."""


def left_of_sample(layers: Sequence[Layer], sample: str) -> list[Problem]:
    """Return a warning for each value of the *sample*'s text that is still in the findings file of *layers*, but for what a row says."""
    own = layers[-1]
    common = own if not own.where else next((layer for layer in reversed(layers) if layer.text and not layer.root), None)
    left = _left(common, sample) if common and sample else ()
    return [problem for problem in left if common is own or within(own.data, problem.path, numbered=True) != problem.path]


@remembered(16)  # the rows of a mailing share it
def _left(layer: Layer, sample: str) -> tuple[Problem, ...]:
    if not any(sign in layer.text for sign in (_REMARK, "xã A")):
        return ()
    theirs, own = _values(sample), dict(_leaves(layer.data, ()))
    same = [path for path, value in own.items() if theirs.get(path) == value and _is_told(path, value)]
    if not same or (_REMARK not in layer.text and len(same) < _MANY):
        return ()
    if not _is_begun(own, theirs):
        return ()
    figures = [path for path in same if path[0] == "so_lieu"]
    if len(figures) == 1 and isinstance(own[figures[0]], int) and abs(own[figures[0]]) < _DIGIT:
        same.remove(figures[0])  # one small number alike is chance
    return tuple(_problem(path, own[path]) for path in same)


def _is_begun(own: Mapping[KeyPath, Any], theirs: Mapping[KeyPath, Any]) -> bool:
    said = {path: value for path, value in own.items() if path[0] not in _OF_THE_OFFICE and path not in _NUMBERS}
    said = {path: value for path, value in said.items() if path[0] not in OF_ONE_FORM or path[-1] not in _NAMES}
    changed = [path for path, value in said.items() if not _alike(theirs.get(path), value)]
    return _SUBJECT in changed or len(changed) >= _FEW


@lru_cache(maxsize=64)
def _values(sample: str) -> Mapping[KeyPath, Any]:
    return dict(_leaves(source.loads(sample), ()))


def _leaves(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Yield the values of a tree and their paths, a list of texts as one; the figures that texts name are told at theirs."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _leaves(child, (*path, key))
    elif isinstance(value, list) and not all(isinstance(item, str) for item in value):
        for n, child in enumerate(value):
            yield from _leaves(child, (*path, n))
    else:
        yield path, " ".join(" ".join(value if isinstance(value, list) else [value]).split()) if isinstance(value, list | str) else value


def _is_told(path: KeyPath, value: Any) -> bool:
    if path in _WHO or path == _SUBJECT or path[0] in {"don_vi", "so_lieu"}:
        return True
    of_form = path[0] in _TABLES or path == ("van_ban", "kinh_gui")
    return of_form and (isinstance(value, dt.date) or (isinstance(value, str) and bool(_UNREAL.search(value))))


def _alike(theirs: Any, own: Any) -> bool:
    """Tell whether *own* is the sample's value, or that with the name of another commune in it, or a blank."""
    if theirs == own or not isinstance(own, str):
        return bool(theirs == own)
    if _BLANK in own:
        return True
    return isinstance(theirs, str) and bool(re.fullmatch(".{1,60}?".join(map(re.escape, _COMMUNE.split(theirs))), own))


def _problem(path: KeyPath, value: Any) -> Problem:
    message = N_("“{khoa}” vẫn là giá trị của tệp mẫu: {gia_tri}.")
    hint = N_("Ghi giá trị của văn bản này; đúng là như vậy thì để nguyên.")
    khoa = ".".join(step for step in path if isinstance(step, str))
    return Problem(message, hint, {"khoa": khoa, "gia_tri": source.shorten(str(value))}, path, level="warning", code="gia_tri_cua_tep_mau")
