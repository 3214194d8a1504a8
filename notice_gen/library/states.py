"""What became of findings files: still drafts, printed, changed since they were printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from notice_gen import files, render
from notice_gen.errors import NoticeGenError
from notice_gen.library import sources
from notice_gen.library.documents import this_day

if TYPE_CHECKING:
    from notice_gen.office.notices import Outcome
    from notice_gen.register import Entry

_MOST = 2_000  # papers of a folder that are looked at
_DRAFT = "du-thao-"


class PrintState(NamedTuple):
    """What became of one findings file.

    Attributes: *status*: ``wrong`` (it is refused), ``draft`` (it has no number yet, or was never printed), ``printed`` (a paper of its
    folder says what it says), ``changed`` (it says otherwise than its paper), ``edited`` (somebody changed its paper since);
    *label*: number and symbol, empty for a draft; *papers*: what was printed of it.
    """

    status: str
    label: str
    papers: tuple[Path, ...]


def print_states(paths: Iterable[str | PathLike[str]], *, today: date | None = None) -> list[PrintState]:
    """Return what became of each findings file: it is held against the papers in its folder, and the register in force there."""
    today, several = today or this_day(), [sources.path_of(path) for path in paths]
    papers = {folder: _papers(folder) for folder in {path.parent for path in several}}
    registers: dict[str, Mapping[str, Entry]] = {}
    return [_state(path, papers[path.parent].get(render.mark(path.name), {}), registers, today) for path in several]


def _papers(folder: Path) -> Mapping[str, Mapping[Path, bytes]]:
    """Return the papers of a folder that we printed, by the mark of their findings file."""
    found: dict[str, dict[Path, bytes]] = defaultdict(dict)
    for path in sorted(folder.glob("*.docx"))[:_MOST]:
        try:
            docx = files.read(path)
        except OSError:
            continue
        if source := render.source(docx):
            found[source][path] = docx
    return found


def _state(path: Path, papers: Mapping[Path, bytes], registers: dict[str, Mapping[str, Entry]], today: date) -> PrintState:
    from notice_gen.office import notices
    from notice_gen.office.notices import Findings

    [outcome] = notices.make([Findings(str(path), path.parent)], today=today)
    if outcome.issued is None:
        return PrintState("wrong", "", tuple(papers))
    if outcome.issued.notice.van_ban.so == "tu-dong":
        outcome = _numbered(outcome, registers, today)
    issued = outcome.notice
    if issued.notice.van_ban.so == "tu-dong" or issued.name.startswith(_DRAFT) or not papers:
        return PrintState("draft", "", tuple(papers))
    wanted = render.marked(issued.docx, render.mark(path.name))
    label = issued.context.page.van_ban.so_ky_hieu.strip()
    if wanted in papers.values():
        return PrintState("printed", label, tuple(papers))
    return PrintState("changed" if any(map(render.is_untouched, papers.values())) else "edited", label, tuple(papers))


def _numbered(outcome: Outcome, registers: dict[str, Mapping[str, Entry]], today: date) -> Outcome:
    """Return a notice with the number that its register issued it with; as it is where there is none."""
    from notice_gen import issue, register
    from notice_gen.office import notices

    try:
        numbered = notices.number([outcome], None, today=today, dry=True)
        if 0 not in numbered.keys:
            return outcome
        place, khoa = numbered.keys[0]
        if place not in registers:
            with register.connect(place, create=False) as book:
                registers[place] = {entry.khoa: entry for entry in register.entries(book, trang_thai=register.DA_CAP)}
        entry = registers[place].get(khoa)
        return replace(outcome, issued=issue.numbered(outcome.notice, entry.so, today=today)) if entry else outcome
    except NoticeGenError:
        return outcome
