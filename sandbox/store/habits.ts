import { z } from "zod";
import type { ApiExtent } from "./schema.ts";

/** What the store does to what is written to it: as unkind as the real one, and switched by a test. */
export interface Habits {
  /**
   * off: texts are kept to the letter. fields: plain fields are tidied, an SEO text that says what the page says anyway is
   * dropped. html: descriptions are written anew as well, as an editor does.
   */
  normalise: "off" | "fields" | "html";
  /** the largest value of a metafield; Shopify announced 16 KB for a while, and keeps 64 */
  metafieldBytes: number;
  /** the largest description */
  descriptionBytes: number;
  /** lines: a bulk operation's `objectCount` is that of its lines. more: it counts nested objects as well, which have no line. */
  objectCount: "lines" | "more";
  /** many: a variant has up to 20 barcodes, as announced for this version. one: the shop's API has not got them yet. */
  barcodes: ApiExtent["barcodes"];
  /** listed: a shop's API says which market inherits from which. unknown: it has not got that yet. */
  marketRelationships: ApiExtent["marketRelationships"];
  /** atOnce: which market inherits from which follows a change of a market at once. later: when a test says so. */
  marketTree: "atOnce" | "later";
  /** nodes: a bulk query takes only lists of nodes, as documented. any: it takes others too, as working apps show. */
  bulkConnections: "any" | "nodes";
  /** What becomes of an access token when a new one comes by its refresh token: it lives to its end, or dies at once. */
  rotatedAccess: "lives" | "dies";
  /** The secret of before a rotation, with which webhooks and session tokens are signed until it is revoked, and longer; null for none. */
  formerSecret: string | null;
  /** known: the admin knows who comes. asked: who comes first is sent to sign in, at another origin, and back. */
  visitor: "known" | "asked";
}

export const usualHabits: Readonly<Habits> = {
  normalise: "fields",
  metafieldBytes: 65_536,
  descriptionBytes: 524_288,
  objectCount: "lines",
  barcodes: "many",
  marketRelationships: "listed",
  marketTree: "atOnce",
  bulkConnections: "any",
  rotatedAccess: "lives",
  formerSecret: null,
  visitor: "known",
};

export const habitsSchema = z
  .strictObject({
    normalise: z.enum(["off", "fields", "html"]),
    metafieldBytes: z.int().min(1),
    descriptionBytes: z.int().min(1),
    objectCount: z.enum(["lines", "more"]),
    barcodes: z.enum(["one", "many"]),
    marketRelationships: z.enum(["listed", "unknown"]),
    marketTree: z.enum(["atOnce", "later"]),
    bulkConnections: z.enum(["any", "nodes"]),
    rotatedAccess: z.enum(["lives", "dies"]),
    formerSecret: z.string().min(16).nullable(),
    visitor: z.enum(["known", "asked"]),
  })
  .partial();
