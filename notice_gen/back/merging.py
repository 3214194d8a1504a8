"""A text that was changed on paper, typed again with the expressions that still hold in it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from notice_gen import expressions, markup
from notice_gen.back import source
from notice_gen.back.comparing import WORD
from notice_gen.errors import InputError
from notice_gen.expressions import Expression, Scope

_STAND_IN = 0x20000  # letters that nobody types: each stands for an expression while its text is put together


def shown(typed: str, scope: Scope) -> str:
    """Return what a text shows, without its emphasis; empty where an expression cannot be worked out."""
    try:
        return "".join(_value(piece, scope) for piece, _ in markup.spans(expressions.pieces(typed)))
    except InputError:
        return ""


def _value(piece: str | Expression, scope: Scope) -> str:
    return piece if isinstance(piece, str) else str(scope.show(piece.code))


def merged(typed: str, new: Sequence[tuple[str, str]], scope: Scope) -> tuple[str, list[tuple[str, str]]]:
    """Return the source of a text that now shows *new*, runs with their emphasis (``biu``), and the expressions that gave way.

    An expression stays where its words are still there, among words that were next to it.
    """
    words = "".join(text for text, _ in new)
    old, places = "", list[tuple[int, int, Expression]]()
    for piece, _ in markup.spans(expressions.pieces(typed)):
        value = _value(piece, scope)
        if isinstance(piece, Expression):
            places.append((len(old), len(old) + len(value), piece))
        old += value
    if not places:
        return source.typed(new), []
    to = _moved(old, words)
    kept: list[tuple[int, int, Expression]] = []
    gone: list[tuple[str, str]] = []
    for start, end, piece in places:
        at = [to.get(n) for n in range(start, end)]
        first = at[0] if at else None
        if first is not None and at == [*range(first, first + end - start)]:
            kept.append((first, first + end - start, piece))
        elif (again := words.find(old[start:end])) >= 0 and words.count(old[start:end]) == 1 and end - start > 2:
            kept.append((again, again + end - start, piece))
        else:
            gone.append((piece.source, old[start:end]))
    return _with_expressions(new, sorted(kept, key=lambda one: one[0])), gone


def _moved(old: str, new: str) -> dict[int, int]:
    """Return where each letter of words that stay has gone."""
    a, b = WORD.findall(old), WORD.findall(new)
    starts = [[0], [0]]
    for words, places in zip((a, b), starts, strict=True):
        for word in words:
            places.append(places[-1] + len(word))
    to: dict[int, int] = {}
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        begin, end = starts[0][block.a], starts[0][block.a + block.size]
        to |= {n: starts[1][block.b] + n - begin for n in range(begin, end)}
    return to


def _with_expressions(new: Sequence[tuple[str, str]], kept: Sequence[tuple[int, int, Expression]]) -> str:
    letters = [(sign, style) for text, style in new for sign in text]
    for n, (start, end, _) in reversed([*enumerate(kept)]):
        letters[start:end] = [(chr(_STAND_IN + n), letters[start][1])]
    typed = source.typed([("".join(sign for sign, _ in group), style) for style, group in groupby(letters, key=lambda one: one[1])])
    for n, (_, _, piece) in enumerate(kept):
        typed = typed.replace(chr(_STAND_IN + n), piece.source)
    return typed
