"""Which rules a run of ``check`` looks at: what the options say, and what the office's settings pass over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import options, report
from notice_gen.cli.i18n import Say
from notice_gen.cli.options import STREAM
from notice_gen.errors import N_, InputError, Problem

if TYPE_CHECKING:
    from notice_gen.check.rules import Entry

_TABLE, _KEY = "the_thuc", "bo_qua"


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
    near = _nearest(word)
    if near:
        return options.usage_error(say, N_("Không có quy tắc “{ma}”. Có phải: {gan}?"), ma=word, gan=near)
    return options.usage_error(say, N_("Không có quy tắc “{ma}”."), ma=word)


def _nearest(word: str) -> str:
    from notice_gen.check import judge

    return ", ".join(f"{entry.rule.code} {entry.rule.name}" for entry in judge.nearest(word))


def with_waivers(files: Iterable[str], say: Say) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each file with the codes that ``[the_thuc] bo_qua`` of its nearest ``notice-gen.toml`` passes over.

    Raises:
        InputError: settings cannot be read.
    """
    by_folder: dict[Path, frozenset[str]] = {}
    by_settings: dict[Path | None, frozenset[str]] = {None: frozenset()}
    for file in files:
        folder = Path() if file == STREAM else Path(file).parent
        if folder not in by_folder:
            path = _settings(folder)
            if path not in by_settings:
                by_settings[path] = _waived(folder, say)
            by_folder[folder] = by_settings[path]
        yield file, by_folder[folder]


def _settings(folder: Path) -> Path | None:
    """As the reader looks for them; it takes as long to load as a paper to check, and most papers have no settings."""
    here = folder.resolve()
    if not any((place / "notice-gen.toml").exists() for place in (here, *here.parents)):
        return None
    from notice_gen import reader

    return reader.office_path(folder)


def _waived(folder: Path, say: Say) -> frozenset[str]:
    from notice_gen import reader
    from notice_gen.check import judge

    layer = reader.office_layer(folder)
    if layer and layer.problems:
        raise InputError(layer.problems)
    table = layer.data.get(_TABLE, {}) if layer else {}
    words = table.get(_KEY, []) if isinstance(table, dict) else None
    if layer is None or words == []:
        return frozenset()
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        problem = Problem(N_("bo_qua phải là danh sách mã quy tắc."), N_("Ví dụ: bo_qua = [\"TR05\", \"QH\"]"), path=(_TABLE, _KEY))
        raise InputError(reader.locate([problem], [layer]))
    codes, unknown = judge.named(words)
    report.complain(reader.locate([_passed_in_vain(word, words.index(word)) for word in unknown], [layer]), say)
    return codes


def _passed_in_vain(word: str, at: int) -> Problem:
    near = _nearest(word)
    return Problem(
        N_("Không có quy tắc “{ma}” để bỏ qua."),
        N_("Có phải: {gan}?") if near else "",
        {"ma": word, "gan": near},
        (_TABLE, _KEY, at),
        level="warning",
    )
