"""The body of a template that is made of a paper: a sample of each kind of block, from the paper's own paragraphs."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from notice_gen.ooxml.merge import SPACE
from notice_gen.ooxml.names import MC, Element, W, val
from notice_gen.ooxml.package import Package, serialised
from notice_gen.ooxml.properties import child

_CHOICE = MC + "AlternateContent"
_BOLD = frozenset({"muc", "dieu", "khoan", "tham_quyen", "quyet", "ten_bang", "chuong"})
_ITALIC = frozenset({"can_cu", "don_vi_tinh", "chu_thich", "ten_hinh"})
_CENTRED = frozenset({"tham_quyen", "quyet", "ten_bang", "chuong", "loi_dan", "hinh", "ten_hinh"})


def line_tag(text: str) -> Element:
    """Return a paragraph that is a tag, and is taken away with it."""
    paragraph = etree.Element(W + "p")
    said = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t", {SPACE: "preserve"})
    said.text = f"{{%p {text} %}}"
    return paragraph


def run_tag(text: str) -> Element:
    """Return a run that is a tag, and is taken away with it."""
    run = etree.Element(W + "r")
    etree.SubElement(run, W + "t", {SPACE: "preserve"}).text = f"{{%r {text} %}}"
    return run


def drawn(paragraph: Element) -> list[Element]:
    """Return the runs of a paragraph in which something is drawn, such as a rule, and nothing said."""
    runs = [run for run in paragraph.iter(W + "r") if next(run.iterancestors(W + "p")) is paragraph]
    silent = [run for run in runs if not any((one.text or "").strip() for one in run.iterchildren(W + "t"))]
    return [run for run in silent if any(one.tag in {W + "drawing", W + "pict", W + "object", _CHOICE} for one in run)]


def says(element: Element | None, words: str) -> bool:
    """Tell whether an element is such a tag that begins with *words*."""
    return element is not None and element.tag == W + "p" and "".join(element.itertext()).startswith(f"{{%p {words}")


def _sample(samples: Mapping[str, Element], kind: str) -> Element:
    """Return the paragraph in which blocks of a kind are printed: the paper's own, or its plain one made bold, italic, centred."""
    paragraph = copy.deepcopy(samples.get(kind, samples["doan"]))
    longest = max(paragraph.iter(W + "r"), key=lambda run: len("".join(run.itertext())), default=None)
    look = copy.deepcopy(longest.find(W + "rPr")) if longest is not None and longest.find(W + "rPr") is not None else None
    properties = _properties(paragraph, kind)
    for one in [*paragraph]:
        if one is not properties:
            paragraph.remove(one)
    run = etree.SubElement(paragraph, W + "r")
    if kind not in samples:
        look = _turned(look, kind)
        if kind in _CENTRED:
            _centre(properties)
    if look is not None:
        run.append(look)
    keeps = properties.find(W + "keepNext") is not None
    etree.SubElement(run, W + "t", {SPACE: "preserve"}).text = "{{ k.chu }}" if keeps else "{{ k.chu }}{#keepNext k.cuoi#}"
    if kind == "chuong":
        etree.SubElement(run, W + "br")
        etree.SubElement(run, W + "t", {SPACE: "preserve"}).text = "{{ k.ten }}"
    return paragraph


def _properties(paragraph: Element, kind: str) -> Element:
    """Return the properties of a sample, without what is of one paragraph alone."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    for name in ("numPr", "sectPr", "rPr", *(("keepNext",) if kind in {"doan", "gach", "cong"} else ())):
        for one in [*properties.iter(W + name)]:
            one.getparent().remove(one)
    return properties


def _centre(properties: Element) -> None:
    """Let a paragraph of these properties stand in the middle."""
    for old in [*properties.iter(W + "jc"), *properties.iter(W + "ind")]:
        properties.remove(old)
    child(properties, "jc").set(W + "val", "center")


def _turned(look: Element | None, kind: str) -> Element:
    look = etree.Element(W + "rPr") if look is None else look
    for name, kinds in (("i", _ITALIC), ("b", _BOLD)):
        for old in [*look.iter(W + name)]:
            look.remove(old)
        if kind in kinds:
            at = sum(one.tag in {W + "rStyle", W + "rFonts"} for one in look)
            look.insert(at, etree.Element(W + name))
    return look


def blocks(samples: Mapping[str, Element], table: Sequence[Element], words: Sequence[str]) -> Iterator[Element]:
    """Yield the loop over the blocks of a part: a sample of each kind among *words*, those of the shipped template."""
    kinds = [word for word in words if re.fullmatch(r"[a-z_]+", word) and not word.startswith("bang")]
    yield line_tag("for k in tl.noi_dung")
    for n, kind in enumerate(kinds):
        yield line_tag(f'{"elif" if n else "if"} k.kieu == "{kind}"')
        yield _sample(samples, kind)
    yield line_tag('elif k.kieu == "bang" or k.kieu == "bang_hai_tang"')
    yield from map(copy.deepcopy, table)
    yield line_tag("endif")
    yield line_tag("endfor")


def annex_head(plain: Element) -> Iterator[Element]:
    """Yield the head of what follows the notice, on a page of its own."""
    yield line_tag("if tl.kem_theo")
    for name in ("ten", "ten_loai", "tieu_de", "kem_theo"):
        yield line_tag(f"if tl.{name}")
        line = _sample({"doan": plain}, "chu_thich" if name == "kem_theo" else "ten_bang")
        (text,) = line.iter(W + "t")
        text.text = f"{{{{ tl.{name} }}}}"
        ppr = line.find(W + "pPr")
        if ppr is not None and name in {"ten", "ten_loai"}:
            child(ppr, "pageBreakBefore")
        if ppr is not None:
            _centre(ppr)
        yield line
        yield line_tag("endif")
    yield line_tag("endif")


def tables(shipped: bytes) -> list[Element]:
    """Return the sample of a table of the shipped template, with the thin paragraphs before and after it."""
    root = Package(shipped).root("word/document.xml")
    assert root is not None  # noqa: S101 - for the type checker: ours has it
    table = next(one for one in root.iter(W + "tbl") if val(one.find(W + "tblPr"), "tblStyle") == "BangSoLieu")
    return [one for one in (table.getprevious(), table, table.getnext()) if one is not None]


def with_styles(package: Package, shipped: bytes) -> bytes:
    """Return the file with the styles that a table needs, faces and sizes said in each, where it has none of that name."""
    ours = Package(shipped).root("word/styles.xml")
    part = next((target for kind, target in package.related(package.main).values() if kind == "styles"), "")
    theirs = package.root(part) if part else None
    if ours is None or theirs is None:
        return package.with_parts({})
    there = {style.get(W + "styleId") for style in theirs.iter(W + "style")}
    for style in ours.iter(W + "style"):
        if style.get(W + "styleId") in {"BangSoLieu", "DauBang", "OChu", "OSo", "OGiua", "KetPhan"} - there:
            theirs.append(_complete(copy.deepcopy(style)))
    return package.with_parts({part: serialised(theirs)})


def _complete(style: Element) -> Element:
    base = style.find(W + "basedOn")
    if style.get(W + "type") == "table" or (base is not None and base.get(W + "val") == "OChu"):
        return style
    if base is not None:
        style.remove(base)
    look = style.find(W + "rPr")
    look = etree.SubElement(style, W + "rPr") if look is None else look
    faces = {W + face: "Times New Roman" for face in ("ascii", "hAnsi", "eastAsia", "cs")}
    look.insert(0, etree.Element(W + "rFonts", faces))
    return style
