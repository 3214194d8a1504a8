"""What the model's keys are, place by place: the ground of every "did you mean"."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, get_args, get_origin

from notice_gen.errors import KeyPath
from notice_gen.model import OF_ONE_FORM, Key, Notice, Table, keys_of

# One for all rows: what the file is, how it is read, what must hold of every row.
OF_THE_BASE = frozenset({"phien_ban", "mau", "so_lieu_tinh", "kiem_tra", "cot", "nguoi_ky", "don_vi_rieng", "so_van_ban", "ngay_nghi"})
"""Tables and keys that a row of data cannot change."""


def plain(key: str) -> str:
    """Return *key* as the contract spells keys: no diacritics, lower case, ``_`` between words.

    >>> plain("Số"), plain("Địa danh"), plain("trich-yeu")
    ('so', 'dia_danh', 'trich_yeu')
    """
    letters = unicodedata.normalize("NFD", key.replace("đ", "d").replace("Đ", "D"))
    ascii_only = "".join(c if c.isascii() else " " for c in letters if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", ascii_only.lower()).strip("_")


def table_at(path: KeyPath) -> type[Table] | None:
    """Return the model of the table at *path*, or None where keys are free (``so_lieu``)."""
    model: type[Table] | None = Notice
    for step in path:
        if isinstance(step, int):
            continue
        field = keys_of(model).get(step) if model else None
        model = _model_in(field.annotation) if field else None
    return model


def field_at(path: KeyPath) -> Key | None:
    """Return the field that *path* ends at (indices looked through), or None."""
    names = [step for step in path if isinstance(step, str)]
    table = table_at(tuple(names[:-1])) if names else None
    return keys_of(table).get(names[-1]) if table else None


def repeats(path: KeyPath) -> bool:
    """Tell whether the table at *path* is written ``[[so]]``: a list of tables."""
    field = field_at(path)
    return field is not None and getattr(field.annotation, "__origin__", None) is tuple


def header(path: KeyPath) -> str:
    """Return the header line of the table at *path*; the top of a file has none.

    >>> header(("van_ban",)), header(("muc", 0, "muc", 2)), header(())
    ('[van_ban]', '[[muc.muc]]', '')
    """
    names = tuple(step for step in path if isinstance(step, str))
    dotted = ".".join(names)
    return f"[[{dotted}]]" if repeats(names) else f"[{dotted}]" if names else ""


_LONGEST = 100  # characters: nothing longer is a slip of the hand


def close(typed: str, words: Any) -> str | None:
    """Return the nearest of *words* to *typed*, or None when none is near."""
    if typed in words:
        return typed
    if len(typed) > _LONGEST:
        return None
    # Vietnamese spelling lets i and y change places: ký, kí.
    for word in words:
        if word.replace("y", "i") == typed.replace("y", "i"):
            return str(word)
    import difflib

    near = difflib.get_close_matches(typed, list(words), n=1, cutoff=0.7)
    return near[0] if near else None


_REPEATING = ("ban_sao", "ky_lien_tich", "nguoi_ky", "don_vi_rieng", *OF_ONE_FORM)
_COLUMN = ("bang", "cot")


def homes(key: str) -> str:
    """Return the headers of the first two places that have *key*, outermost first; nothing for one at the top of the file alone.

    The tables of a copy, of further signers, of one form alone and of a column repeat the words of others: they are named only for words
    of their own.
    """
    paths = [path for path, table in _tables() if key in keys_of(table)]
    usual = [path for path in paths if not path or (path[0] not in _REPEATING and path[-2:] != _COLUMN)]
    return " / ".join(filter(None, map(header, (usual or paths)[:2])))


def example(path: KeyPath, sample: str = "") -> str:
    """Return a line to type for the key at *path*, ``viet_tat = "UBND"``, or its bare name; as the form's *sample* has it, if it does."""
    field = field_at(path)
    name = str(path[-1])
    first = _in_sample(sample, path) or (field.examples[0] if field and field.examples else None)
    if first is None:
        return f"{name} = …"
    if isinstance(first, dict):
        return f"{name} = {{ {', '.join(f'{key} = {json.dumps(value, ensure_ascii=False)}' for key, value in first.items())} }}"
    return f"{name} = {first if isinstance(first, dt.date) else json.dumps(first, ensure_ascii=False)}"


@functools.lru_cache(maxsize=64)
def _in_sample(sample: str, path: KeyPath) -> Any:
    """Return what a form's sample says at *path*, of a table that repeats the first; None for what is no plain value of one line."""
    value: Any = tomllib.loads(sample)
    for step in path:
        if isinstance(step, str):
            value = value[0] if isinstance(value, list) and value else value
            value = value.get(step) if isinstance(value, dict) else None
    texts = value if isinstance(value, list) else [value]
    is_plain = all(isinstance(text, str | int | dt.date) and not re.search(r"\n|\{\{|^\(", str(text)) for text in texts)
    return value if value and is_plain and len(str(value)) > 1 else None  # "A" stands for any place


def stand_in(table: type[Table]) -> dict[str, Any]:
    """Return the least that *table* takes: its required keys with their examples."""
    return {name: field.examples[0] for name, field in keys_of(table).items() if field.examples}


@functools.lru_cache(maxsize=1024)
def fills(dotted: str) -> bool:
    """Tell whether a row of data may fill the key *dotted*, ``so_lieu.x`` or ``muc.2.phat_hien``, over some base."""
    first, *names = (step for step in dotted.split(".") if not step.isdigit())
    field = keys_of(Notice).get(first)
    if field is None or first in OF_THE_BASE:
        return False
    if get_origin(field.annotation) is Mapping:
        return len(names) == 1
    return field_at((first, *names)) is not None


@functools.cache
def all_keys() -> frozenset[str]:
    """Return every key the model names, at any depth."""
    return frozenset(name for _, table in _tables() for name in keys_of(table))


def tables() -> tuple[str, ...]:
    """Return the headers of the tables at the top of a file, in the model's order."""
    return tuple(header((name,)) for name, field in keys_of(Notice).items() if _model_in(field.annotation) or name in _FREE)


_FREE = frozenset({"don_vi", "so_lieu", "so_lieu_tinh", "cot"})


def takes_yes_no(key: str) -> bool:
    """Tell whether a key of that name, of any table, takes true or false."""
    return any(bool in get_args(field.annotation) for _, table in _tables() if (field := keys_of(table).get(key)))


def takes(path: KeyPath) -> list[Any]:
    """Return the annotation of the key at *path* and all that it is made of; nothing where keys are free."""
    field = field_at(path)
    kinds = [field.annotation] if field else []
    for kind in kinds:  # which grow by what each is made of
        kinds += get_args(kind)
    return kinds


def takes_text_alone(path: KeyPath) -> bool:
    """Tell whether the key at *path* takes texts, and neither numbers nor dates nor tables."""
    kinds = takes(path)
    return str in kinds and not any(isinstance(kind, type) and issubclass(kind, int | Decimal | dt.date | Table) for kind in kinds)


@functools.cache
def _tables() -> tuple[tuple[tuple[str, ...], type[Table]], ...]:
    return tuple(sorted(_walk((), Notice), key=lambda pair: len(pair[0])))


def _walk(path: tuple[str, ...], table: type[Table]) -> Iterator[tuple[tuple[str, ...], type[Table]]]:
    yield path, table
    for name, field in keys_of(table).items():
        inner = _model_in(field.annotation)
        if inner and inner is not table:
            yield from _walk((*path, name), inner)


def _model_in(annotation: Any) -> type[Table] | None:
    if isinstance(annotation, type) and issubclass(annotation, Table):
        return annotation
    return next((model for arg in get_args(annotation) if (model := _model_in(arg))), None)
