"""Frozen dataclasses that cost nothing to declare.

``dataclass(frozen=True)`` writes and compiles six functions for each class, half a millisecond: with the classes a command loads, a tenth
of the time in which it prints a notice.  A record shares one set of functions among all classes instead, and is described as a dataclass
only when somebody looks.  To everything else it is one: ``fields``, ``replace``, ``pickle`` and pydantic see no difference.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Set
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from typing import Any, Never, TypeVar, TypeVarTuple, dataclass_transform

_VARARGS = 0x04
"""Of a function that takes any number of arguments (``inspect.CO_VARARGS``, which takes long to load)."""
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def remembered(most: int, same: int = sys.maxsize) -> Callable[[Callable[[*Ts], T]], Callable[[*Ts], T]]:
    """Have a function remember what it gave for *most* sets of arguments at a time.

    Its first *same* arguments, or all, are known by which they are, not by what they say: laws and templates take long to compare.
    """

    def remembering(function: Callable[[*Ts], T]) -> Callable[[*Ts], T]:
        given: dict[object, tuple[object, T]] = {}  # with the arguments: while they are there, no others have their ids

        def made(key: object, args: tuple[*Ts]) -> T:
            if len(given) >= most:
                given.clear()
            given[key] = args, (value := function(*args))
            return value

        def look(*args: *Ts) -> T:
            key = (*map(id, args),) if same >= len(args) else (*map(id, args[:same]), *args[same:])
            return found[1] if (found := given.get(key)) else made(key, args)

        def look_at_one(one: Any) -> T:
            return found[1] if (found := given.get(id(one))) else made(id(one), (one,))

        code = function.__code__
        is_of_one = same > 0 and code.co_argcount == 1 and not code.co_flags & _VARARGS
        remembering_it: Any = functools.wraps(function)(look_at_one if is_of_one else look)
        remembering_it.cache_clear = given.clear  # as lru_cache has it
        return remembering_it  # type: ignore[no-any-return]

    return remembering


def replace(record: T, /, **changes: Any) -> T:
    """Return the record with some *changes*: :func:`dataclasses.replace`, ten times faster.

    >>> replace(record(type("Diem", (), {"__annotations__": {"x": int, "y": int}}))(1, 2), y=3)
    Diem(x=1, y=3)
    """
    if not changes.keys() <= record.__dict__.keys():
        raise TypeError(f"{type(record).__name__}: unknown: {sorted(changes.keys() - record.__dict__.keys())}")
    new = object.__new__(type(record))
    new.__dict__.update(record.__dict__, **changes)
    return new


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make *cls* a frozen dataclass of its annotated attributes, given by place or by name.

    >>> @record
    ... class Diem:
    ...     x: int
    ...     y: int = 0
    >>> Diem(1), Diem(1, 2) == Diem(x=1, y=2), hash(Diem(3)) == hash(Diem(3, 0))
    (Diem(x=1, y=0), True, True)
    """
    return freeze(cls)


@dataclass_transform(field_specifiers=(field,))
def draft(cls: type[T]) -> type[T]:
    """Make *cls* a dataclass as :func:`record` does, whose values may change while something is read into it.

    >>> @draft
    ... class Dem:
    ...     so: int = 0
    >>> dem = Dem()
    >>> dem.so += 1
    >>> dem, dem == Dem(1), Dem.__hash__
    (Dem(so=1), True, None)
    """
    target: Any = cls
    target.__setattr__, target.__delattr__, target.__hash__ = object.__setattr__, object.__delattr__, None
    return freeze(cls)


def freeze(cls: type[T], *, by_name: bool = False) -> type[T]:
    """Give *cls* the functions that all records share, but those of its own; *by_name*: its values are not given by place."""
    target: Any = cls
    said: dict[str, Any] = {}  # of each name: its default, a Field, MISSING
    for base in cls.__mro__[:0:-1]:
        said |= vars(base).get("_said", {})
    said |= {name: vars(cls).get(name, MISSING) for name in cls.__annotations__}
    defaults, factories, names = dict[str, Any](), dict[str, Any](), list[str]()
    for name, each in said.items():
        default, is_placed = each, not by_name
        if isinstance(each, Field):
            default, is_placed = each.default, is_placed and each.kw_only is not True
            if each.default_factory is not MISSING:
                factories[name] = each.default_factory
            if vars(cls).get(name) is each:
                delattr(cls, name) if default is MISSING else setattr(cls, name, default)
        if default is not MISSING:
            defaults[name] = default
        if is_placed:
            names.append(name)
    # How many need to be given by place, if no more is given; none is enough where a default is to be made, or a name to be given.
    asked = [name for name in said if name not in defaults]
    placed = len(asked) if asked == names[: len(asked)] else len(names) + 1, len(names), len(said), names, defaults
    target._said, target._defaults, target._by_place, target._factories = said, defaults, placed, factories  # noqa: SLF001 - ours
    described = ("__match_args__", tuple(names)), ("__dataclass_fields__", _Described(cls, by_name)), ("__dataclass_params__", _PARAMS)
    for name, each in (*described, *_SHARED):
        if name not in vars(cls):  # a class that is made very often may write its own
            setattr(cls, name, each)
    return cls


class _Described:
    """The fields of a record as :mod:`dataclasses` has them, made when somebody looks: few do, and of few records."""

    def __init__(self, owner: type, by_name: bool) -> None:
        self._owner, self._by_name = owner, by_name

    def __get__(self, _: object, __: type) -> dict[str, Field[Any]]:
        owner: Any = self._owner
        notes: dict[str, Any] = {}
        for base in owner.__mro__[::-1]:
            notes |= {name: note for name, note in vars(base).get("__annotations__", {}).items() if name in owner._said}  # noqa: SLF001
        given = {name: each for name, each in owner._said.items() if each is not MISSING}  # noqa: SLF001
        alike: Any = type(owner.__name__, (), {**given, "__annotations__": notes, "__module__": owner.__module__, "__doc__": owner.__doc__})
        owner.__dataclass_fields__ = dataclass(init=False, repr=False, eq=False, kw_only=self._by_name)(alike).__dataclass_fields__
        return owner.__dataclass_fields__  # type: ignore[no-any-return]


def names_of(made: Any) -> Set[str]:
    """Return the names of the values of a record or its class, in order; none for what is no record."""
    return getattr(made, "_said", {}).keys()


def _init(self: Any, /, *args: Any, **values: Any) -> None:
    cls = type(self)
    if args:
        required, most, every, names, defaults = cls._by_place
        if not values and required <= len(args) <= most:  # the commonest by far
            if len(args) < every:
                self.__dict__.update(defaults)
            self.__dict__.update(zip(names, args, strict=False))
            return
        given = dict(zip(names, args, strict=False))
        if len(given) < len(args) or not given.keys().isdisjoint(values):
            raise TypeError(f"{cls.__name__}: too many arguments: {args!r}, {values!r}")
        values |= given
    fields = cls._said
    if len(values) < len(fields):
        for name, make in cls._factories.items():
            if name not in values:
                values[name] = make()
        values = {**cls._defaults, **values}
    if values.keys() != fields.keys():
        raise TypeError(f"{cls.__name__}: missing or unknown: {sorted(values.keys() ^ fields.keys())}")
    self.__dict__.update(values)


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(self.__dict__[name] for name in self._said)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._said, _values(self), strict=True))
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: object) -> bool:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _refuse(self: Any, name: str, *_: object) -> Never:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


_SHARED = (
    ("__init__", _init), ("__repr__", _repr), ("__eq__", _eq), ("__hash__", _hash), ("__setattr__", _refuse), ("__delattr__", _refuse),
    ("__replace__", replace),
)  # fmt: skip
_PARAMS = dataclass(init=False, repr=False, eq=False)(type("_", (), {"__doc__": "_"})).__dataclass_params__  # type: ignore[attr-defined]
