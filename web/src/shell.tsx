// What every page has: the bar at the top, what is said of the server, the language, the button that ends it.
import { useEffect, useState } from "preact/hooks";
import { api, ApiError, watchServer } from "./api";
import { PAGES } from "./pages";
import { followed, useAddress } from "./route";
import { language, speak, t } from "./words";

export function Shell() {
  const address = useAddress();
  const [isThere, setThere] = useState(true);
  const [isOver, setOver] = useState(false);
  const [, setSpoken] = useState(language());
  const [said, setSaid] = useState("");
  useEffect(() => watchServer(setThere), []);
  useEffect(() => {
    const tell = (event: PromiseRejectionEvent): void => { // an answer that refuses and that no page has dealt with
      if (!(event.reason instanceof ApiError)) return;
      event.preventDefault();
      if (event.reason.status) setSaid(event.reason.message);
    };
    addEventListener("unhandledrejection", tell);
    return () => removeEventListener("unhandledrejection", tell);
  }, []);
  const page = PAGES.find((one) => one.path === address.pathname) ?? PAGES[0]!;
  useEffect(() => {
    document.title = `${t(page.name)} – notice-gen`;
  }, [page, language()]);
  const stop = async (): Promise<void> => {
    try {
      await api("stop");
    } catch (error) {
      if (!(error instanceof ApiError) || error.status) throw error;
    }
    setOver(true);
  };
  const turn = (): void => {
    speak(language() === "vi" ? "en" : "vi");
    setSpoken(language());
  };
  if (isOver) {
    return <main class="over"><h1>{t("Đã tắt notice-gen.")}</h1><p>{t("Đóng trang này được rồi. Những gì đang soạn mà chưa lưu vẫn được giữ cho lần mở sau.")}</p></main>;
  }
  return (
    <>
      <a class="skip" href="#noi-dung" onClick={(event) => { event.preventDefault(); document.getElementById("noi-dung")?.focus(); }}>{t("Bỏ qua thanh trên cùng")}</a>
      <header class="bar">
        <nav aria-label={t("Các trang")} onClick={followed}>
          {PAGES.filter((one) => one.name).map((one) => (
            <a key={one.path} href={one.path} aria-current={one === page ? "page" : undefined}>{t(one.name)}</a>
          ))}
        </nav>
        <span class="grow" />
        <button type="button" class="quiet" onClick={turn} lang={language() === "vi" ? "en" : "vi"}>{language() === "vi" ? "English" : "Tiếng Việt"}</button>
        <button type="button" class="quiet" onClick={() => void stop()}>{t("Tắt")}</button>
      </header>
      {!isThere && <p class="banner wrong" role="alert">{t("Chương trình notice-gen đã tắt. Những gì đang gõ vẫn được giữ trong trình duyệt; mở lại notice-gen web rồi mở lại trang.")}</p>}
      {said && <p class="banner wrong" role="alert">{said} <button type="button" class="small" onClick={() => setSaid("")}>{t("Đóng")}</button></p>}
      <page.view key={page.path} address={address} spoken={language()} />
    </>
  );
}
