// The same text as a form: every key a field; each edit comes back from the server as changes of the text, so that nothing else in it moves.
import type { EditorView } from "@codemirror/view";
import { createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { api, type Edit, type Problem } from "../api";
import { t } from "../words";
import { offsets } from "./assist";

type Step = string | number;
type Path = Step[];

interface Field {
  path: Path; label: string; help: string; kind: string; value: string | boolean | string[][] | null; given: boolean; line: number;
  required: boolean; choices: string[]; names: string[]; below: string | boolean | string[] | null; inner: Field[];
}
interface Found { fields: Field[]; faults: Problem[] }
interface Operation { kind: string; path: Path; value?: string | boolean | null; to?: number }
interface Refused { message: string; line: number }
interface Answer { refused: Refused | null; edits: Edit[] }

interface Props { name: string; text: string; view: EditorView; problems: Problem[]; spoken: string; onLine(line: number): void }

type Do = (operation: Operation) => void;
interface Shared { act: Do; problems: Problem[]; onLine(line: number): void }

/** Holds what is typed until it is sent: what the page draws meanwhile must not take it away. */
function useTyped(value: string): [string, (now: string) => void] {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return [typed, setTyped];
}

const id = (path: Path): string => `o-${path.join(".")}`;

/** Which fields were in sight when they came: one that is filled in later stays where it is. */
const Seen = createContext<Map<string, boolean>>(new Map());

/** Says whether a field stands among the first: it says something, or must and nobody says it, or is what such a text is about. */
function isFirst(field: Field, seen: Map<string, boolean>): boolean {
  const is = seen.get(id(field.path)) ?? (field.given || (field.required && !field.below) || ALWAYS.has(field.path.join(".")));
  seen.set(id(field.path), is);
  return is;
}

const ALWAYS = new Set(["van_ban.so", "van_ban.ngay", "van_ban.trich_yeu"]);

export function Form({ name, text, view, problems, spoken, onLine }: Props) {
  const [found, setFound] = useState<Found | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const waiting = useRef<Promise<void>>(Promise.resolve());
  const seen = useRef(new Map<string, boolean>());

  useEffect(() => {
    let gone = false;
    void api<Found>("form", { name, text }).then((answer) => { if (!gone) setFound(answer); }, () => undefined);
    return () => { gone = true; };
  }, [name, text, spoken]);

  /** One edit after the other: each is made on the text that the one before has left. */
  const act: Do = (operation) => {
    waiting.current = waiting.current.then(async () => {
      const now = view.state.doc.toString();
      const answer = await api<Answer>("form-edit", { name, text: now, operation });
      if (view.state.doc.toString() !== now) return;
      setRefused(answer.refused);
      if (answer.edits.length) view.dispatch({ changes: answer.edits.map((one) => ({ ...offsets(view.state.doc, one.span), insert: one.new })), userEvent: "input.form" });
    }).catch(() => undefined);
  };

  if (!found) return <div class="form" />;
  if (found.faults.length) {
    return (
      <div class="form">
        <p class="banner wrong">{t("Tệp đang có chỗ viết chưa đúng nên chưa mở được biểu mẫu; sửa ở dạng chữ trước.")}</p>
        <ul class="said">{found.faults.map((one, n) => <li key={n}><button type="button" class="small" onClick={() => onLine(one.line ?? 1)}>{t("Dòng {so}", { so: one.line ?? 1 })}</button> {one.message} {one.hint}</li>)}</ul>
      </div>
    );
  }
  const shared: Shared = { act, problems, onLine };
  return (
    <form class="form" onSubmit={(event) => event.preventDefault()}>
      {refused && (
        <p class="banner wrong" role="alert">
          {refused.message} <button type="button" class="small" onClick={() => onLine(refused.line)}>{t("Mở dòng {so} ở dạng chữ", { so: refused.line })}</button>
        </p>
      )}
      <Seen.Provider value={seen.current}>
        <Several fields={found.fields} {...shared} />
      </Seen.Provider>
    </form>
  );
}

/** Fields: first those that say something, then, folded away, what else there may be. */
function Several({ fields, ...shared }: { fields: Field[] } & Shared) {
  const seen = useContext(Seen);
  const all = fields.filter((one) => isFirst(one, seen));
  const first = all.length ? all : fields; // of a table that says nothing, all there is
  const rest = fields.filter((one) => !first.includes(one));
  return (
    <>
      {first.map((one) => <One key={id(one.path)} field={one} {...shared} />)}
      {rest.length > 0 && (
        <details class="rest">
          <summary>{t("Những ô khác ({so}): {ten}", { so: rest.length, ten: shortened(rest.map((one) => one.label).join(", ")) })}</summary>
          {rest.map((one) => <One key={id(one.path)} field={one} {...shared} />)}
        </details>
      )}
    </>
  );
}

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 90).replace(/,[^,]*$/, "")}, …` : text);

function One({ field, ...shared }: { field: Field } & Shared) {
  if (field.kind === "table" || field.kind === "free") return <Table field={field} {...shared} />;
  if (field.kind === "rows" || field.kind === "list") return <Rows field={field} {...shared} />;
  if (field.kind === "grid") return <Grid field={field} {...shared} />;
  return <Single field={field} {...shared} />;
}

const HOLDS = new Set(["raw", "grid"]); // shown whole, so that what is wrong within is told there

/** Says whether a problem is of just this field: by its path, else by its line. */
function isOf({ path = [], line }: Problem, field: Field): boolean {
  if (!path.length) return field.line > 0 && line === field.line && !field.inner.length;
  return path.length === field.path.length || HOLDS.has(field.kind) ? field.path.every((step, n) => path[n] === step) : false;
}

function Said({ field, problems }: { field: Field; problems: Problem[] }) {
  const own = problems.filter((one) => one.here && isOf(one, field));
  return <>{own.map((one, n) => <span key={n} class={one.level === "error" ? "wrong" : "doubt"}>{one.message} {one.hint}</span>)}</>;
}

function Table({ field, ...shared }: { field: Field } & Shared) {
  return (
    <details class="table" id={id(field.path)} open={field.given && !saysNothing(field)}>
      <summary>{field.label}{!field.given && <span class="hint"> {t("chưa ghi")}</span>}{saysNothing(field) && <span class="hint"> {t("theo thiết lập cơ quan")}</span>}</summary>
      {field.help && <p class="hint">{field.help}</p>}
      <Said field={field} problems={shared.problems} />
      <Several fields={field.inner} {...shared} />
      {field.kind === "free" && <NewName field={field} {...shared} />}
    </details>
  );
}

/** Says whether a table stands in the text and says nothing there, as all of it comes from the office or the template. */
const saysNothing = (field: Field): boolean => field.given && field.kind === "table" && field.inner.length > 0 && field.inner.every((one) => !one.given) && field.inner.some((one) => !!one.below);

/** What holds while a field says nothing. */
function Below({ field }: { field: Field }) {
  if (field.given || !field.below || field.below === true) return null;
  return <span class="below">{t("Đang dùng: {gia_tri}", { gia_tri: Array.isArray(field.below) ? field.below.join(" / ") : String(field.below) })}</span>;
}

/** A figure, or another key of any name, that is not there yet. */
function NewName({ field, act }: { field: Field } & Shared) {
  const key = useRef<HTMLInputElement>(null);
  const value = useRef<HTMLInputElement>(null);
  const add = (): void => {
    if (!key.current?.value || !value.current?.value) return;
    act({ kind: "set", path: [...field.path, key.current.value.trim()], value: value.current.value });
    key.current.value = value.current.value = "";
  };
  return (
    <div class="new">
      <input ref={key} aria-label={t("Tên mới trong {bang}", { bang: field.label })} placeholder={t("tên mới")} />
      <input ref={value} aria-label={t("Giá trị mới trong {bang}", { bang: field.label })} placeholder={t("giá trị")} onKeyDown={(event) => { if (event.key === "Enter") add(); }} />
      <button type="button" onClick={add}>{t("Thêm")}</button>
    </div>
  );
}

/** A list: its items are dragged by their handle, or moved by the keys beside it. */
function Rows({ field, ...shared }: { field: Field } & Shared) {
  const { act } = shared;
  const dragged = useRef(-1);
  const alone = field.inner.length === 1 && field.inner[0]!.path.length === field.path.length;
  const move = (from: number, to: number): void => {
    if (from === to || to < 0 || to >= field.inner.length) return;
    act({ kind: "move", path: [...field.path, from], to });
  };
  return (
    <section class="rows" aria-label={field.label}>
      <h3>{field.label}</h3>
      {field.help && <p class="hint">{field.help}</p>}
      <Below field={field} />
      <Said field={field} problems={shared.problems} />
      <ol>
        {field.inner.map((one, n) => (
          <li key={n} onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); move(dragged.current, n); }}>
            <div class="handles">
              {!alone && <span class="drag" draggable onDragStart={() => { dragged.current = n; }} title={t("Kéo để đổi chỗ")} aria-hidden="true">⠿</span>}
              {!alone && <button type="button" class="small" disabled={n === 0} aria-label={t("Đưa {ten} lên", { ten: one.label })} onClick={() => move(n, n - 1)}>↑</button>}
              {!alone && <button type="button" class="small" disabled={n === field.inner.length - 1} aria-label={t("Đưa {ten} xuống", { ten: one.label })} onClick={() => move(n, n + 1)}>↓</button>}
              <button type="button" class="small" aria-label={t("Xóa {ten}", { ten: one.label })} onClick={() => act({ kind: "remove", path: one.path })}>✕</button>
            </div>
            <div class="item"><One field={one} {...shared} /></div>
          </li>
        ))}
      </ol>
      <button type="button" class="small" onClick={() => act({ kind: "insert", path: [...field.path, field.inner.length] })}>{t("Thêm vào {ten}", { ten: field.label })}</button>
    </section>
  );
}

/** A table of figures; a range copied from Excel is pasted at the cell where the caret is. */
function Grid({ field, ...shared }: { field: Field } & Shared) {
  const { act } = shared;
  const rows = (field.value ?? []) as string[][];
  return (
    <section class="grid" aria-label={field.label}>
      <h3>{field.label}</h3>
      <p class="hint">{t("Chép vùng trong Excel rồi dán vào ô đầu tiên: các hàng thiếu tự thêm.")}</p>
      <Said field={field} problems={shared.problems} />
      <table>
        <colgroup>{widths(rows).map((one, k) => <col key={k} style={{ width: `${one}%` }} />)}<col style={{ width: "68px" }} /></colgroup>
        {field.names.length > 0 && <thead><tr>{field.names.map((one, k) => <th key={k} scope="col">{one}</th>)}<td /></tr></thead>}
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {row.map((cell, k) => (
                <td key={k}>
                  <Cell value={cell} path={[...field.path, n, k]} label={t("Hàng {hang}, cột {cot}", { hang: n + 1, cot: field.names[k] ?? k + 1 })} act={act} />
                </td>
              ))}
              <td class="handles">
                <button type="button" class="small" aria-label={t("Đưa {ten} lên", { ten: t("hàng {so}", { so: n + 1 }) })} disabled={n === 0} onClick={() => act({ kind: "move", path: [...field.path, n], to: n - 1 })}>↑</button>
                <button type="button" class="small" aria-label={t("Xóa {ten}", { ten: t("hàng {so}", { so: n + 1 }) })} onClick={() => act({ kind: "remove", path: [...field.path, n] })}>✕</button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" class="small" onClick={() => act({ kind: "paste", path: [...field.path, rows.length, 0], value: " " })}>{t("Thêm hàng")}</button>
    </section>
  );
}

/** How wide columns are, in hundredths: by the longest of their cells. */
function widths(rows: string[][]): number[] {
  const longest = (rows[0] ?? []).map((_, k) => Math.min(Math.max(...rows.map((row) => (row[k] ?? "").length), 5), 32));
  const all = longest.reduce((sum, one) => sum + one, 0);
  return longest.map((one) => Math.round((one / all) * 88));
}

function Cell({ value, path, label, act }: { value: string; path: Path; label: string; act: Do }) {
  const [typed, setTyped] = useTyped(value);
  return (
    <input value={typed} aria-label={label} onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => { if (event.currentTarget.value !== value) act({ kind: "set", path, value: event.currentTarget.value }); }}
      onPaste={(event) => {
        const pasted = event.clipboardData?.getData("text/plain") ?? "";
        if (!/[\t\n]/.test(pasted.trimEnd())) return;
        event.preventDefault();
        act({ kind: "paste", path, value: pasted });
      }} />
  );
}

function Single({ field, ...shared }: { field: Field } & Shared) {
  const { act, onLine } = shared;
  const value = String(field.value ?? "");
  const isDay = field.kind === "date" || field.kind === "moment";
  const [typed, setTyped] = useTyped(isDay ? asWritten(value) : value);
  const set = (value: string | boolean | null): void => {
    if (value !== (field.value ?? "")) act({ kind: "set", path: field.path, value });
  };
  if (field.kind === "raw") {
    return (
      <div class="field">
        <span class="label">{field.label}</span>
        <pre>{String(field.value ?? "")}</pre>
        <button type="button" class="small" onClick={() => onLine(field.line)}>{t("Sửa ở dạng chữ")}</button>
      </div>
    );
  }
  const below = Array.isArray(field.below) ? field.below.join(" ") : String(field.below ?? "");
  const common = { id: id(field.path), "aria-describedby": `${id(field.path)}-giai-thich`, placeholder: below };
  const written = { ...common, value: typed, onInput: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value), onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value) };
  return (
    <div class="field">
      <label class="label" for={common.id}>{field.label}{field.required && <span aria-hidden="true"> *</span>}</label>
      {field.kind === "lines" ? (
        <textarea {...written} rows={Math.min(12, typed.split("\n").length + 1)} />
      ) : field.kind === "choice" || field.kind === "yes_no" ? (
        <select {...common} value={value} onChange={(event) => {
          const chosen = event.currentTarget.value;
          set(chosen === "" ? null : field.kind === "yes_no" ? chosen === "true" : chosen);
        }}>
          {!(field.required && field.given) && <option value="">{below || t("không ghi")}</option>}
          {field.kind === "yes_no" ? [<option value="true">{t("có")}</option>, <option value="false">{t("không")}</option>] : field.choices.map((one, n) => <option key={one} value={one}>{field.names[n] ?? one}</option>)}
        </select>
      ) : field.choices.length > 0 ? (
        <Number field={field} common={common} set={set} />
      ) : field.kind === "date" ? (
        <input {...written} type="text" placeholder={t("ngày/tháng/năm")} />
      ) : field.kind === "moment" ? (
        <input {...written} type="text" placeholder={t("giờ:phút ngày/tháng/năm")} onChange={(event) => set(asMoment(event.currentTarget.value))} />
      ) : (
        <input {...written} type="text" />
      )}
      <span class="hint" id={`${id(field.path)}-giai-thich`}>{field.help}</span>
      <Said field={field} problems={shared.problems} />
    </div>
  );
}

/** A day, and its time, as an office writes them: a browser's own field shows them by the language of the browser, 11/05 for the fifth of November. */
function asWritten(iso: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d:\d\d))?/.exec(iso);
  return found ? `${found[4] ? `${found[4]} ` : ""}${found[3]}/${found[2]}/${found[1]}` : iso;
}

function asMoment(typed: string): string {
  const found = /^\s*(\d{1,2})(?::|h|g| giờ )(\d\d)?\D+(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/i.exec(typed);
  return found ? `${found[5]}-${found[4]!.padStart(2, "0")}-${found[3]!.padStart(2, "0")} ${found[1]!.padStart(2, "0")}:${found[2] ?? "00"}` : typed;
}

/** The number of a document: typed, or the register's to give, or none yet. */
function Number({ field, common, set }: { field: Field; common: { id: string; "aria-describedby": string }; set(value: string | null): void }) {
  const value = String(field.value ?? "");
  const isTaken = field.choices.includes(value);
  const [isTyped, setTyped] = useState(!isTaken && value !== "");
  const [typed, setNow] = useTyped(isTaken ? "" : value);
  useEffect(() => { if (value !== "") setTyped(!isTaken); }, [value]);
  const choose = (chosen: string): void => {
    setTyped(chosen === "#");
    if (chosen !== "#") set(chosen || null);
  };
  return (
    <div class="two-parts">
      <select {...common} value={isTyped ? "#" : value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("chưa có số (dự thảo)")}</option>
        {field.choices.map((one) => <option key={one} value={one}>{t("lấy số trong sổ khi in")}</option>)}
        <option value="#">{t("đã có số:")}</option>
      </select>
      {isTyped && <input value={typed} inputMode="numeric" aria-label={field.label} onInput={(event) => setNow(event.currentTarget.value)} onChange={(event) => set(event.currentTarget.value || null)} />}
    </div>
  );
}
