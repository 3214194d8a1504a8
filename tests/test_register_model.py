"""The register against a model of a few lines, whatever desks do in whatever order."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from notice_gen import register
from notice_gen.errors import InputError
from notice_gen.register import DA_CAP, HUY, SO_GIAY, NumberRefusedError, paper
from tests.helpers.registers import UBND, request

APART = 2027
"""The year in which each type has its own series."""

NOTICES = st.tuples(st.sampled_from("abcde"), st.sampled_from([2026, APART]), st.sampled_from(["TB", "QĐ"]))
NUMBERS = st.integers(1, 6)
BATCHES = st.lists(st.tuples(NOTICES, st.none() | NUMBERS), min_size=1, max_size=4)


def series(nam: int, loai: str) -> tuple[int, str]:
    return nam, loai if nam == APART else "chung"


def asked(notice: tuple[str, int, str], so: int | None = None) -> register.Request:
    name, nam, loai = notice
    return request(name, nam=nam, loai=loai, so=so, rieng=nam == APART, ngay=date(nam, 3, 5), trich_yeu=f"Việc của {name * 9}")


class Desks(RuleBasedStateMachine):
    """What a careful clerk with one paper book would do, beside what the register does."""

    @initialize()
    def begin(self):
        memory = Path("/dev/shm")  # noqa: S108 - a disk would be waited for at every commit
        self.folder = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
        self.context = register.connect(Path(self.folder.name, "so.db"))
        self.book = self.context.__enter__()
        self.last: dict[tuple[int, str], int] = {}
        self.taken: dict[tuple[int, str], dict[int, object]] = {}  # a number is a notice's, or void, or of paper
        self.numbers: dict[tuple[str, int, str], int] = {}

    def teardown(self):
        self.context.__exit__(None, None, None)
        self.folder.cleanup()

    def given(self, batch) -> list[int] | None:
        """The numbers that the model gives, all or none; the model is changed only when it gives them."""
        wishes = {(series(*notice[1:]), so) for notice, so in batch if so}
        taken = {key: dict(value) for key, value in self.taken.items()}
        last, numbers, out = dict(self.last), dict(self.numbers), []
        said: dict[object, object] = {}
        for notice, so in batch:
            key = series(*notice[1:])
            mine = taken.setdefault(key, {})
            if said.setdefault(notice, so) != so:
                return None
            if notice in numbers:
                if so not in {None, numbers[notice]}:
                    return None
            else:
                number = so or last.get(key, 0) + 1
                while so is None and (number in mine or (key, number) in wishes):
                    number += 1
                if number in mine:
                    return None
                mine[number], numbers[notice] = notice, number
                last[key] = max(last.get(key, 0), number)
            out.append(numbers[notice])
        self.taken, self.last, self.numbers = taken, last, numbers
        return out

    @rule(batch=BATCHES)
    def reserve(self, batch):
        before = self.given(batch)
        requests = [asked(notice, so) for notice, so in batch]
        if before is None:
            with pytest.raises(NumberRefusedError):
                register.preview(self.book, requests)
            with pytest.raises(NumberRefusedError):
                register.reserve(self.book, requests)
        else:
            assert [entry.so for entry in register.preview(self.book, requests)] == before
            assert [entry.so for entry in register.reserve(self.book, requests)] == before

    @rule(notice=NOTICES)
    def issue(self, notice):
        if notice in self.numbers:
            register.issue(self.book, [(asked(notice).khoa, "ab" * 32)])

    @rule(year=st.sampled_from([2026, APART]), number=NUMBERS, rewind=st.booleans())
    def void(self, year, number, rewind):
        found = [entry for entry in register.entries(self.book, nam=year, so=number) if entry.nhom in {"chung", "TB"}]
        key = series(year, "TB")
        assert bool(found) == (number in self.taken.get(key, {}))
        if not found:
            return
        if self.taken[key][number] == HUY:
            with pytest.raises(InputError):
                register.void(self.book, [found[0].id], "Thử", rewind=rewind)
            return
        register.void(self.book, [found[0].id], "Thử", rewind=rewind)
        self.numbers.pop(self.taken[key][number], None)
        self.taken[key][number] = HUY
        if rewind:
            self.last[key] = max((so for so, whose in self.taken[key].items() if whose != HUY), default=0)

    @rule(nam=st.sampled_from([2026, APART]), numbers=st.sets(NUMBERS, min_size=1, max_size=3))
    def enter(self, nam, numbers):
        key = series(nam, "TB")
        mine = self.taken.setdefault(key, {})
        lines = []
        for row, so in enumerate(sorted(numbers)):
            wanted = replace(asked((f"giấy {so} ", nam, "TB"), so), khoa=register.khoa(SO_GIAY, co_quan=UBND, nam=nam, loai="TB", hang=str(so)))
            lines.append(paper.Line(row, {"so": 0}, wanted, DA_CAP, ""))
        if any(mine.get(so, SO_GIAY) != SO_GIAY for so in numbers):
            with pytest.raises(InputError):
                paper.enter(self.book, lines)
            return
        done = paper.enter(self.book, lines)
        assert (done.new, done.filled, done.same) == (sum(so not in mine for so in numbers), 0, sum(so in mine for so in numbers))
        mine.update(dict.fromkeys(numbers, SO_GIAY))
        self.last[key] = max(self.last.get(key, 0), *numbers)

    @invariant()
    def the_same_numbers_stand_in_both(self):
        if not hasattr(self, "book"):
            return
        there = {
            ((entry.nam, entry.nhom), entry.so): HUY if entry.trang_thai == HUY else SO_GIAY if entry.is_paper else (entry.tep, entry.nam, entry.loai)
            for entry in register.entries(self.book)
        }
        assert there == {(key, so): whose for key, numbers in self.taken.items() for so, whose in numbers.items()}
        counters = {(day.nam, day.nhom): last for day, last in register.counters(self.book).items() if last}
        assert counters == {key: last for key, last in self.last.items() if last}
        assert not [problem for problem in register.findings(self.book, days=1) if "bộ đếm" in problem.message]


Desks.TestCase.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
TestDesks = Desks.TestCase
