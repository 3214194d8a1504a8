"""Write notice_gen/data/tan-suat-am-tiet.bin from counts: python -m tools.spelling.pack COUNTS [PAIRS].

Of rare pairs those are kept that are needed most, PAIRS in all (every pair met twice or more without it): beside which a look-alike is
frequent, so that they would be doubted if they were not known.
"""

from __future__ import annotations

import marshal
import struct
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, groupby
from math import log2
from pathlib import Path
from typing import Any

from notice_gen.vietnamese import am_tiet
from notice_gen.vietnamese.do_nghi import COST
from notice_gen.vietnamese.nhin_nham import CACH, tim_nham, tron
from notice_gen.vietnamese.tan_suat import cac_chu

TARGET = Path(__file__).parents[2] / "notice_gen" / "data" / "tan-suat-am-tiet.bin"
_BASE = 1 << 20
_FREQUENT = 64
"""What is rarer is meant by nobody."""
_RARE = 3
_FOREIGN, _ONE_WORD = 30, 3
_BY_MISTAKE = 300
_NEVER = sys.maxsize
"""How often stands what is kept by no means: a syllable with impossible marks is a slip of the texts that were counted."""
_SHARE = 0.9
_LONGEST = 12
_GAP = 100
_LOW = 3
"""Pairs met so seldom may be left out."""
_MISSPELT = 400
"""How many times rarer than its rival a pair is a slip of the texts that were counted."""
STEPS = 4
"""Steps of a level to a doubling."""


def packed(found: Mapping[str, Any], pairs: Mapping[int, int], likes: Sequence[Sequence[tuple[int, str]]] = ()) -> bytes:
    """Return the file: lengths of its parts, syllables by how frequent they are, levels, these pairs, gaps, look-alikes."""
    names, words = found["names"], found["words"]
    right = [am_tiet.la_am_tiet(name) for name in names]
    kept = _kept(found, right)
    number = {0: 0} | {at: place for place, at in enumerate(kept, 1)}
    rows = _pairs(pairs, number)
    gaps = sorted(_gaps(found["triples"], number))
    parts = (
        "\n".join(["", *(names[at] for at in kept)]).encode(), _alike(names, words, right, kept, number),
        _levels(words[at] for at in (0, *kept)),
        _bytes(_starts(rows, len(number))), _bytes(array("H", [b for _, b, _ in rows])), _levels(count for *_, count in rows),
        _bytes(array("I", [first << 16 | third for first, third, *_ in gaps])), _bytes(array("H", [gap[2] for gap in gaps])),
        _levels(gap[3] for gap in gaps),
        _bytes(array("I", accumulate(map(len, likes), initial=0))), _bytes(array("H", [at for row in likes for at, _ in row])),
        bytes(CACH.index(how) for row in likes for _, how in row),
    )  # fmt: skip
    return struct.pack(f"<{len(parts)}I", *map(len, parts)) + b"".join(parts)


def _kept(found: Mapping[str, Any], right: Sequence[bool]) -> list[int]:
    """Return which syllables stand often enough to be known, the most frequent first."""
    names, words = found["names"], found["words"]
    frequent = {tron(name) for at, name in enumerate(names) if right[at] and words[at] >= _FREQUENT}
    met = {(names[first], names[second]): count for pair, count in found["pairs"].items() for first, second in (divmod(pair, _BASE),)}

    def least(at: int) -> int:
        if at < found.get("known", 0):
            return 1
        if right[at]:
            return _RARE
        name = names[at]
        return _NEVER if not name.isascii() and tron(name) in frequent else _least(name, words[at], met)

    kept = [at for at, name in enumerate(names) if at and words[at] >= least(at) and len(name) <= _LONGEST]
    return sorted(kept, key=lambda at: (-words[at], names[at]))


def _pairs(pairs: Mapping[int, int], number: Mapping[int, int]) -> list[tuple[int, int, int]]:
    """Return the pairs of syllables that are known, by their numbers."""
    split = ((*divmod(pair, _BASE), count) for pair, count in pairs.items())
    return sorted((number[a], number[b], count) for a, b, count in split if {a, b} <= number.keys())


def _starts(pairs: Sequence[tuple[int, int, int]], numbers: int) -> array[int]:
    """Return where the pairs of each first syllable begin, and where the last ones end."""
    firsts = Counter(a for a, _, _ in pairs)
    return array("I", accumulate((firsts[at] for at in range(numbers)), initial=0))


def _alike(names: Sequence[str], words: Sequence[int], right: Sequence[bool], kept: Sequence[int], number: Mapping[int, int]) -> bytes:
    """Return the frequent syllables by their letters without marks."""
    alike: dict[str, list[int]] = {}
    for at in kept:
        if words[at] >= _FREQUENT and right[at] and len(names[at]) > 1:
            alike.setdefault(tron(names[at]), []).append(number[at])
    return "\n".join(" ".join([bare, *map(str, at)]) for bare, at in sorted(alike.items())).encode()


def _least(name: str, count: int, met: Mapping[tuple[str, str], int]) -> int:
    """Return how often a word that is no syllable must stand to be known: two syllables in one, as *xilanh*, seldom, if not by mistake."""
    apart = max((met.get((name[:cut], name[cut:]), 0) for cut in range(2, len(name) - 1)), default=0)
    return _ONE_WORD if 0 < apart <= _BY_MISTAKE * count else _FOREIGN


def _levels(counts: Iterable[int]) -> bytes:
    return bytes(map(level, counts))


def level(count: int) -> int:
    """Return a count as a number of steps: 1 for one, four more for each doubling; 0 for none."""
    return 1 + round(STEPS * log2(count)) if count else 0


def _gaps(triples: Mapping[int, int], number: Mapping[int, int]) -> list[tuple[int, int, int, int]]:
    """Return first, third and middle syllable and how often, of triples whose middle is nearly always the same."""
    split = ((*divmod(pair, _BASE), c, count) for triple, count in triples.items() for pair, c in (divmod(triple, _BASE),))
    rows = sorted((number[a], number[c], -count, number[b]) for a, b, c, count in split if {a, b, c} <= number.keys())
    found = []
    for (a, c), several in groupby(rows, key=lambda row: row[:2]):
        group = [*several]
        if -group[0][2] >= max(_GAP, _SHARE * -sum(row[2] for row in group)):
            found.append((a, c, group[0][3], -group[0][2]))
    return found


def _bytes(values: array[int]) -> bytes:
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def needed(found: Mapping[str, Any], numbers: Mapping[int, int], likes: Sequence[Sequence[tuple[int, str]]], most: int) -> dict[int, int]:
    """Return *most* of the pairs: of the rare ones those with the most frequent rival, a pair with a look-alike of one of the two.

    A new one that is far rarer than its rival is misspelt.
    """
    known = {at: number for at, number in numbers.items() if number}
    back = {number: at for at, number in known.items()}
    alike = {at: [(back[other], COST[how]) for other, how in likes[number]] for at, number in known.items()}
    pairs = {pair: count for pair, count in found["pairs"].items() if {*divmod(pair, _BASE)} <= numbers.keys()}
    kept = {pair: count for pair, count in pairs.items() if count > _LOW}

    def rival(pair: int) -> float:
        first, second = divmod(pair, _BASE)
        after = [kept.get(first * _BASE + other, 0) / cost for other, cost in alike.get(second, ())]
        return max([*after, *(kept.get(other * _BASE + second, 0) / cost for other, cost in alike.get(first, ()))], default=0.0)

    rivals = {pair: min(rival(pair) / count, _MISSPELT) for pair, count in pairs.items() if count <= _LOW}
    held = found.get("codes", {})
    likely = sorted((pair for pair in rivals if pair in held or rivals[pair] < _MISSPELT), key=lambda pair: (-rivals[pair], pair))
    return kept | {pair: pairs[pair] for pair in likely[: max(most - len(kept), 0)]}


def main() -> None:
    """Write the table, first without look-alikes, by which these are worked out."""
    counts = marshal.loads(Path(sys.argv[1]).read_bytes())
    pairs = {pair: count for pair, count in counts["pairs"].items() if count > 1}
    TARGET.write_bytes(packed(counts, pairs))
    likes = [tim_nham(word) if am_tiet.la_am_tiet(word) else () for word in cac_chu()]
    if len(sys.argv) > 2:
        place = {name: at for at, name in enumerate(counts["names"])}
        pairs = needed(counts, {place[word]: number for number, word in enumerate(cac_chu())}, likes, int(sys.argv[2]))
    TARGET.write_bytes(packed(counts, pairs, likes))


if __name__ == "__main__":
    main()
