import type { StoredWarning, TextBody, VersionOrigin, VersionState, versions, Wording } from "../db/schema/index.ts";
import { nameOfRow } from "../texts/slot.ts";

export type VersionRow = typeof versions.$inferSelect;

/** A version as pages and answers show it. */
export interface VersionView {
  id: string;
  /** the name of its slot */
  contentType: string;
  /** of an alt text that was published from another product with the same image: that product */
  productId?: string | undefined;
  locale: string;
  state: VersionState;
  origin: VersionOrigin;
  body: TextBody;
  warnings: StoredWarning[];
  blocked: boolean;
  /** which fact backs which number of the text */
  evidence: VersionRow["evidence"];
  /** what the model offered to choose from, the text that it proposed first; none where it offered one only */
  wordings: Wording[];
  /** a person chose it among them */
  chosen: boolean;
  /** `yes`; `no:` and why not all of it was examined; null where nothing had to be, or nobody was asked */
  examined: string | null;
  /** the live text it was made from */
  base: TextBody | null;
  factsDigest: string;
  parentId: string | null;
  jobId: string | null;
  itemSeq: number | null;
  model: string | null;
  createdBy: string | null;
  createdAt: number;
  decidedBy: string | null;
  decidedAt: number | null;
  /** approved by a person in spite of a blocking warning */
  overridden: boolean;
  publishedAt: number | null;
}

export function viewOf(row: VersionRow): VersionView {
  return {
    id: row.id,
    contentType: nameOfRow(row),
    locale: row.locale,
    state: row.state,
    origin: row.origin,
    body: row.body,
    warnings: row.warnings,
    blocked: row.blocked,
    evidence: row.evidence,
    wordings: row.wordings ?? [],
    chosen: row.origin === "edited" && isAmong(row.body, row.wordings ?? []),
    examined: row.examined,
    base: row.base,
    factsDigest: row.factsDigest,
    parentId: row.parentId,
    jobId: row.jobId,
    itemSeq: row.itemSeq,
    model: row.model,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    overridden: row.overridden,
    publishedAt: row.publishedAt,
  };
}

/** Whether a text is one of those that the model offered. */
export function isAmong(body: TextBody, wordings: readonly Wording[]): boolean {
  return typeof body === "string" && wordings.some((one) => one.body === body);
}
