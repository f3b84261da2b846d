import type { WriteBackState, WriterName, WrittenField } from "../db/schema/index.ts";
import { all, run, type Steps } from "../db/steps.ts";
import { sourceOf } from "../versions/source-text.ts";
import { isSamePlace, nameOf } from "./field-write.ts";

const selectSql = `SELECT id, writer, state, undoes, created_at AS createdAt, fields FROM write_backs
  WHERE shop = @shop AND product_id = @productId ORDER BY created_at DESC, id DESC`;
const updateSql = "UPDATE write_backs SET fields = @fields WHERE shop = @shop AND id = @id";
const dropSql = "DELETE FROM write_backs WHERE shop = @shop AND id = @id";

interface Write {
  id: string;
  writer: WriterName;
  state: WriteBackState;
  undoes: string | null;
  createdAt: number;
  fields: WrittenField[];
}

/**
 * A step of a transaction: of a product's write-backs that are older than `before`, removes what nothing rests on any more.
 * What stays: the last write of each text, by which it can be undone and a live text is known to be ours, and writes whose
 * fate is not known. What people wrote before our first write is handed on to those that stay, so that no text of ours ever
 * counts as a fact.
 * @returns how many write-backs went away
 */
export function* dropOldWrites({
  shop,
  productId,
  before,
}: {
  shop: string;
  productId: string;
  before: number;
}): Steps<number> {
  const rows = yield* all<Write & { fields: string }>(selectSql, { shop, productId });
  const writes: Write[] = rows.map((row) => ({ ...row, fields: JSON.parse(row.fields) as WrittenField[] }));
  let dropped = 0;
  for (const ofWriter of Map.groupBy(writes, ({ writer }) => writer).values()) {
    dropped += yield* dropOld(ofWriter, { shop, before });
  }
  return dropped;
}

/** @param writes of one writer, newest first */
function* dropOld(writes: readonly Write[], { shop, before }: { shop: string; before: number }): Steps<number> {
  const left = writes.map((write, at) => ({ ...write, fields: keptFields(write, writes.slice(0, at), before) }));
  let dropped = 0;
  for (const [at, write] of left.entries()) {
    const { id } = write;
    const was = writes[at]?.fields ?? [];
    const fields = isOurs(write)
      ? write.fields.map((field) => withSource(field, writes.slice(at + 1), left.slice(at + 1)))
      : write.fields;
    if (fields.length === 0 && was.length > 0) dropped += yield* run(dropSql, { shop, id });
    else if (fields.length < was.length || fields.some((field, i) => field !== was[i])) {
      yield* run(updateSql, { shop, id, fields: JSON.stringify(fields) });
    }
  }
  return dropped;
}

/** @param later of the product */
function keptFields(write: Write, later: readonly Write[], before: number): WrittenField[] {
  if (write.createdAt >= before || write.state === "writing") return write.fields;
  // Its undo is under way.
  if (later.some(({ undoes, state }) => undoes === write.id && state === "writing")) return write.fields;
  if (write.state !== "verified") return [];
  const written = later.filter(({ state }) => state === "verified").flatMap(({ fields }) => fields);
  return write.fields.filter((field) => !written.some((other) => isSamePlace(field, other)));
}

/**
 * A field that stays, with what people wrote there before ours where the way back leads over what goes.
 * @param all earlier writes; `left`: what stays of them
 */
function withSource(field: WrittenField, all: readonly Write[], left: readonly Write[]): WrittenField {
  if (field.source !== undefined) return field;
  const source = sourceBefore(field, all);
  return source === sourceBefore(field, left) ? field : { ...field, source };
}

function sourceBefore(field: WrittenField, writes: readonly Write[]) {
  const fields = writes.filter(isOurs).flatMap((write) => write.fields);
  return sourceOf(nameOf(field), field.before, fields);
}

/** As `readSourceFacts` takes them: an undo brings back what was there. */
function isOurs({ undoes, state }: Write): boolean {
  return undoes === null && (state === "verified" || state === "undone");
}
