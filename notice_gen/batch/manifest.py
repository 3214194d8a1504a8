"""``ket-qua.jsonl``: what became of every row, one line each, appended; the last line of a key wins."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

NAME = "ket-qua.jsonl"
WRITTEN, UNCHANGED, EDITED, SKIPPED = "written", "unchanged", "edited", "skipped"
REFUSED, NOT_WRITTEN = "refused", "not written"
PDF, METADATA = "pdf", "metadata"
"""Of a line that tells of a file beside that of a notice."""
THERE = frozenset({WRITTEN, UNCHANGED, EDITED, SKIPPED})
"""What became of a notice whose file lies in the folder."""


_encode = json.JSONEncoder(ensure_ascii=False).encode
_quoted = json.encoder.encode_basestring


class Record(NamedTuple):
    """One file that was written."""

    output: str  # its path from the output folder, with ``/``
    sha256: str  # of its bytes, hexadecimal
    input_sha256: str  # of everything it was made from
    number: int | None  # the number it bears
    register: str  # the key of its number in the register; empty when there was none


def line(key: str, place: str, status: str, more: Mapping[str, Any]) -> str:
    """Return one line of the manifest, its end included, for what was not written; *more* is for readers alone."""
    return _encode({"key": key, "place": place, "status": status, **more}) + "\n"


def writing(more: Mapping[str, Any]) -> Callable[[str, str, Record], str]:
    """Return what gives the lines, by key and place, of files written; *more*, in all of them, is for readers alone.

    They are put together by hand, which takes a fifth of the time: no key but one is ever another's.
    """
    end = f"{_encode(more)[1:]}\n"

    def written(key: str, place: str, record: Record) -> str:
        output, sha256, input_sha256, number, register = record
        return (
            f'{{"key": {_quoted(key)}, "place": {_quoted(place)}, "status": "{WRITTEN}", "output": {_quoted(output)}, '
            f'"sha256": "{sha256}", "input_sha256": "{input_sha256}", "number": {"null" if number is None else number}, '
            f'"register": {_quoted(register)}, {end}'
        )

    return written


def line_beside(key: str, place: str, kind: str, output: str, sha256: str, of: str) -> str:
    """Return the line of a file beside that of a notice: a ``PDF`` or its ``METADATA``; *of*: the digest of the notice's file."""
    return _encode({"key": key, "place": place, "status": kind, "output": output, "sha256": sha256, "of": of}) + "\n"


def beside(lines: Iterable[bytes]) -> dict[str, str]:
    """Return the digests of the PDFs and metadata that were written, the last of each name; other lines count for nothing."""
    found: dict[str, str] = {}
    for raw in lines:
        if b'"of": ' in raw:
            try:
                said = json.loads(raw)
                if said["status"] in {PDF, METADATA} and isinstance(said["output"], str) and isinstance(said["sha256"], str):
                    found[said["output"]] = said["sha256"]
            except (ValueError, KeyError, TypeError):
                continue
    return found


def load(lines: Iterable[bytes]) -> tuple[dict[str, Record], dict[str, list[Record]]]:
    """Return by key the last file written for it, and all that bore numbers; lines not of ours, or torn, count for nothing."""
    last: dict[str, Record] = {}
    numbered: dict[str, list[Record]] = {}
    for raw in lines:
        try:
            written = json.loads(raw)
            if written["status"] == WRITTEN:
                record = Record(*(written[name] for name in Record._fields))
                if _is_sound(record):
                    last[written["key"]] = record
                    if record.number:
                        numbered.setdefault(written["key"], []).append(record)
        except (ValueError, KeyError, TypeError):
            continue
    return last, numbered


def _is_sound(record: Record) -> bool:
    """Say whether *record* is of the right types, and its file inside the folder: anybody can write such a line."""
    texts = (record.output, record.sha256, record.input_sha256, record.register)
    plain = all(isinstance(text, str) for text in texts) and (record.number is None or isinstance(record.number, int))
    return plain and "/" not in record.output and "\\" not in record.output and record.output not in {"", ".", ".."}
