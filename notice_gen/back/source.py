r"""What a paper shows → how a findings file spells it: emphasis as marks, signs that mean something there escaped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from notice_gen import markup
from notice_gen.check.view import Run, Span

_MARKS = {"": "", "b": "**", "i": "*", "bi": "***", "u": "__"}
_SPECIAL = re.compile(r"[*_]")
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""What a findings file refuses: nobody sees it on the page."""
_BLANKS = re.compile(r"[ \t\r\n]+")


def clean(text: str) -> str:
    """Return *text* composed, on one line, without signs that nobody sees."""
    return _BLANKS.sub(" ", _NOT_TEXT.sub("", unicodedata.normalize("NFC", text)))


def spelt(span: Span, without: str = "") -> str:
    """Return a span as it is typed; *without*: the letters of emphasis (``biu``) that its place on the page gives by itself."""
    text = span.paragraph.text
    cut = ((max(run.start, span.start), min(run.end, span.end), run) for run in span.paragraph.runs_of(span.start, span.end))
    return typed([(_shown(text[a:b], run), _style(run, without)) for a, b, run in cut])


def _shown(text: str, run: Run) -> str:
    return clean(text.upper() if run.caps else text)


def _style(run: Run, without: str) -> str:
    looks = (("b", run.bold), ("i", run.italic), ("u", run.underline))
    return "".join(letter for letter, on in looks if on and letter not in without)


def typed(pieces: Iterable[tuple[str, str]]) -> str:
    """Return pieces of text, each with its style (``biu``), as one text with marks; emphasis that no mark can give is left out.

    >>> typed([("trước ", ""), ("ngày 28/6", "b"), (" và *", "")])
    'trước **ngày 28/6** và *'
    """
    runs = _tidied(pieces)
    wanted = tuple((text, style) for text, style in runs if text)
    whole = "".join(text for text, _ in runs)
    for escape in (False, True):
        for parts in (runs, [(text, _without_underline(style)) for text, style in runs], [(whole, "")]):
            source = "".join(_marked(text, style, escape=escape) for text, style in parts)
            if _reads_as(source, wanted if parts is runs else tuple(parts) if len(parts) > 1 else ((whole, ""),)):
                return _literal(source)
    return _literal(_SPECIAL.sub(r"\\\g<0>", whole))


def _without_underline(style: str) -> str:
    return style.replace("u", "")


def _tidied(pieces: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the runs with blanks given to the plainer neighbour, single, and trimmed at both ends."""
    split = _parted(pieces)
    styled = [(text, _between(split, n) if style is None else style) for n, (text, style) in enumerate(split)]
    merged = [("".join(text for text, _ in group), style) for style, group in groupby(styled, key=lambda one: one[1])]
    out: list[tuple[str, str]] = []
    for text, style in merged:
        single = re.sub(" {2,}", " ", text)
        single = single.lstrip(" ") if not out or out[-1][0].endswith(" ") else single
        if single:
            out.append((single, style))
    while out and not out[-1][0].rstrip(" "):
        out.pop()
    if out:
        out[-1] = (out[-1][0].rstrip(" "), out[-1][1])
    return out


def _parted(pieces: Iterable[tuple[str, str]]) -> list[tuple[str, str | None]]:
    """Return the pieces with the blanks around their words apart, which have no style of their own."""
    out: list[tuple[str, str | None]] = []
    for text, style in pieces:
        body = text.strip(" \u00a0")
        lead = text[: len(text) - len(text.lstrip(" \u00a0"))]
        trail = text[len(lead) + len(body) :] if body else ""
        out += [part for part in ((lead, None), (body, style), (trail, None)) if part[0]]
    return out


def _between(split: Sequence[tuple[str, str | None]], n: int) -> str:
    """Return the style of the blanks at *n*: what the words on both sides have."""
    before = next((style for _, style in reversed(split[:n]) if style is not None), "")
    after = next((style for _, style in split[n + 1 :] if style is not None), "")
    return "".join(letter for letter in before if letter in after)


def _marked(text: str, style: str, *, escape: bool) -> str:
    body = _SPECIAL.sub(r"\\\g<0>", text) if escape else text
    under = "__" if "u" in style else ""
    mark = _MARKS[style.replace("u", "")]
    return f"{under}{mark}{body}{mark[::-1]}{under}"


def _reads_as(source: str, wanted: Sequence[tuple[str, str]]) -> bool:
    found = markup.runs_of(markup.styled((text, style) for text, style in markup.spans([source])))
    return tuple(found) == tuple(markup.runs_of(markup.styled(wanted))) and not markup.alone([source])


def _literal(source: str) -> str:
    """Return a source whose braces are no expression."""
    return re.sub(r"\{[{%#]|[}%#]\}", r'{{ "\g<0>" }}', source) if "{" in source or "}" in source else source
