import type { LiveTexts } from "../catalog/live-texts.ts";
import type { TextBody, VersionOrigin, VersionState } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { digestOf } from "../lib/digest.ts";
import { isImageAlt, nameOfRow } from "../texts/slot.ts";
import { storeChannel, type Target } from "../texts/target.ts";
import { isEmptyBody } from "../texts/text-body.ts";
import { liveTextsFor } from "./live-texts-for.ts";

/** The newest version of a text for a target that was not rejected, taken back or replaced. */
export interface OpenText {
  contentType: string;
  state: VersionState;
  origin: VersionOrigin;
  body: TextBody;
  /** of the texts that it was made from */
  factsDigest: string;
}

const openSql = `SELECT resource, content_type AS contentType, state, origin, body, facts_digest AS factsDigest FROM versions
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = @market AND channel = @channel
    AND state IN ('draft', 'approved', 'published')
  ORDER BY created_at DESC, id DESC`;

/** What there is of a product for a target, by the name of the slot: the newest of each. */
export function* openTexts(input: { shop: string; productId: string; target: Target }): Steps<Map<string, OpenText>> {
  const { shop, productId, target } = input;
  const { locale, market, channel } = target;
  const rows = yield* all<Omit<OpenText, "body"> & { resource: string; body: string }>(openSql, {
    ...{ shop, productId, locale, market, channel },
  });
  const texts = new Map<string, OpenText>();
  for (const row of rows) {
    const contentType = nameOfRow(row);
    const { state, origin, factsDigest } = row;
    const body = JSON.parse(row.body) as TextBody;
    if (!texts.has(contentType)) texts.set(contentType, { contentType, state, origin, factsDigest, body });
  }
  return texts;
}

/**
 * The texts that a product's texts for a channel are made from: those of the shop's own pages in the language as they are live, and
 * what a person approved where nothing is; or those of another channel that a person approved.
 */
export function* sourcesOfChannel(input: {
  product: { shop: string; id: string; live: LiveTexts };
  target: Target;
  /** `store`, or another channel than the target's */
  from: string;
}): Steps<Record<string, TextBody>> {
  const { product, from } = input;
  const { shop, id: productId } = product;
  const target = { ...input.target, channel: from };
  const open = yield* openTexts({ shop, productId, target });
  const approved = [...open.values()].filter(({ state }) => state !== "draft");
  const live =
    from === storeChannel ? yield* liveTextsFor({ shop, productId, target, live: product.live }) : ({} as LiveTexts);
  const found = new Map<string, TextBody>();
  for (const { contentType, body } of approved) found.set(contentType, body);
  for (const [name, body] of Object.entries(live)) if (body !== null && !isEmptyBody(body)) found.set(name, body);
  return Object.fromEntries([...found].filter(([name, body]) => !isImageAlt(name) && !isEmptyBody(body)).sort(byName));
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** What versions for a channel keep of the texts that they were made from: another one says that those changed since. */
export function digestOfSources(sources: Readonly<Record<string, TextBody>>): string {
  return digestOf(Object.entries(sources).sort(byName));
}
