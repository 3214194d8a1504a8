"""Keys: a value set, a key added or taken away, a figure renamed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from notice_gen import toml_text
from notice_gen.assist import kinds
from notice_gen.assist.form import literals
from notice_gen.assist.form.text import BY_HAND, Change, Operation, RefusalError, Text, with_value, without
from notice_gen.assist.form.typed import meant
from notice_gen.assist.records import Key
from notice_gen.errors import N_
from notice_gen.expressions import fault_in_name
from notice_gen.model import Notice, keys_of
from notice_gen.reader import keys, source
from notice_gen.reader.broken import scan
from notice_gen.records import replace


def set_value(doc: Text, operation: Operation) -> Change:
    """Return what sets a value; one that says nothing takes its key away, where it may."""
    path, old = operation.path, doc.at(operation.path)
    if operation.value is None or (operation.value in ("", []) and _is_optional(path)):
        return remove(doc, operation) if old is not None else Change((), doc.data)
    value = meant(path, operation.value, old)
    if isinstance(parent := doc.at(path[:-1]), str):  # an item that has its text alone
        own = "ten" if path[-3:-2] == ("cot",) else "noi_dung"
        whole = {own: parent, str(path[-1]): value}
        return Change(((*doc.spots[path[:-1]].value, literals.literal(whole)),), with_value(doc.data, path[:-1], whole))
    tree = with_value(doc.data, path, value)
    if old is None:
        is_there = path[:-1] in doc.spots or len(path) == 1
        return Change((added(doc, path, value),), tree) if is_there else in_new_table(doc, path, value, tree)
    spot = doc.spots.get(path)
    if spot is None or spot.is_table or (isinstance(old, Mapping) and not doc.is_inline(path)):
        raise RefusalError(*BY_HAND)
    return Change(((*spot.value, literals.literal(value, many_lines=kinds.kind(path) == "lines")),), tree)


def _is_optional(path: Key) -> bool:
    field = keys.field_at(path)
    return not isinstance(path[-1], int) and not (field and field.required)


def added(doc: Text, path: Key, value: Any) -> scan.Edit:
    """Return the change that adds a key to a table that is there."""
    above, name = path[:-1], str(path[-1])
    written = f"{toml_text.key(name)} = {literals.literal(value, many_lines=kinds.kind(path) == 'lines')}"
    spot = doc.spots.get(above)
    parent = doc.at(above)
    if spot and not spot.is_table:
        if doc.text[spot.value[0]] != "{":
            raise RefusalError(*BY_HAND)
        end = len(doc.text[: spot.value[1] - 1].rstrip())
        return (end, end, (", " if parent else " ") + written.replace("\n", "\\n") + ("" if parent else " "))
    at = _place_of_key(doc, above, name)
    return (at, at, f"{written}\n" if at == 0 or doc.text[at - 1] == "\n" else f"\n{written}")


def _place_of_key(doc: Text, above: Key, name: str) -> int:
    """Return where a key of a table goes: behind those that the model has before it, else first."""
    table = keys.table_at(above) if above else Notice
    order = [*keys_of(table)] if table else []
    before = order[: order.index(name)] if name in order else None
    ends = [
        source.line_end(doc.text, doc.spots[*above, key].value[1]) for key in (doc.at(above) if above else doc.data)
        if (*above, key) in doc.spots and not doc.spots[*above, key].is_table and (before is None or key in before)
    ]  # fmt: skip
    if ends:
        return min(max(ends) + 1, len(doc.text))
    if above:
        return min(source.line_end(doc.text, doc.spots[above].key[1]) + 1, len(doc.text))
    return doc.layout.lead(doc.layout.headers[0][0]) if doc.layout.headers else len(doc.text)


def in_new_table(doc: Text, path: Key, value: Any, tree: Any) -> Change:
    """Make the table that a key goes into."""
    above = path[:-1]
    if any(isinstance(step, int) and doc.at(above[: n + 1]) is None for n, step in enumerate(above)):
        raise RefusalError(*BY_HAND)
    inside = next((above[:n] for n in range(len(above), 0, -1) if doc.at(above[:n]) is not None), ())
    if inside and not doc.spots[inside].is_table:
        raise RefusalError(*BY_HAND)
    header = f"[{'.'.join(toml_text.key(step) for step in above if isinstance(step, str))}]"
    written = f"{toml_text.key(str(path[-1]))} = {literals.literal(value, many_lines=kinds.kind(path) == 'lines')}"
    return Change((block_in_order(doc, above, f"{header}\n{written}\n"),), tree)


def block_in_order(doc: Text, path: Key, block: str) -> scan.Edit:
    """Return the change that puts a *block* of lines where the table at *path* belongs in the order of the page."""
    names = [*keys_of(Notice)]
    inside = path[:-1] if len(path) > 1 else ()
    while inside and isinstance(inside[-1], str) and inside not in doc.spots:
        inside = inside[:-1]
    if inside:
        place = doc.layout.group(inside)
    else:
        before = names[: names.index(str(path[0])) + 1] if path[0] in names else names
        groups = [group for name in before if (group := doc.layout.group((name,)))]
        place = max(groups, key=lambda group: group[1], default=None)
    if place is None:
        at = doc.layout.lead(doc.layout.headers[0][0]) if doc.layout.headers else len(doc.text)
    else:
        at = place[1]
    return spaced(doc.text, at, block)


def spaced(text: str, at: int, block: str) -> scan.Edit:
    """Return the change that puts a *block* of lines at an offset, with an empty line above it and below."""
    above = text[:at]
    gap = "" if not above or above.endswith("\n\n") else "\n" if above.endswith("\n") else "\n\n"
    return (at, at, gap + block + ("\n" if at < len(text) else ""))


def remove(doc: Text, operation: Operation) -> Change:
    """Return what takes a key, an item or a table away; the comment behind a key stays."""
    path, spot = operation.path, doc.spots.get(operation.path)
    if doc.at(path) is None or spot is None:
        raise RefusalError(N_("Chỗ này không còn trong tệp."), N_("Mở lại biểu mẫu."))
    tree = without(doc.data, path)
    above = path[:-1]
    if isinstance(path[-1], int) and doc.is_inline(above):
        kept = doc.items(above)
        gone = kept.items[path[-1]]
        left = replace(kept, items=(*kept.items[: path[-1]], *kept.items[path[-1] + 1 :]))
        return Change(((*doc.spots[above].value, left.written()),), tree, "\n".join((*gone.above, gone.text, gone.behind)))
    if spot.is_table:
        return _without_table(doc, path, tree)
    if above and doc.is_inline(above):
        return Change((_without_pair(doc.text, spot.key[0], spot.value[1]),), tree, doc.text[slice(*spot.value)])
    begin, end = doc.text.rfind("\n", 0, spot.key[0]) + 1, source.line_end(doc.text, spot.value[1])
    remark = doc.text[spot.value[1] : end].strip()
    change = (begin, end, remark) if remark else (begin, min(end + 1, len(doc.text)), "")
    return Change((change,), tree, doc.text[slice(*spot.value)])


def _without_table(doc: Text, path: Key, tree: Any) -> Change:
    """Take a table away with all below it; the comments above its header stay, and those behind its last value."""
    group = doc.layout.group(path)
    if group is None:
        raise RefusalError(*BY_HAND)
    begin, end = doc.text.rfind("\n", 0, group[0]) + 1, min(doc.layout.last_value(path) + 1, len(doc.text))
    if doc.text[end : end + 1] == "\n" and (begin == 0 or doc.text[:begin].endswith("\n\n")):
        end += 1
    if isinstance(path[-1], int) and len(doc.at(path[:-1])) == 1:
        tree = without(doc.data, path[:-1])
    return Change(((begin, end, ""),), tree, doc.text[begin:end])


def _without_pair(text: str, start: int, end: int) -> scan.Edit:
    """Return the change that takes a pair out of an inline table, with the comma that parted it."""
    if comma := re.match(r"[ \t]*,[ \t]*", text[end:]):
        return (start, end + comma.end(), "")
    before = re.search(r",[ \t]*\Z", text[:start])
    return (before.start() if before else start, end, "")


def rename(doc: Text, operation: Operation) -> Change:
    """Return what gives a figure, or another free key, another name."""
    path, name, spot = operation.path, str(operation.value), doc.spots.get(operation.path)
    above = path[:-1]
    if spot is None or kinds.kind(above) != "free" or len(above) != 1:
        raise RefusalError(*BY_HAND)
    fault = fault_in_name(name) if above[0] != "cot" else None
    if fault:
        raise RefusalError(fault.message, fault.hint, **fault.values)
    if name in doc.at(above):
        raise RefusalError(N_("Đã có số liệu tên “{ten}”."), N_("Đặt tên khác."), ten=name)
    tree: dict[str, Any] = {**doc.data, str(above[0]): {name if key == path[-1] else key: one for key, one in doc.at(above).items()}}
    return Change(((*spot.key, toml_text.key(name)),), tree)
