// The pages as they will be printed, of the newest text; the last good ones stay while the text has errors.
import { useEffect, useRef, useState } from "preact/hooks";
import { standIn, type Font } from "../paper/font";
import { t } from "../words";

export interface Drawing { docx: Uint8Array; serial: number }

const ZOOMS = [0.5, 0.6, 0.75, 0.9, 1, 1.25, 1.5, 2];
const PAGE = 794; // px, the width of A4

interface Props {
  docx: Uint8Array | null;
  isStale: boolean; // the text has errors: this is the last good page
  isBusy: boolean;
  isSettings: boolean; // of which no page is made
  here: number[]; // the paragraphs of the line that the cursor is in
  onPick(paragraph: number): void;
  onDrawn?(pages: number): void;
}

export function Preview({ docx, isStale, isBusy, isSettings, here, onPick, onDrawn }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const home = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const drawing = useRef(false);
  const wanted = useRef<Uint8Array | null>(null);
  const [pages, setPages] = useState(0);
  const [serial, setSerial] = useState(0);
  const [zoom, setZoom] = useState(0); // 0: as wide as there is room
  const [fit, setFit] = useState(0.75);
  const [font, setFont] = useState<Font | null>(null);
  useEffect(() => void standIn().then(setFont), []);

  useEffect(() => {
    const watch = new ResizeObserver(() => setFit(Math.max(((frame.current?.clientWidth ?? PAGE) - 24) / PAGE, 0.3)));
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    wanted.current = docx;
    if (docx && !drawing.current) void drawNewest();
  }, [docx]);

  async function drawNewest(): Promise<void> {
    drawing.current = true;
    const { draw } = await import("../paper/draw");
    while (wanted.current && stage.current) { // only the newest is drawn: what was typed meanwhile is in it; none when the page was left
      const now = wanted.current;
      wanted.current = null;
      try {
        const paper = await draw(now, stage.current);
        home.current?.replaceChildren(...paper.styles, ...paper.pages.map(framed));
        setPages(paper.pages.length);
        setSerial((n) => n + 1);
        onDrawn?.(paper.pages.length);
        document.dispatchEvent(new CustomEvent("notice-gen-painted"));
      } catch (error) {
        console.error(error);
      }
    }
    drawing.current = false;
  }

  useEffect(() => {
    home.current?.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
    const found = here.flatMap((n) => [...(home.current?.querySelectorAll<HTMLElement>(`[data-p="${n}"]`) ?? [])]);
    found.forEach((one) => one.classList.add("here"));
    if (!found[0]) return;
    const [box, around] = [found[0].getBoundingClientRect(), frame.current!.getBoundingClientRect()];
    if (box.bottom < around.top || box.top > around.bottom) frame.current!.scrollBy({ top: box.top - around.top - around.height / 3 });
  }, [here.join(), serial]);

  const pick = (event: Event): void => {
    const paragraph = (event.target as HTMLElement).closest<HTMLElement>("[data-p]");
    if (paragraph && !getSelection()?.toString()) onPick(Number(paragraph.dataset.p));
  };
  const now = zoom || fit;
  const step = (by: number): void => {
    const near = ZOOMS.findIndex((one) => one >= now - 0.001);
    setZoom(ZOOMS[Math.min(Math.max((near < 0 ? ZOOMS.length : near) + by, 0), ZOOMS.length - 1)]!);
  };
  return (
    <section class="preview" aria-label={t("Trang in")}>
      <div class="tools">
        <strong>{t("Trang in")}</strong>
        <span class="count" aria-live="polite">{pages ? t("{so} trang", { so: pages }) : ""}</span>
        {font && <Stand font={font} />}
        {isStale && docx && <span class="stale">{t("Trang của bản đúng gần nhất")}</span>}
        <span class="grow" />
        <button type="button" class="small" onClick={() => step(-1)} aria-label={t("Thu nhỏ")}>−</button>
        <button type="button" class="small" onClick={() => setZoom(0)} aria-pressed={zoom === 0}>{zoom ? `${Math.round(now * 100)} %` : t("Vừa khung")}</button>
        <button type="button" class="small" onClick={() => step(1)} aria-label={t("Phóng to")}>+</button>
      </div>
      <div class={`frame${isBusy ? " busy" : ""}`} ref={frame} tabIndex={0} role="document" aria-label={t("Các trang của văn bản")}>
        {!docx && <p class="hint">{isSettings ? t("Tệp thiết lập không có trang in.") : isStale ? t("Sửa các lỗi bên trái thì trang in hiện ra ở đây.") : t("Đang làm trang in …")}</p>}
        <div class="pages" ref={home} style={{ "--zoom": String(now) }} onClick={pick} />
        <div class="stage" ref={stage} aria-hidden="true" inert />
      </div>
    </section>
  );
}

/** Tells which font stands in for Times New Roman. */
function Stand({ font }: { font: Font }) {
  const name = font.name || t("phông khác");
  const why = font.isLike
    ? t("Máy này không có Times New Roman; {ten} thay vào, chữ rộng bằng nhau nên dòng và trang ngắt như nhau.", { ten: name })
    : t("Máy này không có Times New Roman; {ten} thay vào, chữ rộng hẹp khác nên dòng và trang có thể ngắt khác. Cài Times New Roman, hoặc xem Trang in thật.", { ten: name });
  return <span class={font.isLike ? "count" : "stale"} title={why} tabIndex={0} role="note" aria-label={why}>{font.isLike ? t("phông: {ten}", { ten: name }) : t("Thiếu Times New Roman")}</span>;
}

/** Puts a page on its sheet, with its number outside the paper. */
function framed(page: HTMLElement, n: number, all: HTMLElement[]): HTMLElement {
  const sheet = document.createElement("div");
  sheet.className = "sheet";
  const number = document.createElement("p");
  number.className = "number";
  number.textContent = t("Trang {so}/{tong}", { so: n + 1, tong: all.length });
  const paper = document.createElement("div"); // as large as the page is drawn; the page itself is laid out in its own size, whatever the zoom
  paper.className = "paper-of"; // one that is out of sight is neither laid out nor painted
  paper.style.width = `calc(${page.style.width} * var(--zoom))`;
  paper.style.height = `calc(${page.style.height} * var(--zoom))`;
  paper.append(page);
  sheet.append(paper, number);
  return sheet;
}
