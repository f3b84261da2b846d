import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { mayDo, type Right } from "./rights.ts";

/** Thrown before anything was done, by a command whose right depends on what it is asked for. */
export class NotAllowed extends Error {
  readonly right: Right;

  constructor(right: Right) {
    super(`the right to ${right} is missing`);
    this.name = "NotAllowed";
    this.right = right;
  }
}

/** @throws NotAllowed when the shop's people do not let this person do it */
export async function assertMayDo(
  { db }: { db: Db },
  { shop, by }: { shop: ShopDomain; by: string },
  right: Right,
): Promise<void> {
  if (!(await db.do(mayDo(shop, by, right)))) throw new NotAllowed(right);
}
