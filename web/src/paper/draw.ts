// A Word file of ours → its pages, drawn as they will be printed: docx-preview draws it as one endless page, which is cut here.
import { parseAsync, renderDocument } from "docx-preview";
import { flagsOf, type Flags } from "./flags";
import { flow, type Block, type Piece } from "./flow";
import { cut } from "./lines";
import { sizeOf, type Known } from "./sizes";

const LINE = 1.15; // height of a line of Times New Roman, and of what stands for it, in its size: ascent, descent and leading of the font
const OPTIONS = { inWrapper: false, keepOrigin: true, breakPages: true, ignoreLastRenderedPageBreak: true, useBase64URL: true, renderFootnotes: false, renderEndnotes: false };

export interface Paper { pages: HTMLElement[]; styles: HTMLElement[] }

/** Draws a Word file into pages; *stage* is an element on the page, out of sight, in which they are measured. */
export async function draw(docx: Uint8Array, stage: HTMLElement): Promise<Paper> {
  const model = await parseAsync(docx, OPTIONS);
  const [body, styles] = [xml(model, "word/document.xml"), xml(model, "word/styles.xml")];
  const flags = body ? flagsOf(body, styles) : [];
  withFields(model);
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

/** Returns a part of the file as docx-preview has read it. */
function xml(model: { partsMap?: Record<string, { _xmlDocument?: Document }> }, path: string): Document | null {
  return model.partsMap?.[path]?._xmlDocument ?? null;
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
function withFields(model: { parts: { path: string; rootElement?: { children?: any[] } }[] }): void {
  for (const part of model.parts.filter((one) => /\/(?:header|footer)\d*\.xml$/.test(one.path))) {
    const paragraphs = [...(xml(model as object, part.path)?.getElementsByTagNameNS(W, "p") ?? [])];
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
  evenOut([...stage.querySelectorAll("table")].filter(setWidths));
  for (const section of stage.querySelectorAll<HTMLElement>("section.docx")) section.style.lineHeight ||= String(LINE);
}

/** Gives a table the columns that it has in the file, if it says them: left to itself the browser goes by what stands in them. */
function setWidths(table: HTMLTableElement): boolean {
  const widths = [...table.querySelectorAll<HTMLElement>(":scope > colgroup > col")].map((one) => parseFloat(one.style.width));
  if (widths.length === 0 || !widths.every((one) => one > 0)) return false;
  table.style.tableLayout = "fixed";
  table.style.width = `${widths.reduce((sum, one) => sum + one, 0)}pt`;
  return true;
}

/**
 * Takes from the cells of tables what the browser adds: half of each border at the sides, and above what a border of half a point has as a whole dot.
 * All is read before anything is written: a style that is asked for between two changes is worked out anew each time.
 */
function evenOut(tables: HTMLTableElement[]): void {
  const known = new Map<string, { left: number; right: number; taken: number } | null>();
  const about = (cell: HTMLTableCellElement): { left: number; right: number; taken: number } | null => {
    const style = getComputedStyle(cell);
    const drawn = parseFloat(style.borderTopWidth) || 0;
    const edge = style.getPropertyValue("--edge");
    if (drawn === 0 || !edge.endsWith("pt")) return null;
    const beside = (padding: string, border: string): number => Math.max(parseFloat(padding) - parseFloat(border) / 2, 0);
    return { left: beside(style.paddingLeft, style.borderLeftWidth), right: beside(style.paddingRight, style.borderRightWidth), taken: drawn - (parseFloat(edge) * 4) / 3 };
  };
  const margins = new Map<string, number>();
  const changes = tables.flatMap((table) => [...table.rows].flatMap((row) => [...row.cells])).map((cell) => {
    const key = `${cell.closest("table")!.className}|${cell.className}|${cell.style.cssText}`;
    if (!known.has(key)) known.set(key, about(cell));
    const said = known.get(key);
    const first = cell.firstElementChild;
    if (!said || !(first instanceof HTMLElement)) return { cell, said, first: null, margin: 0 };
    const kind = `${key}|${first.className}|${first.style.cssText}`;
    if (!margins.has(kind)) margins.set(kind, parseFloat(getComputedStyle(first).marginTop));
    return { cell, said, first, margin: margins.get(kind)! };
  });
  for (const { cell, said, first, margin } of changes) {
    if (!said) continue;
    cell.style.paddingLeft = `${said.left}px`;
    cell.style.paddingRight = `${said.right}px`;
    cell.dataset.taken = String(said.taken);
    if (first) first.style.marginTop = `${margin - said.taken}px`;
  }
}

/** Cuts a section into its pages. */
function paged(section: HTMLElement, blocks: HTMLElement[], flags: Flags[], header: HTMLElement | null, start: number | null, before: number): HTMLElement[] {
  const style = getComputedStyle(section);
  const room = parseFloat(style.minHeight) - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  const known: Known = new Map();
  const sizes = blocks.map((one, n) => sizeOf(one, blocks[n - 1], flags[n], known));
  const plan = flow(sizes, room);
  return build(section, blocks, sizes, plan, (n) => (n === 0 ? section.querySelector<HTMLElement>(":scope > header") : header), (n) => (start ?? before + 1) + n);
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
