"""Which template a notice asks for, and what that makes of it: its defaults, its keys, its widths, its compiled Word file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from notice_gen import reader, render, templates
from notice_gen.compose import Frame
from notice_gen.errors import TemplateError
from notice_gen.legal import Law
from notice_gen.model import DinhDang
from notice_gen.reader import FormKeys, Layer
from notice_gen.records import Same
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


@cache
def form_keys(template: Template) -> FormKeys:
    """Return the keys that the template's form must have and has no place for, and its sample."""
    return FormKeys(*templates.form_of(template), templates.sample(template.mau))


def frame(template: Template, dinh_dang: DinhDang, law: Law) -> Frame:
    """Return the widths that texts must fit, in the margins that the office wishes or *law* has."""
    return _frame(Same(template), Same(dinh_dang), Same(law))


@lru_cache(maxsize=64)  # the notices of a mailing share all three
def _frame(template: Same[Template], dinh_dang: Same[DinhDang], law: Same[Law]) -> Frame:
    return Frame(*templates.widths(template.thing, dinh_dang.thing, law.thing), law.thing)


def compiled(template: Template, dinh_dang: DinhDang, law: Law, co_chu_dau: Decimal) -> render.Compiled:
    """Return the compiled Word file: with the letterhead's leading size in pt, what the office wishes, else what *law* has."""
    return _compiled(Same(template), Same(dinh_dang), Same(law), co_chu_dau)


@lru_cache(maxsize=64)
def _compiled(template: Same[Template], dinh_dang: Same[DinhDang], law: Same[Law], co_chu_dau: Decimal) -> render.Compiled:
    changes = templates.layout(template.thing, dinh_dang.thing, law.thing, co_chu_dau)
    if not template.thing.shipped:
        render.tried(template.thing.docx, template.thing.label)
    return render.compiled(template.thing.docx, template.thing.label, render.Layout(**changes) if changes else None)
