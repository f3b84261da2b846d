import { type LiveTexts, liveTexts } from "../catalog/live-texts.ts";
import { heldTextsOf } from "../catalog/translations/held-texts.ts";
import type { StoredFacts, TextBody, WriterName, WrittenField } from "../db/schema/index.ts";
import { all, get, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import { nameOf } from "./field-write.ts";
import { sameOnceSaved } from "./saved-form.ts";

/** What an undo of a publication would do by what is mirrored of the shop; the undo itself reads the shop again. */
export interface UndoPreview {
  /** products whose former texts come back */
  back: number;
  /** products with a text that was changed since and is left alone */
  stays: { count: number; titles: string[] };
}

const mostTitles = 10;

interface PublishedRow {
  id: string;
  productId: string;
  writer: WriterName;
  title: string;
  fields: string;
  gone: number | null;
  descriptionHtml: string;
  bullets: string | null;
  seoTitle: string | null;
  seoDescription: string | null;
  addedTexts: string | null;
  facts: string;
}

/** Read together: some thousands of texts at once. */
const rowsPerPage = 250;

/** What would become of each product of a publication; in a few queries for some hundred write-backs. */
export function* readUndoPreview({ shop, jobId }: { shop: ShopDomain; jobId: JobId }): Steps<UndoPreview> {
  const back = new Set<string>();
  const stays = new Map<string, string>();
  const ids = (yield* all<{ id: string }>(orderSql, { shop, jobId })).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += rowsPerPage) {
    for (const { row, fields, live } of yield* mirroredPage(shop, ids.slice(from, from + rowsPerPage))) {
      const ours = fields.filter((field) => sameOnceSaved(nameOf(field), live[nameOf(field)] ?? null, field.answered));
      if (ours.length > 0 && row.gone === null) back.add(row.productId);
      if (ours.length < fields.length || row.gone !== null) stays.set(row.productId, row.title);
    }
  }
  return { back: back.size, stays: { count: stays.size, titles: [...stays.values()].slice(0, mostTitles) } };
}

interface MirroredWrite {
  row: PublishedRow;
  fields: WrittenField[];
  live: LiveTexts;
}

/** Write-backs with what is mirrored of the places that they wrote to. */
function* mirroredPage(shop: ShopDomain, ids: readonly string[]): Steps<MirroredWrite[]> {
  const rows = yield* all<PublishedRow>(publishedSql, { shop, ids: JSON.stringify(ids) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const translated = rows.filter(({ writer }) => writer === "translation").map(({ productId }) => productId);
  const held = translated.length > 0 ? yield* heldTextsOf({ shop, owners: [...new Set(translated)] }) : null;
  return ids.flatMap((id): MirroredWrite[] => {
    const row = byId.get(id);
    if (!row) return [];
    const fields = JSON.parse(row.fields) as WrittenField[];
    const target = fields[0]?.target;
    const isTranslation = row.writer === "translation" && held && target;
    const live = isTranslation ? Object.fromEntries(held(row.productId, target)) : liveTextsOf(row);
    return [{ row, fields, live }];
  });
}

function liveTextsOf(row: PublishedRow): LiveTexts {
  return liveTexts({
    ...row,
    bullets: parsed<string[]>(row.bullets),
    addedTexts: parsed<Record<string, TextBody>>(row.addedTexts),
    facts: JSON.parse(row.facts) as StoredFacts,
  });
}

function parsed<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}

/** Products, and what else has texts in other languages. */
const owners = `LEFT JOIN products AS p ON p.shop = w.shop AND p.id = w.product_id
  LEFT JOIN text_resources AS r ON r.shop = w.shop AND r.id = w.product_id`;

const orderSql = `SELECT w.id FROM write_backs AS w ${owners}
  WHERE w.shop = @shop AND w.job_id = @jobId AND w.undoes IS NULL AND w.state = 'verified'
    AND (p.id IS NOT NULL OR r.id IS NOT NULL)
  ORDER BY coalesce(p.title, r.title), w.product_id, w.id`;

const publishedSql = `SELECT w.id, w.product_id AS productId, w.writer, coalesce(p.title, r.title) AS title, w.fields,
    coalesce(p.gone_at, r.gone_at) AS gone,
    p.description_html AS descriptionHtml, p.bullets, p.seo_title AS seoTitle, p.seo_description AS seoDescription,
    p.added_texts AS addedTexts, p.facts
  FROM write_backs AS w ${owners}
  WHERE w.shop = @shop AND w.id IN (SELECT value FROM json_each(@ids))`;

/** What became of a publication since, in products: how much of it was undone, and what is still being looked for. */
export interface PublicationSince {
  undone: number;
  /** the job of the undo, while it is kept */
  undoJobId: string | null;
  /** writes without an answer that are looked for */
  open: number;
  /** products that could still be undone */
  standing: number;
}

export function* readPublicationSince({ shop, jobId }: { shop: ShopDomain; jobId: JobId }): Steps<PublicationSince> {
  const row = yield* get<Omit<PublicationSince, "undoJobId">>(sinceSql, { shop, jobId });
  const undo = yield* get<{ jobId: string | null }>(undoSql, { shop, jobId });
  return {
    undone: row?.undone ?? 0,
    open: row?.open ?? 0,
    standing: row?.standing ?? 0,
    undoJobId: undo?.jobId ?? null,
  };
}

const sinceSql = `SELECT count(DISTINCT CASE WHEN state = 'undone' THEN product_id END) AS undone,
    count(CASE WHEN state = 'writing' THEN 1 END) AS open,
    count(DISTINCT CASE WHEN state = 'verified' THEN product_id END) AS standing
  FROM write_backs WHERE job_id = @jobId AND shop = @shop AND undoes IS NULL`;

const undoSql = `SELECT max(undo.job_id) AS jobId
  FROM write_backs AS w JOIN write_backs AS undo
    ON undo.shop = w.shop AND undo.product_id = w.product_id AND undo.undoes = w.id
  WHERE w.job_id = @jobId AND w.shop = @shop AND w.state = 'undone'`;

/** How far publications were undone, in products. */
export interface Undone {
  back: number;
  /** products that still have what was published */
  stayed: number;
}

/** Of some publications those of which something was undone. */
export function* readUndone({
  shop,
  jobIds,
}: {
  shop: ShopDomain;
  jobIds: readonly string[];
}): Steps<Map<string, Undone>> {
  if (jobIds.length === 0) return new Map();
  const rows = yield* all<Undone & { jobId: string }>(undoneSql, { shop, jobIds: JSON.stringify(jobIds) });
  return new Map(rows.filter(({ back }) => back > 0).map(({ jobId, back, stayed }) => [jobId, { back, stayed }]));
}

const undoneSql = `SELECT job_id AS jobId, count(DISTINCT CASE WHEN state = 'undone' THEN product_id END) AS back,
    count(DISTINCT CASE WHEN state = 'verified' THEN product_id END) AS stayed
  FROM write_backs WHERE job_id IN (SELECT value FROM json_each(@jobIds)) AND shop = @shop AND undoes IS NULL
  GROUP BY job_id`;

/** Writes of each job whose answer never came and that are still looked for. */
export function* countOpenWrites({
  shop,
  jobIds,
}: {
  shop: ShopDomain;
  jobIds: readonly string[];
}): Steps<Map<string, number>> {
  const rows = yield* all<{ jobId: string; count: number }>(openSql, { shop, jobIds: JSON.stringify(jobIds) });
  return new Map(rows.map(({ jobId, count }) => [jobId, count]));
}

const openSql = `SELECT job_id AS jobId, count(*) AS count FROM write_backs INDEXED BY write_backs_open
  WHERE state = 'writing' AND shop = @shop AND job_id IN (SELECT value FROM json_each(@jobIds)) GROUP BY job_id`;
