// The office's settings: what is the same in all its documents, asked once.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ApiError, type Problem } from "../api";
import { go } from "../route";
import { t } from "../words";
import type { Shown } from "./shown";

interface Question { name: string; label: string; text: string; why: string; guess: string; answer: string; problems: Problem[] }
interface Form { questions: Question[]; path: string | null; here: boolean }

export function Office({ spoken }: Shown) {
  const [form, setForm] = useState<Form | null>(null);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [left, setLeft] = useState<Set<string>>(new Set());
  const [failure, setFailure] = useState("");
  const serial = useRef(0);
  const ask = async (answers: Record<string, string>): Promise<void> => {
    const mine = ++serial.current;
    const answer = await api<Form>("office", { answers });
    if (mine === serial.current) setForm(answer);
  };
  useEffect(() => { void ask(typed); }, [spoken]);
  const type = (name: string, value: string): void => {
    const now = { ...typed, [name]: value };
    setTyped(now);
    void ask(now).catch(() => undefined);
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    setLeft(new Set(form?.questions.map((one) => one.name)));
    try {
      await api("office/save", { answers: typed });
      if (location.pathname === "/thiet-lap") go("/soan"); // the clerk may have gone to another page meanwhile
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(error.message);
    }
  };
  if (!form) return <main id="noi-dung" tabIndex={-1} class="office" />;
  return (
    <main id="noi-dung" tabIndex={-1} class="office">
      <h1>{t("Thiết lập cơ quan")}</h1>
      {form.path && <p class="banner">{t("Đang dùng thiết lập ở {tep}.", { tep: form.path })}{form.here && <> <a href="/soan?tep=notice-gen.toml" onClick={(event) => { event.preventDefault(); go("/soan?tep=notice-gen.toml"); }}>{t("Mở để sửa")}</a></>}</p>}
      {!form.here && (
        <form onSubmit={(event) => void save(event)} noValidate>
          <p>{t("Những gì văn bản nào của cơ quan cũng có; khai một lần, tệp nội dung không phải ghi lại.")}</p>
          {form.questions.map((one) => {
            const wrong = left.has(one.name) ? one.problems : one.problems.filter((problem) => one.name in typed && problem.level === "warning");
            return (
              <div class="field" key={one.name}>
                <label for={one.name}>{one.text}</label>
                {one.name === "day_so" ? (
                  <select id={one.name} value={one.answer} onChange={(event) => type(one.name, event.currentTarget.value)}>
                    <option value="chung">{t("chung: mọi loại văn bản một dãy số")}</option>
                    <option value="riêng">{t("riêng: mỗi loại văn bản một dãy số")}</option>
                  </select>
                ) : <input
                  id={one.name} value={typed[one.name] ?? one.guess} required={!!one.why} aria-invalid={wrong.some((problem) => problem.level === "error")} aria-describedby={`${one.name}-loi`}
                  onInput={(event) => type(one.name, event.currentTarget.value)} onBlur={() => setLeft(new Set([...left, one.name]))}
                />}
                <div id={`${one.name}-loi`}>
                  {one.name in typed && one.answer !== typed[one.name]?.trim() && one.answer && <p class="hint">{t("Hiểu là: {tra_loi}", { tra_loi: one.answer })}</p>}
                  {wrong.map((problem, n) => <p key={n} class={problem.level === "error" ? "wrong" : "doubt"}>{problem.message} {problem.hint}</p>)}
                </div>
              </div>
            );
          })}
          {failure && <p class="wrong" role="alert">{failure}</p>}
          <p class="buttons"><button type="submit" class="main">{t("Ghi thiết lập")}</button></p>
        </form>
      )}
    </main>
  );
}
