"""The hours of a programme: lines or cells ``08 giờ 00 - 08 giờ 30`` one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from notice_gen.facts import Pattern

_CLOCK = r"(?P<g{n}>[0-9]{{1,2}})(?: ?giờ| ?h| ?g|:) ?(?P<p{n}>[0-9]{{2}})?(?: ?phút)?"
_HOURS = Pattern(rf"\s*(?:[-–+*] )?(?:[Tt]ừ )?{_CLOCK.format(n=1)} ?(?:-|–|đến) ?{_CLOCK.format(n=2)}(?=\s*$|\s*[:.,;(]| [^\W\d_])")
_FEWEST = 3
_SHARE = 3


def gio_chong(dong: Sequence[str]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the lines whose hours begin before those of the line above end, or end before they begin; with where the hours stand.

    A line without hours, of another day, begins anew; lines that begin at one hour go on side by side.  Where many are so, the lines are no
    programme.

    >>> [n for n, _ in gio_chong(["08:00 - 08:15: đón khách", "08:15 - 09:00: báo cáo", "08:45 - 10:00: thảo luận"])]
    [2]
    """
    yield from _earlier(dong)
    hours = [_HOURS.match(line) for line in dong]
    if sum(found is not None for found in hours) < _FEWEST:
        return
    wrong = []
    before: tuple[int, int] | None = None
    for n, found in enumerate(hours):
        now = (_minutes(found, 1), _minutes(found, 2)) if found else None
        if found and now and (now[1] <= now[0] or (before and before[0] != now[0] < before[1])):
            wrong.append((n, found.span()))
        before = now
    if len(wrong) * _SHARE <= sum(found is not None for found in hours):
        yield from wrong


_ALONE = Pattern(rf"\s*(?:[-–+*] )?{_CLOCK.format(n=1)}(?=\s*$|\s*:\s[^0-9])")
_NOON = 720


def _earlier(dong: Sequence[str]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the one line whose hour, alone, is before that of the line above, in the same half of a day, where those below go on.

    >>> [n for n, _ in _earlier(["8 giờ 00", "8 giờ 30", "08 giờ 15", "09 giờ 00"])], [*_earlier(["13:30", "14:00", "07:30"])]
    ([2], [])
    """
    if sum(line.lstrip()[:1].isdigit() for line in dong) < _FEWEST or not any("giờ" in line or ":" in line for line in dong):
        return
    hours = [_ALONE.fullmatch(line.strip()) or _ALONE.match(line) for line in dong]
    found = [(n, one, _minutes(one, 1)) for n, one in enumerate(hours) if one]
    wrong = [
        (n, one.span()) for (m, _, before), (n, one, now) in pairwise(found)
        if n == m + 1 and now < before and (now < _NOON) == (before < _NOON)
    ]
    if len(found) >= _FEWEST and len(wrong) == 1:
        yield from wrong


def _minutes(found: re.Match[str], n: int) -> int:
    return 60 * int(found[f"g{n}"]) + int(found[f"p{n}"] or 0)
