"""A findings file printed in memory, also one that would be refused: what its page would say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from notice_gen import expressions, issue, model, reader, render, template_choice
from notice_gen.back.lines import Line, lines
from notice_gen.check.read import read
from notice_gen.compose import Context
from notice_gen.errors import InputError, NoticeGenError, Problem, TemplateError
from notice_gen.expressions import Scope
from notice_gen.reader import Layer, Read
from notice_gen.records import record
from notice_gen.steps import Issued, Understood
from notice_gen.templates import Template


@record
class Printed:
    """A findings file on paper.

    Attributes:
        docx: the Word file; empty when nothing can be printed.
        lines: its lines.
        problems: why it is refused, located; none for one that is right.
        warnings: what is worth a look in it, located.
        issued: all of it; None when it is refused.
        scope: what its expressions see; None when nothing can be printed.
    """

    docx: bytes = b""
    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    issued: Issued | None = None
    scope: Scope | None = None


def printed(layers: Sequence[Layer], used: Template, today: date) -> Printed:
    """Print the notice that *layers* say; what only a judge has against it does not stop it."""
    try:
        done = issue.of_layers(layers, used, today=today)
    except InputError as error:
        docx, context = anyway(layers, used, today)
        return Printed(docx, lines(read(docx, today)) if docx else (), error.problems, scope=_scope(context) if context else None)
    except TemplateError as error:
        return Printed(problems=error.problems)
    return Printed(done.docx, lines(read(done.docx, today)), (), done.warnings, done, _scope(done.context))


def _scope(context: Context) -> Scope:
    return Scope(expressions.seen(context.page.so_lieu, context.facts))


def anyway(layers: Sequence[Layer], used: Template, today: date) -> tuple[bytes, Context | None]:
    """Return the Word file of a notice that its judges refuse, and what it was put together from; nothing where nothing can be printed."""
    data = reader.tree(layers, today)
    try:
        notice = model.validate(data, expressions.names_of(data), today)
        source = issue.composed(Understood(Read(notice, tuple(layers)), used), today=today)
        return render.packed(source.placed.form, issue.parts(source), **issue.properties(source.notice, source.context)), source.context
    except (ValueError, NoticeGenError):  # pydantic's own is a ValueError
        return b"", None


def layers_of(text: str, name: str, office: Layer | None) -> tuple[list[Layer], Template]:
    """Return the layers of a findings file's *text*, and its template.  Raises InputError, TemplateError: as reading it does."""
    own = reader.parse(text.encode(), file=name)
    layers = [layer for layer in (office, own) if layer]
    used = template_choice.template_of(layers)
    return [template_choice.defaults(used), *layers], used


def of_file(path: Path, data: bytes) -> tuple[list[Layer], Template]:
    """Return the layers of the findings file at *path*, its office's settings among them, and its template; raises likewise."""
    own = reader.parse(data, file=str(path))
    layers = [layer for layer in (reader.office_layer(path.parent), own) if layer]
    used = template_choice.template_of(layers)
    return [template_choice.defaults(used), *layers], used
