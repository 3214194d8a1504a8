"""Property elements in the order the schema asks, children made where they belong (ECMA-376 Part 1, Annex A)."""

from __future__ import annotations

from collections.abc import Mapping

from notice_gen.ooxml.names import Element, W

ORDER: Mapping[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "style": "pPr rPr tblPr trPr tcPr tblStylePr",
        "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden "
        "color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish "
        "oMath rPrChange",
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing "
        "ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
        "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
    }.items()
}  # fmt: skip


def properties(element: Element, name: str) -> Element:
    """Return the ``w:rPr`` of a run or the ``w:pPr`` of a paragraph, made when it is missing."""
    found = element.find(W + name)
    if found is None:
        found = element.makeelement(W + name)
        element.insert(0, found)
    return found


def child(parent: Element, name: str) -> Element:
    """Return the child ``w:name`` of a property element, made in its place when it is missing."""
    return added(parent, name) if (found := parent.find(W + name)) is None else found


def added(parent: Element, name: str) -> Element:
    """Return a new child ``w:name`` of a property element, in the place the schema asks, after others of its name."""
    order = ORDER[parent.tag.removeprefix(W)]
    later = frozenset(W + after for after in order[order.index(name) + 1 :])
    at = next((number for number, sibling in enumerate(parent) if sibling.tag in later), len(parent))
    new = parent.makeelement(W + name)
    parent.insert(at, new)
    return new


def put(parent: Element, name: str, values: Mapping[str, str], *, drop: tuple[str, ...] = ()) -> None:
    """Set attributes of the child ``w:name``, and take out those that would win over them."""
    element = child(parent, name)
    for attribute in drop:
        element.attrib.pop(W + attribute, None)
    for attribute, value in values.items():
        element.set(W + attribute, value)
