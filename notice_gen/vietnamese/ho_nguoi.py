"""Family names (``quyen-ky.toml``, ``[ho_ten]``): what tells a person's name from other words with capitals."""

from __future__ import annotations

from functools import cache

from notice_gen import facts


def la_ho(word: str) -> bool:
    """Tell whether a word is a family's name that many have, in capitals or not.

    >>> [la_ho(word) for word in ("Nguyễn", "LÒ", "vi", "Phòng")]
    [True, True, True, False]
    """
    return word.lower() in cac_ho()


@cache
def cac_ho() -> frozenset[str]:
    """Return the family names that many have, in small letters."""
    known = facts.table("quyen-ky.toml")["ho_ten"]
    return frozenset((*known["ho"], *known["ho_khac"]))
