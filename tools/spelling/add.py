"""Add counts to those of the shipped table: python -m tools.spelling.add SUM COUNTS [AGAIN] (then ``pack.py SUM PAIRS``, ``bound.py SUM``).

What the table was counted from cannot all be had again as it was, so the table itself is read back as counts, each within a tenth
of what it was.  Its syllables and what it tells of partners are kept.  AGAIN are counts of texts that it counted already: pairs that
it does not hold were met once there.

What is met often in the new texts weighs an eighth: manuals and translations repeat themselves, and what is frequent in them would be asked
for elsewhere (*tham số cho* made *số chó* doubtful).  What is met seldom, up to four times, weighs in full.
"""

from __future__ import annotations

import marshal
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from notice_gen.vietnamese.tan_suat import bang, cac_chu, lan
from notice_gen.vietnamese.thieu_tieng import sign

_BASE = 1 << 20
_SELDOM, _SHARE = 4, 8
_FEW = 0.1
"""What stands between two syllables is told anew only where the old counts leave no more than this share for another."""


def shipped() -> dict[str, Any]:
    """Return the counts of the table as ``count.py`` gives them, with the bytes of the pairs (``codes``)."""
    table, names = bang(), [*cac_chu()]
    times = [round(lan(level)) for level in range(256)]
    pairs, codes = {}, {}
    for first in range(len(names)):
        for at in range(table.dau[first], table.dau[first + 1]):
            pairs[first * _BASE + table.sau[at]] = times[table.cap[at]]
            codes[first * _BASE + table.sau[at]] = sign(at)
    gaps = zip(table.khoang, table.giua, table.cap_ba, strict=True)
    triples = {((key >> 16) * _BASE + middle) * _BASE + (key & 0xFFFF): times[level] for key, middle, level in gaps}
    return {"names": names, "words": [times[level] for level in table.nhieu], "pairs": pairs, "triples": triples, "codes": codes}


def weighed(count: int) -> int:
    """Return what a count of the new texts is worth."""
    return max(min(count, _SELDOM), round(count / _SHARE))


def summed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return both counts together; the syllables of the old ones keep their numbers."""
    number = {name: at for at, name in enumerate(old["names"])}
    place = [number.setdefault(name, len(number)) for name in new["names"]]
    words = Counter(dict(enumerate(old["words"]))) + Counter({place[at]: weighed(count) for at, count in enumerate(new["words"])})
    pairs = Counter(old["pairs"])
    for pair, count in new["pairs"].items():
        pairs[place[pair // _BASE] * _BASE + place[pair % _BASE]] += weighed(count)
    return {
        "names": [*number], "words": [words[at] for at in range(len(number))], "pairs": dict(pairs),
        "triples": _triples(old, new, place), "codes": old["codes"], "known": len(old["names"]),
    }  # fmt: skip


def _triples(old: Mapping[str, Any], new: Mapping[str, Any], place: list[int]) -> dict[int, int]:
    """Return the triples of both; new ones only between syllables that hardly stood around another one before."""
    triples = Counter(old["triples"])
    gaps = {(triple // _BASE**2, triple % _BASE) for triple in triples}
    after: dict[int, dict[int, int]] = {}
    before: dict[int, dict[int, int]] = {}
    for pair, count in old["pairs"].items():
        after.setdefault(pair // _BASE, {})[pair % _BASE] = count
        before.setdefault(pair % _BASE, {})[pair // _BASE] = count
    for triple, count in new["triples"].items():
        first, middle, third = (place[at] for at in (triple // _BASE**2, triple // _BASE % _BASE, triple % _BASE))
        if (first, third) in gaps or _others(after.get(first, {}), before.get(third, {}), middle) <= _FEW * count:
            triples[(first * _BASE + middle) * _BASE + third] += weighed(count)
    return dict(triples)


def _others(after: Mapping[int, int], before: Mapping[int, int], middle: int) -> int:
    """Return how often at most others than *middle* may have stood between two syllables."""
    return sum(min(count, before[at]) for at, count in after.items() if at != middle and at in before)


def met_once(old: Mapping[str, Any], again: Mapping[str, Any]) -> dict[str, Any]:
    """Return *old* with the pairs of its syllables that stand in texts it was counted from and that it does not hold."""
    number = {name: at for at, name in enumerate(old["names"])}
    place = [number.get(name, 0) for name in again["names"]]
    pairs = {place[pair // _BASE] * _BASE + place[pair % _BASE] for pair in again["pairs"] if place[pair // _BASE] and place[pair % _BASE]}
    return {**old, "pairs": {**dict.fromkeys(sorted(pairs), 1), **old["pairs"]}}


if __name__ == "__main__":
    target, *sources = map(Path, sys.argv[1:])
    new, *again = [marshal.loads(path.read_bytes()) for path in sources]
    both = summed(met_once(shipped(), again[0]) if again else shipped(), new)
    target.write_bytes(marshal.dumps(both))
    print({name: value if isinstance(value, int) else len(value) for name, value in both.items()})
