"""What was edited in the printed Word file, taken into the findings file it was printed from.

The findings are printed again, with marks that tell which text each line of the page comes from.  Lines that still say the same keep their
text; what differs is changed there, one place at a time; and once more, until the page says what the edited file says or nothing helps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from notice_gen import reader
from notice_gen.back import cells, changing, leaves, lines, looks, merging
from notice_gen.back.comparing import Difference, differences
from notice_gen.back.editing import Editor
from notice_gen.back.lines import Line
from notice_gen.back.printing import Printed, anyway, printed
from notice_gen.check.read import read
from notice_gen.check.view import DocumentView
from notice_gen.errors import InputError
from notice_gen.reader import Layer
from notice_gen.records import record, replace
from notice_gen.templates import Template

_MOST = 6  # times; each finds what the one before made plain


@record
class Taken:
    """What came of it.

    Attributes:
        text: the findings file with the edits in it.
        found: where the edited paper differs from what the findings printed.
        left: where it still does.
        gone: expressions that gave way to what was typed, each with the words typed.
        looks: formatting that a findings file does not say, each as a difference of looks.
    """

    text: str
    found: tuple[Difference, ...] = ()
    left: tuple[Difference, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    looks: tuple[looks.Look, ...] = ()


def taken(layers: Sequence[Layer], used: Template, edited: DocumentView, today: date) -> Taken:
    """Take the edits of a paper into its findings.

    Args:
        layers: the findings' layers, their own last.
        used: their template.
        edited: the paper as it came back.
        today: gives a draft its year and its law.

    Raises InputError: the findings cannot be printed, so nothing tells what was edited.
    """
    new = lines.lines(edited)
    own, before = layers[-1], printed(layers, used, today)
    if not before.docx or own.problems:
        raise InputError(before.problems or own.problems)
    found = _differ(before, new, layers)
    best, left, gone = own, found, list[tuple[str, str]]()
    view = read(before.docx, today)
    first_looks = [*looks.changed(view, edited)]
    now = before
    for _ in range(_MOST):
        text, lost = _once([*layers[:-1], best], used, now, edited, today)
        if text == best.text:
            break
        try:
            layer = reader.parse(text.encode(), file=own.file)
        except InputError:
            break
        after = printed([*layers[:-1], layer], used, today)
        remains = _differ(after, new, layers)
        if not after.docx or _cost(remains, layer, after, today) > _cost(left, best, now, today):
            break
        best, left, now, gone = layer, remains, after, [*gone, *lost]
        if not remains and not _emphasis(after, edited, today):
            break
    return Taken(best.text, tuple(found), tuple(left), tuple(gone), tuple(first_looks))


def _emphasis(now: Printed, edited: DocumentView, today: date) -> bool:
    return any(True for _ in looks.emphasised(read(now.docx, today), edited))


def _differ(now: Printed, new: Sequence[Line], layers: Sequence[Layer]) -> list[Difference]:
    """Return where a paper differs, but for a number that only the register knows."""
    found = differences(now.lines, new)
    if any(table.data.get("van_ban", {}).get("so") == "tu-dong" for table in layers if isinstance(table.data.get("van_ban"), Mapping)):
        found = [one for one in found if one.box != "so_ky_hieu"]
    return found


def _cost(found: Sequence[Difference], own: Layer, now: Printed, today: date) -> int:
    """Return how far two papers are apart, by letters; cells that are worked out do not count: they follow what is typed, and are told."""
    worked_out = cells.computed(own.data, read(now.docx, today)) if any(one.box == "bang" for one in found) else frozenset()
    typed = (one for one in found if worked_out.isdisjoint(_places(one)))
    return sum(1 + sum(len(text) for kind, text in one.words if kind != "=") for one in typed)


def _places(one: Difference) -> Iterator[tuple[int, int, int]]:
    """Yield the cells in which a difference stands."""
    for line in (one.before, one.after):
        if line and line.paragraph and (cell := line.paragraph.cell):
            yield cell.table, cell.row, cell.grid


def _once(
    layers: Sequence[Layer], used: Template, now: Printed, edited: DocumentView, today: date
) -> tuple[str, list[tuple[str, str]]]:
    """Make one round of edits; return the text, and the expressions that gave way."""
    own = layers[-1]
    tree, found = leaves.marked(own.data)
    docx, _ = anyway([*layers[:-1], replace(own, data=tree)], used, today)
    scope = now.scope
    view = read(now.docx, today)
    if scope is None:
        return own.text, []
    shown = {leaf: merging.shown(leaf.typed, scope) for leaf in found}
    known = leaves.origins(view, read(docx, today), found, shown) if docx else {}
    work = changing.Changes(own, Editor(own.text, own.file), scope)
    work.take(view, edited, known)
    return work.done(), work.gone

