// The files of the folder, by the type of document.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { followed } from "../route";
import { t } from "../words";

export interface Listed { name: string; mau: string; time: number; state?: string; label?: string }
export interface Folder { folder: string; files: Listed[]; unsaved: string[]; settings: string | null; pdf: boolean }

export const STATES: Record<string, string> = { draft: "dự thảo", printed: "đã in", changed: "sửa sau khi in", edited: "tệp Word bị sửa", wrong: "có lỗi" };

interface Props { folder: Folder; types: Record<string, string>; open: string; children?: ComponentChildren }

export function Files({ folder, types, open, children }: Props) {
  const [wanted, setWanted] = useState("");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }), [open, children !== undefined && children !== null && children !== false]);
  const words = wanted.trim().toLowerCase();
  const shown = folder.files.filter((one) => !words || `${one.name} ${types[one.mau] ?? ""} ${one.label ?? ""}`.toLowerCase().includes(words));
  const groups = Map.groupBy(shown, (one) => types[one.mau] ?? t("Loại khác"));
  return (
    <nav class="files" aria-label={t("Các tệp trong thư mục")} onClick={followed}>
      <p class="folder" title={folder.folder}>{folder.folder.split(/[\\/]/).pop() || folder.folder}</p>
      {folder.files.length > 8 && <input type="search" value={wanted} placeholder={t("Tìm tệp")} aria-label={t("Tìm tệp")} onInput={(event) => setWanted(event.currentTarget.value)} />}
      <a class="button" href="/moi">{t("+ Văn bản mới")}</a>
      <div class="list" ref={list}>
      {folder.files.length === 0 && <p class="hint">{t("Thư mục này chưa có tệp nội dung nào.")}</p>}
      {[...groups].sort(([a], [b]) => a.localeCompare(b, "vi")).map(([type, files]) => (
        <section key={type}>
          <h2>{type}</h2>
          <ul>
            {files.map((one) => (
              <li key={one.name}>
                <a href={`/soan?tep=${encodeURIComponent(one.name)}`} aria-current={one.name === open ? "true" : undefined} title={one.name}>
                  <span class="name">{one.name.replace(/\.toml$/, "")}</span>
                  {folder.unsaved.includes(one.name) && <span class="mark" title={t("Có phần chưa lưu")}>●</span>}
                  {one.state && <span class={`state ${one.state}`}>{one.label ? `${one.label} · ` : ""}{t(STATES[one.state] ?? one.state)}</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      </div>
      {children}
      <a class="settings" href="/thiet-lap">{folder.settings ? t("Thiết lập cơ quan") : t("Chưa có thiết lập cơ quan: khai một lần")}</a>
    </nav>
  );
}
