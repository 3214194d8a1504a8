// The editor: files at the left, the text, its page as it will be printed at the right.
import { isolateHistory } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ApiError, download, file, type Edit, type Problem } from "../api";
import { Dialog } from "../dialog";
import { assistant } from "../editor/assist";
import { codeIn, goTo, make, range, show, speakIn, stateOf, type Hooks } from "../editor/code";
import { Files, type Folder } from "../editor/files";
import { Form } from "../editor/form";
import { flush, forget, keep, keptHere, type Draft } from "../editor/kept";
import { Outline, type Part } from "../editor/outline";
import { Preview } from "../editor/preview";
import { Problems, type Fix } from "../editor/problems";
import { followed, go } from "../route";
import { t } from "../words";
import type { Shown } from "./shown";

interface Opened { name: string; text: string | null; sha256: string | null; draft: Draft | null }
interface Made { problems: Problem[]; docx: string | null; label?: string }
interface Printed { name: string; path: string; label: string; problems: Problem[]; faults: string[]; begun: string[] }
interface Origin { paragraph: number; file: string; line: number; end_line: number }
interface Action { title: string; kind: string; edits: Edit[] }
interface Actions { line: number; column: number; actions: Action[] }
interface Look { label: string; name: string; taken: boolean; register: string; begins: boolean; problems: Problem[] }
interface Parts { parts: Part[]; line: number; go(part: Part): void }
interface Real { pdf: string; pages: string[] }
interface Conflict { text: string; sha256: string }

const SOON = 300; // ms after the last key until what may wait is asked
const LAST = "notice-gen-tep";
const FORM = "notice-gen-bieu-mau";

export function Editor({ address, spoken }: Shown) {
  const [folder, setFolder] = useState<Folder | null>(null);
  const [types, setTypes] = useState<Record<string, string>>({});
  const [parts, setParts] = useState<Parts | null>(null);
  const name = address.searchParams.get("tep") ?? "";

  const list = async (): Promise<void> => {
    const found = await api<Folder>("folder");
    setFolder((before) => ({ ...found, files: found.files.map((one) => ({ ...before?.files.find((old) => old.name === one.name), ...one })) }));
    void api<{ states: Record<string, { state: string; label: string }> }>("states", { names: found.files.map((one) => one.name) }).then(({ states }) =>
      setFolder((now) => now && { ...now, files: now.files.map((one) => ({ ...one, ...states[one.name] })) }), () => undefined);
    const last = sessionStorage.getItem(LAST);
    const first = found.files.find((one) => one.name === last) ?? found.files[0];
    const here = new URL(location.href); // the clerk may have gone to another page meanwhile
    if (first && ["/", "/soan"].includes(here.pathname) && !here.searchParams.has("tep")) go(`/soan?tep=${encodeURIComponent(first.name)}`, true);
  };
  useEffect(() => {
    void list();
    void api<{ types: { mau: string; ten: string }[] }>("types").then(({ types: all }) => setTypes(Object.fromEntries(all.map((one) => [one.mau, one.ten]))));
  }, []);
  useEffect(() => { if (name) sessionStorage.setItem(LAST, name); }, [name]);

  if (!folder) return <main id="noi-dung" tabIndex={-1} class="editor" />;
  return (
    <main id="noi-dung" tabIndex={-1} class="editor">
      <Files folder={folder} types={types} open={name}>
        {parts && parts.parts.length > 3 && <Outline parts={parts.parts} line={parts.line} onGo={parts.go} />}
      </Files>
      {name ? <Sheet key={name} name={name} folder={folder} spoken={spoken} onChanged={() => void list()} onParts={setParts} /> : <Welcome folder={folder} />}
    </main>
  );
}

/** What stands where no file is open: where to begin. */
function Welcome({ folder }: { folder: Folder }) {
  return (
    <section class="welcome" onClick={followed}>
      <h1>{folder.files.length ? t("Chọn một tệp bên trái, hoặc bắt đầu một văn bản mới.") : t("Bắt đầu từ đâu")}</h1>
      <ol>
        <li>{folder.settings ? t("Đã có thiết lập cơ quan.") : <><a href="/thiet-lap">{t("Thiết lập cơ quan")}</a>: {t("tên cơ quan, địa danh, người ký; khai một lần, văn bản nào cũng tự có.")}</>}</li>
        <li><a href="/moi">{t("Văn bản mới")}</a>: {t("chọn loại theo hình, điền vào biểu mẫu, xem trang in bên cạnh, in ra tệp Word.")}</li>
        <li><a href="/hang-loat">{t("In hàng loạt")}</a>: {t("một văn bản chung và một bảng Excel, mỗi hàng một văn bản.")}</li>
        <li><a href="/kiem-tra">{t("Kiểm tra Word")}</a>: {t("thả tệp Word có sẵn vào để tìm chỗ sai thể thức và sửa.")}</li>
      </ol>
      <p class="hint">{t("Thư mục đang mở: {thu_muc}. Văn bản soạn ở đây được ghi vào thư mục này.", { thu_muc: folder.folder })}</p>
    </section>
  );
}

const bytes = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** One file that is open. */
interface SheetProps { name: string; folder: Folder; spoken: string; onChanged(): void; onParts(parts: Parts | null): void }

function Sheet({ name, folder, spoken, onChanged, onParts }: SheetProps) {
  const home = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const saved = useRef<{ text: string; sha256: string | null }>({ text: "", sha256: null });
  const busy = useRef(false);
  const newest = useRef<string | null>(null);
  const [isDirty, setDirty] = useState(false);
  const [made, setMade] = useState<Made>({ problems: [], docx: null });
  const [docx, setDocx] = useState<Uint8Array | null>(null);
  const [isBusy, setBusy] = useState(true);
  const [line, setLine] = useState(1);
  const [restored, setRestored] = useState<Draft | null>(null);
  const [failure, setFailure] = useState("");
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [printed, setPrinted] = useState<Printed | null>(null);
  const [refusal, setRefusal] = useState<{ problems: Problem[]; mayReplace: boolean } | null>(null);
  const [toTake, setToTake] = useState<Look | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const [parts, setParts] = useState<Part[]>([]);
  const [note, setNote] = useState("");
  const [isForm, setForm] = useState(sessionStorage.getItem(FORM) === "1");
  const [typed, setTyped] = useState("");
  const [origins, setOrigins] = useState<Origin[]>([]);
  const [actions, setActions] = useState<Actions[]>([]);
  const later = useRef(0);
  const [real, setReal] = useState<Real | null>(null);

  const text = (): string => view.current?.state.doc.toString() ?? "";

  /** Makes the page of the newest text; one request at a time, and what was typed meanwhile is in the next. */
  async function look(): Promise<void> {
    newest.current = text();
    if (busy.current) return;
    busy.current = true;
    while (newest.current !== null) {
      const now = newest.current;
      newest.current = null;
      setBusy(true);
      try {
        const answer = await api<Made>("preview", { name, text: now });
        if (newest.current === null && view.current) show(view.current, answer.problems);
        setMade(answer);
        setActions([]);
        window.clearTimeout(later.current);
        later.current = window.setTimeout(() => void lookFurther(now), SOON);
        if (answer.docx) setDocx(bytes(answer.docx));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.status) setMade({ problems: error.problems, docx: null });
        else break; // the server is gone: the shell says so, and the next key tries again
      }
    }
    busy.current = false;
    setBusy(false);
  }

  /** Asks, once nothing more is typed, where paragraphs come from and what may be done about problems. */
  async function lookFurther(now: string): Promise<void> {
    const asked = { name, text: now };
    const [from, may, outline] = await Promise.all([
      api<{ found: Origin[] }>("origins", asked), api<{ found: Actions[] }>("actions", asked), api<{ parts: Part[] }>("outline", asked),
    ]);
    if (text() !== now) return;
    if (outline.parts.length) setParts(outline.parts);
    if (from.found.length) setOrigins(from.found);
    setActions(may.found);
  }

  const hooks: Hooks = {
    changed: (now) => {
      setTyped(now);
      const dirty = now !== saved.current.text;
      setDirty(dirty);
      if (dirty) setNote("");
      if (dirty) keep(folder.folder, { name, text: now, sha256: saved.current.sha256, time: Date.now() / 1000 });
      else void forget(folder.folder, name, true);
      void look();
    },
    moved: setLine,
    save: () => void save(),
  };

  const helpers = assistant(name);
  useEffect(() => {
    const editor = codeIn(home.current!, hooks, helpers);
    view.current = editor;
    let gone = false;
    void api<Opened>("open", { name }).then((opened) => {
      if (gone) return;
      saved.current = { text: opened.text ?? "", sha256: opened.sha256 };
      const drafts = [opened.draft, keptHere(folder.folder, name)].filter((one): one is Draft => !!one && one.text !== saved.current.text);
      const draft = drafts.sort((a, b) => b.time - a.time)[0];
      editor.setState(stateOf(draft?.text ?? saved.current.text, hooks, helpers));
      setTyped(text());
      if (draft) setRestored(draft);
      setDirty(!!draft);
      void look();
    }, (error: ApiError) => { if (!gone) setFailure(error.message); });
    return () => {
      gone = true;
      window.clearTimeout(later.current);
      void flush();
      editor.destroy();
      view.current = null;
    };
  }, []);

  const toPart = (part: Part): void => {
    const field = document.getElementById(`o-${part.path.join(".")}`);
    const editor = view.current;
    if (isForm && field instanceof HTMLDetailsElement) {
      for (let one: Element | null = field; one; one = one.parentElement) if (one instanceof HTMLDetailsElement) one.open = true;
      field.scrollIntoView({ block: "start" });
      field.querySelector<HTMLElement>("summary")?.focus();
    } else if (editor) goTo(editor, editor.state.doc.line(Math.min(part.line, editor.state.doc.lines)).from);
  };
  useEffect(() => onParts({ parts, line, go: toPart }), [parts, line, isForm]);
  useEffect(() => () => onParts(null), []);
  useEffect(() => {
    if (view.current) speakIn(view.current);
    if (typed) void look();
  }, [spoken]);

  async function save(over: string | null = saved.current.sha256): Promise<boolean> {
    const now = text();
    setNote("");
    try {
      const { sha256 } = await api<{ sha256: string }>("save", { name, text: now, sha256: over });
      saved.current = { text: now, sha256 };
      await forget(folder.folder, name, false);
      setDirty(text() !== now);
      setRestored(null);
      setConflict(null);
      setNote(t("Đã lưu."));
      onChanged();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 409) setConflict(error.more as unknown as Conflict);
      else setRefusal(error.status ? { problems: error.problems, mayReplace: false } : null);
      return false;
    }
  }

  async function print(isSure = false, if_exists = "fail"): Promise<void> {
    if (isDirty && !(await save())) return;
    setPrinting(true);
    setNote("");
    try {
      if (!isSure) {
        const look = await api<Look>("print/look", { name });
        if (look.taken) return setToTake(look); // a number that is taken cannot be given back: it is shown first
      }
      setToTake(null);
      setPrinted(await api<Printed>("print", { name, if_exists }));
      onChanged();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setToTake(null);
      setRefusal(error.status ? { problems: error.problems, mayReplace: error.more.may_replace === true } : null);
    } finally {
      setPrinting(false);
    }
  }

  async function showReal(): Promise<void> {
    setNote(t("LibreOffice đang làm trang in thật …"));
    try {
      setReal(await api<Real>("pdf", { name, text: text() }));
      setNote("");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setNote("");
      setRefusal(error.status ? { problems: error.problems, mayReplace: false } : null);
    }
  }

  /** Puts another text in place of all, as one step that can be taken back. */
  function replace(now: string): void {
    const editor = view.current!;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: now }, annotations: isolateHistory.of("full") });
  }

  function takeTheirs({ text: theirs, sha256 }: Conflict): void {
    saved.current = { text: theirs, sha256 };
    setConflict(null);
    replace(theirs); // which forgets the draft: nothing is unsaved any more
  }

  const goToProblem = (problem: Problem): void => {
    if (!problem.here || !problem.line || !view.current) return;
    const { from, to } = range(view.current.state, problem);
    goTo(view.current, from, to);
  };
  const choose = (form: boolean): void => {
    sessionStorage.setItem(FORM, form ? "1" : "");
    setForm(form);
  };
  const toLine = (line: number): void => {
    choose(false);
    requestAnimationFrame(() => { if (view.current) goTo(view.current, view.current.state.doc.line(Math.min(Math.max(line, 1), view.current.state.doc.lines)).from); });
  };
  const pick = async (paragraph: number): Promise<void> => {
    const editor = view.current;
    const known = origins.length ? origins : (await api<{ found: Origin[] }>("origins", { name, text: text() })).found;
    const found = known.find((one) => one.paragraph === paragraph);
    if (!editor || !found) return;
    if (found.file !== name) setNote(t("Đoạn này do {tep} ghi.", { tep: found.file.split("/").pop()! }));
    else if (found.line <= editor.state.doc.lines) goTo(editor, editor.state.doc.line(found.line).from);
  };
  const fixes = (problem: Problem): Fix[] => {
    const found = actions.find((one) => one.line === problem.line && one.column === problem.column)?.actions ?? [];
    return found.map((one) => ({ title: one.title, apply: () => make(view.current!, one.edits) }));
  };
  const here = origins.filter((one) => one.file === name && one.line <= line && line <= one.end_line).map((one) => one.paragraph);

  if (failure) return <p class="empty wrong">{failure}</p>;
  return (
    <>
      <section class="text" aria-label={t("Tệp đang soạn")}>
        <div class="tools">
          <strong class="name" title={name}>{name}</strong>
          <button type="button" class="small" aria-pressed={isForm} onClick={() => choose(!isForm)}>{isForm ? t("Dạng chữ") : t("Dạng biểu mẫu")}</button>
          <span class="grow" />
          <span class="note" aria-live="polite">{isPrinting ? t("Đang in …") : note || (isDirty ? t("Chưa lưu") : "")}</span>
          <button type="button" onClick={() => void save()} disabled={!isDirty} title="Ctrl+S">{t("Lưu")}</button>
          <button type="button" class="main" disabled={isPrinting} onClick={() => void print()}>{t("In thành .docx")}</button>
          <button type="button" onClick={() => void showReal()} disabled={!folder.pdf} title={folder.pdf ? t("Trang do LibreOffice in, thành PDF") : t("Máy này chưa có LibreOffice")}>{t("Trang in thật")}</button>
        </div>
        {restored && (
          <p class="banner">
            {t("Đang mở phần soạn dở chưa lưu lúc {gio}.", { gio: new Date(restored.time * 1000).toLocaleString("vi-VN") })}{" "}
            <button type="button" class="small" onClick={() => setRestored(null)}>{t("Giữ phần soạn dở")}</button>{" "}
            <button type="button" class="small" onClick={() => { replace(saved.current.text); setRestored(null); }}>{t("Lấy bản đã lưu")}</button>
          </p>
        )}
        <div class="code" ref={home} hidden={isForm} />
        {isForm && view.current && <Form name={name} text={typed} view={view.current} problems={made.problems} spoken={spoken} onLine={toLine} />}
        <Problems problems={made.problems} onGo={goToProblem} fixes={fixes} />
      </section>
      <Preview docx={docx} isSettings={/(^|\/)notice-gen\.toml$/.test(name)} isStale={!made.docx && made.problems.length > 0} isBusy={isBusy} here={here} onPick={(paragraph) => void pick(paragraph)} />
      {conflict && (
        <Dialog title={t("Tệp đã bị sửa ở nơi khác")} onClose={() => setConflict(null)} wide>
          <p>{t("Sau khi mở ở đây, tệp {ten} đã bị sửa ở nơi khác. Chọn giữ bản nào; lấy bản trên đĩa thì bản đang soạn vẫn lấy lại được bằng Hoàn tác (Ctrl+Z).", { ten: name })}</p>
          <div class="two">
            <label>{t("Bản đang soạn ở đây")}<textarea readOnly rows={18} value={text()} /></label>
            <label>{t("Bản trên đĩa")}<textarea readOnly rows={18} value={conflict.text} /></label>
          </div>
          <p class="buttons">
            <button type="button" class="main" onClick={() => void save(conflict.sha256)}>{t("Giữ bản đang soạn, ghi đè bản trên đĩa")}</button>
            <button type="button" onClick={() => takeTheirs(conflict)}>{t("Lấy bản trên đĩa")}</button>
            <button type="button" onClick={() => setConflict(null)}>{t("Chưa lưu, soạn tiếp")}</button>
          </p>
        </Dialog>
      )}
      {refusal && (
        <Dialog title={t("Chưa làm được")} onClose={() => setRefusal(null)}>
          <ul class="said">{refusal.problems.map((one, n) => <li key={n}>{one.line ? `${t("Dòng {so}", { so: one.line })}: ` : ""}{one.message} {one.hint}</li>)}</ul>
          <p class="buttons">
            {refusal.mayReplace && (
              <>
                <button type="button" onClick={() => { setRefusal(null); void print(true, "rename"); }}>{t("Ghi sang tên khác")}</button>
                <button type="button" onClick={() => { setRefusal(null); void print(true, "overwrite"); }}>{t("Ghi đè tệp Word đó")}</button>
              </>
            )}
            <button type="button" class="main" onClick={() => setRefusal(null)}>{t("Đóng")}</button>
          </p>
        </Dialog>
      )}
      {toTake && (
        <Dialog title={t("Lấy số trong sổ")} onClose={() => setToTake(null)}>
          <p>{t("Văn bản sẽ mang số {so}, lấy trong sổ {ten_so}, và ghi ra tệp {tep}.", { so: toTake.label, ten_so: toTake.register, tep: toTake.name })}</p>
          {toTake.begins && <p class="doubt">{t("Chưa có sổ ở đó: sổ mới sẽ được lập. Cơ quan đã cấp số trên giấy thì nhập các số đó ở trang Sổ văn bản trước.")}</p>}
          <p>{t("Số đã lấy thì không trả lại được, chỉ hủy được: xem kỹ trang in trước.")}</p>
          {toTake.problems.length > 0 && <ul class="said">{toTake.problems.map((one, n) => <li key={n}>{one.message} {one.hint}</li>)}</ul>}
          <p class="buttons">
            <button type="button" class="main" disabled={isPrinting} onClick={() => void print(true)}>{t("Lấy số và in")}</button>
            <button type="button" onClick={() => setToTake(null)}>{t("Chưa in")}</button>
          </p>
        </Dialog>
      )}
      {printed && (
        <Dialog title={t("Đã in")} onClose={() => setPrinted(null)}>
          <p><strong>{printed.label}</strong><br />{printed.path}</p>
          {[...printed.begun, ...printed.problems.map((one) => `${one.message} ${one.hint}`), ...printed.faults].length > 0 && (
            <ul class="said">{[...printed.begun, ...printed.problems.map((one) => `${one.message} ${one.hint}`), ...printed.faults].map((one, n) => <li key={n}>{one}</li>)}</ul>
          )}
          <p class="buttons">
            <button type="button" onClick={() => void file("file", { name: printed.name }).then((data) => download(data, printed.name.split("/").pop()!))}>{t("Tải tệp Word về")}</button>
            <button type="button" class="main" onClick={() => setPrinted(null)}>{t("Đóng")}</button>
          </p>
        </Dialog>
      )}
      {real && (
        <Dialog title={t("Trang in thật")} onClose={() => setReal(null)} wide>
          <p>{t("Bản PDF của đúng nội dung đang soạn, do LibreOffice làm.")}</p>
          <div class="real" tabIndex={0}>
            {real.pages.map((one, n) => <img key={n} src={`data:image/png;base64,${one}`} alt={t("Trang {so}/{tong}", { so: n + 1, tong: real.pages.length })} />)}
          </div>
          <p class="buttons">
            <button type="button" class="main" onClick={() => download(new Blob([bytes(real.pdf)], { type: "application/pdf" }), `${name.split("/").pop()!.replace(/\.toml$/, "")}.pdf`)}>{t("Tải PDF về")}</button>
            <button type="button" onClick={() => setReal(null)}>{t("Đóng")}</button>
          </p>
        </Dialog>
      )}
    </>
  );
}
