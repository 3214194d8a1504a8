"""From plain data to a :class:`Notice`: pydantic's core checks, with a validator kept between runs.

Importing pydantic and building its validator takes longer than all else a command does, and gives the same every time; so the built core
schema is kept like bytecode, and pydantic is loaded only to make it again or to write the JSON Schema.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from notice_gen import facts, kept, legal, ready
from notice_gen.expressions import Names
from notice_gen.legal import Law
from notice_gen.model.core import pydantic_core
from notice_gen.model.tables import Notice
from notice_gen.model.values import Rules
from notice_gen.records import replace

Revalidate = Callable[[Notice, Mapping[str, Any], Names | None, Law], Notice]
"""From a notice, and a tree of what is another in it, to the notice with that."""


def validate(data: Mapping[str, Any], names: Names | None, today: date) -> Notice:
    """Return *data* as a notice.  Raises pydantic_core.ValidationError: with every fault found.

    Args: *data*: the merged tree of the findings file; *names*: the figures that texts may name; None leaves their names unchecked;
    *today*: stands for the date of a draft that has none.
    """
    notice = _validator().validate_python(data, context=Rules(names, law_of(data, today)))
    assert isinstance(notice, Notice)  # noqa: S101 - for the type checker
    return notice


def validating(parts: Collection[str]) -> Revalidate:
    """Return what checks some *parts* of a tree, tables or a dotted key of one, and gives a notice that was, with these in their place.

    The tree it is given holds no others.  It raises as :func:`validate`.
    """
    whole = _schema()
    schema, notice = {**whole}, whole["schema"]
    schema["schema"] = _of_parts(notice["schema"], parts)
    all_of_them, asked, new = {one["ref"]: one for one in whole["definitions"]}, set[str](), _asked(schema["schema"])
    while new:  # those that are left out take longer to prepare than a hundred rows
        asked |= new
        new = {ref for one in new for ref in _asked(all_of_them[one])} - asked
    schema["definitions"] = [all_of_them[ref] for ref in asked]
    validator = pydantic_core.SchemaValidator(schema, notice["config"])

    def validate(before: Notice, data: Mapping[str, Any], names: Names | None, law: Law) -> Notice:
        found, _ = validator.validate_python(data, context=Rules(names, law))
        for name, value in found.items():
            if type(value) is tuple and name not in parts:  # keys of a table
                found[name] = replace(getattr(before, name), **value[0])
        return replace(before, **found)

    return validate


def _of_parts(args: Any, parts: Collection[str]) -> Any:
    """Return the schema of the arguments of a table, of which only some *parts* are there."""
    own = [field if field["name"] in parts else _of_keys(field, parts) for field in args["fields"]]
    return {**args, "fields": [field for field in own if field]}


def _of_keys(field: Any, parts: Collection[str]) -> Any:
    keys = [key for table, _, key in (part.partition(".") for part in parts) if table == field["name"] and key]
    return {**field, "schema": _of_parts(field["schema"]["schema"], keys)} if keys else None


def _asked(schema: Any) -> set[str]:
    """Return the definitions that a schema refers to."""
    if isinstance(schema, dict):
        own = {schema["schema_ref"]} if schema.get("type") == "definition-ref" else set()
        return own.union(*map(_asked, schema.values()))
    return set().union(*map(_asked, schema)) if isinstance(schema, list | tuple) else set()


def law_of(data: Mapping[str, Any], today: date) -> Law:
    """Return the decree in force on the date that *data* gives, a tree yet to be validated or a part of one."""
    van_ban = data.get("van_ban")
    ngay = van_ban.get("ngay") if isinstance(van_ban, Mapping) else getattr(van_ban, "ngay", None)
    return legal.law(ngay if type(ngay) is date else today)  # a datetime is refused elsewhere


@cache
def _validator() -> pydantic_core.SchemaValidator:
    return pydantic_core.SchemaValidator(_schema())


def _schema() -> Any:
    here = Path(__file__).parent
    made = None if facts.changed() else ready.code("validator", here.glob("*.py"), pydantic_core=core())
    if made:
        return made.SCHEMA
    import pickle

    name = kept.name(here, pydantic_core.__version__, facts.changed())
    data = kept.load(name)
    if data is None:
        data = pickle.dumps(core_schema())
        kept.store(name, data)
    return pickle.loads(data)  # noqa: S301 - sealed by this user, or made just now


def core() -> str:
    """Return which core a schema made ready is for, ``2.50``: patch releases of it, such as others have, take it."""
    return pydantic_core.__version__.rpartition(".")[0]


def core_schema() -> Any:
    """Return what pydantic's core is told of a notice."""
    from pydantic import TypeAdapter

    return _without_notes(TypeAdapter(Notice).core_schema)


def _without_notes(schema: Any) -> Any:
    """Leave out what serves the JSON Schema alone."""
    if isinstance(schema, dict):
        return {key: _without_notes(value) for key, value in schema.items() if key != "metadata"}
    if isinstance(schema, list | tuple):
        return type(schema)(map(_without_notes, schema))
    return schema
