import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readOwner } from "../catalog/read-product.ts";
import type { Db } from "../db/open.ts";
import type { StoredWarning } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { CheckResult } from "../quality/check-result.ts";
import type { HeavyChecks } from "../quality/heavy/heavy-checks.ts";
import { lookUpTexts } from "../quality/look-up-texts.ts";
import { catalogueOf, compareWithCatalogue } from "../quality/near-duplicates/compare-catalogue.ts";
import { codesToRecheck, inputsOfRecheck, type Recheck, recheckedFindings } from "../quality/recheck-text.ts";
import { type ChecksInput, viewsOf } from "../quality/run-checks.ts";
import { channelConfig } from "../rules/channels/channel-config.ts";
import { readRulesByDigest } from "../rules/configs/read-rules-by-digest.ts";
import { resolveConfig } from "../rules/configs/resolve-config.ts";
import { translationConfig } from "../rules/configs/translation-config.ts";
import { withAddedTypes } from "../rules/content-types/with-added-types.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import { readLocaleTerms } from "../rules/terms/read-locale-terms.ts";
import { nameOfRow } from "../texts/slot.ts";
import { storeChannel, type Target, targetSchema } from "../texts/target.ts";
import { readKeptFindings } from "./findings/read-kept-findings.ts";
import { openVersions } from "./open-versions.ts";
import { readSourceFacts } from "./read-source-facts.ts";
import { readVersion } from "./read-version.ts";
import { type RecheckedDrafts, storeRechecked } from "./store-rechecked.ts";
import { textsBeside } from "./texts-beside.ts";
import type { VersionRow } from "./version-view.ts";

/**
 * `differ`: drafts in which something else was found than before.
 * `changed`: nothing was stored of those that somebody decided a finding of meanwhile; they are to be checked once more.
 * null: the shop does not have the product any more
 */
export type Rechecked = RecheckedDrafts | null;

const behindSql = `SELECT id FROM versions
  WHERE shop = @shop AND product_id = @productId AND state = 'draft' AND coalesce(checked_digest, config_digest) <> @digest
  ORDER BY created_at, id`;

/**
 * Brings the findings of a product's drafts in step with the rules of now, by the program alone: for each target, those that
 * were checked by other rules. Texts stay as they are; what was approved, edited or written again meanwhile is left alone.
 * @param assertLease first step of the storing transaction
 * @throws OperationalError `too_much_at_once`, `busy`
 */
export async function recheckDrafts(
  deps: { db: Db; heavy: HeavyChecks },
  { shop, productId, assertLease }: { shop: ShopDomain; productId: ProductId; assertLease: () => Steps<void> },
): Promise<Rechecked> {
  const { db } = deps;
  const product = await readOwner(deps, shop, productId);
  if (!product || product.goneAt !== null) return null;
  const { config, digest } = await db.do(resolveConfig({ shop, product }));
  const ids = await db.do(all<{ id: string }>(behindSql, { shop, productId, digest }));
  const facts = await readSourceFacts(deps, product);
  const { terms: glossary } = await db.do(readGlossary(shop));
  const primary = await readPrimaryTarget(deps, shop);
  const isTranslated = ({ locale }: Target) => locale !== primary.locale;
  const found: { version: VersionRow; warnings: StoredWarning[] }[] = [];
  for (const { id } of ids) {
    const version = await db.do(readVersion(shop, id));
    if (version?.state !== "draft") continue;
    const target = targetSchema.parse(version);
    const formerly = await db.do(readRulesByDigest(shop, version.checkedDigest ?? version.configDigest));
    const former = await db.do(withAddedTypes(shop, formerly ?? {}));
    const [before, now] =
      target.channel !== storeChannel
        ? [channelConfig(former, target), channelConfig(config, target)]
        : isTranslated(target)
          ? [translationConfig(former, []), translationConfig(config, [])]
          : [former, config];
    const recheck: Recheck = { name: nameOfRow(version), stored: version.warnings, before, now };
    const kept = await db.do(readKeptFindings({ shop, productId, target }));
    const terms = await db.do(readLocaleTerms(shop, target.locale));
    const input = { facts, live: product.live, ...target, glossary, terms, kept };
    const [was, is] = await findBoth(deps, { shop, product, target, version, recheck, input });
    found.push({ version, warnings: recheckedFindings({ before: was, now: is }, recheck) });
  }
  return storeRechecked({ db }, { shop, productId, found, digest, assertLease });
}

interface Asked {
  shop: ShopDomain;
  product: NonNullable<Awaited<ReturnType<typeof readOwner>>>;
  target: Target;
  version: VersionRow;
  recheck: Recheck;
  input: Omit<ChecksInput, "config" | "texts">;
}

/** What a text's checks say by the rules of before and by those of now, of what the change is about. */
async function findBoth(
  { db, heavy }: { db: Db; heavy: HeavyChecks },
  { shop, product, target, version, recheck, input }: Asked,
): Promise<[StoredWarning[], StoredWarning[]]> {
  const codes = codesToRecheck(recheck);
  if (codes.size === 0) return [[], []];
  const { name, now } = recheck;
  const { body } = version;
  const own = { body, raw: body, ...(version.origin === "edited" ? { by: "person" as const } : {}) };
  const texts = new Map(await db.do(textsBeside(version))).set(name, own);
  const comparison = await db.do(compareWithCatalogue(openVersions, { product, target }));
  const nearDuplicates = codes.has("DUPLICATE")
    ? await lookUpTexts(catalogueOf({ db }, comparison), { views: viewsOf(texts, now), only: [name], config: now })
    : undefined;
  const inputs = inputsOfRecheck({ ...input, texts, nearDuplicates }, recheck);
  const results = await heavy.enter(shop, (inThread) => inThread("checkEach", inputs));
  return [warningsOf(results[0], name), warningsOf(results[1], name)];
}

function warningsOf(results: ReadonlyMap<string, CheckResult> | undefined, name: string): StoredWarning[] {
  return results?.get(name)?.warnings ?? [];
}
