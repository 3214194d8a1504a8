// A new document: the types there are, each with a picture of its page.
import { useEffect, useState } from "preact/hooks";
import { api, ApiError } from "../api";
import { Dialog } from "../dialog";
import { go } from "../route";
import { t } from "../words";
import type { Shown } from "./shown";

interface Type { mau: string; ten: string; mo_ta: string }

export function Gallery(_: Shown) {
  const [types, setTypes] = useState<Type[]>([]);
  const [wanted, setWanted] = useState("");
  const [chosen, setChosen] = useState<Type | null>(null);
  const [name, setName] = useState("");
  const [failure, setFailure] = useState("");
  useEffect(() => { void api<{ types: Type[] }>("types").then((answer) => setTypes(answer.types)); }, []);
  const words = wanted.trim().toLowerCase();
  const shown = types.filter((one) => !words || `${one.ten} ${one.mau} ${one.mo_ta}`.toLowerCase().includes(words)).sort((a, b) => a.ten.localeCompare(b.ten, "vi"));
  const begin = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      const made = await api<{ name: string; remark: string }>("new", { mau: chosen!.mau, name });
      go(`/soan?tep=${encodeURIComponent(made.name)}`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(error.message);
    }
  };
  return (
    <main id="noi-dung" tabIndex={-1} class="gallery">
      <h1>{t("Văn bản mới")}</h1>
      <p><input type="search" value={wanted} placeholder={t("Tìm loại văn bản")} aria-label={t("Tìm loại văn bản")} onInput={(event) => setWanted(event.currentTarget.value)} /></p>
      <ul>
        {shown.map((one) => (
          <li key={one.mau}>
            <button type="button" onClick={() => { setChosen(one); setName(one.mau); setFailure(""); }}>
              <img src={`/static/types/${one.mau}.png`} alt="" width={150} height={212} loading="lazy" />
              <strong>{one.ten}</strong>{" "}
              <span>{one.mo_ta}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen && (
        <Dialog title={t("{ten} mới", { ten: chosen.ten })} onClose={() => setChosen(null)}>
          <form onSubmit={(event) => void begin(event)}>
            <label>{t("Tên tệp")}<input value={name} required maxLength={120} onInput={(event) => setName(event.currentTarget.value)} /></label>
            <p class="hint">{t("Đặt trong thư mục đang mở; muốn để trong thư mục con thì gõ: nam-2026/ten-tep")}</p>
            {failure && <p class="wrong" role="alert">{failure}</p>}
            <p class="buttons">
              <button type="submit" class="main">{t("Bắt đầu soạn")}</button>
              <button type="button" onClick={() => setChosen(null)}>{t("Thôi")}</button>
            </p>
          </form>
        </Dialog>
      )}
    </main>
  );
}
