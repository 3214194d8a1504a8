// What is typed and not saved: kept at once in the browser, soon after by the server, outside the file; nothing typed is lost.
import { api } from "../api";

export interface Draft { name: string; text: string; sha256: string | null; time: number }

const place = (folder: string, name: string): string => `nhap:${folder}:${name}`;
const SOON = 500; // ms

/** Returns what the browser keeps of a file. */
export function keptHere(folder: string, name: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(place(folder, name)) ?? "null") as Draft | null;
    return draft && typeof draft.text === "string" ? draft : null;
  } catch {
    return null;
  }
}

let waiting: { timer: number; draft: Draft } | null = null;

/** Keeps what is typed. */
export function keep(folder: string, draft: Draft): void {
  try {
    localStorage.setItem(place(folder, draft.name), JSON.stringify(draft));
  } catch {
    // the browser's room is full: the server has it in half a second
  }
  if (waiting && waiting.draft.name !== draft.name) void flush();
  clearTimeout(waiting?.timer);
  waiting = { draft, timer: window.setTimeout(() => void flush(), SOON) };
}

/** Sends what is kept to the server now. */
export async function flush(): Promise<void> {
  if (!waiting) return;
  const { draft, timer } = waiting;
  clearTimeout(timer);
  waiting = null;
  await api("draft", draft).catch(() => undefined);
}

/** Forgets what was kept: it is saved, or the clerk has given it up. */
export async function forget(folder: string, name: string, alsoThere: boolean): Promise<void> {
  if (waiting?.draft.name === name) {
    clearTimeout(waiting.timer);
    waiting = null;
  }
  localStorage.removeItem(place(folder, name));
  if (alsoThere) await api("draft", { name }).catch(() => undefined);
}
