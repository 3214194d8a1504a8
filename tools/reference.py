"""The reference pages of the manual's site, made from the program itself each time the site is built: commands, keys, filters.

The rules have a page of their own (``tools/rules_page.py``).
"""

from __future__ import annotations

import ast
import doctest
import inspect
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from notice_gen import vietnamese
from notice_gen.cli import i18n
from notice_gen.cli.main import group

SCHEMA = Path(__file__).parents[1] / "schemas" / "notice-gen.schema.json"
_MADE = "*Trang này do chương trình tự viết ra từ chính nó mỗi lần dựng trang hướng dẫn.*\n"
_EVERYWHERE = {"lang", "quiet", "verbose", "help"}


def pages() -> dict[str, str]:
    """Return each page's text by its path in the site."""
    return {f"tham-chieu/{name}.md": "\n".join(made()) + "\n" for name, made in _PAGES.items()}


def _commands() -> Iterator[str]:
    i18n.speak("vi")
    yield from ("# Mọi lệnh và tùy chọn", "", _MADE)
    yield "Hướng dẫn theo việc: [việc hằng ngày](../cli.md), [quản trị](../quan-tri.md), [lập trình](../lap-trinh.md)."
    context = click.Context(group, info_name="notice-gen", **group.context_settings)
    yield from ("", "Mọi lệnh có `-h`, `--help`; `--lang vi|en`; `-q`, `--quiet`; `-v`, `--verbose`.")
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            yield from _command(command, click.Context(command, parent=context, info_name=name, **command.context_settings))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from ("", f"## `{context.command_path} {' '.join(command.collect_usage_pieces(context))}`", "")
    yield from (_plain(paragraph) + "\n" for paragraph in (command.help or "").split("\n\n"))
    options = [param for param in command.get_params(context) if isinstance(param, click.Option) and param.name not in _EVERYWHERE]
    rows = [_option(param, context) for param in options]
    if rows:
        yield from ("| tùy chọn | nghĩa |", "|---|---|", *rows)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None and not child.hidden:
                yield from _command(child, click.Context(child, parent=context, info_name=name, **child.context_settings))


def _option(option: click.Option, context: click.Context) -> str:
    shown = option.get_help_record(context) or (option.opts[0], "")
    return f"| `{_cell(shown[0])}` | {_plain(_cell(shown[1]))} |"


def _keys() -> Iterator[str]:
    yield from ("# Mọi khóa của tệp nội dung", "", _MADE, "Khóa in đậm phải có (trừ khi `notice-gen.toml` hoặc mẫu đã cho).")
    yield "Cách dùng: [tệp nội dung trong mười phút](../tep-noi-dung.md)."
    whole: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))  # a test holds it to the model
    for name, table in whole["properties"].items():
        found = _resolved(table, whole)
        many = table.get("type") == "array"
        yield from ("", f"## {'`[[' if many else '`['}{name}{']]`' if many else ']`'}" if found.get("properties") else f"## `{name}`", "")
        yield _plain(str(table.get("description") or found.get("description") or ""))
        keys = found.get("properties", {})
        if keys:
            yield from ("", "| khóa | nghĩa |", "|---|---|", *_rows(name, found, whole, ()))


def _rows(name: str, table: dict[str, Any], whole: dict[str, Any], above: tuple[int, ...]) -> Iterator[str]:
    """Yield a row for each key of a table, and of the tables within, once each on one way down."""
    must = set(table.get("required", ()))
    for key, value in table.get("properties", {}).items():
        inside = _resolved(value, whole)
        shown = f"**`{key}`**" if key in must else f"`{key}`"
        yield f"| {shown} | {_plain(_cell(str(value.get('description') or inside.get('description') or '')))} |"
        if inside.get("properties") and id(inside) not in above and inside is not table:
            for row in _rows(f"{name}.{key}", inside, whole, (*above, id(table), id(inside))):
                yield row.replace("`", f"`{key}.", 1)


def _resolved(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """Return what a node of a schema says in the end, of a list what each of it is."""
    for _ in range(5):
        if "$ref" in node:
            node = whole["definitions"][node["$ref"].rsplit("/", 1)[1]]
        elif node.get("type") == "array" and isinstance(node.get("items"), dict):
            node = node["items"]
        else:
            choices = [_resolved(one, whole) for one in node.get("anyOf", ()) if one.get("type") != "null"]
            if not choices:
                break
            node = next((one for one in choices if one.get("properties")), choices[-1])
    return node


def _filters() -> Iterator[str]:
    yield from ("# Mọi bộ lọc", "", _MADE, "Dùng trong `{{ … }}` của lời văn và trong mẫu Word.")
    yield "Giải thích, chọn cái nào: [chữ, ngày và số tiếng Việt](../vietnamese.md#bộ-lọc)."
    yield from ("", "| bộ lọc | tham số | ví dụ | kết quả |", "|---|---|---|---|")
    for name, function in sorted(vietnamese.FILTERS.items()):
        for at, (code, result) in enumerate(_examples(function)):
            yield f"| {f'`{name}`' if not at else ''} | {_parameters(function) if not at else ''} | `{_cell(code)}` | {_cell(result)} |"


def _parameters(function: Callable[..., Any]) -> str:
    return ", ".join(f"`{param.name}`" for param in list(inspect.signature(function).parameters.values())[1:])


def _examples(function: Callable[..., Any]) -> Iterator[tuple[str, str]]:
    """Yield the calls in a function's examples with what each gives: they are run as tests."""
    found = False
    for example in doctest.DocTestParser().get_examples(inspect.getdoc(function) or ""):
        body = ast.parse(example.source).body
        if example.want and len(body) == 1 and isinstance(body[0], ast.Expr):
            calls = body[0].value.elts if isinstance(body[0].value, ast.Tuple) else [body[0].value]
            try:
                wants = ast.literal_eval(example.want.strip())
            except (ValueError, SyntaxError):
                continue
            several = wants if isinstance(body[0].value, ast.Tuple) else [wants]
            for call, want in zip(calls, several, strict=False):
                found = True
                yield ast.unparse(call), str(want)
    if not found:
        yield "", ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _plain(text: str) -> str:
    """Return *text* so that Markdown takes none of it for a sign of its own."""
    return " ".join(text.split()).replace("<", "&lt;").replace("[", "\\[").replace("*", "\\*").replace("_", "\\_")


_PAGES: dict[str, Callable[[], Iterator[str]]] = {"lenh": _commands, "khoa": _keys, "bo-loc": _filters}
