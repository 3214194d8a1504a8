"""Measure the rules on spelling over texts that were not counted: python -m tools.spelling.measure FOLDER… [--show].

Each line is looked at as it is (what is found is a false alarm, or a fault of the paper: read it), and once more with one fault put in
(``slips.py``).  The hand-made list tests/vietnamese/loi-nguoi-go.txt is judged too.
"""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from notice_gen.vietnamese import loi_go
from tools.share import interval
from tools.spelling import slips

LIST = Path(__file__).parents[2] / "tests" / "vietnamese" / "loi-nguoi-go.txt"
_ROWS = [row for row in loi_go.cac_dong() if row["ma"].startswith("CT") or row.get("nhom") == "bo_go"]
_MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_SEED = 11
_MOST = 6000


def found(line: str) -> list[tuple[int, int, str | None, str]]:
    """Return what the rules say of a line: from, to, the advice, the rule."""
    return [(one.tu, one.den, one.dung, row["ma"]) for row in _ROWS for one in loi_go.tim(row, line)]


def paragraphs(folders: list[Path]) -> Iterator[str]:
    """Yield each paragraph of the texts once; a line that goes on in small letters is joined to the one before."""
    seen = set()
    for path in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        held = ""
        for line in [*map(str.strip, path.read_text("utf-8", "replace").splitlines()), ""]:
            if held and line[:1].islower() and not held.endswith((".", ";", ":")):
                held = f"{held} {line}"
                continue
            shown, held = unicodedata.normalize("NFC", held), line
            if shown and shown not in seen:
                seen.add(shown)
                yield shown


def share(hits: int, of: int) -> str:
    """Return a share with its 95 % interval."""
    if not of:
        return "-"
    low, high = interval(hits, of)
    return f"{hits}/{of} = {hits / of:.1%} ({low:.1%} – {high:.1%})"


def main() -> None:
    """Print the tables."""
    folders, show = [Path(word) for word in sys.argv[1:] if word != "--show"], "--show" in sys.argv
    chance, lines = random.Random(_SEED), list(paragraphs(folders))
    as_they_are(lines, show=show)
    chance.shuffle(lines)
    with_a_fault(lines[:_MOST], chance)
    by_hand()


def as_they_are(lines: list[str], *, show: bool) -> None:
    """Print what is said of the texts as they are."""
    alarms = [(line, *one) for line in lines for one in found(line)]
    syllables = sum(len(line.split()) for line in lines)
    by_rule: dict[str, int] = defaultdict(int)
    for *_, rule in alarms:
        by_rule[rule] += 1
    print(f"{syllables} words, said: {dict(by_rule)}; CT07: one in {syllables / max(by_rule['CT07'], 1):.0f} words")
    for line, start, end, right, rule in alarms if show else ():
        print(f"  {rule} {line[max(start - 30, 0) : start]}[{line[start:end]} → {right}]{line[end : end + 25]}")


def with_a_fault(lines: list[str], chance: random.Random) -> None:
    """Print how many of the faults that are put in, one a line, are found."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    advice: list[bool] = []
    for line in lines:
        spoilt = slips.spoilt(line, chance)
        if spoilt:
            text, start, end, _, kind = spoilt
            near = [one for one in found(text) if one[0] < end and start < one[1]]
            kinds[kind].append(bool(near))
            advice += [any(right and text[:begin] + right + text[stop:] == line for begin, stop, right, _ in near)] if near else []
    for kind, hits in sorted(kinds.items()):
        print(f"  {kind:18} {share(sum(hits), len(hits))}")
    every = [hit for hits in kinds.values() for hit in hits]
    one = [hit for kind, hits in kinds.items() if kind != "syllable dropped" for hit in hits]
    print(f"  all {share(sum(every), len(every))}; dropped ones left out {share(sum(one), len(one))}")
    print(f"  advice right {share(sum(advice), len(advice))}")


def by_hand() -> None:
    """Print what is found of the hand-made list, and what is said of its right lines."""
    hits, right, missed, alarms = 0, 0, [], []
    marked = [(line, _MARKED.search(line)) for line in LIST.read_text("utf-8").splitlines() if not line.startswith("#")]
    for line, match in ((line, match) for line, match in marked if match):
        head, wrong, meant, tail = line[: match.start()], match[1], match[2], line[match.end() :]
        text, mended = head + wrong + tail, head + meant + tail
        near = [one for one in found(text) if one[0] < len(head) + len(wrong) and len(head) < one[1]]
        hits += bool(near)
        right += any(advice and text[:start] + advice + text[end:] == mended for start, end, advice, _ in near)
        missed += [] if near else [f"{wrong}|{meant}"]
        alarms += [(mended, one) for one in found(mended)]
    of = sum(match is not None for _, match in marked)
    print(f"by hand {share(hits, of)}, advice right {right}; said of the right lines: {alarms}\n  missed: {'; '.join(missed)}")


if __name__ == "__main__":
    main()
