import type { FindingDetails, StoredWarning, TextBody, VersionOrigin } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { textOfHtml } from "../lib/html/text-of-html.ts";
import type { Target } from "../texts/target.ts";

/** A finding as a list tells of it: how many texts' words it concerns, and whether a person kept it. */
export interface ListedFinding {
  code: string;
  /** what they say beside what they quote, each kind once; null: nothing */
  kinds: (FindingDetails["kind"] | null)[];
  count: number;
  blocks: boolean;
  /** who kept all of them, as decisions keep it; null: at least one is open */
  keptBy: string | null;
}

/** What a line of the products list says of the texts of one target. */
export interface ListedTexts {
  drafts: number;
  /** begins like the description, else like the first of its drafts; "" where there is none */
  excerpt: string;
  approved: number;
  approvedBy: string | null;
  approvedAt: number | null;
  published: number;
  publishedAt: number | null;
  /** content types of published texts that a person wrote or changed */
  byHand: string[];
  /** content types whose text changed in the shop */
  conflicts: string[];
  /** a person's no to drafts that nothing followed */
  rejected: boolean;
  /** of the drafts, else of what is approved, else of what is published; the gravest first. null: there is no text of ours */
  findings: ListedFinding[] | null;
}

interface Row {
  productId: string;
  contentType: string;
  state: "draft" | "approved" | "published" | "rejected";
  origin: VersionOrigin;
  body: string | null;
  warnings: string | null;
  decidedBy: string | null;
  decidedAt: number | null;
  publishedAt: number | null;
}

/** Of texts that nobody looks at in the list the words stay where they are. */
const textsSql = `SELECT product_id AS "productId", content_type AS "contentType", state, origin,
    CASE WHEN state = 'draft' THEN body END AS body, CASE WHEN state = 'rejected' THEN NULL ELSE warnings END AS warnings,
    decided_by AS "decidedBy", decided_at AS "decidedAt", published_at AS "publishedAt"
  FROM versions WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids))
    AND locale = @locale AND market = @market AND channel = @channel
    AND state IN ('draft', 'approved', 'published', 'rejected') ORDER BY content_type, created_at`;
const conflictsSql = `SELECT product_id AS "productId", content_type AS "contentType" FROM conflicts
  WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids))
    AND locale = @locale AND market = @market AND channel = @channel ORDER BY content_type`;

const excerptChars = 140;

/** What the lines of a page of the products list say of their texts, by product; one that nothing was written for is not in it. */
export function* textsOfList(
  shop: string,
  productIds: readonly string[],
  target: Target,
): Steps<Map<string, ListedTexts>> {
  const { locale, market, channel } = target;
  const asked = { shop, locale, market, channel, ids: JSON.stringify(productIds) };
  const byProduct = new Map<string, { rows: Row[]; conflicts: string[] }>();
  const of = (productId: string) => {
    const known = byProduct.get(productId) ?? { rows: [], conflicts: [] };
    byProduct.set(productId, known);
    return known;
  };
  for (const row of yield* all<Row>(textsSql, asked)) of(row.productId).rows.push(row);
  for (const row of yield* all<{ productId: string; contentType: string }>(conflictsSql, asked)) {
    of(row.productId).conflicts.push(row.contentType);
  }
  return new Map([...byProduct].map(([id, { rows, conflicts }]) => [id, listed(rows, conflicts)]));
}

function listed(rows: readonly Row[], conflicts: string[]): ListedTexts {
  const inState = (state: Row["state"]) => rows.filter((row) => row.state === state);
  const [drafts, approved, published] = [inState("draft"), inState("approved"), inState("published")];
  const judged = [drafts, approved, published].find((some) => some.length > 0);
  const newestApproved = latest(approved, ({ decidedAt }) => decidedAt);
  return {
    drafts: drafts.length,
    excerpt: excerptOf(drafts),
    approved: approved.length,
    approvedBy: newestApproved?.decidedBy ?? null,
    approvedAt: newestApproved?.decidedAt ?? null,
    published: published.length,
    publishedAt: latest(published, ({ publishedAt }) => publishedAt)?.publishedAt ?? null,
    byHand: [...new Set(published.filter(({ origin }) => origin === "edited").map(({ contentType }) => contentType))],
    conflicts,
    rejected: rows.length > 0 && rows.every(({ state }) => state === "rejected"),
    findings: judged ? findingsOf(judged) : null,
  };
}

function latest<T>(rows: readonly T[], at: (row: T) => number | null): T | undefined {
  return rows.reduce<T | undefined>(
    (best, row) => (best === undefined || (at(row) ?? 0) > (at(best) ?? 0) ? row : best),
    undefined,
  );
}

function excerptOf(drafts: readonly Row[]): string {
  const draft = drafts.find(({ contentType }) => contentType === "desc") ?? drafts[0];
  if (!draft?.body) return "";
  const body = JSON.parse(draft.body) as TextBody;
  const text = Array.isArray(body) ? body.join(" · ") : draft.contentType === "desc" ? textOfHtml(body) : body;
  return [...text.replace(/\s+/g, " ").trim()].slice(0, excerptChars).join("");
}

function findingsOf(rows: readonly Row[]): ListedFinding[] {
  const byCode = new Map<string, StoredWarning[]>();
  for (const { warnings } of rows) {
    if (!warnings || warnings === "[]") continue;
    for (const warning of JSON.parse(warnings) as StoredWarning[]) {
      byCode.set(warning.code, [...(byCode.get(warning.code) ?? []), warning]);
    }
  }
  const found = [...byCode].map(([code, all]): ListedFinding => {
    const open = all.filter(({ decision }) => !decision);
    const counted = open.length > 0 ? open : all;
    return {
      code,
      kinds: [...new Set(counted.map(({ details }) => details?.kind ?? null))],
      count: counted.length,
      blocks: open.some(({ severity }) => severity === "block"),
      keptBy: open.length > 0 ? null : (all[0]?.decision?.by ?? ""),
    };
  });
  const rank = ({ blocks, keptBy }: ListedFinding) => (blocks ? 0 : keptBy === null ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b) || b.count - a.count || a.code.localeCompare(b.code));
}
