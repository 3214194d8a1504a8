"""Recall of the checker: single faults put into papers of others, one at a time; does the rule of that fault speak?

Run as ``python -m tools.recall FOLDER… [--most N] [--misses]``.  Each kind of fault is put into as many administrative papers
of the folders as have a place for it (at most N, those whose names hash first); found means that a rule of the kind says
something at the place spoilt, or once more than before.  Papers are read, never written.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

from notice_gen.check.judge import judge
from notice_gen.check.read import opened, read
from notice_gen.check.rules import JUDGED, all_rules
from notice_gen.check.texts import prose
from notice_gen.errors import InputError
from tools.recall_faults import Putting, places, puts, spoilt
from tools.recall_kinds import KINDS, Kind
from tools.share import interval

Before = dict[str, Counter[tuple[str, str]]]
"""What the rules say of each paper as it is."""
Paper = tuple[str, bytes]


def put_in(papers: list[Paper], before: Before, today: date, most: int, *, misses: bool) -> tuple[list[int], list[int]]:
    """Put :data:`PUT` and :data:`TABLES` into papers: how many wrong ones, how many right ones are told, each with how many there are."""
    told, alarmed = [0, 0], [0, 0]
    for number, (name_of, own, put) in enumerate(puts()):
        hit = tried = 0
        for paper in papers[number % 3 :]:
            spans = _ends_of_sentences(paper[1], today) if tried < most else []
            if not spans:
                continue
            tried += 1
            for wrong, count in ((True, told), (False, alarmed)):
                said = _said_of(put, paper, spans[number % len(spans)], today, wrong=wrong) - {*before[paper[0]]}
                spoken = {code for code, _ in said} & own
                count[0] += bool(spoken)
                count[1] += 1
                hit += bool(spoken) and wrong
                if misses and bool(spoken) is not wrong:
                    say(f"   {'missed' if wrong else 'alarm'}: {paper[0]} {name_of} | {sorted(spoken)}")
        say(f"{'đưa vào':14} {name_of:45} {hit}/{tried}")
    return told, alarmed


def _ends_of_sentences(data: bytes, today: date) -> list[int]:
    """Return the paragraphs of a paper that a sentence more can follow."""
    spans = prose(opened(data, today).view)
    return [span.paragraph.index for span in spans if len(span.text) > 60 and span.text.rstrip().endswith((".", ";"))]


def _said_of(put: Putting, paper: Paper, where: int, today: date, *, wrong: bool) -> set[tuple[str, str]]:
    file = opened(paper[1], today)
    span = next(one for one in prose(file.view) if one.paragraph.index == where)
    return {*found_by(put(file, span, wrong), today)}


def found_by(docx: bytes, today: date) -> Counter[tuple[str, str]]:
    """Return how often each rule speaks at each text."""
    verdict = judge(read(docx, today), all_rules(), most=10**6)
    if verdict.unchecked:
        raise RuntimeError(next(iter(verdict.unchecked.values())))
    return Counter((fault.rule.code, fault.span.text if fault.span else "") for fault in verdict.faults)


def say(line: str) -> None:
    """Write a line."""
    sys.stdout.write(line + "\n")


def _papers(folders: list[Path], today: date) -> list[Paper]:
    """Return the administrative papers of the folders, those whose names hash first at the head."""
    files = [path for folder in folders for path in (folder.glob("*.docx") if folder.is_dir() else [folder])]
    papers = []
    for path in sorted(files, key=lambda one: hashlib.sha256(one.name.encode()).hexdigest()):
        try:
            data = path.read_bytes()
            if read(data, today).kind in JUDGED:
                papers.append((path.name, data))
        except InputError:
            continue
    return papers


def _recall(kind: Kind, papers: list[Paper], before: Before, today: date, most: int, *, misses: bool) -> tuple[int, int]:
    """Put one kind of fault into papers, one at a time; return how often a rule of the kind speaks, and of how many."""
    tried = hit = 0
    for name, data in papers:
        if tried >= most:
            break
        file = opened(data, today)
        place = next(places(file.view, kind), None)
        docx = spoilt(file, *place, kind) if place else None
        if place is None or docx is None:
            continue
        tried += 1
        spoken = {code for code, _ in found_by(docx, today) - before[name]}
        if spoken & set(kind.rules.split()):
            hit += 1
        elif misses:
            say(f"   missed: {name} {kind.name} | {place[0].text[:160]} | {sorted(spoken)}")
    return hit, tried


def main() -> int:
    """Print recall by kind and by group."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="+", type=Path)
    asked.add_argument("--most", type=int, default=6)
    asked.add_argument("--misses", action="store_true")
    asked.add_argument("--only", default="")
    options = asked.parse_args()
    today = datetime.now(UTC).date()
    papers = _papers(options.folder, today)
    say(f"{len(papers)} papers")
    before = {name: found_by(data, today) for name, data in papers}
    groups: dict[str, list[int]] = {}
    for kind in (kind for kind in KINDS if options.only in kind.name):
        hit, tried = _recall(kind, papers, before, today, options.most, misses=options.misses)
        total = groups.setdefault(kind.group, [0, 0])
        total[0] += hit
        total[1] += tried
        if tried:
            say(f"{kind.group:14} {kind.name:45} {hit}/{tried}")
    if not options.only:
        told, alarmed = put_in(papers, before, today, options.most, misses=options.misses)
        groups |= {"số liệu, ngày đưa vào": told, "báo nhầm chỗ đúng": alarmed}
    for group, (hit, tried) in groups.items():
        low, high = interval(hit, tried) if tried else (0.0, 0.0)
        say(f"{group}: {hit}/{tried} = {hit / max(tried, 1):.1%} ({low:.1%} to {high:.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
