// Where files are dropped, or chosen.
import { useRef, useState } from "preact/hooks";
import { dropped } from "./bytes";
import { t } from "./words";

interface Props { label: string; hint: string; accept: string[]; most: number; mayFolder?: boolean; onFiles(files: File[]): void }

export function Drop({ label, hint, accept, most, mayFolder, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const whole = useRef<HTMLInputElement>(null); // the keyboard's way to what a dropped folder is
  const [isOver, setOver] = useState(false);
  const wanted = new RegExp(`^(?!~\\$).*(?:${accept.map((suffix) => suffix.replace(".", "\\.")).join("|")})$`, "i");
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) onFiles(await dropped(event.dataTransfer, wanted, most));
  };
  return (
    <div class={`drop${isOver ? " over" : ""}`} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={(event) => void drop(event)}>
      <button type="button" class="main" onClick={() => input.current?.click()}>{label}</button>
      {mayFolder && <button type="button" onClick={() => whole.current?.click()}>{t("Chọn cả thư mục")}</button>}
      <span class="hint">{hint}</span>
      <input
        ref={input} type="file" hidden multiple={most > 1} accept={accept.join(",")} aria-label={t("Chọn tệp")}
        onChange={(event) => { onFiles([...(event.currentTarget.files ?? [])].slice(0, most)); event.currentTarget.value = ""; }}
      />
      {mayFolder && (
        <input
          ref={whole} type="file" hidden {...{ webkitdirectory: true }} aria-label={t("Chọn cả thư mục")}
          onChange={(event) => { onFiles([...(event.currentTarget.files ?? [])].filter((file) => wanted.test(file.name)).slice(0, most)); event.currentTarget.value = ""; }}
        />
      )}
    </div>
  );
}
