"""The story of one notice: read → compose → render.  Read this file and you know the program.

Functions only; text in, bytes out; writing the file is the caller's last step (``files.write``).  A notice that
takes its number from the register is made in full with a stand-in first, so that a number is reserved only for
what can be printed; :func:`numbered` then makes it again with its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from notice_gen import lost, reader, render, templates, vietnamese
from notice_gen.compose import Context, Frame, compose
from notice_gen.errors import InputError, Problem, TemplateError
from notice_gen.model import DinhDang, Notice
from notice_gen.reader import FormKeys, Layer
from notice_gen.records import Same, record
from notice_gen.templates import Template

DEFAULT_MAU = "thong-bao"
_STAND_IN = 1


@record
class Issued:
    """A finished notice, not yet written.

    Attributes:
        docx: the file's bytes; with a stand-in number as long as ``notice.van_ban.so`` is ``tu-dong``.
        notice: what it was made from.
        context: what it prints.
        warnings: what is not wrong but worth a look, located.
        layers, template: where the notice came from and its form, to make it again.
        form: what its page depends on but its words: Word file, sizes, which boxes and blocks it has; a digest.
    """

    docx: bytes
    notice: Notice
    context: Context
    warnings: tuple[Problem, ...]
    layers: tuple[Layer, ...]
    template: Template
    form: str

    @property
    def name(self) -> str:
        """Its default file name."""
        return _name(self.notice, self.context)


def issue(data: bytes, *, file: str, folder: Path, today: date, template: Path | None = None) -> Issued:
    """Turn one findings file into a notice.

    Args:
        data: the findings file's bytes.
        file: its name, for messages.
        folder: where the office's ``notice-gen.toml`` is looked for, and upwards.
        today: gives a draft without a date its year.
        template: the office's own Word file, in place of the shipped one.

    Raises:
        InputError: the findings are refused; every problem found, located.
        TemplateError: the template cannot be used or does not print all that the findings say.
    """
    own = reader.parse(data, file=file)
    office = reader.office_layer(folder)
    layers = [layer for layer in (office, own) if layer]
    used = template_of(layers, template)
    return of_layers([defaults(used), *layers], used, today=today)


def of_layers(
    layers: Sequence[Layer], used: Template, *, today: date, so: int = _STAND_IN,
    read: Callable[[Sequence[Layer], FormKeys], Notice] = reader.read,
) -> Issued:  # fmt: skip
    """Turn the layers of a notice into it, all but the reading of files.

    Args:
        layers: the template's :func:`defaults` first, the notice's own layer last.
        used: its template.
        today: gives a draft without a date its year.
        so: what to print where the number comes from the register.
        read: :func:`reader.read`, or what does the same faster for many notices.

    Raises:
        InputError, TemplateError: as :func:`issue`.
    """
    layers, doubts = reader.with_unit(reader.with_signer(layers), today)
    doubts = (*doubts, *layers[-1].doubts, *reader.old_fonts(layers[-1].data))
    try:
        notice = read(layers, _form(used))
        if notice.van_ban.so == "tu-dong":
            issued = replace(_issued(_with_number(notice, so), used, today, layers), notice=notice)
        else:
            issued = _issued(notice, used, today, layers)
    except InputError as error:  # a doubt, such as a figure left empty, often tells why it is refused
        raise InputError((*error.problems, *reader.locate(doubts, layers))) from error
    return replace(issued, warnings=(*issued.warnings, *reader.locate(doubts, layers))) if doubts else issued


@cache
def _form(used: Template) -> FormKeys:
    return FormKeys(*templates.form_of(used))


def numbered(issued: Issued, so: int, *, today: date) -> Issued:
    """Make a notice again with the number that the register gave.

    Raises:
        InputError: a text or a check of the findings does not stand the number.
    """
    again = _issued(_with_number(issued.notice, so), issued.template, today, issued.layers)
    return replace(again, warnings=issued.warnings)


def _with_number(notice: Notice, so: int) -> Notice:
    return replace(notice, van_ban=replace(notice.van_ban, so=so))


def _issued(notice: Notice, template: Template, today: date, layers: Sequence[Layer]) -> Issued:
    try:
        return _made(notice, template, today, layers)
    except InputError as error:
        raise InputError(reader.locate(error.problems, layers)) from error


def _made(notice: Notice, template: Template, today: date, layers: Sequence[Layer]) -> Issued:
    context = compose(notice, today=today, frame=_frame(Same(template), Same(notice.dinh_dang)))
    form = form_for(notice, template, context)
    shown = lost.refuse(context, form, template)
    docx = printed(form, notice, context, context.values)
    warnings = reader.locate((*reader.cross_checks(notice), *context.warnings), layers)
    return Issued(docx, notice, context, warnings, tuple(layers), template, lost.digest(form.digest, shown))


@lru_cache(maxsize=64)
def _frame(template: Same[Template], dinh_dang: Same[DinhDang]) -> Frame:
    return Frame(*templates.widths(template.thing, dinh_dang.thing))


def form_for(notice: Notice, template: Template, context: Context) -> render.Compiled:
    """Return the compiled Word file of a notice, in the sizes it asks for."""
    return _form_for(Same(template), Same(notice.dinh_dang), context.co_chu_dau)


@lru_cache(maxsize=64)
def _form_for(template: Same[Template], dinh_dang: Same[DinhDang], co_chu_dau: Decimal) -> render.Compiled:
    changes = templates.layout(template.thing, dinh_dang.thing, co_chu_dau)
    return render.compiled(template.thing.docx, template.thing.label, render.Layout(**changes) if changes else None)


def printed(form: render.Compiled, notice: Notice, context: Context, values: Mapping[str, Any]) -> bytes:
    """Print *values*, those of *context* or a part of them."""
    return render.render(
        form,
        values,
        title=context.title,
        subject=context.subject,
        creator=" ".join(notice.co_quan.ten),
        created=context.created,
    )


def template_of(layers: Sequence[Layer], docx: Path | None = None) -> Template:
    """Return the template that *layers* ask for, with the office's own Word file *docx* in place of the shipped one.

    Raises:
        TemplateError: there is none of that name, or *docx* cannot be read.
    """
    mau: Any = DEFAULT_MAU
    for layer in layers:
        mau = layer.data.get("mau", mau)
    if not isinstance(mau, str):
        mau = DEFAULT_MAU  # read() will say that it must be a text
    try:
        return templates.find(mau, docx)
    except TemplateError as error:
        named = tuple(problem for problem in error.problems if problem.path)  # the others are about the Word file, not the findings
        raise TemplateError((*reader.locate(named, layers), *(problem for problem in error.problems if not problem.path))) from error


def defaults(template: Template) -> Layer:
    """Return the template's own values, the lowest layer of the findings."""
    data = template.manifest.get("mac_dinh", {})
    return Layer(f"{template.mau}/manifest.toml", template.manifest_text, data, root=("mac_dinh",))


def _name(notice: Notice, context: Context) -> str:
    """Return ``1999-tb-ubnd-xa-binh-tien.docx``; a draft begins ``du-thao``; a letter has no number."""
    so_ky_hieu = context.values["van_ban"]["so_ky_hieu"].strip().strip("/")
    parts = (so_ky_hieu.replace("/", "-") or notice.mau, notice.don_vi.get("ten", ""))
    stem = "-".join(vietnamese.slug(part) for part in parts if part)
    done = notice.van_ban.so if so_ky_hieu else notice.van_ban.ngay
    return f"{stem}.docx" if done else f"du-thao-{stem}.docx"
