"""Many papers through LibreOffice: some at a time, and one that it cannot bear keeps no other from it."""

from __future__ import annotations

import io
import zipfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from notice_gen.convert import guard
from notice_gen.convert import session as sessions
from notice_gen.convert.finding import MISSING, find
from notice_gen.convert.session import Ended, Session
from notice_gen.errors import N_, Problem, ToolError
from notice_gen.records import record

MOST = 50
"""Papers of one call: LibreOffice grows with each."""
START, EACH = 60.0, 3.0
"""Seconds that a call may take, and more for each paper."""

_FILTERS = {".doc": "MS Word 97", ".docx": "MS Word 2007 XML", ".odt": "writer8", ".rtf": "Rich Text Format", ".txt": "Text"}


@record
class Paper:
    """A paper to convert."""

    data: bytes
    kind: str  # its ending, as its bytes tell: ``.doc``, ``.docx``, ``.odt``, ``.rtf``


@record
class Target:
    """What a paper is made into."""

    suffix: str
    filter: str  # LibreOffice's name for it, with its options
    is_whole: Callable[[bytes], bool]  # says whether bytes are all of such a file
    hint: str  # what to do with a paper that cannot be made into one


def _is_whole_package(data: bytes) -> bool:
    try:
        return "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _is_whole_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:]


_BY_HAND = N_("Mở tệp bằng Word (tệp có mật khẩu thì bỏ mật khẩu), lưu lại với kiểu Word Document (.docx) rồi chạy lại.")
_PDF_BY_HAND = N_("Mở tệp bằng Word, chọn Save As, kiểu PDF.")
DOCX = Target(".docx", "docx:MS Word 2007 XML", _is_whole_package, _BY_HAND)
PDF = Target(".pdf", "pdf:writer_pdf_Export", _is_whole_pdf, _PDF_BY_HAND)
PDF_A = Target(".pdf", 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}', _is_whole_pdf, _PDF_BY_HAND)

_REFUSED = N_("LibreOffice không đọc được tệp này.")
_LATE = N_("LibreOffice làm tệp này quá lâu chưa xong nên đã dừng.")
_CRASHED = N_("Tệp này làm LibreOffice dừng đột ngột.")
_LARGE = N_("Tệp này chuyển ra lớn quá, không giống một văn bản.")


def convert(papers: Iterable[Paper], target: Target) -> Iterator[tuple[int, bytes | Problem]]:
    """Yield what becomes of each paper, by its place among *papers*: the bytes made, or why there are none.

    Papers are read some at a time, and what is yielded is in no order.  Raises ToolError: LibreOffice is missing, or does not work here.
    """
    program = find()
    if program is None:
        raise ToolError(MISSING)
    numbered = enumerate(papers)
    first = list(islice(numbered, MOST))
    if not first:
        return
    with Session(program) as session:
        works = _Works(session)
        while first:
            by_kind: dict[str, dict[int, Paper]] = {}
            for index, paper in first:
                by_kind.setdefault(paper.kind, {})[index] = paper
            for some in by_kind.values():
                yield from _converted(session, some, target, works)
            first = list(islice(numbered, MOST))


def _converted(session: Session, papers: Mapping[int, Paper], target: Target, works: _Works) -> Iterator[tuple[int, bytes | Problem]]:
    """Convert papers of one kind: what is missing of a call is tried once more, the suspect alone, the others in halves."""
    waiting, tried = deque([list(papers)]), set[int]()
    while waiting:
        some = waiting.popleft()
        ended, made = _call(session, {index: papers[index] for index in some}, target)
        yield from made.items()
        left = [index for index in some if index not in made]
        if not left:
            continue
        session.renew()
        suspects = left if ended.code == 0 else left[:1]  # one that ended well has looked at all of them
        given_up = [index for index in suspects if index in tried]
        if given_up:
            works.ask()
        yield from ((index, _why(ended, target)) for index in given_up)
        again = [index for index in suspects if index not in tried]
        tried.update(suspects)
        rest = left[len(suspects) :]
        half = (len(rest) + 1) // 2
        waiting.extendleft(reversed([part for part in (again, rest[:half], rest[half:]) if part]))


def _call(session: Session, papers: Mapping[int, Paper], target: Target) -> tuple[Ended, dict[int, bytes | Problem]]:
    """Make one call; return how it ended and what it made whole."""
    put, out = session.folder / "vao", session.folder / "ra"
    names = {index: put / f"{index}{paper.kind}" for index, paper in papers.items()}
    try:
        for folder in (put, out):
            guard.remove(folder)
            folder.mkdir(mode=0o700)
        for index, path in names.items():
            path.write_bytes(papers[index].data)
    except OSError as error:
        raise ToolError(sessions.no_room(error)) from error
    kind = next(iter(papers.values())).kind
    arguments = [f"--infilter={_FILTERS[kind]}", "--convert-to", target.filter, "--outdir", str(out), *map(str, names.values())]
    ended = session.call(arguments, START + EACH * len(papers))
    made: dict[int, bytes | Problem] = {}
    for index in papers:
        path = out / f"{index}{target.suffix}"
        if path.is_file() and path.stat().st_size >= sessions.LARGEST:
            made[index] = Problem(_LARGE, target.hint)
        elif path.is_file() and target.is_whole(data := path.read_bytes()):
            made[index] = data
    return ended, made


def _why(ended: Ended, target: Target) -> Problem:
    return Problem({None: _LATE, 0: _REFUSED}.get(ended.code, _CRASHED), target.hint)


class _Works:
    """Whether LibreOffice works here at all, asked before the first paper is blamed."""

    def __init__(self, session: Session) -> None:
        self._session, self._known = session, False

    def ask(self) -> None:
        """Raise ToolError where LibreOffice does not even convert a line of text."""
        if self._known:
            return
        ended, made = _call(self._session, {0: Paper(b"a", ".txt")}, DOCX)
        if not made:
            message = N_("LibreOffice trên máy này không chạy được: {loi}.")
            hint = N_("Cài lại LibreOffice, đủ cả Writer (Linux: gói libreoffice-writer; bản snap, flatpak không đọc được thư mục tạm) rồi chạy lại.")  # noqa: E501
            raise ToolError(Problem(message, hint, {"loi": ended.said or f"soffice: {ended.code}"}))
        self._session.renew()
        self._known = True
