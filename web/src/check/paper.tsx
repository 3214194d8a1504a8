// One paper: its pages, its findings beside them, what of them is mended in a copy.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ApiError, download } from "../api";
import { bytesOf } from "../bytes";
import { t } from "../words";
import { choiceOf, copyName, counted, keyOf, LEVELS, levelSaid, said, type Fault, type Level, type Mended, type Pages, type Paper } from "./papers";
import { level as levelName, Sheet } from "./sheet";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface Props { paper: Paper; onChange(paper: Paper): void }

export function PaperView({ paper, onChange }: Props) {
  const report = paper.judged!.report;
  const [levels, setLevels] = useState<Set<Level>>(new Set(LEVELS));
  const [rule, setRule] = useState("");
  const [accepted, setAccepted] = useState<Set<string>>(new Set());
  const [picked, setPicked] = useState<Fault | null>(null);
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState("");
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (paper.pages || paper.noPages) return;
    api<Pages>("check/pages", { data: paper.data }).then(
      (pages) => onChange({ ...paper, pages }),
      (error: unknown) => { if (error instanceof ApiError) onChange({ ...paper, noPages: error.message || " " }); },
    );
  }, [paper.data]);

  const counts = counted(report);
  const rules = new Map(report.faults.map((fault) => [fault.code, fault]));
  const shown = report.faults.filter((fault) => levels.has(fault.level) && (!rule || fault.code === rule));
  const mendable = report.faults.filter((fault) => fault.mendable);
  const chosen = mendable.filter((fault) => accepted.has(keyOf(fault)));

  const turn = (one: Level): void => {
    const now = new Set(levels);
    if (!now.delete(one)) now.add(one);
    setLevels(now);
  };
  const accept = (several: Fault[], wanted: boolean): void => {
    const now = new Set(accepted);
    for (const one of several) if (wanted) now.add(keyOf(one)); else now.delete(keyOf(one));
    setAccepted(now);
  };
  const copy = async (comments: boolean): Promise<void> => {
    setFailure("");
    try {
      const only = [...new Map(chosen.map((fault) => [keyOf(fault), choiceOf(fault)])).values()];
      const made = await api<Mended>("check/mend", { data: paper.data, name: paper.name ?? "", only, comments });
      download(new Blob([bytesOf(made.docx)], { type: WORD }), copyName(paper, comments ? "ghi-chu" : "da-sua"));
      const left = Object.values(counted(made.report)).reduce((sum, count) => sum + count);
      setNote(t("Bản tải về: đã sửa {so} lỗi, còn {con} lỗi. Tệp gốc giữ nguyên.", { so: made.mended.length, con: left }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(error.message || t("Chương trình notice-gen đã tắt."));
    }
  };
  const pick = (fault: Fault): void => {
    setPicked(fault);
    const index = shown.indexOf(fault);
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div class="paper">
      <Sheet paper={paper} faults={shown} picked={picked} onPick={pick} />
      <section class="findings" aria-label={t("Lỗi của văn bản")}>
        <div class="filters" role="group" aria-label={t("Lọc")}>
          {LEVELS.map((one) => (
            <button type="button" class={`small ${levelName([{ level: one } as Fault])}`} key={one} aria-pressed={levels.has(one)} onClick={() => turn(one)}>{levelSaid(one)} {counts[one]}</button>
          ))}
          <select value={rule} aria-label={t("Quy tắc")} onChange={(event) => setRule(event.currentTarget.value)}>
            <option value="">{t("Mọi quy tắc")}</option>
            {[...rules].sort(([a], [b]) => a.localeCompare(b)).map(([code, fault]) => <option key={code} value={code}>{code} {fault.name}</option>)}
          </select>
        </div>
        <div class="mending">
          {mendable.length > 0 && (
            <label><input type="checkbox" checked={chosen.length === mendable.length} onChange={(event) => accept(mendable, event.currentTarget.checked)} /> {t("Sửa hết {so} lỗi sửa được", { so: mendable.length })}</label>
          )}
          <span class="grow" />
          <button type="button" class="main" disabled={chosen.length === 0} onClick={() => void copy(false)}>{t("Tải bản đã sửa ({so})", { so: chosen.length })}</button>
          <button type="button" onClick={() => void copy(true)} disabled={report.faults.length === 0}>{t("Tải bản có ghi chú")}</button>
        </div>
        <p class="note" role="status">{note}</p>
        {failure && <p class="wrong" role="alert">{failure}</p>}
        {report.tracked && <p class="doubt">{t("Tệp có sửa đổi đang theo dõi (track changes): xét như đã chấp nhận hết.")}</p>}
        {report.faults.length === 0 && <p class="count">{said(paper)}</p>}
        <ul ref={list}>
          {shown.map((fault, n) => (
            <li key={n} class={`${levelName([fault])}${fault === picked ? " here" : ""}`}>
              <button type="button" class="go" aria-pressed={fault === picked} onClick={() => setPicked(fault)}>
                <span class="where">{fault.paragraph ? t("Đoạn {so}", { so: fault.paragraph }) : fault.section ? t("Phần {so}", { so: fault.section }) : t("Cả văn bản")}</span>
                <span class="level">{levelSaid(fault.level)}</span> <span class="rule">{fault.code}</span>
                <span class="said">{fault.message}</span>
                {quoted(fault) && <q>{quoted(fault)}</q>}
                {fault.hint && <span class="hint">{fault.hint}</span>}
                <span class="hint">{fault.article}</span>
              </button>
              {fault.mendable && (
                <label class="accept"><input type="checkbox" checked={accepted.has(keyOf(fault))} onChange={(event) => accept([fault], event.currentTarget.checked)} /> {t("Sửa")}</label>
              )}
            </li>
          ))}
        </ul>
        {Object.entries(report.more).map(([code, more]) => <p class="hint" key={code}>{t("{ma}: còn {so} chỗ nữa không kể ra.", { ma: code, so: more })}</p>)}
        {Object.keys(report.waived).length > 0 && <p class="hint">{t("Bỏ qua theo thiết lập cơ quan: {ma}.", { ma: Object.entries(report.waived).map(([code, count]) => `${code} (${count})`).join(", ") })}</p>}
      </section>
    </div>
  );
}

/** What stands at the place of a fault, unless its message says it; the server counts characters, JavaScript half of some. */
function quoted(fault: Fault): string {
  const text = [...(fault.text ?? "")].slice(fault.start ?? 0, fault.end ?? 0).join("").trim();
  return fault.message.includes(text) ? "" : text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
