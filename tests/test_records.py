"""Records are dataclasses to all who look at them, however they were given their values."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace

import pytest

from notice_gen.records import draft, names_of, record


@record
class Point:
    x: int
    y: int = 2
    tags: list[str] = field(default_factory=list)
    name: str = field(default="", kw_only=True)


@record
class Plain:
    x: int
    y: int = 2


@pytest.mark.parametrize("made", [Point(1), Point(x=1), Point(1, 2, []), Point(1, 2, [], name=""), Point(1, y=2), Point(1, tags=[])])
def test_given_by_place_or_by_name_it_is_the_same(made):
    assert made == Point(1, 2, [], name="")
    assert repr(made).endswith("Point(x=1, y=2, tags=[], name='')")
    assert asdict(made) == {"x": 1, "y": 2, "tags": [], "name": ""}
    assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == replace(made)  # noqa: S301 - our own


def test_a_default_is_made_anew_for_each():
    assert Point(1).tags is not Point(1).tags


@pytest.mark.parametrize("made", [Plain(1), Plain(1, 2), Plain(x=1), Plain(y=2, x=1)])
def test_defaults_fill_what_is_not_given(made):
    assert made == Plain(1, 2)
    assert hash(made) == hash(Plain(1, 2))
    assert [one.name for one in fields(made)] == ["x", "y"]


@pytest.mark.parametrize(("args", "values"), [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((), {"x": 1, "z": 2}), ((), {"y": 1})])
def test_too_few_or_too_many_are_refused(args, values):
    with pytest.raises(TypeError):
        Plain(*args, **values)


@record
class Wider(Plain):
    y: int = 3
    z: str = field(default="", metadata={"what": "a note"})


def test_a_record_of_a_record_has_the_names_of_both_in_order_and_its_own_defaults():
    assert Wider(1) == Wider(1, 3, "")
    assert [one.name for one in fields(Wider)] == [*names_of(Wider)] == [*Wider.__match_args__] == ["x", "y", "z"]
    assert [one.name for one in fields(Plain)] == ["x", "y"]
    assert fields(Wider)[2].metadata == {"what": "a note"}
    assert (Wider.z, is_dataclass(Wider), is_dataclass(Wider(1)), names_of(3)) == ("", True, True, set())


def test_a_record_keeps_functions_of_its_own():
    @record
    class Same:
        x: int

        __eq__, __hash__ = object.__eq__, object.__hash__

    assert Same(1) != Same(1)
    assert len({Same(1), Same(1)}) == 2


def test_nothing_can_be_changed():
    with pytest.raises(FrozenInstanceError):
        Plain(1).x = 2


@draft
class Read:
    where: int
    found: list[str] = field(default_factory=list)


def test_a_draft_is_a_dataclass_that_may_change_and_has_no_hash():
    one = Read(1)
    one.where, one.found = 2, ["a"]
    assert is_dataclass(one)
    assert asdict(one) == {"where": 2, "found": ["a"]}
    assert one == Read(2, ["a"])
    assert Read(1).found == []
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)
