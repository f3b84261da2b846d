import { and, eq } from "drizzle-orm";
import type { APIResponse } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { products, versions } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { newPerson } from "../support/browser.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
const { appUrl } = demo;
const live = '<p>A <b>mat</b> of cork.</p>\n<ul class="x"><li>4 mm</li></ul>';

let mat: string;
beforeAll(async () => {
  mat = demo.productId("Cork Yoga Mat");
  const { system } = demo;
  await system.install(shop);
  await system.finish(shop, await startImport(system, { shop, createdBy: "test" }));
  const row = and(eq(products.shop, shop), eq(products.id, mat));
  await system.db.orm.update(products).set({ descriptionHtml: live }).where(row);
});

const region = (name: string, app = demo.merchant.app) => app.getByRole("region", { name, exact: true });
const drafts = async (contentType: string) => {
  const rows = await demo.system.db.orm.select().from(versions).where(eq(versions.shop, shop));
  return rows.filter((row) => row.productId === mat && row.contentType === contentType);
};
const saved = (contentType: string, body: unknown) =>
  until(`${contentType} saved`, async () => {
    const found = (await drafts(contentType)).find(({ state }) => state === "draft");
    return JSON.stringify(found?.body) === JSON.stringify(body) || undefined;
  });
const open = (name: string) =>
  region(name)
    .getByRole("button", { name: /^(Edit|By hand)/ })
    .click();

describe("a text under the pen", () => {
  it("that is not changed is not saved, and leaves the words as they are in the store", async () => {
    const { page } = demo.merchant;
    await page.goto(appUrl(`/products/${mat}`));
    await open("Description");
    const field = region("Description").getByRole("textbox", { name: "Description" });
    await field.waitFor();
    await field.press("End");
    await region("Description").getByRole("button", { name: "HTML" }).click();
    expect(await region("Description").getByRole("textbox", { name: "Description as HTML" }).inputValue()).toContain(
      '<ul class="x">',
    );
    await region("Description").getByRole("button", { name: "HTML" }).click();
    await region("Description").getByRole("button", { name: "Done" }).click();
    await field.waitFor({ state: "detached" });
    expect(await drafts("desc")).toEqual([]);
  });

  it("is written by keys and toolbar, saves itself as one version, and keeps the tags that it had", async () => {
    const { app, page } = demo.merchant;
    await open("Description");
    const field = region("Description").getByRole("textbox", { name: "Description" });
    await field.press("End");
    await field.press("Enter");
    await field.pressSequentially("Rolls up");
    await saved("desc", "<p>A <b>mat</b> of cork.</p><ul><li>4 mm</li><li>Rolls up</li></ul>");
    await field.press("Control+A");
    await app.getByRole("toolbar", { name: "Text style" }).getByRole("combobox").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(
      await app.locator("html").evaluate((html) => html.ownerDocument.activeElement?.getAttribute("aria-label")),
    ).toBe("Italic");
    await field.press("End");
    await field.pressSequentially(" small");
    await saved("desc", "<p>A <b>mat</b> of cork.</p><ul><li>4 mm</li><li>Rolls up small</li></ul>");
    await demo.merchant.picture("product-editor");
    await field.press("Control+Enter");
    await field.waitFor({ state: "detached" });
    expect(await drafts("desc")).toHaveLength(1);
    const focused = () =>
      app.locator("html").evaluate((html) => html.ownerDocument.activeElement?.getAttribute("aria-label"));
    await until(
      "the focus back at the text",
      async () => /^Edit description/i.test((await focused()) ?? "") || undefined,
    );
  });

  it("says while it is written what the checks find, in the words", async () => {
    await open("Title");
    const field = region("Title").getByRole("textbox");
    await field.fill("Cork Yoga Mat, 9 mm");
    await field.locator("mark").filter({ hasText: "9 mm" }).waitFor();
    await field.fill("Cork Yoga Mat");
    await field.locator("mark").waitFor({ state: "detached" });
    await region("Title").getByRole("button", { name: "Done" }).click();
  });

  it("loses no letter when the page is reloaded in the midst of typing, and none while the network is away", async () => {
    const { page, context } = demo.merchant;
    await open("SEO title");
    const field = region("SEO title").getByRole("textbox");
    await field.fill("");
    await page.keyboard.type("Cork mat that was not");
    await page.reload();
    await field.waitFor();
    expect(await field.textContent()).toBe("Cork mat that was not");
    await saved("seo_title", "Cork mat that was not");
    await context.setOffline(true);
    await field.press("End");
    await page.keyboard.type(" lost");
    await region("SEO title").getByText("Not saved yet. Your words are kept in this browser.").waitFor();
    await demo.merchant.picture("product-offline");
    await context.setOffline(false);
    await saved("seo_title", "Cork mat that was not lost");
    await region("SEO title").getByRole("button", { name: "Done" }).click();
  });

  it("closes with the words that it was given, however late they come back, and is opened again on those", async () => {
    const { app, page } = demo.merchant;
    const field = region("SEO title").getByRole("textbox");
    await open("SEO title");
    await field.fill("Cork mat for slow lines");
    await saved("seo_title", "Cork mat for slow lines");
    const readAgain = (url: URL) => url.pathname.endsWith(`/products/${mat}.data`);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = 0;
    let earlier: APIResponse | undefined;
    await page.route(readAgain, async (route) => {
      asked++;
      await held;
      earlier = await route.fetch();
      await route.fulfill({ response: earlier });
    });
    await region("SEO title").getByRole("button", { name: "Done" }).click();
    await until("the page read again", () => asked > 0 || undefined);
    const frame = () => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
    await app.locator("html").evaluate(frame);
    expect(await field.textContent()).toBe("Cork mat for slow lines");
    expect(
      await region("SEO title")
        .getByRole("button", { name: /^(Edit|Approve)/ })
        .count(),
    ).toBe(0);
    release();
    await region("SEO title").getByRole("button", { name: /^Edit/ }).click();
    expect(await field.textContent()).toBe("Cork mat for slow lines");
    await field.fill("Cork mat for slow lines, twice");
    await saved("seo_title", "Cork mat for slow lines, twice");
    await page.unroute(readAgain);
    // What was read before the save, and comes after it, has the words of before: it closes nothing.
    let late = 0;
    await page.route(readAgain, (route) =>
      late++ === 0 && earlier ? route.fulfill({ response: earlier }) : route.continue(),
    );
    await region("SEO title").getByRole("button", { name: "Done" }).click();
    await field.waitFor({ state: "detached" });
    expect(late).toBeGreaterThan(1);
    await region("SEO title").getByText("Cork mat for slow lines, twice").waitFor();
    await page.unroute(readAgain);
  });

  it("with markup that the rich text cannot keep is edited as HTML, and says why", async () => {
    const { system, merchant } = demo;
    const row = and(eq(products.shop, shop), eq(products.id, mat));
    const table = "<p>Sizes</p><table><tbody><tr><td>S</td><td>1 m</td></tr></tbody></table>";
    await system.db.orm.update(products).set({ descriptionHtml: table }).where(row);
    await system.db.orm.delete(versions).where(and(eq(versions.shop, shop), eq(versions.contentType, "desc")));
    await merchant.page.reload();
    await open("Description");
    await region("Description").getByText("It is edited as HTML so that nothing of it is lost.").waitFor();
    await region("Description").getByRole("textbox", { name: "Description as HTML" }).waitFor();
    await merchant.picture("product-html");
    await region("Description").getByRole("button", { name: "Done" }).click();
    expect(merchant.complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([]);
  });
});

it("a text is written on a phone", async () => {
  const phone = await newPerson(demo.browser, { width: 375, height: 812 });
  await phone.page.goto(appUrl(`/products/${mat}`));
  await region("Title", phone.app).getByRole("button", { name: /^Edit/ }).click();
  await region("Title", phone.app).getByRole("textbox").waitFor();
  await phone.picture("product-editor-375");
  const overflow = await phone.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await phone.context.close();
});
