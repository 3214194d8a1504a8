"""What mkdocs asks while it builds the manual's site (``make docs``): pages made from the program, links that leave the manual.

- the reference pages of ``tools/reference.py`` come in as if they were files;
- the quick sheet is printed by notice-gen itself, to be downloaded;
- a link to a file of the repository that is no page (``../SECURITY.md``, a schema, an analysis) leads to the repository;
- a page of the navigation that is not written yet is left out of it.
"""

from __future__ import annotations

import posixpath
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from notice_gen import issue
from tools import reference

ROOT = Path(__file__).parents[1]
SHEET = ROOT / "docs" / "to-tra-nhanh.toml"
_LINK = re.compile(r"(?<=\]\()([^)\s#]+)(#[^)\s]*)?(?=\))")


def on_config(config: Any) -> Any:
    """Leave out of the navigation what is neither written nor made."""
    made = reference.pages()
    config["nav"] = [_there(part, made) for part in config["nav"]]
    return config


def _there(part: dict[str, Any], made: dict[str, str]) -> dict[str, Any]:
    [(title, pages)] = part.items()
    if isinstance(pages, str):
        return part
    return {title: [page for page in pages if (path := next(iter(page.values()))) in made or (ROOT / "docs" / path).is_file()]}


def on_files(files: Any, config: Any) -> Any:
    """Add what is made: the reference, the quick sheet."""
    for path, text in reference.pages().items():
        files.append(File.generated(config, path, content=text))
    files.append(File.generated(config, "to-tra-nhanh.docx", content=quick_sheet()))
    return files


def quick_sheet() -> bytes:
    """Return the quick sheet as a Word file."""
    return issue.issue(SHEET.read_bytes(), file=str(SHEET), folder=SHEET.parent, today=datetime.now(UTC).date()).docx


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Lead links to files that are no pages of the site to the repository."""
    here = posixpath.dirname(page.file.src_uri)

    def led(found: re.Match[str]) -> str:
        target = found[1]
        if ":" in target:
            return found[0]
        inside = posixpath.normpath(posixpath.join(here, target))
        known = files.get_file_from_path(inside)
        if known is not None and known.inclusion.is_included():
            return found[0]
        path = posixpath.normpath(posixpath.join("docs", inside))
        return f"{config['repo_url']}/blob/main/{path}{found[2] or ''}" if (ROOT / path).exists() else found[0]

    return _LINK.sub(led, markdown)
