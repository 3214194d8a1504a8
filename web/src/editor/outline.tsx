// The parts of the open file, to find one's way in a long one.
import { t } from "../words";

export interface Part { path: (string | number)[]; label: string; said: string; line: number; end_line: number; deep: number }

interface Props { parts: Part[]; line: number; onGo(part: Part): void }

export function Outline({ parts, line, onGo }: Props) {
  const here = parts.findLast((one) => one.line <= line && line <= one.end_line);
  return (
    <section class="outline" aria-label={t("Các phần của tệp")}>
      <h2>{t("Các phần của tệp")}</h2>
      <ul>
        {parts.map((one) => (
          <li key={one.path.join(".")}>
            <button type="button" class="go" style={{ paddingLeft: `${8 + 10 * one.deep}px` }} aria-current={one === here ? "true" : undefined} title={one.said} onClick={() => onGo(one)}>
              {one.said && one.path.length > 1 ? <><span class="part">{one.label}</span> {one.said}</> : one.label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
