"""The story of one notice: read → compose → render.  Read this file and you know the program.

Functions only; text in, bytes out; writing the file is the caller's last step (``files.write``).  A notice that
takes its number from the register is made in full with a stand-in first, so that a number is reserved only for
what can be printed; :func:`numbered` then makes it again with its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from notice_gen import __version__, facts, kept, legal, lost, pictures, reader, ready, render, template_choice
from notice_gen.compose import Before, Context, compose
from notice_gen.errors import InputError, unwaived
from notice_gen.model import DinhDang, Notice
from notice_gen.reader import FormKeys, Layer, Read
from notice_gen.records import replace
from notice_gen.steps import Composed, Issued, Placed, Understood
from notice_gen.templates import Template
from notice_gen.vietnamese.ngay_thang import theo_lich_rieng

_STAND_IN = 1
_sound: set[str] = set()  # forms, by what they show, whose printed parts hold nothing forbidden

Reader = Callable[[Sequence[Layer], FormKeys, date], Read]


def issue(data: bytes, *, file: str, folder: Path, today: date, template: Path | None = None) -> Issued:
    """Turn *data*, the bytes of the findings file called *file*, into a notice.

    The office's ``notice-gen.toml`` is looked for in *folder* and upwards; *today* gives a draft without a date its year; *template* is
    the office's own Word file, in place of the shipped one.  Raises InputError: the findings are refused, with every problem found,
    located; TemplateError: the template cannot be used or does not print all that the findings say.
    """
    own = reader.parse(data, file=file, folder=folder)
    office = reader.office_layer(folder)
    layers = [layer for layer in (office, own) if layer]
    used = template_choice.template_of(layers, template)
    return of_layers([template_choice.defaults(used), *layers], used, today=today)


def of_layers(layers: Sequence[Layer], used: Template, *, today: date, read: Reader = reader.read) -> Issued:
    """Turn the layers of a notice into it, all but the reading of files; raises as :func:`issue`.

    The :func:`template_choice.defaults` of its template *used* come first, its own layer last; *read* is :func:`reader.read`, or what
    does the same faster for many notices.
    """
    source = composed(understood(layers, used, today=today, read=read), today=today)
    return finished(source, parts(source))


def understood(layers: Sequence[Layer], used: Template, *, today: date, read: Reader = reader.read) -> Understood:
    """Read a notice: step 1, arguments as :func:`of_layers`; raises InputError as :func:`issue`."""
    return Understood(read(layers, template_choice.form_keys(used), today), used)


def placed(context: Context, template: Template, dinh_dang: DinhDang) -> Placed:
    """Return where all sentences of a notice go.  Raises TemplateError: its template has no place for some of them."""
    form = template_choice.compiled(template, dinh_dang, context.law, context.co_chu_dau)
    return Placed(form, lost.digest(f"{form.digest} {context.law.so_ky_hieu}", lost.refuse(context, form, template)))


Place = Callable[[Context, Template, DinhDang], Placed]


def composed(
    source: Understood, *, today: date, so: int | None = _STAND_IN, place: Place = placed, before: Before | None = None
) -> Composed:
    """Compose a notice that was read: step 2; raises as :func:`issue`.

    *today* stands for the date of a draft that has none, *so* is printed where the number comes from the register: None for a draft;
    *place* is :func:`placed`, or does the same faster for many notices; *before* as in :func:`compose`.
    """
    (notice, layers, doubts, _), template = source
    if notice.van_ban.so == "tu-dong":
        notice = replace(notice, van_ban=replace(notice.van_ban, so=so))
    law = legal.law(notice.van_ban.ngay or today)
    try:
        with theo_lich_rieng(notice.ngay_nghi.nghi, notice.ngay_nghi.lam_viec):
            drawn = pictures.of(notice, layers)
            frame = template_choice.frame(template, notice.dinh_dang, law)
            context = compose(notice, today=today, frame=frame, pictures=drawn, before=before)
    except InputError as error:
        raise InputError(reader.locate((*error.problems, *doubts), layers)) from error
    return Composed(source, notice, context, place(context, template, notice.dinh_dang))


def parts(source: Composed) -> Mapping[str, bytes]:
    """Print a notice that was composed: step 3, its own parts by name; raises TemplateError as :func:`issue`.

    What tags put together is judged as Word will read it, each form once, then remembered between runs too.
    """
    form, shows, stencil, changed = source.placed
    printed = render.filled(stencil, changed) if stencil else None
    if printed is None:
        with theo_lich_rieng(source.notice.ngay_nghi.nghi, source.notice.ngay_nghi.lam_viec):
            printed = render.parts(form, source.context.values)
    if shows not in _sound:
        name = f"in-{__version__}-{facts.changed()}{shows}"  # which the code that judges is part of, as that of the form
        if shows not in ready.forms("sound") and kept.load(name) is None:
            render.judge(form, printed)
            kept.store(name, b"sound")
        _sound.add(shows)
    return printed


def finished(source: Composed, printed: Mapping[str, bytes]) -> Issued:
    """Pack a notice that was printed: step 4.  Raises InputError: metadata that its Word file is to bear are longer than their fields."""
    (read, template), context = source.source, source.context
    custom = described(source.notice, context, read.layers)
    own = properties(source.notice, context)
    docx = render.packed(source.placed.form, printed, pictures=context.pictures, charts=context.charts, custom=custom, **own)
    # What a figure is for, an office's own Word file may say.
    office = read.notice.the_thuc
    waived = office.bo_qua if template.shipped else (*office.bo_qua, "so_lieu_khong_dung")
    doubts = unwaived((*read.warnings, *context.warnings, *read.doubts), waived)
    warnings = reader.locate(reader.spelt_otherwise(doubts, office.tu_dien), read.layers)
    return Issued(docx, read.notice, context, warnings, read.layers, template, source.placed.shows)


def described(notice: Notice, context: Context, layers: Sequence[Layer]) -> tuple[tuple[str, str | int], ...]:
    """Return the metadata that the Word file of a notice bears, none unless its findings ask for them.

    Raises InputError: a value is longer than its field.
    """
    if not notice.dac_ta.ghi_vao_word:
        return ()
    from notice_gen import metadata

    values = metadata.of_notice(notice, context)
    found = [*metadata.faults(values)]
    if any(problem.level == "error" for problem in found):
        raise InputError(reader.locate(found, layers))
    return tuple(metadata.properties(values).items())


def numbered(issued: Issued, so: int | None, *, today: date) -> Issued:
    """Make a notice again with the number that the register gave, or as a draft without one.

    Raises InputError: a text or a check of the findings does not stand the number.
    """
    source = composed(Understood(Read(issued.notice, issued.layers), issued.template), today=today, so=so)
    return replace(finished(source, parts(source)), notice=source.notice, warnings=issued.warnings)


def properties(notice: Notice, context: Context) -> dict[str, Any]:
    """Return the document's properties, as :func:`render.render` takes them."""
    created = context.created
    return {"title": context.title, "subject": context.subject, "creator": " ".join(notice.co_quan.ten), "created": created}
