"""The template engine: docxtpl's healing once per template, then plain Jinja in a sandbox.

What a template may do: expressions, loops, conditions and the office's filters.  What it may not: call
functions, reach attributes of Python objects, switch escaping off, or print a name that is not there.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from notice_gen import kept
from notice_gen.errors import N_, Problem, TemplateError
from notice_gen.expressions import bounds
from notice_gen.page import Chart, Picture
from notice_gen.records import record
from notice_gen.render import drawing, pack, readymade
from notice_gen.render.layout import Layout

if TYPE_CHECKING:
    from jinja2 import Template

    from notice_gen.render.runtime import Page

LARGEST = 32 << 20
"""Letters of one printed part; a paper of 300 pages has a tenth."""
NEAR = 40
"""Letters before a section that tell whether it is that of the very last paragraph."""
_LAST_SECTION = re.compile(r"</w:sectPr></w:pPr></w:p>\s*$")


@record
class Compiled:
    """A template ready to print."""

    label: str  # how messages name it
    templates: Mapping[str, Template | Page]  # every part that holds tags, compiled
    sources: Mapping[str, str]  # their text, one paragraph a line, to say where a fault is
    fixed: pack.Fixed  # all other parts, already deflated
    names: frozenset[str]  # every name the template prints, dotted ("van_ban.trich_yeu")
    words: frozenset[str]  # the texts its conditions compare with (the kinds of blocks it knows)
    digest: str  # of the Word file, the layout and the code that compiled them
    whole: frozenset[str]  # those of the parts with tags whose every result is well-formed


@lru_cache(maxsize=32)
def compiled(docx: bytes, label: str, layout: Layout | None = None) -> Compiled:
    """Compile a Word template.  Raises TemplateError: it is no .docx, or a tag in it cannot be read; with part, paragraph and tag.

    Args:
        docx: the template's bytes.
        label: how messages name it (a file name).
        layout: sizes and margins other than the template's own.
    """
    if layout is None and (made := readymade.find(docx)):
        return Compiled(label, *made)
    import jinja2

    from notice_gen.render import compiling

    kept_as = kept.name(Path(__file__).parent, docx, layout, jinja2.__version__)
    data = kept.load(kept_as)
    if data is None:
        from notice_gen.render.prepare import prepare

        data = marshal.dumps(compiling.compile_prepared(prepare(docx, label, layout), label))
        kept.store(kept_as, data)
    sources, code, names, words, whole, fixed = marshal.loads(data)  # noqa: S302 - ours, like a .pyc
    templates = {part: jinja2.Template.from_code(compiling.environment(), body, {}) for part, body in code.items()}
    return Compiled(label, templates, sources, pack.Fixed(*fixed), names, words, kept_as, whole)


def render(template: Compiled, values: Mapping[str, Any], *, title: str, subject: str, creator: str, created: date) -> bytes:
    """Print one notice.  Raises TemplateError: a tag names what is not there, or the result would not be well-formed.

    Its tags see *values*: plain dicts, lists, texts and numbers.  The others are the document's properties; *created* is the only time
    that gets into the file.
    """
    return packed(template, parts(template, values), title=title, subject=subject, creator=creator, created=created)


def parts(template: Compiled, values: Mapping[str, Any]) -> dict[str, bytes]:
    """Print a notice's own parts, by name; the first half of :func:`render`.  Raises TemplateError: as :func:`render`."""
    printed = {}
    for name, part in template.templates.items():
        try:
            xml = bounds.produced(part, values, LARGEST)
        except Exception as error:
            from notice_gen.render import compiling

            if problem := compiling.problem(template.label, name, template.sources[name], values, error, LARGEST):
                raise TemplateError(problem) from error
            raise
        lifted = lift_last_section(xml)
        printed[name] = lifted.encode("utf-8")
        if name not in template.whole or lifted is not xml:
            _must_be_well_formed(printed[name], name, template.label)
    return printed


def judge(template: Compiled, printed: Mapping[str, bytes]) -> None:
    """Judge printed parts as Word will read them, for what only tags put together; raises TemplateError as :mod:`trust` says it."""
    from notice_gen.render.trust import printed_faults  # a moment, once for a form

    if problems := printed_faults(printed, template.label):
        raise TemplateError(problems)


def packed(
    template: Compiled, printed: Mapping[str, bytes], *, title: str, subject: str, creator: str, created: date,
    pictures: tuple[Picture | None, ...] = (), charts: tuple[Chart | None, ...] = (), custom: tuple[tuple[str, str | int], ...] = (),
) -> bytes:  # fmt: skip
    """Return the whole .docx around the parts *printed*; the second half of :func:`render`, which says what the properties are.

    *pictures* and *charts* are those that the parts show, by their numbers, none where another part of the document shows it; *custom*:
    properties with names of their own.
    """
    common = drawing.with_pictures(template.fixed, pictures) if any(pictures) else template.fixed
    if any(charts):
        from notice_gen.render import chart

        shown = {n: one for n, one in enumerate(charts) if one}
        common, printed = drawing.with_charts(common, (*shown,)), {**printed, **chart.parts(shown)}
    if custom:
        from notice_gen.render.custom import with_properties

        common = with_properties(common, custom)
    return pack.pack(common, printed, title=title, subject=subject, creator=creator, created=created)


def lift_last_section(xml: str) -> str:
    """Make the section that ends with the very last paragraph the body's own, so no empty page follows; *xml* where there is none."""
    own = xml.rfind("<w:sectPr")
    if own < 0:
        return xml
    end = _LAST_SECTION.search(xml, max(own - NEAR, 0), own)
    if not end:
        return xml
    section = xml.rfind("<w:sectPr", 0, own)
    paragraph = max(xml.rfind("<w:p>", 0, section), xml.rfind("<w:p ", 0, section))
    after = xml.index("</w:sectPr>", own) + len("</w:sectPr>")
    return xml[:paragraph] + xml[section : end.start() + len("</w:sectPr>")] + xml[after:]


def _must_be_well_formed(xml: bytes, part: str, label: str) -> None:
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError as error:
        from notice_gen.render import where

        line = xml.split(b"\n")[error.lineno - 1]
        near = where.plain_text(line[max(error.offset - 200, 0) : error.offset + 80].decode("utf-8", "ignore"))
        raise TemplateError(Problem(
            N_("Mẫu {mau}, phần {phan} cho ra tệp hỏng ở gần “{doan}”."),
            N_("Thẻ {{%p … %}} phải đứng riêng một đoạn, {{%tr … %}} riêng một hàng; mở và đóng ở cùng một ô."),
            {"mau": label, "phan": part, "doan": near.strip()[-80:]},
        )) from error
