"""An expression that cannot be used → the one that was meant: names spelt as they are, a filter behind its bar, signs of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable

from notice_gen import vietnamese
from notice_gen.expressions.names import GROUPS, Names

_SIGNS = ((" x ", " * "), ("×", "*"), ("÷", "/"), (" : ", " / "), ("≥", ">="), ("≤", "<="), ("≠", "!="))
_RUN = r"[^\W\d]\w*(?:[ -]+[^\W\d]\w*)*"
"""Words as people type a name: don vi, tiếp nhận, tiep-nhan."""
_NAMES = rf"(?P<bar>\|\s*)?(?P<first>{_RUN})(?:\s*\.\s*(?P<then>{_RUN}))?"
_CALL = r"([^\W\d][\w ]*)\(\s*([^(),|]+?)\s*(?:,\s*([^()]+?)\s*)?\)"
_WORDS = frozenset({"and", "or", "not", "in", "if", "else", "true", "false"})
_NEAR = 0.8


def meant(code: str, names: Names) -> str:
    """Return *code* with its names spelt as *names* and the filters are; whether that can be used is not looked at.

    >>> meant("đơn vị.tên", Names(don_vi=frozenset({"ten"}))), meant("ty_le(a, b)", Names(frozenset({"a", "b"})))
    ('don_vi.ten', 'a | ty_le(b)')
    """
    for typed, sign in _SIGNS:
        code = code.replace(typed, sign)
    code = re.sub(r"(?<![=!<>])=(?!=)", "==", code)
    if (call := re.fullmatch(_CALL, code)) and (name := _one_of(call[1], vietnamese.FILTERS)):
        code = f"{call[2]} | {name}" + (f"({call[3]})" if call[3] else "")
    quoted = re.split(r"(\"[^\"]*\"|'[^']*')", code)  # what stands in quotes is text
    return "".join(part if n % 2 else re.sub(_NAMES, lambda m: _spelt(m, names), part) for n, part in enumerate(quoted))


def _spelt(match: re.Match[str], names: Names) -> str:
    bar, first, then = match["bar"] or "", match["first"], match["then"]
    if bar:
        return bar + (_one_of(first, vietnamese.FILTERS) or first) + (f".{then}" if then else "")
    if then:
        group = _one_of(first, GROUPS)
        return f"{group}.{_one_of(then, names.within(group)) or then}" if group else match[0]
    return _bare(first, names) or match[0]


def _bare(typed: str, names: Names) -> str:
    """Return the figure, or the fact of a group, that is called so; empty for none."""
    if typed in names.so_lieu or _WORDS.intersection(typed.split()):
        return ""
    plain = _plain(typed)
    if plain in names.so_lieu:
        return plain
    if typed == plain and typed not in GROUPS:  # spelt as a name is: more likely one that is missing
        return next((name for name in names.so_lieu if name.replace("_", "") == plain.replace("_", "")), "") or _fact(plain, names)
    near = _one_of(typed, names.so_lieu | GROUPS.keys())
    if near in GROUPS:
        return f"{near}.ten" if "ten" in names.within(near) else ""
    return near or _fact(plain, names)


def _fact(plain: str, names: Names) -> str:
    """Return the fact of a group that is called so: ten_don_vi, ngay; empty for none."""
    for group in ("don_vi", "van_ban", "co_quan"):
        for name in names.within(group):
            if plain in {name, f"{name}_{group}", f"{group}_{name}"}:
                return f"{group}.{name}"
    return ""


def _one_of(typed: str, known: Iterable[str]) -> str:
    """Return the one of *known* that is spelt so, or nearest; empty for none."""
    plain, known = _plain(typed), sorted(known)
    if plain in known:
        return plain
    joined = {name.replace("_", ""): name for name in known}
    if found := joined.get(plain.replace("_", "")):
        return found
    import difflib

    return next(iter(difflib.get_close_matches(plain, known, n=1, cutoff=_NEAR)), "")


def _plain(typed: str) -> str:
    return vietnamese.slug(typed).replace("-", "_")
