"""Pictures as blocks of the body, each as large as the page allows."""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen import page, typography
from notice_gen.compose.writer import Path, Writer
from notice_gen.model import Hinh
from notice_gen.page import Block, Dong

_EMU = 36000  # in a mm (ECMA-376 Part 1, §20.1.2.1)
_HIGHEST_MM = 180  # of a picture: a page has room for its title and what is said below it


def pictures(writer: Writer, cac_hinh: tuple[Hinh, ...], width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of pictures, each with what is said below it; none is wider than the text, *width* twips, or higher than a page."""
    for i, hinh in enumerate(cac_hinh):
        here = path if len(cac_hinh) == 1 else (*path, i)
        picture = writer.pictures.get(hinh.tep)
        if picture is None:
            continue  # told where pictures are read
        across = min(float(hinh.be_rong), width / typography.TWIPS_PER_MM, _HIGHEST_MM * picture.width / picture.height)
        size = (round(across * _EMU), round(across * _EMU * picture.height / picture.width))
        if picture not in writer.drawn:
            writer.drawn.append(picture)
        about = writer.text(hinh.mo_ta, (*here, "mo_ta"))
        yield Dong("hinh", page.Shown(about, size, writer.drawn.index(picture), writer.shown))
        writer.shown += 1
        if hinh.chu_thich:
            yield Dong("ten_hinh", writer.paragraph(hinh.chu_thich, (*here, "chu_thich")))
