"""Taking a text or a condition apart, without looking at any value."""

from __future__ import annotations

import re
from functools import lru_cache

from notice_gen.expressions.direct import direct, straight, words
from notice_gen.expressions.names import GROUPS
from notice_gen.records import record

# {{ … }} whose inner quotes may hold braces.
_PIECE = re.compile(r"\{\{((?:[^\"'{}]|\"[^\"]*\"|'[^']*'|\}(?!\}))*)\}\}")


@record
class Expression:
    """One ``{{ … }}`` of a text: its source as typed, and its code."""

    source: str
    code: str


def pieces(text: str) -> tuple[str | Expression, ...]:
    """Split *text* into plain text and expressions.

    >>> pieces("tiếp nhận {{ tiep_nhan }} hồ sơ")
    ('tiếp nhận ', Expression(source='{{ tiep_nhan }}', code='tiep_nhan'), ' hồ sơ')
    """
    return _split(text) if "{{" in text else (text,)  # such as each row of a mailing has: they are not remembered


@lru_cache(maxsize=65536)
def _split(text: str) -> tuple[str | Expression, ...]:
    found: list[str | Expression] = []
    start = 0
    for piece in _PIECE.finditer(text):
        found += [text[start : piece.start()], Expression(piece[0], straight(piece[1]).strip())]
        start = piece.end()
    return tuple(p for p in (*found, text[start:]) if p)


def _names(code: str) -> tuple[tuple[str, str], ...]:
    """Return the names that *code* uses, as ``direct.Direct`` has them; none when it cannot be read."""
    if read := direct(code):
        return read.names
    from notice_gen.expressions import tree

    return tree.names(code)


def figures_in(code: str) -> frozenset[str]:
    """Return the names that *code* uses bare or of ``so_lieu``, groups such as ``don_vi`` too; none when it cannot be read.

    >>> sorted(figures_in("dung_han | ty_le(so_lieu.tong) + don_vi.dan_so"))
    ['don_vi', 'dung_han', 'so_lieu', 'tong']
    """
    names = _names(code)
    return frozenset([group or name for group, name in names] + [name for group, name in names if group == "so_lieu"])


def named_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return what the expressions of *text* may see: a group and the name that is asked of it, or no group and a figure's name.

    >>> sorted(named_in("{{ dung_han | ty_le(so_lieu.tong) }} của {{ don_vi['ten'] }}"))
    [('', 'don_vi'), ('', 'dung_han'), ('so_lieu', 'tong')]
    """
    named = [name for piece in pieces(text) if isinstance(piece, Expression) for name in _names(piece.code)]
    return tuple(dict.fromkeys((group, name) if group in GROUPS else ("", group or name) for group, name in named))


@lru_cache(maxsize=4096)
def conditions(code: str) -> tuple[tuple[str, str, str, str], ...]:
    """Split a condition at its outer ``and`` and each part at its comparison.

    Returns:
        For each part: the part, its left side, its operator, its right side (the last three empty when the part is no plain comparison).

    >>> conditions("a == b + c and d > 0")
    (('a == b + c', 'a', '==', 'b + c'), ('d > 0', 'd', '>', '0'))
    """
    parts: list[list[tuple[bool, str]]] = [[]]
    depth = 0
    for word in _words(straight(code)):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(word, 0)
        if word in {"or", "if"} and not depth:
            return ((code, "", "", ""),)
        if word == "and" and not depth:
            parts.append([])
        else:
            parts[-1].append((not depth, word))
    return tuple(_sides(part) for part in parts)


def _words(code: str) -> list[str]:
    if (found := words(code)) is not None:
        return found
    from notice_gen.expressions.sandbox import text_environment

    return [word for _, _, word in text_environment().lex("{{" + code + "}}")][1:-1]


_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})


def _sides(part: list[tuple[bool, str]]) -> tuple[str, str, str, str]:
    """Return a part of a condition and its sides; it has of each word whether it stands outside all brackets, and the word."""
    text = "".join(word for _, word in part).strip()
    at = [n for n, (is_outer, word) in enumerate(part) if is_outer and word in _COMPARISONS]
    if len(at) != 1 or any(word == "not" for _, word in part):
        return text, "", "", ""
    left, right = ("".join(word for _, word in side).strip() for side in (part[: at[0]], part[at[0] + 1 :]))
    return text, left, part[at[0]][1], right
