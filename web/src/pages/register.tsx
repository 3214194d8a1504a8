// The register of outgoing documents: its lines, numbers made void, the book out, a table in.
import { useEffect, useState } from "preact/hooks";
import { api, ApiError, download, type Problem } from "../api";
import { base64Of, bytesOf } from "../bytes";
import { Dialog } from "../dialog";
import { Drop } from "../drop";
import { t } from "../words";
import type { Shown } from "./shown";

type State = "giữ chỗ" | "đã cấp" | "hủy";
interface Line {
  id: number; so: number; so_ky_hieu: string; nam: number; nhom: string; loai: string; co_quan: string; ngay: string; trich_yeu: string; nguoi_ky: string;
  noi_nhan: string; luu: string; don_vi: string; so_ban: string; ngay_chuyen: string; ghi_chu: string; trang_thai: State; ly_do: string; tep: string;
  hang: string; giay: boolean; giu_luc: string; cap_luc: string; huy_luc: string;
}
interface Series { co_quan: string; nam: number; nhom: string; next: number; missing: string }
interface Book { label: string; there: boolean; places: string[]; years: number[]; nam: number | null; series: Series[]; entries: Line[] }
interface Done { new: number; filled: number; same: number; series: Series[]; problems: CellProblem[] }
type CellProblem = Problem & { cell: string | null };

const STATES: State[] = ["giữ chỗ", "đã cấp", "hủy"];
const stateSaid = (state: State): string => (state === "giữ chỗ" ? t("giữ chỗ") : state === "đã cấp" ? t("đã cấp") : t("hủy"));
const typeSaid = (code: string): string => code || t("công văn");
const seriesSaid = (one: Series): string => (one.nhom === "chung" ? t("{co_quan}, năm {nam}", { co_quan: one.co_quan, nam: one.nam }) : t("{co_quan}, năm {nam}, dãy {nhom}", { co_quan: one.co_quan, nam: one.nam, nhom: one.nhom }));
const SHOWN = 200; // lines at first, and with each press of the button
const LARGEST = 20 * 1024 * 1024;
const KINDS: Record<string, string> = {
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
/** Letters without their marks, for a search. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

/** Returns the lines that hold what is searched for as it is typed; where none does, those that hold every word of it. */
function searched(lines: Line[], search: string): Line[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (!words.length) return lines;
  const said = lines.map((line) => plain([line.so_ky_hieu, line.ngay, line.trich_yeu, line.nguoi_ky, line.noi_nhan, line.don_vi, line.ghi_chu, line.ly_do, line.tep].join(" ").replace(/\s+/g, " ")));
  const whole = lines.filter((_, n) => said[n]!.includes(words.join(" ")));
  return whole.length ? whole : lines.filter((_, n) => words.every((word) => said[n]!.includes(word)));
}

export function Register(_: Shown) {
  const [book, setBook] = useState<Book | null>(null);
  const [place, setPlace] = useState("");
  const [search, setSearch] = useState("");
  const [state, setState] = useState("");
  const [type, setType] = useState("*");
  const [agency, setAgency] = useState("");
  const [most, setMost] = useState(SHOWN);
  const [voided, setVoided] = useState<Line | null>(null);
  const [looked, setLooked] = useState<Line | null>(null);
  const [isEntering, setEntering] = useState(false);
  const [failure, setFailure] = useState("");
  const [note, setNote] = useState("");

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure("");
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(error.message || t("Chương trình notice-gen đã tắt."));
    }
  };
  const load = (where: string, nam: number | null): Promise<void> => attempt(async () => {
    setBook(await api<Book>("register", { place: where, nam }));
    setMost(SHOWN);
  });
  useEffect(() => { void load("", null); }, []);
  if (!book) return <main id="noi-dung" tabIndex={-1} class="register">{failure && <p class="wrong" role="alert">{failure}</p>}</main>;

  const found = searched(book.entries, search).filter((line) =>
    (!state || line.trang_thai === state) && (type === "*" || line.loai === type) && (!agency || line.co_quan === agency));
  const types = [...new Set(book.entries.map((line) => line.loai))].sort();
  const agencies = [...new Set(book.entries.map((line) => line.co_quan))].sort();
  const begin = (): Promise<void> => attempt(async () => {
    await api("register/begin", { place });
    await load(place, null);
  });
  const out = (kind: string): Promise<void> => attempt(async () => {
    const { data } = await api<{ data: string }>("register/export", { place, kind, nam: book.nam, loai: type === "*" ? null : type });
    download(new Blob([bytesOf(data)], { type: KINDS[kind]! }), `so-van-ban-di-${book.nam ?? ""}${kind}`);
  });
  return (
    <main id="noi-dung" tabIndex={-1} class="register">
      <div class="tools">
        <h1>{t("Sổ văn bản đi")}</h1>
        {book.places.length > 1
          ? <select value={place} aria-label={t("Sổ")} onChange={(event) => { setPlace(event.currentTarget.value); void load(event.currentTarget.value, null); }}>
              {book.places.map((one) => <option key={one} value={one}>{one || t("Sổ đang dùng")}</option>)}
            </select> : null}
        <span class="count name" title={book.label}>{book.label}</span>
        <span class="grow" />
        {book.there && (
          <>
            <button type="button" disabled={!book.entries.length} onClick={() => void out(".docx")}>{t("In sổ ra Word")}</button>
            <button type="button" disabled={!book.entries.length} onClick={() => void out(".xlsx")}>{t("Xuất Excel")}</button>
            <button type="button" onClick={() => setEntering(true)}>{t("Nhập sổ giấy, Excel")}</button>
          </>
        )}
      </div>
      {failure && <p class="banner wrong" role="alert">{failure}</p>}
      {note && <p class="banner" role="status">{note}</p>}
      {!book.there && (
        <div class="empty">
          <p>{t("Chưa có sổ văn bản ở đây. Sổ tự lập khi in văn bản đầu tiên lấy số tự động; lập trước để nhập các số đã cấp trên giấy.")}</p>
          <button type="button" class="main" onClick={() => void begin()}>{t("Lập sổ mới")}</button>
        </div>
      )}
      {book.there && (
        <>
          <div class="filters" role="search">
            <input type="search" value={search} placeholder={t("Tìm số, trích yếu, người ký, nơi nhận")} aria-label={t("Tìm trong sổ")} onInput={(event) => { setSearch(event.currentTarget.value); setMost(SHOWN); }} />
            <select value={String(book.nam ?? "")} aria-label={t("Năm")} onChange={(event) => void load(place, Number(event.currentTarget.value))}>
              {book.years.map((year) => <option key={year} value={year}>{t("Năm {nam}", { nam: year })}</option>)}
            </select>
            <select value={type} aria-label={t("Loại")} onChange={(event) => setType(event.currentTarget.value)}>
              <option value="*">{t("Mọi loại")}</option>
              {types.map((one) => <option key={one} value={one}>{typeSaid(one)}</option>)}
            </select>
            <select value={state} aria-label={t("Trạng thái")} onChange={(event) => setState(event.currentTarget.value)}>
              <option value="">{t("Mọi trạng thái")}</option>
              {STATES.map((one) => <option key={one} value={one}>{stateSaid(one)}</option>)}
            </select>
            {agencies.length > 1 && (
              <select value={agency} aria-label={t("Cơ quan")} onChange={(event) => setAgency(event.currentTarget.value)}>
                <option value="">{t("Mọi cơ quan")}</option>
                {agencies.map((one) => <option key={one} value={one}>{one}</option>)}
              </select>
            )}
            <span class="count" role="status">{t("{so} văn bản", { so: found.length })}</span>
          </div>
          <ul class="next" aria-label={t("Số tiếp theo")}>
            {book.series.filter((one) => one.nam === book.nam).map((one) => (
              <li key={one.co_quan + one.nhom}>{seriesSaid(one)}: {t("số tiếp theo")} <strong>{one.next}</strong>{one.missing && <span class="doubt"> · {t("trong sổ chưa có số {so}", { so: one.missing })}</span>}</li>
            ))}
          </ul>
          <div class="lines" tabIndex={0} role="region" aria-label={t("Các số trong sổ")}>
            <table>
              <thead><tr><th>{t("Số, ký hiệu")}</th><th>{t("Ngày")}</th><th>{t("Trích yếu")}</th><th>{t("Người ký")}</th><th>{t("Nơi nhận")}</th><th>{t("Trạng thái")}</th><th><span class="unseen">{t("Việc")}</span></th></tr></thead>
              <tbody>
                {found.slice(0, most).map((line) => (
                  <tr key={line.id} class={line.trang_thai === "hủy" ? "void" : ""}>
                    <td><button type="button" class="link" onClick={() => setLooked(line)}>{line.so_ky_hieu}</button></td>
                    <td>{line.ngay}</td><td>{line.trich_yeu}</td><td>{line.nguoi_ky}</td><td>{line.noi_nhan}</td>
                    <td>{stateSaid(line.trang_thai)}{line.ly_do && <span class="hint"> ({line.ly_do})</span>}</td>
                    <td>{line.trang_thai !== "hủy" && <button type="button" class="small" aria-label={t("Hủy số {so}", { so: line.so_ky_hieu })} onClick={() => setVoided(line)}>{t("Hủy …")}</button>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {found.length > most && <p><button type="button" onClick={() => setMost(most + SHOWN)}>{t("Hiện thêm ({so} dòng nữa)", { so: found.length - most })}</button></p>}
            {found.length === 0 && <p class="hint">{book.entries.length ? t("Không có số nào như vậy.") : t("Sổ chưa có số nào.")}</p>}
          </div>
        </>
      )}
      {looked && <Looked line={looked} onClose={() => setLooked(null)} />}
      {voided && <Void line={voided} place={place} onClose={() => setVoided(null)} onDone={(said) => { setVoided(null); setNote(said); void load(place, book.nam); }} />}
      {isEntering && <Enter place={place} onClose={() => setEntering(false)} onDone={(said) => { setEntering(false); setNote(said); void load(place, null); }} />}
    </main>
  );
}

function Looked({ line, onClose }: { line: Line; onClose(): void }) {
  const rows: [string, string][] = [
    [t("Cơ quan"), line.co_quan], [t("Ngày văn bản"), line.ngay], [t("Trích yếu"), line.trich_yeu], [t("Đơn vị"), line.don_vi], [t("Người ký"), line.nguoi_ky],
    [t("Nơi nhận"), line.noi_nhan], [t("Nơi nhận bản lưu"), line.luu], [t("Số lượng bản"), line.so_ban], [t("Ngày chuyển"), line.ngay_chuyen], [t("Ghi chú"), line.ghi_chu],
    [t("Tệp"), line.giay ? t("(nhập từ sổ giấy)") : line.hang ? `${line.tep} [${line.hang}]` : line.tep], [t("Trạng thái"), stateSaid(line.trang_thai)],
    [t("Giữ chỗ lúc"), line.giu_luc], [t("Cấp lúc"), line.cap_luc], [t("Hủy lúc"), line.huy_luc], [t("Lý do hủy"), line.ly_do],
  ];
  return (
    <Dialog title={t("Số {so}", { so: line.so_ky_hieu })} onClose={onClose}>
      <dl class="about">{rows.filter(([, value]) => value).map(([name, value]) => <><dt key={name}>{name}</dt><dd>{value}</dd></>)}</dl>
      <p class="buttons"><button type="button" class="main" onClick={onClose}>{t("Đóng")}</button></p>
    </Dialog>
  );
}

interface Asked { place: string; onClose(): void; onDone(said: string): void }

function Void({ line, place, onClose, onDone }: Asked & { line: Line }) {
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState("");
  const void_ = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await api("register/void", { place, id: line.id, so_ky_hieu: line.so_ky_hieu, nam: line.nam, reason });
      onDone(t("Đã hủy số {so}. Số này không cấp lại cho văn bản nào.", { so: line.so_ky_hieu }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(error.message || t("Chương trình notice-gen đã tắt."));
    }
  };
  return (
    <Dialog title={t("Hủy số {so}", { so: line.so_ky_hieu })} onClose={onClose}>
      <p>{line.trich_yeu}</p>
      <p class="doubt">{t("Số đã hủy vẫn nằm trong sổ cùng lý do và không bao giờ cấp lại. Bản Word mang số này không dùng nữa.")}</p>
      <form onSubmit={(event) => void void_(event)}>
        <div class="field">
          <label for="ly-do">{t("Vì sao hủy (in ở cột ghi chú của sổ)")}</label>
          <input id="ly-do" value={reason} required maxLength={1000} autofocus placeholder={t("Ví dụ: In nhầm, lãnh đạo không ký")} onInput={(event) => setReason(event.currentTarget.value)} />
        </div>
        {failure && <p class="wrong" role="alert">{failure}</p>}
        <p class="buttons"><button type="submit" class="main" disabled={!reason.trim()}>{t("Hủy số này")}</button><button type="button" onClick={onClose}>{t("Thôi")}</button></p>
      </form>
    </Dialog>
  );
}

function Enter({ place, onClose, onDone }: Asked) {
  const [file, setFile] = useState<File | null>(null);
  const [year, setYear] = useState("");
  const [agency, setAgency] = useState("");
  const [faults, setFaults] = useState<CellProblem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const enter = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!file) return;
    setBusy(true);
    setFaults([]);
    try {
      const done = await api<Done>("register/import", { place, data: await base64Of(file), file: file.name, nam: year ? Number(year) : null, co_quan: agency });
      const next = done.series.map((one) => `${seriesSaid(one)}: ${t("số tiếp theo")} ${one.next}`).join("; ");
      const doubts = done.problems.map((one) => one.message).join(" ");
      onDone(`${t("Đã nhập {moi} số mới, điền thêm vào {bu} số, {cu} số đã có sẵn.", { moi: done.new, bu: done.filled, cu: done.same })} ${next} ${doubts}`.trim());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFaults(error.problems as CellProblem[]);
    } finally {
      setBusy(false);
    }
  };
  const take = (found: File[]): void => {
    const one = found[0];
    setFaults(one && one.size > LARGEST ? [{ level: "error", message: t("Tệp lớn quá 20 MB."), hint: "", cell: null } as CellProblem] : []);
    setFile(one && one.size <= LARGEST ? one : null);
  };
  return (
    <Dialog title={t("Nhập sổ giấy, hoặc sổ đã xuất ra Excel")} onClose={onClose} wide>
      <p>{t("Bảng có các cột như sổ đăng ký văn bản đi; cột số là bắt buộc. Có lỗi thì báo hết theo từng ô và không nhập gì; nhập lại tệp cũ thì sổ không đổi.")}</p>
      <form onSubmit={(event) => void enter(event)}>
        <Drop label={t("Chọn bảng")} hint={file ? file.name : t("hoặc thả tệp .xlsx, .xls, .ods, .csv vào đây")} accept={[".xlsx", ".xls", ".ods", ".csv"]} most={1} onFiles={take} />
        <div class="two">
          <div class="field"><label for="nam">{t("Năm của cả bảng (khi có hàng không ghi ngày)")}</label><input id="nam" inputMode="numeric" pattern="[0-9]{4}" value={year} onInput={(event) => setYear(event.currentTarget.value)} /></div>
          <div class="field"><label for="co-quan">{t("Cơ quan của cả bảng (để trống: theo bảng, rồi theo thiết lập)")}</label><input id="co-quan" value={agency} onInput={(event) => setAgency(event.currentTarget.value)} /></div>
        </div>
        {faults.length > 0 && (
          <div role="alert">
            <p class="wrong">{t("Có {so} lỗi; chưa nhập số nào. Sửa trong bảng rồi nhập lại.", { so: faults.length })}</p>
            <div class="lines" tabIndex={0}>
              <table>
                <thead><tr><th>{t("Ô")}</th><th>{t("Sai gì")}</th><th>{t("Sửa thế nào")}</th></tr></thead>
                <tbody>{faults.map((one, n) => <tr key={n}><td class="cell">{one.cell ?? (one.line ? t("Dòng {so}", { so: one.line }) : "")}</td><td>{one.message}</td><td>{one.hint}</td></tr>)}</tbody>
              </table>
            </div>
          </div>
        )}
        <p class="buttons"><button type="submit" class="main" disabled={!file || isBusy}>{isBusy ? t("Đang nhập …") : t("Nhập vào sổ")}</button><button type="button" onClick={onClose}>{t("Thôi")}</button></p>
      </form>
    </Dialog>
  );
}
