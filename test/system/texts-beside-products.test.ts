import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { textResources, versions } from "../../app/db/schema/index.ts";
import { listJobs } from "../../app/jobs/read-jobs.ts";
import { jobIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
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

/** What a shopper in Germany reads of a page or a collection, by key. */
async function read(id: string): Promise<Record<string, string>> {
  const resource = `gid://shopify/${id}`;
  const who = new URLSearchParams({ country: "DE", language: "de", resource });
  const answer = await fetch(`${demo.system.sandbox.storeUrl}/__sandbox/shops/${shop}/shopper?${who}`);
  const { texts } = (await answer.json()) as { texts: Record<string, Record<string, { value: string }>> };
  return Object.fromEntries(Object.entries(texts[resource] ?? {}).map(([key, { value }]) => [key, value]));
}

async function titled(kind: "page" | "collection", title?: string): Promise<string> {
  const ofKind = and(eq(textResources.shop, shop), eq(textResources.kind, kind));
  const rows = await demo.system.db.orm.select().from(textResources).where(ofKind).orderBy(textResources.title);
  const found = rows.find((row) => title === undefined || row.title === title);
  if (!found) throw new Error(`there is no ${kind}`);
  return found.id;
}

/** From an open editor: everything is translated, approved and published. @returns what the title says now */
async function carryOut(id: string): Promise<string> {
  const { app, page } = demo.merchant;
  const title = app.locator(`[data-text="${id}.title"]`);
  await title.getByText("Not translated yet.").waitFor();
  await app.getByRole("button", { name: "Translate…" }).click();
  const act = app.getByRole("dialog").getByRole("button", { name: /^Translate \d+ texts?$/ });
  await act.waitFor();
  expect(await wrongWithPage()).toEqual([]);
  await act.click();
  await title.getByText("Draft", { exact: true }).waitFor();
  await app.getByRole("button", { name: /^Approve \d+ texts?$/ }).click();
  await page.goto(appUrl(`/languages/de/${encodeURIComponent(id)}`));
  await app.getByRole("button", { name: /^Publish \d+ texts?$/ }).click();
  await title.getByText("Live", { exact: true }).waitFor();
  const ofTitle = and(eq(versions.shop, shop), eq(versions.productId, id), eq(versions.contentType, "title"));
  const [version] = await demo.system.db.orm.select().from(versions).where(ofTitle);
  return String(version?.body);
}

async function putBack(): Promise<void> {
  const { app } = demo.merchant;
  const undo = app.getByRole("button", { name: "Undo last publishing…" });
  const more = app.getByRole("button", { name: "More actions" });
  await undo.or(more).first().waitFor();
  if (!(await undo.isVisible())) await more.click();
  await undo.click();
  await app.getByRole("dialog").getByRole("button", { name: /^Undo/ }).click();
}

it("a page is found among the languages, translated, approved and published; a shopper reads it, and an undo puts it back", async () => {
  const { app, page } = demo.merchant;
  await demo.system.install(shop);
  await demo.system.finish(shop, await startImport(demo.system, { shop, createdBy: "test" }));
  const texts = await until("the reading of texts", async () => {
    const { rows } = await listJobs(demo.system, { shop, kind: "import-texts" });
    return rows[0];
  });
  await demo.system.finish(shop, jobIdSchema.parse(texts.id));
  await page.goto(appUrl("/languages"));
  await app.getByLabel("Show").selectOption("page");
  await app.getByRole("link", { name: /, German, Contact/ }).waitFor();
  expect(await wrongWithPage()).toEqual([]);
  await demo.merchant.picture("languages-pages");
  const id = await titled("page", "Contact");
  const before = await read(id);
  await app.getByRole("link", { name: /, German, Contact/ }).click();
  const title = await carryOut(id);
  await demo.merchant.picture("translate-page-live");
  expect(await read(id)).toMatchObject({ title, handle: before.handle });
  await putBack();
  await until("what stood there", async () => ((await read(id)).title === before.title ? true : undefined));
  expect(await read(id)).toEqual(before);
  expect(demo.merchant.complaints).toEqual([]);
});

it("a collection walks the same road", async () => {
  const { app, page } = demo.merchant;
  const id = await titled("collection");
  const before = await read(id);
  await page.goto(appUrl("/languages?kind=collection"));
  await app.getByLabel("Show").waitFor();
  await page.goto(appUrl(`/languages/de/${encodeURIComponent(id)}`));
  const title = await carryOut(id);
  expect((await read(id)).title).toBe(title);
  await putBack();
  await until("what stood there", async () => ((await read(id)).title === before.title ? true : undefined));
  expect(demo.merchant.complaints).toEqual([]);
});
