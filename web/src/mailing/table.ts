// A mailing's table as the server tells it, and what was typed into it and is not told yet.
import type { Problem } from "../api";

export interface CellProblem extends Problem { row: number | null; at: number | null; of_file: string }
export interface Plan {
  refused: boolean;
  stopped: boolean;
  counts: Record<string, number>;
  total: number;
  left_out: number;
  hidden: number[];
  silent: number[];
  rows: [row: number, unit: string, status: string, label: string, output: string][];
  problems: CellProblem[];
  faults: [row: number, text: string][];
  begun: string[];
  dropped: string[];
  pdfs: number;
  left: string[];
}
export interface Table {
  head: number;
  columns: [letters: string, heading: string, key: string][];
  rows: [row: number, ...cells: string[]][];
  typed: [row: number, column: number][];
  chosen: [column: number, said: string][];
  left_out: number[];
  keys: [key: string, label: string][];
}
export interface Look {
  provinces?: string[];
  pdf?: boolean; // LibreOffice is there
  out: string;
  running: boolean;
  table: Table | null;
  version?: number;
  sha256?: string; // of the workbook
  name?: string;
  visible_only?: boolean;
  plan?: Plan;
}

/** What changes a table: only what is named changes. */
export interface Edit {
  cells?: [row: number, column: number, said: string | null][];
  columns?: [column: number, said: string | null][];
  rows?: [row: number, leftOut: boolean][];
  visible_only?: boolean;
  out?: string;
}

const place = (folder: string, base: string, sha256: string): string => `hang-loat:${folder}:${base}:${sha256}`;

/** Returns the edits of just this workbook that the server has not taken yet. */
export function waitingEdits(folder: string, base: string, sha256: string): Edit[] {
  try {
    const found = JSON.parse(localStorage.getItem(place(folder, base, sha256)) ?? "[]") as unknown;
    return Array.isArray(found) ? (found as Edit[]) : [];
  } catch {
    return [];
  }
}

/** Keeps the edits that the server has not taken yet. */
export function keepEdits(folder: string, base: string, sha256: string, edits: Edit[]): void {
  try {
    if (edits.length) localStorage.setItem(place(folder, base, sha256), JSON.stringify(edits));
    else localStorage.removeItem(place(folder, base, sha256));
  } catch {
    // the browser's room is full: they are still on their way
  }
}

/** Returns several edits as one, the last one of a place standing. */
export function joined(edits: Edit[]): Edit {
  const cells = new Map(edits.flatMap((one) => one.cells ?? []).map((cell) => [`${cell[0]}:${cell[1]}`, cell] as const));
  const columns = new Map(edits.flatMap((one) => one.columns ?? []).map((column) => [column[0], column] as const));
  const rows = new Map(edits.flatMap((one) => one.rows ?? []).map((row) => [row[0], row] as const));
  return { ...Object.assign({}, ...edits) as Edit, cells: [...cells.values()], columns: [...columns.values()], rows: [...rows.values()] };
}
