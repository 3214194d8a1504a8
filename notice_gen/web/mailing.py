"""The mailing page: a table for a common file, mended cell by cell, planned and printed; what is kept of it survives tab and server."""

from __future__ import annotations

import base64
import binascii
import threading
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import notice_gen
from notice_gen.errors import N_, InputError, NoticeGenError, Problem
from notice_gen.web import answers
from notice_gen.web import mailing_kept as store
from notice_gen.web.answers import Asked, text
from notice_gen.web.desk import Desk
from notice_gen.web.wording import saying

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.routing import Route

_LARGEST = 20 << 20  # bytes of a workbook
LIMITS = {"/api/mailing/upload": (_LARGEST * 4 // 3) + (1 << 16)}
"""How many bytes the bodies of some routes may have."""
_MOST_ADDED = 5_000  # rows below the last one
_KINDS = frozenset({".xlsx", ".xls", ".ods", ".csv", ".txt"})


@dataclass
class _Run:
    """A mailing that is being printed, or was, from a version of its table."""

    version: int
    stop: threading.Event = field(default_factory=threading.Event)
    made: int = 0
    of: int | None = None
    is_at_pdfs: bool = False
    mailed: notice_gen.Mailed | None = None
    failed: tuple[Problem, ...] = ()

    @property
    def is_over(self) -> bool:
        return self.mailed is not None or bool(self.failed)

    def at(self, made: int, of: int | None) -> None:
        self.is_at_pdfs = self.is_at_pdfs or made < self.made  # it counts from the beginning again
        self.made, self.of = made, of


@dataclass
class _Runs:
    """What is printed by this server, by common file; *turn*: one change of a kept table at a time."""

    by_base: dict[str, _Run] = field(default_factory=dict)
    turn: threading.Lock = field(default_factory=threading.Lock)


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this page."""
    runs = _Runs()
    handlers: dict[str, Callable[[_Runs, Desk, Asked, str], Any]] = {
        "start": _start, "upload": _upload, "begin": _begin, "edit": _edit, "run": _run, "progress": _progress, "cancel": _cancel,
        "table": _table, "zip": _zip,
    }  # fmt: skip
    return [answers.api(f"mailing/{path}", partial(handler, runs), desk) for path, handler in handlers.items()]


# --- what is asked -----------------------------------------------------------------------------------


def _base(desk: Desk, asked: Asked) -> str:
    base = text(asked, "base")
    if desk.path(base).suffix.lower() != ".toml":
        raise InputError(Problem(N_("Tệp chung phải là tệp .toml; ở đây là “{ten}”."), N_("Chọn tệp trong danh sách."), {"ten": base[:80]}))
    return base


def _start(runs: _Runs, desk: Desk, asked: Asked, language: str) -> Any:
    """Return the table that is kept for a common file, and how its printing stands; which provinces there are."""
    base = _base(desk, asked)
    return {"provinces": notice_gen.provinces(), "pdf": notice_gen.can_make_pdf(), **_look(runs, desk, base, language)}


def _upload(runs: _Runs, desk: Desk, asked: Asked, language: str) -> Any:
    base, name = _base(desk, asked), text(asked, "name")
    _refuse_while_running(runs, base)
    if Path(name).suffix.lower() not in _KINDS or not name.isprintable() or len(name) > 200 or "/" in name or "\\" in name:
        message = N_("Bảng số liệu là tệp .xlsx, .xls, .ods hoặc .csv; ở đây là “{ten}”.")
        raise InputError(Problem(message, N_("Chọn tệp khác."), {"ten": name[:80]}))
    try:
        data = base64.b64decode(text(asked, "data"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise store.unusable(name) from error
    if len(data) > _LARGEST:
        raise InputError(Problem(N_("Tệp số liệu quá lớn: hơn {so} MB."), N_("Chép riêng vùng có số liệu sang một tệp mới (dán giá trị)."), {"so": _LARGEST >> 20}))  # noqa: E501
    notice_gen.view_data(notice_gen.DataTable(desk.path(base), data, name, {}, {}, frozenset()))  # else what was there stays
    with runs.turn:
        store.take(desk, base, name, data)
    return _look(runs, desk, base, language)


def _begin(runs: _Runs, desk: Desk, asked: Asked, language: str) -> Any:
    """Begin the table that ``batch-form`` makes: a row for each commune of a province, or none yet (``null``)."""
    base, province = _base(desk, asked), None if asked.get("province") is None else text(asked, "province")
    _refuse_while_running(runs, base)
    data = notice_gen.data_form(desk.path(base), province)
    with runs.turn:
        store.take(desk, base, f"{Path(base).stem}.xlsx", data)
    return _look(runs, desk, base, language)


def _edit(runs: _Runs, desk: Desk, asked: Asked, language: str) -> Any:
    """Change what is kept, over the version that the page has."""
    base = _base(desk, asked)
    with runs.turn:
        if _is_running(runs, base):
            return answers.problems([_RUNNING], language, status=409)  # the page keeps what was typed
        kept, data = store.there(desk, base)
        if asked.get("version") != kept.version:
            problem = Problem(N_("Bảng này đã đổi ở một trang khác."), N_("Tải lại trang rồi sửa tiếp."))
            return answers.problems([problem], language, status=409)
        changed = replace(kept, version=kept.version + 1, **store.changes(desk, asked, kept))
        view = notice_gen.view_data(store.as_data(desk, base, changed, data))  # what cannot be shown is not kept
        typed = {row for (row, _), said in changed.cells.items() if said.strip()}
        there = {*view.hidden, *(number for number, _ in view.rows)}
        if strange := {row for row in typed if row not in there or row > view.head + len(there) + _MOST_ADDED}:
            raise store.unusable(min(strange))
        store.keep(desk, base, changed)
    return _look(runs, desk, base, language)


# --- how it stands -----------------------------------------------------------------------------------


def _look(runs: _Runs, desk: Desk, base: str, language: str) -> dict[str, Any]:
    """Return the table as it stands, everything that is wrong with it, and what would be printed."""
    found = store.load(desk, base)
    common: dict[str, Any] = {"out": store.usual_out(base), "running": _is_running(runs, base)}
    if found is None:
        return {**common, "table": None}
    kept, data = found
    table = store.as_data(desk, base, kept, data)
    said = {"version": kept.version, "sha256": kept.sha256, "name": kept.name, "visible_only": kept.visible_only}
    common |= {"out": kept.out or common["out"], **said}
    view = notice_gen.view_data(table)
    try:
        out = store.out_of(desk, base, kept)
        plan = notice_gen.Mailed() if common["running"] else notice_gen.mail(table, out, register=desk.register, dry=True)
    except NoticeGenError as error:  # the folder, the register: what is typed can be seen, and another folder named
        plan = notice_gen.Mailed(problems=tuple(notice_gen.CellProblem(None, None, problem) for problem in error.problems), refused=True)
    return {
        **common, "plan": _plan(plan, kept, view, language), "table": {
            "head": view.head, "columns": [[one.letters, one.heading, one.key] for one in view.columns],
            "rows": [[number, *cells] for number, cells in view.rows], "typed": [[row, n] for row, n in kept.cells],
            "chosen": [[n, said] for n, said in kept.columns.items()], "left_out": sorted(kept.left_out), "keys": view.keys,
        },
    }  # fmt: skip


def _plan(mailed: notice_gen.Mailed, kept: store.Kept, view: notice_gen.DataView, language: str) -> dict[str, Any]:
    """Return what became, or would become, of every row: rows of the table = those with a status + left out + hidden."""
    left_out = kept.left_out & {number for number, _ in view.rows}
    known = {row.row for row in mailed.rows} | left_out
    return {
        "refused": mailed.refused, "stopped": mailed.stopped, "counts": Counter(row.status for row in mailed.rows),
        "total": len(view.rows) + len(view.hidden), "left_out": len(left_out), "hidden": list(view.hidden),
        "silent": [] if mailed.refused or not mailed.rows else [number for number, _ in view.rows if number not in known],
        "rows": [[row.row, row.unit, row.status, row.label, row.output] for row in mailed.rows],
        "problems": [
            {
                **one.problem.as_dict(saying(language)), "row": one.row, "at": one.column,
                "of_file": place.file if (place := one.problem.place) else "",
            }
            for one in mailed.problems
        ],
        "faults": [[row.row, notice_gen.sentence(fault, language)] for row in mailed.rows for fault in row.faults],
        "begun": mailed.begun, "dropped": mailed.dropped, "left": mailed.left, "pdfs": mailed.pdfs,
    }  # fmt: skip


# --- printing ----------------------------------------------------------------------------------------


_RUNNING = Problem(N_("Đang in từ bảng này."), N_("Chờ in xong, hoặc bấm dừng."))


def _is_running(runs: _Runs, base: str) -> bool:
    run = runs.by_base.get(base)
    return run is not None and not run.is_over


def _refuse_while_running(runs: _Runs, base: str) -> None:
    if _is_running(runs, base):
        raise InputError(_RUNNING)


def _run(runs: _Runs, desk: Desk, asked: Asked, language: str) -> Any:
    """Start printing; the page asks how far it is, and what became of it."""
    base, overwrite, pdf = _base(desk, asked), asked.get("overwrite") is True, asked.get("pdf") is True
    with runs.turn:
        _refuse_while_running(runs, base)
        kept, data = store.there(desk, base)
        if asked.get("version") != kept.version:
            problem = Problem(N_("Bảng này đã đổi ở một trang khác."), N_("Tải lại trang rồi sửa tiếp."))
            return answers.problems([problem], language, status=409)
        run = runs.by_base[base] = _Run(kept.version)
    table, out = store.as_data(desk, base, kept, data), store.out_of(desk, base, kept)

    def work() -> None:
        try:
            run.mailed = notice_gen.mail(
                table, out, register=desk.register, overwrite=overwrite, pdf=pdf, progress=run.at, stops=run.stop.is_set
            )
        except NoticeGenError as error:
            run.failed = error.problems
        except Exception as error:  # said on the page, as any other request's
            run.failed = (Problem(N_("Chương trình gặp lỗi ngoài dự kiến ({loi})."), N_("In lại; những gì đã xong vẫn còn."), {"loi": repr(error)[:200]}),)  # noqa: E501

    threading.Thread(target=work, daemon=True).start()
    return {}


def _progress(runs: _Runs, desk: Desk, asked: Asked, language: str) -> Any:
    base = _base(desk, asked)
    run, found = runs.by_base.get(base), store.load(desk, base)
    if run is not None and run.is_over and (found is None or found[0].version != run.version):
        run = None  # of a table that is another one now
    if run is None or found is None or not run.is_over:
        how_far = (run.made, run.of, run.is_at_pdfs) if run else (0, None, False)
        return {"running": run is not None, **dict(zip(("made", "of", "at_pdfs"), how_far, strict=True)), "done": None}
    if run.mailed is None:
        return answers.problems(run.failed, language, status=422)
    kept, data = found
    done = _plan(run.mailed, kept, notice_gen.view_data(store.as_data(desk, base, kept, data)), language)
    return {"running": False, "made": run.made, "of": run.of, "at_pdfs": run.is_at_pdfs, "done": done}


def _cancel(runs: _Runs, desk: Desk, asked: Asked, _: str) -> Any:
    run = runs.by_base.get(_base(desk, asked))
    if run is not None:
        run.stop.set()
    return {}


def _table(_: _Runs, desk: Desk, asked: Asked, __: str) -> Any:
    """Return the table as it stands, a workbook."""
    from starlette.responses import Response

    base = _base(desk, asked)
    made = notice_gen.data_workbook(store.as_data(desk, base, *store.there(desk, base)))
    return Response(made, media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def _zip(_: _Runs, desk: Desk, asked: Asked, __: str) -> Any:
    from starlette.responses import Response

    base = _base(desk, asked)
    kept, data = store.there(desk, base)
    made = notice_gen.mailing_zip(store.as_data(desk, base, kept, data), store.out_of(desk, base, kept), register=desk.register)
    return Response(made, media_type="application/zip")
