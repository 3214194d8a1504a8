"""How the model is declared: frozen dataclasses whose annotations pydantic understands, without importing it.

A marker in ``Annotated[…]`` tells pydantic what to check; pydantic asks it only when it builds the validator,
which ``validation.py`` keeps between runs.  So a command that only validates loads pydantic's core and no more.
"""

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar, dataclass_transform

from pydantic_core import PydanticCustomError, core_schema

from notice_gen.errors import Problem
from notice_gen.records import freeze, record

T = TypeVar("T")

def refuse(message: str, hint: str = "", found: str = "", /, **values: object) -> PydanticCustomError:
    """Return the exception by which a validator refuses a value.

    Args:
        message: a catalogue sentence with ``{named}`` fields, as in :class:`errors.Problem`.
        hint: likewise.
        found: the offending piece as the source spells it, when it is less than the whole value.
        values: the fields' values.
    """
    # Braces in the sentence would be filled by pydantic; it travels in the context.
    context = {"message": message, "hint": hint, "found": found, "values": values}
    return PydanticCustomError("notice_gen", "refused", context)


def refuse_for(problem: Problem) -> PydanticCustomError:
    """Return :func:`refuse` for a problem found on a lower floor."""
    return refuse(problem.message, problem.hint, problem.found, **problem.values)


# --- markers -----------------------------------------------------------------------------------------


@record
class After:
    """Check or change a value after its type is right; ``told``: the check also takes the validation info."""

    check: Callable[..., Any]
    told: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        make = core_schema.with_info_after_validator_function if self.told else core_schema.no_info_after_validator_function
        return make(self.check, handler(source))


@record
class Before:
    """Change a value before its type is asked; ``shown``: the type that may be typed, for the JSON Schema."""

    change: Callable[..., Any]
    shown: Any
    told: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        make = core_schema.with_info_before_validator_function if self.told else core_schema.no_info_before_validator_function
        return make(self.change, handler(source), json_schema_input_schema=handler.generate_schema(self.shown))


@record
class Plain:
    """Let a function alone decide; ``shown`` may be a function that gives the type, when it is not at hand yet.

    ``told``: the function also takes the validation info.
    """

    decide: Callable[..., Any]
    shown: Any
    told: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        shown = self.shown() if isinstance(self.shown, functools.partial) else self.shown
        make = core_schema.with_info_plain_validator_function if self.told else core_schema.no_info_plain_validator_function
        return make(self.decide, json_schema_input_schema=handler.generate_schema(shown))


class With:
    """Add to the core schema of the type: ``With(strict=True)``, ``With(min_length=1)``, ``With(ge=1)``."""

    def __init__(self, **more: Any) -> None:
        self.more = more

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return {**handler(source), **self.more}


# --- tables and keys ---------------------------------------------------------------------------------


class Table:
    """Base of every table: a key it does not know is a fault."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}


def key(*, default: Any = dataclasses.MISSING, help: str = "", examples: list[Any] | None = None, default_factory: Any = None) -> Any:  # noqa: A002 - it is the help text
    """Declare one key of a table.

    Args:
        default: its value when absent; a key without one must be there.
        help: what a clerk reads on hovering over it.
        examples: what may be typed, the first one shown in messages.
        default_factory: makes the default, in its place.
    """
    said = {"description": help or None, "examples": examples}
    given = {"default_factory": default_factory} if default_factory else {"default": default}
    return dataclasses.field(**given, metadata={word: value for word, value in said.items() if value})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(key,))
def table(cls: type[T]) -> type[T]:
    """Make *cls* a frozen table whose keys are its annotated attributes."""
    return freeze(dataclass(init=False, repr=False, eq=False, kw_only=True)(cls))


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
    return {
        field.name: Key(
            hints[field.name],
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
            field.metadata.get("description", ""),
            tuple(field.metadata.get("examples", ())),
        )
        for field in dataclasses.fields(cls)
    }
