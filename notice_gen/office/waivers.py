"""Which rules the settings of an office pass over: ``[the_thuc] bo_qua`` of the nearest ``notice-gen.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from notice_gen.errors import N_, InputError, Problem
from notice_gen.records import record

_TABLE, _KEY = "the_thuc", "bo_qua"


@record
class Waivers:
    """What offices pass over."""

    by_folder: Mapping[Path, frozenset[str]]  # the codes that are passed over for documents in a folder
    doubts: tuple[Problem, ...]  # words of settings that are no rule's, located


def of_folders(folders: Iterable[Path]) -> Waivers:
    """Return what is passed over in each of *folders*.

    Raises InputError: settings cannot be read.
    """
    by_folder: dict[Path, frozenset[str]] = {}
    by_settings: dict[Path | None, frozenset[str]] = {None: frozenset()}
    doubts: list[Problem] = []
    for folder in dict.fromkeys(folders):
        path = _settings(folder)
        if path not in by_settings:
            by_settings[path] = _waived(folder, doubts)
        by_folder[folder] = by_settings[path]
    return Waivers(by_folder, tuple(doubts))


def _settings(folder: Path) -> Path | None:
    """As the reader looks for them; it takes as long to load as a document to check, and most documents have no settings."""
    here = folder.resolve()
    if not any((place / "notice-gen.toml").exists() for place in (here, *here.parents)):
        return None
    from notice_gen import reader

    return reader.office_path(folder)


def _waived(folder: Path, doubts: list[Problem]) -> frozenset[str]:
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
    doubts += reader.locate([_passed_in_vain(word, words.index(word)) for word in unknown], [layer])
    return codes


def _passed_in_vain(word: str, at: int) -> Problem:
    near = nearest(word)
    return Problem(
        N_("Không có quy tắc “{ma}” để bỏ qua."), N_("Có phải: {gan}?") if near else "", {"ma": word, "gan": near}, (_TABLE, _KEY, at),
        level="warning",
    )


def nearest(word: str) -> str:
    """Return the rules that *word* may mean, in one line."""
    from notice_gen.check import judge

    return ", ".join(f"{entry.rule.code} {entry.rule.name}" for entry in judge.nearest(word))
