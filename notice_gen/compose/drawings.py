"""What is drawn in the text: charts and pictures, each with what is said below it."""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen import page, typography
from notice_gen.compose.writer import Path, Writer
from notice_gen.model import HIGHEST_MM, Bang, BieuDo, Hinh
from notice_gen.page import Block, Dong


def charts(writer: Writer, cac_bieu_do: tuple[BieuDo, ...], cac_bang: tuple[Bang, ...], width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of charts, which may be of *cac_bang*, tables of the same section that were printed before."""
    if cac_bieu_do:
        from notice_gen.compose.charts import chart_blocks  # most notices have none

        yield from chart_blocks(writer, cac_bieu_do, cac_bang, width, path)


def pictures(writer: Writer, cac_hinh: tuple[Hinh, ...], width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of pictures, each with what is said below it; none is wider than the text, *width* twips, or higher than a page."""
    for i, hinh in enumerate(cac_hinh):
        here = (*path, i)
        picture = writer.pictures.get(hinh.tep)
        if picture is None:
            continue  # told where pictures are read
        across = min(float(hinh.be_rong), width / typography.TWIPS_PER_MM, HIGHEST_MM * picture.width / picture.height)
        size = (round(across * typography.EMU_PER_MM), round(across * typography.EMU_PER_MM * picture.height / picture.width))
        if picture not in writer.drawn:
            writer.drawn.append(picture)
        about = writer.text(hinh.mo_ta, (*here, "mo_ta"))
        yield Dong("hinh", page.Shown(about, size, writer.drawn.index(picture), writer.shown))
        writer.shown += 1
        if hinh.chu_thich:
            yield Dong("ten_hinh", writer.paragraph(hinh.chu_thich, (*here, "chu_thich")))
