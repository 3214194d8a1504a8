"""A picture in a run, and in the package: the drawing that shows it, its part, its relationship, its content type."""

from __future__ import annotations

from functools import lru_cache

from notice_gen.ooxml.names import CONTENT_TYPES
from notice_gen.page import Picture, Shown
from notice_gen.render import pack

_RELS = "word/_rels/document.xml.rels"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIRST = 9001  # id of the first drawing: those of a template's own pictures are small
_ONE = (
    '</w:t><w:drawing><wp:inline xmlns:wp="%(placed)s" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%(cx)d" cy="%(cy)d"/>'
    '<wp:docPr id="%(id)d" name="%(name)s" descr=%(said)s/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="%(main)s" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="%(main)s"><a:graphicData uri="%(picture)s"><pic:pic xmlns:pic="%(picture)s">'
    '<pic:nvPicPr><pic:cNvPr id="%(id)d" name="%(name)s"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="%(link)s" r:embed="%(rel)s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="%(cx)d" cy="%(cy)d"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    '<w:t xml:space="preserve">'
)


def in_run(shown: Shown) -> str:
    """Return the markup of a picture where a ``w:t`` of a run stands: an inline drawing (ECMA-376 Part 1, §20.4.2.8)."""
    from xml.sax.saxutils import quoteattr  # which loads all of HTTP: papers without pictures go without

    return _ONE % {
        "placed": _PLACED, "main": _MAIN, "picture": _PICTURE, "link": _LINK, "cx": shown.size[0], "cy": shown.size[1],
        "id": _FIRST + shown.at, "name": f"Hinh {shown.at + 1}", "said": quoteattr(str(shown)), "rel": _id(shown.number),
    }  # fmt: skip


@lru_cache(maxsize=8)
def with_pictures(common: pack.Fixed, pictures: tuple[Picture, ...]) -> pack.Fixed:
    """Return the parts that are the same in every notice, with *pictures* among them: once for a mailing whose notices share them."""
    parts = pack.unpacked(common)
    kinds, links = parts[CONTENT_TYPES].decode("utf-8"), parts[_RELS].decode("utf-8")
    for n, picture in enumerate(pictures):
        name = f"media/hinh{n + 1}.{picture.kind}"
        parts[f"word/{name}"] = picture.data
        links = links.replace("</Relationships>", f'<Relationship Id="{_id(n)}" Type="{_LINK}/image" Target="{name}"/></Relationships>')
        if f'Extension="{picture.kind}"' not in kinds:
            at = kinds.index(">", kinds.index("<Types")) + 1
            kinds = f'{kinds[:at]}<Default Extension="{picture.kind}" ContentType="image/{picture.kind}"/>{kinds[at:]}'
    return pack.fixed({**parts, CONTENT_TYPES: kinds.encode(), _RELS: links.encode()})


def _id(number: int) -> str:
    return f"rIdHinh{number + 1}"
