"""Every findings file of the tests that is wrong, doubtful or right, by a name: what the command line and the assistant answer alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from notice_gen import templates
from tests.helpers.findings import spoilt
from tests.reader.wrong_inputs import WRONG_INPUTS

ROOT = Path(__file__).parents[2]


class Case(NamedTuple):
    """A text, and the office's settings beside it."""

    name: str
    text: str
    office: str = ""


@cache
def corpus() -> tuple[Case, ...]:
    return tuple(_cases())


def _cases() -> Iterator[Case]:
    for n, (old, new, *_) in enumerate(WRONG_INPUTS):
        yield Case(f"wrong-{n}-{new[:20]!r}", spoilt(old, new))
    for folder in ("slips", "honest"):
        for file in sorted((ROOT / "tests" / "silence" / folder).glob("*.toml")):
            settings = file.with_suffix(".notice-gen")
            yield Case(f"{folder}-{file.stem}", file.read_text("utf-8"), settings.read_text("utf-8") if settings.exists() else "")
    for file in sorted((ROOT / "tests" / "security" / "corpus" / "findings").iterdir()):
        try:
            yield Case(f"hostile-{file.name}", file.read_bytes().decode("utf-8"))
        except UnicodeDecodeError:
            continue
    yield from good()
    for n, (old, new, *_) in enumerate(WRONG_INPUTS[::7]):
        yield Case(f"nfd-{n}", unicodedata.normalize("NFD", spoilt(old, new)))
        yield Case(f"crlf-{n}", spoilt(old, new).replace("\n", "\r\n"))
        yield Case(f"bom-{n}", "\ufeff" + spoilt(old, new))


@cache
def good() -> tuple[Case, ...]:
    """The examples, and the sample of each type."""
    examples = [Case(f"example-{file.stem}", file.read_text("utf-8")) for file in sorted((ROOT / "examples").glob("*.toml"))]
    return (*examples, *(Case(f"sample-{mau}", templates.sample(mau)) for mau in templates.names()))
