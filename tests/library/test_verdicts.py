"""Any bytes checked from a program: plain records, or the one error; never longer than it is told."""

from __future__ import annotations

import contextlib
import json
import pickle
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import notice_gen
from notice_gen.check import rules
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.records import replace
from tests.helpers.docx import docx, p, packed, unpacked
from tests.helpers.findings import GOOD

RIGHT = notice_gen.make(GOOD.encode()).docx


def faulty():
    """A notice of ours with its margins spoilt."""
    parts = unpacked(RIGHT)
    spoilt = {name: data.replace(b'w:left="1701"', b'w:left="300"') if name == "word/document.xml" else data for name, data in parts.items()}
    assert spoilt != parts
    return packed(spoilt)


def test_a_report_is_that_of_the_command_line(tmp_path, capsys):
    data = faulty()
    (tmp_path / "a.docx").write_bytes(data)
    assert run(["check", str(tmp_path / "a.docx"), "--format", "json", "--lang", "en"]) == 1
    told = json.loads(capsys.readouterr().out)["results"][0]
    report = notice_gen.check_docx(data, level="gợi ý")
    said = report.as_dict("en")
    assert said["faults"] == told["faults"] != []
    assert {key: said[key] for key in ("status", "kind", "type", "more", "waived", "unchecked")} == {key: told[key] for key in ("status", "kind", "type", "more", "waived", "unchecked")}
    assert json.loads(json.dumps(said)) == said
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 - ours
    fault = report.faults[0]
    assert notice_gen.sentence(fault, "en") == f"{said['faults'][0]['message']} {said['faults'][0]['hint']}".strip()
    assert notice_gen.sentence(fault) != notice_gen.sentence(fault, "en")


def test_levels_and_waivers():
    data = faulty()
    codes = {fault.code for fault in notice_gen.check_docx(data).faults}
    assert codes
    report = notice_gen.check_docx(data, waived=codes)
    assert report.faults == ()
    assert report.waived.keys() == codes
    assert report.status == "clean"
    for wrong in ({"level": "nặng"}, {"waived": ["XX99"]}):
        with pytest.raises(InputError):
            notice_gen.check_docx(data, **wrong)


def test_a_path_will_do(tmp_path):
    (tmp_path / "a.docx").write_bytes(RIGHT)
    assert notice_gen.check_docx(tmp_path / "a.docx") == notice_gen.check_docx(RIGHT)


def test_what_is_no_paper_is_not_judged():
    assert notice_gen.check_docx(docx(p("Xin chào"))).status == "not judged"


@pytest.mark.parametrize("wrong", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0" + bytes(600), RIGHT[:3000], "khong-co.docx", None, 5])
def test_what_is_no_word_file_is_refused(wrong):
    with pytest.raises(InputError) as caught:
        notice_gen.check_docx(wrong)
    assert notice_gen.sentence(caught.value.problems[0], "en")


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(RIGHT) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_judged_or_refused(at, damage):
    with contextlib.suppress(InputError):
        assert notice_gen.check_docx(RIGHT[:at] + damage + RIGHT[at + len(damage) :]).status


@pytest.mark.slow
@pytest.mark.parametrize("threads", [0, 2])
def test_what_takes_too_long_is_stopped(monkeypatch, threads):
    one = rules.all_rules()[0]

    def forever(*_):
        end = time.thread_time() + (0.4 if threads else 20)
        while time.thread_time() < end:
            pass
        return []

    slow = replace(one, look=forever)
    monkeypatch.setattr(rules, "all_rules", lambda: (slow, slow))

    def check():
        with pytest.raises(InputError):
            notice_gen.check_docx(RIGHT, level="gợi ý", seconds=0.3)

    if not threads:
        check()
        return
    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(check) for _ in range(threads)]:
            done.result()
