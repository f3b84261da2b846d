import { z } from "zod";
import type { ProductQuery } from "./product-query.ts";

type Order = Pick<ProductQuery, "sort" | "direction">;

/** Where a page begins: the sort key of the row just outside it, and the way to go from there. */
export interface Position {
  back: boolean;
  /** sort values ending with the product id, as many as `keyOf` of the order has */
  key: (string | number)[];
}

const cursorSchema = z.tuple([
  z.enum(["updated", "title", "vendor"]),
  z.enum(["asc", "desc"]),
  z.boolean(),
  z
    .array(z.union([z.string(), z.number()]))
    .min(2)
    .max(3),
]);

const shapes = { updated: ["number", "string"], title: ["string", "string"], vendor: ["string", "number", "string"] };

export function writeCursor({ sort, direction }: Order, { back, key }: Position): string {
  return Buffer.from(JSON.stringify([sort, direction, back, key])).toString("base64url");
}

/** @returns null for a cursor of another order or one that cannot be read: the list then starts at its beginning */
export function readCursor({ sort, direction }: Order, cursor: string | undefined): Position | null {
  if (!cursor) return null;
  let given: unknown;
  try {
    given = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
  const parsed = cursorSchema.safeParse(given);
  if (!parsed.success) return null;
  const [cursorSort, cursorDirection, back, key] = parsed.data;
  const fits = cursorSort === sort && cursorDirection === direction;
  if (!fits || key.map((value) => typeof value).join() !== shapes[sort].join()) return null;
  return { back, key };
}
