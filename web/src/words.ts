// What the page says: Vietnamese in the sources, English beside it in english.ts.
import { ENGLISH } from "./english";

export type Language = "vi" | "en";
const STORED = "notice-gen-lang";
let spoken: Language = localStorage.getItem(STORED) === "en" ? "en" : "vi";

export const language = (): Language => spoken;

/** Speaks another language from now on; the page is drawn anew by its caller. */
export function speak(wanted: Language): void {
  spoken = wanted;
  localStorage.setItem(STORED, wanted);
  document.documentElement.lang = wanted;
}

/** Says a sentence, `{name}` filled from *values*. */
export function t(text: string, values: Record<string, string | number> = {}): string {
  const said = spoken === "en" ? ENGLISH[text] ?? text : text;
  return said.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

document.documentElement.lang = spoken;
