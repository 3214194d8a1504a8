"""Figures in running text proposed as figures of the findings: named, used in the texts, checked where they add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping
from itertools import combinations, permutations
from typing import Any

from notice_gen import vietnamese
from notice_gen.errors import InputError
from notice_gen.expressions import Scope, show
from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG

_COUNTED = (
    "Điều", "khoản", "Khoản", "điểm", "Mục", "mục", "lục", "Chương", "số", "quý", "tháng", "ngày", "năm", "thứ", "lần", "đợt", "kỳ", "giờ",
)  # fmt: skip
_NOT_BEFORE = "".join(f"(?<!{word} )" for word in _COUNTED)
_WORD = f"[{CHU_IN}{CHU_THUONG}]+"
_FIGURE = re.compile(
    rf"{_NOT_BEFORE}(?<![\w/.,:*_-])(?P<figure>\d{{1,3}}(?:\.\d{{3}})+|\d+)(?![\w/.:-])(?!,\d)"
    rf"(?= (?!tháng|năm|giờ|ngày)(?P<noun>[{CHU_THUONG}]+(?: [{CHU_THUONG}]+)?))"
)
_SHARE = re.compile(r"(?<![\w,.])\d{1,3}(?:,\d{1,2})?%")
_BODY = ("mo_dau", "muc", "ket_thuc")
_MOST, _IN_A_LINE = 60, 6


def proposed(tree: dict[str, Any]) -> bool:
    """Put the figures of the running text of *tree* into ``so_lieu``, shares as expressions, sums as checks; tell whether there are any."""
    values: dict[str, int] = {}
    checks: list[dict[str, str]] = []
    for holder, key, n in _lines([tree[name] for name in _BODY if name in tree]):
        if len(values) < _MOST:
            holder[key][n] = _of_line(holder[key][n], values, checks)
    if not values:
        return False
    tree["so_lieu"] = values
    if checks:
        tree["kiem_tra"] = checks
    return True


def _lines(parts: Any) -> Iterator[tuple[MutableMapping[str, Any], str, int]]:
    """Yield where each line of running text stands: its table, its key, its number."""
    for part in parts:
        if isinstance(part, list):
            yield from _lines(part)
        elif isinstance(part, dict):
            yield from ((part, "noi_dung", n) for n in range(len(part.get("noi_dung", ()))))
            yield from _lines([part["muc"]] if "muc" in part else [])


def _of_line(text: str, values: dict[str, int], checks: list[dict[str, str]]) -> str:
    if "{{" in text:
        return text
    here: dict[str, int] = {}

    def named(found: re.Match[str]) -> str:
        value = int(found["figure"].replace(".", ""))
        if show(value) != found["figure"] or len(here) >= _IN_A_LINE:
            return found[0]
        name = _name(text[: found.start()], found["noun"], {**values, **here})
        here[name] = value
        return f"{{{{ {name} }}}}"

    typed = _FIGURE.sub(named, text)
    if not here:
        return text
    values |= here
    checks += _sums(here)
    return _SHARE.sub(lambda found: _share(found[0], here), typed)


def _name(before: str, noun: str, taken: Mapping[str, int]) -> str:
    """Return what a figure is called by the words around it: ``tiep_nhan_ho_so``."""
    verb = re.findall(_WORD, re.split(r"[.,;:()]", before)[-1])[-2:]
    words = vietnamese.slug(" ".join([*verb, noun])).replace("-", "_").strip("_") or "so"
    name = words if words[0].isalpha() else f"so_{words}"
    return name if name not in taken else next(f"{name}_{n}" for n in range(2, len(taken) + 3) if f"{name}_{n}" not in taken)


def _sums(here: Mapping[str, int]) -> Iterator[dict[str, str]]:
    """Yield a check where a figure of a line is the sum of all that follow it, or of two of them."""
    names = list(here)
    for n, whole in enumerate(names):
        following = names[n + 1 :]
        for parts in (following, *combinations(following, 2)):
            if len(parts) > 1 and all(here[name] for name in parts) and here[whole] == sum(here[name] for name in parts):
                yield {"dieu_kien": f"{whole} == {' + '.join(parts)}", "thong_bao": f"{whole} không bằng tổng các phần"}
                break


def _share(typed: str, here: Mapping[str, int]) -> str:
    """Return a percentage as the share of one figure of its line in another, where it is that."""
    scope = Scope(dict(here) | {"so_lieu": dict(here)})
    for part, whole in permutations(here, 2):
        code = f"{part} | ty_le({whole})"
        try:
            if here[part] <= here[whole] and scope.show(code) == typed:
                return f"{{{{ {code} }}}}"
        except InputError:
            continue
    return typed
