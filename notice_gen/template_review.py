"""What is wrong with an office's Word template: tags, names, and the page it prints, each at its paragraph.

The template is looked at twice.  Its paragraphs, a line each, make a text of nothing but tags that Jinja reads, so
that a line is a paragraph; and a sample notice is printed from it and checked like any finished file, its
paragraphs traced back to those of the template by a number that each carries into print.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

import jinja2
from jinja2 import nodes

from notice_gen import issue, reader, template_choice, templates
from notice_gen.check import judge
from notice_gen.check.fault import Level
from notice_gen.check.read import read
from notice_gen.errors import N_, InputError, Problem, TemplateError
from notice_gen.expressions import bounds, sandbox
from notice_gen.ooxml.comments import Comment, with_comments
from notice_gen.ooxml.names import Element, W
from notice_gen.ooxml.package import Package, serialised
from notice_gen.steps import Issued

DOCUMENT = "word/document.xml"
_TEXT_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_PLACED = re.compile(r"\{([%{])-?\s*(?:p|tr|tc|r)\b(?=[\s])")
_DIRECTIVE = re.compile(r"\{#\s*(?:keepNext|ind|tcW|gridSpan|vMerge\s+(?:restart|continue))\s+([^#]+?)\s*#\}")
_OPENING, _CLOSING = re.compile(r"\{[{%#]"), re.compile(r"[}%#]\}")
_TORN = re.compile(r"\{\s+[{%]|[}%]\s+\}|[｛｝]")
_SMART = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_FREE = frozenset({"don_vi", "so_lieu", "loop"})
_MARK = W + "rsidR"


@dataclass(frozen=True)
class Finding:
    """One thing to look at; an error keeps the template from being used.

    It stands in a part of the Word file (empty: the whole), in the ``w:p`` of that number from 0, which reads *quote*; *rule* is the code
    of the checker's rule that the printed page breaks.
    """

    problem: Problem
    part: str = ""
    paragraph: int | None = None
    quote: str = ""
    rule: str = ""


def review(docx: bytes, label: str, mau: str, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with a Word file as the template of *mau*, in the order of its pages.

    Args: *label*: its name, for messages; *today*: dates the sample notice.  Raises TemplateError: there is no such *mau*.
    """
    shipped = templates.find(mau)
    try:
        package, texts = Package(docx), _parts(docx)
    except InputError as error:
        return tuple(map(Finding, error.problems))
    found = [finding for part, lines in texts.items() for finding in _torn(part, lines)]
    if not found:
        found = [*_names(texts), *_missing(texts, shipped.docx)]
    if not any(finding.problem.level == "error" for finding in found):
        found += _printed(package, label, shipped, today)
    return tuple(sorted(found, key=lambda finding: (finding.part, -1 if finding.paragraph is None else finding.paragraph)))


def tags(docx: bytes) -> tuple[tuple[str, int, str], ...]:
    """Return every tag of a Word file: its part, its paragraph from 0, the tag as typed; nothing for what is no Word file."""
    try:
        parts = _parts(docx)
    except InputError:
        return ()
    return tuple((name, n, tag) for name, lines in parts.items() for n, line in enumerate(lines) for tag in _TAG.findall(line))


def annotated(docx: bytes, findings: tuple[Finding, ...], say: Callable[[str], str], date: datetime) -> bytes:
    """Return the template, a Word file, with a comment at each finding; those of a header, or of nowhere, are at the first paragraph."""
    package = Package(docx)
    root = package.root(package.main)
    assert root is not None  # noqa: S101 - for the type checker: a package has its main part
    by_index = {n: p for n, p in enumerate(root.iter(W + "p")) if next(p.iterancestors(W + "txbxContent"), None) is None}
    first = next(iter(by_index.values()))
    comments = []
    for finding in findings:
        at = by_index.get(finding.paragraph if finding.part == DOCUMENT and finding.paragraph is not None else -1, first)
        lines = [finding.problem.text(say), *filter(None, [finding.problem.hint_text(say)])]
        comments.append(Comment(at, at, lines))
    return with_comments(package, root, comments, author="notice-gen", date=date)


def _texts(root: Element | None) -> list[str]:
    """Return the text of each paragraph; those of a text box are paragraphs of their own."""
    paragraphs = () if root is None else root.iter(W + "p")
    return ["".join(t.text or "" for t in p.iter(W + "t") if next(t.iterancestors(W + "p")) is p) for p in paragraphs]


def _torn(part: str, lines: list[str]) -> Iterator[Finding]:
    """Yield the paragraphs in which a tag is not whole."""
    for n, line in enumerate(lines):
        whole = _TAG.sub("", line)
        if _OPENING.search(whole) or _CLOSING.search(whole) or _TORN.search(whole):
            message = N_("Thẻ chưa trọn vẹn trong “{doan}”.")
            hint = N_("Thẻ phải nằm gọn trong một đoạn, đủ hai ngoặc mở và hai ngoặc đóng liền nhau: {{{{ van_ban.trich_yeu }}}}. Xóa rồi gõ lại thẻ đó.")  # noqa: E501
            yield _finding(message, hint, part, n, line)


def _source(lines: list[str]) -> str:
    """Return the paragraphs as a Jinja text, a line each: placement letters and directives off."""
    text = "\n".join(line.replace("\n", " ") for line in lines)
    text = _TAG.sub(lambda tag: tag[0].translate(_SMART), text)
    return _DIRECTIVE.sub(r"{{ \1 }}", _PLACED.sub(r"{\1 ", text))


@dataclass(frozen=True)
class _Asked:
    """A name that a tag asks for: its path from the top, loops followed (``tai_lieu.noi_dung.chu``), its line from 1, whether printed."""

    path: str
    line: int
    printed: bool


def _asked(node: nodes.Node, loops: Mapping[str, str], *, printed: bool = False) -> Iterator[_Asked]:
    """Yield every name in *node*; *loops* says what the variables of the loops around it stand for."""
    if isinstance(node, nodes.Name | nodes.Getattr) and (path := _path(node, loops)):
        yield _Asked(path, node.lineno, printed)
    elif isinstance(node, nodes.For):
        inside = dict(loops)
        if isinstance(node.target, nodes.Name):
            inside[node.target.name] = _path(node.iter, loops) or node.target.name
        yield from _asked(node.iter, loops)
        for part in (*node.body, *node.else_, *filter(None, [node.test])):
            yield from _asked(part, inside)
    else:
        for child in node.iter_child_nodes():
            yield from _asked(child, loops, printed=printed or isinstance(node, nodes.Output))


def _path(node: nodes.Node, loops: Mapping[str, str]) -> str:
    if isinstance(node, nodes.Name):
        return loops.get(node.name, node.name)
    if isinstance(node, nodes.Getattr) and (head := _path(node.node, loops)):
        return f"{head}.{node.attr}"
    return ""


def _tree(lines: list[str]) -> nodes.Template | jinja2.TemplateSyntaxError | None:
    """Return what the tags of a part say, or why they cannot be read; None when they are too long or nested to be honest."""
    try:
        tree = sandbox.environment().parse(_source(lines))
    except jinja2.TemplateSyntaxError as error:
        return error
    except (RecursionError, MemoryError, ValueError, OverflowError):
        return None
    return None if bounds.too_deep(tree) or any(map(bounds.too_long, lines)) else tree


def _names(texts: Mapping[str, list[str]]) -> Iterator[Finding]:
    """Yield the tags that cannot be read, and the names that no notice has."""
    for part, lines in texts.items():
        tree = _tree(lines)
        if isinstance(tree, jinja2.TemplateSyntaxError):
            n = min(tree.lineno, len(lines)) - 1
            message = N_("Không đọc được thẻ trong “{doan}”.")
            hint = N_("Mở mẫu bằng Word, gõ lại thẻ đó cho đủ ngoặc và đúng tên bộ lọc; {{% for %}} có {{% endfor %}}, {{% if %}} có {{% endif %}}.")  # noqa: E501
            yield _finding(message, hint, part, n, lines[n])
            continue
        if tree is None:
            n = max(range(len(lines)), key=[len(line) for line in lines].__getitem__)
            hint = N_("Viết thẻ ngắn lại, hoặc chép thẻ từ mẫu gốc (notice-gen templates export).")
            yield _finding(N_("Thẻ trong “{doan}” quá dài hoặc lồng quá nhiều lớp."), hint, part, n, lines[n])
            continue
        yield from _filters(tree, part, lines)
        known = _known()
        for asked in dict.fromkeys(_asked(tree, {})):
            group = asked.path.partition(".")[0]
            if asked.path in known or group in _FREE or ".loop" in asked.path:
                continue
            n = asked.line - 1
            close = difflib.get_close_matches(asked.path, known, n=1, cutoff=0.7 if "." in asked.path else 0.8)
            values = {"ten": asked.path, "gan": "".join(close)}
            if "." not in asked.path and not close:
                message = N_("“{ten}” không phải tên sẵn có; tệp nội dung nào cũng phải có số liệu tên đó.")
                yield _finding(message, N_("Nếu đúng là số liệu thì ghi {{{{ so_lieu.{ten} }}}} cho rõ; tên sẵn có xem: notice-gen templates show."), part, n, lines[n], level="warning", **values)  # noqa: E501
                continue
            hint = N_("Có phải ý bạn là {gan}?") if close else N_("Xem các tên dùng được: notice-gen templates show.")
            yield _finding(N_("Không có tên “{ten}”."), hint, part, n, lines[n], **values)


def _filters(tree: nodes.Template, part: str, lines: list[str]) -> Iterator[Finding]:
    known = sandbox.environment().filters
    for used in tree.find_all(nodes.Filter):
        if used.name not in known:
            close = difflib.get_close_matches(used.name, known, n=1, cutoff=0.6)
            hint = N_("Có phải ý bạn là {gan}?") if close else N_("Xem các bộ lọc dùng được trong docs/vietnamese.md.")
            n = used.lineno - 1
            yield _finding(N_("Không có bộ lọc “{ten}”."), hint, part, n, lines[n], ten=used.name, gan="".join(close))


def _missing(texts: Mapping[str, list[str]], shipped: bytes) -> Iterator[Finding]:
    """Yield what the shipped template prints and this one has no place for."""
    here, words = _vocabulary(texts)
    there, kinds = _vocabulary(_parts(shipped))
    lost = sorted(path for path in there - here if not path.endswith((".duong_ke", ".be_rong", ".rong", ".cuoi")))
    lost += sorted(kinds - words)
    if lost:
        message = N_("Mẫu không có chỗ cho: {cac_ten}. Tệp nội dung có những phần đó sẽ bị từ chối để không mất nội dung.")
        hint = N_("Nếu cơ quan không dùng thì để vậy; nếu cần thì chép thẻ tương ứng từ mẫu gốc (notice-gen templates export).")
        yield Finding(Problem(message, hint, {"cac_ten": ", ".join(lost)}, level="warning"))


@cache
def _known() -> frozenset[str]:
    """Return every name that some shipped template uses, and the groups they stand in."""
    sources = {_source(lines) for mau in templates.names() for lines in _parts(templates.find(mau).docx).values()}
    paths = {asked.path for source in sources for asked in _asked(sandbox.environment().parse(source), {})}
    return frozenset(paths | {path.rpartition(".")[0] for path in paths} - {""})


def _parts(docx: bytes) -> dict[str, list[str]]:
    package = Package(docx)
    return {name: _texts(package.root(name)) for name in package.names if _TEXT_PARTS.fullmatch(name)}


def _vocabulary(texts: Mapping[str, list[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that a template prints, and the texts it compares with."""
    trees = [tree for lines in texts.values() if isinstance(tree := _tree(lines), nodes.Template)]  # the others are reported elsewhere
    paths = {asked.path for tree in trees for asked in _asked(tree, {}) if asked.printed}
    compared = [const.value for tree in trees for comparison in tree.find_all(nodes.Compare) for const in comparison.find_all(nodes.Const)]
    words = {word for word in compared if isinstance(word, str)}
    return frozenset(path for path in paths if ".loop" not in path and not path.startswith("loop.")), frozenset(words)


def _printed(package: Package, label: str, shipped: templates.Template, today: date) -> Iterator[Finding]:
    """Yield what keeps the template from printing, and where the sample's page departs from the decree."""
    root = package.root(DOCUMENT)
    texts = _texts(root)
    for n, paragraph in enumerate(root.iter(W + "p")):  # type: ignore[union-attr]
        paragraph.set(_MARK, f"{n:08X}")
    used = replace(shipped, docx=package.with_parts({DOCUMENT: serialised(root)}), label=label, shipped=False)
    try:
        issued = _sample(used, today)
    except (InputError, TemplateError) as error:
        yield from map(Finding, error.problems)
        return
    verdict = judge.judge(read(issued.docx, today), judge.at_least(Level.THONG_LE))
    printed = Package(issued.docx).root(DOCUMENT)
    origin = {n: int(mark, 16) for n, p in enumerate(printed.iter(W + "p")) if (mark := p.get(_MARK))}  # type: ignore[union-attr]
    for fault in verdict.faults:
        span = fault.span
        part = span.paragraph.part if span else ""
        at = None if span is None else origin.get(span.paragraph.index) if part == DOCUMENT else span.paragraph.index
        quote = texts[at] if part == DOCUMENT and at is not None else span.paragraph.text if span else ""
        problem = Problem(fault.message, fault.hint, fault.values, level="warning")
        yield Finding(problem, part, at, quote, fault.rule.code)


def _sample(used: templates.Template, today: date) -> Issued:
    """Make the type's sample notice, numbered and dated."""
    own = reader.parse(templates.sample(used.mau).encode(), file=f"{used.mau}.toml")
    signed = reader.Layer("", "", {"van_ban": {"so": 12, "ngay": today}})
    layers = [template_choice.defaults(used), own]
    try:
        return issue.of_layers([*layers, signed], used, today=today)
    except InputError:  # a type without number or date
        return issue.of_layers(layers, used, today=today)


def _finding(message: str, hint: str, part: str, n: int, quote: str, *, level: str = "error", **values: str) -> Finding:
    values_: dict[str, object] = {"doan": " ".join(quote.split())[:120], **values}
    return Finding(Problem(message, hint, values_, level="warning" if level == "warning" else "error"), part, n, quote)
