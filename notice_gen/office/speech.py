"""Our sentences in the language asked for.  Vietnamese is the source; English is a translation."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from pathlib import Path

Say = Callable[[str], str]
"""Turns a catalogue sentence into the language chosen."""

LANGUAGES = ("vi", "en")
LOCALE = Path(__file__).parents[1] / "locale"


def sentences(language: str) -> Say:
    """Return what says a catalogue sentence in *language*: as it stands in Vietnamese, and where no translation is known."""
    if language == "vi":
        return str
    translate = gettext.translation("notice_gen", LOCALE, [language], fallback=True).gettext
    return lambda text: translate(text) if text else ""
