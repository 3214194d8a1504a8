"""What is dear to make and the same for everybody, made when the program is built (``hatch_build.py``, ``tools/make_ready.py``).

The Word files compiled to Python, the model's validator, the tables of data as JSON, the forms found right, patterns, the help in a
line of every command: a first run, and one on a PC whose cache folder nobody may write, has nothing of it to make.  What is not there,
or was made of other files, is made as ever and kept in the user's cache (``kept.py``).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

FOLDER = Path(__file__).parent / "data" / "ready"
"""Where it lies; not in the repository."""

_BUILDS = Path(__file__).parents[1] / "hatch_build.py"


@cache
def _in_tree() -> bool:
    """Tell whether this is the source tree, where files change after they were made ready."""
    return _BUILDS.is_file()


def is_fresh(made: Path, sources: Iterable[Path]) -> bool:
    """Tell whether *made* is there and of these *sources*: of a program that was installed it always is."""
    try:
        when = made.stat().st_mtime_ns
        return not _in_tree() or all(source.stat().st_mtime_ns <= when for source in sources)
    except OSError:
        return False


def code(name: str, sources: Iterable[Path], **versions: str) -> ModuleType | None:
    """Return what was made ready as Python; None where it is not there, not of *sources*, or made with other *versions* of libraries."""
    if not is_fresh(FOLDER / f"{name}.py", sources):
        return None
    made = import_module(f"notice_gen.data.ready.{name}")
    return made if versions == made.VERSIONS else None


def has(name: str) -> bool:
    """Tell whether something was made ready as Python under that name."""
    return (FOLDER / f"{name}.py").is_file()


def plain(name: str, *sources: Path, object_hook: Any = None) -> Any:
    """Return what was made ready as JSON of these *sources*; None where it is not."""
    import json

    made = FOLDER / f"{name}.json"
    return json.loads(made.read_bytes(), object_hook=object_hook) if is_fresh(made, sources) else None


@cache
def forms(verdict: str) -> frozenset[str]:
    """Return the forms (``Issued.form``) found ``sound``, well-formed Word files, or ``right``, by the law, when the program was built."""
    import json

    rooms = (Path(__file__).parent / room for room in ("check", "check/rules", "check/form", "check/word", "render", "compose", "data"))
    made = FOLDER / "forms.json"
    if not is_fresh(made, (source for room in rooms for source in room.iterdir() if source.is_file())):
        return frozenset()
    return frozenset(json.loads(made.read_bytes())[verdict])
