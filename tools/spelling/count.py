"""Count syllables, pairs and triples of a folder of texts: python -m tools.spelling.count FOLDER… COUNTS.

Only counts are kept; a line that was met before (a law cited by another) counts once.
"""

from __future__ import annotations

import marshal
import re
import sys
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from notice_gen.vietnamese.tan_suat import cac_am_tiet, chuan

_BASE = 1 << 20
_FREQUENT = 25
"""Rarer triples tell nothing of what nearly always stands between two syllables."""
_SHORT = 40
"""A line of fewer letters is counted each time: it is no copied sentence."""


_UPPER = "A-Z" + "".join(filter(str.isupper, map(chr, range(0xC0, 0x1EFA))))
_CAPITAL = rf"[{_UPPER}][^\W\d_{_UPPER}]+"
NAME = re.compile(rf"(?<!\w)(?:{_CAPITAL} ){{2,}}{_CAPITAL}(?!\w)")
"""Three words or more with capitals: a name, which says nothing of how its syllables stand elsewhere (*Trần Trọng Kim*)."""


def counts(folders: Iterable[Path]) -> dict[str, object]:
    """Return ``words`` (how often each syllable stands), ``pairs`` and ``triples`` (of numbers in ``names``)."""
    number: dict[str, int] = {"": 0}
    stream = array("I")
    seen: set[int] = set()
    for line in lines(folders):
        if len(line) >= _SHORT:
            if (known := hash(line)) in seen:
                continue
            seen.add(known)
        stream.append(0)
        stream.extend([number.setdefault(chuan(word), len(number)) for word in cac_am_tiet(NAME.sub(" . ", line).lower())])
    stream.append(0)
    words = Counter(stream)
    pairs = Counter(first * _BASE + second for first, second in pairwise(stream))
    triples: Counter[int] = Counter()
    often = {pair for pair, count in pairs.items() if count >= _FREQUENT and pair % _BASE and pair >= _BASE}
    first, second = 0, 0
    for third in stream:
        if first * _BASE + second in often and second * _BASE + third in often:
            triples[(first * _BASE + second) * _BASE + third] += 1
        first, second = second, third
    names = sorted(number, key=number.__getitem__)
    return {
        "names": names, "words": [words[at] for at in range(len(names))], "pairs": dict(pairs),
        "triples": {k: n for k, n in triples.items() if n >= _FREQUENT}, "syllables": len(stream) - words[0],
    }  # fmt: skip


def lines(folders: Iterable[Path]) -> Iterator[str]:
    """Yield the paragraphs of the texts; a line that goes on in small letters on the next one is joined to it."""
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")) if folder.is_dir() else [folder]:
            held = ""
            for line in map(str.strip, path.read_text("utf-8", "replace").splitlines()):
                if held and line[:1].islower() and not held.endswith((".", ";", ":")):
                    held = f"{held} {line}"
                    continue
                yield unicodedata.normalize("NFC", held)
                held = line
            yield unicodedata.normalize("NFC", held)


if __name__ == "__main__":
    *sources, target = map(Path, sys.argv[1:])
    found = counts(sources)
    target.write_bytes(marshal.dumps(found))
    print({name: value if isinstance(value, int) else len(value) for name, value in found.items()})  # type: ignore[arg-type]
