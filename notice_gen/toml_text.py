"""Texts and keys as TOML spells them on one line (TOML 1.0.0, “Keys”, “String”)."""

from __future__ import annotations

import json
import re

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def quoted(text: str) -> str:
    r"""Return *text* between quotes.  JSON spells a string likewise, but for the one sign that TOML alone forbids.

    >>> print(quoted('xã "A"\n\x7f'))
    "xã \"A\"\n\u007f"
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def key(name: str) -> str:
    """Return a key as it is spelt.

    >>> key("so_lieu"), key("số liệu")
    ('so_lieu', '"số liệu"')
    """
    return name if _BARE_KEY.fullmatch(name) else quoted(name)
