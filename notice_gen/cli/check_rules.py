"""Which rules a run of ``check`` looks at: what the options say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from notice_gen.cli import options
from notice_gen.cli.i18n import Say
from notice_gen.errors import N_
from notice_gen.office import waivers

if TYPE_CHECKING:
    from notice_gen.check.rules import Entry


def chosen(select: Sequence[str], ignore: Sequence[str], level: str, say: Say) -> frozenset[str]:
    """Return the codes that ``--select``, ``--ignore`` and ``--level`` leave."""
    from notice_gen.check import judge

    lowest = judge.level_of(level)
    if lowest is None:
        raise options.usage_error(say, N_("Không có mức “{muc}”: chọn luật, thông lệ hoặc gợi ý."), muc=level)
    codes = frozenset(entry.rule.code for entry in judge.at_least(lowest))
    if select:
        codes &= _codes(select, say)
    return codes - _codes(ignore, say)


def _codes(words: Iterable[str], say: Say) -> frozenset[str]:
    from notice_gen.check import judge

    codes, unknown = judge.named(word for one in words for word in one.split(",") if word.strip())
    if unknown:
        raise _unknown(unknown[0], say)
    return codes


def explained(word: str, say: Say) -> list[Entry]:
    """Return the rules that ``--explain`` asks for."""
    from notice_gen.check.rules import all_rules

    codes = _codes([word], say)
    return [entry for entry in all_rules() if entry.rule.code in codes]


def _unknown(word: str, say: Say) -> click.UsageError:
    if near := waivers.nearest(word):
        return options.usage_error(say, N_("Không có quy tắc “{ma}”. Có phải: {gan}?"), ma=word, gan=near)
    return options.usage_error(say, N_("Không có quy tắc “{ma}”."), ma=word)
