import { expect, it } from "vitest";
import { keepShopTranslations } from "../../app/catalog/translations/shop-translations.ts";
import { missingBit, products, shopLocales } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { liveTextsFor } from "../../app/versions/live-texts-for.ts";
import { missingFor } from "../../app/versions/missing-for-target.ts";
import { importFrom, linesOf } from "../catalog/catalogue-world.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const row = (value: string) => ({ value, outdated: false, updatedAt: 1 });
const own = (bits: number) => bits & (missingBit.title | missingBit.desc | missingBit.bullets | missingBit.image_alt);

async function open() {
  const db = openTestDatabase();
  await importFrom({ db, clock: { now: () => 1 }, lines: linesOf({ n: 1 }) });
  const [product] = await db.orm.select().from(products);
  const target = { ...storeTarget("de") };
  await db.orm.insert(shopLocales).values({
    ...{ shop, locale: "de", isPrimary: false, published: true, reachable: true, position: 1 },
  });
  const keep = (texts: Record<string, ReturnType<typeof row>>, market = "") =>
    db.transact({ shop }, () =>
      keepShopTranslations({ shop, owner: "1", target: { locale: "de", market }, texts, readAt: 1 }),
    );
  return {
    ...{ db, target, keep },
    missing: (of = target) =>
      db.do(missingFor({ shop, productId: "1", target: of, images: product?.facts.images ?? [] })),
    live: (of = target) => db.do(liveTextsFor({ shop, productId: "1", target: of, live: { title: "English" } })),
  };
}

it("a text that the shop holds in a language is not missing there, whoever wrote it; one without a word is", async () => {
  const { keep, missing } = await open();
  expect(own(await missing())).toBe(own(-1));
  await keep({ title: row("Hemd"), desc: row("<p> </p>"), bullets: row('["Leinen"]'), image_alt_1: row("Vorne") });
  expect(own(await missing())).toBe(missingBit.desc);
});

it("a new version is based on what the shop holds for its language and market, bullets as a list", async () => {
  const { keep, live, target } = await open();
  await keep({ title: row("Hemd"), bullets: row('["Leinen","Kragen"]') });
  await keep({ title: row("Hemd aus Leinen") }, "7");
  expect(await live()).toEqual({ title: "Hemd", bullets: ["Leinen", "Kragen"] });
  expect(await live({ ...target, market: "7" })).toEqual({ title: "Hemd aus Leinen" });
  expect(await live({ ...target, market: "8" })).toEqual({});
  expect(await live({ ...target, channel: "etsy" })).toEqual({});
  expect(await live({ ...storeTarget("en") })).toEqual({ title: "English" });
});
