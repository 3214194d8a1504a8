"""The assistant for editors, by the Language Server Protocol: its places in the editor's units, its answers in the editor's words.

An editor counts columns in UTF-16 units, unless it says otherwise; the assistant counts characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from notice_gen import __version__, assist, reader
from notice_gen.assist import Desk, Edit, Span, Symbol
from notice_gen.errors import InputError

_SEVERITY = {"error": types.DiagnosticSeverity.Error, "warning": types.DiagnosticSeverity.Warning}
_COMPLETION = {
    "table": types.CompletionItemKind.Struct, "key": types.CompletionItemKind.Property, "value": types.CompletionItemKind.EnumMember,
    "figure": types.CompletionItemKind.Variable, "filter": types.CompletionItemKind.Function, "unit": types.CompletionItemKind.Constant,
}  # fmt: skip
_SYMBOL = {
    "table": types.SymbolKind.Struct, "section": types.SymbolKind.Module, "item": types.SymbolKind.String, "grid": types.SymbolKind.Array,
    "figure": types.SymbolKind.Number,
}  # fmt: skip
_TRIGGERS = ["[", "{", ".", "|", '"', "=", " "]


def server(language: str, today: Callable[[], date]) -> LanguageServer:
    """Return the server, ready to be started; it speaks *language*, and *today* says what day it is."""
    made = LanguageServer("notice-gen", __version__)

    def opened(uri: str) -> _Open:
        return _Open(made, made.workspace.get_text_document(uri), language, today())

    @made.feature(types.INITIALIZED)
    def warm_up(_: types.InitializedParams) -> None:
        assist.warm_up(Desk(today(), language=language))

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def tell(params: Any) -> None:
        uri = params.text_document.uri
        shown = [opened(uri).diagnostics(), *_others(made, uri, opened)]
        for each in shown:
            made.text_document_publish_diagnostics(each)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def forget(params: types.DidCloseTextDocumentParams) -> None:
        made.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    @made.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=_TRIGGERS))
    def complete(params: types.CompletionParams) -> list[types.CompletionItem]:
        return opened(params.text_document.uri).completions(params.position)

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        return opened(params.text_document.uri).hover(params.position)

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return opened(params.text_document.uri).actions(params.range.start)

    @made.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return opened(params.text_document.uri).symbols()

    return made


def _others(made: LanguageServer, uri: str, opened: Callable[[str], _Open]) -> Iterable[types.PublishDiagnosticsParams]:
    """Return what is told of the other open texts, when it is the office's settings that have changed."""
    if not uri.endswith(f"/{reader.OFFICE_FILE}"):
        return []
    return [opened(other).diagnostics() for other in made.workspace.text_documents if other != uri]


class _Open:
    """One open text, asked by places of the editor."""

    def __init__(self, made: LanguageServer, document: TextDocument, language: str, today: date) -> None:
        self.document, self.text = document, document.source
        office_file, office = _office(made, document)
        self.desk = Desk(today, document.path, office, office_file or reader.OFFICE_FILE, language=language)

    def diagnostics(self) -> types.PublishDiagnosticsParams:
        """Return every problem; one of another file stands at the head of this one and names it."""
        told = [
            types.Diagnostic(
                self._range(one.span) if one.file == self.desk.file else _HEAD, self._said(one), _SEVERITY[one.severity], one.code or None,
                source="notice-gen",
            )
            for one in assist.diagnose(self.text, self.desk)
        ]  # fmt: skip
        return types.PublishDiagnosticsParams(self.document.uri, told, self.document.version)

    def _said(self, one: assist.Diagnosis) -> str:
        where = f"{one.file}:{one.span.line}: " if one.file != self.desk.file else ""
        return f"{where}{one.message} {one.hint}".strip()

    def completions(self, position: types.Position) -> list[types.CompletionItem]:
        """Return what may be typed; the caret goes where it belongs."""
        found = assist.complete(self.text, *self._place(position), self.desk)
        return [self._item(n, one) for n, one in enumerate(found)]

    def _item(self, n: int, one: assist.Completion) -> types.CompletionItem:
        change = types.TextEdit(self._range(one.edit.span), _snippet(one))
        return types.CompletionItem(
            one.label, kind=_COMPLETION[one.kind], detail=one.detail or None, documentation=one.help or None, sort_text=f"{n:05}",
            filter_text=self._typed(one.edit.span) + one.label, text_edit=change, insert_text_format=types.InsertTextFormat.Snippet,
        )

    def hover(self, position: types.Position) -> types.Hover | None:
        """Return what is known of a place."""
        found = assist.hover(self.text, *self._place(position), self.desk)
        if found is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, "\n".join(found.lines)), self._range(found.span))

    def actions(self, position: types.Position) -> list[types.CodeAction]:
        """Return what may be done about the problems at a place."""
        found = assist.actions(self.text, *self._place(position), self.desk)
        return [types.CodeAction(one.title, types.CodeActionKind.QuickFix, edit=self._change(one.edits)) for one in found]

    def symbols(self) -> list[types.DocumentSymbol]:
        """Return the parts of the text."""
        return [self._symbol(one) for one in assist.outline(self.text, self.desk)]

    def _symbol(self, one: Symbol) -> types.DocumentSymbol:
        where, inner = (self._range(one.span), self._range(one.head)), [self._symbol(each) for each in one.inner]
        return types.DocumentSymbol(one.name or "…", _SYMBOL[one.kind], *where, children=inner)

    def _change(self, edits: Sequence[Edit]) -> types.WorkspaceEdit:
        return types.WorkspaceEdit({self.document.uri: [types.TextEdit(self._range(one.span), one.new) for one in edits]})

    def _typed(self, span: Span) -> str:
        line = self._line(span.line - 1)
        return line[span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""

    # --- places ---

    def _line(self, n: int) -> str:
        lines = self.document.lines
        return lines[n].rstrip("\r\n") if 0 <= n < len(lines) else ""

    def _place(self, position: types.Position) -> tuple[int, int]:
        there = self.document.position_codec.position_from_client_units(self.document.lines, position)
        mark = 1 if there.line == 0 and self.text.startswith("\ufeff") else 0
        return there.line + 1, there.character + 1 - mark

    def _range(self, span: Span) -> types.Range:
        if not span.line:
            return _HEAD
        return types.Range(self._position(span.line, span.column), self._position(span.end_line, span.end_column))

    def _position(self, line: int, column: int) -> types.Position:
        own = self._line(line - 1)
        mark = 1 if line == 1 and own.startswith("\ufeff") else 0
        return types.Position(line - 1, self.document.position_codec.client_num_units(own[: column - 1 + mark]))


_HEAD = types.Range(types.Position(0, 0), types.Position(0, 0))


def _snippet(one: assist.Completion) -> str:
    before, after = one.edit.new[: one.caret], one.edit.new[one.caret :]
    return f"{_escaped(before)}$0{_escaped(after)}"


def _escaped(text: str) -> str:
    r"""Return *text* as a snippet has it.

    >>> print(_escaped("{ $x }"))
    { \$x \}
    """
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def _office(made: LanguageServer, document: TextDocument) -> tuple[str, str]:
    """Return the name and the text of the settings of an open text, as they stand in the editor, else on the disk."""
    path = reader.office_path(Path(document.path).parent) if document.path else None
    if path is None or Path(document.path).name == reader.OFFICE_FILE:
        return "", ""
    for other in made.workspace.text_documents.values():
        if Path(other.path) == path:
            return str(path), other.source
    with suppress(InputError, UnicodeDecodeError):
        return str(path), reader.load(path).decode("utf-8-sig")
    return "", ""
