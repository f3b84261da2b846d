import { sourceOf } from "../content/source-text.ts";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import type { WriteBackState, WrittenField } from "../db/schema/index.ts";

const selectSql = `SELECT id, state, undoes, created_at AS createdAt, fields FROM write_backs
  WHERE shop = @shop AND product_id = @productId ORDER BY created_at DESC, id DESC`;
const updateSql = "UPDATE write_backs SET fields = @fields WHERE shop = @shop AND id = @id";
const dropSql = "DELETE FROM write_backs WHERE shop = @shop AND id = @id";

interface Write {
  id: string;
  state: WriteBackState;
  undoes: string | null;
  createdAt: number;
  fields: WrittenField[];
}

/**
 * A step of a transaction: removes the write-backs of a product that are older than `before` and on which nothing rests any
 * more. What stays: the last write of each text, by which it can be undone and a live text is known to be ours, and writes
 * whose fate is not known. What people wrote before our first write is handed on to those that stay, so that no text of ours
 * ever counts as a fact.
 * @returns how many
 */
export function dropOldWrites(
  { db }: { db: Db },
  { shop, productId, before }: { shop: string; productId: string; before: number },
): number {
  const rows = prepared<object, Write & { fields: string }>(db, selectSql).all({ shop, productId });
  const writes: Write[] = rows.map((row) => ({ ...row, fields: JSON.parse(row.fields) as WrittenField[] }));
  const dropped = new Set(writes.filter((write, at) => isOver(write, writes.slice(0, at), before)));
  if (dropped.size === 0) return 0;
  for (const [at, write] of writes.entries()) {
    if (dropped.has(write) || !isOurs(write)) continue;
    const fields = withSources(write.fields, writes.slice(at + 1), dropped);
    if (fields) prepared<object>(db, updateSql).run({ shop, id: write.id, fields: JSON.stringify(fields) });
  }
  for (const { id } of dropped) prepared<object>(db, dropSql).run({ shop, id });
  return dropped.size;
}

/** @param later of the product */
function isOver(write: Write, later: readonly Write[], before: number): boolean {
  if (write.createdAt >= before || write.state === "writing") return false;
  // Its undo is under way.
  if (later.some(({ undoes, state }) => undoes === write.id && state === "writing")) return false;
  if (write.state !== "verified") return true;
  const written = later.filter(({ state }) => state === "verified").flatMap(({ fields }) => fields);
  return write.fields.every((field) => written.some((other) => isSamePlace(field, other)));
}

/** Of a write that stays: what people wrote before ours, where the way back leads over those that go. @returns null without any */
function withSources(
  fields: readonly WrittenField[],
  earlier: readonly Write[],
  dropped: ReadonlySet<Write>,
): WrittenField[] | null {
  const all = earlier.filter(isOurs);
  const left = all.filter((write) => !dropped.has(write));
  const next = fields.map((field) => {
    const source = sourceBefore(field, all);
    return field.source !== undefined || source === sourceBefore(field, left) ? field : { ...field, source };
  });
  return next.some((field, i) => field !== fields[i]) ? next : null;
}

function sourceBefore({ contentType, before }: WrittenField, writes: readonly Write[]) {
  return sourceOf(
    contentType,
    before,
    writes.flatMap((write) => write.fields),
  );
}

/** As `readSourceFacts` takes them: an undo brings back what was there. */
function isOurs({ undoes, state }: Write): boolean {
  return undoes === null && (state === "verified" || state === "undone");
}

function isSamePlace(a: WrittenField, b: WrittenField): boolean {
  return a.contentType === b.contentType && a.locale === b.locale;
}
