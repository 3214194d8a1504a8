"""Which template a notice asks for, and what that makes of it: its defaults, its keys, its widths, its compiled Word file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from notice_gen import reader, render, templates
from notice_gen.compose import Frame
from notice_gen.errors import TemplateError
from notice_gen.legal import Law
from notice_gen.model import DinhDang
from notice_gen.reader import FormKeys, Layer
from notice_gen.records import remembered
from notice_gen.templates import Template

DEFAULT_MAU = "thong-bao"


def template_of(layers: Sequence[Layer], docx: Path | None = None) -> Template:
    """Return the template that *layers* ask for, with the office's own Word file *docx* if given.  Raises TemplateError: as ``find``."""
    mau: Any = DEFAULT_MAU
    for layer in layers:
        mau = layer.data.get("mau", mau)
    if not isinstance(mau, str):
        mau = DEFAULT_MAU  # read() will say that it must be a text
    try:
        found = templates.find(mau, docx)
    except TemplateError as error:
        named = tuple(problem for problem in error.problems if problem.path)  # the others are about the Word file, not the findings
        raise TemplateError((*reader.locate(named, layers), *(problem for problem in error.problems if not problem.path))) from error
    if not found.shipped:
        render.tried(found.docx, found.label)
    return found


def defaults(template: Template) -> Layer:
    """Return the template's own values, the lowest layer of the findings."""
    data = template.manifest.get("mac_dinh", {})
    return Layer(f"{template.mau}/manifest.toml", template.manifest_text, data, root=("mac_dinh",))


@remembered(64)
def form_keys(template: Template) -> FormKeys:
    """Return the keys that the template's form must have and has no place for, and its sample."""
    return FormKeys(*templates.form_of(template), templates.sample(template.mau))


@remembered(64)  # the notices of a mailing share all three
def frame(template: Template, dinh_dang: DinhDang, law: Law) -> Frame:
    """Return the widths that texts must fit, in the margins that the office wishes or *law* has."""
    return Frame(*templates.widths(template, dinh_dang, law), law)


@remembered(64, same=3)
def compiled(template: Template, dinh_dang: DinhDang, law: Law, co_chu_dau: Decimal) -> render.Compiled:
    """Return the compiled Word file: with the letterhead's leading size in pt, what the office wishes, else what *law* has."""
    changes = templates.layout(template, dinh_dang, law, co_chu_dau)
    if not template.shipped:
        render.tried(template.docx, template.label)
    return render.compiled(template.docx, template.label, render.Layout(**changes) if changes else None)
