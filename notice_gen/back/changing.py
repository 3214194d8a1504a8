"""One round of edits: lines of the page side by side, each change made where its line comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from notice_gen import expressions, markup
from notice_gen.back import leaves, lines, merging, source
from notice_gen.back.comparing import aligned, likeness
from notice_gen.back.editing import Editor, Item
from notice_gen.back.findings import subject
from notice_gen.back.items import Para, items
from notice_gen.back.leaves import Leaf, Origin
from notice_gen.back.lines import HEAD, Line
from notice_gen.back.sections import cell_value
from notice_gen.back.writing import Text, quoted
from notice_gen.check import head
from notice_gen.check.texts import boxed
from notice_gen.check.view import DocumentView, Paragraph, Run, Span
from notice_gen.check.word.lines import is_typed_line
from notice_gen.errors import KeyPath
from notice_gen.expressions import Scope
from notice_gen.reader import Layer
from notice_gen.vietnamese.chu_cai import chu_hoa

_LABEL = re.compile(r"(?:Điều \d{1,3}\.|\d{1,2}[.)/]|[a-zđ]\)|[IVX]{1,6}\.|(?:Chương|Phần) [IVXL]+|(?:Mục|Tiểu mục) \d+)\s+")
_END = re.compile(r"\s*\.?\s*/\s*\.\s*$")
_CLOSED = frozenset({"gui", "can_cu", "kinh_gui", "dien_toi", "kinh_moi", "thanh_phan"})
"""Lists whose marks the program supplies."""
_GROWING = _CLOSED | {"phat_hien", "phu", "noi_dung", "tham_quyen", "thong_tin"}
"""Keys that may take another line, or another item."""
Pairs = Sequence[tuple[Line | None, Line | None]]


class Changes:
    """Gathers what is to be changed in the findings *own*; *gone*: the expressions that gave way, with their words."""

    def __init__(self, own: Layer, editor: Editor, scope: Scope) -> None:
        self._own, self._editor, self._scope = own, editor, scope
        self.gone: list[tuple[str, str]] = []
        self._set: dict[tuple[KeyPath, int], str] = {}
        self._deleted: set[tuple[KeyPath, int]] = set()
        self._inserted: dict[tuple[KeyPath, int, bool], list[str]] = {}
        self._lists: dict[KeyPath, list[Item]] = {}

    # --- running text

    def texts(self, old: DocumentView, new: DocumentView, known: Mapping[int, Origin]) -> None:
        """Take what differs between the paragraphs outside head and tables."""
        pairs = _with_same_number([*aligned(_units(old), _units(new))])
        deleted = [(a.text, known[a.paragraph.index].leaf) for a, b in pairs if a and not b and a.paragraph and a.paragraph.index in known]
        for n, (a, b) in enumerate(pairs):
            here = known.get(a.paragraph.index) if a and a.paragraph else None
            if a and b and a.paragraph and b.paragraph:
                if here:
                    self._changed(here, a.paragraph, b.paragraph)
            elif a and here:
                self._deleted.add((here.leaf.path, here.leaf.line))
            elif b and b.paragraph:
                self._new(b.paragraph, pairs, n, known, _moved(b.text, deleted))

    def _changed(self, origin: Origin, was: Paragraph, now: Paragraph) -> None:
        old, new = _within(was, origin), _within(now, origin)
        if old is None or new is None:
            return
        leaf, name = origin.leaf, _name(origin.leaf.path)
        base = _base(old, leaf.typed)
        before, after = _runs(old, base), _runs(new, base)
        if name in _CLOSED:
            after = _without_end(after)
            before = _without_end(before)
        if _said(before) == _said(after):
            if source.typed(before) == source.typed(after):
                return
        elif _upper_only(leaf, _said(before)) and _said(after) == chu_hoa(_said(after)):
            after = [(_cased(merging.shown(leaf.typed, self._scope), text), style) for text, style in after]
        typed, gone = merging.merged(leaf.typed, after, self._scope)
        self.gone += gone
        self._set[leaf.path, leaf.line] = leaf.mark + typed

    def _new(self, one: Paragraph, pairs: Pairs, n: int, known: Mapping[int, Origin], again: str) -> None:
        """Take a paragraph that was added: behind the one before it, or before the one behind it, whichever stands in the same place."""
        paras = [item for item in items([one], {}) if isinstance(item, Para)]
        if not paras:
            return
        anchor = self._anchor(one, pairs, n, known)
        if anchor is None:
            return
        leaf, behind = anchor
        name = _name(leaf.path)
        for para in paras:
            runs = _runs(para.span, "i" if name == "can_cu" else "")
            if runs and (end := _END.search(runs[-1][0])):
                runs[-1] = (runs[-1][0][: end.start()], runs[-1][1])
            typed = merging.merged(again, runs, self._scope)[0] if again else source.typed(runs)
            if name in _CLOSED:
                typed = typed.rstrip(" ;.,")
            label = _LABEL.match(para.text)
            if name == "tieu_de":
                self._below_title(leaf, para.dash + typed)
                return
            if label and behind and self._section(leaf, para, typed):
                return
            dash = "" if name in _CLOSED or (name == "phat_hien" and para.dash == "- ") or (name == "phu" and para.dash) else para.dash
            self._inserted.setdefault((leaf.path, leaf.line, behind), []).append(dash + typed)

    def _anchor(self, one: Paragraph, pairs: Pairs, n: int, known: Mapping[int, Origin]) -> tuple[Leaf, bool] | None:
        before = next((pair for pair in reversed(pairs[:n]) if pair[0]), None)
        after = next((pair for pair in pairs[n + 1 :] if pair[0]), None)
        found = list[tuple[bool, Leaf, bool]]()
        for pair, behind in ((before, True), (after, False)):
            paragraph = pair[0].paragraph if pair and pair[0] else None
            origin = known.get(paragraph.index) if paragraph else None
            if paragraph is None or origin is None or _column(paragraph) != _column(one):
                continue
            name = _name(origin.leaf.path)
            if name in _GROWING or (name == "tieu_de" and behind):
                found.append((paragraph.style != one.style, origin.leaf, behind))
        return min(found, key=lambda one: one[0])[1:] if found else None

    def _below_title(self, leaf: Leaf, typed: str) -> None:
        path = (*leaf.path[:-1], "noi_dung")
        said = self._at(path)
        if isinstance(said, str):
            self._inserted.setdefault((path, 0, False), []).append(typed)
        elif isinstance(said, list) and said and isinstance(said[0], str):
            self._inserted.setdefault(((*path, 0), 0, False), []).append(typed)
        elif said is None and self._editor.has(path[:-1]) and not any(key[0] == path for key in self._set):
            self._editor.add(path, Text([typed]), after="tieu_de")
            self._set[path, -1] = ""

    def _section(self, leaf: Leaf, para: Para, typed: str) -> bool:
        """Add a section behind that of *leaf*, where the paragraph begins one like it."""
        at = max((n for n, step in enumerate(leaf.path) if step == "muc"), default=-1)
        if at < 0 or not isinstance(leaf.path[at + 1], int):
            return False
        path = leaf.path[: at + 2]
        own = self._at(path)
        if not self._editor.has(path) or not isinstance(own, Mapping) or ("muc" in own and leaf.path[at + 2 :][:1] != ("muc",)):
            return False
        if "tieu_de" in own:
            self._editor.insert_table(path, [f"tieu_de = {quoted(source.typed(_runs(para.span, 'b')))}"])
        else:
            self._editor.insert_table(path, [f"noi_dung = {quoted(typed)}"])
        return True

    # --- tables of figures

    def tables(self, old: DocumentView, new: DocumentView) -> None:
        """Take what differs between the cells of tables."""
        was, now, known = _grids(old), _grids(new), [*tables_of(self._own.data)]
        if len(was) != len(known) or len(was) != len(now):
            return
        for (path, bang), before, after in zip(known, was, now, strict=True):
            if before != after and self._editor.has((*path, "hang")):
                self._table(path, bang, before, after)

    def _table(self, path: KeyPath, bang: Mapping[str, Any], before: Grid, after: Grid) -> None:
        if len(before[0]) != len(after[0]):
            return
        cot, hang = bang.get("cot"), bang.get("hang")
        if not isinstance(cot, list) or not isinstance(hang, list):
            return
        for n, (a, b) in enumerate(zip(before[0], after[0], strict=True)):
            if a != b and n < len(cot):
                self._editor.put((*path, "cot", n, "ten") if isinstance(cot[n], Mapping) else (*path, "cot", n), _bare(b))
        total = len(before) - 1 > len(hang)
        rows, others = before[1 : len(hang) + 1], after[1 : len(after) - total]
        kept: list[Item] = []
        inserted = False
        for kind, i, j, k, m in SequenceMatcher(None, rows, others, autojunk=False).get_opcodes():
            both = min(j - i, m - k) if kind == "replace" else 0
            for n in range(both):
                self._row((*path, "hang", i + n), hang[i + n], rows[i + n], others[k + n])
            kept += [(n, None) for n in range(i, i + both)] if kind == "replace" else []
            if kind == "equal":
                kept += [(n, None) for n in range(i, j)]
            elif kind in {"replace", "insert"}:
                kept += [(None, [cell_value(_bare(cell)) for cell in row]) for row in others[k + both : m]]
                inserted = inserted or m > k + both
        if inserted or len(kept) != len(hang):
            self._editor.items((*path, "hang"), kept)

    def _row(self, path: KeyPath, cells: Any, before: Sequence[str], after: Sequence[str]) -> None:
        for n, (a, b) in enumerate(zip(before, after, strict=True)):
            if a == b or not isinstance(cells, list) or n >= len(cells):
                continue
            typed: Any = cell_value(b if isinstance(cells[n], str) and cells[n].startswith("**") else _bare(b))
            if isinstance(cells[n], str) and "{{" in cells[n]:
                typed, gone = merging.merged(cells[n], [(str(b), "")], self._scope)
                self.gone += gone
            self._editor.put((*path, n), typed)

    # --- the head

    def head(self, old: DocumentView, new: DocumentView) -> None:
        """Take subject, number, date and place."""
        was, now = subject(old), subject(new)
        van_ban = self._own.data.get("van_ban")
        if not isinstance(van_ban, Mapping):
            return
        if was != now and now and isinstance(van_ban.get("trich_yeu"), str):
            typed, gone = merging.merged(van_ban["trich_yeu"], [(now, "")], self._scope)
            self.gone += gone
            self._editor.put(("van_ban", "trich_yeu"), typed)
        a, b = head.date_line(old), head.date_line(new)
        if a and b and b.date and a.date != b.date:
            self._editor.put(("van_ban", "ngay"), b.date)
        if a and b and a.place != b.place and b.place and "dia_danh" in van_ban:
            self._editor.put(("van_ban", "dia_danh"), b.place)
        number, other = head.number(old), head.number(new)
        figure = lines.plain(other.so.text) if other else ""
        if number and figure.isdecimal() and figure != lines.plain(number.so.text) and van_ban.get("so") != "tu-dong" and int(figure):
            self._editor.put(("van_ban", "so"), int(figure))
        name = [" ".join(lines.plain(span.text) for span in boxed(view, "ho_ten")) for view in (old, new)]
        ky = self._own.data.get("ky")
        if name[0] != name[1] and name[1] and isinstance(ky, Mapping) and ky.get("ho_ten") == name[0]:
            self._editor.put(("ky", "ho_ten"), name[1])

    # --- all of it

    def done(self) -> str:
        """Return the text of the findings with what was gathered."""
        paths = {path for path, _ in self._set} | {path for path, _ in self._deleted} | {path for path, _, _ in self._inserted}
        dropped = self._dropped_sections()
        for path in sorted(paths, key=str):
            if self._editor.has(path) and not any(path[: len(section)] == section for section in dropped):
                self._text(path)
        for path, own in self._lists.items():
            if [n for n, _ in own if n is not None] or any(n is None for n, _ in own):
                self._editor.items(path, own)
            else:
                self._editor.remove(path)
        for section in dropped:
            self._editor.drop(section)
        return self._editor.done()

    def _dropped_sections(self) -> list[KeyPath]:
        """Return the sections of which nothing is left."""
        found: list[KeyPath] = []
        sections = {path[: n + 2] for path, _ in self._deleted for n, step in enumerate(path[:-1]) if step == "muc"}
        for section in sorted(sections, key=len):
            own = self._at(section)
            _, texts = leaves.marked({"muc": own})
            said = {((*section, *leaf.path[1:]), leaf.line) for leaf in texts}
            kept = any(True for _ in tables_of({"muc": [own]})) or any(path[: len(section)] == section for path, _, _ in self._inserted)
            inside = any(section[: len(one)] == one for one in found)
            if said <= self._deleted and not kept and not inside and self._editor.has(section):
                found.append(section)
        return found

    def _text(self, path: KeyPath) -> None:
        said = self._at(path)
        if not isinstance(said, str):
            return
        own, out, items_before, items_after = leaves.lines_of(said), list[tuple[int | None, str]](), list[str](), list[str]()
        home = _home(path)
        for n, line in enumerate(own):
            before, after = (self._inserted.get((path, n, behind), []) for behind in (False, True))
            as_items = home is not None and len(own) == 1
            if as_items:
                items_before += before
                items_after += [text for text in after if not text.startswith("+ ")]
                after = [text for text in after if text.startswith("+ ")]
                before = []
            out += [(None, text) for text in before]
            if (path, n) not in self._deleted:
                out.append((n, self._set.get((path, n), line)))
            out += [(None, text) for text in after]
        changed = [(n, text) for n, text in out] != [*enumerate(own)]
        if home is not None and (items_before or items_after or not out):
            self._item(home, path, out, items_before, items_after, changed=changed)
        elif not out:
            self._editor.remove(path)
        elif changed and len(own) == 1 and len(out) == 1:
            self._editor.put(path, out[0][1])
        elif changed:
            self._editor.lines(path, out)

    def _item(
        self, home: tuple[KeyPath, int], path: KeyPath, out: Sequence[tuple[int | None, str]], before: list[str], after: list[str],
        *, changed: bool,
    ) -> None:  # fmt: skip
        listed, n = home
        whole = self._at(listed)
        own = self._lists.setdefault(listed, [(i, None) for i in range(len(whole))] if isinstance(whole, list) else [])
        at = next((i for i, (k, _) in enumerate(own) if k == n), len(own))
        if not out and at < len(own):
            del own[at]
            at -= 1
        elif changed and path == (*listed, n):
            own[at] = (n, out[0][1] if len(out) == 1 else Text(text for _, text in out))
        elif changed:
            self._editor.lines(path, out)
        own[at + 1 : at + 1] = [(None, text) for text in after]
        if before:
            at = max(at, 0)
            own[at:at] = [(None, text) for text in before]

    def _at(self, path: KeyPath) -> Any:
        data: Any = self._own.data
        for step in path:
            try:
                data = data[step]
            except (KeyError, IndexError, TypeError):
                return None
        return data


Grid = list[tuple[str, ...]]


def _with_same_number(pairs: Pairs) -> Pairs:
    """Return *pairs* with a line that goes and one that comes in its place as one changed, where both bear the same number."""
    out: list[tuple[Line | None, Line | None]] = []
    for a, b in pairs:
        above = out[-1][0] if out and out[-1][1] is None else None
        if a is None and b and above and _number(above) and _number(above) == _number(b):
            out[-1] = (above, b)
        else:
            out.append((a, b))
    return out


def _number(line: Line) -> str:
    found = _LABEL.match(lines.plain(line.paragraph.text)) if line.paragraph else None
    return found[0] if found else ""


def _moved(text: str, deleted: Sequence[tuple[str, Leaf]]) -> str:
    """Return how the line was typed that has moved here, maybe with other words, among those *deleted*; empty for none."""
    said, leaf = max(((likeness(one, text), leaf) for one, leaf in deleted), key=lambda pair: pair[0], default=(0.0, None))
    return leaf.typed if leaf and said else ""


def _units(view: DocumentView) -> list[Line]:
    """Return the paragraphs outside head and tables of figures, each as it is compared: without its number and its last mark."""
    heads = {lines.key(span.paragraph) for span in boxed(view, *HEAD)}
    return [
        Line("", _key(one.text), one) for one in view.paragraphs
        if one.text.strip() and lines.key(one) not in heads and not (one.cell and one.cell.borders) and not is_typed_line(one.text)
    ]  # fmt: skip


def _key(text: str) -> str:
    said = lines.plain(text)
    label = _LABEL.match(said)
    return said[label.end() if label else 0 :].rstrip(" ;.,:/") or said


def _within(one: Paragraph, origin: Origin) -> Span | None:
    """Return the leaf's own words in a paragraph; None where what stands around them is no longer there."""
    text = one.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if origin.before:
        shown = source.clean(text[start:end])
        label, mine = _LABEL.match(shown), _LABEL.fullmatch(origin.before)
        if mine and label:
            start += label.end()
        elif shown.startswith(origin.before):
            start += len(origin.before)
        elif origin.before.strip() in {"-", "+"} and shown[:1] in {"-", "–", "+", "•"}:
            start += len(shown) - len(shown[1:].lstrip())
        else:
            return None
    if origin.after and text[start:end].endswith(origin.after):
        end -= len(origin.after)
    elif found := _END.search(text, start, end):
        end = found.start() + (text[found.start() : found.start() + 1] == ".")
    return Span(one, start, max(end, start))


def _runs(span: Span, without: str) -> list[tuple[str, str]]:
    def style(run: Run) -> str:
        looks = (("b", run.bold), ("i", run.italic), ("u", run.underline))
        return "".join(letter for letter, on in looks if on and letter not in without)

    text = span.paragraph.text
    cut = ((text[max(run.start, span.start) : min(run.end, span.end)], run) for run in span.paragraph.runs_of(span.start, span.end))
    return _trimmed([(source.clean(piece.upper() if run.caps else piece), style(run)) for piece, run in cut if piece])


def _trimmed(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    while runs and not runs[0][0].strip():
        runs = runs[1:]
    while runs and not runs[-1][0].strip():
        runs = runs[:-1]
    if runs:
        runs[0] = (runs[0][0].lstrip(), runs[0][1])
        runs[-1] = (runs[-1][0].rstrip(), runs[-1][1])
    return runs


def _without_end(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [*runs[:-1], (runs[-1][0].rstrip(" ;.,"), runs[-1][1])] if runs else runs


def _said(runs: Sequence[tuple[str, str]]) -> str:
    return " ".join("".join(text for text, _ in runs).split())


def _base(span: Span, typed: str) -> str:
    """Return the letters of emphasis that a place on the page gives by itself: all words have them, and not all are marked so."""
    styles = [style for _, style in markup.spans(expressions.pieces(typed))]
    runs = span.runs
    return "".join(
        letter for letter, on in (("b", lambda run: run.bold), ("i", lambda run: run.italic), ("u", lambda run: run.underline))
        if runs and all(map(on, runs)) and not (styles and all(letter in style for style in styles))
    )  # fmt: skip


def _upper_only(leaf: Leaf, shown: str) -> bool:
    """Tell whether a text is printed in capitals that it is not typed in."""
    return shown == chu_hoa(shown) and leaf.typed != chu_hoa(leaf.typed)


def _cased(typed: str, shown: str) -> str:
    """Return *shown*, in capitals, with the letters of the words that *typed* has too."""
    known = {chu_hoa(word): word for word in typed.split()}
    return " ".join(known.get(word, word.lower()) for word in shown.split(" "))


def _name(path: KeyPath) -> str:
    """Return the key that says what a text is: a finding's ``noi_dung`` is a ``phat_hien``."""
    names = [step for step in path if isinstance(step, str)]
    return "phat_hien" if names[-2:] == ["phat_hien", "noi_dung"] else names[-1]


def _home(path: KeyPath) -> tuple[KeyPath, int] | None:
    """Return the list in which a text is an item, and which."""
    if isinstance(path[-1], int):
        return path[:-1], path[-1]
    if len(path) > 2 and path[-1] == "noi_dung" and path[-3] == "phat_hien" and isinstance(path[-2], int):
        return path[:-2], path[-2]
    return None


def _column(one: Paragraph) -> int | None:
    return one.cell.column if one.cell else None


def _bare(cell: str) -> str:
    inner = cell.removeprefix("**").removesuffix("**")
    return inner if cell == f"**{inner}**" and "**" not in inner else cell


def _grids(view: DocumentView) -> list[Grid]:
    """Return the cells of the tables of figures, as a findings file has them."""
    found: dict[int, dict[tuple[int, int], list[str]]] = {}
    for one in view.paragraphs:
        if one.cell and one.cell.borders:
            here = found.setdefault(one.cell.table, {}).setdefault((one.cell.row, one.cell.grid), [])
            here += [item.typed() for item in items([_alone(one)], {}) if isinstance(item, Para)]
    grids = []
    for cells in found.values():
        width, height = max(column for _, column in cells) + 1, max(row for row, _ in cells) + 1
        if width > 1:
            grids.append([tuple(" ".join(cells.get((row, column), ())) for column in range(width)) for row in range(height)])
    return grids


def _alone(one: Paragraph) -> Paragraph:
    return replace(one, cell=None)


def tables_of(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """Yield the tables of figures of findings, in the order of the page, each with its path."""
    for key in ("muc", "van_ban_kem_theo", "phu_luc"):
        for n, one in enumerate(data.get(key, ()) if isinstance(data.get(key), list) else ()):
            if key == "muc":
                yield from _of_section(one, (key, n))
            else:
                for m, inner in enumerate(one.get("muc", ())):
                    yield from _of_section(inner, (key, n, "muc", m))
                yield from _own_tables(one, (key, n))


def _of_section(muc: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    if isinstance(muc, Mapping):
        yield from _own_tables(muc, path)
        for n, inner in enumerate(muc.get("muc", ())):
            yield from _of_section(inner, (*path, "muc", n))


def _own_tables(one: Mapping[str, Any], path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    bang = one.get("bang")
    if isinstance(bang, Mapping):
        yield (*path, "bang"), bang
    for n, each in enumerate(bang if isinstance(bang, list) else ()):
        yield (*path, "bang", n), each
