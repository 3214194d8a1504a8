"""Texts parsed one after the other: what each says, and of it the very tables of the one before where these say the same."""

from __future__ import annotations

import pytest

from notice_gen.reader import source

FIRST = 'a = 1\n[ky]\nten = "A"\n[[muc]]\nn = 1\n[[muc.muc]]\nn = 2\n[[muc]]\nn = 3\n[so] # x\nb = 2\n'
TEXTS = [
    FIRST, FIRST.replace("b = 2", "b = 3"), FIRST.replace("n = 3", "n = 4"), FIRST.replace("a = 1\n", ""), FIRST.replace("a = 1", "# a"),
    FIRST + '[x]\ny = """\n[ky]\n"""\n', FIRST + "[x]\ny = [\n[1],\n[ 2 ]\n]\n", FIRST + "[ky.hai]\nb = 1\n", FIRST + "[cuoi.hai]\nb = 1\n[cuoi]\nc = 1\n",
    FIRST + "[[cuoi]]\nb = 1\n[ky2]\n[[cuoi]]\nb = 1\n", FIRST + "[ cuoi ]\nb = 1\n", "a = 1", "", "\n\n", "[a]\n[b]",
    FIRST.replace("\n", "\n\n"), FIRST + "[x]", FIRST.replace("[ky]", "[ky]   "), FIRST + '"[x]" = 1\n',
]  # fmt: skip
WRONG = [
    FIRST + "[ky]\nb = 1\n", FIRST + '[ky]\nten = "A"\n', FIRST + "[[ky]]\nb = 1\n", FIRST + "[muc]\nb = 1\n", FIRST.replace("a = 1", "ky = 1"),
    FIRST.replace("a = 1", "muc = []"), FIRST.replace('"A"', '"A'), FIRST + "[x\n", FIRST + 'y = """\n[x]\n', FIRST + "[[so]]\n", FIRST + "[muc.muc]\nc = 1\n[x]\n[muc.muc]\n",
    FIRST.replace("a = 1", "so = { b = 1 }"), FIRST.replace("a = 1", "so.c = 1"), FIRST + "[x]\ny = [\n[so]\n", "[x]\n" * 2,
]  # fmt: skip


@pytest.mark.parametrize("before", [FIRST, TEXTS[5], ""])
def test_a_text_says_what_it_says_alone(before):
    load = source.following()
    for text in [before, *TEXTS, *WRONG, *TEXTS]:
        if text in WRONG:
            with pytest.raises(ValueError):  # noqa: PT011 - of several kinds, as of the text alone
                source.loads(text)
            with pytest.raises(ValueError):  # noqa: PT011
                load(text)
        else:
            assert list(load(text).items()) == list(source.loads(text).items())


def test_a_table_word_for_word_that_of_the_text_before_is_the_very_one():
    load = source.following()
    one, other = load(FIRST), load(FIRST.replace("b = 2", "b = 3"))
    assert [name for name in one if one[name] is other[name]] == ["a", "ky", "muc"]
    assert other["so"] == {"b": 3}
