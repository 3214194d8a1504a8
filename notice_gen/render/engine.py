"""The template engine: docxtpl's healing once per template, then plain Jinja in a sandbox.

What a template may do: expressions, loops, conditions and the office's filters.  What it may not: call
functions, reach attributes of Python objects, switch escaping off, or print a name that is not there.
"""

from __future__ import annotations

import dataclasses
import marshal
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

import jinja2
from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.compiler import CodeGenerator, Frame
from jinja2.meta import find_undeclared_variables
from jinja2.visitor import NodeTransformer
from markupsafe import escape

from notice_gen import expressions, kept
from notice_gen.errors import N_, Problem, TemplateError
from notice_gen.expressions import bounds
from notice_gen.markup import StyledText
from notice_gen.page import Chart, Picture, Shown
from notice_gen.records import record
from notice_gen.render import allowed, balance, drawing, outside, pack, readymade, where
from notice_gen.render.layout import Layout

if TYPE_CHECKING:
    from notice_gen.render.prepare import Prepared

_RPR = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>'}
_TAG = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_ANY_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
LARGEST = 32 << 20
"""Letters of one printed part; a paper of 300 pages has a tenth."""
NEAR = 40
"""Letters before a section that tell whether it is that of the very last paragraph."""
_LAST_SECTION = re.compile(r"</w:sectPr></w:pPr></w:p>\s*$")
_RUN_PROPERTIES = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?")


@record
class Compiled:
    """A template ready to print."""

    label: str  # how messages name it
    templates: Mapping[str, Template]  # the Jinja template of every part that holds tags
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
    if layout is None and (made := readymade.find(docx, _environment())):
        return Compiled(label, *made)
    kept_as = kept.name(Path(__file__).parent, docx, layout, jinja2.__version__)
    data = kept.load(kept_as)
    if data is None:
        from notice_gen.render.prepare import prepare

        data = marshal.dumps(compile_prepared(prepare(docx, label, layout), label))
        kept.store(kept_as, data)
    sources, code, names, words, whole, fixed = marshal.loads(data)  # noqa: S302 - ours, like a .pyc
    templates = {part: Template.from_code(_environment(), body, {}) for part, body in code.items()}
    return Compiled(label, templates, sources, pack.Fixed(*fixed), names, words, kept_as, whole)


def compile_prepared(prepared: Prepared, label: str, *, as_text: bool = False) -> tuple[Any, ...]:
    """Return sources, code (*as_text*: Python's text), names, words, whole parts and fixed parts: plain data, to be kept."""
    env = _environment()
    code: dict[str, CodeType | str] = {}
    names, words, whole = set[str](), set[str](), set[str]()
    problems: list[Problem] = []
    for part, source in prepared.sources.items():
        problems += _refused(((line, allowed.TOO_LONG) for line in _too_long(source)), part, source, label)
        problems += outside.problems(source, part, label)
        if problems:
            continue
        try:
            tree = env.parse(source)
            problems += _refused(allowed.faults(tree), part, source, label)
            if problems:
                continue
            names |= find_undeclared_variables(tree)
            names |= {f"{n.node.name}.{n.attr}" for n in tree.find_all(nodes.Getattr) if isinstance(n.node, nodes.Name)}
            words |= {n.value for n in tree.find_all(nodes.Const) if isinstance(n.value, str)}
            printing = _printing(source.replace("\n<w:p", "<w:p"))
            whole |= {part} if balance.is_whole(printing) else set()
            code[part] = env.compile(_Plain().visit(printing).set_environment(env), raw=as_text, defer_init=as_text)
        except TemplateSyntaxError as error:
            problems.append(where.syntax_problem(error, part, source, label))
        except (RecursionError, MemoryError, SyntaxError, ValueError, OverflowError):
            problems += _refused([(_longest(source), allowed.TOO_LONG)], part, source, label)
    if problems:
        raise TemplateError(problems)
    fixed = pack.fixed(prepared.fixed)
    return dict(prepared.sources), code, frozenset(names), frozenset(words), frozenset(whole), dataclasses.astuple(fixed)


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
        except (JinjaError, LookupError, TypeError, ValueError, ArithmeticError, RecursionError, MemoryError) as error:
            source = template.sources[name]
            raise TemplateError(where.runtime_problem(template.label, name, source, *_where(source, values, error))) from error
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


@lru_cache(maxsize=1)
def _environment() -> Any:
    env = expressions.environment(undefined=StrictUndefined, keep_trailing_newline=True)
    env.code_generator_class = _Subscripts
    env.filters |= {_OF: operator.getitem, **ESCAPING}
    env.filters |= dict.fromkeys(("e", "escape"), lambda value: value)  # all that is printed is escaped, once
    return env


def _printing(source: str) -> nodes.Template:
    """Return *source* as it is printed: all that its tags give goes through one filter of ours, which escapes it."""
    tree = _environment().parse(_with_run_properties(source))
    for output in tree.find_all(nodes.Output):
        for at, part in enumerate(output.nodes):
            if not (isinstance(part, nodes.TemplateData) or (isinstance(part, nodes.Filter) and part.name in ESCAPING)):
                output.nodes[at] = nodes.Filter(part, _ESCAPED, [], [], None, None, lineno=part.lineno)
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, expressions.ROUNDS, [], [], None, None, lineno=loop.lineno)
    return tree.set_environment(_environment())  # type: ignore[no-any-return]


class _Plain(NodeTransformer):
    """Has names looked up in plain dicts without asking the sandbox: all that a notice is made of but ``loop`` and what may be missing."""

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Expr:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        if isinstance(node.node, nodes.Literal) or (isinstance(node.node, nodes.Name) and node.node.name == "loop"):
            return node
        return nodes.Filter(node.node, _OF, [nodes.Const(node.attr)], [], None, None, lineno=node.lineno)

    def visit_Test(self, node: nodes.Test) -> nodes.Test:  # noqa: N802
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        return node if node.name == "default" else self.generic_visit(node)


class _Subscripts(CodeGenerator):
    """Writes what :class:`_Plain` looks up as Python's own ``x["name"]``, which takes half as long as a call."""

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        if node.name != _OF:
            super().visit_Filter(node, frame)
            return
        self.visit(node.node, frame)  # type: ignore[arg-type]  # none is without
        self.write(f"[{node.args[0].value!r}]")  # type: ignore[attr-defined]  # a constant


def _in_run(value: Any, run_properties: str) -> str:
    """Print *value* where a ``w:t`` stands; emphasised parts get runs of their own."""
    if type(value) is str:  # the commonest by far
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if isinstance(value, Shown):
        return drawing.in_run(value)
    if isinstance(value, StyledText):
        return _in_runs(value, run_properties)
    if isinstance(value, StrictUndefined):
        str(value)  # raises, naming what is missing
    return pack.escape(expressions.show(value))


def _in_runs(value: StyledText, run_properties: str) -> str:
    kept = run_properties[len("<w:rPr>") : -len("</w:rPr>")] if run_properties else ""
    out, own = list[str](), True  # own: inside the tag's own run, or a copy of it
    for text, style in value.runs:
        if style:
            properties = f"<w:rPr>{_ordered(kept, ''.join(_RPR[letter] for letter in style))}</w:rPr>"
            out.append("</w:t></w:r>" if own else "")
            out.append(f'<w:r>{properties}<w:t xml:space="preserve">{pack.escape(text)}</w:t></w:r>')
        else:
            out.append(("" if own else _again(run_properties)) + pack.escape(text))
        own = not style
    return "".join(out) if own else "".join(out) + _again(run_properties)


def _again(run_properties: str) -> str:
    return f'<w:r>{run_properties}<w:t xml:space="preserve">'


_OF = "=cua"
_ESCAPED = "=thuoc_tinh"
ESCAPING: Mapping[str, Callable[..., str]] = {
    balance.IN_RUN: _in_run, _ESCAPED: lambda value: str(escape(str(value))),  # where no run is: in an attribute, between two elements
    "twips": lambda value: str(int(value)), "indent_of": lambda length, width: str((width - int(length)) // 2),
}  # fmt: skip
"""Filters whose result goes into the XML as it is."""


@lru_cache(maxsize=256)
def _ordered(kept: str, toggles: str) -> str:
    """Merge run properties in the order the schema asks (rStyle, rFonts, b, i, …, u)."""
    from notice_gen.ooxml.properties import ORDER

    order, own = ORDER["rPr"], {m[1]: m[0] for m in re.finditer(r"<w:(\w+)[^>]*/>", kept + toggles)}
    return "".join(own[name] for name in sorted(own, key=lambda name: order.index(name) if name in order else len(order)))


def _with_run_properties(source: str) -> str:
    """Tell every tag inside a ``w:t`` the properties of its run."""

    def in_its_run(tag: re.Match[str]) -> str:
        at = tag.start()
        text = max(source.rfind("<w:t>", 0, at), source.rfind("<w:t ", 0, at))
        if text < 0 or source.find("</w:t>", text, at) >= 0:
            return tag[0]
        run = max(source.rfind("<w:r>", 0, at), source.rfind("<w:r ", 0, at))
        found = _RUN_PROPERTIES.match(source, run) if run >= 0 else None
        properties = (found[1] or "") if found else ""
        return "{{ (" + tag[1].strip() + ") | " + balance.IN_RUN + "(" + repr(properties) + ") }}"

    return _TAG.sub(in_its_run, source)


def _too_long(source: str) -> Iterator[int]:
    """Yield the line of every tag longer or more nested than any that a person writes."""
    return (source.count("\n", 0, tag.start()) + 1 for tag in _ANY_TAG.finditer(source) if bounds.too_long(where.plain_text(tag[0])))


def _longest(source: str) -> int:
    """Return the line with the most tags."""
    counts = [len(_ANY_TAG.findall(line)) for line in source.split("\n")]
    return counts.index(max(counts)) + 1


def _refused(faults: Iterable[tuple[int, str]], part: str, source: str, label: str) -> list[Problem]:
    """Refuse what no form needs and a hostile template would use."""
    hint, said = N_("Thẻ trong mẫu chỉ gồm tên, bộ lọc, {{% for %}} và {{% if %}}."), {"mau": label, "phan": part}
    return [Problem(sentence, hint, {**said, "doan": where.paragraph(source, line)}) for line, sentence in faults]


def _where(source: str, values: Mapping[str, Any], error: Exception) -> tuple[int, Exception]:
    """Find the line of *source* that cannot be printed, and why, by printing it once more with one paragraph a line, asking the sandbox."""
    line = 0
    template = _environment().from_string(_printing(source))
    try:
        bounds.produced(template, values, LARGEST)
    except Exception as again:
        error, frame, line = again, again.__traceback__, getattr(again, "line", 0)
        while frame:
            if frame.tb_frame.f_code.co_filename == "<template>":
                line = template.get_corresponding_lineno(frame.tb_lineno)
            frame = frame.tb_next
    return line, error


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
        line = xml.split(b"\n")[error.lineno - 1]
        near = where.plain_text(line[max(error.offset - 200, 0) : error.offset + 80].decode("utf-8", "ignore"))
        raise TemplateError(Problem(
            N_("Mẫu {mau}, phần {phan} cho ra tệp hỏng ở gần “{doan}”."),
            N_("Thẻ {{%p … %}} phải đứng riêng một đoạn, {{%tr … %}} riêng một hàng; mở và đóng ở cùng một ô."),
            {"mau": label, "phan": part, "doan": near.strip()[-80:]},
        )) from error
