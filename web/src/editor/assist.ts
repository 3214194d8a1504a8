// The assistant in the editor: what may stand at the caret, what is known of a word, both asked of the server.
import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import type { EditorState, Extension, Text } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { api, type Edit, type Span } from "../api";
import { t } from "../words";

interface Found { label: string; kind: string; edit: Edit; caret: number; detail: string; help: string; required: boolean }

/** Returns the place of an offset, line and column from 1; the server counts characters, the editor halves of them. */
export function placeOf(doc: Text, at: number): { line: number; column: number } {
  const line = doc.lineAt(at);
  return { line: line.number, column: [...line.text.slice(0, at - line.from)].length + 1 };
}

/** Returns the offset of a place, or of the nearest there is. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + [...text].slice(0, Math.max(column - 1, 0)).join("").length, to);
}

export const offsets = (doc: Text, span: Span): { from: number; to: number } => {
  const from = offsetOf(doc, span.line, span.column);
  return { from, to: Math.max(from, offsetOf(doc, span.end_line, span.end_column)) };
};

const KINDS: Record<string, string> = { table: "class", key: "property", value: "enum", figure: "variable", filter: "function", unit: "constant" };

/** Returns what completes and explains the text of a file. */
export function assistant(name: string): Extension[] {
  return [autocompletion({ override: [(context) => complete(context, name)], icons: false, activateOnTypingDelay: 150 }), explain(name)];
}

async function complete(context: CompletionContext, name: string): Promise<CompletionResult | null> {
  const { state, pos } = context;
  const before = state.doc.lineAt(pos).text.slice(0, pos - state.doc.lineAt(pos).from);
  if (!context.explicit && !/[\p{L}\p{N}_.[{|"]\s?$/u.test(before)) return null;
  const { found } = await api<{ found: Found[] }>("complete", { name, text: state.doc.toString(), ...placeOf(state.doc, pos) }).catch(() => ({ found: [] as Found[] }));
  if (context.aborted || found.length === 0) return null;
  const from = Math.min(...found.map((one) => offsets(state.doc, one.edit.span).from));
  return { from, options: found.map((one, n) => option(one, n, state)), filter: true };
}

function option(one: Found, n: number, state: EditorState): Completion {
  const { from, to } = offsets(state.doc, one.edit.span);
  return {
    label: one.label, type: KINDS[one.kind] ?? "text", boost: 50 - Math.min(n, 99), ...(one.detail ? { detail: one.detail } : {}),
    ...(one.help ? { info: () => words([one.required ? t("Phải có.") : "", one.help]) } : {}),
    apply: (view, _, __, end) => view.dispatch({
      changes: { from, to: Math.max(to, end), insert: one.edit.new }, selection: { anchor: from + [...one.edit.new].slice(0, one.caret).join("").length },
      userEvent: "input.complete",
    }),
  };
}

function explain(name: string): Extension {
  return hoverTooltip(async (view, at) => {
    const { doc } = view.state;
    const { known } = await api<{ known: { span: Span; lines: string[] } | null }>("hover", { name, text: doc.toString(), ...placeOf(doc, at) }).catch(() => ({ known: null }));
    if (!known || view.state.doc !== doc) return null;
    const { from, to } = offsets(doc, known.span);
    return { pos: from, end: to, above: true, create: () => ({ dom: words(known.lines) }) };
  }, { hoverTime: 400 });
}

function words(lines: string[]): HTMLElement {
  const box = document.createElement("div");
  box.className = "known";
  for (const [n, line] of lines.filter(Boolean).entries()) {
    const one = document.createElement(n === 0 && lines.length > 1 ? "strong" : "p");
    one.textContent = line;
    box.append(one);
  }
  return box;
}
