"""What the options of ``check`` mean: which rules it looks at, and where ``--fix`` and ``--annotate`` write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import i18n
from notice_gen.cli.i18n import Say
from notice_gen.cli.options import STREAM, is_folder, usage_error
from notice_gen.errors import N_
from notice_gen.office import waivers
from notice_gen.office.checking import Copies

if TYPE_CHECKING:
    from notice_gen.check.rules import Entry

_SUFFIX = ".docx"


def chosen(select: Sequence[str], ignore: Sequence[str], level: str, say: Say) -> frozenset[str]:
    """Return the codes that ``--select``, ``--ignore`` and ``--level`` leave."""
    from notice_gen.check import judge

    lowest = judge.level_of(level)
    if lowest is None:
        raise usage_error(say, N_("Không có mức “{muc}”: chọn luật, thông lệ hoặc gợi ý."), muc=level)
    codes = frozenset(entry.rule.code for entry in judge.at_least(lowest))
    if select:
        codes &= _codes(select, say)
    return codes - _codes(ignore, say)


def _codes(words: Iterable[str], say: Say) -> frozenset[str]:
    from notice_gen.check import judge

    codes, unknown = judge.named(word for several in words for word in several.split(",") if word.strip())
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
        return usage_error(say, N_("Không có quy tắc “{ma}”. Có phải: {gan}?"), ma=word, gan=near)
    return usage_error(say, N_("Không có quy tắc “{ma}”."), ma=word)


def planned(
    files: Sequence[str], fix: str | None, annotate: str | None, if_exists: str, now: datetime, say: Say
) -> Callable[[str], Copies | None]:
    """Return what says which copies are to be written of each file.

    Raises click.UsageError: one name is given for several files, or an input would be written over.
    """
    if fix is None and annotate is None:
        return lambda _: None
    from notice_gen.files import IfExists

    inputs = {_real(Path(file)) for file in files if file != STREAM}
    fixed = _targets("--fix", files, fix, inputs, say)
    annotated = _targets("--annotate", files, annotate, inputs, say)
    if {_real(path) for path in fixed.values()} & {_real(path) for path in annotated.values()}:
        raise usage_error(say, N_("--fix và --annotate phải ghi ra hai nơi khác nhau."))
    return lambda file: Copies(fixed.get(file), annotated.get(file), IfExists(if_exists), i18n.spoken(), now)


def _targets(option: str, files: Sequence[str], out: str | None, inputs: set[str], say: Say) -> dict[str, Path]:
    if out is None:
        return {}
    if is_folder(out):
        targets = {file: Path(out) / ("van-ban" if file == STREAM else Path(file).stem) for file in files}
        targets = {file: path.with_name(path.name + _SUFFIX) for file, path in targets.items()}
    elif len(files) > 1:
        raise usage_error(say, N_("Có {so} tệp cần kiểm tra: sau {lua_chon} ghi một thư mục đã có."), so=len(files), lua_chon=option)
    elif Path(out).suffix.lower() != _SUFFIX:
        raise usage_error(say, N_("Tệp kết quả “{tep}” phải có đuôi .docx."), tep=out)
    else:
        targets = {file: Path(out) for file in files}
    places: dict[str, Path] = {}
    for path in targets.values():
        place = _real(path)
        if place in inputs:
            raise usage_error(say, N_("Không ghi đè lên tệp được kiểm tra: “{tep}”. Ghi tên khác sau {lua_chon}."), tep=path, lua_chon=option)  # noqa: E501
        if place in places:
            raise usage_error(say, N_("Có hai tệp cùng tên “{tep}”: kiểm tra từng thư mục một khi dùng {lua_chon}."), tep=path.name, lua_chon=option)  # noqa: E501
        places[place] = path
    return targets


def _real(path: Path) -> str:
    """Windows and macOS take names that differ only in case for one."""
    return str(path.resolve()).casefold()
