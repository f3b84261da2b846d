import { hash, randomBytes, timingSafeEqual } from "node:crypto";
import { get, run, type Steps } from "../db/steps.ts";
import type { Sealer } from "../lib/seal.ts";
import { type Feed, feedIdSchema } from "./feed.ts";

/** A secret of 256 bits behind the feed's id: the id finds the row, the secret opens it. */
const addressPattern = /^(feed_[0-9a-z]{22})\.([A-Za-z0-9_-]{43})$/;

function hashOf(secret: string): string {
  return hash("sha256", secret, "hex");
}

/** What a sealed secret is bound to. */
export function addressPlace(shop: string): string {
  return `${shop}/feeds.address_sealed`;
}

/**
 * Gives a feed a new address; the old one ends at once. Requests are compared with the secret's hash; the secret itself is kept
 * sealed, so that nobody finds it in a copy of the database.
 * @returns false when there is no such feed
 */
export function* renewAddress(
  sealer: Pick<Sealer, "seal">,
  { shop, id, now }: { shop: string; id: string; now: number },
): Steps<boolean> {
  const secret = randomBytes(32).toString("base64url");
  const values = { shop, id, now, hash: hashOf(secret), sealed: sealer.seal(secret, addressPlace(shop)) };
  return (yield* run(renewSql, values)) > 0;
}

const renewSql = `UPDATE feeds SET address_hash = @hash, address_sealed = @sealed, address_made_at = @now, fetched_at = NULL
  WHERE shop = @shop AND id = @id`;

/** The last part of a feed's address, for the shop's people; null where it has none, or no key opens it. */
export function addressKeyOf(
  sealer: Pick<Sealer, "open">,
  { shop, id, addressSealed }: Pick<Feed, "shop" | "id" | "addressSealed">,
): string | null {
  const secret = addressSealed === null ? null : sealer.open(addressSealed, addressPlace(shop));
  return secret === null ? null : `${id}.${secret}`;
}

/** Ends a feed's address. @returns false when there is no such feed */
export function* revokeAddress(shop: string, id: string): Steps<boolean> {
  const sql =
    "UPDATE feeds SET address_hash = NULL, address_sealed = NULL, address_made_at = NULL WHERE shop = @shop AND id = @id";
  return (yield* run(sql, { shop, id })) > 0;
}

/** What a channel that fetches may know of a feed. */
export interface FetchedFeed {
  shop: string;
  id: string;
  file: NonNullable<Feed["file"]> | null;
}

/** The feed of an address; null for one that never was, that ended, or whose shop has gone. Compared in constant time. */
export function* openAddress(key: string): Steps<FetchedFeed | null> {
  const [, given = "", secret = ""] = addressPattern.exec(key) ?? [];
  const id = feedIdSchema.safeParse(given);
  if (!id.success) return null;
  const row = yield* get<{ shop: string; id: string; addressHash: string | null; file: string | null }>(
    `SELECT f.shop, f.id, f.address_hash AS "addressHash", f.file FROM feeds AS f
      JOIN shops AS s ON s.shop = f.shop AND s.auth_state <> 'uninstalled'
      WHERE f.id = @id /* all shops: who fetches brings a secret, not a shop */`,
    { id: id.data },
  );
  const expected = row?.addressHash ?? hashOf("no feed has this");
  const isRight = timingSafeEqual(Buffer.from(hashOf(secret), "hex"), Buffer.from(expected, "hex"));
  if (!row?.addressHash || !isRight) return null;
  return { shop: row.shop, id: row.id, file: row.file === null ? null : (JSON.parse(row.file) as FetchedFeed["file"]) };
}

/** Keeps when a channel fetched a feed, at most once a minute. */
export function* noteFetch({ shop, id }: FetchedFeed, now: number): Steps<void> {
  const sql = `UPDATE feeds SET fetched_at = @now
    WHERE shop = @shop AND id = @id AND (fetched_at IS NULL OR fetched_at < @before)`;
  yield* run(sql, { shop, id, now, before: now - 60_000 });
}
