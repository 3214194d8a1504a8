"""The story of one notice: read → compose → render.  Read this file and you know the program.

Functions only; text in, bytes out; writing the file is the caller's last step (``files.write``).  A notice that
takes its number from the register is made in full with a stand-in first, so that a number is reserved only for
what can be printed; :func:`numbered` then makes it again with its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from notice_gen import lost, reader, render, template_choice
from notice_gen.compose import Context, compose
from notice_gen.errors import InputError
from notice_gen.model import Notice
from notice_gen.reader import FormKeys, Layer
from notice_gen.steps import Composed, Issued, Understood
from notice_gen.templates import Template

_STAND_IN = 1

Read = Callable[[Sequence[Layer], FormKeys], Notice]


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
    used = template_choice.template_of(layers, template)
    return of_layers([template_choice.defaults(used), *layers], used, today=today)


def of_layers(layers: Sequence[Layer], used: Template, *, today: date, read: Read = reader.read) -> Issued:
    """Turn the layers of a notice into it, all but the reading of files.

    Args:
        layers: the template's :func:`template_choice.defaults` first, the notice's own layer last.
        used: its template.
        today: gives a draft without a date its year.
        read: :func:`reader.read`, or what does the same faster for many notices.

    Raises:
        InputError, TemplateError: as :func:`issue`.
    """
    known = composed(understood(layers, used, today=today, read=read), today=today)
    return finished(known, parts(known))


# --- the steps, one after the other --------------------------------------------------------------------


def understood(layers: Sequence[Layer], used: Template, *, today: date, read: Read = reader.read) -> Understood:
    """Read a notice.

    Args:
        layers: as :func:`of_layers`.
        used: its template.
        today: stands for the date of a draft that has none; no document is dated years ahead of it.
        read: as :func:`of_layers`.

    Raises:
        InputError: as :func:`issue`.
    """
    layers, doubts = reader.with_unit(reader.with_signer(layers), today)
    doubts = (*doubts, *layers[-1].doubts, *reader.slips(layers))
    try:
        notice = read(layers, template_choice.form_keys(used))
    except InputError as error:  # a doubt, such as a figure left empty, often tells why it is refused
        raise InputError((*error.problems, *reader.locate(doubts, layers))) from error
    if far := reader.far_ahead(notice.van_ban.ngay, today):
        raise InputError(reader.locate((*far, *doubts), layers))
    return Understood(notice, layers, used, doubts)


def composed(source: Understood, *, today: date, so: int | None = _STAND_IN) -> Composed:
    """Compose a notice that was read.

    Args:
        source: from :func:`understood`.
        today: gives a draft without a date its year.
        so: what to print where the number comes from the register; None for a draft.

    Raises:
        InputError, TemplateError: as :func:`issue`.
    """
    notice, template = source.notice, source.template
    if notice.van_ban.so == "tu-dong":
        notice = replace(notice, van_ban=replace(notice.van_ban, so=so))
    try:
        context = compose(notice, today=today, frame=template_choice.frame(template, notice.dinh_dang))
    except InputError as error:
        raise InputError(reader.locate((*error.problems, *source.doubts), source.layers)) from error
    form = template_choice.compiled(template, notice.dinh_dang, context.co_chu_dau)
    return Composed(source, notice, context, form, lost.digest(form.digest, lost.refuse(context, form, template)))


def parts(known: Composed) -> Mapping[str, bytes]:
    """Print a notice that was composed: step 3, its own parts by name.

    Raises:
        TemplateError: as :func:`issue`.
    """
    return render.parts(known.form, known.context.values)


def finished(known: Composed, printed: Mapping[str, bytes]) -> Issued:
    """Pack a notice that was printed: step 4."""
    source, context = known.source, known.context
    docx = render.packed(known.form, printed, **properties(known.notice, context))
    warnings = reader.locate((*reader.cross_checks(known.notice), *context.warnings, *source.doubts), source.layers)
    return Issued(docx, source.notice, context, warnings, source.layers, source.template, known.shows)


def numbered(issued: Issued, so: int | None, *, today: date) -> Issued:
    """Make a notice again with the number that the register gave, or as a draft without one.

    Raises:
        InputError: a text or a check of the findings does not stand the number.
    """
    known = composed(Understood(issued.notice, issued.layers, issued.template), today=today, so=so)
    return replace(finished(known, parts(known)), notice=known.notice, warnings=issued.warnings)


def properties(notice: Notice, context: Context) -> dict[str, Any]:
    """Return the document's properties, as :func:`render.render` takes them."""
    return {"title": context.title, "subject": context.subject, "creator": " ".join(notice.co_quan.ten), "created": context.created}
