// The table in which every faulty cell is seen and mended: rows and columns are called as Excel calls them.
import { useEffect, useState } from "preact/hooks";
import { t } from "../words";
import { Choosing } from "./choosing";
import type { CellProblem, Edit, Plan, Table } from "./table";

const AT_ONCE = 200; // rows on one page
const FEW = 3; // doubts of a kind that are said at each cell; more are said once, above

interface Props { table: Table; plan: Plan; isLocked: boolean; wanted: { row: number; at: number } | null; change(edit: Edit): void }

export function Grid({ table: told, plan, isLocked, wanted, change }: Props) {
  const [added, setAdded] = useState<number[]>([]); // rows begun here, of which the server knows nothing until something is typed
  const [isChoosing, setChoosing] = useState(false);
  const known = new Set(told.rows.map(([row]) => row));
  const fresh = added.filter((row) => !known.has(row));
  const table: Table = fresh.length ? { ...told, rows: [...told.rows, ...fresh.map((row): [number, ...string[]] => [row, ...told.columns.map(() => "")])] } : told;
  const last = Math.max(table.head, ...plan.hidden, ...table.rows.map(([row]) => row));
  const add = (): void => {
    setAll(true);
    setAdded([...fresh, last + 1]);
    setStart(Math.floor(table.rows.length / AT_ONCE) * AT_ONCE);
    setTimeout(() => field(last + 1, Math.max(told.columns.findIndex(([, , key]) => key), 0))?.focus());
  };
  const [isAll, setAll] = useState(false);
  const [start, setStart] = useState(0);
  const [kept, setKept] = useState<Set<number>>(new Set()); // faulty once: a row does not vanish while it is mended
  const faults = new Map<number, CellProblem[]>();
  for (const one of plan.problems) if (one.row !== null) faults.set(one.row, [...(faults.get(one.row) ?? []), one]);
  const faulty = [...faults].filter(([, several]) => several.some((one) => one.level === "error")).map(([row]) => row);
  useEffect(() => setKept((before) => new Set([...before, ...faulty])), [faulty.join()]);
  const some = table.rows.filter(([row]) => kept.has(row) || faulty.includes(row) || plan.silent.includes(row));
  const shown = isAll || !some.length ? table.rows : some;
  const page = shown.slice(start, start + AT_ONCE);
  useEffect(() => {
    if (!wanted) return;
    const at = shown.findIndex(([row]) => row === wanted.row);
    if (at < 0) setAll(true);
    const index = at < 0 ? table.rows.findIndex(([row]) => row === wanted.row) : at;
    if (index < start || index >= start + AT_ONCE) setStart(Math.max(0, index - (index % AT_ONCE)));
    setTimeout(() => field(wanted.row, wanted.at)?.focus());
  }, [wanted]);
  const often = new Map<string, number>(); // doubts of a kind
  for (const one of plan.problems) if (one.level !== "error") often.set(one.code, (often.get(one.code) ?? 0) + 1);
  const shared = new Map<string, number>(); // faults of the common file that several rows meet: told once, above
  for (const one of plan.problems) if (one.of_file.endsWith(".toml")) shared.set(one.message, (shared.get(one.message) ?? 0) + 1);
  const what = new Map(plan.rows.map(([row, , status, label]) => [row, [status, label] as const]));
  const typed = new Set(table.typed.map(([row, n]) => `${row}:${n}`));
  return (
    <section class="sheet" aria-label={t("Bảng số liệu")}>
      <p class="rows">
        <label><input type="radio" name="hang" checked={!isAll && some.length > 0} disabled={!some.length} onChange={() => { setAll(false); setStart(0); }} />{t("Hàng có lỗi, hàng vừa sửa ({so})", { so: some.length })}</label>
        <label><input type="radio" name="hang" checked={isAll || !some.length} onChange={() => { setAll(true); setStart(0); }} />{t("Mọi hàng ({so})", { so: table.rows.length })}</label>
        <button type="button" class="small" disabled={isLocked} onClick={add}>{t("Thêm hàng")}</button>
        <button type="button" class="small" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>{t("Chọn hàng để in …")}</button>
        <span class="hint">{t("Số hàng, chữ cột là của bảng tính. Sửa ngay trong ô; dán được cả vùng chép từ Excel.")}</span>
        {shown.length > AT_ONCE && <>
          <button type="button" class="small" disabled={!start} onClick={() => setStart(start - AT_ONCE)}>{t("Các hàng trước")}</button>
          <button type="button" class="small" disabled={start + AT_ONCE >= shown.length} onClick={() => setStart(start + AT_ONCE)}>{t("Các hàng sau")}</button>
        </>}
      </p>
      {isChoosing && <Choosing table={told} isLocked={isLocked} change={change} onClose={() => setChoosing(false)} />}
      <div class="scroll" tabIndex={-1}>
        <table>
          <thead>
            <tr class="letters"><td />{table.columns.map(([letters]) => <th key={letters} scope="col">{letters}</th>)}<td /></tr>
            <tr>
              <th scope="row">{table.head}</th>
              {table.columns.map(([letters, heading, key], n) => <Head key={letters} {...{ letters, heading, n, isLocked, table, change }} filled={key} wrong={headFaults(plan, table, n)} />)}
              <th scope="col">{t("Sẽ in")}</th>
            </tr>
          </thead>
          <tbody>
            {page.map(([row, ...cells]) => {
              const isOut = table.left_out.includes(row);
              const mine = faults.get(row) ?? [];
              return (
                <tr key={row} class={isOut ? "out" : ""}>
                  <th scope="row">{row}</th>
                  {table.columns.map(([letters, , key], n) => (
                    <Cell
                      key={letters} value={cells[n] ?? ""} isTyped={typed.has(`${row}:${n}`)} isRead={key !== ""} isLocked={isLocked || isOut}
                      name={`${letters}${row}`} row={row} n={n} faults={isOut ? [] : mine.filter((one) => one.at === n)} often={often} change={change} paste={(text) => paste(text, row, n, table, page, page[page.length - 1] === table.rows[table.rows.length - 1] ? last : 0, change)}
                    />
                  ))}
                  <td class="became">
                    {isOut ? t("bỏ, không in") : plan.silent.includes(row) || fresh.includes(row) ? t("hàng trống, không in") : status(what.get(row)?.[0])} {!isOut && what.get(row)?.[1]}{" "}
                    <button type="button" class="small" disabled={isLocked} aria-label={isOut ? t("Lấy lại hàng {so}", { so: row }) : t("Bỏ hàng {so}", { so: row })} onClick={() => change({ rows: [[row, !isOut]] })}>{isOut ? t("Lấy lại") : t("Bỏ hàng")}</button>
                    {!isOut && mine.filter((one) => (one.at === null || one.at >= table.columns.length) && !(one.of_file.endsWith(".toml") && (one.level !== "error" || shared.get(one.message)! > 1))).map((one, k) => <Said key={k} one={one} />)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function headFaults(plan: Plan, table: Table, n: number): CellProblem[] {
  return plan.problems.filter((one) => one.row === table.head && one.at === n);
}

/** Says what becomes of a row. */
export function status(word: string | undefined): string {
  return { ready: t("sẽ in"), refused: t("hỏng"), unchanged: t("đã in, không đổi"), edited: t("đã in, đã sửa trong Word"), skipped: t("để yên"), written: t("đã in xong"), "not written": t("chưa ghi được") }[word ?? ""] ?? "";
}

const field = (row: number, n: number): HTMLElement | null => document.querySelector(`[data-cell="${row}:${n}"]`);

function Said({ one, isShort = false }: { one: CellProblem; isShort?: boolean }) {
  if (isShort) return <p class="doubt">{t("cảnh báo")}<span class="unseen">: {one.message} {one.hint}</span></p>;
  return <p class={one.level === "error" ? "wrong" : "doubt"}>{one.message} {one.hint}</p>;
}

interface HeadProps { letters: string; heading: string; filled: string; n: number; isLocked: boolean; table: Table; wrong: CellProblem[]; change(edit: Edit): void }

function Head({ letters, heading, filled, n, isLocked, table, wrong, change }: HeadProps) {
  const chosen = table.chosen.find(([column]) => column === n)?.[1];
  const value = filled || (chosen === "#" || !wrong.some((one) => one.level === "error") ? "#" : "");
  const said = (key: string): string => {
    const label = table.keys.find(([one]) => one === key)?.[1];
    return label && label !== key ? `${label} (${key})` : key;
  };
  return (
    <th scope="col" class={wrong.some((one) => one.level === "error") ? "bad" : ""}>
      <span class="heading">{heading || <i>{t("(không tên)")}</i>}</span>
      <select
        value={value} disabled={isLocked} data-cell={`${table.head}:${n}`} aria-label={t("Cột {cot} điền vào", { cot: `${letters} ${heading}` })}
        onChange={(event) => change({ columns: [[n, event.currentTarget.value]] })}
      >
        {value === "" && <option value="">{t("chọn …")}</option>}
        <option value="#">{t("bỏ qua cột này")}</option>
        {table.keys.map(([key]) => <option key={key} value={key}>{said(key)}</option>)}
      </select>
      {wrong.map((one, k) => <Said key={k} one={one} />)}
    </th>
  );
}

interface CellProps { value: string; isTyped: boolean; isRead: boolean; isLocked: boolean; name: string; row: number; n: number; faults: CellProblem[]; often: Map<string, number>; change(edit: Edit): void; paste(text: string): boolean }

function Cell({ value, isTyped, isRead, isLocked, name, row, n, faults, often, change, paste }: CellProps) {
  const [now, setNow] = useState(value);
  useEffect(() => setNow(value), [value]);
  const commit = (): void => { if (now !== value) change({ cells: [[row, n, now]] }); };
  const isBad = faults.some((one) => one.level === "error");
  const key = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" || (event.key === "Enter" && !event.altKey && !event.shiftKey) ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Escape") setNow(value);
    const lines = now.includes("\n") && event.key !== "Enter";
    if (!step || lines) return;
    event.preventDefault();
    const boxes = [...document.querySelectorAll<HTMLElement>(`[data-cell$=":${n}"]`)];
    const next = boxes[boxes.indexOf(event.currentTarget as HTMLElement) + step];
    if (next) next.focus();
    else commit();
  };
  return (
    <td class={`${faults.length ? (isBad ? "bad" : "odd") : ""}${isTyped ? " typed" : ""}${isRead ? "" : " unread"}`}>
      <textarea
        rows={Math.min(now.split("\n").length, 6)} value={now} disabled={isLocked} data-cell={`${row}:${n}`} aria-label={name} aria-invalid={isBad} spellcheck={false}
        aria-describedby={faults.length ? `loi-${row}-${n}` : undefined} onInput={(event) => setNow(event.currentTarget.value)} onBlur={commit} onKeyDown={key}
        onPaste={(event) => { if (paste(event.clipboardData?.getData("text/plain") ?? "")) event.preventDefault(); }}
      />
      {faults.length > 0 && <div id={`loi-${row}-${n}`} title={faults.map((one) => `${one.message} ${one.hint}`).join("\n")}>{faults.map((one, k) => <Said key={k} one={one} isShort={one.level !== "error" && (often.get(one.code) ?? 0) > FEW} />)}</div>}
    </td>
  );
}

/** Lays a range copied from Excel over the cells from this one on, rows added below the *last* (0: none); says whether it was one. */
function paste(text: string, row: number, n: number, table: Table, page: Table["rows"], last: number, change: (edit: Edit) => void): boolean {
  const lines = unquoted(text.replace(/\r\n?/g, "\n").replace(/\n$/, ""));
  if (lines.length === 1 && lines[0]!.length === 1) return false;
  const from = page.findIndex(([one]) => one === row);
  const cells: NonNullable<Edit["cells"]> = [];
  lines.forEach((line, k) => line.forEach((said, m) => {
    const target = page[from + k]?.[0] ?? (last ? last + from + k + 1 - page.length : undefined);
    if (target !== undefined && n + m < table.columns.length && !table.left_out.includes(target)) cells.push([target, n + m, said]);
  }));
  change({ cells });
  return true;
}

/** Returns the cells of a text as Excel copies it: a cell of several lines stands in quotes. */
function unquoted(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const found of text.matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g)) {
    rows[rows.length - 1]!.push(found[1] !== undefined ? found[1].replaceAll('""', '"') : found[2] ?? "");
    if (found[3] === "\n") rows.push([]);
    if (found[3] === "") break;
  }
  return rows;
}
