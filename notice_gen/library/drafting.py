"""What a program needs with which findings files are written: the types there are, files to start from, the office's settings, a print."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from notice_gen import profile, reader, starter, templates
from notice_gen.errors import N_, InputError, NoticeGenError, Problem, ToolError
from notice_gen.library import office_questions, sources
from notice_gen.library.documents import Document, document, this_day

if TYPE_CHECKING:
    from notice_gen.library.questions import Answers
    from notice_gen.library.verdicts import Fault
    from notice_gen.reader import Layer


class DocumentType(NamedTuple):
    """A type of document: how ``mau = `` names it, its name, what it is for."""

    mau: str
    ten: str
    mo_ta: str


def document_types() -> tuple[DocumentType, ...]:
    """Return the types of document at hand, by name."""
    found = [(mau, templates.find(mau).manifest) for mau in templates.names()]
    return tuple(DocumentType(mau, manifest["ten"], manifest.get("mo_ta", "")) for mau, manifest in found)


class Starter(NamedTuple):
    """A findings file to start from: its text, and a catalogue sentence on it with ``{tep}``, the settings' path; empty for none."""

    text: str
    remark: str = ""
    settings: str = ""


def starter_file(mau: str, folder: str | Path, *, today: date | None = None) -> Starter:
    """Return a findings file of a type to start from, in which the settings of its *folder* are in force; it prints at once.

    Raises TemplateError: there is no such type.
    """
    sample, folder = templates.sample(mau), sources.path_of(folder)
    office = reader.office_layer(folder)
    if not office:
        remark = N_("Cơ quan chưa có notice-gen.toml: chạy notice-gen init một lần thì tên cơ quan, địa danh, người ký tự điền. Chỗ trong ngoặc, như (ghi họ tên), phải điền trước khi văn bản có số.")  # noqa: E501
        return Starter(starter.started(sample, None), remark)
    if office.problems:  # the next step says what is wrong there
        return Starter(starter.started(sample, None))
    return Starter(*_begun(sample, folder, office, today or this_day()), office.file)


def _begun(sample: str, folder: Path, office: Layer, today: date) -> tuple[str, str]:
    """Return the starter file of an office that has its settings, and a remark on it.

    Its usual signer signs where the type lets him; else the sample's post; else the sample is of another kind of agency.
    """
    ways: list[starter.Signs] = [] if starter.of_another_kind(sample, office.data) else ["post"]
    if ways and profile.usual_signer(office.data) and not starter.personal(sample, office.data):
        ways.insert(0, "usual")
    for signs in ways:
        text = starter.started(sample, office.data, signs)
        if _fits(text, folder, today):
            return text, N_("Những gì {tep} đã ghi (tên cơ quan, địa danh, người ký …) thì theo tệp đó; dòng có dấu # ở đầu không dùng.")
    remark = N_("Ví dụ trong tệp này là của loại cơ quan khác: bỏ những dòng mà {tep} đã ghi, rồi sửa [ky] theo cơ quan mình.")
    return starter.started(sample, office.data, "other"), remark


def _fits(text: str, folder: Path, today: date) -> bool:
    """Tell whether a starter file prints over the office's settings, and nothing is to be said of who signs by which authority."""
    from notice_gen.issue import issue

    try:
        doubts = issue(text.encode(), file="-", folder=folder, today=today).warnings
    except NoticeGenError:
        return False
    return not any(doubt.path[:1] in {("ky",), ("mo_dau",)} for doubt in doubts)


class Asked(NamedTuple):
    """One question of an office's settings, and its answer.

    Attributes: *name*: of the answer; *label*, *text*: the question in short and whole, catalogue sentences; *why*: why it cannot be left
    empty, likewise, empty where it can; *guess*: what is offered; *answer*: what was typed, as it is understood; *problems*: what is
    wrong with it, or worth a look.
    """

    name: str
    label: str
    text: str
    why: str
    guess: str
    answer: str
    problems: tuple[Problem, ...]


def office_form(typed: Mapping[str, str]) -> list[Asked]:
    """Return the questions of an office's settings, as far as the answers *typed* lead; one not yet answered stands as it is guessed."""
    answers: Answers = {}
    asked = []
    questions = office_questions.of_office(answers)
    for question in questions:
        guess = question.guess(answers)
        answer = question.read(" ".join(typed[question.name].split())) if question.name in typed else guess
        if not answer and question.why:
            problems: tuple[Problem, ...] = (Problem(question.why, N_("Điền ô này.")),) if question.name in typed else ()
        else:
            problems = question.doubts(answer, answers)
        answers[question.name] = answer
        asked.append(Asked(question.name, question.label, question.text, question.why, guess, answer, problems))
    return asked


def office_file(typed: Mapping[str, str]) -> str:
    """Return the text of ``notice-gen.toml`` that the answers *typed* make.  Raises InputError: one is missing or wrong; every such one."""
    asked = office_form(typed)
    wrong = [problem for one in asked for problem in one.problems if problem.level == "error"]
    missing = [Problem(one.why, N_("Điền ô này.")) for one in asked if one.why and not one.answer and one.name not in typed]
    if wrong or missing:
        raise InputError([*wrong, *missing])
    text = profile.text(office_questions.office({one.name: one.answer for one in asked}))
    reader.parse(text.encode(), file=reader.OFFICE_FILE)
    return text


class Printed(NamedTuple):
    """A findings file printed: its document as it bears its number, the file written, where it breaks the law, what else is to be said."""

    document: Document
    path: Path
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Problem, ...] = ()
    begun: tuple[str, ...] = ()
    written: bool = True


class PrintLook(NamedTuple):
    """What printing a findings file would do now.

    Attributes: *label*: number and symbol, of a draft without a number; *path*: the file that would be written; *taken*: the register gives
    the number; *register*: what the register is called that gives it, or takes note of it; empty where there is none; *begins*: it would
    be begun; *problems*: what is not wrong but worth a look.
    """

    label: str
    path: Path
    taken: bool
    register: str
    begins: bool
    problems: tuple[Problem, ...] = ()


def look_at_print(path: str | PathLike[str], *, register: str | Path | None = None, today: date | None = None) -> PrintLook:
    """Say what :func:`print_file` would do now: nothing is written, no number taken.

    Raises InputError, TemplateError: it is refused; RegisterError: the register cannot be used.
    """
    from notice_gen.errors import ExitCode, RegisterError, TemplateError
    from notice_gen.office import notices, numbering, printing
    from notice_gen.office.notices import Findings

    path, today = sources.path_of(path), today or this_day()
    named = str(register) if register is not None else None
    where = numbering.in_force(named, path.parent)
    numbered = printing.prepare([Findings(str(path), path.parent)], today=today, register=named, dry=True)
    [outcome] = numbered.outcomes
    so = outcome.issued.notice.van_ban.so if outcome.issued else None
    there, taken, label = numbering.is_there(where), so == "tu-dong", ""
    if so is not None and (there or taken):
        outcome, label = notices.foreseen(outcome, where, today=today)
    if outcome.issued is None:
        kinds = {ExitCode.INPUT: InputError, ExitCode.ENVIRONMENT: RegisterError}
        raise kinds.get(outcome.exit_code, TemplateError)(outcome.problems)
    said = outcome.notice.context.page.van_ban.so_ky_hieu.strip()
    return PrintLook(said, printing.into(None)(outcome), taken, label, taken and not there, (*numbered.remarks, *outcome.problems))


def print_file(
    path: str | PathLike[str], *, register: str | Path | None = None, template: str | Path | None = None, strict: bool = False,
    if_exists: str = "fail", today: date | None = None,
) -> Printed:  # fmt: skip
    """Print a findings file to a Word file beside it, with its number of the register, as ``notice-gen render`` does.

    Args:
        path: the findings file.
        register: the register's path or URL; None for the one in force in its folder.
        template: the office's own Word file, in place of the shipped one.
        strict: a warning refuses as an error does.
        if_exists: what to do over a file somebody has changed: ``fail``, ``overwrite``, ``skip`` or ``rename``.
        today: gives a draft without a date its year; None for what day it is here.

    Raises InputError, TemplateError: it is refused, nothing was written and no number taken; OutputError: the file cannot be written, a
    number taken stays reserved for it; RegisterError: the register cannot be used.
    """
    from notice_gen.errors import ExitCode, OutputError, RegisterError, TemplateError
    from notice_gen.files import IfExists
    from notice_gen.library.verdicts import as_told
    from notice_gen.office import FORM, printing
    from notice_gen.office.notices import Findings

    path, today = sources.path_of(path), today or this_day()
    kinds = {ExitCode.INPUT: InputError, ExitCode.ENVIRONMENT: RegisterError}
    target = printing.into(None)
    numbered = printing.prepare(
        [Findings(str(path), path.parent)], today=today, register=str(register) if register is not None else None,
        template=sources.path_of(template) if template is not None else None, strict=strict, target=target,
    )  # fmt: skip
    [outcome] = numbered.outcomes
    if outcome.issued is None:
        raise kinds.get(outcome.exit_code, TemplateError)(outcome.problems)
    done = printing.write(numbered, target, if_exists=IfExists(if_exists))
    [outcome], file = done.outcomes, done.files[0]
    if outcome.issued is None or file.path is None:
        raise OutputError(outcome.problems)
    faults = printing.faults(outcome.issued, FORM, today=today) if file.status == "written" else ()
    made = document(outcome.issued)
    made = Document(made.docx, file.path.name, made.title, made.number, made.label, outcome.problems, made.entry)
    remarks = (*numbered.remarks, *done.problems)
    return Printed(made, file.path, tuple(map(as_told, faults)), remarks, numbered.created, file.status == "written")


def can_make_pdf() -> bool:
    """Say whether LibreOffice is there, by which PDFs are made."""
    from notice_gen.convert import finding

    try:
        return bool(finding.find())
    except ToolError:
        return False


def to_pdf(docx: bytes) -> bytes:
    """Return a Word file as LibreOffice prints it, a PDF.

    Raises InputError: it is none that can be read; ToolError: LibreOffice is missing, or does not work.
    """
    from notice_gen.convert import PDF, Paper, convert

    [(_, made)] = convert([Paper(docx, ".docx")], PDF)
    if isinstance(made, Problem):
        raise InputError(made)
    return made


def to_pictures(pdf: bytes, *, dots: int = 96) -> list[bytes]:
    """Return each page of a PDF as a PNG of so many dots to the inch.  Raises ToolError: pypdfium2 is missing; InputError: no PDF."""
    from notice_gen.convert import pages

    return pages.pictures(pdf, dots=dots)


def settings_path(folder: str | Path) -> Path | None:
    """Return the ``notice-gen.toml`` in force in a folder; None where there is none."""
    found: Any = reader.office_path(sources.path_of(folder))
    return Path(found) if found else None
