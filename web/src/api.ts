// The server: JSON in, JSON out.
import { language } from "./words";

/** A piece of a text, lines and columns from 1, its end not part of it; columns count characters. */
export interface Span { line: number; column: number; end_line: number; end_column: number }
export interface Edit { span: Span; new: string }

export interface Problem {
  level: "error" | "warning";
  file: string | null;
  line: number | null;
  column: number | null;
  width: number | null;
  message: string;
  hint: string;
  code: string;
  cell?: string | null; // of a workbook
  here?: boolean; // in the file that is open
  edits?: Edit[]; // what does as the hint says
  path?: (string | number)[]; // the key at fault
}

const STORED = "notice-gen-key";

/** Keeps the key that the one-time address brought; it stays in this origin's storage and goes out as a header alone. */
export function keepKey(): void {
  const found = /^#k=([\w-]+)$/.exec(location.hash);
  if (found) {
    localStorage.setItem(STORED, found[1]!);
    history.replaceState(null, "", location.pathname + location.search);
  }
}

/** An answer that refuses, or none: then *status* is 0. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly problems: Problem[], readonly more: Record<string, unknown> = {}) {
    super(problems.map((one) => `${one.message} ${one.hint}`.trim()).join("\n"));
  }
}

const watchers = new Set<(there: boolean) => void>();

/** Calls *watcher* when the server goes away or comes back; returns what ends that. */
export function watchServer(watcher: (there: boolean) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

async function ask(path: string, body: BodyInit, kind?: string): Promise<Response> {
  const headers: Record<string, string> = { "Notice-Gen-Key": localStorage.getItem(STORED) ?? "", "Notice-Gen-Lang": language() };
  if (kind) headers["Content-Type"] = kind;
  let answer: Response;
  try {
    answer = await fetch(`/api/${path}`, { method: "POST", headers, body });
  } catch {
    watchers.forEach((watcher) => watcher(false));
    throw new ApiError(0, []);
  }
  watchers.forEach((watcher) => watcher(true));
  if (!answer.ok) {
    const { problems = [], ...more } = await answer.json().catch(() => ({}));
    throw new ApiError(answer.status, problems as Problem[], more);
  }
  return answer;
}

/** Asks the server and returns its JSON. */
export async function api<T>(path: string, body: object = {}): Promise<T> {
  return (await ask(path, JSON.stringify(body), "application/json")).json() as Promise<T>;
}

/** Asks the server for a file. */
export async function file(path: string, body: object): Promise<Blob> {
  return (await ask(path, JSON.stringify(body), "application/json")).blob();
}

/** Sends a form, files in it. */
export async function send<T>(path: string, form: FormData): Promise<T> {
  return (await ask(path, form)).json() as Promise<T>;
}

/** Lets the browser keep a file under a name. */
export function download(data: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
