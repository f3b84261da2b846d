import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readOwner } from "../catalog/read-product.ts";
import type { Db } from "../db/open.ts";
import type { StoredWarning } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { HeavyChecks } from "../quality/heavy/heavy-checks.ts";
import type { ChecksInput } from "../quality/run-checks.ts";
import { channelConfig } from "../rules/channels/channel-config.ts";
import type { Code } from "../rules/check-codes.ts";
import { resolveConfig } from "../rules/configs/resolve-config.ts";
import { translationConfig } from "../rules/configs/translation-config.ts";
import { nameOfRow } from "../texts/slot.ts";
import { storeChannel, targetSchema } from "../texts/target.ts";
import { readKeptFindings } from "./findings/read-kept-findings.ts";
import { readSourceFacts } from "./read-source-facts.ts";
import { readVersion } from "./read-version.ts";
import type { Rechecked } from "./recheck-drafts.ts";
import { storeRechecked } from "./store-rechecked.ts";
import { textsBeside } from "./texts-beside.ts";
import type { VersionRow } from "./version-view.ts";

const ofChannelSql = `SELECT id FROM versions
  WHERE shop = @shop AND product_id = @productId AND state = 'draft' AND channel = @channel ORDER BY created_at, id`;
const code: Code = "CHANNEL_RULE";

/**
 * Brings what a channel's rules find in a product's drafts in step with those of now, by the program alone. All else that was
 * found, and the texts, stay as they are.
 * @param assertLease first step of the storing transaction
 * @throws OperationalError `too_much_at_once`, `busy`
 */
export async function recheckChannelDrafts(
  deps: { db: Db; heavy: HeavyChecks },
  {
    shop,
    productId,
    channel,
    assertLease,
  }: { shop: ShopDomain; productId: ProductId; channel: string; assertLease: () => Steps<void> },
): Promise<Rechecked> {
  const { db, heavy } = deps;
  const product = await readOwner(deps, shop, productId);
  if (!product || product.goneAt !== null) return null;
  const { config } = await db.do(resolveConfig({ shop, product }));
  const facts = await readSourceFacts(deps, product);
  const primary = await readPrimaryTarget(deps, shop);
  const found: { version: VersionRow; warnings: StoredWarning[] }[] = [];
  for (const { id } of await db.do(all<{ id: string }>(ofChannelSql, { shop, productId, channel }))) {
    const version = await db.do(readVersion(shop, id));
    if (version?.state !== "draft") continue;
    const target = targetSchema.parse(version);
    const name = nameOfRow(version);
    const own = { body: version.body, raw: version.body };
    const input: ChecksInput = {
      ...{ facts, live: product.live, ...target, only: [name], codes: new Set([code]) },
      config:
        channel !== storeChannel
          ? channelConfig(config, target)
          : target.locale === primary.locale
            ? config
            : translationConfig(config, []),
      kept: await db.do(readKeptFindings({ shop, productId, target })),
      texts: new Map(await db.do(textsBeside(version))).set(name, own),
    };
    const [results] = await heavy.enter(shop, (inThread) => inThread("checkEach", [input]));
    const now = results?.get(name)?.warnings ?? [];
    const others = version.warnings.filter((warning) => warning.code !== code);
    found.push({ version, warnings: [...others, ...now] });
  }
  return storeRechecked({ db }, { shop, productId, found, assertLease });
}
