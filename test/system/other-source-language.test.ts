import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { products } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { shopsOn } from "../../sandbox/defaults.ts";
import { appFrame } from "../support/app-frame.ts";
import { axeFindings, settle } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";

const demo = openDemo({ shops: shopsOn("plus") });
const { appUrl } = demo;
const shop = shopDomainSchema.parse("demo.myshopify.com");

async function wrongWithPage(): Promise<string[]> {
  const frame = appFrame(demo.merchant.page, demo.system);
  await settle(frame);
  return axeFindings(frame);
}

it("a product that is written in another language says so in the list and beside each of its texts", async () => {
  const { app, page } = demo.merchant;
  const mat = demo.productId("Cork Yoga Mat");
  await demo.system.install(shop);
  await demo.system.finish(shop, await startImport(demo.system, { shop, createdBy: "test" }));
  const descriptionHtml =
    "<p>Unsere Yogamatte aus Kork liegt rutschfest auf jedem Boden, ist angenehm warm und lässt sich leicht reinigen.</p>";
  await demo.system.db.orm
    .update(products)
    .set({ title: "Yogamatte aus Kork", descriptionHtml })
    .where(and(eq(products.shop, shop), eq(products.id, mat)));
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(appUrl("/languages?search=Yogamatte"));
    await app.getByText("Seems to be written in German").waitFor();
    expect([width, await wrongWithPage()]).toEqual([width, []]);
    await demo.merchant.picture(`written-in-list-${width}`);
    await page.goto(appUrl(`/languages/fr/${mat}`));
    const title = app.locator('[data-text="title"]');
    await title.getByText("This original seems to be in German, not in English.").waitFor();
    expect([width, await wrongWithPage()]).toEqual([width, []]);
    await app.getByText("Needs no translation.").first().waitFor();
    await demo.merchant.picture(`written-in-editor-${width}`);
  }
  const title = app.locator('[data-text="title"]');
  await title.getByRole("button", { name: "Stays the same title" }).click();
  await title.getByText("Approved", { exact: true }).waitFor();
  expect(await wrongWithPage()).toEqual([]);
  // A person said so: nothing is found of it.
  expect(await title.getByText("Not translated", { exact: true }).count()).toBe(0);
  await demo.merchant.picture("stays-the-same-375");
  expect(demo.merchant.complaints).toEqual([]);
});
