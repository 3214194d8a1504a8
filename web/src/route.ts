// Which page is shown: the address says it, so that Back and a second tab work.
import { useEffect, useState } from "preact/hooks";

const moved = new EventTarget();

/** Goes to another page of the screen; *instead*: Back does not lead to the one before. */
export function go(path: string, instead = false): void {
  if (instead) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  moved.dispatchEvent(new Event("moved"));
}

/** Returns the address that is shown, and draws anew when it changes. */
export function useAddress(): URL {
  const [address, setAddress] = useState(() => new URL(location.href));
  useEffect(() => {
    const look = (): void => setAddress(new URL(location.href));
    moved.addEventListener("moved", look);
    addEventListener("popstate", look);
    return () => {
      moved.removeEventListener("moved", look);
      removeEventListener("popstate", look);
    };
  }, []);
  return address;
}

/** Follows a link within the screen without loading it anew. */
export function followed(event: MouseEvent): void {
  const link = (event.target as HTMLElement).closest("a");
  if (!link || link.origin !== location.origin || link.download || event.ctrlKey || event.shiftKey || event.metaKey || event.button !== 0) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
