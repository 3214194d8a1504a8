// The paper itself, the places of its faults marked: its pages as they are printed, or, without LibreOffice, its paragraphs.
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words";
import { type Box, type Fault, type Paper, type Paragraph } from "./papers";

interface Props { paper: Paper; faults: Fault[]; picked: Fault | null; onPick(fault: Fault): void }

const placeOf = (one: { part: string | null; paragraph: number | null }): string => `${one.part ?? ""}|${one.paragraph ?? 0}`;

export function Sheet({ paper, faults, picked, onPick }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const at = picked ? placeOf(picked) : "";
  useEffect(() => {
    const found = [...(frame.current?.querySelectorAll<HTMLElement>("[data-place]") ?? [])].find((one) => one.dataset.place === at);
    found?.scrollIntoView({ block: "center" });
  }, [at, paper.pages]);
  const byPlace = new Map<string, Fault[]>();
  for (const fault of faults) byPlace.set(placeOf(fault), [...(byPlace.get(placeOf(fault)) ?? []), fault]);
  return (
    <div class="frame sheets" ref={frame} tabIndex={0} role="region" aria-label={t("Các trang của văn bản")}>
      {paper.pages ? <Printed paper={paper} byPlace={byPlace} at={at} onPick={onPick} /> : paper.noPages
        ? <Plain paper={paper} byPlace={byPlace} at={at} onPick={onPick} /> : <p class="hint">{t("Đang làm trang in …")}</p>}
    </div>
  );
}

interface Shown { paper: Paper; byPlace: Map<string, Fault[]>; at: string; onPick(fault: Fault): void }

function Printed({ paper, byPlace, at, onPick }: Shown) {
  const { pages, boxes } = paper.pages!;
  const marks = new Map<number, { box: Box; one: Paragraph; faults: Fault[] }[]>();
  paper.judged!.paragraphs.forEach((one, n) => {
    const [box, found] = [boxes[n], byPlace.get(placeOf(one))];
    if (box && found) marks.set(box[0], [...(marks.get(box[0]) ?? []), { box, one, faults: found }]);
  });
  return (
    <>
      {pages.map((page, n) => (
        <div class="printed" key={n}>
          <img src={`data:image/png;base64,${page}`} alt={t("Trang {so}/{tong}", { so: n + 1, tong: pages.length })} />
          {(marks.get(n + 1) ?? []).map(({ box: [, left, top, right, bottom], one, faults }) => (
            <button
              type="button" key={placeOf(one)} data-place={placeOf(one)} class={`mark ${level(faults)}${placeOf(one) === at ? " here" : ""}`} title={faults[0]!.message}
              aria-label={t("{so} lỗi ở đoạn {doan}", { so: faults.length, doan: one.paragraph })} onClick={() => onPick(faults[0]!)}
              style={{ left: `${left * 100 - 0.8}%`, top: `${top * 100 - 0.3}%`, width: `${(right - left) * 100 + 1.6}%`, height: `${(bottom - top) * 100 + 0.6}%` }}
            >
              <span>{faults.length}</span>
            </button>
          ))}
        </div>
      ))}
      {pages.length >= 100 && <p class="hint">{t("Chỉ hiện 100 trang đầu.")}</p>}
    </>
  );
}

function Plain({ paper, byPlace, at, onPick }: Shown) {
  return (
    <div class="plain">
      <p class="banner">{t("Không làm được trang in nên hiện chữ của văn bản, mỗi đoạn một số.")} {paper.noPages}</p>
      <ol>
        {paper.judged!.paragraphs.map((one) => {
          const found = byPlace.get(placeOf(one)) ?? [];
          return (one.text.trim() || found.length > 0) && (
            <li key={placeOf(one)} value={one.paragraph} data-place={placeOf(one)} class={`${found.length ? level(found) : ""}${placeOf(one) === at ? " here" : ""}`}>
              {one.label} {one.text}
              {found.map((fault, n) => <button type="button" key={n} class="beside" onClick={() => onPick(fault)}>{fault.code} {fault.message}</button>)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const NAMES = { "luật": "law", "thông lệ": "habit", "gợi ý": "wish" };
export const level = (faults: Fault[]): string => NAMES[faults.some((one) => one.level === "luật") ? "luật" : faults.some((one) => one.level === "thông lệ") ? "thông lệ" : "gợi ý"];
