"""Records are dataclasses to all who look at them, however they were given their values."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, replace

import pytest

from notice_gen.records import record


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


def test_nothing_can_be_changed():
    with pytest.raises(FrozenInstanceError):
        Plain(1).x = 2
