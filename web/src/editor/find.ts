// From a paragraph of the page to its line of the text and back, by their words: what stands in {{ }} is printed otherwise.

const plain = (text: string): string[] => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const ofLine = (line: string): string[] => plain(line.replace(/^\s*#.*$/, "").replace(/\{\{.*?\}\}/g, " "));

/** Counts the pairs of neighbouring words that two texts share, against how many the shorter has. */
function likeness(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const pairs = (words: string[]): Set<string> => new Set(words.length > 1 ? words.slice(1).map((word, n) => `${words[n]} ${word}`) : words);
  const [first, second] = [pairs(a), pairs(b)];
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  return shared / Math.max(Math.min(first.size, second.size), 1) + shared / 1000;
}

/** Returns the line, from 1, that a paragraph of the page comes from; 0 when none is like it. */
export function lineOf(paragraph: string, text: string): number {
  const words = plain(paragraph);
  let best = 0.3;
  let found = 0;
  for (const [n, line] of text.split("\n").entries()) {
    const score = likeness(ofLine(line), words);
    if (score > best) {
      best = score;
      found = n + 1;
    }
  }
  return found;
}

/** Returns which of the paragraphs a line is printed in; -1 when none is like it. */
export function paragraphOf(line: string, paragraphs: string[]): number {
  const words = ofLine(line.replace(/^\s*[\w.]+\s*=\s*/, ""));
  let best = 0.3;
  let found = -1;
  for (const [n, paragraph] of paragraphs.entries()) {
    const score = likeness(words, plain(paragraph));
    if (score > best) {
      best = score;
      found = n;
    }
  }
  return found;
}
