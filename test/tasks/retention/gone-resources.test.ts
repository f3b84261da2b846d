import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { shopTranslations, textResources, translatableTexts, versions } from "../../../app/db/schema/index.ts";
import { goneResources } from "../../../app/tasks/retention/gone-resources.ts";
import { shop } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { aVersion, aWrite, day, pass } from "./support.ts";

async function goneShop() {
  const db = openTestDatabase();
  for (const [id, goneAt] of [
    ["Page/1", day(0)],
    ["Page/2", day(300)],
    ["Page/3", null],
    ["Page/4", day(0)],
  ] as const) {
    await db.orm
      .insert(textResources)
      .values({ shop, id, kind: "page", title: id, missing: 0, goneAt, readAt: day(0) });
    await db.orm.insert(translatableTexts).values({ shop, owner: id, texts: {}, readAt: day(0) });
    await db.orm.insert(shopTranslations).values({ shop, owner: id, locale: "de", texts: {}, readAt: day(0) });
    await aVersion(db, { id: `ver_${id}`, productId: id, resource: id, locale: "de", state: "published" });
  }
  await aWrite(db, { id: "wb_open", productId: "Page/4", before: "A", sent: "B", state: "writing" });
  return db;
}

it("pages that left the shop go with what was written for them when their time is over; others keep theirs", async () => {
  const db = await goneShop();
  expect(await pass(db, goneResources(365), { now: day(400), rows: 1 })).toBe(1);
  const ids = async () =>
    (await db.orm.select().from(textResources).where(eq(textResources.shop, shop))).map(({ id }) => id);
  // An unanswered write is looked for first.
  expect((await ids()).sort()).toEqual(["Page/2", "Page/3", "Page/4"]);
  const left = await db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.productId, "Page/1")));
  expect(left).toEqual([]);
  const owners = db.raw
    .prepare(
      "SELECT owner FROM shop_translations WHERE shop = @shop UNION SELECT owner FROM translatable_texts WHERE shop = @shop",
    )
    .pluck()
    .all({ shop });
  expect(owners).not.toContain("Page/1");
});
