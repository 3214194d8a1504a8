"""Write ``notice_gen/data/do-rong-chu.json`` from four font files metric-compatible with Times New Roman.

    python templates/measure_font.py regular.ttf bold.ttf italic.ttf bolditalic.ttf

Needs fontTools, which the program itself does not.  Only advance widths are taken.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

_OUT = Path(__file__).parent.parent / "notice_gen" / "data" / "do-rong-chu.json"
_VIETNAMESE = "ĐđƠơƯư"
_SIGNS = "–—‘’“”…•−×÷°±²³§€₫©®½¼¾≤≥≠→·«»"


def main(paths: list[str]) -> None:
    # Any other marked letter is as wide as its base letter; the horn makes ơ and ư wider.
    chars = sorted({*map(chr, range(0x20, 0x7F)), "\u00a0", *_VIETNAMESE, *_SIGNS})
    faces = {}
    for name, path in zip(("r", "b", "i", "bi"), paths, strict=True):
        font = TTFont(path)
        cmap, metrics = font.getBestCmap(), font["hmtx"]
        scale = 2048 / font["head"].unitsPerEm
        table: dict[str, str] = {}
        for char in chars:
            if ord(char) in cmap:
                width = str(round(metrics[cmap[ord(char)]][0] * scale))
                table[width] = table.get(width, "") + char
        faces[name] = dict(sorted(table.items(), key=lambda item: int(item[0])))
    _OUT.write_text(json.dumps(faces, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
