// What a paginator has to know of a Word file and a drawing of it does not show: what stays together, which rows are headings.
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export interface Row { header: boolean; whole: boolean; keepNext: boolean }
export interface Flags { keepNext: boolean; keepLines: boolean; widows: boolean; before: boolean; rows: Row[] }

type Switch = "keepNext" | "keepLines" | "widowControl" | "pageBreakBefore" | "contextualSpacing";

function child(of: Element | undefined, name: string): Element | undefined {
  for (let one = of?.firstElementChild; one; one = one.nextElementSibling) if (one.localName === name && one.namespaceURI === W) return one;
  return undefined;
}
const value = (of: Element | undefined): string | null => of?.getAttributeNS(W, "val") ?? null;
const isOn = (of: Element): boolean => !["0", "false", "off"].includes(value(of) ?? "1");

/** Reads the properties of paragraphs, through their styles. */
class Styles {
  private readonly byId = new Map<string, Element>();

  constructor(styles: Document | null) {
    for (const style of styles?.getElementsByTagNameNS(W, "style") ?? []) this.byId.set(style.getAttributeNS(W, "styleId") ?? "", style);
  }

  /** Says whether a property of a paragraph holds: its own word, else its style's, else that of the style it is based on. */
  has(paragraph: Element, name: Switch, otherwise = false): boolean {
    const own = child(paragraph, "pPr");
    const said = child(own, name);
    if (said) return isOn(said);
    let id = value(child(own, "pStyle"));
    for (let depth = 0; id && depth < 20; depth++) {
      const style = this.byId.get(id);
      const inherited = child(child(style, "pPr"), name);
      if (inherited) return isOn(inherited);
      id = value(child(style, "basedOn"));
    }
    return otherwise;
  }
}

/** Returns the flags of each paragraph and table of the body, in their order. */
export function flagsOf(body: Document, stylesPart: Document | null): Flags[] {
  const styles = new Styles(stylesPart);
  const blocks = [...(child(body.documentElement, "body")?.children ?? [])].filter((one) => one.localName === "p" || one.localName === "tbl");
  return blocks.map((one) => (one.localName === "p" ? ofParagraph(one, styles) : ofTable(one, styles)));
}

function ofParagraph(p: Element, styles: Styles): Flags {
  return {
    keepNext: styles.has(p, "keepNext"), keepLines: styles.has(p, "keepLines"), widows: styles.has(p, "widowControl", true),
    before: styles.has(p, "pageBreakBefore"), rows: [],
  };
}

function ofTable(table: Element, styles: Styles): Flags {
  const rows = [...table.children].filter((one) => one.localName === "tr").map((row): Row => {
    const properties = child(row, "trPr");
    const header = child(properties, "tblHeader");
    const whole = child(properties, "cantSplit");
    const first = child(child(row, "tc"), "p"); // the first paragraph of the first cell speaks for the row
    return { header: !!header && isOn(header), whole: !!whole && isOn(whole), keepNext: !!first && styles.has(first, "keepNext") };
  });
  return { keepNext: false, keepLines: false, widows: true, before: false, rows };
}
