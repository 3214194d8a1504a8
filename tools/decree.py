"""Draw the form pages of Nghị định số 30/2020/NĐ-CP as small pictures, and say which of them a notice is held against.

Usage:
    python -m tools.decree PHU-LUC-1.docx PHU-LUC-3.docx

The annexes are the decree's as published, in Word; a law text is nobody's own (Điều 15 Luật Sở hữu trí tuệ).
Needs LibreOffice and poppler.  Writes ``docs/gallery/nghi-dinh/<name>.png``: ``mau-1.4.png`` and so on, a second page as ``….2.png``.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from notice_gen import legal, templates
from tools.pictures import png, printed, run

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "gallery" / "nghi-dinh"
_DPI = 60  # an A4 page is 496 pixels wide
# Where the parts of an annex begin, and what their pages are called; without a name they are not drawn.
_BEGINS = (
    (r"Mẫu (\d\.\d+) - ", r"mau-\1"),
    (r"Mẫu văn bản \(.*văn bản giấy", "mau-1.3-kem-theo"),
    (r"Mẫu văn bản \(.*văn bản điện tử", "mau-1.3-kem-theo-dien-tu"),
    (r"2\. Sơ đồ", "so-do"),
    (r"V\. MẪU CHỮ", "mau-chu"),
    (r"Phần II$", ""),
    (r"b\) Sơ đồ", "so-do-ban-sao"),
)


def main() -> int:
    """Write the pictures; return the exit code."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for annex in sys.argv[1:]:
            for name, docx in _parts(Path(annex).read_bytes()):
                (work / f"{name}.docx").write_bytes(docx)
        printed(work)
        FOLDER.mkdir(exist_ok=True)
        for old in FOLDER.glob("*.png"):
            old.unlink()
        for pdf in sorted(work.glob("*.pdf")):
            for number, page in enumerate(_drawn(pdf), start=1):
                (FOLDER / f"{pdf.stem}{f'.{number}' if number > 1 else ''}.png").write_bytes(png(page))
    pages = list(FOLDER.glob("*.png"))
    sys.stdout.write(f"{FOLDER.relative_to(ROOT)}: {len(pages)} pages, {sum(page.stat().st_size for page in pages) // 1024} KB\n")
    return 0


def _drawn(pdf: Path) -> Iterator[bytes]:
    """Yield the pages of a PDF as P6 pictures, but for those with nothing on them, or a page number alone."""
    texts = run("pdftotext", pdf, "-").decode().split("\f")
    for number, text in enumerate(texts, start=1):
        if text.strip() and not text.strip().isdigit():
            yield run("pdftoppm", "-r", str(_DPI), "-f", str(number), "-l", str(number), pdf)


def _parts(annex: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of an annex that are drawn, each a Word file of its own: in the annex a form may begin at the foot of a page."""
    begins = [(at, name) for at, block in enumerate(_body(Document(io.BytesIO(annex)))) if (name := _name(block)) is not None]
    for (start, name), (end, _) in zip(begins, [*begins[1:], (None, "")], strict=True):
        if not name:
            continue
        document = Document(io.BytesIO(annex))
        blocks = _body(document)
        for block in blocks[: start if end is None else end]:
            _closes(document, block, within=block in blocks[start:end])
        for block in {*blocks} - {*blocks[start:end]}:
            block.getparent().remove(block)
        if blocks[start:end][-1].tag != qn("w:p"):
            document.add_paragraph()  # no body ends with a table
        kept = io.BytesIO()
        document.save(kept)
        yield name, kept.getvalue()


def _body(document: Any) -> list[Any]:
    return [block for block in document.element.body if block.tag != qn("w:sectPr")]


def _name(block: Any) -> str | None:
    """Return what the pages are called that begin with a paragraph; None where none begin."""
    text = "".join(letters.text or "" for letters in block.iter(qn("w:t"))).strip() if block.tag == qn("w:p") else ""
    found = ((re.match(pattern, text), name) for pattern, name in _BEGINS)
    return next((match.expand(name) for match, name in found if match), None)


def _closes(document: Any, block: Any, *, within: bool) -> None:
    """Let a section that ends *within* a part hold for all of it: the annex ends that of the table of letters before the table."""
    section = next(block.iter(qn("w:sectPr")), None)
    if within and section is not None:
        document.element.body.replace(document.element.body[-1], deepcopy(section))
        section.getparent().remove(section)


def pages_of(notice: str, on: date) -> list[Path]:
    """Return the pictures of the form pages that a notice's TOML is held against, none where the decree has no form.

    The type's form is told by the decree's data; those of a text that a decision issues, an annex and a copy by what is in the notice.
    """
    told = tomllib.loads(notice)
    ten = templates.find(told["mau"]).manifest["ten"]
    law = legal.law(on)
    form = next(kind.mau for kind in (*law.loai.values(), *law.loai_khong_ma) if kind.ten == ten)
    electronic = bool(told.get("van_ban", {}).get("dien_tu"))
    copied = "3.2" if told.get("ban_sao", {}).get("dien_tu") else "3.1"
    issues = "van_ban_kem_theo" in told
    names = [
        "1.3" if issues and form == "1.2" else form,
        *(["1.3-kem-theo-dien-tu" if electronic else "1.3-kem-theo"] if issues else []),
        *(["2.2" if electronic else "2.1"] if "phu_luc" in told else []),
        *([copied] if "ban_sao" in told and form != copied else []),
    ]
    return [FOLDER / f"mau-{name}.png" for name in names if name]


if __name__ == "__main__":
    sys.exit(main())
