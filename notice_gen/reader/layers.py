"""Layers of one notice: template defaults < office settings < the findings file < a data row; where what they say stands."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from notice_gen import expressions
from notice_gen.errors import N_, InputError, KeyPath, Place, Problem
from notice_gen.reader import source
from notice_gen.records import record, replace

OFFICE_FILE = "notice-gen.toml"
"""The office's own settings, looked for in the folder of the findings file and upwards."""


@record
class Layer:
    """One parsed TOML file, a table of defaults, or a row of data.

    Attributes:
        file: its name, as the user gave it.
        text: its text, kept for positions; empty when it came from no file.
        data: its tree of keys; a table whose keys are numbers changes those items of the list below it.
        problems: syntax faults that could be mended without doubt: ``text`` and ``data`` are
            mended, and :func:`reader.read` refuses the layer with these and all others at once.
        root: where *data* hangs in the tree of *text*, when it is not all of it.
        doubts: what is not wrong but worth a look in it, located.
        where: finds the place of a path, and of a piece of its value, when that is not in *text*.
        folder: where what it names lies, such as pictures; empty for what is no findings file.
    """

    file: str
    text: str
    data: Mapping[str, Any]
    problems: tuple[Problem, ...] = ()
    root: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()
    where: Callable[[KeyPath, str], Place] | None = None
    folder: str = ""


def parse(
    data: bytes, *, file: str, folder: pathlib.Path | str | None = None, loads: Callable[[str], dict[str, Any]] = source.loads
) -> Layer:
    """Return the layer that *data* holds, the bytes of a whole TOML file in UTF-8; what it names lies in *folder*, else where *file* does.

    *loads* is :func:`source.loads`, or does the same faster for many files.

    Raises InputError: the file is no UTF-8 text, or too large, or its faults leave doubt about what it means.
    """
    text = source.decode(data, file=file, most=source.LARGEST)
    home = str(pathlib.Path(file).parent if folder is None else folder)
    try:
        read = loads(text)
    except ValueError:
        from notice_gen.reader.broken import syntax

        mended = syntax.mend(text, file=file)
        if mended.data is None:
            raise InputError(mended.problems) from None
        return Layer(file, mended.text, mended.data, mended.problems, folder=home)
    text, read, problems = _with_paths(text, read, file)
    return Layer(file, text, read, problems, folder=home)


_PATH = re.compile(r"(?:[C-Zc-z]:|\\\\\w|\btep\b)[^\n]*\\[btnfr]")


def _with_paths(text: str, data: dict[str, Any], file: str) -> tuple[str, dict[str, Any], tuple[Problem, ...]]:
    """Return valid TOML and its *data* as its paths of Windows are meant, and what is wrong with these."""
    if "\\" not in text or not _PATH.search(text):
        return text, data, ()
    from notice_gen.reader.broken import syntax

    problems, mended = syntax.in_paths(text, file=file)
    return (mended, source.loads(mended), problems) if problems else (text, data, ())


def parsing() -> Callable[..., Layer]:
    """Return :func:`parse` for one file after the other, whose tables are the very ones of the file before where they say the same."""
    return partial(parse, loads=source.following())


def load_findings(path: pathlib.Path) -> bytes:
    """Return the bytes of the findings file at *path*.  Raises InputError: it cannot be read, or is the office's settings."""
    if path.name == OFFICE_FILE and path.is_file():
        message = N_("Đây là tệp thiết lập của cơ quan, không phải tệp nội dung: không in ra văn bản nào.")
        hint = N_("Ghi tên tệp nội dung, ví dụ thong-bao.toml; chưa có thì tạo bằng: notice-gen new thong-bao. Tệp thiết lập tự được dùng theo.")  # noqa: E501
        raise InputError(Problem(message, hint, place=Place(str(path))))
    return source.load(path)


def office_layer(folder: pathlib.Path) -> Layer | None:
    """Return the nearest ``notice-gen.toml`` in *folder* or above it, or None.  Raises InputError: there is one, and it cannot be read."""
    path = office_path(folder)
    if path is None:
        return None
    data = source.load(path)
    return parse(data, file=str(path)) if data.strip() else Layer(str(path), "", {})


def office_path(folder: pathlib.Path) -> pathlib.Path | None:
    """Return where the nearest ``notice-gen.toml`` is, in *folder* or above it, or None."""
    here = folder.resolve()
    return next((path for place in (here, *here.parents) if (path := place / OFFICE_FILE).is_file()), None)


def merge(layers: Sequence[Layer], only: Sequence[str] | None = None, below: Mapping[str, Any] = {}) -> dict[str, Any]:
    """Return the tree of all layers, lowest first, or the tables *only* of it: tables merge key by key, the rest replaces.

    *below* is what layers further down say together.
    """
    merged: dict[str, Any] = {**below}
    for layer in layers:
        data = layer.data
        for key in data if only is None else only:
            if key in data:
                merged[key] = _value_over(merged.get(key), data[key])
    return merged


def table_of(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return the table under *key*; an empty one when there is none, or no table."""
    table = data.get(key)
    return table if isinstance(table, dict) else {}


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    out = {**below, **above}
    for key, value in above.items():
        if isinstance(value, dict) and key in below:
            out[key] = _value_over(below[key], value)
    return out


def _value_over(below: Any, above: Any) -> Any:
    if isinstance(above, dict):
        if isinstance(below, dict):
            return _over(below, above)
        if isinstance(below, list):
            items: dict[Any, Any] = dict(enumerate(below))
            return list(_over(items, above).values())
    return above


def locate(problems: Iterable[Problem], layers: Sequence[Layer]) -> tuple[Problem, ...]:
    """Return *problems* with their places, found by path and by the piece each names.

    A problem that has a place keeps it.  One about a missing key stands at its table's header, or at
    the end of the uppermost file.  One about figures stands at the first of them that a row of data gives:
    the expression of the base is right for other rows.
    """
    problems = tuple(problems)
    if not problems:
        return ()
    from notice_gen.reader import places

    maps: dict[int, places.Map] = {}

    def place(problem: Problem) -> Place:
        path = _figure_of_row(problem.figures, layers) if problem.figures else ()
        n, path = home(path or problem.path, layers)
        layer = layers[n]
        if layer.where:
            return layer.where(path, problem.found)
        if not layer.text:
            return Place(layer.file)
        if n not in maps:
            maps[n] = places.index(layer.text, layer.file)
        is_key = bool(path) and path[-1] == problem.found
        return maps[n].place((*layer.root, *path), problem.found, key=is_key)

    return tuple(p if p.place else replace(p, place=place(p)) for p in problems)


def home(path: KeyPath, layers: Sequence[Layer]) -> tuple[int, KeyPath]:
    """Return the layer that *path* came from (the uppermost that has it) and the path in its own terms."""
    for depth in range(len(path), 0, -1):
        wanted = path[:depth]
        for n, layer in reversed([*enumerate(layers)]):
            own = within(layer.data, wanted, numbered=layer.where is not None)
            if own and (own == wanted if layer.where else _named(own) == _named(wanted)):
                return n, own
    return max((n for n, layer in enumerate(layers) if layer.text), default=len(layers) - 1), ()


def _figure_of_row(figures: Iterable[str], layers: Sequence[Layer]) -> KeyPath:
    """Return the first of *figures*, or of those they are worked out from, that the row gives."""
    row = layers[-1]
    given = row.data.get("so_lieu") if row.where else None
    if not isinstance(given, Mapping):
        return ()
    formulas = merge(layers).get("so_lieu_tinh")
    named, new = set[str](), set(figures)
    while new:
        named |= new
        codes = [formulas.get(name) for name in new] if isinstance(formulas, Mapping) else []
        new = {name for code in codes if isinstance(code, str) for name in expressions.figures_in(code)} - named
    return next((("so_lieu", name) for name in given if name in named), ())


def _named(path: KeyPath) -> list[str]:
    return [step for step in path if isinstance(step, str)]


def within(data: Any, loc: KeyPath, *, numbered: bool = False) -> KeyPath:
    """Return the part of *loc* that exists in *data*, without pydantic's own steps; a row's tables may be *numbered*, as lists are."""
    path: KeyPath = ()
    for step in loc:
        if isinstance(data, Mapping) and isinstance(step, int) and not numbered:
            continue  # one table written where a list of tables may stand
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return path
        path = (*path, step)
    return path


def value_at(data: Any, path: KeyPath) -> Any:
    """Return what stands at *path* in *data*; None where nothing does."""
    for step in path:
        if type(data) is dict:  # which is asked in a quarter of the time where nothing is there
            if step not in data:
                return None
            data = data[step]
            continue
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
