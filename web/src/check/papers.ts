// Papers to check: what they are, what the server says of them.
import { api, ApiError } from "../api";
import { base64Of } from "../bytes";
import { t } from "../words";

export type Level = "luật" | "thông lệ" | "gợi ý";
export const LEVELS: Level[] = ["luật", "thông lệ", "gợi ý"];
export const levelSaid = (level: Level): string => (level === "luật" ? t("luật") : level === "thông lệ" ? t("thông lệ") : t("gợi ý"));
export const SUFFIXES = [".docx", ".doc", ".odt", ".rtf"];
export const LARGEST = 30 * 1024 * 1024;
export const MOST = 200; // files at once

export interface Fault {
  code: string; name: string; level: Level; article: string; message: string; hint: string;
  part: string | null; paragraph: number | null; start: number | null; end: number | null; text: string | null; section: number | null; mendable: boolean;
}
export interface Report { status: string; kind: string; type: string | null; faults: Fault[]; more: Record<string, number>; waived: Record<string, number>; tracked: boolean }
export interface Paragraph { part: string; paragraph: number; label: string; text: string }
export interface Judged { kind: string; docx: string | null; report: Report; paragraphs: Paragraph[] }
export type Box = [page: number, left: number, top: number, right: number, bottom: number];
export interface Pages { pages: string[]; boxes: (Box | null)[] }
export interface Mended { docx: string; mended: Fault[]; report: Report }
export type Choice = [code: string, part: string, paragraph: number, section: number];

/** A paper: dropped (then *file*), or of the folder (then *name* leads to it). */
export interface Paper { label: string; name?: string; file?: File; data?: string; judged?: Judged; failure?: string; pages?: Pages | undefined; noPages?: string | undefined }

/** Reads a paper, has it judged, and returns it with what is said of it. */
export async function judge({ failure: _, ...paper }: Paper): Promise<Paper> {
  try {
    if (paper.file && paper.file.size > LARGEST) return { ...paper, failure: t("Tệp lớn quá 30 MB.") };
    const data = paper.file ? await base64Of(paper.file) : (await api<{ data: string }>("check/open", { name: paper.name })).data;
    const judged = await api<Judged>("check", { data, file: paper.label, name: paper.name ?? "" });
    return { ...paper, data: judged.docx ?? data, judged };
  } catch (error) {
    if (error instanceof ApiError) return { ...paper, failure: error.message || t("Chương trình notice-gen đã tắt.") };
    if (error instanceof DOMException) return { ...paper, failure: t("Không đọc được tệp này.") };
    throw error;
  }
}

/** Returns by what a mending is chosen: all that a rule mends in one paragraph goes together. */
export const choiceOf = (fault: Fault): Choice => [fault.code, fault.part ?? "", fault.paragraph ?? 0, fault.section ?? 0];
export const keyOf = (fault: Fault): string => choiceOf(fault).join("|");

/** Counts the faults of each level, those that are not listed too. */
export function counted(report: Report): Record<Level, number> {
  const counts: Record<Level, number> = { "luật": 0, "thông lệ": 0, "gợi ý": 0 };
  const levels = new Map(report.faults.map((fault) => [fault.code, fault.level]));
  for (const fault of report.faults) counts[fault.level] += 1;
  for (const [code, more] of Object.entries(report.more)) counts[levels.get(code) ?? "luật"] += more;
  return counts;
}

/** Says what became of a paper, in a few words. */
export function said(paper: Paper): string {
  if (paper.failure) return paper.failure;
  if (!paper.judged) return t("đang kiểm tra …");
  const { report } = paper.judged;
  if (report.status === "not judged") return t("không phải văn bản hành chính");
  if (report.status === "not checked") return t("có quy tắc không xét được");
  return report.status === "clean" ? t("không có lỗi") : t("{so} lỗi", { so: Object.values(counted(report)).reduce((sum, count) => sum + count) });
}

/** What a copy of a paper is called. */
export const copyName = (paper: Paper, what: string): string => `${paper.label.replace(/^.*\//, "").replace(/\.[^.]+$/, "")}-${what}.docx`;
