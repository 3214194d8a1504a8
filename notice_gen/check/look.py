"""How a component is printed, against what the decree asks of it: size, weight, slant, capitals, place, rule below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from notice_gen.check.fault import Fault, Mend, Rule
from notice_gen.check.view import DocumentView, Line, Paragraph, Run, Span
from notice_gen.errors import N_
from notice_gen.legal import ThanhPhan
from notice_gen.typography import width_mm
from notice_gen.vietnamese.con_so import so

# Components whose name in the view is not their key in the decree's data.
_KEYS = {
    "co_quan_chu_quan": "chu_quan", "dia_danh_ngay": "dia_danh", "chuc_vu": "quyen_han", "do_khan": "khan", "pham_vi": "luu_hanh",
    "ky_hieu_nguoi_soan": "nguoi_soan",
}

_KIEU = {
    (True, False): N_("{ten} phải là chữ đứng, đậm."), (False, True): N_("{ten} phải là chữ nghiêng, không đậm."),
    (True, True): N_("{ten} phải là chữ nghiêng, đậm."), (False, False): N_("{ten} phải là chữ đứng, không đậm."),
}

WITHOUT_SUBJECT = frozenset({"GGT", "GNP"})
"""Types whose form has no subject below its name (Phụ lục III, mẫu 1.8, 1.10)."""


def spans(view: DocumentView, *names: str) -> tuple[Span, ...]:
    """Return the lines of the named components that were found, without the empty ones."""
    if (spans, names) not in view.memory:
        found = (view.components[name] for name in names if name in view.components)
        view.memory[spans, names] = tuple(span for component in found for span in component.spans if span.text.strip())
    lines: tuple[Span, ...] = view.memory[spans, names]
    return lines


def boxes(*names: str) -> Callable[[DocumentView], tuple[Span, ...]]:
    """Return what a rule looks at that is about the lines of the named components; as :func:`spans`."""
    return lambda view: spans(view, *names)


def asked(view: DocumentView, name: str) -> ThanhPhan:
    """Return what the decree asks of a component, by its name in the view or its key in the data."""
    return view.law.thanh_phan[_KEYS.get(name, name)]


def size_of(rule: Rule, span: Span, part: ThanhPhan) -> Iterator[Fault]:
    """Yield a fault when some characters of *span* have a size not allowed for *part*."""
    sizes = (Decimal(str(run.size)) for run in span.runs)
    wrong = next((one for one in sizes if not part.co_chu.allows(one)), None)
    if wrong is not None:
        low, high = part.co_chu.minimum, part.co_chu.maximum
        right = low if low is not None and wrong < low else high
        yield rule.at(
            span, N_("{ten}: cỡ chữ {co}, quy định {khoang}."), N_("Chọn dòng này, đặt cỡ chữ {dung}."),
            mend=Mend("run", {"size": float(right or part.co_chu.default)}), ten=part.ten, co=so(wrong), khoang=part.co_chu.text,
            dung=so(right or part.co_chu.default),
        )


def style_of(rule: Rule, span: Span, part: ThanhPhan) -> Iterator[Fault]:
    """Yield a fault when some letters of *span* are not as bold or as slanted as *part* asks."""
    if any((run.bold, run.italic) != (part.dam, part.nghieng) for run in lettered(span)):
        mend = Mend("run", {"bold": part.dam, "italic": part.nghieng})
        hint = N_("Chọn dòng này rồi bật, tắt nút B (đậm) và I (nghiêng) cho đúng.")
        yield rule.at(span, _KIEU[part.dam, part.nghieng], hint, mend=mend, ten=part.ten)


def lettered(span: Span) -> tuple[Run, ...]:
    """Return the looks of *span* that hold a letter or a figure; marks alone are told from nothing else."""
    text = span.paragraph.text
    return tuple(run for run in span.runs if any(c.isalnum() for c in text[run.start : run.end]))


def underlined(span: Span) -> Iterator[Span]:
    """Yield where letters of *span* are underlined, addresses of mail and of sites left out."""
    for run in span.runs:
        text = span.paragraph.text[run.start : run.end]
        if run.underline and any(map(str.isalpha, text)) and not re.search(r"@|://|www\.|\.vn\b", text):
            yield Span(span.paragraph, run.start, run.end)


def other_colour(run: Run) -> str:
    """Return the colour of *run* when it is none of black: nearly black prints black, and white does not print at all."""
    if len(run.color) != 6 or run.color == "FFFFFF":
        return ""
    try:
        return run.color if max(bytes.fromhex(run.color)) > 0x40 else ""
    except ValueError:
        return ""


def stretches(paragraph: Paragraph, wrong: Callable[[Run], str]) -> Iterator[tuple[Span, str]]:
    """Yield where letters stand with something wrong in their look, and what; runs side by side with the same are one.

    Args:
        paragraph: where to look.
        wrong: says what is wrong with a run, nothing when it is right.
    """
    found: list[tuple[int, int, str]] = []
    text = paragraph.text
    for run in paragraph.runs:
        said = wrong(run)
        if not said or not any(map(str.isalnum, text[run.start : run.end])):
            continue
        if found and found[-1][2] == said and not text[found[-1][1] : run.start].strip():
            found[-1] = (found[-1][0], run.end, said)
        else:
            found.append((run.start, run.end, said))
    yield from ((Span(paragraph, start, end), said) for start, end, said in found)


def capitals(span: Span) -> bool:
    """Tell whether every letter of *span* is shown as a capital."""
    text = span.paragraph.text
    return all(run.caps or text[run.start : run.end] == text[run.start : run.end].upper() for run in span.runs)


def centred_of(rule: Rule, span: Span, part: ThanhPhan) -> Iterator[Fault]:
    """Yield a fault when a line is alone in its paragraph and not centred."""
    whole = span.paragraph.text.strip() == span.text.strip()
    if whole and not placed_by_hand(span.paragraph) and span.paragraph.align != "center":
        mend = Mend("paragraph", {"align": "center", "first_line": 0.0, "left": 0.0, "right": 0.0})
        yield rule.at(span, N_("{ten} phải canh giữa."), N_("Đặt con trỏ vào dòng này, bấm Ctrl+E."), mend=mend, ten=part.ten)


def placed_by_hand(paragraph: Paragraph) -> bool:
    """Tell whether tabs, spaces or indents put the words where they stand: nobody can tell how near the middle that is."""
    typed = "\t" in paragraph.text or paragraph.text.startswith(("  ", "\u00a0"))
    return typed or paragraph.first_line + paragraph.left - paragraph.right > (5 if paragraph.cell is not None else 30)


def rule_below(view: DocumentView, last: Span) -> Line | None:
    """Return the line drawn under a component: below its last paragraph, or in the empty ones after it."""
    if last.paragraph.lines:
        return last.paragraph.lines[0]
    at = next((i for i, paragraph in enumerate(view.paragraphs) if paragraph is last.paragraph), len(view.paragraphs))
    for paragraph in view.paragraphs[at + 1 : at + 3]:
        if paragraph.cell != last.paragraph.cell:
            break
        if paragraph.lines:
            return paragraph.lines[0]
        if paragraph.text.strip():
            break
    return None


def no_rule_below(rule: Rule, view: DocumentView, name: str, *above: str) -> Iterator[Fault]:
    """Yield a fault when no line is under the named component, nor drawn from its lines or from the components *above*."""
    lines = spans(view, name)
    drawn = any(span.paragraph.lines for span in spans(view, *above, name))
    if lines and not drawn and rule_below(view, lines[-1]) is None:
        yield rule.at(
            lines[-1], N_("Không thấy đường kẻ dưới {ten}."),
            N_("Vẽ đường kẻ ngang, nét liền bằng Insert > Shapes > Line, ngay dưới dòng này."), ten=asked(view, name).ten,
        )


def rule_length(rule: Rule, view: DocumentView, name: str, low: Decimal, high: Decimal) -> Iterator[Fault]:
    """Yield a fault when the line under a component is shorter or longer than allowed.

    Args:
        rule: whose fault it is.
        view: the file.
        name: the component.
        low: the shortest, as a share of the text's line above.
        high: the longest.
    """
    lines = spans(view, name)
    line = rule_below(view, lines[-1]) if lines else None
    if line is None or not line.width:
        return
    widths = [width(Span(one.paragraph, *ends)) for one in lines for ends in _rows(one)]
    if not widths:
        return
    # A long subject is broken by Word, we do not know where: a row is then as wide as the page at most.
    page = text_width(view, lines[-1].paragraph)
    over = [one % page for one in widths if one > page]  # the last row of a long one, at least
    shortest, longest = min(*widths, *over, page), min(max(widths), page)
    # A border of a paragraph in a cell begins where the cell's padding ends, and programs differ on that.
    padding = Decimal(4) if line.kind == "border" else Decimal(1)
    slack = Decimal("0.05")

    def fits(drawn: Line) -> bool:
        length = Decimal(drawn.width or 0)
        return (low - slack) * Decimal(shortest) - padding <= length <= (high + slack) * Decimal(longest) + padding

    # Where tabs put two boxes on one line, either rule may be this one's.
    if any(map(fits, lines[-1].paragraph.lines)):
        return
    if not fits(line):
        yield rule.at(
            lines[-1], N_("Đường kẻ dưới {ten} dài {dai} mm, quy định {tu} đến {den} mm (dòng chữ dài {dong} mm)."),
            N_("Chọn đường kẻ, sửa chiều dài (Shape Format > Width) rồi đặt cân đối dưới dòng chữ."), ten=asked(view, name).ten,
            dai=so(Decimal(line.width), le=0), tu=so(low * Decimal(shortest), le=0), den=so(high * Decimal(longest), le=0),
            dong=so(Decimal(longest), le=0),
        )


def _rows(span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for row, broken in re.findall(r"([^\n]*?)(\n| {8,}|$)", span.text):
        if row.strip():
            yield start, start + len(row)
        start += len(row) + len(broken)


def width(span: Span) -> float:
    """Return how wide *span* prints on one line, mm."""
    total = 0.0
    for run in span.paragraph.runs:
        piece = span.paragraph.text[max(run.start, span.start) : min(run.end, span.end)]
        if run.start < span.end and run.end > span.start:
            total += width_mm(piece.upper() if run.caps else piece, size_pt=run.size, bold=run.bold, italic=run.italic)
    return total


def text_width(view: DocumentView, paragraph: Paragraph) -> float:
    """Return how wide the page's text is between the indents of *paragraph*, mm; a column of the head is narrower."""
    if not view.sections:
        width_, height = view.law.kho_giay
        return float(min(width_, height))
    page = view.sections[min(paragraph.section, len(view.sections) - 1)]
    return page.width - page.left - page.right - paragraph.left - paragraph.right
