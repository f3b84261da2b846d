import type { Db } from "../db/open.ts";
import { all } from "../db/steps.ts";
import { addressPlace } from "../feeds/feed-address.ts";
import { keyIdOf, type Sealer } from "../lib/seal.ts";
import { modelKeyPlace } from "../model/model-key.ts";
import { tokenPlace } from "../shopify/token-place.ts";

interface SealedColumn {
  /** `table.column` */
  name: string;
  table: string;
  column: string;
  /** unique in the table, over all shops */
  id: string;
  /** what a value is bound to */
  place(shop: string): string;
}

/** Every column that holds sealed values. A batch keeps the key that it was sent with. */
const sealedColumns: readonly SealedColumn[] = [
  column("sessions", "access_token", "id", tokenPlace.access),
  column("sessions", "refresh_token", "id", tokenPlace.refresh),
  column("shop_settings", "model_api_key", "shop", modelKeyPlace),
  column("feeds", "address_sealed", "id", addressPlace),
  column("model_batches", "api_key", "id", modelKeyPlace),
];

export interface SealedValue {
  column: SealedColumn;
  id: string;
  shop: string;
  sealed: string;
}

interface StoredValue extends Omit<SealedValue, "column" | "sealed"> {
  /** text, unless somebody wrote something else into the file */
  sealed: unknown;
}

/** Values read at once. */
const chunkValues = 200;

/** All sealed values of all shops, a chunk of one column at a time. */
export async function* sealedValues(db: Db): AsyncGenerator<SealedValue[]> {
  for (const column of sealedColumns) {
    const { table, id, column: name } = column;
    const sql = `SELECT ${id} AS id, shop, ${name} AS sealed FROM ${table}
      WHERE ${id} > @after AND ${name} IS NOT NULL ORDER BY ${id} LIMIT @limit /* all shops: keys are the operator's */`;
    for (let after = ""; ; ) {
      const rows = await db.do(all<StoredValue>(sql, { after, limit: chunkValues }));
      const last = rows.at(-1);
      if (!last) break;
      // What is no text is no sealed value either: it is counted as one that no key opens.
      yield rows.map(({ sealed, ...row }) => ({ ...row, column, sealed: typeof sealed === "string" ? sealed : "" }));
      after = last.id;
    }
  }
}

/** @returns null when none of the keys opens it */
export function openValue(sealer: Sealer, { column, shop, sealed }: SealedValue): string | null {
  return sealer.open(sealed, column.place(shop));
}

/** What the keys hold. Ids and counts only, never a value. */
export interface KeysReport {
  /** those of ENCRYPTION_KEYS in their order, then dropped ones that still seal something, then what no key sealed */
  keys: { id: string; state: "newest" | "older" | "dropped" | "damaged"; values: number }[];
  /** values that open with none of the keys, by `table.column`; each is asked for again when it is needed */
  unreadable: Record<string, number>;
}

export async function reportKeys({ db, sealer }: { db: Db; sealer: Sealer }): Promise<KeysReport> {
  const values = new Map(sealer.keyIds.map((id) => [id, 0]));
  const unreadable: Record<string, number> = {};
  for await (const chunk of sealedValues(db)) {
    for (const value of chunk) {
      const id = keyIdOf(value.sealed) ?? damaged;
      values.set(id, (values.get(id) ?? 0) + 1);
      const { name } = value.column;
      if (openValue(sealer, value) === null) unreadable[name] = (unreadable[name] ?? 0) + 1;
    }
  }
  const [newest] = sealer.keyIds;
  const stateOf = (id: string) =>
    id === newest ? "newest" : id === damaged ? damaged : sealer.keyIds.includes(id) ? "older" : "dropped";
  return { keys: [...values].map(([id, count]) => ({ id, state: stateOf(id), values: count })), unreadable };
}

/** Stands where a key's id would. */
const damaged = "damaged";

function column(table: string, name: string, id: string, place: SealedColumn["place"]): SealedColumn {
  return { name: `${table}.${name}`, table, column: name, id, place };
}
