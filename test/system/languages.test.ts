import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { keptTargetPlace } from "../../app/catalog/target-place.ts";
import { keepShopTranslations } from "../../app/catalog/translations/shop-translations.ts";
import { jobs, versions } from "../../app/db/schema/index.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { termsDigest } from "../../app/rules/terms/read-locale-terms.ts";
import { saveLocaleTerms } from "../../app/rules/terms/save-locale-terms.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { refreshContentState } from "../../app/versions/refresh-content-state.ts";
import { shopsOn } from "../../sandbox/defaults.ts";
import { appFrame } from "../support/app-frame.ts";
import { axeFindings, settle } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const demo = openDemo({ shops: shopsOn("plus") });
const { appUrl } = demo;
const shop = shopDomainSchema.parse("demo.myshopify.com");

/** A translation that the shop holds, as an import keeps it. */
async function hold(productId: string, locale: string, title: string, outdated: boolean) {
  const target = storeTarget(locale);
  await demo.system.db.transact({ shop }, function* () {
    yield* keptTargetPlace(shop, target);
    const texts = { title: { value: title, outdated, updatedAt: null } };
    yield* keepShopTranslations({ shop, owner: productId, target, texts, readAt: 1 });
    yield* refreshContentState({ shop, productId, target });
  });
}

async function draft(productId: string, locale: string, contentType: string, body: string) {
  const edited = await editVersion(demo.system, {
    ...{ shop, productId: productIdSchema.parse(productId), contentType, body, by: "user:1" },
    target: storeTarget(locale),
  });
  expect(edited.outcome).toBe("saved");
}

const shownFrame = () => appFrame(demo.merchant.page, demo.system);

async function wrongWithPage(): Promise<string[]> {
  await settle(shownFrame());
  return axeFindings(shownFrame());
}

const mat = () => demo.productId("Cork Yoga Mat");

it("the languages of the shop stand beside its products, each with what it asks for", async () => {
  const { app, page } = demo.merchant;
  await demo.system.install(shop);
  // With its translations, which come after the products.
  await demo.system.finish(shop, await startImport(demo.system, { shop, createdBy: "test" }));
  await hold(mat(), "de", "Yogamatte aus Kork", true);
  await draft(mat(), "ja", "title", "コルクのヨガマット");
  await draft(mat(), "ar", "title", "بساط يوغا من الفلين 65W");
  await page.goto(appUrl("/languages"));
  await app.getByRole("heading", { name: "Languages", level: 1 }).waitFor();
  await app.getByText("6 languages besides English").waitFor();
  await app
    .getByRole("link", { name: /1 to review.*, Japanese, / })
    .first()
    .waitFor();
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("languages");
  const outdated = app.getByRole("tab", { name: /^Outdated \d+$/ });
  const said = Number((await outdated.textContent())?.replace(/\D/g, ""));
  const rows = app.locator("tbody tr");
  await outdated.click();
  await until("as many products as were counted", async () => (await rows.count()) === said || undefined);
  await app.getByRole("link", { name: /outdated.*, German, .*Cork Yoga Mat/ }).waitFor();
  // Arrows lead from cell to cell.
  await app.getByRole("link", { name: /, German, .*Cork Yoga Mat/ }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await app.locator(":focus").textContent()).toContain("French");
  for (const width of [960, 375]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await wrongWithPage()]).toEqual([width, []]);
    await demo.merchant.picture(`languages-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 1000 });
  expect(demo.merchant.complaints).toEqual([]);
});

it("a translation is written in its place beside its original, saved by itself and approved", async () => {
  const { app, page } = demo.merchant;
  await page.goto(appUrl(`/languages/de/${mat()}`));
  const title = app.locator('[data-text="title"]');
  await title.getByText("Yogamatte aus Kork").waitFor();
  await title.getByText("Outdated").waitFor();
  expect(await title.locator("[lang=de]").first().getAttribute("dir")).toBe("ltr");
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("translate-de");
  await title.getByRole("button", { name: "Edit title" }).click();
  const field = app.getByRole("textbox", { name: "Title in German" });
  await field.fill("Yogamatte aus Kork, 183 cm");
  await demo.merchant.picture("translate-de-open");
  await title.getByRole("button", { name: "Done" }).click();
  // The original says no length: a check blocks it until that is taken out.
  await title.getByText("Another number than the original").waitFor();
  await title.getByText("Blocked", { exact: true }).waitFor();
  expect(await wrongWithPage()).toEqual([]);
  await title.getByRole("button", { name: "Edit title" }).click();
  await field.fill("Die Yogamatte aus Kork");
  await title.getByRole("button", { name: "Done" }).click();
  await title.getByText("Draft", { exact: true }).waitFor();
  const own = and(eq(versions.shop, shop), eq(versions.locale, "de"));
  const drafts = await demo.system.db.orm
    .select()
    .from(versions)
    .where(and(own, eq(versions.state, "draft")));
  expect(drafts).toMatchObject([{ productId: mat(), contentType: "title", origin: "edited" }]);
  await title.getByRole("button", { name: "Approve title" }).click();
  await title.getByText("Approved").waitFor();
  const approved = await demo.system.db.orm
    .select()
    .from(versions)
    .where(and(own, eq(versions.state, "approved")));
  expect(approved.map(({ body }) => body)).toEqual(["Die Yogamatte aus Kork"]);
  expect(demo.merchant.complaints).toEqual([]);
});

it("keys lead from text to text, to the buttons of one and back, and beside the texts stands what they are held to", async () => {
  const { app, page } = demo.merchant;
  const { system } = demo;
  const term = { kind: "forced", note: "" };
  const terms = [
    { ...term, source: "cork", target: "Kork" },
    { ...term, source: "yoga mat", target: "Joga-Matte" },
  ];
  const digest = await system.db.do(termsDigest(shop));
  await saveLocaleTerms(system, { shop, by: "user:1", digest, byLocale: { de: terms } });
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(appUrl(`/languages/de/${mat()}`));
  const beside = app.getByRole("complementary", { name: "About these texts" });
  await beside.getByText("cork → Kork").waitFor();
  const focused = () =>
    shownFrame().evaluate(() => document.activeElement?.closest("[data-text]")?.getAttribute("data-text") ?? "");
  const isText = () => shownFrame().evaluate(() => document.activeElement?.hasAttribute("data-stop") ?? false);
  await app.getByRole("group", { name: "Title in German" }).focus();
  await beside.locator("li", { hasText: "yoga mat → Joga-Matte" }).getByText("not followed", { exact: true }).waitFor();
  await page.keyboard.press("Tab");
  expect([await focused(), await isText()]).toEqual(["desc", true]);
  await page.keyboard.press("Shift+Tab");
  expect([await focused(), await isText()]).toEqual(["title", true]);
  await page.keyboard.press("ArrowDown");
  expect([await focused(), await isText()]).toEqual(["title", false]);
  await page.keyboard.press("Escape");
  expect([await focused(), await isText()]).toEqual(["title", true]);
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("translate-beside-1280");
  // Tab in a text that is written in saves it, and opens the next one.
  await page.keyboard.press("Enter");
  const title = app.getByRole("textbox", { name: "Title in German" });
  await title.fill("Joga-Matte aus Kork");
  await title.press("Tab");
  await app.getByRole("textbox", { name: "Description in German" }).waitFor();
  await until("the title", async () => {
    const rows = await system.db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.locale, "de"), eq(versions.state, "draft")));
    return rows.some(({ body }) => body === "Joga-Matte aus Kork") || undefined;
  });
  await page.keyboard.press("Control+Enter");
  await page.setViewportSize({ width: 375, height: 900 });
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("translate-beside-375");
  await app.locator('[data-text="title"]').getByRole("button", { name: "Reject title" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Reject", exact: true }).click();
  await page.setViewportSize({ width: 1280, height: 1000 });
  await saveLocaleTerms(system, {
    ...{ shop, by: "user:1", digest: await system.db.do(termsDigest(shop)), byLocale: { de: [] } },
  });
  expect(demo.merchant.complaints).toEqual([]);
});

it("only the texts turn in a language that is written from right to left, and keys go from language to language", async () => {
  const { app, page } = demo.merchant;
  await page.goto(appUrl(`/languages/ja/${mat()}`));
  await app.getByText("コルクのヨガマット").waitFor();
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("translate-ja");
  // Arabic is the first of them, Traditional Chinese the last.
  await page.goto(appUrl(`/languages/zh-TW/${mat()}`));
  await app.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+ArrowDown");
  const title = app.locator('[data-text="title"]');
  await title.getByText("بساط").first().waitFor();
  const target = title.locator("[lang=ar]").first();
  expect(await target.getAttribute("dir")).toBe("rtl");
  expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
  for (const width of [1280, 960, 375]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await wrongWithPage()]).toEqual([width, []]);
    await demo.merchant.picture(`translate-ar-${width}`);
  }
  expect(demo.merchant.complaints).toEqual([]);
});

it("a product is translated by the model, approved and published from its editor, and a shopper reads it", async () => {
  const { app, page } = demo.merchant;
  const { sandbox } = demo.system;
  const keyboard = demo.productId("keyboard");
  const gid = `gid://shopify/Product/${keyboard}`;
  const read = async () => {
    const who = new URLSearchParams({ country: "DE", language: "de", resource: gid });
    const answer = await fetch(`${sandbox.storeUrl}/__sandbox/shops/${shop}/shopper?${who}`);
    const { texts } = (await answer.json()) as { texts: Record<string, Record<string, { value: string }>> };
    return Object.values(texts[gid] ?? {}).map(({ value }) => value);
  };
  const before = await read();
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(appUrl(`/languages/de/${keyboard}`));
  const title = app.locator('[data-text="title"]');
  await title.getByText("Not translated yet.").waitFor();
  await app.getByRole("button", { name: "Translate…" }).click();
  const dialog = app.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Translate \d+ texts$/ }).waitFor();
  await demo.merchant.picture("translate-dialog");
  expect(await wrongWithPage()).toEqual([]);
  await dialog.getByRole("button", { name: /^Translate \d+ texts$/ }).click();
  await title.getByText("Draft", { exact: true }).waitFor();
  await demo.merchant.picture("translate-drafts");
  expect(await read()).toEqual(before);
  await app.getByRole("button", { name: /^Approve \d+ texts$/ }).click();
  await page.goto(appUrl(`/languages/de/${keyboard}`));
  await app.getByRole("button", { name: /^Publish \d+ texts$/ }).click();
  await title.getByText("Live", { exact: true }).waitFor();
  const drafts = await demo.system.db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.productId, keyboard), eq(versions.locale, "de"), eq(versions.contentType, "title")));
  expect(drafts).toMatchObject([{ state: "published", origin: "generated" }]);
  expect(await read()).toContain(drafts[0]?.body);
  await demo.merchant.picture("translate-live");

  // Somebody edits it in the shop's own translation app, of which no webhook tells: both are shown, and nothing is overwritten.
  const theirs = { resource: gid, key: "title", language: "de", value: "Tastatur TKL einer Kollegin" };
  const put = await fetch(`${sandbox.storeUrl}/__sandbox/shops/${shop}/translations`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(theirs),
  });
  expect(put.status).toBe(200);
  await title.getByRole("button", { name: "Edit title" }).click();
  await app.getByRole("textbox", { name: "Title in German" }).fill("Unsere Tastatur TKL");
  await title.getByRole("button", { name: "Done" }).click();
  await title.getByRole("button", { name: "Approve title" }).click();
  await app.getByRole("button", { name: "Publish 1 text" }).click();
  await title.getByText("Conflict", { exact: true }).waitFor();
  await title.getByText(theirs.value).first().waitFor();
  expect(await read()).toContain(theirs.value);
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("translate-conflict");
  await title.getByRole("button", { name: "Keep the live text" }).click();
  await title.getByText("Conflict", { exact: true }).waitFor({ state: "detached" });
  expect(await read()).toContain(theirs.value);
  expect(demo.merchant.complaints).toEqual([]);
});

it("many products are translated from the list of products, and approved and published from the head of a language", async () => {
  const { app, page } = demo.merchant;
  const { sandbox } = demo.system;
  await page.goto(appUrl("/products"));
  const ticks = app.locator("tbody").getByRole("checkbox");
  for (const row of [0, 1, 2]) await ticks.nth(row).click({ force: true });
  await app.getByText("3 selected").waitFor();
  await demo.merchant.picture("translate-many-selected");
  const translate = app.getByRole("button", { name: "Translate…", exact: true });
  const more = app.getByRole("button", { name: "More", exact: true });
  await translate.or(more).first().waitFor();
  if (!(await translate.isVisible())) await more.click();
  await translate.click();
  const dialog = app.getByRole("dialog");
  const act = dialog.getByRole("button", { name: /^Translate \d+ texts$/ });
  await act.waitFor();
  for (const language of await dialog.getByRole("group", { name: "Languages" }).getByRole("checkbox").all()) {
    await language.uncheck();
  }
  await dialog.getByRole("checkbox", { name: "French" }).check();
  await act.waitFor();
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("translate-many-dialog");
  await act.click();
  await until("the run", async () => {
    const runs = await demo.system.db.orm
      .select()
      .from(jobs)
      .where(and(eq(jobs.shop, shop), eq(jobs.kind, "translate-content")));
    return runs.some(({ total, finishedAt }) => total === 3 && finishedAt !== null) || undefined;
  });

  await page.goto(appUrl("/languages"));
  const head = app.locator('th[data-locale="fr"]');
  await head.getByRole("button", { name: "French" }).click();
  await demo.merchant.picture("languages-menu");
  expect(await wrongWithPage()).toEqual([]);
  await app.getByRole("button", { name: /^Approve the drafts of \d+ products?…$/ }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
  await until("the approval", async () => {
    const rows = await demo.system.db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.locale, "fr"), eq(versions.state, "approved")));
    return rows.length > 2 || undefined;
  });
  await app.getByRole("dialog").waitFor({ state: "detached" });
  await head.getByRole("button", { name: "French" }).click();
  await app.getByRole("button", { name: /^Publish the approved texts of \d+ products?…$/ }).click();
  await app
    .getByRole("dialog")
    .getByRole("button", { name: /^Publish/ })
    .click();
  const published = await until("what was published", async () => {
    const rows = await demo.system.db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.locale, "fr"), eq(versions.state, "published")));
    return rows.length > 2 ? rows : undefined;
  });
  const [title] = published.filter(({ contentType }) => contentType === "title");
  const gid = `gid://shopify/Product/${title?.productId}`;
  const who = new URLSearchParams({ country: "FR", language: "fr", resource: gid });
  const answer = await fetch(`${sandbox.storeUrl}/__sandbox/shops/${shop}/shopper?${who}`);
  expect(JSON.stringify(await answer.json())).toContain(JSON.stringify(title?.body));
  await demo.merchant.picture("languages-published");
  expect(demo.merchant.complaints).toEqual([]);
});
