"""One round of edits: lines of the page side by side, each change made where its line comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notice_gen import toml_text
from notice_gen.back import cells, heads, leaves, lines, merging, numbered, source
from notice_gen.back.casing import Casing
from notice_gen.back.comparing import aligned, likeness
from notice_gen.back.editing import Editor, Item
from notice_gen.back.items import Para, items
from notice_gen.back.leaves import Leaf, Origin
from notice_gen.back.lines import HEAD, Line
from notice_gen.back.numbered import Pairs
from notice_gen.back.words import END, LABEL, base, cased, runs, said, upper_only, within, without_end
from notice_gen.back.writing import Text, valued
from notice_gen.check.texts import boxed
from notice_gen.check.view import DocumentView, Paragraph
from notice_gen.check.word.lines import is_typed_line
from notice_gen.errors import KeyPath
from notice_gen.expressions import Scope
from notice_gen.reader import Layer, value_at
from notice_gen.vietnamese.chu_cai import chu_hoa

_CLOSED = frozenset({"gui", "can_cu", "kinh_gui", "dien_toi", "kinh_moi", "thanh_phan"})
"""Lists whose marks the program supplies."""
_GROWING = _CLOSED | {"phat_hien", "phu", "noi_dung", "tham_quyen", "thong_tin"}
"""Keys that may take another line, or another item."""
_POSTS = {"quyen_han", "chuc_vu", "chuc_vu_khac"}


class Changes:
    """Gathers what is to be changed in the findings *own*; *gone*: the expressions that gave way, with their words."""

    def __init__(self, own: Layer, editor: Editor, scope: Scope) -> None:
        self._own, self._editor, self._scope = own, editor, scope
        self.gone: list[tuple[str, str]] = []
        self._set: dict[tuple[KeyPath, int], str] = {}
        self._deleted: set[tuple[KeyPath, int]] = set()
        self._inserted: dict[tuple[KeyPath, int, bool], list[str]] = {}
        self._lists: dict[KeyPath, list[Item]] = {}

    def take(self, old: DocumentView, new: DocumentView, known: Mapping[int, Origin]) -> None:
        """Take whatever differs between two papers; *known*: where the lines of the old one come from."""
        self._casing = Casing(new)
        self._texts(old, new, known)
        for take in (cells.take, heads.take):
            self.gone += take(self._own.data, self._editor, self._scope, old, new)

    def _texts(self, old: DocumentView, new: DocumentView, known: Mapping[int, Origin]) -> None:
        pairs = numbered.with_same_number([*aligned(_units(old), _units(new))])
        deleted = [(a.text, origin.leaf) for a, b in pairs if a and not b and (origin := _origin(a, known))]
        self._deleted = {(leaf.path, leaf.line) for _, leaf in deleted}
        done = set[int]()
        for n, (a, b) in enumerate(pairs):
            here = _origin(a, known)
            if b is None or b.paragraph is None or n in done:
                continue
            if a is None and (section := self._section(pairs, n, known)):
                done |= section
            elif a is None:
                self._new(b.paragraph, self._anchor(b.paragraph, pairs, n, known), _moved(b.text, deleted))
            elif here and a.paragraph:
                self._changed(here, a.paragraph, b.paragraph)

    def _changed(self, origin: Origin, was: Paragraph, now: Paragraph) -> None:
        old, new = within(was, origin), within(now, origin)
        if old is None or new is None:
            return
        leaf = origin.leaf
        of_place = base(old, leaf.typed)
        before, after = runs(old, of_place), runs(new, of_place)
        if _name(leaf.path) in _CLOSED:
            before, after = without_end(before), without_end(after)
        if said(before) == said(after):
            if source.typed(before) == source.typed(after):
                return
        elif upper_only(leaf, said(before)) and said(after) == chu_hoa(said(after)):
            spell = self._casing.post if _name(leaf.path) in _POSTS else self._casing.name
            after = [(cased(merging.shown(leaf.typed, self._scope), text, spell(text)), style) for text, style in after]
        typed, gone = merging.merged(leaf.typed, after, self._scope)
        self.gone += gone
        self._set[leaf.path, leaf.line] = leaf.mark + typed

    def _new(self, one: Paragraph, anchor: tuple[Leaf, bool] | None, again: str) -> None:
        """Take a paragraph that was added, at its *anchor*; *again*: how it was typed where it stood before."""
        for para in (item for item in items([one], {}) if isinstance(item, Para) and anchor):
            leaf, behind = anchor  # type: ignore[misc]
            name = _name(leaf.path)
            typed = self._typed(para, name, again)
            if name == "tieu_de":
                self._below_title(leaf, para.dash + typed)
                return
            self._inserted.setdefault((leaf.path, leaf.line, behind), []).append(_dash(name, para) + typed)

    def _typed(self, para: Para, name: str, again: str) -> str:
        words = runs(para.span, "i" if name == "can_cu" else "")
        if words and (end := END.search(words[-1][0])):
            words[-1] = (words[-1][0][: end.start()], words[-1][1])
        typed = merging.merged(again, words, self._scope)[0] if again else source.typed(words)
        return typed.rstrip(" ;.,") if name in _CLOSED else typed

    def _anchor(self, one: Paragraph, pairs: Pairs, n: int, known: Mapping[int, Origin]) -> tuple[Leaf, bool] | None:
        before = next((pair for pair in reversed(pairs[:n]) if pair[0]), None)
        after = next((pair for pair in pairs[n + 1 :] if pair[0]), None)
        found = list[tuple[bool, Leaf, bool]]()
        for pair, behind in ((before, True), (after, False)):
            paragraph, origin = (pair[0].paragraph, _origin(pair[0], known)) if pair and pair[0] else (None, None)
            if paragraph is None or origin is None or _column(paragraph) != _column(one):
                continue
            name = _name(origin.leaf.path)
            if name in _GROWING or (name == "tieu_de" and behind):
                found.append((paragraph.style != one.style, origin.leaf, behind))
        return min(found, key=lambda one: one[0])[1:] if found else None

    def _below_title(self, leaf: Leaf, typed: str) -> None:
        path = (*leaf.path[:-1], "noi_dung")
        there = value_at(self._own.data, path)
        if isinstance(there, str):
            self._inserted.setdefault((path, 0, False), []).append(typed)
        elif isinstance(there, list) and there and isinstance(there[0], str):
            self._inserted.setdefault(((*path, 0), 0, False), []).append(typed)
        elif there is None and self._editor.has(path[:-1]) and not any(key[0] == path for key in self._set):
            self._editor.add(path, Text([typed]), after="tieu_de")
            self._set[path, -1] = ""

    def _section(self, pairs: Pairs, n: int, known: Mapping[int, Origin]) -> set[int]:
        """Add a section where new line *n* begins one, with the new lines below it; return these lines, none where it does not."""
        place = numbered.place(pairs, n, known)
        own = value_at(self._own.data, place.path) if place else None
        if place is None or not isinstance(own, Mapping) or not self._editor.has_table(place.path):
            return set()
        lines_of_it = (n, *numbered.below(pairs, n))
        new = [one.paragraph for _, one in (pairs[k] for k in lines_of_it) if one and one.paragraph]
        title, *rest = (item for item in items(new, {}) if isinstance(item, Para))
        words = source.typed(runs(numbered.without_number(title.span), "b" if "tieu_de" in own else ""))
        texts = [para.dash + self._typed(para, "", "") for para in rest]
        keys = _of_section(words, texts) if "tieu_de" in own else _of_section("", [words, *texts])
        self._editor.insert_table(place.path, keys, behind=place.behind)
        return {*lines_of_it}

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
            own = value_at(self._own.data, section)
            _, texts = leaves.marked({"muc": own})
            own_lines = {((*section, *leaf.path[1:]), leaf.line) for leaf in texts}
            kept = any(True for _ in cells.tables_of({"muc": [own]}))
            kept = kept or any(path[: len(section)] == section for path, _, _ in self._inserted)
            inside = any(section[: len(one)] == one for one in found)
            if own_lines <= self._deleted and not kept and not inside and self._editor.has(section):
                found.append(section)
        return found

    def _text(self, path: KeyPath) -> None:
        typed = value_at(self._own.data, path)
        if not isinstance(typed, str):
            return
        own, home = leaves.lines_of(typed), _home(path)
        as_item = home is not None and len(own) == 1
        before, after = self._beside(path, behind=False) if as_item else [], self._beside(path, behind=True) if as_item else []
        out = self._lines(path, own, as_item=as_item)
        changed = out != [*enumerate(own)]
        if home is not None and (before or after or not out):
            self._item(home, path, out, before, after, changed=changed)
        elif not out:
            self._editor.remove(path)
        elif changed and len(own) == len(out) == 1:
            self._editor.put(path, out[0][1])
        elif changed:
            self._editor.lines(path, out)

    def _beside(self, path: KeyPath, *, behind: bool) -> list[str]:
        """Return what was added beside the only line of an item, to be items of their own: lesser items stay with it."""
        return [text for text in self._inserted.get((path, 0, behind), []) if not (behind and text.startswith("+ "))]

    def _lines(self, path: KeyPath, own: Sequence[str], *, as_item: bool) -> list[tuple[int | None, str]]:
        """Return the lines of a text as they are now, each with its number among its *own*."""
        out: list[tuple[int | None, str]] = []
        for n, line in enumerate(own):
            before, after = (self._inserted.get((path, n, behind), []) for behind in (False, True))
            if as_item:
                before, after = [], [text for text in after if text.startswith("+ ")]
            out += [(None, text) for text in before]
            if (path, n) not in self._deleted:
                out.append((n, self._set.get((path, n), line)))
            out += [(None, text) for text in after]
        return out

    def _item(
        self, home: tuple[KeyPath, int], path: KeyPath, out: Sequence[tuple[int | None, str]], before: list[str], after: list[str],
        *, changed: bool,
    ) -> None:  # fmt: skip
        listed, n = home
        whole = value_at(self._own.data, listed)
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


def _of_section(title: str, texts: Sequence[str]) -> list[str]:
    """Return the keys of a section, each a line of TOML."""
    keys = [f"tieu_de = {toml_text.quoted(title)}"] if title else []
    if texts and all(text.startswith("- ") for text in texts):
        return [*keys, f"phat_hien = {valued([text[2:] for text in texts])}"]
    return [*keys, f"noi_dung = {valued(Text(texts))}"] if texts else keys


def _moved(text: str, deleted: Sequence[tuple[str, Leaf]]) -> str:
    """Return how the line was typed that has moved here, maybe with other words, among those *deleted*; empty for none."""
    like, leaf = max(((likeness(one, text), leaf) for one, leaf in deleted), key=lambda pair: pair[0], default=(0.0, None))
    return leaf.typed if leaf and like else ""


def _units(view: DocumentView) -> list[Line]:
    """Return the paragraphs outside head and tables of figures, each as it is compared: without its number and its last mark."""
    heads = {lines.key(span.paragraph) for span in boxed(view, *HEAD)}
    return [
        Line("", _key(one.text), one) for one in view.paragraphs
        if one.text.strip() and lines.key(one) not in heads and not (one.cell and one.cell.borders) and not is_typed_line(one.text)
    ]  # fmt: skip


def _key(text: str) -> str:
    shown = lines.plain(text)
    label = LABEL.match(shown)
    return shown[label.end() if label else 0 :].rstrip(" ;.,:/") or shown


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



def _origin(line: Line | None, known: Mapping[int, Origin]) -> Origin | None:
    return known.get(line.paragraph.index) if line and line.paragraph else None


def _dash(name: str, para: Para) -> str:
    """Return the dash that is typed before an added line under a key that may supply its own."""
    supplied = name in _CLOSED or (name == "phat_hien" and para.dash == "- ") or (name == "phu" and para.dash)
    return "" if supplied else para.dash
