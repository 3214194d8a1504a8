"""Keep the English catalogue in step with the sentences in the code and in the rules' data.

``python tools/catalogue.py`` adds the new sentences, untranslated, and drops those that are gone;
``--check`` only tells what is missing, and leaves with 1 when something is.
"""

from __future__ import annotations

import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

_PACKAGE = Path(__file__).parents[1] / "notice_gen"
_EN = _PACKAGE / "locale" / "en" / "LC_MESSAGES" / "notice_gen.po"


def sentences() -> list[str]:
    """Return every sentence marked by ``N_`` in the package, and those in its data: of the rules, and what a decree calls things."""
    found = extract_from_dir(_PACKAGE, method_map=[("**.py", "python")], keywords={"N_": None})
    marked = [message for _, _, message, _, _ in found if isinstance(message, str)]
    data = [tomllib.loads(path.read_text("utf-8")) for path in sorted((_PACKAGE / "data").glob("*.toml"))]
    of_data = (sentence for table in data for find in (_of_rules, _of_measures) for sentence in find(table))
    return list(dict.fromkeys([*marked, *of_data]))


def _of_rules(thing: Any) -> Iterator[str]:
    """Yield the sentences of a data file's rules: what is wrong (``loi``), what to do (``sua``)."""
    for key, value in thing.items() if isinstance(thing, dict) else enumerate(thing):
        if isinstance(value, dict | list):
            yield from _of_rules(value)
        elif key in {"loi", "sua"}:
            yield value


def _of_measures(decree: Any) -> Iterator[str]:
    """Yield the names of a decree's measures and of the parts of a page, and the units that are words."""
    groups = (decree[group] for group in ("khoang", "thanh_phan") if isinstance(decree.get(group), dict))
    for measure in (measure for group in groups for measure in group.values()):
        yield from (measure[key] for key in ("ten", "don_vi") if not measure.get(key, "mm").isascii())


def faults(catalogue: Catalog) -> list[str]:
    """Return what keeps *catalogue* from saying every sentence, one line each."""
    marked = sentences()
    said = {message.id: message.string for message in catalogue if message.id}
    out = [f"not translated: {sentence}" for sentence in marked if not said.get(sentence)]
    out += [f"no longer used: {sentence}" for sentence in said if sentence not in set(marked)]
    out += [
        f"other fields in the translation: {sentence}"
        for sentence in marked
        if said.get(sentence) and _fields(sentence) != _fields(str(said[sentence]))
    ]
    return out


def updated(catalogue: Catalog) -> bytes:
    """Return *catalogue* with just the sentences in use, as the text of its file."""
    fresh = Catalog(locale="en", project="notice-gen", fuzzy=False)
    for sentence in sentences():
        known = catalogue.get(sentence)
        fresh.add(sentence, known.string if known else "")
    buffer = io.BytesIO()
    write_po(buffer, fresh, width=0, no_location=True, omit_header=True)
    header = '# English for what clerks read. The Vietnamese sentences are the source.\nmsgid ""\n'
    header += 'msgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return header.encode() + buffer.getvalue()


def _fields(sentence: str) -> set[str]:
    """Return the names of the fields; a sentence that is no format string has none."""
    try:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name}
    except ValueError:
        return set()


def main(arguments: list[str]) -> int:
    """Update, or check with ``--check``; return the exit code."""
    catalogue = read_po(io.BytesIO(_EN.read_bytes())) if _EN.is_file() else Catalog(locale="en")
    if arguments == ["--check"]:
        wrong = faults(catalogue)
        sys.stderr.writelines(f"{line}\n" for line in wrong)
        return 1 if wrong else 0
    _EN.write_bytes(updated(catalogue))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
