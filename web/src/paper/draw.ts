// A Word file of ours → its pages, drawn as they will be printed: docx-preview draws it as one endless page, which is cut here.
import { parseAsync, renderDocument } from "docx-preview";
import { flagsOf, type Flags } from "./flags";
import { flow, type Block, type Piece } from "./flow";
import { cut, measured, spaceAbove } from "./lines";

const LINE = 1.15; // height of a line of Times New Roman, and of what stands for it, in its size: ascent, descent and leading of the font
const OPTIONS = { inWrapper: false, breakPages: true, ignoreLastRenderedPageBreak: true, useBase64URL: true, renderFootnotes: false, renderEndnotes: false };

export interface Paper { pages: HTMLElement[]; styles: HTMLElement[] }

/** Draws a Word file into pages; *stage* is an element on the page, out of sight, in which they are measured. */
export async function draw(docx: Uint8Array, stage: HTMLElement): Promise<Paper> {
  const model = await parseAsync(docx, OPTIONS);
  const [body, styles] = await Promise.all([xml(model, "word/document.xml"), xml(model, "word/styles.xml")]);
  const flags = body ? flagsOf(body, styles) : [];
  await withFields(model);
  const headers = withHeaders(model);
  const nodes = await renderDocument(model, OPTIONS);
  stage.replaceChildren(...nodes);
  const sheets = [...stage.querySelectorAll("style")];
  setLines(stage, sheets);
  const sections = [...stage.querySelectorAll<HTMLElement>("section.docx")];
  stage.querySelectorAll<HTMLElement>("article p").forEach((one, n) => { one.dataset.p = String(n - headers.length); }); // its number in the file
  if (body) standIn(stage, body);
  const following = sections.splice(0, headers.length).map((one) => one.querySelector("header"));
  const pages: HTMLElement[] = [];
  let used = 0;
  for (const section of sections) {
    const blocks = [...section.querySelectorAll<HTMLElement>(":scope > article > *")];
    const kind = headers.findIndex((one) => one.same(section));
    pages.push(...paged(section, blocks, flags.slice(used, used + blocks.length), kind < 0 ? null : following[kind] ?? null, headers[kind]?.start ?? null, pages.length));
    used += blocks.length;
  }
  stage.replaceChildren();
  return { pages, styles: sheets };
}

async function xml(model: { _package?: { load(path: string): Promise<string | null> } }, path: string): Promise<Document | null> {
  const text = await model._package?.load(path);
  return text ? new DOMParser().parseFromString(text, "text/xml") : null;
}

const C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/** Says in the place of each chart what it shows: docx-preview leaves it empty. */
function standIn(stage: HTMLElement, body: Document): void {
  const paragraphs = body.getElementsByTagNameNS(W, "p");
  for (const one of stage.querySelectorAll<HTMLElement>("article p")) {
    const charts = paragraphs[Number(one.dataset.p)]?.getElementsByTagNameNS(C, "chart") ?? [];
    const places = [...one.querySelectorAll<HTMLElement>("div:empty")];
    for (const [n, chart] of [...charts].entries()) {
      const about = [...(chart.parentElement?.closest("inline")?.children ?? [])].find((child) => child.localName === "docPr");
      if (places[n]) places[n].dataset.chart = about?.getAttribute("descr") ?? "";
    }
  }
}

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Puts a number where a header has the simple field of the page's number, which docx-preview passes over. */
async function withFields(model: { parts: { path: string; rootElement?: { children?: any[] } }[] }): Promise<void> {
  for (const part of model.parts.filter((one) => /\/(?:header|footer)\d*\.xml$/.test(one.path))) {
    const paragraphs = [...((await xml(model as object, part.path))?.getElementsByTagNameNS(W, "p") ?? [])];
    const drawn = (part.rootElement?.children ?? []).filter((one) => one.type === "paragraph");
    for (const [n, paragraph] of paragraphs.entries()) {
      const fields = [...paragraph.getElementsByTagNameNS(W, "fldSimple")];
      if (fields.some((one) => /\bPAGE\b/.test(one.getAttributeNS(W, "instr") ?? ""))) {
        drawn[n]?.children.push({ type: "run", children: [{ type: "text", text: "1" }] });
      }
    }
  }
}

interface Head { same(section: HTMLElement): boolean; start: number | null }

/** Puts before the text a section of each kind that has the header of a following page, so that it is drawn too; returns what tells them. */
function withHeaders(model: { documentPart: { body: { children: any[]; props: any } } }): Head[] {
  const { body } = model.documentPart;
  const all = [...body.children.map((one) => one.sectionProps).filter(Boolean), body.props].filter(Boolean);
  const distinct = [...new Map(all.map((one) => [JSON.stringify([one.pageSize, one.pageMargins, one.headerRefs, one.pageNumber]), one])).values()];
  body.children.unshift(...distinct.map((props) => ({ type: "paragraph", children: [], sectionProps: { ...props, titlePage: false } })));
  return distinct.map((props) => ({
    same: ({ style }) => near(style.width, props.pageSize?.width) && near(style.minHeight, props.pageSize?.height),
    start: typeof props.pageNumber?.start === "number" ? props.pageNumber.start : null,
  }));
}

const near = (a: string, b: string | undefined): boolean => Math.abs(parseFloat(a) - parseFloat(b ?? "")) < 0.5;

/** Makes lines as high as Word does: a line's height is a multiple of the font's, CSS's of the letters' size; keeps how wide borders are. */
function setLines(stage: HTMLElement, sheets: HTMLStyleElement[]): void {
  const raise = (style: CSSStyleDeclaration): void => {
    if (/^[\d.]+$/.test(style.lineHeight)) style.lineHeight = String(Number(style.lineHeight) * LINE);
    if (style.borderTopWidth) style.setProperty("--edge", style.borderTopWidth);
  };
  for (const one of sheets) {
    const rules = [...(one.sheet?.cssRules ?? [])];
    for (const rule of rules) if (rule instanceof CSSStyleRule) raise(rule.style);
    one.textContent = rules.map((rule) => rule.cssText).join("\n"); // moved to the pages, it is read anew
  }
  for (const one of stage.querySelectorAll<HTMLElement>("[style*=line-height], td[style*=border]")) raise(one.style);
  for (const table of stage.querySelectorAll("table")) setWidths(table);
  for (const section of stage.querySelectorAll<HTMLElement>("section.docx")) section.style.lineHeight ||= String(LINE);
}

/** Gives a table the columns that it has in the file: left to itself the browser goes by what stands in them. */
function setWidths(table: HTMLTableElement): void {
  const widths = [...table.querySelectorAll<HTMLElement>(":scope > colgroup > col")].map((one) => parseFloat(one.style.width));
  if (widths.length === 0 || !widths.every((one) => one > 0)) return;
  table.style.tableLayout = "fixed";
  table.style.width = `${widths.reduce((sum, one) => sum + one, 0)}pt`;
  for (const row of table.rows) for (const cell of row.cells) evenOut(cell);
}

/** Takes from a cell what the browser adds: half of each border at the sides, and above what a border of half a point has as a whole dot. */
function evenOut(cell: HTMLTableCellElement): void {
  const style = getComputedStyle(cell);
  const drawn = parseFloat(style.borderTopWidth) || 0;
  const edge = style.getPropertyValue("--edge");
  if (drawn === 0 || !edge.endsWith("pt")) return;
  cell.style.paddingLeft = `${Math.max(parseFloat(style.paddingLeft) - parseFloat(style.borderLeftWidth) / 2, 0)}px`;
  cell.style.paddingRight = `${Math.max(parseFloat(style.paddingRight) - parseFloat(style.borderRightWidth) / 2, 0)}px`;
  const first = cell.firstElementChild;
  const taken = drawn - (parseFloat(edge) * 4) / 3;
  cell.dataset.taken = String(taken);
  if (first instanceof HTMLElement) first.style.marginTop = `${parseFloat(getComputedStyle(first).marginTop) - taken}px`;
}

/** Cuts a section into its pages. */
function paged(section: HTMLElement, blocks: HTMLElement[], flags: Flags[], header: HTMLElement | null, start: number | null, before: number): HTMLElement[] {
  const style = getComputedStyle(section);
  const room = parseFloat(style.minHeight) - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  const sizes = blocks.map((one, n) => measure(one, blocks[n - 1], flags[n]));
  const plan = flow(sizes, room);
  return build(section, blocks, sizes, plan, (n) => (n === 0 ? section.querySelector<HTMLElement>(":scope > header") : header), (n) => (start ?? before + 1) + n);
}

function measure(one: HTMLElement, previous: HTMLElement | undefined, flags: Flags | undefined): Block {
  const space = spaceAbove(one, previous);
  const base = { space, keepNext: !!flags?.keepNext, keepLines: !!flags?.keepLines, alone: flags?.widows === false ? 1 : 2, before: !!flags?.before };
  if (one instanceof HTMLTableElement) {
    const rows = [...one.rows];
    const about = rows.map((_, n) => flags?.rows[n] ?? { header: false, whole: true, keepNext: false });
    const headers = about.findIndex((row) => !row.header);
    const heights = rows.map(rowHeight);
    heights[heights.length - 1]! += edgeOf(one);
    return { ...base, heights, headers: Math.max(headers, 0), keepRows: about.map((row) => row.keepNext), edge: edgeOf(one) };
  }
  const { height, count } = measured(one);
  return { ...base, heights: Array.from({ length: count }, () => height / count), headers: 0, keepRows: [], edge: 0 };
}

/** Returns how high a row is in the file's own measures, px, its upper border in it: the browser rounds rows and borders to whole dots. */
function rowHeight(row: HTMLTableRowElement): number {
  const own = [...row.cells].filter((cell) => cell.rowSpan === 1).map((cell) => contentHeight(cell) + edgeOf(cell));
  const least = parseFloat(row.style.height) || 0;
  return own.length ? Math.max(...own, least) : row.getBoundingClientRect().height;
}

/** Returns how wide the border of a cell or a table is in the file, px. */
function edgeOf(one: HTMLElement): number {
  const cell = one instanceof HTMLTableElement ? one.rows[0]?.cells[0] : one;
  if (!cell || !(parseFloat(getComputedStyle(cell).borderTopWidth) > 0)) return 0;
  const edge = getComputedStyle(cell).getPropertyValue("--edge");
  return edge.endsWith("pt") ? (parseFloat(edge) * 4) / 3 : parseFloat(getComputedStyle(cell).borderTopWidth);
}

function contentHeight(cell: HTMLTableCellElement): number {
  const style = getComputedStyle(cell);
  const inner = [...cell.children].filter((one): one is HTMLElement => one instanceof HTMLElement);
  if (!inner.length) return cell.getBoundingClientRect().height;
  const taken = parseFloat(cell.dataset.taken ?? "0"); // from above the first paragraph, for the border's sake
  const heights = inner.map((one, n) => spaceAbove(one, inner[n - 1]) + (one instanceof HTMLTableElement ? one.getBoundingClientRect().height : measured(one).height));
  const below = parseFloat(getComputedStyle(inner[inner.length - 1]!).marginBottom) || 0;
  return taken + heights.reduce((sum, one) => sum + one) + below + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
}

/** Makes the pages of a section as planned. */
function build(
  section: HTMLElement, blocks: HTMLElement[], measured: Block[], plan: Piece[][], header: (page: number) => HTMLElement | null, number: (page: number) => number,
): HTMLElement[] {
  const parts = new Map<number, HTMLElement[]>(); // of a block that is cut, what stands on each of its pages
  for (const [n, block] of blocks.entries()) {
    const at = plan.flat().filter((piece) => piece.block === n);
    parts.set(n, at.length > 1 ? cut(block, at, measured[n]!.headers) : [block]);
  }
  return plan.map((pieces, n) => {
    const page = section.cloneNode(false) as HTMLElement;
    page.classList.add("page");
    page.style.height = page.style.minHeight;
    page.dataset.page = String(number(n));
    const top = header(n)?.cloneNode(true) as HTMLElement | undefined;
    if (top) {
      numbered(top, number(n));
      page.append(top);
    }
    const article = document.createElement("article");
    for (const [place, piece] of pieces.entries()) {
      const part = parts.get(piece.block)!.shift()!;
      const isHead = place === 0 && (n > 0 || piece.from > 0);
      part.style.marginTop = `${isHead ? 0 : measured[piece.block]!.space}px`;
      part.style.marginBottom = "0";
      article.append(part);
    }
    page.append(article);
    return page;
  });
}

/** Writes a page's number over the one that Word left in the header's field. */
function numbered(header: HTMLElement, number: number): void {
  const walker = document.createTreeWalker(header, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/^\s*\d+\s*$/.test(node.nodeValue ?? "")) {
      node.nodeValue = String(number);
      return;
    }
  }
}
