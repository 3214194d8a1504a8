"""What can go wrong, on one screen: problems, the error tree, exit codes.

The library raises these and never prints, never exits; ``cli/`` turns them into lines and an exit code.  A message is a Vietnamese sentence
with named fields, kept apart from its values, so that one catalogue can say it in another language.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field
from enum import IntEnum
from functools import cache, reduce
from pathlib import Path
from typing import Any, Literal, Self

from notice_gen.records import record


class ExitCode(IntEnum):
    """Exit codes of the command line, one meaning each."""

    OK = 0
    FAULTS = 1  # the document, or some notices of a batch, have faults
    USAGE = 2  # wrong usage (click's own)
    INPUT = 3  # input refused: TOML, data, template
    ENVIRONMENT = 4  # locked file, full disk, missing program, unreachable register
    INTERRUPTED = 130


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "to be translated later"
    """Mark *text* for the catalogue and return it unchanged."""
    return text


Say = Callable[[str], str]
"""Turns a catalogue sentence into the language chosen."""


class Words(str):
    """A value of a message that is a sentence of ours too: a Vietnamese text, said in the message's own language by :func:`said`.

    >>> str(Words(N_("{ten} (mã {ma})"), ten="Xã A", ma="01"))
    'Xã A (mã 01)'
    """

    sentence: str
    values: Mapping[str, object]

    def __new__(cls, sentence: str, **values: object) -> Self:
        """Take a catalogue sentence with its values."""
        new = super().__new__(cls, sentence.format_map(values) if values else sentence)
        new.sentence, new.values = sentence, values
        return new


_REFUSED = {
    "EACCES EPERM EROFS": N_("không có quyền"), "ENOSPC EDQUOT": N_("ổ đĩa đã đầy"), "ENOENT ENOTDIR": N_("không có ở đó"),
    "EBUSY ETXTBSY": N_("chương trình khác đang giữ"), "EIO ESTALE EHOSTDOWN ETIMEDOUT": N_("ổ đĩa hoặc mạng bị lỗi"),
}


def why_refused(error: OSError) -> str:
    """Return in a clerk's words why the system refuses; the system's own, which may be English, where there are none.

    >>> why_refused(PermissionError(13, "Permission denied"))
    'không có quyền'
    """
    name = errno.errorcode.get(error.errno or 0, "?")
    said = next((words for names, words in _REFUSED.items() if name in names.split()), None)
    return Words(said) if said else error.strerror or str(error)


def joined(mark: str, several: Sequence[str]) -> Words:
    """Return texts as one, with *mark* between them."""
    return Words(mark.join(f"{{n{number}}}" for number in range(len(several))), **{f"n{number}": one for number, one in enumerate(several)})


def either(several: Sequence[str]) -> str:
    """Return texts of which one is meant.

    >>> either(["10", "12", "13"])
    '10 hoặc 12 hoặc 13'
    """
    return reduce(lambda before, last: Words(N_("{truoc} hoặc {sau}"), truoc=before, sau=last), several)


def said(sentence: str, values: Mapping[str, object], say: Say) -> str:
    """Return a catalogue sentence with its values, through *say*."""
    ours = {key: said(value.sentence, value.values, say) for key, value in values.items() if isinstance(value, Words)}
    return say(sentence).format_map({**values, **ours})


LANGUAGES = ("vi", "en")
LOCALE = Path(__file__).parent / "locale"


@cache
def say_in(language: str) -> Say:
    """Return what says our sentences in *language*; they stay Vietnamese in one that has no catalogue."""
    if language not in LANGUAGES or language == "vi":
        return str
    import gettext

    translate = gettext.translation("notice_gen", LOCALE, [language], fallback=True).gettext
    return lambda text: translate(text) if text else ""


def in_one_line(error: BaseException) -> str:
    """Return what kind of error it is and what it says, for a message."""
    return f"{type(error).__name__}: {error}".splitlines()[0]


@record
class Place:
    """A piece of one line of one file, or a file as a whole.

    Attributes:
        file: the name as the user gave it (``-`` for standard input).
        line, column: from 1, in characters; 0 for the file as a whole.
        width: how many characters the caret underlines, at least 1.
        text: the whole source line, without its line end.
        cell: the cell of a workbook, ``So lieu!C17``; *text* is then a line of what it shows.
    """

    file: str
    line: int = 0
    column: int = 0
    width: int = 1
    text: str = ""
    cell: str = ""

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file}, {self.cell}"
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


KeyPath = tuple[str | int, ...]
"""Where in the tree of keys, e.g. ``("muc", 0, "phat_hien", 3)``."""


@record
class Problem:
    """One thing wrong with what the user gave us.

    Attributes:
        message: what is wrong, a catalogue sentence with ``{named}`` fields.
        hint: what to type instead, likewise.
        values: the fields' values.
        path: where in the tree of keys.
        found: the offending piece exactly as the source spells it, to find its column.
        place: file, line and column, once known.
        level: an error refuses the input; a warning only says so.
        figures: those whose values do not go together, where *path* leads to the expression that says so.
        code: the name of a warning, by which ``[the_thuc] bo_qua`` passes over it; they stand in ``data/canh-bao.toml``.
        rule: the code of the rule that asks the same of a Word file, by which it is passed over too; its name is then *code*.
        edits: of a text that is no TOML, what mends this fault of it: ``(start, end, new)``, offsets in characters.
    """

    message: str
    hint: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    path: KeyPath = ()
    found: str = ""
    place: Place | None = None
    level: Literal["error", "warning"] = "error"
    figures: frozenset[str] = frozenset()
    code: str = ""
    rule: str = ""
    edits: tuple[tuple[int, int, str], ...] = ()

    def text(self, translate: Say = str) -> str:
        """Return the message with its values, through *translate* (a gettext function)."""
        return said(self.message, _quoted(self.values), translate)

    def hint_text(self, translate: Say = str) -> str:
        """Return the hint with its values, or an empty string."""
        return said(self.hint, _quoted(self.values), translate) if self.hint else ""

    def as_dict(self, language: str | Say = "vi") -> dict[str, Any]:
        """Return it as plain JSON values, in words of *language*: ``vi``, ``en``, or what translates."""
        say, place = say_in(language) if isinstance(language, str) else language, self.place
        return {
            "level": self.level, "file": place.file if place else None, "line": (place.line or None) if place else None,
            "column": (place.column or None) if place else None, "width": place.width if place else None,
            "cell": (place.cell or None) if place else None, "path": list(self.path), "message": self.text(say),
            "hint": self.hint_text(say), "found": self.found, "code": self.code,
        }

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return where + self.text()


_LONGEST = 1_000  # characters of a value that a message quotes, but for `dan`, which is to be pasted whole


def _quoted(values: Mapping[str, object]) -> Mapping[str, object]:
    quoted = ((key, value) for key, value in values.items() if isinstance(value, str) and key != "dan")
    return {**values, **{key: f"{value[:_LONGEST]}…" for key, value in quoted if len(value) > _LONGEST}}


def unwaived(problems: Iterable[Problem], bo_qua: object) -> tuple[Problem, ...]:
    """Return *problems* without the warnings that ``[the_thuc] bo_qua`` names, as the model has it or as it is typed."""
    waived = _waived(bo_qua)
    return tuple(problem for problem in problems if problem.level == "error" or waived.isdisjoint(_names(problem)))


def is_waived(code: str, bo_qua: object) -> bool:
    """Tell whether ``[the_thuc] bo_qua`` names *code*, that of something which the office may mean as it is."""
    return code in _waived(bo_qua)


def _waived(bo_qua: object) -> set[str]:
    words = bo_qua.split("\n") if isinstance(bo_qua, str) else bo_qua if isinstance(bo_qua, Collection) else ()
    return {word.strip().lower().replace("-", "_") for word in words if isinstance(word, str)}


def _names(problem: Problem) -> tuple[str, ...]:
    rule = problem.rule.lower()
    return (problem.code, rule, rule.rstrip("0123456789")) if rule else (problem.code,)


class NoticeGenError(Exception):
    """Base of every error raised on purpose; carries its problems and the exit code."""

    exit_code = ExitCode.INPUT

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[NoticeGenError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class InputError(NoticeGenError):
    """The findings file, a settings file or a data row is refused; nothing was written."""


class TemplateError(NoticeGenError):
    """The Word template or its manifest cannot be used."""


class OutputError(NoticeGenError):
    """The result cannot be written: file exists, is locked, folder read-only, disk full."""

    exit_code = ExitCode.ENVIRONMENT


class RegisterError(NoticeGenError):
    """The register cannot be used: unreachable, locked, read-only, damaged, gone; nothing in it has changed."""

    exit_code = ExitCode.ENVIRONMENT


class ClusterError(NoticeGenError):
    """The cluster of machines cannot be used: unreachable, of another version, or lost while at work."""

    exit_code = ExitCode.ENVIRONMENT


class ToolError(NoticeGenError):
    """A program beside this one, which the work needs, is missing or does not work."""

    exit_code = ExitCode.ENVIRONMENT
