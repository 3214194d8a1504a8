"""An office's own paper, or its mail-merge file, made into a Word template: tags where the checker's recogniser finds the boxes.

The look stays the paper's: each box keeps its paragraph and its first letters' face, the kinds of blocks are samples taken from the paper's
own body, so far as it has them.  Tables, and the styles they need, come from the template that is shipped.  What is printed from the
result is judged like any template's (:mod:`template_review`); one that would not do is refused.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from notice_gen import render, template_review, templates
from notice_gen.check.read import Opened, opened
from notice_gen.check.view import Span
from notice_gen.errors import N_, Problem, TemplateError
from notice_gen.ooxml.merge import converted, say
from notice_gen.ooxml.names import Element, W
from notice_gen.ooxml.package import Package, serialised
from notice_gen.ooxml.runs import isolated
from notice_gen.records import record
from notice_gen.template_body import annex_head, blocks, drawn, line_tag, run_tag, says, tables, with_styles

_ONE_LINE = {
    "dia_danh_ngay": "{{ van_ban.dia_danh }}, {{ van_ban.thoi_gian }}", "ten_loai": "{{ van_ban.ten_loai }}",
    "trich_yeu": "{{ van_ban.trich_yeu }}", "trich_yeu_cong_van": "{{ van_ban.trich_yeu }}", "chuc_vu": "{{ ky.chuc_vu }}",
    "ho_ten": "{{ ky.ho_ten }}", "do_khan": "{{ van_ban.khan }}", "pham_vi": "{{ van_ban.luu_hanh }}",
}  # fmt: skip
_LISTS = {
    "co_quan_chu_quan": "dong in co_quan.chu_quan", "co_quan": "dong in co_quan.ten", "quyen_han": "dong in ky.quyen_han",
    "dia_chi": "dong in co_quan.dia_chi",
}  # fmt: skip
_NEEDED = ("so_ky_hieu", "dia_danh_ngay", "co_quan", "noi_dung", "chuc_vu", "ho_ten", "noi_nhan")
_NUMBER = re.compile(r"\s*Số\s*:?\s*")
_MARKS = (
    ("dieu", r"Điều\s+\d"), ("muc", r"[IVX]+\s*\."), ("khoan", r"\d+\s*\.\s"), ("diem", r"[a-zđ]\s*\)"), ("gach", r"[-–]\s"),
    ("cong", r"\+\s"), ("can_cu", r"Căn cứ\b"), ("quyet", r"QUYẾT (?:ĐỊNH|NGHỊ)\s*:?$"), ("chuong", r"Chương\s+[IVX]+"),
)  # fmt: skip


@record
class Placed:
    """A box that got its tag: its name as the checker's, the paragraph from 1, what stood there, the tag."""

    o: str
    paragraph: int
    quote: str
    tag: str


@record
class Imported:
    """A template made of a paper: its bytes, what was placed, the boxes that a notice needs and the paper does not show."""

    docx: bytes
    placed: tuple[Placed, ...]
    lacking: tuple[str, ...]


def imported(docx: bytes, label: str, mau: str, today: date) -> Imported:
    """Return the template of *mau* that a paper makes.

    Args: *docx*: the paper; *label*: its name, for messages; *today*: dates a paper without a date.
    Raises InputError: it is no Word file that can be read; TemplateError: no body is found in it, or what it prints would not do.
    """
    shipped = templates.find(mau)
    file = opened(converted(Package(docx)), today)
    work = _Work(file, label)
    work.boxes()
    work.body(_samples(work), tables(shipped.docx), render.compiled(shipped.docx, shipped.label).words)
    parts = {name: serialised(root) for name, root in file.roots.items()}
    result = with_styles(Package(file.package.without_charts(parts)), shipped.docx)
    found = [finding.problem for finding in template_review.review(result, label, mau, today) if finding.problem.level == "error"]
    if found:
        raise TemplateError(found)
    lacking = tuple(name for name in _NEEDED if name not in file.view.components)
    return Imported(result, tuple(sorted(work.placed, key=lambda one: one.paragraph)), lacking)


def _samples(work: _Work) -> dict[str, Element]:
    """Return a paragraph of the paper for each kind of block it shows; ``doan`` always."""
    found: dict[str, Element] = {}
    spans, best = work.spans("noi_dung"), (False, False, 0)
    for span in spans:
        text = span.text.strip()
        kind = next((kind for kind, mark in _MARKS if re.match(mark, text)), "doan")
        element = work.element(span)
        # Who decides, in the middle, and the bases of a decision are no sample of its text.
        plain = (span.paragraph.align != "center", not all(run.italic for run in span.runs), len(text))
        is_better = kind not in found or (kind == "doan" and plain > best)
        if element.getparent() is work.root and is_better:
            found[kind] = element
            best = plain if kind == "doan" else best
    kinh_gui = [work.element(span) for span in work.spans("kinh_gui")]
    found |= dict(zip(("kinh_gui", "kinh_gui_noi"), kinh_gui, strict=False))
    if not all(best[:2]):
        if not found:
            raise work.refused(N_("Mẫu {mau}: không nhận ra lời văn nào trong tệp."))
        found["doan"] = next(found[kind] for kind in ("khoan", "dieu", "diem", "gach", "doan", *found) if kind in found)
    return {kind: copy.deepcopy(element) for kind, element in found.items()}


class _Work:
    """One paper on its way: tags are put where its boxes are."""

    def __init__(self, file: Opened, label: str) -> None:
        self.file, self.label, self.placed = file, label, list[Placed]()
        self.main = file.package.main
        body = file.roots[self.main].find(W + "body")
        assert body is not None  # noqa: S101 - for the type checker: it was read
        self.root = body

    def element(self, span: Span) -> Element:
        return self.file.origins[span.paragraph.part, span.paragraph.index].element

    def spans(self, name: str) -> list[Span]:
        """Return the lines of a box, in the main text; the address may stand in a footer."""
        component = self.file.view.components.get(name)
        return [span for span in component.spans if span.paragraph.part == self.main or name == "dia_chi"] if component else []

    def put(self, name: str, span: Span, tag: str) -> None:
        """Put a tag in the place of some characters, with the look of the first of them."""
        self.placed.append(Placed(name, span.paragraph.index + 1, span.text.strip(), tag))
        runs = isolated(self.file.origins[span.paragraph.part, span.paragraph.index], span.start, span.end)
        for n, run in enumerate(runs):
            say(run, "" if n else tag)

    def boxes(self) -> None:
        """Put the tags of all boxes but those of the body."""
        for name, tag in _ONE_LINE.items():
            self.first(name, self.spans(name), tag)
        for name, loop in _LISTS.items():
            self.each(name, self.spans(name), loop, "{{ dong }}")
        for name, beside in (("quyen_han", "chuc_vu"), ("co_quan_chu_quan", "co_quan")):
            self.above(name, self.spans(beside)[:1])
        for span in self.spans("so_ky_hieu")[:1]:
            said = _NUMBER.match(span.text)
            self.put("so_ky_hieu", Span(span.paragraph, span.start + (said.end() if said else 0), span.end), "{{ van_ban.so_ky_hieu }}")
        received = self.spans("noi_nhan")
        if len(received) == 1:
            raise self.refused(N_("Mẫu {mau}: không thấy các dòng Nơi nhận."))
        self.each("noi_nhan", received[1:], "noi in noi_nhan", "{{ noi }}")

    def first(self, name: str, spans: Sequence[Span], tag: str) -> None:
        if spans:
            self.put(name, spans[0], tag)
        for span in spans[1:]:
            self.drop(self.element(span), spans[0])

    def each(self, name: str, spans: Sequence[Span], loop: str, tag: str) -> None:
        """Make the lines of a box one that is printed for each."""
        self.first(name, spans, tag)
        if spans:
            element = self.element(spans[0])
            for run in drawn(element):  # a rule stands below the last line alone
                run.addprevious(run_tag("if loop.last"))
                run.addnext(run_tag("endif"))
            element.addprevious(line_tag(f"for {loop}"))
            element.addnext(line_tag("endfor"))

    def above(self, name: str, beside: Sequence[Span]) -> None:
        """Give a box that this paper has no line of its place above another, looking like it: others of the office's papers have it."""
        if self.spans(name) or not beside:
            return
        element = self.element(beside[0])
        line = copy.deepcopy(element)
        texts = [piece for piece in line.iter(W + "t") if piece.text]
        for piece in texts:
            piece.text = "{{ dong }}" if piece is texts[0] else ""
        for one in [*line.iter(W + "drawing", W + "pict", W + "bookmarkStart", W + "bookmarkEnd")]:
            one.getparent().remove(one)
        for bold in [*line.iter(W + "b")] if name == "co_quan_chu_quan" else ():
            bold.set(W + "val", "0")
        first = element.getprevious() if says(element.getprevious(), "for ") else element
        first.addprevious(line_tag(f"for {_LISTS[name]}"))
        first.addprevious(line)
        first.addprevious(line_tag("endfor"))

    def drop(self, element: Element, kept: Span) -> None:
        """Take a further line of a box away; where it shares the paragraph, or holds a section, only its words."""
        if element is not self.element(kept) and element.getparent() is not None and element.find(f".//{W}sectPr") is None:
            self.element(kept).extend(drawn(element))
            element.getparent().remove(element)

    def refused(self, message: str) -> TemplateError:
        hint = N_("Lấy mẫu gốc về sửa: notice-gen templates export; hoặc mở tệp bằng Word, đưa lời văn ra ngoài bảng, khung rồi làm lại.")
        return TemplateError(Problem(message, hint, {"mau": self.label}))

    def holds(self, element: Element) -> bool:
        """Tell whether an element still stands in the body."""
        return self.root in element.iterancestors()

    def top(self, element: Element) -> Element:
        """Return the child of the body that holds *element*."""
        while element.getparent() is not self.root:
            element = element.getparent()
        return element

    def body(self, samples: Mapping[str, Element], table: Sequence[Element], words: Iterable[str]) -> None:
        """Put the loop over the blocks in the place of the body; annexes of the paper go, every notice brings its own."""
        spans = [*self.spans("kinh_gui"), *self.spans("noi_dung")]
        if not spans:
            raise self.refused(N_("Mẫu {mau}: không nhận ra lời văn nào trong tệp."))
        first = min(spans, key=lambda span: span.paragraph.index)
        self.placed.append(Placed("noi_dung", first.paragraph.index + 1, first.text.strip(), "{% for k in tl.noi_dung %}"))
        children = list(self.root)
        held = sorted({children.index(self.top(self.element(span))) for span in spans})
        boxes = [self.element(span) for name in (*_ONE_LINE, *_LISTS, "noi_nhan", "so_ky_hieu") for span in self.spans(name)]
        others = {children.index(self.top(element)) for element in boxes if self.holds(element)}
        if any(held[0] <= at <= held[-1] for at in others):
            raise self.refused(N_("Mẫu {mau}: lời văn nằm chung bảng, khung với tiêu đề hoặc chữ ký."))
        self.without_annexes()
        below = [child for child in children[held[-1] + 1 :] if child.getparent() is self.root and child.tag != W + "sectPr"]
        before = children[held[0]]
        for element in (line_tag("for tl in tai_lieu"), *annex_head(samples["doan"]), *blocks(samples, table, sorted(words))):
            before.addprevious(element)
        for child in children[held[0] : held[-1] + 1]:
            self.root.remove(child)
        after = [line_tag("endif"), line_tag("endfor")]
        if below:
            below[0].addprevious(line_tag("if not tl.kem_theo"))
            for element in reversed(after):
                below[-1].addnext(element)
        else:
            raise self.refused(N_("Mẫu {mau}: không thấy chữ ký dưới lời văn."))

    def without_annexes(self) -> None:
        """Take the annexes of the paper away."""
        for annex in self.file.view.annexes:
            for paragraph in annex.paragraphs:
                origin = self.file.origins.get((paragraph.part, paragraph.index))
                if origin and self.holds(origin.element):
                    self.root.remove(self.top(origin.element))
