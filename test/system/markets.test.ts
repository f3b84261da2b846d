import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { shopMarkets } from "../../app/db/schema/index.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { shopsOn } from "../../sandbox/defaults.ts";
import { appFrame } from "../support/app-frame.ts";
import { axeFindings, settle } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const demo = openDemo({ shops: shopsOn("plus") });
const { appUrl } = demo;
const shop = shopDomainSchema.parse("demo.myshopify.com");

async function wrongWithPage(): Promise<string[]> {
  const frame = appFrame(demo.merchant.page, demo.system);
  await settle(frame);
  return axeFindings(frame);
}

const gidOf = (id: string) => `gid://shopify/Product/${id}`;

/** Somebody translates a title in Shopify, for everywhere. */
async function translateInShopify(id: string, language: string, value: string): Promise<void> {
  const answer = await fetch(`${demo.system.sandbox.storeUrl}/__sandbox/shops/${shop}/translations`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ resource: gidOf(id), key: "title", language, value }),
  });
  expect(answer.status).toBe(200);
}

/** What a shopper reads of a product. */
async function read(id: string, country: string): Promise<string> {
  const who = new URLSearchParams({ country, language: "de", resource: gidOf(id) });
  const answer = await fetch(`${demo.system.sandbox.storeUrl}/__sandbox/shops/${shop}/shopper?${who}`);
  return JSON.stringify(await answer.json());
}

it("a market gets a text of its own, which its shoppers alone read, and gives it up for the general one", async () => {
  const { app, page } = demo.merchant;
  const mat = demo.productId("Cork Yoga Mat");
  await translateInShopify(mat, "de", "Die Yogamatte aus Kork");
  await demo.system.install(shop);
  await demo.system.finish(shop, await startImport(demo.system, { shop, createdBy: "test" }));
  const markets = await demo.system.db.orm.select().from(shopMarkets).where(eq(shopMarkets.shop, shop));
  expect(markets.map(({ name }) => name)).toContain("Germany");

  await page.goto(appUrl(`/languages/de/${mat}`));
  const tabs = app.getByRole("navigation", { name: "Markets of this language" });
  await tabs.getByRole("link", { name: "Germany", exact: true }).click();
  const title = app.locator('[data-text="title"]');
  await title.getByText("Shoppers in Germany read the general text.").waitFor();
  await title.getByText("As everywhere").waitFor();
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("market-inherits");

  await title.getByRole("button", { name: "Write one for Germany title" }).click();
  const field = app.getByRole("textbox", { name: "Title in German" });
  await field.fill("Unsere Yogamatte aus Kork");
  await title.getByRole("button", { name: "Done" }).click();
  await title.getByRole("button", { name: "Approve title" }).click();
  await app.getByRole("button", { name: "Publish 1 text" }).click();
  await title.getByText("Live", { exact: true }).waitFor();
  expect(await read(mat, "DE")).toContain("Unsere Yogamatte aus Kork");
  expect(await read(mat, "AT")).not.toContain("Unsere Yogamatte aus Kork");
  await tabs.getByRole("link", { name: "Germany · 1 own" }).waitFor();
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await wrongWithPage()]).toEqual([width, []]);
    await demo.merchant.picture(`market-own-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 1000 });

  await app.getByRole("button", { name: "Translate…" }).click();
  const dialog = app.getByRole("dialog");
  const forWhom = dialog.getByRole("group", { name: "For which markets" });
  expect(await forWhom.getByRole("checkbox", { name: "Germany" }).isChecked()).toBe(true);
  expect(await forWhom.getByRole("checkbox", { name: "General" }).isChecked()).toBe(false);
  await dialog.getByText(/Germany: \d+ text/).waitFor();
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("market-dialog");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "detached" });

  await title.getByRole("button", { name: "Use the general text title" }).click();
  await title.getByText("As everywhere").waitFor();
  expect(await read(mat, "DE")).toContain("Die Yogamatte aus Kork");
  expect(await read(mat, "DE")).not.toContain("Unsere Yogamatte aus Kork");
  expect(demo.merchant.complaints).toEqual([]);
});

it("texts of a market are approved, published and put back for many products at once, and only those", async () => {
  const { app, page } = demo.merchant;
  await page.setViewportSize({ width: 1280, height: 1000 });
  const mat = demo.productId("Cork Yoga Mat");
  const mug = demo.productId("Mug");
  const germany = (await demo.system.db.orm.select().from(shopMarkets).where(eq(shopMarkets.shop, shop))).find(
    ({ name }) => name === "Germany",
  );
  if (!germany) throw new Error("the demo shop has no market Germany");
  const write = async (id: string, market: string, body: string) => {
    const target = { ...storeTarget("de"), market };
    const edit = { shop, productId: productIdSchema.parse(id), contentType: "title", body, by: "user:1", target };
    expect(await editVersion(demo.system, edit)).toMatchObject({ outcome: "saved", version: { blocked: false } });
  };
  await write(mat, germany.id, "Yogamatte nur für hier");
  await write(mug, germany.id, "Becher nur für hier, 350 ml");
  await write(mug, "", "Becher für alle, 350 ml");
  await page.goto(appUrl("/languages"));
  await app.getByRole("combobox", { name: "For" }).selectOption({ label: "Germany" });
  const german = app.getByRole("columnheader", { name: "German" });
  await german.getByText("2 to review").waitFor();
  await app.getByText("Texts here are for Germany alone.").waitFor();
  await app
    .getByRole("link", { name: /As everywhere.*, German, / })
    .first()
    .waitFor();
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await wrongWithPage()]).toEqual([width, []]);
    await demo.merchant.picture(`market-matrix-${width}`);
  }
  await german.getByRole("button", { name: /German/ }).click();
  await app.getByRole("button", { name: "Approve the drafts of 2 products…", exact: true }).click();
  const dialog = app.getByRole("dialog");
  await dialog.getByText("Approve the texts of 2 products for Germany alone?").waitFor();
  await dialog.getByRole("button", { name: "Approve", exact: true }).click();
  await page.getByText("Germany: 2 drafts approved").waitFor();
  await german.getByRole("button", { name: /German/ }).click();
  await app.getByRole("button", { name: "Publish the approved texts of 2 products…", exact: true }).click();
  await dialog.getByText("They are texts for Germany alone.").waitFor();
  await dialog.getByText("2 texts go live.").waitFor();
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("market-publish-dialog");
  await dialog.getByRole("button", { name: "Publish 2" }).click();
  await page.getByText("Germany: Publishing approved texts of 2 products").waitFor();
  // One was there before.
  await german.getByText("3 with own texts").waitFor();
  expect(await read(mug, "DE")).toContain("Becher nur für hier, 350 ml");
  expect(await read(mug, "AT")).not.toContain("Becher");

  await page.goto(appUrl("/activity"));
  await app.getByRole("link", { name: "Publish 2 products · German (Germany)" }).click();
  await app.getByRole("button", { name: "Undo this run…" }).click();
  await dialog.getByRole("button", { name: "Undo this run", exact: true }).click();
  await until("the texts are put back", async () => !(await read(mug, "DE")).includes("nur für hier") || undefined);
  await page.goto(appUrl("/activity"));
  await app.getByRole("link", { name: "Put back what was published of 2 products · German (Germany)" }).waitFor();
  expect(demo.merchant.complaints).toEqual([]);
});

it("the markets of languages that are written without spaces, or from right to left, have their editors, too", async () => {
  const { app, page } = demo.merchant;
  const emirates = { id: "990", handle: "ae", name: "Emirates", countries: ["AE"], locales: ["ar"], parents: [] };
  await demo.system.db.orm.insert(shopMarkets).values({ shop, active: true, position: 9, ...emirates });
  const mat = demo.productId("Cork Yoga Mat");
  for (const [locale, market] of [
    ["ja", "Japan"],
    ["ar", "Emirates"],
  ] as const) {
    await page.goto(appUrl(`/languages/${locale}/${mat}`));
    await app
      .getByRole("navigation", { name: "Markets of this language" })
      .getByRole("link", { name: market, exact: true })
      .click();
    await app.getByText(`Texts here are for ${market} alone.`).waitFor();
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await wrongWithPage()]).toEqual([width, []]);
      await demo.merchant.picture(`market-${locale}-${width}`);
    }
  }
  expect(demo.merchant.complaints).toEqual([]);
});
