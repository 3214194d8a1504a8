"""What ``re`` compiled is kept between runs: the same patterns, and nothing worse than compiling where that cannot be."""

import _sre
import marshal
import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import kept, patterns
from notice_gen.check.rules import all_rules

SAMPLE = "Số: 08/KH-UBND ngày 09/01/2026 của Ủy ban nhân dân xã; xem Điều 5 khoản 2, (CCHC) 1.250 hồ sơ.. và 12%"


@pytest.fixture
def store(monkeypatch):
    held = {}
    monkeypatch.setattr(kept, "load", held.get)
    monkeypatch.setattr(kept, "store", held.__setitem__)
    monkeypatch.setattr(patterns, "_known", {})
    monkeypatch.setattr(patterns, "_before", set())
    patterns.remember.cache_clear()
    return held


@pytest.mark.usefixtures("store")
def test_a_kept_pattern_is_the_one_compiled():
    all_rules()
    re.compile(r"(?P<a>[à-ỹ]+)|(?i:B){1,3}(?<=x)")
    patterns.keep("thu")
    left_out = patterns._of_words | patterns._before
    compiled = {key: pattern for key, pattern in re._cache.items() if key[0] is str and not key[1].startswith(patterns._FILES) and key[1:] not in left_out}
    re.purge()
    patterns.remember("thu")
    assert len(re._cache) >= min(len(compiled), patterns._MOST) > 50
    for key, pattern in re._cache.items():
        fresh = compiled[key]
        assert (pattern.pattern, pattern.groupindex, pattern.groups, pattern.flags) == (fresh.pattern, fresh.groupindex, fresh.groups, fresh.flags)
        for text in (SAMPLE, SAMPLE.upper(), SAMPLE.lower(), SAMPLE[1:]):
            assert [found.regs for found in pattern.finditer(text)] == [found.regs for found in fresh.finditer(text)]


def test_nothing_new_is_not_kept_again(store):
    re.compile("mẫu câu [0-9]")
    patterns.keep("thu")
    store.clear()
    patterns.keep("thu")
    assert not store
    re.compile("mẫu câu [a-f]")
    patterns.keep("thu")
    assert store


def test_what_is_compiled_before_any_is_given_takes_no_place(store):
    re.compile("mẫu câu sớm")
    patterns.remember("thu")
    re.compile("mẫu câu muộn")
    patterns.remember("thu hai")  # what came between is not left out
    patterns.keep("thu")
    kept_ = {pattern for pattern, *_ in marshal.loads(store[patterns.name("thu")])}  # noqa: S302 - ours
    assert "mẫu câu muộn" in kept_
    assert "mẫu câu sớm" not in kept_


def test_flags_that_are_a_number_of_their_own_kind_are_kept_as_a_number(store):
    """From Python 3.13 on ``re.sub`` and ``re.split`` leave such a nought in the memory of ``re``."""

    class Nought(int):
        pass

    compiled = re.compile("mẫu câu lạ")
    del re._cache[str, "mẫu câu lạ", 0]
    re._cache[str, "mẫu câu lạ", Nought()] = compiled
    patterns.keep("thu")
    assert ("mẫu câu lạ", 0) in [(pattern, flags) for pattern, flags, _ in marshal.loads(store[patterns.name("thu")])]  # noqa: S302 - ours


def test_words_of_a_paper_and_names_of_files_are_not_kept(store, tmp_path):
    assert patterns.of_words("Nguyễn Văn [A-Z]").search("Ông Nguyễn Văn A")
    assert [*tmp_path.glob("12-tb-xa-mat*.docx")] == []
    patterns.keep("thu")
    held = "".join(pattern for pattern, *_ in marshal.loads(store[patterns.name("thu")]))  # noqa: S302 - ours
    assert len(held) > 1000
    assert "Nguyễn Văn" not in held
    assert "xa\\-mat" not in held


@pytest.mark.parametrize("data", [b"", b"x", marshal.dumps(3), marshal.dumps([("a", 0, (32, bytes(12), 0, {}, (None,)))]), marshal.dumps([("a", 0)])])
def test_what_cannot_be_read_is_compiled(store, data):
    re.purge()
    store[patterns.name("thu")] = data
    patterns.remember("thu")
    assert re.search("a", "ba").span() == (1, 2)


def test_another_python_inside_compiles_as_ever(store, monkeypatch):
    monkeypatch.delattr(re, "_cache")
    patterns.remember("thu")
    patterns.keep("thu")
    assert not store


def _with_its_opening(pattern, flags=0):
    """Return a pattern as it is kept, and whether its engine is told what a match begins with."""
    their, code, groups, names, indices = patterns._made(pattern, flags)
    plain = [*map(int, re._compiler._code(re._parser.parse(pattern, flags), flags))]
    return _sre.compile(pattern, their, [*array("I", code)], groups, dict(names), indices), [*array("I", code)] != plain


OPENINGS = [
    (r"\b[Nn]gày (\d+)", True), (r"(?<![\w/])ngày|\bsố", True), (r"(?i)\bsố:? \d", True), (r"(?i)k[ßſ]?|ǆ", True), (r"(?<=a)(?:x?y|[0-9]z)", True),
    (r"(?:a|b?)c", True), (r"^(?:[-–]\s*)?\w", True), (r"(?=n)n|(?!x)\w", True), (r"(?:(?i:ố)|[b\W])a", True), (r"(?>b+)c|(?P<x>đ)(?P=x)", True),
    (r"(?i)[à-ó]{2}", True), (r"(?i)[à-ỹ]{2}", False), (r"(?<!\w)[^a-y]\d", True), (r"(?m:^)\s*a", True), (r"[b-d]*+a", True), (r"(?<!n)(?i:[a-zđ]\d)", True),
    (r"\b.a", False), (r"(a)?\1b", False), (r"(?:[^a]|b)c", False), (r"x*", False), (r"(?i)(?<!x)[^k]", False), (r"ngày", False), (r"(?a:(?<!x)\W)", False),
]


@given(text=st.text("aAbBcxXyzkKKsſßßnNđĐốỐàỸǆǅ019 -–/:\n_", max_size=12) | st.sampled_from(["ngày 3", "Ngày 12 số 4", "SỐ: 9", "đđ bbc y 0z"]))
def test_a_pattern_told_what_it_begins_with_finds_the_same(text):
    for pattern, is_told in OPENINGS:
        kept_, told = _with_its_opening(pattern)
        assert told == is_told, pattern
        fresh = re.compile(pattern)
        assert [found.regs for found in kept_.finditer(text)] == [found.regs for found in fresh.finditer(text)], pattern
        assert kept_.split(text) == fresh.split(text)
