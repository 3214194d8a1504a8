"""Render every example to small pictures of its pages, for ``docs/mau.md``, and every type's sample to one, for the screen's gallery.

Usage:
    python -m tools.gallery

Needs LibreOffice (``soffice``) and poppler (``pdftoppm``).  Writes ``docs/gallery/<example>-<page>.png``, ``docs/gallery/README.md``, where
they stand by the decree's pages, and ``notice_gen/web/static/types/<mau>.png``.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from notice_gen import issue, templates
from tools import decree
from tools.pictures import png, printed, run

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery"
TYPES = ROOT / "notice_gen" / "web" / "static" / "types"
_DPI, _SMALL = 60, 30
_DAY = date(2026, 11, 23)
_LISTED = """# Trang in ra, bên trang mẫu của nghị định

Mỗi mẫu (trang đầu của tệp do `notice-gen new` ghi) và mỗi ví dụ, bên trang tương ứng của Phụ lục III
Nghị định số 30/2020/NĐ-CP. Chỗ khác nhau và lý do: [forms.md](../dev/analysis/forms.md).
Trang này do `make gallery` ghi; ảnh các trang của nghị định do `tools/decree.py` vẽ từ bản Word của các phụ lục.
"""


def main() -> int:
    """Write the pictures; return the exit code."""
    examples = {path.stem: path.read_bytes() for path in sorted((ROOT / "examples").glob("*.toml"))}
    samples = {mau: templates.sample(mau).encode() for mau in templates.names()}
    for folder, texts, dpi in ((GALLERY, examples, _DPI), (TYPES, samples, _SMALL)):
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        sizes = [path.stat().st_size for path in pictures(texts, folder, dpi, first=folder == TYPES)]
        sys.stdout.write(f"{folder.relative_to(ROOT)}: {len(sizes)} pages, {sum(sizes) // 1024} KB\n")
    (GALLERY / "README.md").write_text(listed(), "utf-8", newline="\n")
    return 0


def pictures(texts: Mapping[str, bytes], folder: Path, dpi: int, *, first: bool) -> Iterator[Path]:
    """Write a picture of each page of each notice, by name, or of its *first* page alone; yield the files."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for name, data in texts.items():
            made = issue.issue(data, file=f"{name}.toml", folder=work, today=_DAY)
            (work / f"{name}.docx").write_bytes(made.docx)
        printed(work)
        for pdf in sorted(work.glob("*.pdf")):
            pages = work / pdf.stem
            pages.mkdir()
            run("pdftoppm", "-r", str(dpi), *(("-l", "1") if first else ()), pdf, pages / "p")
            for number, page in enumerate(sorted(pages.iterdir(), key=_page), start=1):
                path = folder / (f"{pdf.stem}.png" if first else f"{pdf.stem}-{number}.png")
                path.write_bytes(png(page.read_bytes()))
                yield path


def _page(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def listed() -> str:
    """Return ``docs/gallery/README.md``: every type's sample and every example by the decree's pages that it is held against."""
    texts = {f"`{mau}`": (templates.sample(mau), [TYPES / f"{mau}.png"]) for mau in templates.names()}
    for path in sorted((ROOT / "examples").glob("*.toml")):
        ours = sorted(GALLERY.glob(f"{path.stem}-[0-9]*.png"), key=_page)
        texts[f"[{path.name}](../../examples/{path.name})"] = path.read_text("utf-8"), ours
    groups: dict[tuple[Path, ...], list[str]] = {}
    for label, (text, pages) in texts.items():
        groups.setdefault(tuple(decree.pages_of(text, _DAY)), []).append(f"{label}\n\n{_shown(pages)}\n")
    parts = [_LISTED]
    for forms, papers in sorted(groups.items(), key=lambda group: [_number(page) for page in group[0]] or [[9]]):
        heading = f"Mẫu {', '.join(page.stem.removeprefix('mau-') for page in forms)}" if forms else "Nghị định không có mẫu"
        parts += [f"## {heading}", *([f"Trang của nghị định:\n\n{_shown(forms)}\n"] if forms else []), *papers]
    plans = sorted(page for kind in ("so-do", "mau-chu") for page in decree.FOLDER.glob(f"{kind}*.png"))
    return "\n".join([*parts, "## Phụ lục I: sơ đồ, mẫu chữ", _shown(plans), ""])


def _shown(pictures: Iterable[Path]) -> str:
    return " ".join(f"![{path.stem}]({Path(os.path.relpath(path, GALLERY)).as_posix()})" for path in pictures)


def _number(page: Path) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", page.stem)]


if __name__ == "__main__":
    sys.exit(main())
