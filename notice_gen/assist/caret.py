"""Where in a text the caret stands: in which table, at a key or in its value, inside which expression; TOML or not yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from notice_gen.reader.broken import scan
from notice_gen.reader.broken.scan import Statement, Token
from notice_gen.records import record

Zone = Literal["header", "key", "value", "text", "none"]

_HEADER = re.compile(r"[ \t]*\[{1,2}([^\]\n]*)")
_GOES_ON = ("word", "open", "text")  # what is typed at their end belongs to them
_OPEN_EXPRESSION = re.compile(r"\{\{((?:(?!\}\}).)*)\Z", re.DOTALL)
_END_OF_EXPRESSION = re.compile(r"((?:(?!\}\}|\{\{)[^\n])*)\}\}")


@record
class Caret:
    """Where the caret stands.

    Attributes:
        zone: at a table's header, at a key, before or in a bare value, in a text in quotes, or where nothing can be typed.
        table: the names of the table, inline tables too.
        key: the key whose value it is; empty elsewhere.
        start, end: the piece that is being typed, offsets.
        given: the keys that this table has already.
        in_list: the value is an item of a list.
        code: the expression up to the caret; None outside of one.
        unclosed: the quote that its text still needs; empty when it has it.
    """

    zone: Zone
    table: tuple[str, ...]
    key: str = ""
    start: int = 0
    end: int = 0
    given: frozenset[str] = frozenset()
    in_list: bool = False
    code: str | None = None
    unclosed: str = ""


def header_names(text: str, statement: Statement) -> tuple[str, ...]:
    """Return the names in the header of a table."""
    match = _HEADER.match(text[statement.start : statement.end])
    return tuple(name for part in (match[1] if match else "").split(".") if (name := part.strip(" \t\"'")))


def caret(text: str, at: int) -> Caret:
    """Return where the offset *at* stands in *text*."""
    statements = scan.statements(text)
    statement = next((one for one in statements if one.start <= at <= one.end), None)
    table, own = _around(text, statements, at)
    given = frozenset(text[one.key.start : one.key.end] for one in own if one.key and one is not statement)
    begin = text.rfind("\n", 0, at) + 1
    if statement is None:
        blank = not text[begin:at].strip(" \t")
        return Caret("key" if blank else "none", table, start=at, end=at, given=given)
    if statement.kind == "header":
        start = statement.start + len(text[statement.start : at]) - len(text[statement.start : at].lstrip(" \t"))
        return Caret("header", table, start=start, end=min(statement.end, _line_end(text, at)))
    if "#" in text[begin:at] and _in_comment(statement, text, at):
        return Caret("none", table)
    if not statement.key or not statement.sign or at <= statement.key.end:
        start, end = _word(text, at)
        return Caret("key", table, start=start, end=end, given=given)
    return _in_value(text, statement, at, table)


def _around(text: str, statements: Sequence[Statement], at: int) -> tuple[tuple[str, ...], Sequence[Statement]]:
    """Return the names of the table around an offset, and the statements below its header."""
    headers = [n for n, one in enumerate(statements) if one.kind == "header"]
    above = max((n for n in headers if statements[n].end < at), default=-1)
    end = next((n for n in headers if n > above), len(statements))
    return (header_names(text, statements[above]) if above >= 0 else ()), statements[above + 1 : end]


def _in_comment(statement: Statement, text: str, at: int) -> bool:
    mark = text.rfind("#", text.rfind("\n", 0, at) + 1, at)
    return not any(token.start <= mark < token.end for token in (*statement.tokens, *([statement.key] if statement.key else [])))


def _line_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return len(text) if stop < 0 else stop


def _word(text: str, at: int) -> tuple[int, int]:
    start = at - len(re.search(r"[\w.-]*\Z", text[max(0, at - 100) : at])[0])  # type: ignore[index]
    end = at + len(re.match(r"[\w-]*", text[at : at + 100])[0])  # type: ignore[index]
    return start, end


class _Walk:
    """Walks the tokens of a value, keeping which brackets are open and which key each inline table is at."""

    def __init__(self, text: str, table: tuple[str, ...], key: str) -> None:
        self.text, self.table, self.key, self.wants_key = text, table, key, False
        self.opened: list[tuple[str, tuple[str, ...], str, set[str]]] = []  # sign, table and key around it, keys given in it

    def takes(self, token: Token) -> None:
        """Go over a token."""
        if token.kind in ("[", "{"):
            self.opened.append((token.kind, self.table, self.key, set()))
            if token.kind == "{":
                self.table, self.key, self.wants_key = (*self.table, self.key), "", True
        elif token.kind in ("]", "}") and self.opened:
            _, self.table, self.key, _ = self.opened.pop()
            self.wants_key = False
        elif token.kind == "," and self.is_in("{"):
            self.key, self.wants_key = "", True
        elif token.kind in ("=", ":"):
            self.wants_key = False
        elif self.wants_key and token.kind in ("word", "string"):
            self.key = self.text[token.start : token.end].strip("\"'")
            self.opened[-1][3].add(self.key)

    def is_in(self, sign: str) -> bool:
        """Tell whether the innermost bracket is that one."""
        return bool(self.opened) and self.opened[-1][0] == sign

    def given(self) -> frozenset[str]:
        """Return the keys that the innermost inline table has so far."""
        return frozenset(self.opened[-1][3]) if self.is_in("{") else frozenset()


def _in_value(text: str, statement: Statement, at: int, table: tuple[str, ...]) -> Caret:
    walk = _Walk(text, table, text[statement.key.start : statement.key.end].strip("\"'") if statement.key else "")
    inside: Token | None = None
    for token in statement.tokens:
        if at <= token.start:
            break
        if at < token.end or (at == token.end and token.kind in _GOES_ON):
            inside = token
            break
        walk.takes(token)
    if walk.wants_key:
        start, end = _word(text, at)
        return Caret("key", walk.table, start=start, end=end, given=walk.given() - {text[start:end]})
    if inside and inside.kind in ("string", "open", "smart", "text"):
        return _in_text(text, inside, at, walk.table, walk.key, in_list=walk.is_in("["))
    start, end = (inside.start, inside.end) if inside and inside.kind == "word" else (at, at)
    return Caret("value", walk.table, walk.key, start, max(end, at), in_list=walk.is_in("["))


def _in_text(text: str, token: Token, at: int, table: tuple[str, ...], key: str, *, in_list: bool) -> Caret:
    raw = text[token.start : token.end]
    quotes = 3 if raw.startswith(('"""', "'''")) else 1
    start = min(token.start + quotes, at)
    closed = token.kind == "string" and len(raw) >= 2 * quotes
    if match := _OPEN_EXPRESSION.search(text, max(start, at - 1000), at):
        typed = re.search(r"\w*\Z", match[1])
        begin = at - len(typed[0] if typed else "")
        word = re.match(r"\w*", text[at : at + 100])
        return Caret("text", table, key, begin, at + len(word[0] if word else ""), in_list=in_list, code=match[1])
    end = token.end - (quotes if closed else 0)
    return Caret("text", table, key, start, max(end, at), in_list=in_list, unclosed="" if closed or quotes > 1 else raw[:1])


def expression_at(text: str, at: int) -> tuple[int, int] | None:
    """Return where the whole ``{{ … }}`` stands that holds an offset, or None."""
    within = at + 2 if text[at : at + 2] == "{{" else at + 1 if text[max(at - 1, 0) : at + 1] == "{{" else at
    match = _OPEN_EXPRESSION.search(text, max(0, at - 1000), within)
    if not match:
        return None
    rest = _END_OF_EXPRESSION.match(text, match.start() + 2)
    return (match.start(), rest.end()) if rest and rest.end() >= at else None


def tables_of(text: str, statements: Sequence[Statement]) -> list[tuple[str, ...]]:
    """Return the names of each table of *text*, in order."""
    return [header_names(text, one) for one in statements if one.kind == "header"]
