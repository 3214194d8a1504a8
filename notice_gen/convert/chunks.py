"""Many papers through a program: some at a time, and one that it cannot bear keeps no other from it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from notice_gen.convert import guard
from notice_gen.convert import session as sessions
from notice_gen.convert.finding import MISSING, find
from notice_gen.convert.papers import DOCX, Paper, Target, Work
from notice_gen.convert.session import Ended, Session
from notice_gen.errors import N_, Problem, ToolError

MOST = 50
"""Papers of one call: a program grows with each."""
START, EACH = 60.0, 3.0
"""Seconds that a call may take, and more for each paper."""

_REFUSED = N_("{may} không đọc được tệp này.")
_LATE = N_("{may} làm tệp này quá lâu chưa xong nên đã dừng.")
_CRASHED = N_("Tệp này làm {may} dừng đột ngột.")
_LARGE = N_("Tệp này chuyển ra lớn quá, không giống một văn bản.")


def convert(papers: Iterable[Paper], target: Target) -> Iterator[tuple[int, bytes | Problem]]:
    """Yield what becomes of each paper, by its place among *papers*: the bytes made, or why there are none.

    Papers are read some at a time, and what is yielded is in no order.  Raises ToolError: the program is missing, or does not work here.
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
        yield from ((index, _why(session, ended, target)) for index in given_up)
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
    ended = session.call(Work(kind, list(names.values()), out, target, session.profile), START + EACH * len(papers))
    made: dict[int, bytes | Problem] = {}
    for index in papers:
        path = out / f"{index}{target.suffix}"
        if path.is_file() and path.stat().st_size >= guard.LARGEST:
            made[index] = Problem(_LARGE, target.hint)
        elif path.is_file() and target.is_whole(data := path.read_bytes()):
            made[index] = data
    return ended, made


def _why(session: Session, ended: Ended, target: Target) -> Problem:
    return Problem({None: _LATE, 0: _REFUSED}.get(ended.code, _CRASHED), target.hint, {"may": session.program.name})


class _Works:
    """Whether the program works here at all, asked before the first paper is blamed."""

    def __init__(self, session: Session) -> None:
        self._session, self._known = session, False

    def ask(self) -> None:
        """Raise ToolError where it does not even convert a line of text."""
        if self._known:
            return
        ended, made = _call(self._session, {0: Paper(b"a", ".txt")}, DOCX)
        if not made:
            values = {"may": self._session.program.name, "loi": ended.said or f"{self._session.program.path.name}: {ended.code}"}
            raise ToolError(Problem(N_("{may} trên máy này không chạy được: {loi}."), self._session.program.mend, values))
        self._session.renew()
        self._known = True
