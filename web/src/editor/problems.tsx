// What is wrong, in a list: a click leads to its place.
import type { Problem } from "../api";
import { t } from "../words";

export interface Fix { title: string; apply(): void }

interface Props { problems: Problem[]; onGo(problem: Problem): void; fixes(problem: Problem): Fix[] }

export function Problems({ problems, onGo, fixes }: Props) {
  const errors = problems.filter((one) => one.level === "error").length;
  const said = problems.length === 0 ? t("Không có lỗi.") : t("{loi} lỗi, {canh_bao} cảnh báo", { loi: errors, canh_bao: problems.length - errors });
  return (
    <section class="problems" aria-label={t("Lỗi và cảnh báo")}>
      <p class={errors ? "count wrong" : "count"} aria-live="polite">{said}</p>
      <ul>
        {problems.map((one, n) => (
          <li key={n} class={one.level}>
            <button type="button" class="go" onClick={() => onGo(one)}>
              <span class="where">{one.here && one.line ? t("Dòng {so}", { so: one.line }) : one.here ? "" : one.file ?? ""}</span>
              <span class="level">{one.level === "error" ? t("lỗi") : t("cảnh báo")}</span>
              <span>{one.message}</span>
              {one.hint && <span class="hint">{one.hint}</span>}
            </button>
            {fixes(one).map((fix) => <button type="button" class="fix" key={fix.title} onClick={fix.apply}>{fix.title}</button>)}
          </li>
        ))}
      </ul>
    </section>
  );
}
