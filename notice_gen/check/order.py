"""The order of the numbers before paragraphs: each follows the one before, a list begins with one and says it once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Rule
from notice_gen.check.outline import LEVELS, RIGHT_MARK, Label, labels, steps
from notice_gen.check.texts import nfc, prose
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

_AGAIN = N_("“{so}” đứng sau “{truoc}”: trùng số thứ tự.")


def out_of_order(rule: Rule, view: DocumentView, *levels: str) -> Iterator[Fault]:
    """Yield a fault for each number of these levels that neither follows the one before nor begins anew."""
    for label, first in _begun_wrongly(view):
        if label.level in levels and first is None:
            hint = N_("Đánh lại số thứ tự từ đầu, hoặc thêm mục còn thiếu.")
            yield rule.at(label.place, N_("Số thứ tự bắt đầu từ “{so}”, không thấy số đầu."), hint, so=label.shown)
        elif label.level in levels and first is not None:
            yield rule.at(label.place, _AGAIN, N_("Đánh lại số thứ tự, rồi sửa các chỗ viện dẫn."), so=label.shown, truoc=first.shown)
    for before, label in steps(view):
        if label.level not in levels or before is None or not before.value or label.value in {0, 1, before.value + 1}:
            continue
        if label.value == before.value + 2 and re.search(rf"(?<!\d){before.value + 1}[.)]\s", before.span.text[len(before.shown) :]):
            continue  # the number between stands beside the one before, on its line
        yield rule.at(
            label.place, N_("“{so}” đứng sau “{truoc}”: sai thứ tự hoặc thiếu số ở giữa."),
            N_("Đánh lại số thứ tự, rồi sửa các chỗ viện dẫn."), so=label.shown, truoc=before.shown,
        )


_FIRST = {
    "phần": r"Phần (?:thứ )?(?:I|1|nhất|một)\b", "chương": r"Chương (?:I|1|một)\b", "mục": r"Mục (?:1|I)\b",
    "mục La Mã": r"(?<!\w)I[.)/]", "Điều": r"Điều 1\b", "khoản": r"(?<![\w.])0?1[.)/]", "điểm": r"(?<!\w)a[.)/]",
}
"""How a first number looks that stands within a line, where none is counted."""


def _begun_wrongly(view: DocumentView) -> Iterator[tuple[Label, Label | None]]:
    """Yield the first number of a list that is not one, and, with the one before, a number one that comes again with no heading between."""
    running, numbered = prose(view), {label.span.paragraph.index for label in labels(view)}
    place_of = {span.paragraph.index: place for place, span in enumerate(running)}
    last: dict[str, tuple[int, int]] = {}  # by level, where its last number stands and what it counts
    for before, label in steps(view):
        here = place_of[label.span.paragraph.index]
        judged = _judged(view, label)
        if judged and before is None and label.value not in {1, last.get(label.level, (0, 0))[1] + 1}:
            if _lacks_first(label, running[_begin(last, label.level) : here]):
                yield label, None
        elif judged and before is not None and _comes_again(before, label):
            between = running[place_of[before.span.paragraph.index] + 1 : here]
            if not any(_may_lead(one, one.paragraph.index in numbered) for one in between):
                yield label, before
        last[label.level] = here, label.value


def _judged(view: DocumentView, label: Label) -> bool:
    """Tell whether a number is typed in the text of a paper, this one or one that it issues; an annex is free."""
    return label.typed > 0 and (label.annex == -1 or view.annexes[label.annex].ten is None)


def _begin(last: dict[str, tuple[int, int]], level: str) -> int:
    """Return where the last number of a wider level stands."""
    return max((last[one][0] for one in LEVELS[: LEVELS.index(level)] if one in last), default=0)


def _comes_again(before: Label, label: Label) -> bool:
    return label.value == 1 and (before.value == 1 or label.level not in RIGHT_MARK)


def _lacks_first(label: Label, since: list[Span]) -> bool:
    """Tell whether a list that begins with *label* has no first number, not even within a line."""
    first = _FIRST.get(label.level)
    usual = label.mark in {"", RIGHT_MARK.get(label.level, ".")}
    return first is not None and usual and not any(re.search(first, nfc(one.text)) for one in since)


def _may_lead(span: Span, numbered: bool) -> bool:
    """Tell whether a list may begin anew below a line: it leads to one, or is a heading that has no number of these."""
    text = nfc(span.text).strip()
    bold, middle = all(run.bold for run in look.lettered(span)), span.paragraph.align == "center"
    heads = bold or middle or text == text.upper() or re.match(r"[A-ZĐ][.)/ -]", text) is not None
    return text.endswith(":") or (heads and not numbered)
