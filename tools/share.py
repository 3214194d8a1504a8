"""How sure a measured share is."""

from __future__ import annotations

from math import sqrt


def interval(found: int, tried: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share; *tried* is one at least."""
    z, share = 1.96, found / tried
    middle, half = share + z * z / (2 * tried), z * sqrt(share * (1 - share) / tried + z * z / (4 * tried * tried))
    return (middle - half) / (1 + z * z / tried), (middle + half) / (1 + z * z / tried)
