"""What a worker does: the layers of some notices → their bytes.  It reads and writes no file, so it may run anywhere."""

from __future__ import annotations

import pickle
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from notice_gen import __version__, alike, expressions, facts, files, issue, reader, render, template_choice, vietnamese
from notice_gen.alike import Following
from notice_gen.batch import manifest
from notice_gen.errors import N_, InputError, NoticeGenError, Problem, in_one_line
from notice_gen.office import keeping
from notice_gen.reader import Layer
from notice_gen.records import record
from notice_gen.steps import Composed, Issued, Understood
from notice_gen.vietnamese import don_vi
from notice_gen.vietnamese.chu_cai import gon
from notice_gen.vietnamese.ngay_thang import theo_lich_rieng

if TYPE_CHECKING:
    from notice_gen.register import Request
    from notice_gen.templates import Template

SUFFIX = ".docx"
READY = "ready"
_HELD = 1 << 20  # bytes of what notices are made of, at once; what is made of it takes some tens of times as much


def kind() -> str:
    """Return what must be the same on every machine for the same bytes to come out."""
    python = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
    data = f"dữ liệu {facts.edition()}"
    return f"notice-gen {__version__}, {data}, {python}, {render.DEFLATED_BY}, Unicode {unicodedata.unidata_version}"


@record
class Job:
    """What the notices of one findings file, or of one folder, have in common."""

    layers: tuple[Layer, ...]  # office settings and the common findings file, lowest first
    docx: tuple[str, bytes] | None  # label and bytes of the office's own Word file, in place of the shipped one
    today: date  # gives a draft without a date its year
    name: str  # pattern of the output files' names; empty for the usual ones
    strict: bool  # a warning refuses
    asks: bool  # a register takes note of every number, not only of those it gives
    depends: bytes = b""  # a digest of all that its notices are made from alike
    describes: bool = False  # metadata are to be written beside each: what they cannot hold refuses it


class Made(NamedTuple):
    """What became of one notice when it was made: what is kept of each, what is put aside, its bytes."""

    status: str  # ``ready``, or as in the manifest
    output: str = ""  # the name of its file
    problems: tuple[Problem, ...] = ()  # errors when it failed, warnings and notes otherwise
    number: int | None = None  # the number it bears; None for a draft
    sha256: str = ""  # of its file, hexadecimal
    taken: bool = False  # the number is the register's to give
    form: str = ""  # as :attr:`Issued.form`
    shared: str = ""  # where one number is for all rows: what must be the same in all, as printed; else empty
    waived: tuple[str, ...] = ()  # rules of form that its office passes over
    template: str = ""  # of its Word template, the SHA-256, hexadecimal
    fits: bool = False  # it is to be fitted to its pages
    label: str = ""  # number and symbol as printed
    unit: str = ""  # what it is about, for people; empty where its entry says the same
    means: str = ""  # which unit its row is surely about, however it is called; empty when nobody has looked, or a code says it
    request: Request | None = None  # what it asks of the register; None when nothing
    docx: bytes = b""  # the file's bytes; empty when refused


def make(job: bytes, sources: bytes, numbers: Sequence[int]) -> list[Made]:
    """Make some notices; a bad one does not stop the others.

    Args: *job*: a pickled :class:`Job`; *sources*: pickled: of each notice the uppermost layer, or a findings file's name and bytes, or why
    it cannot be read; *numbers*: of each the number to print where the register gives it.
    """
    return make_of(job, pickle.loads(sources), numbers, len(sources))  # noqa: S301 - the parent's own


def make_of(job: bytes, sources: Sequence[Source], numbers: Sequence[int], size: int) -> list[Made]:
    """Make some notices, as :func:`make` does, of *sources* that are not pickled; *size*: of how many bytes they are together."""
    common, form, parse = _opened(job)
    every = list(zip(sources, numbers, strict=True))
    several = _together(sum(len(layer.text) for layer in common.layers) + size // max(len(every), 1))
    parts = (every[start : start + several] for start in range(0, len(every), several))
    made = [result for part in parts for result in _make_together(common, form, part, parse)]
    return [_with_unit(result, source, common.today) for result, (source, _) in zip(made, every, strict=True)]


def _with_unit(result: Made, source: Source, today: date) -> Made:
    """Return what became of a row with the unit that it means, where no code says it: here, for that takes a while."""
    unit = unit_of(source.data) if isinstance(source, Layer) else ""
    return result._replace(means=don_vi.nhan_ra(unit, today)) if unit and not unit.isdecimal() else result


def _together(size: int) -> int:
    """Return how many notices made of *size* bytes each are held at once while they are made."""
    return min(max(_HELD // size, 1), 32)


def _make_together(
    job: Job, form: Callable[[str], Form], sources: Iterable[tuple[Source, int]], parse: Parse = reader.parse
) -> list[Made]:
    """Make some notices, all by one step before the next: what a step works with stays near the processor, a fifth of the time saved."""

    def read(source: Source, so: int) -> tuple[Understood, Following, int]:
        own = source if isinstance(source, Layer) else _parsed(*source, parse)
        layers = (*job.layers, own)
        used, defaults, following = form(template_choice.template_of(layers).mau)
        return issue.understood((defaults, *layers), used, today=job.today, read=following.read), following, so

    def compose(understood: Understood, following: Following, so: int) -> tuple[Composed, int]:
        return issue.composed(understood, today=job.today, so=so, place=following.place, before=following.before), so

    def write(composed: Composed, so: int) -> tuple[Composed, Mapping[str, bytes], int]:
        return composed, issue.parts(composed), so

    def finish(composed: Composed, parts: Mapping[str, bytes], so: int) -> Made:
        issued = issue.finished(composed, parts)
        if job.describes:
            _refuse_undescribed(issued)
        if job.strict and issued.warnings:
            return Made(manifest.REFUSED, problems=tuple(replace(problem, level="error") for problem in issued.warnings))
        return _result(issued, job, so, render.sha256(composed.placed.form.fixed.members, issued.docx))

    done: list[Any] = list(sources)
    for step in (read, compose, write, finish):
        done = [notice if type(notice) is Made else _try(step, notice) for notice in done]
    return done


def _refuse_undescribed(issued: Issued) -> None:
    """Raise InputError where the metadata of a notice say more than their fields hold."""
    from notice_gen import metadata

    found = metadata.faults(metadata.of_notice(issued.notice, issued.context))
    if wrong := [problem for problem in found if problem.level == "error"]:
        raise InputError(reader.locate(wrong, issued.layers))


def _try(step: Callable[..., Any], given: tuple[Any, ...]) -> Any:
    """Return what a step makes of a notice, or its refusal."""
    try:
        return step(*given)
    except NoticeGenError as error:
        return Made(manifest.REFUSED, problems=error.problems)
    except Exception as error:
        message = N_("Chương trình gặp lỗi ngoài dự kiến khi làm văn bản này ({loi}).")
        hint = N_("Gửi câu này, kèm tệp chung và hàng số liệu, cho người phụ trách phần mềm.")
        return Made(manifest.REFUSED, problems=(Problem(message, hint, {"loi": in_one_line(error)}),))


Source = Layer | tuple[str, bytes | tuple[Problem, ...]]
"""The uppermost layer of a notice, or a findings file's name and bytes, or why it cannot be read."""

Parse = Callable[..., Layer]

Form = tuple["Template", Layer, Following]
"""A template, its defaults, and what makes the notices that are printed on it."""


@lru_cache(maxsize=64)
def _opened(job: bytes) -> tuple[Job, Callable[[str], Form], Parse]:
    common: Job = pickle.loads(job)  # noqa: S301 - the parent's own

    @lru_cache(maxsize=16)
    def form(mau: str) -> Form:
        used = template_choice.template_of([Layer("", "", {"mau": mau})])
        if common.docx:
            label, docx = common.docx
            used = replace(used, label=label, docx=docx, shipped=False)
        return used, template_choice.defaults(used), alike.following()

    return common, form, reader.parsing()


def _parsed(file: str, data: bytes | tuple[Problem, ...], parse: Parse) -> Layer:
    if isinstance(data, bytes):
        return parse(data, file=file)
    raise InputError(data)


def _result(issued: Issued, job: Job, so: int, sha256: str) -> Made:
    notice = issued.notice
    taken = notice.van_ban.so == "tu-dong"
    number = so if taken else notice.van_ban.so
    assert number is None or isinstance(number, int)  # noqa: S101 - for the type checker
    request = None
    if taken or (job.asks and number is not None):
        from notice_gen import register

        request = register.request_of(notice, issued.context.page, "", today=job.today, shown=issued.context.shown)
    name = file_name(job.name, issued, number) if job.name else files.safe_name(issued.name)
    label = issued.context.page.van_ban.so_ky_hieu.strip()
    return Made(
        READY, name, issued.warnings, number, sha256, taken, issued.form, _shared(issued), notice.the_thuc.bo_qua,
        keeping.template_digest(issued.template), notice.dinh_dang.vua_trang, label, notice.don_vi.get("ten", ""), "", request, issued.docx,
    )  # fmt: skip


def unit_of(data: Mapping[str, Any]) -> str:
    """Return what tells a row from others however the rows are sorted: the unit's code, else its name and province."""
    names = map(partial(of_unit, data), ("ten", "tinh"))
    return of_unit(data, "ma") or ", ".join(vietnamese.dat_dau(text.lower(), "cu") for text in names if text)


def of_unit(data: Mapping[str, Any], key: str) -> str:
    """Return what the data of a row say of their unit under a key, as one line."""
    return gon(str(said.get(key, ""))) if isinstance(said := data.get("don_vi"), dict) else ""


def _shared(issued: Issued) -> str:
    """Return what all papers that bear one number must say alike: they are one document, sent to many (Điều 15)."""
    notice, page = issued.notice, issued.context.page
    if not notice.noi_nhan.chung_so:
        return ""
    ngay = vietnamese.ngay(notice.van_ban.ngay) if notice.van_ban.ngay else ""
    so = vietnamese.so_van_ban(notice.van_ban.so) if isinstance(notice.van_ban.so, int) else ""
    return "; ".join(map(str, (f"{so}/{page.van_ban.ky_hieu}", ngay, page.van_ban.trich_yeu, notice.ky.ho_ten)))


def file_name(pattern: str, issued: Issued, number: int | None) -> str:
    """Return the name, no folders, that *pattern* gives the file of a notice.  Raises InputError: the notice lacks what it asks for."""
    page, groups = issued.context.page, {**issued.context.facts}
    if "van_ban" in pattern:
        so = vietnamese.so_van_ban(number) if number is not None else None
        groups["van_ban"] = {**groups["van_ban"], **page.van_ban.__dict__, "ky_hieu": page.van_ban.ky_hieu, "so": so}
    if "co_quan" in pattern:
        groups["co_quan"] = {**groups["co_quan"], **page.co_quan.__dict__}
    scope = expressions.Scope(expressions.seen(page.so_lieu, groups))
    try:
        with theo_lich_rieng(issued.notice.ngay_nghi.nghi, issued.notice.ngay_nghi.lam_viec):
            name = "".join(piece if isinstance(piece, str) else scope.show(piece.code) for piece in expressions.pieces(pattern))
    except InputError as error:
        raise InputError(replace(problem, hint=N_("Sửa --name, hoặc điền số liệu đó cho hàng này.")) for problem in error.problems) from error  # noqa: E501
    return files.safe_name(name.removesuffix(SUFFIX) + SUFFIX)
