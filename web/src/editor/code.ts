// The text of a findings file: CodeMirror with TOML, Vietnamese phrases, and problems at their places.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Edit, Problem } from "../api";
import { language, t } from "../words";
import { offsets } from "./assist";

const LOOK = HighlightStyle.define([
  { tag: tags.comment, color: "#5c6670", fontStyle: "italic" },
  { tag: tags.string, color: "#0b5d1e" },
  { tag: [tags.number, tags.atom, tags.bool], color: "#8a3b00" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "#0b3d91" },
  { tag: [tags.heading, tags.bracket, tags.keyword], color: "#7a1f5c", fontWeight: "600" },
]);

const PHRASES: Record<string, string> = {
  "Find": "Tìm", "Replace": "Thay bằng", "next": "tiếp", "previous": "trước", "all": "tất cả", "match case": "phân biệt hoa thường",
  "by word": "cả từ", "regexp": "biểu thức", "replace": "thay", "replace all": "thay hết", "close": "đóng", "current match": "chỗ đang tìm",
  "Diagnostics": "Những chỗ cần xem", "No diagnostics": "Không có chỗ nào cần xem", "replaced $ matches": "đã thay $ chỗ",
  "replaced match on line $": "đã thay ở dòng $", "on line": "ở dòng", "Completions": "Gợi ý",
};

const spoken = new Compartment();

/** What in the editor is said in the language of the page. */
const inWords = (): Extension => [
  EditorState.phrases.of(language() === "vi" ? PHRASES : {}), EditorView.contentAttributes.of({ "aria-label": t("Nội dung tệp") }),
];

/** Has the editor speak the language of the page. */
export function speakIn(view: EditorView): void {
  view.dispatch({ effects: spoken.reconfigure(inWords()) });
}

export interface Hooks {
  changed(text: string): void;
  moved(line: number): void;
  save(): void;
}

/** Makes the editor in an element; *more* are the helpers that want the server. */
export function codeIn(parent: HTMLElement, hooks: Hooks, more: Extension[] = []): EditorView {
  const view = new EditorView({ parent, state: stateOf("", hooks, more) });
  view.scrollDOM.removeAttribute("tabindex"); // the text in it takes the focus
  return view;
}

/** Returns a fresh state: another file has another history. */
export function stateOf(text: string, hooks: Hooks, more: Extension[] = []): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(), highlightActiveLine(),
      highlightSelectionMatches(), closeBrackets(), search({ top: true }), lintGutter(), EditorView.lineWrapping,
      StreamLanguage.define(toml), syntaxHighlighting(LOOK), spoken.of(inWords()),
      more,
      EditorView.contentAttributes.of({ tabindex: "0", spellcheck: "false", autocapitalize: "off", translate: "no" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) hooks.changed(update.state.doc.toString());
        if (update.selectionSet || update.docChanged) hooks.moved(update.state.doc.lineAt(update.state.selection.main.head).number);
      }),
      keymap.of([
        { key: "Mod-s", preventDefault: true, run: () => { hooks.save(); return true; } },
        { key: "Escape", run: (view) => { view.contentDOM.blur(); return false; } },
        ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab,
      ]),
    ],
  });
}

/** Returns where a problem stands in the text, in the units of the editor; columns of problems count characters. */
export function range(state: EditorState, problem: Problem): { from: number; to: number } {
  const line = problem.line ?? 1;
  const column = problem.column ?? 1;
  return offsets(state.doc, { line, column, end_line: line, end_column: column + (problem.column ? problem.width ?? 1 : 10_000) });
}

/** Shows problems at their places. */
export function show(view: EditorView, problems: Problem[]): void {
  const shown = problems.filter((one) => one.here).map((one): Diagnostic => ({
    ...range(view.state, one), severity: one.level, message: `${one.message}${one.hint ? `\n${one.hint}` : ""}`,
  }));
  view.dispatch(setDiagnostics(view.state, shown));
}

/** Makes edits of the text as one step that can be taken back. */
export function make(view: EditorView, edits: Edit[]): void {
  view.dispatch({ changes: edits.map((one) => ({ ...offsets(view.state.doc, one.span), insert: one.new })), userEvent: "input.fix" });
  view.focus();
}

/** Brings a line before the eyes and the cursor to it. */
export function goTo(view: EditorView, from: number, to = from): void {
  view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  view.focus();
}
