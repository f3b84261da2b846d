import type { LiveTexts } from "../catalog/live-texts.ts";
import type { Tx } from "../db/orm.ts";
import type { MadeFrom, WriterName } from "../db/schema/index.ts";
import type { Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { sameTarget, type TargetColumns } from "../texts/target.ts";
import type { FieldAnswers, FieldWrite } from "./field-write.ts";
import { lagLimitMs } from "./lag.ts";
import type { Sources } from "./plan-write-back.ts";

/** What the shop holds at this moment of the texts that a writer carries there. */
export interface Live {
  texts: LiveTexts;
  /** of the texts read: those whose image, option or other resource is no longer in the shop */
  goneImages?: ReadonlySet<string> | undefined;
  /** of translations; absent where texts translate nothing */
  sources?: Sources | undefined;
  /** an SEO text that says the page's own title or description is kept as it is, not saved as none */
  keepsRepeats?: boolean | undefined;
}

export interface LiveInput {
  shop: ShopDomain;
  productId: string;
  /** the product's Shopify id */
  gid: string;
  /** a write-back that is about to be undone */
  writeBackId?: string | undefined;
}

export interface Sending<L extends Live> {
  shop: ShopDomain;
  gid: string;
  fields: readonly FieldWrite[];
  /** as the write was planned on it */
  live: L;
  /** runs just before each call that changes the shop, and may stop it by throwing */
  beforeCall(): Promise<void>;
}

export interface Mirroring<L extends Live> {
  shop: ShopDomain;
  productId: ProductId;
  live: L;
  written?: ReadonlyMap<string, MadeFrom | null> | undefined;
}

/**
 * How texts get to one place of the shop: how they are read there, sent and mirrored. What holds for every place (nothing is
 * overwritten unseen, no write without a trace, each one read back and to be undone) is written once around it.
 */
export interface Writer<L extends Live = Live> {
  name: WriterName;
  /** its write-backs are for this one; null: all of that name are */
  target: TargetColumns | null;
  /** @returns null when the product is gone. @throws OperationalError as AdminApi */
  read(admin: AdminApi, input: LiveInput, options?: { signal?: AbortSignal }): Promise<L | null>;
  /** Whether the shop no longer has the language that the texts are in: whatever is read there is nothing then. */
  isLanguageGone?(admin: AdminApi): Promise<boolean>;
  /** What has to be there before the first text is sent. */
  makeReady(admin: AdminApi, input: { shop: ShopDomain; fields: readonly FieldWrite[] }): Promise<void>;
  /** @param answers is filled as they come */
  send(admin: AdminApi, input: Sending<L>, answers: FieldAnswers): Promise<void>;
  /**
   * Part of a transaction: what was read is what is known of the shop from now on.
   * @param input.written translations that were written, by the name of the slot: `null` of today's source; what an undo put
   *   back over another source, with that one
   */
  mirror(tx: Tx, input: Mirroring<L>): Steps<void>;
  /** Of translations, by the name of the slot: what those that the shop shows were made from. */
  madeFrom(input: { shop: ShopDomain; productId: string; live: L }): Steps<ReadonlyMap<string, MadeFrom>>;
  /**
   * what an accepted text that never shows is: one that somebody may have taken back, so that a person decides, or one that the
   * shop lost, to be sent again
   */
  notShown: "conflict" | "lost";
}

/** Whether a write-back, or one of its fields, is of this writer. */
export function isOf(
  { target }: Pick<Writer, "target">,
  { fields }: { fields: readonly { target: TargetColumns }[] },
): boolean {
  return target === null || fields.every((field) => sameTarget(field.target, target));
}

/** After so long an accepted text that does not show counts as not there. */
export function notShownAfterMs({ notShown }: Pick<Writer, "notShown">): number {
  return notShown === "lost" ? lostAfterMs : lagLimitMs;
}

/** A row that Shopify answered and did not store never comes; a copy that lags behind has it by then. */
const lostAfterMs = 30_000;
