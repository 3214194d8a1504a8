"""A picture or a chart in a run, and in the package: the drawing that shows it, its part, its relationship, its content type."""

from __future__ import annotations

from functools import lru_cache

from notice_gen.ooxml.names import CONTENT_TYPES
from notice_gen.page import Picture, Shown, ShownChart
from notice_gen.render import pack

_RELS = "word/_rels/document.xml.rels"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIRST = 9001  # id of the first drawing: those of a template's own pictures are small
_BEGINS = (
    '</w:t><w:drawing><wp:inline xmlns:wp="%(placed)s" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%(cx)d" cy="%(cy)d"/>'
    '<wp:docPr id="%(id)d" name="%(name)s" descr=%(said)s/>'
)
_ENDS = '</a:graphicData></a:graphic></wp:inline></w:drawing><w:t xml:space="preserve">'
_OF_PICTURE = (
    f'{_BEGINS}<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="%(main)s" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="%(main)s"><a:graphicData uri="%(picture)s"><pic:pic xmlns:pic="%(picture)s">'
    '<pic:nvPicPr><pic:cNvPr id="%(id)d" name="%(name)s"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="%(link)s" r:embed="%(rel)s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="%(cx)d" cy="%(cy)d"/></a:xfrm>'
    f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>{_ENDS}'
)
_OF_CHART = (
    f'{_BEGINS}<wp:cNvGraphicFramePr/><a:graphic xmlns:a="%(main)s"><a:graphicData uri="{_CHART}">'
    f'<c:chart xmlns:c="{_CHART}" xmlns:r="%(link)s" r:id="%(rel)s"/>{_ENDS}'
)


def in_run(shown: Shown) -> str:
    """Return the markup of a picture or a chart where a ``w:t`` of a run stands: an inline drawing (ECMA-376 Part 1, §20.4.2.8)."""
    from xml.sax.saxutils import quoteattr  # which loads all of HTTP: papers without pictures go without

    is_chart = isinstance(shown, ShownChart)
    name, rel = ("Bieu do", _id_of_chart(shown.number)) if is_chart else ("Hinh", _id(shown.number))
    return (_OF_CHART if is_chart else _OF_PICTURE) % {
        "placed": _PLACED, "main": _MAIN, "picture": _PICTURE, "link": _LINK, "cx": shown.size[0], "cy": shown.size[1],
        "id": _FIRST + shown.at, "name": f"{name} {shown.at + 1}", "said": quoteattr(str(shown)), "rel": rel,
    }  # fmt: skip


@lru_cache(maxsize=8)
def with_pictures(common: pack.Fixed, pictures: tuple[Picture | None, ...]) -> pack.Fixed:
    """Return the parts that are the same in every notice, with *pictures* among them: once for a mailing whose notices share them."""
    parts = pack.unpacked(common)
    kinds, links = parts[CONTENT_TYPES].decode("utf-8"), parts[_RELS].decode("utf-8")
    for n, picture in ((n, one) for n, one in enumerate(pictures) if one):
        name = f"media/hinh{n + 1}.{picture.kind}"
        parts[f"word/{name}"] = picture.data
        links = links.replace("</Relationships>", f'<Relationship Id="{_id(n)}" Type="{_LINK}/image" Target="{name}"/></Relationships>')
        kinds = _declaring(kinds, picture.kind, f"image/{picture.kind}")
    return pack.fixed({**parts, CONTENT_TYPES: kinds.encode(), _RELS: links.encode()})


def _id(number: int) -> str:
    return f"rIdHinh{number + 1}"


@lru_cache(maxsize=8)
def with_charts(common: pack.Fixed, numbers: tuple[int, ...]) -> pack.Fixed:
    """Return the parts that are the same in every notice, leading to the charts of these *numbers*, whose parts each notice has its own."""
    from notice_gen.render import chart

    parts = pack.unpacked(common)
    kinds, links = parts[CONTENT_TYPES].decode("utf-8"), parts[_RELS].decode("utf-8")
    for n in numbers:
        name = chart.name_of(n)
        link = f'<Relationship Id="{_id_of_chart(n)}" Type="{_LINK}/chart" Target="{name.removeprefix("word/")}"/>'
        links = links.replace("</Relationships>", f"{link}</Relationships>")
        kinds = kinds.replace("</Types>", f'<Override PartName="/{name}" ContentType="{chart.TYPE}"/></Types>')
    kinds = _declaring(kinds, "xlsx", chart.WORKBOOK)
    return pack.fixed({**parts, CONTENT_TYPES: kinds.encode(), _RELS: links.encode()})


def _declaring(kinds: str, extension: str, content_type: str) -> str:
    """Return the content types with that of an extension, if it is not there yet."""
    if f'Extension="{extension}"' in kinds:
        return kinds
    at = kinds.index(">", kinds.index("<Types")) + 1
    return f'{kinds[:at]}<Default Extension="{extension}" ContentType="{content_type}"/>{kinds[at:]}'


def _id_of_chart(number: int) -> str:
    return f"rIdBieuDo{number + 1}"
