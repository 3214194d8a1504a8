// The pages of the screen: each a file of its own here and a module of its routes in notice_gen/web/.
import type { ComponentType } from "preact";
import { Check } from "./check";
import { Editor } from "./editor";
import { Gallery } from "./gallery";
import { Mailing } from "./mailing";
import { Office } from "./office";
import { Register } from "./register";
import type { Shown } from "./shown";

export interface Page {
  path: string;
  name: string; // in the bar at the top; empty for one that is reached otherwise
  view: ComponentType<Shown>;
}

export const PAGES: Page[] = [
  { path: "/soan", name: "Soạn thảo", view: Editor },
  { path: "/moi", name: "Văn bản mới", view: Gallery },
  { path: "/hang-loat", name: "In hàng loạt", view: Mailing },
  { path: "/kiem-tra", name: "Kiểm tra Word", view: Check },
  { path: "/so-van-ban", name: "Sổ văn bản", view: Register },
  { path: "/thiet-lap", name: "Thiết lập cơ quan", view: Office },
];
