"""Where ``render``, ``validate`` and ``batch`` meet the register: which one, numbers before writing, issued after."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import report
from notice_gen.cli.i18n import Say
from notice_gen.cli.options import STREAM, Decorator
from notice_gen.cli.work import Outcome, today
from notice_gen.errors import N_, ExitCode, InputError, NoticeGenError, Problem
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.register import Entry, Register, Request

NAME = "so-van-ban.db"
"""The register's file, unless told."""

option: Decorator = click.option(
    "--register",
    "where",
    envvar="NOTICE_GEN_REGISTER",
    metavar=N_("SỔ"),
    help=N_(
        "Sổ văn bản để lấy số: tệp, hoặc postgresql://… Mặc định: so-van-ban.db cạnh notice-gen.toml đang dùng, "
        "không có thì ở thư mục đang đứng. Cũng đặt được bằng biến NOTICE_GEN_REGISTER."
    ),
)


def in_force(where: str | None, folder: Path) -> str:
    """Return the register that notices of *folder* are numbered in: its path or URL.

    Args:
        where: what ``--register`` or ``NOTICE_GEN_REGISTER`` says.
        folder: of the findings file; its ``notice-gen.toml`` has the register beside it.
    """
    if where:
        return where
    from notice_gen import reader

    office = reader.office_path(folder)
    return str(office.with_name(NAME)) if office else NAME


def is_there(where: str) -> bool:
    """Say whether there is a register; one on a server is taken to be there, and so is one that cannot be looked for."""
    try:
        return "://" in where or Path(where).exists()
    except OSError:
        return True


def tell_created(register: Register, say: Say) -> None:
    """Say on stderr that a new register was begun: somebody may have meant another."""
    if register.created:
        message = N_("Đã lập sổ văn bản mới: {so}. Nếu cơ quan đã có sổ ở chỗ khác thì dừng lại, ghi --register ĐƯỜNG-DẪN.")
        report.note(say(message).format(so=report.visible(register.label)))


def file_name(path: Path, register: Register) -> str:
    """Return by what name *register* knows the findings file at *path*."""
    from notice_gen.register import ten_tep

    return ten_tep(path, register.path.resolve().parent if register.path else None, platform.node())


# --- render and validate -------------------------------------------------------------------------------


@record
class Reserved:
    """The numbers of one run.

    Attributes:
        outcomes: the inputs again, those that take their number from a register made with it.
        khoa: by the input's index, the register and under which key the notice stands there.
    """

    outcomes: list[Outcome]
    khoa: Mapping[int, tuple[str, str]]


def reserve(outcomes: Sequence[Outcome], where: str | None, say: Say, *, strict: bool, dry: bool = False) -> Reserved:
    """Give the notices their numbers, or check the numbers they have, in one transaction for each register.

    Args:
        outcomes: all of them good.
        where: what ``--register`` says.
        say: translates.
        strict: a warning of the register refuses, and nothing is reserved.
        dry: only look; ``tu-dong`` stays as it is.
    """
    all_of: dict[str, list[int]] = {}
    for index, outcome in enumerate(outcomes):
        if outcome.issued and outcome.issued.notice.van_ban.so is not None:
            all_of.setdefault(in_force(where, Path() if outcome.file == STREAM else Path(outcome.file).parent), []).append(index)

    def begins(indices: Sequence[int]) -> bool:  # a register begun by one notice is told the numbers of the others
        return not dry and any(outcomes[index].notice.notice.van_ban.so == "tu-dong" for index in indices)

    by_register = {place: indices for place, indices in all_of.items() if begins(indices) or is_there(place)}
    out, khoa = list(outcomes), {}
    for place, indices in by_register.items():
        given, requests = _in_one(place, [outcomes[index] for index in indices], say, strict=strict, dry=dry)
        for index, outcome, request in zip(indices, given, requests, strict=True):
            out[index] = outcome
            if request:
                khoa[index] = (place, request)
    return Reserved(out, khoa)


def _in_one(place: str, outcomes: Sequence[Outcome], say: Say, *, strict: bool, dry: bool) -> tuple[list[Outcome], list[str]]:
    from notice_gen import register

    wanted = any(outcome.notice.notice.van_ban.so == "tu-dong" for outcome in outcomes)
    try:
        with register.connect(place, create=wanted and not dry) as book:
            tell_created(book, say)
            if not wanted and not book.ready:  # numbers typed, and no register to hold them against
                return list(outcomes), [""] * len(outcomes)
            requests = [_request(outcome, book) for outcome in outcomes]
            entries = register.preview(book, requests) if dry or strict else []
            if not dry and not (strict and any(entry.doubts for entry in entries)):
                entries = register.reserve(book, requests)
    except register.NumberRefusedError as error:
        return [_refused(outcome, found) for outcome, found in zip(outcomes, error.by_request, strict=True)], [""] * len(outcomes)
    except NoticeGenError as error:
        first, *rest = outcomes
        return [Outcome(first.file, None, error.problems, error.exit_code), *rest], [""] * len(outcomes)
    done = [_done(outcome, entry, strict=strict, dry=dry) for outcome, entry in zip(outcomes, entries, strict=True)]
    return done, [request.khoa for request in requests]


def _request(outcome: Outcome, book: Register) -> Request:
    from notice_gen import register

    issued = outcome.notice
    if outcome.file == STREAM:
        tep = "stdin:" + hashlib.sha256(issued.layers[-1].text.encode()).hexdigest()
    else:
        tep = file_name(Path(outcome.file), book)
    return register.request_of(issued.notice, issued.context.page, tep, today=today())


def _refused(outcome: Outcome, problems: Sequence[Problem]) -> Outcome:
    from notice_gen import reader

    if not problems:
        return outcome
    located = reader.locate(problems, outcome.notice.layers)
    return Outcome(outcome.file, None, (*located, *outcome.problems), ExitCode.INPUT)


def _done(outcome: Outcome, entry: Entry, *, strict: bool, dry: bool) -> Outcome:
    from notice_gen import issue, reader

    issued = outcome.notice
    doubts = reader.locate(entry.doubts, issued.layers)
    if strict and doubts:
        return Outcome(outcome.file, None, tuple(replace(doubt, level="error") for doubt in doubts), ExitCode.INPUT)
    if not dry and issued.notice.van_ban.so == "tu-dong":
        try:
            issued = issue.numbered(issued, entry.so, today=today())
        except InputError as error:
            return Outcome(outcome.file, None, (*error.problems, *outcome.problems), error.exit_code)
    return Outcome(outcome.file, issued, (*outcome.problems, *doubts))


def issue_written(reserved: Reserved, digests: Mapping[int, str]) -> tuple[Problem, ...]:
    """Note in the registers that files are written; return what went wrong, which loses no number.

    Args:
        reserved: the numbers of the run.
        digests: by the input's index, the SHA-256 of the file written.
    """
    by_register: dict[str, list[tuple[str, str]]] = {}
    for index, sha256 in digests.items():
        if index in reserved.khoa:
            place, khoa = reserved.khoa[index]
            by_register.setdefault(place, []).append((khoa, sha256))
    if not by_register:
        return ()
    from notice_gen import register

    problems: list[Problem] = []
    for place, files in by_register.items():
        try:
            with register.connect(place, create=False) as book:
                register.issue(book, files)
        except NoticeGenError as error:
            problems += [*error.problems, _not_noted()]
    return tuple(problems)


def _not_noted() -> Problem:
    return Problem(
        N_("Văn bản đã ghi ra tệp nhưng sổ chưa ghi nhận là đã cấp."),
        N_("Số vẫn giữ cho văn bản này: xử lý lỗi trên rồi chạy lại đúng lệnh này."),
    )
