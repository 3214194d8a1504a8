// The mailing: a common file, a table, what is wrong with it, what would be printed, printing, what came of it.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ApiError, download, file, type Problem } from "../api";
import { Dialog } from "../dialog";
import { Grid, status } from "../mailing/grid";
import { type CellProblem, type Edit, joined, keepEdits, type Look, type Plan, waitingEdits } from "../mailing/table";
import { followed, go } from "../route";
import { t } from "../words";
import type { Shown } from "./shown";

interface Folder { folder: string; files: { name: string; mau: string }[] }
interface Progress { running: boolean; made: number; of: number | null; at_pdfs: boolean; done: Plan | null }
const OFTEN = 250; // ms between two looks at how far the printing is

export function Mailing({ address, spoken }: Shown) {
  const base = address.searchParams.get("tep") ?? "";
  const [folder, setFolder] = useState<Folder | null>(null);
  const [look, setLook] = useState<Look | null>(null);
  const [provinces, setProvinces] = useState<string[]>([]);
  const [mayPdf, setMayPdf] = useState(false);
  const [failure, setFailure] = useState<Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [wanted, setWanted] = useState<{ row: number; at: number } | null>(null);
  const [given, setGiven] = useState<File | null>(null); // to take the place of a table that was typed on
  const [progress, setProgress] = useState<Progress | null>(null);
  const current = useRef({ base, version: 0, sha256: "", waiting: [] as Edit[], going: [] as Edit[], isSending: false });
  const took = (answer: Look): void => {
    current.current.version = answer.version ?? 0;
    current.current.sha256 = answer.sha256 ?? "";
    setLook(answer);
    if (answer.provinces) setProvinces(answer.provinces);
    if (answer.pdf !== undefined) setMayPdf(answer.pdf);
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
      setFailure([]);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status) setFailure(error.problems);
    } finally {
      setBusy(false);
    }
  };
  const begin = async (): Promise<void> => {
    took(await api<Look>("mailing/start", { base }));
    const state = current.current;
    state.waiting = waitingEdits(folder!.folder, base, state.sha256);
    if (state.waiting.length) await send();
    setProgress(null);
    void watch(base);
  };
  useEffect(() => { void api<Folder>("folder").then(setFolder).catch(() => undefined); }, []);
  useEffect(() => {
    current.current = { base, version: 0, sha256: "", waiting: [], going: [], isSending: false };
    setLook(null);
    setFailure([]);
    setProgress(null);
    if (base && folder) void attempt(begin);
  }, [base, folder]);
  const isFirst = useRef(true);
  useEffect(() => { // what is wrong with the table is asked again in the other language
    if (isFirst.current) isFirst.current = false;
    else if (base && folder && look) void attempt(async () => took(await api<Look>("mailing/start", { base })));
  }, [spoken]);

  const send = async (): Promise<void> => {
    const state = current.current;
    if (state.isSending) return;
    state.isSending = true;
    try {
      while (state.waiting.length && state === current.current) {
        const going = state.going = state.waiting.splice(0);
        try {
          const answer = await api<Look>("mailing/edit", { base, version: state.version, ...joined(going) });
          if (state === current.current) took(answer);
        } catch (error) {
          if (error instanceof ApiError && (error.status === 0 || error.status === 409)) state.waiting.unshift(...going);
          throw error;
        } finally {
          state.going = [];
          keepEdits(folder!.folder, base, state.sha256, state.waiting);
        }
      }
    } finally {
      state.isSending = false;
    }
  };
  const change = (edit: Edit): void => {
    const state = current.current;
    state.waiting.push(edit);
    keepEdits(folder!.folder, base, state.sha256, [...state.going, ...state.waiting]);
    if (!state.isSending) void attempt(send);
  };
  const upload = (given: File | undefined, isSure = false): void => {
    const isTyped = look?.table && (look.table.typed.length || look.table.left_out.length || look.table.chosen.length);
    setGiven(given && isTyped && !isSure ? given : null);
    if (given && (isSure || !isTyped)) void attempt(async () => {
      took(await api<Look>("mailing/upload", { base, name: given.name, data: await inBase64(given) }));
      setProgress(null);
    });
  };
  const watch = async (mine: string): Promise<void> => {
    for (;;) {
      const now = await api<Progress>("mailing/progress", { base: mine });
      if (mine !== current.current.base || (!now.running && !now.done)) return;
      if (!now.running) { // what came of it and how it stands now are shown at once
        const look = await api<Look>("mailing/start", { base: mine });
        if (mine !== current.current.base) return;
        took(look);
        setProgress(now);
        return;
      }
      setProgress(now);
      await new Promise((resolve) => setTimeout(resolve, OFTEN));
    }
  };
  const run = (overwrite: boolean, pdf: boolean): void => void attempt(async () => {
    setProgress({ running: true, made: 0, of: null, at_pdfs: false, done: null });
    try {
      await send();
      await api("mailing/run", { base, version: current.current.version, overwrite, pdf });
      await watch(base);
    } catch (error) {
      setProgress(null);
      throw error;
    }
  });
  const isRunning = progress?.running ?? false;
  const table = look?.table;
  return (
    <main id="noi-dung" tabIndex={-1} class="mailing">
      <h1>{t("In hàng loạt: mỗi hàng một văn bản")} {isBusy && !isRunning && <span class="hint busy" role="status">{t("Đang xem bảng …")}</span>}</h1>
      <div class="steps">
        <label>{t("1. Tệp chung")}
          <select value={base} disabled={isRunning} onChange={(event) => go(`/hang-loat?tep=${encodeURIComponent(event.currentTarget.value)}`)}>
            {!base && <option value="">{t("chọn tệp …")}</option>}
            {(folder?.files ?? []).map((one) => <option key={one.name} value={one.name}>{one.name}</option>)}
          </select>
        </label>
        {base && <a class="button" href={`/soan?tep=${encodeURIComponent(base)}`} onClick={followed}>{t("Mở để sửa")}</a>}
        {base && look && <Given name={look.name ?? ""} isLocked={isRunning || isBusy} onFile={upload} />}
        {base && look && <Begin provinces={provinces} isLocked={isRunning || isBusy} has={Boolean(table)} onBegin={(province) => void attempt(async () => { took(await api<Look>("mailing/begin", { base, province })); setProgress(null); })} />}
      </div>
      {!base && <p class="hint">{t("Tệp chung là văn bản có chỗ để trống cho từng nơi, ví dụ {vi_du}.", { vi_du: "{{ don_vi.ten }}" })}</p>}
      {base && look && !table && !isBusy && failure.length === 0 && <p class="hint">{t("Mỗi hàng của bảng là một nơi nhận, mỗi cột điền một chỗ của tệp chung. Mọi lỗi được báo ở đây trước khi in; bảng sửa tới đâu giữ tới đó.")}</p>}
      {failure.length > 0 && <div class="banner wrong" role="alert">{failure.map((one, n) => <p key={n}>{one.file && `${one.file}${one.line ? `:${one.line}` : ""}: `}{one.message} {one.hint}</p>)}</div>}
      {given && (
        <Dialog title={t("Thay bảng đang có")} onClose={() => setGiven(null)}>
          <p>{t("Bảng {ten} đã sửa trên trang này; thay bằng {moi} thì mất những chỗ đã sửa. Muốn giữ thì tải bảng về trước.", { ten: look?.name ?? "", moi: given.name })}</p>
          <p class="buttons">
            <button type="button" class="main" onClick={() => upload(given, true)}>{t("Thay bảng")}</button>
            <button type="button" onClick={() => void attempt(async () => download(await file("mailing/table", { base }), `${stemOf(base)}.xlsx`))}>{t("Tải bảng về (.xlsx)")}</button>
            <button type="button" onClick={() => setGiven(null)}>{t("Thôi")}</button>
          </p>
        </Dialog>
      )}
      {table && look?.plan && (
        <>
          <Whole plan={look.plan} head={table.head} base={base} onGo={(row, at) => setWanted({ row, at })} />
          {(look.visible_only || look.plan.problems.some((one) => one.level === "error" && one.row !== null && one.at === null && look.plan!.refused)) && (
            <p class="rows"><label><input type="checkbox" checked={look.visible_only} disabled={isRunning} onChange={(event) => change({ visible_only: event.currentTarget.checked })} />{t("Chỉ lấy những hàng đang hiện trong Excel")}</label></p>
          )}
          <Grid table={table} plan={look.plan} isLocked={isRunning} wanted={wanted} change={change} />
          <Bottom {...{ look, progress, isBusy, base, change, run, mayPdf }} />
        </>
      )}
    </main>
  );
}

function Given({ name, isLocked, onFile }: { name: string; isLocked: boolean; onFile(given: File | undefined): void }) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      class={`given${isOver ? " over" : ""}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); if (!isLocked) onFile(event.dataTransfer?.files[0]); }}
    >
      <span>{t("2. Bảng số liệu")}{name && <>: <b>{name}</b></>}</span>
      <button type="button" disabled={isLocked} onClick={() => input.current?.click()}>{name ? t("Thay bảng khác …") : t("Chọn tệp Excel …")}</button>
      <span class="hint">{t("hoặc thả tệp .xlsx, .csv vào đây")}</span>
      <input ref={input} type="file" hidden accept=".xlsx,.xls,.ods,.csv,.txt" aria-label={t("Chọn tệp Excel …")} onChange={(event) => { onFile(event.currentTarget.files?.[0]); event.currentTarget.value = ""; }} />
    </div>
  );
}

const BLANK = "-"; // no unit yet: rows are added on the page

function Begin({ provinces, isLocked, has, onBegin }: { provinces: string[]; isLocked: boolean; has: boolean; onBegin(province: string | null): void }) {
  const [province, setProvince] = useState("");
  const [isSure, setSure] = useState(false);
  return (
    <form class="begin" onSubmit={(event) => { event.preventDefault(); if (has && !isSure) setSure(true); else { setSure(false); onBegin(province === BLANK ? null : province); } }}>
      <label>{t("hoặc lập bảng mọi xã, phường của")}
        <select value={province} disabled={isLocked} onChange={(event) => setProvince(event.currentTarget.value)}>
          <option value="">{t("tỉnh của cơ quan")}</option>
          <option value={BLANK}>{t("(không nơi nào: bảng trống, tự thêm hàng)")}</option>
          {provinces.map((one) => <option key={one} value={one}>{one}</option>)}
        </select>
      </label>
      <button type="submit" disabled={isLocked}>{isSure ? t("Thay bảng đang có") : t("Lập bảng")}</button>
    </form>
  );
}

interface Said extends CellProblem { rows: number }

/** Returns problems, one of the common file that many rows meet said once; of a cell, each, but doubts of a kind are one. */
function once(problems: CellProblem[]): Said[] {
  const found = new Map<string, Said>();
  problems.forEach((one, n) => {
    const isShared = one.of_file.endsWith(".toml") || one.level !== "error";
    const key = isShared ? `${one.of_file.endsWith(".toml") ? `${one.of_file}:${one.line}:${one.column}` : ""} ${one.code} ${one.code ? "" : one.message}` : String(n);
    const before = found.get(key);
    if (before) before.rows += 1;
    else found.set(key, { ...one, rows: 1 });
  });
  return [...found.values()];
}

/** What is wrong with the table as a whole first, then every fault of a cell. */
function Whole({ plan, head, base, onGo }: { plan: Plan; head: number; base: string; onGo(row: number, at: number): void }) {
  const errors = once(plan.problems.filter((one) => one.level === "error"));
  const isWhole = (one: Said): boolean => one.rows > 1 || one.row === null || one.row <= head || (plan.refused && one.at === null);
  const whole = errors.filter(isWhole);
  const cells = errors.filter((one) => !isWhole(one));
  const doubts = once(plan.problems.filter((one) => one.level !== "error"));
  const line = (one: Said, n: number) => {
    const isHere = one.row !== null && !one.of_file.endsWith(".toml") && one.rows === 1;
    const isBase = one.of_file.endsWith(".toml");
    return (
      <li key={n} class={one.level}>
        {isHere ? <button type="button" class="go" onClick={() => onGo(one.row!, one.at ?? 0)}><b>{(one.cell ?? String(one.row)).replace(/^.*!/, "")}</b> {one.message} <span class="hint">{one.hint}</span></button>
          : <span class="go">{isBase && <a href={`/soan?tep=${encodeURIComponent(base)}`} onClick={followed}>{base}{one.line ? `:${one.line}` : ""}</a>} {one.rows > 1 ? t("{so} hàng:", { so: one.rows }) : one.row !== null && t("hàng {so}", { so: one.row })} {one.message} <span class="hint">{one.hint}</span></span>}
      </li>
    );
  };
  return (
    <section class="problems" aria-label={t("Lỗi và cảnh báo")} aria-live="polite">
      {whole.length > 0 && <><p class="count wrong">{t("Sửa các lỗi của cả bảng trước ({so})", { so: whole.length })}</p><ul>{whole.map(line)}</ul></>}
      {cells.length > 0 && <><p class="count wrong">{t("{so} ô, hàng có lỗi", { so: cells.length })}</p><ul>{cells.map(line)}</ul></>}
      {errors.length === 0 && <p class="count">{t("Bảng không có lỗi.")}</p>}
      {doubts.length > 0 && <details><summary class="doubt">{t("{so} cảnh báo", { so: doubts.length })}</summary><ul>{doubts.map(line)}</ul></details>}
    </section>
  );
}

function Bottom({ look, progress, isBusy, base, change, run, mayPdf }: { look: Look; progress: Progress | null; isBusy: boolean; base: string; mayPdf: boolean; change(edit: Edit): void; run(overwrite: boolean, pdf: boolean): void }) {
  const [isPdf, setPdf] = useState(false);
  const [failure, setFailure] = useState("");
  const plan = look.plan!;
  const isRunning = progress?.running ?? false;
  const done = progress?.done ?? null;
  const ready = plan.counts.ready ?? 0;
  const there = (plan.counts.unchanged ?? 0) + (plan.counts.edited ?? 0) + (plan.counts.skipped ?? 0);
  const refused = plan.counts.refused ?? 0;
  const print = there ? t("In tiếp {so} văn bản", { so: ready }) : t("In {so} văn bản", { so: ready });
  const wish = !ready && isPdf && there ? t("Làm bản PDF của {so} văn bản", { so: there }) : !ready ? t("Không có gì để in") : refused ? `${print}${t(", để lại {so} hàng hỏng", { so: refused })}` : print;
  const take = async (path: string, name: string): Promise<void> => {
    try {
      download(await file(path, { base }), name);
      setFailure("");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(error.message);
    }
  };
  const stem = stemOf(base);
  return (
    <footer class="run">
      <Counted plan={plan} />
      {done && <Done done={done} />}
      {failure && <p class="wrong" role="alert">{failure}</p>}
      <p class="buttons">
        <label>{t("Thư mục kết quả")} <input class="out" value={look.out} disabled={isRunning} maxLength={200} onChange={(event) => change({ out: event.currentTarget.value })} /></label>
        {isRunning ? (
          <>
            <progress max={progress?.of ?? plan.total} value={progress?.made ?? 0} aria-label={t("Đang in")} />
            <span aria-live="polite">{progress?.at_pdfs ? t("Đang làm PDF {so}/{tong}", { so: progress.made, tong: progress.of ?? plan.total }) : t("Đang in {so}/{tong}", { so: progress?.made ?? 0, tong: progress?.of ?? plan.total })}</span>
            <button type="button" onClick={() => void api("mailing/cancel", { base })}>{t("Dừng")}</button>
          </>
        ) : (
          <>
            <button type="button" class="main" disabled={isBusy || (!ready && !(isPdf && there)) || plan.refused} onClick={() => run(false, isPdf)}>{wish}</button>
            <label class="tick" title={mayPdf ? "" : t("Máy này chưa có LibreOffice")}><input type="checkbox" checked={isPdf} disabled={!mayPdf} onChange={(event) => setPdf(event.currentTarget.checked)} />{t("kèm bản PDF")}</label>
            {(plan.counts.edited ?? 0) > 0 && <button type="button" disabled={isBusy} onClick={() => run(true, isPdf)}>{t("In lại cả những tệp đã sửa trong Word")}</button>}
            <button type="button" disabled={isBusy || !there} onClick={() => void take("mailing/zip", `${stem}.zip`)}>{t("Tải về {so} tệp (.zip)", { so: there })}</button>
            <button type="button" disabled={isBusy} onClick={() => void take("mailing/table", `${stem}.xlsx`)}>{t("Tải bảng về (.xlsx)")}</button>
          </>
        )}
      </p>
    </footer>
  );
}

/** Every row is counted: those that are printed, and those that are not, with why. */
function Counted({ plan }: { plan: Plan }) {
  const words = ["ready", "written", "unchanged", "edited", "skipped", "refused", "not written"].filter((word) => plan.counts[word]).map((word) => `${plan.counts[word]} ${status(word)}`);
  const numbered = plan.rows.filter(([, , state, label]) => state === "ready" && /^\d/.test(label)).map(([, , , label]) => label);
  const numbers = numbered.length > 1 ? t("Số dự kiến: {dau} đến {cuoi}.", { dau: numbered[0]!, cuoi: numbered[numbered.length - 1]! }) : "";
  if (plan.left_out) words.push(t("{so} hàng đã bỏ", { so: plan.left_out }));
  if (plan.hidden.length) words.push(t("{so} hàng ẩn, không lấy", { so: plan.hidden.length }));
  if (plan.silent.length) words.push(t("{so} hàng trống hoặc hàng đánh số cột ({hang})", { so: plan.silent.length, hang: plan.silent.slice(0, 8).join(", ") }));
  return <p class="counted" aria-live="polite">{t("{so} hàng:", { so: plan.total })} {plan.refused ? t("chưa in được hàng nào, sửa lỗi của bảng trước") : words.join(", ")}. {numbers}</p>;
}

function Done({ done }: { done: Plan }) {
  const written = done.counts.written ?? 0;
  return (
    <div class="done" role="status">
      <p><b>{done.stopped ? t("Đã dừng; bấm In tiếp để làm nốt.") : t("Đã in xong.")}</b> {t("Lượt này ghi {so} tệp.", { so: written })} {done.pdfs > 0 && t("Có {so} bản PDF.", { so: done.pdfs })}</p>
      {done.begun.map((one) => <p key={one}>{t("Đã lập sổ văn bản mới: {so}.", { so: one })}</p>)}
      {done.faults.slice(0, 5).map(([row, said], n) => <p key={n} class="doubt">{t("hàng {so}", { so: row })}: {said}</p>)}
      {done.dropped.length > 0 && <p>{t("Đã dọn tệp cũ: {ten}", { ten: done.dropped.join(", ") })}</p>}
      {done.left.length > 0 && <p class="doubt">{t("Còn tệp in trước đây mà không hàng nào ứng với: {ten}", { ten: done.left.join(", ") })}</p>}
    </div>
  );
}

const stemOf = (base: string): string => base.replace(/^.*\//, "").replace(/\.toml$/, "");

async function inBase64(given: File): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(given);
  });
}
