// The lines of a paragraph as the browser sets them, and a block cut between two of them.
import type { Piece } from "./flow";

/** Returns how many lines a paragraph has: what the browser set beside each other is one. */
export function lineCount(paragraph: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  let count = 0;
  let bottom = -Infinity;
  for (const { top, height } of [...range.getClientRects()].filter((one) => one.width > 0).sort((a, b) => a.top - b.top)) {
    if (top + height / 2 > bottom) {
      count++;
      bottom = top + height;
    }
  }
  return Math.max(count, 1);
}

/** Cuts a block into the pieces that pages have of it: rows go with their headings, lines are cut where the browser broke them. */
export function cut(block: HTMLElement, at: Piece[], headers: number): HTMLElement[] {
  return block instanceof HTMLTableElement ? cutTable(block, at, headers) : cutParagraph(block, at);
}

function cutTable(table: HTMLTableElement, at: Piece[], headers: number): HTMLElement[] {
  const rows = [...table.rows];
  const groups = [...table.children].filter((one) => one.localName === "colgroup");
  return at.map(({ from, to }, n) => {
    const part = n === 0 ? table : (table.cloneNode(false) as HTMLTableElement);
    if (n > 0) {
      part.append(...groups.map((one) => one.cloneNode(true)));
      part.append(...rows.slice(0, headers).map((row) => repeated(row)));
      part.append(...rows.slice(from, to));
    }
    return part;
  });
}

function repeated(row: HTMLTableRowElement): Node {
  const again = row.cloneNode(true) as HTMLElement;
  again.dataset.again = "";
  return again;
}

function cutParagraph(paragraph: HTMLElement, at: Piece[]): HTMLElement[] {
  const box = paragraph.getBoundingClientRect();
  const style = getComputedStyle(paragraph);
  const top = box.top + parseFloat(style.paddingTop) + parseFloat(style.borderTopWidth);
  const all = at[at.length - 1]!.to;
  const line = (box.height - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)) / all;
  const justified = style.textAlign === "justify";
  const places = at.slice(1).map(({ from }) => placeAt(paragraph, top + line * from));
  const parts = [paragraph];
  for (const place of places.reverse()) { // from the end, so that the places before stay what they are
    if (!place) continue;
    const range = document.createRange();
    range.setStart(place.node, place.offset);
    range.setEndAfter(paragraph.lastChild!);
    const rest = paragraph.cloneNode(false) as HTMLElement;
    rest.append(range.extractContents());
    rest.style.textIndent = "0";
    parts.splice(1, 0, rest);
  }
  if (justified) for (const part of parts.slice(0, -1)) part.style.textAlignLast = "justify";
  while (parts.length < at.length) parts.push(paragraph.cloneNode(false) as HTMLElement);
  return parts;
}

/** Returns where the text begins that stands below *y*; null when there is none. */
function placeAt(paragraph: HTMLElement, y: number): { node: Text; offset: number } | null {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const isBelow = (node: Text, offset: number): boolean => {
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const rects = range.getClientRects();
    const rect = rects[rects.length - 1];
    return !!rect && rect.top + rect.height / 2 > y;
  };
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const length = node.length;
    if (length === 0 || !isBelow(node, length - 1)) continue;
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBelow(node, middle)) high = middle;
      else low = middle + 1;
    }
    return { node, offset: low };
  }
  return null;
}
