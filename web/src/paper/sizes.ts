// How high paragraphs and rows are in the file's own measures: the browser rounds a font's ascent, rows and borders to whole dots.
import type { Flags } from "./flags";
import type { Block } from "./flow";
import { lineCount } from "./lines";

/** What styles say of one kind of element, px; asked of the browser once for all that are alike. */
interface Measures { above: number; below: number; around: number; line: number; edge: number }
export type Known = Map<string, Measures>;

const NEAR = 0.6; // px that the browser may add to a line

/** Returns how high a block of the text is, line by line or row by row, and what keeps it together. */
export function sizeOf(one: HTMLElement, previous: HTMLElement | undefined, flags: Flags | undefined, known: Known): Block {
  const base = {
    space: spaceAbove(one, previous, "", known), keepNext: !!flags?.keepNext, keepLines: !!flags?.keepLines, alone: flags?.widows === false ? 1 : 2,
    before: !!flags?.before,
  };
  if (one instanceof HTMLTableElement) {
    const rows = [...one.rows];
    const about = rows.map((_, n) => flags?.rows[n] ?? { header: false, whole: true, keepNext: false });
    const headers = about.findIndex((row) => !row.header);
    const heights = rows.map((row) => rowHeight(row, one.className, known));
    const cell = one.rows[0]?.cells[0];
    const edge = cell ? measuresOf(cell, one.className, known).edge : 0;
    heights[heights.length - 1]! += edge;
    return { ...base, heights, headers: Math.max(headers, 0), keepRows: about.map((row) => row.keepNext), edge };
  }
  const { height, count } = paragraph(one, "", known);
  return { ...base, heights: Array.from({ length: count }, () => height / count), headers: 0, keepRows: [], edge: 0 };
}

/** Returns the space above a block, px: that below the one before or that above this one, whichever is greater. */
function spaceAbove(one: HTMLElement, previous: HTMLElement | undefined, within: string, known: Known): number {
  return Math.max(measuresOf(one, within, known).above, previous ? measuresOf(previous, within, known).below : 0);
}

/** Returns how high a row is, its upper border in it. */
function rowHeight(row: HTMLTableRowElement, within: string, known: Known): number {
  const own = [...row.cells].filter((cell) => cell.rowSpan === 1).map((cell) => contentHeight(cell, within, known) + measuresOf(cell, within, known).edge);
  return own.length ? Math.max(...own, parseFloat(row.style.height) || 0) : row.getBoundingClientRect().height;
}

function contentHeight(cell: HTMLTableCellElement, within: string, known: Known): number {
  const inner = [...cell.children].filter((one): one is HTMLElement => one instanceof HTMLElement);
  if (!inner.length) return cell.getBoundingClientRect().height;
  const taken = parseFloat(cell.dataset.taken ?? "0"); // from above the first paragraph, for the border's sake
  const heights = inner.map((one, n) => spaceAbove(one, inner[n - 1], within, known) + (one instanceof HTMLTableElement ? one.getBoundingClientRect().height : paragraph(one, within, known).height));
  return taken + heights.reduce((sum, one) => sum + one) + measuresOf(inner[inner.length - 1]!, within, known).below + measuresOf(cell, within, known).around;
}

/** Returns how high a paragraph is, px, without the spaces around it, and how many lines it has; each line as high as the file says. */
function paragraph(one: HTMLElement, within: string, known: Known): { height: number; count: number } {
  const { height } = one.getBoundingClientRect();
  const { around, line: own } = measuresOf(one, within, known);
  const inside = `${within}|${one.className}|${one.style.cssText}`;
  let line = isLettered(one) ? own : 0;
  for (const span of one.getElementsByTagName("span")) if (isLettered(span)) line = Math.max(line, measuresOf(span, inside, known).line);
  if (line > 0) {
    const count = Math.max(Math.round((height - around) / line), 1);
    const exact = line * count + around;
    if (Math.abs(exact - height) < NEAR * count) return { height: exact, count };
  }
  return { height, count: lineCount(one) };
}

/** Says whether letters stand right in an element. */
function isLettered(one: Element): boolean {
  for (let inner = one.firstChild; inner; inner = inner.nextSibling) if (inner.nodeType === Node.TEXT_NODE && inner.nodeValue) return true;
  return false;
}

/** Returns what styles say of an element; *within*: what tells where it stands. */
function measuresOf(one: HTMLElement, within: string, known: Known): Measures {
  const key = `${within}|${one.localName}|${one.className}|${one.style.cssText}`;
  const before = known.get(key);
  if (before) return before;
  const style = getComputedStyle(one);
  const px = (value: string): number => parseFloat(value) || 0;
  const isCell = one instanceof HTMLTableCellElement;
  const edge = style.getPropertyValue("--edge");
  const found = {
    above: px(style.marginTop), below: px(style.marginBottom), line: px(style.lineHeight),
    around: px(style.paddingTop) + px(style.paddingBottom) + (isCell ? 0 : px(style.borderTopWidth) + px(style.borderBottomWidth)),
    edge: px(style.borderTopWidth) > 0 && edge.endsWith("pt") ? (parseFloat(edge) * 4) / 3 : px(style.borderTopWidth),
  };
  known.set(key, found);
  return found;
}
