"""The register against a model of a few lines, whatever desks do in whatever order."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_gen import register
from notice_gen.errors import InputError
from notice_gen.register import DA_CAP, HUY, SO_GIAY, NumberRefusedError, paper, plan, statements, store
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
    return request(name, nam=nam, loai=loai, so=so, rieng=nam == APART, ngay=date(nam, 3, 5 + ord(name[0]) % 3), trich_yeu=f"Việc của {name[0] * 9}")


class Desks:
    """What a careful clerk with one paper book would do, beside what the register does."""

    def __init__(self, book: register.Register) -> None:
        self.book = book
        self.last: dict[tuple[int, str], int] = {}
        self.taken: dict[tuple[int, str], dict[int, object]] = {}  # a number is a notice's, or void, or of paper
        self.numbers: dict[tuple[str, int, str], int] = {}

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

    def reserve(self, batch):
        before = self.given(batch)
        requests = [asked(notice, so) for notice, so in batch]
        if before is None:
            with pytest.raises(NumberRefusedError):
                register.preview(self.book, requests)
            with pytest.raises(NumberRefusedError):
                register.reserve(self.book, requests)
        else:
            years = sorted({(one.day_so.co_quan, one.nam) for one in requests})
            looked = store.read(self.book, lambda connection: plan.plan(statements.state(connection, years), requests))
            assert register.preview(self.book, requests) == looked  # with its warnings, though it reads a few lines only
            assert [entry.so for entry in looked] == before
            assert [entry.so for entry in register.reserve(self.book, requests)] == before

    def issue(self, notice):
        if notice in self.numbers:
            register.issue(self.book, [(asked(notice).khoa, "ab" * 32)])

    def void(self, year, pick, rewind):
        key = series(year, "TB")
        numbers = sorted(self.taken.get(key, {}), reverse=True)
        if not numbers:
            return
        number = numbers[pick % len(numbers)]
        found = [entry for entry in register.entries(self.book, nam=year, so=number) if entry.nhom in {"chung", "TB"}]
        if self.taken[key][number] == HUY:
            with pytest.raises(InputError):
                register.void(self.book, [found[0].id], "Thử", rewind=rewind)
            return
        register.void(self.book, [found[0].id], "Thử", rewind=rewind)
        self.numbers.pop(self.taken[key][number], None)
        self.taken[key][number] = HUY
        if rewind:
            self.last[key] = max((so for so, whose in self.taken[key].items() if whose != HUY), default=0)

    def enter(self, nam, numbers):
        key = series(nam, "TB")
        mine = self.taken.setdefault(key, {})
        lines = []
        for row, so in enumerate(sorted(numbers)):
            wanted = asked((f"giấy {so} ", nam, "TB"), so)._replace(khoa=register.khoa(SO_GIAY, co_quan=UBND, nam=nam, loai="TB", hang=str(so)))
            lines.append(paper.Line(row, {"so": 0}, wanted, DA_CAP, ""))
        if any(mine.get(so, SO_GIAY) != SO_GIAY for so in numbers):
            with pytest.raises(InputError):
                paper.enter(self.book, lines)
            return
        done = paper.enter(self.book, lines)
        assert (done.new, done.filled, done.same) == (sum(so not in mine for so in numbers), 0, sum(so in mine for so in numbers))
        mine.update(dict.fromkeys(numbers, SO_GIAY))
        self.last[key] = max(self.last.get(key, 0), *numbers)

    def the_same_numbers_stand_in_both(self):
        there = {
            ((entry.nam, entry.nhom), entry.so): HUY if entry.trang_thai == HUY else SO_GIAY if entry.is_paper else (entry.tep, entry.nam, entry.loai)
            for entry in register.entries(self.book)
        }
        assert there == {(key, so): whose for key, numbers in self.taken.items() for so, whose in numbers.items()}

    def the_counters_are_the_same(self):
        counters = {(series.nam, series.nhom): last for series, last in register.counters(self.book).items() if last}
        assert counters == {key: last for key, last in self.last.items() if last}
        assert not [problem for problem in register.findings(self.book, days=1) if "bộ đếm" in problem.message]


STEPS = st.one_of(
    st.tuples(st.just(Desks.reserve), BATCHES),
    st.tuples(st.just(Desks.reserve), NOTICES.map(lambda notice: [(notice, None)])),
    st.tuples(st.just(Desks.issue), NOTICES),
    st.tuples(st.just(Desks.void), st.sampled_from([2026, APART]), st.integers(0, 9), st.booleans()),
    st.tuples(st.just(Desks.enter), st.sampled_from([2026, APART]), st.sets(NUMBERS, min_size=1, max_size=3)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, min_size=6, max_size=20))
@pytest.mark.slow
def test_whatever_desks_do(steps):
    memory = Path("/dev/shm")  # noqa: S108 - a disk would be waited for at every commit
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder, register.connect(Path(folder, "so.db")) as book:
        desks = Desks(book)
        for do, *arguments in steps:
            do(desks, *arguments)
            desks.the_same_numbers_stand_in_both()
        desks.the_counters_are_the_same()
