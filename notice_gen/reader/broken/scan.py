"""A tolerant scanner: cuts faulty TOML into statements and tokens, whatever clerks type.

Only runs on a file that ``tomllib`` has refused, so it may guess: a line that looks like a table header
or a known key ends a string or a list that somebody forgot to close.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from notice_gen.errors import N_
from notice_gen.reader import keys
from notice_gen.reader.source import line_end
from notice_gen.records import record

INVISIBLE = "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u3000\ufeff"
"""Characters that nobody sees and that come along when pasting."""

_BLANKS = " \t" + INVISIBLE

QUOTES = "“”„‟«»‘’‚‛″"
"""Quotation marks that a word processor puts in place of the straight ones."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece ``text[start:end]`` of one kind.

    Kinds: ``string``, ``open`` (a string without its end), ``smart`` (typographic quotes), ``word``
    (anything bare), ``text`` (lines of bare text), ``invisible``, ``newline``, and the punctuation ``[ ] { } , = :`` as itself.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, from ``start`` to ``end`` (whole lines, without the last line end).

    ``key`` is the piece before the ``=`` (or ``:``), ``tokens`` what stands after it.  A header or a
    line of stray text has no ``key``.
    """

    kind: str  # "header", "pair" or "stray"
    start: int
    end: int
    key: Token | None = None
    sign: Token | None = None
    tokens: tuple[Token, ...] = ()


# Possessive: a long line that is no pair must not be tried from every length of key.
_KEY = re.compile(r"(?P<key>(?:\"[^\"\n]*\"|'[^'\n]*'|[^=:\"'\n#])*+)(?P<sign>=|:(?![^\s\"]))")
_HEADER_LINE = r"\[{1,2}[ \t]*[A-Za-z_][\w. -]*\]{1,2}[ \t]*(?:#[^\n]*)?"
_END = rf"[{QUOTES}\"']"
_TOKENS = (
    ("space", re.compile(r"[ \t]+|#[^\n]*")),
    ("newline", re.compile(r"\n")),
    ("invisible", re.compile(f"[{INVISIBLE}]+")),
    ("open", re.compile(rf"(?=\"{{0,2}}[{QUOTES}])[{QUOTES}\"]{{2,3}}(?=[ \t]*(?:\n|$))")),
    ("string", re.compile(r'"""(?:\\.|[^\\])*?""""{0,2}', re.DOTALL)),
    ("string", re.compile(r"'''.*?''''{0,2}", re.DOTALL)),
    ("open", re.compile(r'""".*|\'\'\'.*', re.DOTALL)),
    ("string", re.compile(r'"(?:\\[^\n]|[^"\\\n])*"')),
    ("string", re.compile(r"'[^'\n]*'")),
    # The only string of its line ends at the line's last quote, else at the first one before a delimiter.
    ("smart", re.compile(rf"[{QUOTES}](?![^\n]{{0,1000}}{_END}[ \t]*,[ \t]*{_END})[^\n=]*{_END}(?=[ \t,\]]*(?:#[^\n]*)?(?:\n|$))")),
    ("smart", re.compile(rf"[{QUOTES}][^\n]*?[{QUOTES}\"'](?=[ \t]*(?:[,\]}}#\n]|$))")),
    ("open", re.compile(rf"[\"'{QUOTES}][^\n]*")),
)
_WORDS = {"": re.compile(r"(?:[^\n \t]|[ \t]++(?!#))++"), "[": re.compile(r"[^\n,\[\]{}\"#]+"), "{": re.compile(r"[^\n,\[\]{}\"#=:]+")}
# A line of a list that begins with a letter or a bullet is a sentence, its commas and all.
_SENTENCE = re.compile(r"(?:[^\W\d_]|\(|[-+*•–](?=[ \t]))[^\n]*")
# A string of a list without its opening quote: letters, then a quote that something of the list follows.
_HALF = re.compile(r"[^\W\d_][^\"\n]*\"(?=[ \t]*(?:[,\]\n]|$))")
_SIGNS = {"": "[{,", "[": "[]{},", "{": "[]{},=:"}
_PAIRS = {"]": "[", "}": "{"}


def statements(text: str) -> list[Statement]:
    """Return the statements of *text* in order; blank lines and comments are none."""
    found: list[Statement] = []
    at = 0
    while at < len(text):
        stop = line_end(text, at)
        line = text[at:stop].strip(" \t")
        if line and not line.startswith("#"):
            statement = _statement(text, at, stop)
            stop = statement.end
            if joined := _joined(found[-1], statement) if found else None:
                found[-1] = joined
            else:
                found.append(statement)
        at = stop + 1
    return found


def _joined(above: Statement, below: Statement) -> Statement | None:
    """Join a line of stray text to the text it goes on from, so that pasted paragraphs are one fault."""
    if below.kind != "stray":
        return None
    if above.kind == "stray":
        return replace(above, end=below.end)
    if above.kind == "pair" and above.sign and (not above.tokens or above.tokens[-1].kind in ("open", "text")):
        *before, last = above.tokens or (Token("text", above.sign.end, 0),)
        return replace(above, end=below.end, tokens=(*before, replace(last, end=below.end)))
    return None


def _statement(text: str, at: int, stop: int) -> Statement:
    if text[at:stop].lstrip(f" \t{INVISIBLE}").startswith("["):
        return Statement("header", at, stop)
    match = _KEY.match(text, at, stop)
    name = match["key"].strip(_BLANKS) if match else ""
    if not match or (match["sign"] == ":" and not re.fullmatch(r"[\w.-]+", name)):
        return Statement("stray", at, stop)
    start = match.start() + len(match["key"]) - len(match["key"].lstrip(_BLANKS))
    sign = Token(match["sign"], *match.span("sign"))
    tokens, end = _lex(text, match.end())
    return Statement("pair", at, end, Token("key", start, start + len(name)), sign, tokens)


def _lex(text: str, at: int) -> tuple[tuple[Token, ...], int]:
    tokens: list[Token] = []
    open_signs: list[str] = []
    while at < len(text):
        token = _token(text, at, open_signs[-1] if open_signs else "")
        at = token.end
        if token.kind == "newline":
            if not open_signs or _begins_statement(open_signs[-1]).match(text, at):
                return tuple(tokens), token.start
        elif token.kind in "[{":
            open_signs.append(token.kind)
        elif token.kind in _PAIRS and _PAIRS[token.kind] in open_signs:
            while open_signs.pop() != _PAIRS[token.kind]:
                pass
        if token.kind != "space":
            tokens.append(token)
    return tuple(tokens), at


def _token(text: str, at: int, inside: str) -> Token:
    begins_line = inside == "[" and not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t")
    if begins_line and (sentence := _SENTENCE.match(text, at)):
        return Token("word", at, max(at + 1, at + len(sentence[0].rstrip(" \t,]}"))))
    if inside == "[" and (half := _HALF.match(text, at)):
        return Token("word", at, half.end())
    for kind, pattern in _TOKENS:
        if match := pattern.match(text, at):
            return _cut_short(text, Token(kind, at, match.end()))
    if text[at] in _SIGNS[inside]:
        return Token(text[at], at, at + 1)
    word = _WORDS[inside].match(text, at)
    end = word.end() if word else at + 1
    while end > at + 1 and text[end - 1] in " \t":
        end -= 1
    return Token("word", at, end)


def _cut_short(text: str, token: Token) -> Token:
    """End a many-line string where the next statement visibly begins: its own end is missing."""
    if token.kind not in ("string", "open") or text[token.start : token.start + 3] not in ('"""', "'''"):
        return token
    # The first line holds the key itself and cannot be the next statement.
    match = _begins_after_newline().search(text, token.start, token.end)
    return Token("open", token.start, match.start()) if match else token


@functools.cache
def _begins_after_newline() -> re.Pattern[str]:
    names = "|".join(sorted(keys.all_keys()))
    return re.compile(rf"\n(?=[ \t]*(?:{_HEADER_LINE}(?:\n|$)|(?:{names})[ \t]*=[ \t]*[\"'\[{{\d]))")


@functools.cache
def _begins_statement(inside: str) -> re.Pattern[str]:
    # In { … } a line "key = value" is still the same table, broken over lines.
    pair = r"|[A-Za-z_][\w-]*[ \t]*=" if inside == "[" else ""
    return re.compile(rf"[ \t]*(?:(?!\[(?:true|false)\]){_HEADER_LINE}(?:\n|$){pair})")


Edit = tuple[int, int, str]
"""``(start, end, new)``: replace ``text[start:end]`` by ``new``."""

TYPE = N_("Gõ: {mend}")
TWO_ON_A_LINE = (N_("Hai khóa viết trên cùng một dòng."), N_("Chuyển “{sau}” xuống dòng dưới."))
AT_THE_END = N_("Thừa dấu “{dau}” ở cuối dòng.")


@record
class Fault:
    """One syntax fault at ``text[start:end]``.

    ``edits`` mend it; ``sure`` says that the mended text means what the clerk meant, so that the
    rest of the file can be judged as well.
    """

    start: int
    end: int
    message: str
    hint: str
    values: dict[str, object] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    sure: bool = True


def fault(where: Token | tuple[int, int], message: str, hint: str, *edits: Edit, sure: bool = True, **values: object) -> Fault:
    """Return a fault of a token, or of what stands from one offset to another."""
    start, end = where if isinstance(where, tuple) else (where.start, where.end)
    return Fault(start, end, message, hint, values, edits, sure)


def invisible(at: int, text: str, *edits: Edit) -> Fault:
    """Return the fault of the invisible character at ``text[at]``."""
    message = N_("Có ký tự không nhìn thấy (U+{ma}), thường lẫn vào khi dán từ Word hoặc từ trang web.")
    hint = N_("Xóa khoảng trắng ở chỗ này rồi gõ lại bằng phím cách.")
    return fault((at, at + 1), message, hint, *edits, ma=f"{ord(text[at]):04X}")


def no_key(key: Token, typed: str) -> Fault:
    """Return the fault of a key with letters that no bare key has."""
    plain = keys.plain(typed)
    message, hint = N_("Khóa chỉ gồm chữ không dấu, số và gạch dưới; ở đây là: {khoa}"), N_("Gõ: {mend} = …")
    return fault(key, message, hint, (key.start, key.end, plain), sure=bool(plain), khoa=typed, mend=plain or "ten")


def colon(sign: Token, key: str) -> Fault:
    """Return the fault of a colon in the place of an equals sign."""
    message = N_("Giữa khóa và giá trị là dấu bằng, không phải dấu hai chấm.")
    return fault(sign, message, N_("Gõ: {khoa} = …"), (sign.start, sign.end, " = "), khoa=key)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with every edit done; of two that overlap, the first stands."""
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        if start >= at:
            pieces += text[at:start], new
            at = end
    return "".join((*pieces, text[at:]))
