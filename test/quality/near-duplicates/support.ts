import { readProduct } from "../../../app/catalog/read-product.ts";
import { type TextBody, versions } from "../../../app/db/schema/index.ts";
import type { GeneratedText } from "../../../app/generation/generated-text.ts";
import { storeDrafts } from "../../../app/generation/store-drafts.ts";
import { jobIdSchema, productIdSchema, type ShopDomain } from "../../../app/lib/brand.ts";
import type { ModelRequest } from "../../../app/model/port.ts";
import {
  type Comparison,
  catalogueOf,
  compareWithCatalogue,
} from "../../../app/quality/near-duplicates/compare-catalogue.ts";
import type { ContentConfig } from "../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { storeTarget, type Target } from "../../../app/texts/target.ts";
import { openVersions } from "../../../app/versions/open-versions.ts";
import { someFacts } from "../../support/content/facts.ts";
import { otherShop, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { writeTexts } from "../../support/content/write-texts.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

export const told =
  "This shirt of washed linen stays cool on warm days and softens with every wash, which is why people wear it from the first warm morning until the last mild evening. It has two chest pockets for what you need at hand, an easy fit that leaves room to move, and buttons that stay where they are. Wear it open over a vest, closed with a jacket, or as it is: it goes with almost everything.";
/** One word in thirty is another. */
export const nearlyTold = told.replace("two chest pockets", "roomy chest pockets").replace("a jacket", "a coat");
export const anotherText =
  "Whoever looks for something light to pack finds it here. The cloth dries overnight on any line, waits in a drawer and asks for little room, so that it comes out of a suitcase as it went in. Take it along to the sea, up the hills or simply to work, and forget about it until you put it on.";

const ids = ["1001", "1002", "1003"];

/** A shop of three shirts, and one in another shop. */
export async function aCatalogue(options: { group?: Record<string, string> } = {}) {
  const db = openTestDatabase();
  const clock = testClock();
  const { category, tags, options: choices, attributes, images } = someFacts();
  const put = (of: ShopDomain, id: string, changes: { descriptionHtml?: string } = {}) => {
    const group = options.group?.[id];
    const own = group === undefined ? [] : [{ name: "variant_group_id", value: group }];
    const facts = { category, tags, options: choices, attributes: [...attributes, ...own], images };
    return storeProduct(db, { shop: of, id, title: `Shirt ${id}`, facts, ...changes });
  };
  for (const id of ids) await put(shop, id);
  await put(otherShop, "9001");

  async function comparisonOf(id: string, of: ShopDomain = shop, target: Target = storeTarget("en")) {
    const product = await readProduct({ db }, of, productIdSchema.parse(id));
    if (!product) throw new Error(`there is no product ${id}`);
    return { product, comparison: await db.do(compareWithCatalogue(openVersions, { product, target })) };
  }

  /** Keeps texts as drafts, as the end of a generation does. */
  async function keep(
    id: string,
    texts: Record<string, TextBody>,
    more: { shop?: ShopDomain; locale?: string; config?: ContentConfig; comparison?: Comparison } = {},
  ): Promise<void> {
    clock.advance(1_000);
    const { locale = "en", config = defaultConfig } = more;
    const { product, comparison: now } = await comparisonOf(id, more.shop, storeTarget(locale));
    const { comparison = now } = more;
    const generated = Object.entries(texts).map(
      ([contentType, body]): GeneratedText => ({ contentType, body, warnings: [], blocked: false, evidence: [] }),
    );
    await storeDrafts(
      { db, clock },
      {
        shop: product.shop as ShopDomain,
        productId: productIdSchema.parse(id),
        locale,
        texts: generated,
        config,
        comparison,
        live: product.live,
        factsDigest: product.factsDigest,
        configDigest: "c",
        promptHash: "p",
        usage: { model: "m", calls: 1, tokensIn: 1, tokensOut: 1 },
        jobId: jobIdSchema.parse(`job_${clock.now()}`),
        itemSeq: 0,
        credits: 0,
        createdBy: null,
        *assertLease() {},
      },
    );
  }

  /** Keeps texts for any target, by rows made by hand. */
  async function keepFor(target: Target, productId: string, texts: Record<string, TextBody>): Promise<void> {
    const { product, comparison } = await comparisonOf(productId, shop, target);
    for (const [contentType, body] of Object.entries(texts)) {
      const id = `by-hand-${productId}-${contentType}`;
      await db.orm.insert(versions).values({
        id, shop: product.shop, productId, contentType, ...target, state: "draft", origin: "generated", body, warnings: [], blocked: false,
        evidence: [], baseDigest: "b", factsDigest: "f", configDigest: "c", createdAt: 1,
      }); // biome-ignore format: a row
      await db.transact({ shop }, () => comparison.mark(contentType, body, id));
    }
  }

  /** The product whose text is a near-duplicate, by its title. */
  async function nearDuplicateOf(
    id: string,
    contentType: string,
    text: string,
    of: ShopDomain = shop,
    target?: Target,
  ) {
    const { comparison } = await comparisonOf(id, of, target);
    return (await db.do(comparison.nearDuplicateOf(contentType, text)))?.title ?? null;
  }

  /** Lets a model write descriptions, one answer after the other. */
  async function write(id: string, answers: string[], config: ContentConfig = defaultConfig) {
    const requests: ModelRequest[] = [];
    const { comparison } = await comparisonOf(id);
    const generated = await writeTexts(
      {
        async complete(request) {
          const desc = answers[requests.length];
          requests.push(request);
          if (desc === undefined) throw new Error(`nobody answers call ${requests.length}`);
          return { kind: "json", json: { desc }, model: "m", tokensIn: 1, tokensCached: 0, tokensOut: 1 };
        },
      },
      {
        facts: someFacts(),
        config,
        contentTypes: ["desc"],
        locale: "en",
        model: "m",
        signal: AbortSignal.timeout(5_000),
        catalogue: catalogueOf({ db }, comparison),
      },
    );
    if (generated.outcome !== "written") throw new Error(generated.reason);
    return { requests, text: generated.texts[0], comparison };
  }

  return { db, clock, put, keep, keepFor, nearDuplicateOf, write };
}
