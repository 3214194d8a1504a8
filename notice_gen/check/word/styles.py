"""``styles.xml`` and the theme: each style with what its chain of ``basedOn`` says (ECMA-376 Part 1, §17.7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from notice_gen.check.word.properties import Properties, paragraph_properties, run_properties
from notice_gen.ooxml.names import VAL, A, Element, W, val
from notice_gen.records import record


@record
class Style:
    """A style with all it inherits.

    Attributes:
        name: as Word's list of styles shows it.
        paragraph, run: what it and its bases say.
        own: for each style of the chain, base first, what its own ``w:pPr`` says: numbering stands between them.
        parts: of a table style, the paragraph and run properties of ``firstRow``, ``band1Horz`` … (§17.7.6).
        borders: of a table style, whether it draws any line.
    """

    name: str = ""
    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)
    own: tuple[Properties, ...] = ()
    parts: Mapping[str, tuple[Properties, Properties]] = field(default_factory=dict)
    borders: bool = False


@record
class Styles:
    """All styles by id.

    Attributes:
        by_id: gives the style of an id, None where there is none.
        defaults: id of the default style of each type (``paragraph``, ``table`` …).
        paragraph, run: the document defaults.
        theme: Latin typefaces of the theme, ``major`` and ``minor``.
    """

    by_id: Callable[[str], Style | None]
    defaults: Mapping[str, str]
    paragraph: Properties
    run: Properties
    theme: Mapping[str, str]

    def style(self, name: str | None, kind: str) -> Style:
        """Return the style of that id, or the default one of its *kind*, or one that says nothing."""
        return self.by_id(name or "") or self.by_id(self.defaults.get(kind, "")) or _NONE


_NONE = Style()
_LONGEST = 100  # styles in a chain; no author needs more
PARTS = frozenset({
    "wholeTable", "firstRow", "lastRow", "firstCol", "lastCol", "band1Vert", "band2Vert", "band1Horz", "band2Horz",
    "neCell", "nwCell", "seCell", "swCell",
})  # fmt: skip
"""The parts of a table that a table style can dress (§17.18.89)."""


def read_styles(root: Element | None, theme_root: Element | None, settings: Element | None = None) -> Styles:
    """Read the roots of ``styles.xml``, ``theme1.xml`` and ``settings.xml``; each may be missing."""
    language = val(settings, "themeFontLang") or ""
    theme = _theme(theme_root, vietnamese=language.lower().startswith("vi"))
    if root is None:
        return Styles(lambda _: None, {}, {}, {}, theme)
    elements = {one.get(W + "styleId", ""): one for one in root.iter(W + "style")}
    defaults = {
        one.get(W + "type", "paragraph"): key
        for key, one in elements.items()
        if one.get(W + "default", "0") in {"1", "true", "on"}
    }
    document = root.find(W + "docDefaults")
    return Styles(
        _resolved(elements, theme), defaults, paragraph_properties(_within(document, "pPrDefault", "pPr")),
        run_properties(_within(document, "rPrDefault", "rPr"), theme), theme,
    )


def _within(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = None if element is None else element.find(W + name)
    return element


def _resolved(elements: Mapping[str, Element], theme: Mapping[str, str]) -> Callable[[str], Style | None]:
    """Return what gives a style by its id, with its bases: made when first asked for, a file has a hundred and uses ten.

    A cycle ends where it closes; the first of the file that leads into it is made first.
    """
    made: dict[str, Style] = {}

    def make(key: str, *, ordered: bool = False) -> Style | None:
        chain: dict[str, Element] = {}
        at = key
        while at in elements and at not in made and at not in chain:
            chain[at] = elements[at]
            at = val(elements[at], "basedOn") or ""
        if at in chain and not ordered:
            for name in elements:
                make(name, ordered=True)
            return made[key]
        style = made.get(at, _NONE)
        for name, element in reversed(chain.items()):
            style = made[name] = _style(name, element, style, theme)
        return made.get(key)

    return make


def _style(key: str, element: Element, base: Style, theme: Mapping[str, str]) -> Style:
    said = paragraph_properties(element.find(W + "pPr"))
    said.pop("style", None)
    parts = dict(base.parts)
    for part in element.iterfind(W + "tblStylePr"):
        name = part.get(W + "type", "")
        if name in PARTS:
            before = parts.get(name, ({}, {}))
            parts[name] = (before[0] | paragraph_properties(part.find(W + "pPr")), before[1] | run_properties(part.find(W + "rPr"), theme))
    return Style(
        val(element, "name") or key, base.paragraph | said, base.run | run_properties(element.find(W + "rPr"), theme),
        (*base.own, said)[-_LONGEST:], parts, has_lines(_within(element, "tblPr", "tblBorders"), base.borders),
    )


def has_lines(borders: Element | None, inherited: bool = False) -> bool:
    """Tell whether a table's ``w:tblBorders`` shows any line; without the element, what is *inherited*."""
    if borders is None:
        return inherited
    return any(one.get(VAL, "nil") not in {"nil", "none"} for one in borders)


def _theme(root: Element | None, *, vietnamese: bool) -> Mapping[str, str]:
    """Return the theme's faces; where its fonts' language is Vietnamese, those it has for that script (§17.15.1.88)."""
    if root is None:
        return {}
    return {name: _face(next(root.iter(f"{A}{name}Font"), None), vietnamese=vietnamese) for name in ("major", "minor")}


def _face(font: Element | None, *, vietnamese: bool) -> str:
    if font is None:
        return ""
    own = next((one for one in font.iter(A + "font") if one.get("script") == "Viet"), None) if vietnamese else None
    face = font.find(A + "latin") if own is None else own
    return "" if face is None else str(face.get("typeface", ""))
