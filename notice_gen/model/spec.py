"""How the model is declared: frozen dataclasses whose annotations pydantic understands, without importing it.

A marker in ``Annotated[…]`` tells pydantic what to check; pydantic asks it only when it builds the validator,
which ``validation.py`` keeps between runs.  So a command that only validates loads pydantic's core and no more.
"""

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar, dataclass_transform

from notice_gen.errors import Problem
from notice_gen.model.core import pydantic_core
from notice_gen.records import freeze, record

T = TypeVar("T")

def refuse(message: str, hint: str = "", found: str = "", /, **values: object) -> pydantic_core.PydanticCustomError:
    """Return the exception by which a validator refuses a value.

    Args: *message*, *hint*: catalogue sentences with ``{named}`` fields, as in :class:`errors.Problem`; *found*: the offending piece as the
    source spells it, when it is less than the whole value; *values*: the fields' values.
    """
    # Braces in the sentence would be filled by pydantic; it travels in the context.
    return pydantic_core.PydanticCustomError("notice_gen", "refused", {"message": message, "hint": hint, "found": found, "values": values})


def refuse_for(problem: Problem) -> pydantic_core.PydanticCustomError:
    """Return :func:`refuse` for a problem found on a lower floor."""
    return refuse(problem.message, problem.hint, problem.found, **problem.values)


@record
class _Marker:
    """A check at one moment of validation; *shown*: the type that may be typed, if another, for the JSON Schema, or what gives it."""

    moment: str
    check: Callable[..., Any]
    shown: Any = None
    with_info: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        make = getattr(core_schema, f"{'with' if self.with_info else 'no'}_info_{self.moment}_validator_function")
        inner = () if self.moment == "plain" else (handler(source),)
        if self.moment == "after" or self.shown is None:
            return make(self.check, *inner)
        shown = self.shown() if isinstance(self.shown, functools.partial) else self.shown
        return make(self.check, *inner, json_schema_input_schema=handler.generate_schema(shown))


After = functools.partial(_Marker, "after")
"""Check or change a value after its type is right; ``with_info``: the check also takes the validation info."""

Before = functools.partial(_Marker, "before")
"""Change a value before its type is asked."""

Plain = functools.partial(_Marker, "plain")
"""Let a function alone decide."""


class With:
    """Add to the core schema of the type: ``With(strict=True)``, ``With(min_length=1)``, ``With(ge=1)``."""

    def __init__(self, **more: Any) -> None:
        self.more = more

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return {**handler(source), **self.more}


class Table:
    """Base of every table: a key it does not know is a fault."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}


def key(
    *, default: Any = dataclasses.MISSING, help: str = "", examples: list[Any] | None = None, default_factory: Any = None  # noqa: A002
) -> Any:
    """Declare one key of a table.

    Args: *default*: its value when absent; a key without one must be there; *help*: what a clerk reads on hovering over it; *examples*:
    what may be typed, the first one shown in messages; *default_factory*: makes the default, in its place.
    """
    notes = {"description": help or None, "examples": examples}
    given = {"default_factory": default_factory} if default_factory else {"default": default}
    return dataclasses.field(**given, metadata={word: value for word, value in notes.items() if value})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(key,))
def table(cls: type[T]) -> type[T]:
    """Make *cls* a frozen table whose keys are its annotated attributes."""
    return freeze(cls, by_name=True)


@record
class Key:
    """What the model says of one key: its annotation, whether it must be there, help and examples."""

    annotation: Any
    required: bool
    help: str
    examples: tuple[Any, ...]


def keys_of(cls: type) -> Mapping[str, Key]:
    """Return the keys of the table *cls* by name, in the model's order."""
    return _keys_of(cls)


@functools.cache
def _keys_of(cls: Any) -> Mapping[str, Key]:
    hints = typing.get_type_hints(cls)
    missing, keys = dataclasses.MISSING, {}
    for field in dataclasses.fields(cls):
        required, notes = field.default is missing and field.default_factory is missing, field.metadata
        keys[field.name] = Key(hints[field.name], required, notes.get("description", ""), tuple(notes.get("examples", ())))
    return keys
