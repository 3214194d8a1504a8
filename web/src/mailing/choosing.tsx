// Which rows are printed: those that a condition on one column picks; the others are left out one by one, so that it is seen.
import { useState } from "preact/hooks";
import { t } from "../words";
import type { Edit, Table } from "./table";

export type Test = "has" | "=" | "≠" | ">" | "<" | "empty" | "full";
export interface Condition { column: number; test: Test; value: string } // *column* -1: any

const TESTS: Test[] = ["has", "=", "≠", ">", "<", "empty", "full"];
const testSaid = (test: Test): string => ({ has: t("có chữ"), empty: t("để trống"), full: t("có ghi"), "=": "=", "≠": "≠", ">": ">", "<": "<" })[test];

/** Letters without their marks. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim();

/** A number as an office writes it, 1.250 or 98,7; NaN for what is none. */
function figure(text: string): number {
  const said = text.trim().replace(/%$/, "");
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(said)) return Number(said.replaceAll(".", "").replace(",", "."));
  return /^-?\d+([.,]\d+)?$/.test(said) ? Number(said.replace(",", ".")) : NaN;
}

function holds(cell: string, { test, value }: Condition): boolean {
  const [one, other] = [figure(cell), figure(value)];
  const isFigures = !Number.isNaN(one) && !Number.isNaN(other);
  if (test === "empty") return !cell.trim();
  if (test === "full") return !!cell.trim();
  if (test === "has") return plain(cell).includes(plain(value));
  if (test === ">" || test === "<") return isFigures && (test === ">" ? one > other : one < other);
  return (isFigures ? one === other : plain(cell) === plain(value)) === (test === "=");
}

/** Returns the numbers of the rows for which a condition holds. */
export function picked(table: Table, condition: Condition): number[] {
  return table.rows.filter(([, ...cells]) => {
    const several = condition.column < 0 ? table.columns.map((_, n) => cells[n] ?? "") : [cells[condition.column] ?? ""];
    return condition.test === "≠" || condition.test === "empty" ? several.every((cell) => holds(cell, condition)) : several.some((cell) => holds(cell, condition));
  }).map(([row]) => row);
}

interface Props { table: Table; isLocked: boolean; change(edit: Edit): void; onClose(): void }

export function Choosing({ table, isLocked, change, onClose }: Props) {
  const [condition, setCondition] = useState<Condition>({ column: -1, test: "has", value: "" });
  const rows = picked(table, condition);
  const wanted = new Set(rows);
  const set = (more: Partial<Condition>): void => setCondition({ ...condition, ...more });
  const isAsked = ["empty", "full"].includes(condition.test) || condition.value.trim() !== "";
  return (
    <div class="choosing" role="group" aria-label={t("Chọn hàng để in")}>
      <span>{t("Những hàng mà")}</span>
      <select value={condition.column} aria-label={t("Cột")} onChange={(event) => set({ column: Number(event.currentTarget.value) })}>
        <option value={-1}>{t("cột bất kỳ")}</option>
        {table.columns.map(([letters, heading], n) => <option key={letters} value={n}>{`${letters} ${heading}`.trim()}</option>)}
      </select>
      <select value={condition.test} aria-label={t("So sánh")} onChange={(event) => set({ test: event.currentTarget.value as Test })}>
        {TESTS.map((one) => <option key={one} value={one}>{testSaid(one)}</option>)}
      </select>
      {!["empty", "full"].includes(condition.test) && <input value={condition.value} aria-label={t("Giá trị so sánh")} onInput={(event) => set({ value: event.currentTarget.value })} />}
      <span role="status">{isAsked ? t("{so} hàng", { so: rows.length }) : ""}</span>
      <button type="button" disabled={isLocked || !isAsked || !rows.length} onClick={() => change({ rows: table.rows.map(([row]) => [row, !wanted.has(row)]) })}>{t("Chỉ in những hàng này")}</button>
      <button type="button" disabled={isLocked || !isAsked || !rows.length} onClick={() => change({ rows: rows.map((row) => [row, true]) })}>{t("Bỏ những hàng này")}</button>
      <button type="button" disabled={isLocked || !table.left_out.length} onClick={() => change({ rows: table.left_out.map((row) => [row, false]) })}>{t("Lấy lại mọi hàng đã bỏ ({so})", { so: table.left_out.length })}</button>
      <button type="button" class="small" onClick={onClose}>{t("Đóng")}</button>
    </div>
  );
}
