// The check page: Word files of anybody, dropped or of the folder; many as a table first.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ApiError } from "../api";
import { counted, judge, LEVELS, levelSaid, MOST, said, SUFFIXES, type Paper } from "../check/papers";
import { PaperView } from "../check/paper";
import { Drop } from "../drop";
import { t } from "../words";
import type { Shown } from "./shown";

/** Returns the files by the folder they stand in, that of the screen first. */
function byFolder(files: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>([["", []]]);
  for (const name of files) {
    const folder = name.slice(0, Math.max(name.lastIndexOf("/"), 0));
    found.set(folder, [...(found.get(folder) ?? []), name]);
  }
  return found;
}

const MUCH = 150_000_000; // letters of papers that are kept in this tab

export function Check({ spoken }: Shown) {
  const [files, setFiles] = useState<string[]>([]);
  const [papers, setPapers] = useState<Paper[]>([]);
  const [open, setOpen] = useState<number | null>(null);
  const [failure, setFailure] = useState("");
  useEffect(() => {
    api<{ files: string[] }>("check/files").then((answer) => setFiles(answer.files), (error: unknown) => { if (error instanceof ApiError) setFailure(error.message); });
  }, []);

  const check = async (several: Paper[]): Promise<void> => {
    setFailure(several.length ? "" : t("Không có tệp .docx, .doc, .odt, .rtf nào."));
    if (!several.length) return;
    let now = several.slice(0, MOST);
    setPapers(now);
    setOpen(now.length === 1 ? 0 : null);
    let kept = 0;
    for (const [n, paper] of now.entries()) {
      const done = await judge(paper);
      kept += done.data?.length ?? 0;
      if (kept > MUCH) delete done.data; // it is read again when it is opened
      now = now.map((one, index) => (index === n ? done : one));
      setPapers((there) => (there.length === now.length && there[n]?.label === paper.label ? there.map((one, index) => (index === n ? done : one)) : there));
    }
  };
  const isFirst = useRef(true);
  useEffect(() => { // what the server said of the papers is asked again in the other language; what was ticked stays
    if (isFirst.current) isFirst.current = false;
    else papers.forEach((one, n) => { if (one.judged || one.failure) void judge(one).then((done) => change(n, { ...done, pages: one.pages, noPages: one.noPages })); });
  }, [spoken]);
  const openAt = async (n: number): Promise<void> => {
    const one = papers[n]!;
    if (!one.data && !one.failure) change(n, await judge(one));
    setOpen(n);
  };
  const ofFolder = (names: string[]): Promise<void> => check(names.map((name) => ({ label: name, name })));
  const change = (n: number, paper: Paper): void => setPapers((there) => there.map((one, index) => (index === n && one.label === paper.label ? paper : one)));
  const paper = open === null ? null : papers[open];
  if (paper) {
    return (
      <main id="noi-dung" tabIndex={-1} class="check one">
        <div class="tools">
          <button type="button" onClick={() => (papers.length > 1 ? setOpen(null) : (setPapers([]), setOpen(null)))}>{papers.length > 1 ? t("‹ Bảng {so} tệp", { so: papers.length }) : t("‹ Tệp khác")}</button>
          <strong class="name" title={paper.label}>{paper.label}</strong>
          <span class="count" role="status">{paper.judged ? said(paper) : ""}{paper.judged?.kind ? ` · ${t("chuyển từ tệp {duoi} sang Word mà đọc", { duoi: paper.judged.kind })}` : ""}</span>
        </div>
        {paper.failure ? <p class="empty wrong" role="alert">{paper.failure}</p> : !paper.judged ? <p class="empty">{t("đang kiểm tra …")}</p>
          : <PaperView key={`${open}`} paper={paper} onChange={(now) => change(open!, now)} />}
      </main>
    );
  }
  const done = papers.filter((one) => one.judged || one.failure).length;
  return (
    <main id="noi-dung" tabIndex={-1} class="check">
      <h1>{t("Kiểm tra tệp Word")}</h1>
      <Drop label={t("Chọn tệp Word")} hint={t("hoặc thả tệp, thả cả thư mục vào đây (.docx, .doc, .odt, .rtf). Tệp chỉ được đọc, không bị sửa.")} accept={SUFFIXES} most={MOST} mayFolder onFiles={(found) => void check(found.map((file) => ({ label: file.name, file })))} />
      {failure && <p class="wrong" role="alert">{failure}</p>}
      {papers.length > 0 && (
        <>
          <p class="count" role="status">{t("Đã kiểm tra {so}/{tong} tệp.", { so: done, tong: papers.length })}</p>
          <table>
            <thead><tr><th>{t("Tệp")}</th>{LEVELS.map((one) => <th key={one} class="number">{levelSaid(one)}</th>)}<th>{t("Kết quả")}</th></tr></thead>
            <tbody>
              {papers.map((one, n) => (
                <tr key={n}>
                  <td><button type="button" class="link" disabled={!one.judged && !one.failure} onClick={() => void openAt(n)}>{one.label}</button></td>
                  {LEVELS.map((level) => <td key={level} class="number">{one.judged ? counted(one.judged.report)[level] || "" : ""}</td>)}
                  <td class={one.failure ? "wrong" : ""}>{said(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {papers.length === 0 && files.length > 0 && (
        <section aria-label={t("Tệp Word của thư mục")}>
          <h2>{t("Tệp Word của thư mục")}</h2>
          {files.length > 1 && <p><button type="button" onClick={() => void ofFolder(files)}>{t("Kiểm tra cả {so} tệp", { so: Math.min(files.length, MOST) })}</button></p>}
          {[...byFolder(files)].map(([folder, names]) => (
            <div key={folder}>
              {folder && <p class="within"><strong>{folder}</strong> <button type="button" class="small" onClick={() => void ofFolder(names)}>{t("Kiểm tra thư mục {ten} ({so} tệp)", { ten: folder, so: names.length })}</button></p>}
              <ul class="names">{names.map((name) => <li key={name}><button type="button" class="link" onClick={() => void ofFolder([name])}>{folder ? name.slice(folder.length + 1) : name}</button></li>)}</ul>
            </div>
          ))}
        </section>
      )}
      {papers.length > 0 && <p><button type="button" onClick={() => setPapers([])}>{t("Xong, bỏ bảng này")}</button></p>}
    </main>
  );
}
