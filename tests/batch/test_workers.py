"""Chunks handed to workers: never many ahead; notices made several at a time come out as each would alone."""

from __future__ import annotations

import pickle
import time
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import date
from pathlib import Path

from notice_gen import reader
from notice_gen.batch import job
from notice_gen.batch.job import Job, Made
from notice_gen.batch.source import MAKE, Chunk, Entry
from notice_gen.office import pool
from notice_gen.office.pool import Crew
from tests.helpers.findings import GOOD

COMMON = reader.parse(GOOD.encode(), file="chung.toml")
JOB = pickle.dumps(Job((COMMON,), None, date(2026, 11, 24), "", strict=False, asks=False))


class Slow(Executor):
    """Takes its time over each chunk, one after the other."""

    def __init__(self) -> None:
        self.inner, self.done = ThreadPoolExecutor(1), 0

    def submit(self, *_, **__):
        return self.inner.submit(self._finish)

    def _finish(self):
        time.sleep(0.003)
        self.done += 1
        return [Made("ready", docx=b"x")]

    def shutdown(self, **options):
        self.inner.shutdown(**options)


def test_few_chunks_are_read_ahead_of_the_workers():
    executor, ahead = Slow(), []

    def chunks():
        for n in range(60):
            ahead.append(n - executor.done)
            yield Chunk((Entry(n, "", Path(), "", "", "", b"", ""),), b"rows", (1,))

    made = list(pool.fan_out(Crew(lambda: executor, 2), MAKE, chunks()))
    assert sorted(chunk.entries[0].at for chunk, _ in made) == list(range(60))
    assert max(ahead) <= 4 + 4 + 1  # worked on, waiting, in hand


def rows():
    for n in range(40):
        data = {"don_vi": {"ten": f"thôn {n}"}}
        if n % 7 == 3:
            data["van_ban"] = {"so": 0}  # refused when it is read
        elif n % 7 == 5:
            data["van_ban"] = {"trich_yeu": "Kết luận {{ tiep_nhan / 0 }}"}  # refused when it is composed
        yield reader.Layer("so-lieu.csv", "", data)


def test_notices_made_together_are_as_each_made_alone():
    every = list(rows())
    together = job.make(JOB, pickle.dumps(every), [1] * len(every))
    alone = [made for own in every for made in job.make(JOB, pickle.dumps([own]), [1])]
    assert [made._replace(problems=()) for made in together] == [made._replace(problems=()) for made in alone]
    assert [[str(problem) for problem in made.problems] for made in together] == [[str(problem) for problem in made.problems] for made in alone]
    refused = [n for n, made in enumerate(together) if not made.docx]
    assert refused == [n for n in range(40) if n % 7 in {3, 5}]


def test_long_notices_are_made_fewer_at_a_time():
    assert job._together(20_000) == 32
    assert job._together(600_000) == 1
    assert job._together(50_000_000) == 1
