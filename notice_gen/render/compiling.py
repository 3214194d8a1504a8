"""A Word file's tags into Python, by Jinja: healed by docxtpl first (``prepare``), refused where they say more than a template may.

Nothing loads it to print what was compiled before.
"""

from __future__ import annotations

import dataclasses
import operator
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import CodeType
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.compiler import CodeGenerator, Frame
from jinja2.meta import find_undeclared_variables
from jinja2.visitor import NodeTransformer

from notice_gen.errors import N_, Problem, TemplateError
from notice_gen.expressions import bounds, sandbox
from notice_gen.render import allowed, balance, outside, pack, where
from notice_gen.render.escaping import ELSEWHERE, ESCAPING, IN_RUN
from notice_gen.render.runtime import OF

if TYPE_CHECKING:
    from notice_gen.render.prepare import Prepared

_TAG = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_ANY_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_RUN_PROPERTIES = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?")


def compile_prepared(prepared: Prepared, label: str, *, as_text: bool = False) -> tuple[Any, ...]:
    """Return sources, code (*as_text*: Python's text), names, words, whole parts and fixed parts: plain data, to be kept."""
    env = environment()
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
            printed = printing(source.replace("\n<w:p", "<w:p"))
            whole |= {part} if balance.is_whole(printed) else set()
            code[part] = env.compile(_Plain().visit(printed).set_environment(env), raw=as_text, defer_init=as_text)
        except TemplateSyntaxError as error:
            problems.append(where.syntax_problem(error, part, source, label))
        except (RecursionError, MemoryError, SyntaxError, ValueError, OverflowError):
            problems += _refused([(_longest(source), allowed.TOO_LONG)], part, source, label)
    if problems:
        raise TemplateError(problems)
    fixed = pack.fixed(prepared.fixed)
    return dict(prepared.sources), code, frozenset(names), frozenset(words), frozenset(whole), dataclasses.astuple(fixed)


@lru_cache(maxsize=1)
def environment() -> Any:
    """Return the environment of templates: strict about names, its own filters for what is printed."""
    env = sandbox.environment(undefined=StrictUndefined, keep_trailing_newline=True)
    env.code_generator_class = _Subscripts
    env.filters |= {OF: operator.getitem, **ESCAPING}
    env.filters |= dict.fromkeys(("e", "escape"), lambda value: value)  # all that is printed is escaped, once
    return env


def printing(source: str) -> nodes.Template:
    """Return *source* as it is printed: all that its tags give goes through one filter of ours, which escapes it."""
    tree = environment().parse(_with_run_properties(source))
    for output in tree.find_all(nodes.Output):
        for at, part in enumerate(output.nodes):
            if not (isinstance(part, nodes.TemplateData) or (isinstance(part, nodes.Filter) and part.name in ESCAPING)):
                output.nodes[at] = nodes.Filter(part, ELSEWHERE, [], [], None, None, lineno=part.lineno)
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, bounds.ROUNDS, [], [], None, None, lineno=loop.lineno)
    return tree.set_environment(environment())  # type: ignore[no-any-return]


class _Plain(NodeTransformer):
    """Has names looked up in plain dicts without asking the sandbox: all that a notice is made of but ``loop`` and what may be missing."""

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Expr:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        if isinstance(node.node, nodes.Literal) or (isinstance(node.node, nodes.Name) and node.node.name == "loop"):
            return node
        return nodes.Filter(node.node, OF, [nodes.Const(node.attr)], [], None, None, lineno=node.lineno)

    def visit_Test(self, node: nodes.Test) -> nodes.Test:  # noqa: N802
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        return node if node.name == "default" else self.generic_visit(node)


class _Subscripts(CodeGenerator):
    """Writes what :class:`_Plain` looks up as Python's own ``x["name"]``, which takes half as long as a call."""

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        if node.name != OF:
            super().visit_Filter(node, frame)
            return
        self.visit(node.node, frame)  # type: ignore[arg-type]  # none is without
        self.write(f"[{node.args[0].value!r}]")  # type: ignore[attr-defined]  # a constant


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
        return "{{ (" + tag[1].strip() + ") | " + IN_RUN + "(" + repr(properties) + ") }}"

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


_REFUSED = (JinjaError, LookupError, TypeError, ValueError, ArithmeticError, RecursionError, MemoryError)


def problem(label: str, part: str, source: str, values: Mapping[str, Any], error: Exception, most: int) -> Problem | None:
    """Return why a part of a template could not be printed, from the *error* it raised; None when that is no fault of the template.

    *most*: letters that it may print.
    """
    return where.runtime_problem(label, part, source, *_where(source, values, error, most)) if isinstance(error, _REFUSED) else None


def _where(source: str, values: Mapping[str, Any], error: Exception, most: int) -> tuple[int, Exception]:
    """Find the line of *source* that cannot be printed, and why, by printing it once more with one paragraph a line, asking the sandbox."""
    line = 0
    template = environment().from_string(printing(source))
    try:
        bounds.produced(template, values, most)
    except Exception as again:
        error, frame, line = again, again.__traceback__, getattr(again, "line", 0)
        while frame:
            if frame.tb_frame.f_code.co_filename == "<template>":
                line = template.get_corresponding_lineno(frame.tb_lineno)
            frame = frame.tb_next
    return line, error
