"""The folders in a user's home where this program keeps what is its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

_OWN = "notice-gen"
_USUAL = {"cache": ".cache", "data": ".local/share"}


def of_user(kind: Literal["cache", "data"]) -> Path:
    """Return the user's folder of that kind, as platformdirs has it; on Linux without it: to load that takes longer than to read a page."""
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:
        named, home = os.environ.get(f"XDG_{kind.upper()}_HOME", ""), os.environ.get("HOME", "")
        if named.startswith("/"):
            return Path(named, _OWN)
        if home.startswith("/"):
            return Path(home, _USUAL[kind], _OWN)
    import platformdirs

    return platformdirs.user_cache_path(_OWN) if kind == "cache" else platformdirs.user_data_path(_OWN, appauthor=False)
