"""Write notice_gen/data/ban-am-tiet.bin, which syllables are partners: python -m tools.spelling.bound FOLDER… (after ``pack.py``).

``bound.py SUM`` keeps what the table told before (``add.py``): of a pair that it did not hold, that either syllable is often lonely there.

Partners are a pair that stands together far oftener than by chance and is no piece of a longer phrase; of the other pairs it is kept how
often the first stands there without a partner before it, the second without one behind it.  Needs numpy, which the package does not.
"""

from __future__ import annotations

import marshal
import struct
import sys
from array import array
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import numpy as np

from notice_gen import facts
from notice_gen.vietnamese.tan_suat import SO, Bang, bang, cac_am_tiet, cac_chu, chuan, lan
from notice_gen.vietnamese.thieu_tieng import BAN, TEP
from tools.spelling.count import NAME, lines

_SHIFT = np.int64(20)
_MASK = (1 << 20) - 1
_PASSAGE = 16
"""So many syllables that were met before are a copied passage: counted once."""
_LEAST, _RARELY = 10, 8
_CHANCE, _CHANCE_OF_A_FREE_ONE, _SURE = 2.0, 5.0, 6.0
"""Doublings oftener than by chance partners stand together, and where one is mostly free; from the last on pieces may be longer."""
_PIECE, _PIECE_BEFORE, _PIECE_OF_A_LOOSE_ONE = 0.9, 0.95, 0.5
"""From which share on what follows (or stands before) is always the same: the pair is a piece, as *theo quy*."""
_PARTNERS, _OFTEN = 12, 40


def stream(folders: Sequence[Path]) -> np.ndarray:
    """Return the numbers of the syllables of the texts; one past the last stands where a copied passage was taken out."""
    number = {word: at for at, word in enumerate(cac_chu())}
    found = array("I")
    for line in lines(folders):
        found.append(0)
        found.extend([number.get(chuan(word), 0) for word in cac_am_tiet(NAME.sub(" . ", line).lower())])
    return _once(np.array(found, dtype=np.int64), len(number))


def _once(found: np.ndarray, cut: int) -> np.ndarray:
    count = len(found) - _PASSAGE
    if count <= 0:
        return found
    mixed = np.zeros(count, dtype=np.uint64)
    for at in range(_PASSAGE):
        mixed = (mixed ^ found[at : at + count].astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
    order = np.argsort(mixed, kind="stable")
    again = np.zeros(len(found), dtype=bool)
    again[order[1:][mixed[order[1:]] == mixed[order[:-1]]]] = True
    found = np.where(again, cut, found)
    return found[~((found == cut) & (np.roll(found, 1) == cut))]


def _counted(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    keys = np.sort(keys)
    begins = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[begins], np.diff(np.append(begins, len(keys)))


def _most(known: np.ndarray, keys: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the greatest of the counts of each pair in *known*."""
    most, at = np.zeros(len(known)), np.searchsorted(known, keys)
    np.maximum.at(most, at, counts)
    return most


def partners(found: np.ndarray, syllables: int, not_words: Sequence[int]) -> tuple[np.ndarray, ...]:
    """Return the pairs met twice or more, how often, which are partners, how often each first and each second is without a partner."""
    pairs = found[:-1] << _SHIFT | found[1:]
    known, often = _counted(pairs)
    known, often = known[often > 1], often[often > 1].astype(float)
    triples, three = _counted(pairs[:-1] << _SHIFT | found[2:])
    triples, three = triples[three > 1], three[three > 1]
    first, second = known >> _SHIFT, known & _MASK
    each = np.bincount(found, minlength=syllables + 1).astype(float)
    words = ~(np.isin(first, not_words) | np.isin(second, not_words))
    inner = ~np.isin(triples & _MASK, not_words)
    after = _most(known, triples[inner] >> _SHIFT, three[inner]) / often
    inner = ~np.isin(triples >> 2 * _SHIFT, not_words)
    before = _most(known, triples[inner] & ((1 << 40) - 1), three[inner]) / often
    oftener = np.log2(often * each[1:syllables].sum() / (each[first] * each[second]))
    whole = np.where(oftener >= _SURE, (after < _PIECE) & (before < _PIECE_BEFORE), np.maximum(after, before) < _PIECE_OF_A_LOOSE_ONE)
    least = np.full(len(known), 2.5)
    for _ in range(3):
        bound = words & (often >= _LEAST) & (oftener >= least) & whole
        held = np.bincount(first[bound], often[bound], len(each)) + np.bincount(second[bound], often[bound], len(each))
        share = held / np.maximum(each, 1)
        least = np.where(np.minimum(share[first], share[second]) < 0.5, _CHANCE_OF_A_FREE_ONE, _CHANCE)
    at = np.minimum(np.searchsorted(known, pairs), len(known) - 1)
    met = known[at] == pairs
    together = met & bound[at] | (found[:-1] == syllables) | (found[1:] == syllables)
    apart = met & ~together
    alone = [apart & ~np.append(False, together[:-1]), apart & ~np.append(together[1:], False)]
    return known, often, bound, *(np.bincount(at[which], minlength=len(known)) for which in alone)


def signs(often: np.ndarray, bound: np.ndarray, *free: np.ndarray) -> np.ndarray:
    """Return the byte of each pair."""
    rarer = [np.clip(np.log2(often / np.maximum(alone, 0.5)) // 2, 0, 3) for alone in free]
    return np.where(bound, BAN, np.where(often < _RARELY, 0, rarer[0] + 4 * rarer[1])).astype(np.uint8)


def parts(table: Bang, known: np.ndarray, code: np.ndarray) -> list[bytes]:
    """Return the three parts of the table: a byte for each of its pairs, where each syllable's partners before it begin, and they."""
    firsts = np.repeat(np.arange(len(table.dau) - 1), np.diff(np.array(table.dau, dtype=np.int64)))
    keys = firsts.astype(np.int64) << _SHIFT | np.array(table.sau, dtype=np.int64)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    codes = np.where(known[at] == keys, code[at], 0).astype(np.uint8)
    before: dict[int, list[tuple[int, int]]] = {}
    for place in np.flatnonzero(codes == BAN).tolist():
        if lan(level := table.cap[place]) >= _OFTEN:
            before.setdefault(int(keys[place]) & _MASK, []).append((-level, int(firsts[place])))
    rows = [sorted(before.get(number, ()))[:_PARTNERS] for number in range(len(table.dau) - 1)]
    starts = array("I", accumulate(map(len, rows), initial=0))
    return [codes.tobytes(), starts.tobytes(), array("H", [number for row in rows for _, number in row]).tobytes()]


def write(known: np.ndarray, code: np.ndarray) -> None:
    """Write the file from the bytes of the pairs."""
    new = parts(bang(), known, code)
    (facts.FOLDER / TEP).write_bytes(struct.pack(f"<{len(new)}I", *map(len, new)) + b"".join(new))


def of_texts(folders: Sequence[Path]) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs of the texts and their bytes."""
    syllables = len(cac_chu())
    known, often, *told = partners(stream(folders), syllables, [0, cac_chu().index(SO), syllables])
    return known, signs(often, *told)


def of_a_sum(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs that the table held before and their bytes."""
    both = marshal.loads(path.read_bytes())
    number = {name: at for at, name in enumerate(cac_chu())}
    new = [number.get(name, -1) for name in both["names"]]
    told = sorted((new[pair >> 20] << 20 | new[pair & _MASK], code) for pair, code in both["codes"].items())
    return np.array([pair for pair, _ in told], dtype=np.int64), np.array([code for _, code in told], dtype=np.uint8)


if __name__ == "__main__":
    given = [Path(word) for word in sys.argv[1:]]
    write(*(of_texts(given) if given[0].is_dir() else of_a_sum(given[0])))
