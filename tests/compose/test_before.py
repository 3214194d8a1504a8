"""What was written for the notice before: what is written again, what is kept, and what never is."""

from __future__ import annotations

from types import SimpleNamespace

from notice_gen.compose.before import Before
from notice_gen.compose.writer import Writer
from notice_gen.errors import Problem

LAW, OFFICE = object(), object()


def plan(*sources):
    """Return a plan of which every second step is to be written."""
    steps = [step for source in sources for step in ("—", SimpleNamespace(source=source))]
    return SimpleNamespace(steps=tuple(steps), open=range(1, len(steps), 2))


def written(before, of, told=None, shared=LAW, **values):
    """Return the steps of a plan as the next notice has them, which of them were written for it, and its writer."""
    before.begin(shared)
    writer, asked = Writer(values, before=before), []
    writer.problems += told or []

    def write(writer, step):
        asked.append(step.source)
        return writer.text(step.source, ("muc",))

    return writer.again(of, write), asked, writer


def test_only_what_sees_something_else_is_written_again():
    before, lines = Before(), plan("Nhận {{ a }}", "Trả {{ b }} của {{ don_vi.ten }}", "Còn {{ a - b }}", "Tại {{ don_vi['ten'] }}")
    unit, other = {"ten": "xã A"}, {"ten": "xã B"}
    assert written(before, lines, a=5, b=2, don_vi=unit)[:2] == (
        ["—", "Nhận 05", "—", "Trả 02 của xã A", "—", "Còn 03", "—", "Tại xã A"], [step.source for step in lines.steps[1::2]],
    )  # fmt: skip
    assert written(before, lines, a=5, b=2, don_vi=unit)[1] == []
    assert written(before, lines, a=5, b=2, don_vi={**unit})[1] == ["Tại {{ don_vi['ten'] }}"]
    assert written(before, lines, a=5, b=4, don_vi=unit)[:2] == (
        ["—", "Nhận 05", "—", "Trả 04 của xã A", "—", "Còn 01", "—", "Tại xã A"], ["Trả {{ b }} của {{ don_vi.ten }}", "Còn {{ a - b }}"],
    )  # fmt: skip
    assert written(before, lines, a=5, b=2, don_vi=other)[1] == ["Trả {{ b }} của {{ don_vi.ten }}", "Tại {{ don_vi['ten'] }}"]


def test_a_whole_group_that_is_another_is_something_else():
    before, lines = Before(), plan("{{ so_lieu | length }} số", "{{ a }}")
    written(before, lines, a=5, so_lieu={"a": 5})
    assert written(before, lines, a=5, so_lieu={"a": 5, "b": 6})[:2] == (["—", "02 số", "—", "05"], ["{{ so_lieu | length }} số"])


def test_another_law_or_another_plan_has_nothing_kept():
    before, lines = Before(), plan("Nhận {{ a }}")
    written(before, lines, a=5)
    assert written(before, plan("Trả {{ a }}"), a=5)[1]
    assert written(before, lines, a=5)[1] == []
    assert written(before, lines, shared=OFFICE, a=5)[1]


def test_what_is_worth_a_look_is_told_for_each_notice():
    before, lines = Before(), plan("Đã giải quyết 310/322 hồ sơ, đạt {{ a }}%")
    for _ in range(2):
        (warning,) = written(before, lines, a=5)[2].warnings
        assert warning.values["dung"] == "96,3%"


def test_a_name_that_is_missing_this_time_is_told():
    before, lines = Before(), plan("Nhận {{ a }}")
    written(before, lines, a=5)
    assert written(before, lines)[2].problems


def test_nothing_is_kept_of_a_notice_with_more_wrong_than_is_told():
    before, lines = Before(), plan("Nhận {{ a }}")
    assert written(before, lines, [Problem(f"sai {n}") for n in range(100)], a=5)[0] == ["—", ""]
    assert written(before, lines, a=5)[0] == ["—", "Nhận 05"]
