"""Fit the weights of notice_gen/vietnamese/nghi_sai.py: python -m tools.spelling.fit FOLDER… (texts that the table does not count).

Every word that is looked at in the texts as they are stands for what is right, every fault that is put in (``slips.py``) for what is wrong.
Needs numpy, which the package does not.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from notice_gen.vietnamese import do_nghi, nghi_sai
from notice_gen.vietnamese.tan_suat import so
from tools.spelling import slips
from tools.spelling.measure import paragraphs

_SEED = 5
_ROUNDS, _STEP_BACK = 60, 1.0
_TIMES = 3
"""How many faults are put into each line, one at a time."""


def looked_at(line: str) -> Iterator[tuple[str, int, tuple[float, ...]]]:
    """Yield the words of *line* that have a look-alike: the word, the number of what it may be, what speaks for that."""
    asked: list[tuple[int, str, int]] = []

    def asks(before: int, word: str, after: int) -> tuple[int, float]:
        asked.append((before, word, after))
        return 0, -do_nghi.SURE

    kept, nghi_sai.giong_nhat = nghi_sai.giong_nhat, asks  # type: ignore[assignment]
    try:
        nghi_sai.nghi_sai.__wrapped__(line)
    finally:
        nghi_sai.giong_nhat = kept
    for one in asked:
        if found := do_nghi.dau_hieu(*one):
            yield one[1], *found


def examples(folders: list[Path]) -> tuple[np.ndarray, np.ndarray]:
    """Return what speaks for each word's being another, and whether it is."""
    chance, rows, is_fault = random.Random(_SEED), [], []
    for line in paragraphs(folders):
        right = {(word, meant, values) for word, meant, values in looked_at(line)}
        rows += [values for *_, values in right]
        is_fault += [0.0] * len(right)
        for _ in range(_TIMES):
            spoilt = slips.spoilt(line, chance)
            if spoilt and (wrong := spoilt[0][spoilt[1] : spoilt[2]].lower()) and " " not in spoilt[3] + wrong:
                for word, meant, values in looked_at(spoilt[0]):
                    if word == wrong and (word, meant, values) not in right:
                        rows.append(values)
                        is_fault.append(float(meant == so(spoilt[3].lower())))
    return np.array(rows), np.array(is_fault)


def weights(rows: np.ndarray, is_fault: np.ndarray) -> np.ndarray:
    """Return logistic weights (Newton's steps, a little shrunk)."""
    found = np.zeros(rows.shape[1])
    shrink = np.eye(rows.shape[1]) * _STEP_BACK
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        bent = (rows * (likely * (1 - likely))[:, None]).T @ rows + shrink
        found += np.linalg.solve(bent, rows.T @ (is_fault - likely) - _STEP_BACK * found)
    return found


def main() -> None:
    """Print the weights."""
    rows, is_fault = examples([Path(word) for word in sys.argv[1:]])
    found = weights(rows, is_fault)
    print(f"{len(rows)} words, {is_fault.sum():.0f} faults")
    print("(" + ", ".join(f"{weight:.3f}" for weight in found) + ")")
    scores = rows @ found
    right = np.sort(scores[is_fault == 0])[::-1]
    for alarms in (2, 5, 10, 15, 20, 30, 45):
        sure = right[alarms]
        print(f"{alarms} of the right ones told: from {sure:.2f} on, {np.mean(scores[is_fault == 1] > sure):.1%} of the faults")


if __name__ == "__main__":
    main()
