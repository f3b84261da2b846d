import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { spendSettings, versions } from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { openBreakers } from "../../app/jobs/breaker.ts";
import { listPauses } from "../../app/jobs/pause.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { openDemo } from "../support/open-demo.ts";
import { pressAction } from "../support/page-action.ts";
import { until } from "../support/start-shelfwright.ts";

/** What goes wrong as a person meets it: what happened, what became of their work, and the way out, wide and on a phone. */
const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
const { appUrl } = demo;

let mat: string;
beforeAll(async () => {
  mat = demo.productId("Cork Yoga Mat");
  demo.merchant.page.setDefaultTimeout(20_000);
  await demo.system.install(shop);
  await demo.system.finish(shop, await startImport(demo.system, { shop, createdBy: "test" }));
});
afterEach(async () => {
  demo.system.sandbox.model.faults.clear();
  demo.system.sandbox.store.faults.clear();
});

const wide = { width: 1280, height: 800 };
const narrow = { width: 375, height: 812 };

/** The same page in both widths, each a picture; on a phone nothing is out of sight to the side. */
async function look(name: string): Promise<void> {
  const { page, app, picture } = demo.merchant;
  await page.setViewportSize(wide);
  await picture(`error-${name}`);
  await page.setViewportSize(narrow);
  const overflow = await app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect([name, overflow]).toEqual([name, 0]);
  await picture(`error-${name}-375`);
  await page.setViewportSize(wide);
}

const write = (title: string) =>
  startGeneration(demo.system, {
    ...{ shop, productIds: [productIdSchema.parse(demo.productId(title))], contentTypes: ["seo_desc"] },
    ...{ agentModel: "v1", createdBy: "test" },
  });
const paused = (reason: string) =>
  until(
    `the pause for ${reason}`,
    async () => (await listPauses(demo.system, shop)).some((one) => one.reason === reason),
    25_000,
  );
/** Waits until these words are a draft: nobody's are lost. */
const kept = (words: string) =>
  until(
    `the draft “${words}”`,
    async () => {
      const drafts = await demo.system.db.orm
        .select({ body: versions.body })
        .from(versions)
        .where(and(eq(versions.shop, shop), eq(versions.state, "draft")));
      return drafts.some(({ body }) => body === words);
    },
    25_000,
  );
const banner = () => demo.merchant.app.locator(".Polaris-Banner").first();

describe("the line at the head of a page", () => {
  it("says that the model's key was refused, how much waits, and leads to the key; put right, the work goes on", async () => {
    const { page, app } = demo.merchant;
    const { model } = demo.system.sandbox;
    model.faults.set({ rules: [{ kind: "key_forbidden" }] });
    await page.goto(appUrl(`/products/${mat}`));
    await pressAction(app, /^Write (texts|again)…$/);
    await app.getByRole("button", { name: "Write 1 draft" }).click();
    await paused("model_key");
    await page.goto(appUrl(""));
    await app.getByText("Writing is paused: the key of your model is missing or was refused").first().waitFor();
    await banner().getByText("1 product waits. Nothing is lost.").waitFor();
    await look("model-key");
    await banner().getByRole("link", { name: "Check the key" }).click();
    await app.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
    model.faults.clear();
    await banner().getByRole("button", { name: "Go on" }).click();
    await until("the end of the pause", async () => (await listPauses(demo.system, shop)).length === 0, 25_000);
  });

  it("says that today's limit is spent and when it goes on, and leads to the cap", async () => {
    const { page, app } = demo.merchant;
    const { db } = demo.system;
    await demo.system.finish(shop, await write("Marram Linen Shirt"));
    const row = { shop, dailyCostCapNanos: 10_000, modelPrices: {}, updatedAt: 1 };
    await db.orm.insert(spendSettings).values(row).onConflictDoUpdate({ target: spendSettings.shop, set: row });
    await write("Dot Grid Notebook A5");
    await paused("spend_cap");
    await page.goto(appUrl("/activity"));
    await banner().getByText("1 product goes on at 00:00 UTC. Reviewing and publishing go on.").waitFor();
    await look("cap");
    await banner().getByRole("link", { name: "Raise the cap" }).click();
    await app.getByLabel("Daily cap in money").fill("5");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await until("the end of the pause", async () => (await listPauses(demo.system, shop)).length === 0, 25_000);
  });

  it("says that the model gives no answer and goes on by itself, and tries at once when it is asked to", async () => {
    const { page } = demo.merchant;
    const { model } = demo.system.sandbox;
    model.faults.set({ rules: [{ kind: "http_500" }] });
    await write("keyboard");
    await until("the outage", async () => (await demo.system.db.do(openBreakers(shop))).length > 0, 40_000);
    await page.goto(appUrl("/products"));
    await banner().getByText("Your model gives no answer").waitFor();
    await banner()
      .getByText(/Writing waits and goes on by itself\. .*next try/i)
      .waitFor();
    await look("model-down");
    model.faults.clear();
    await banner().getByRole("button", { name: "Try now" }).click();
    await demo.merchant.app.getByText("Your model gives no answer").waitFor({ state: "detached" });
  });
});

it("an app that Shopify does not let in shows that instead of the page, and opens and goes on once it is let in", async () => {
  const { page, app } = demo.merchant;
  const { store } = demo.system.sandbox;
  const { tokens } = store.shop(shop);
  tokens.revokeAll();
  tokens.revokeRefresh();
  store.faults.set({ rules: [{ kind: "invalid_subject_token", match: { operation: "token" } }] });
  const jobId = await startImport(demo.system, { shop, createdBy: "test" });
  await paused("reauth");
  await page.goto(appUrl("/products"));
  await app.getByText("This app could not make sure who you are").waitFor();
  await look("access");
  store.faults.clear();
  await app.getByRole("button", { name: "Try again" }).click();
  await app.getByRole("heading", { name: "Products", level: 1 }).waitFor();
  expect(await demo.system.finish(shop, jobId)).toBe("completed");
  expect(await listPauses(demo.system, shop)).toEqual([]);
});

describe("a product's page", () => {
  it("tells the later of two tabs, keeps its words, and shows both", async () => {
    const { context, page, app } = demo.merchant;
    const other = await context.newPage();
    const theirs = other.frameLocator("iframe");
    const open = async (frame: typeof app) => {
      const card = frame.getByRole("region", { name: "SEO title", exact: true });
      await card.getByRole("button", { name: /^(Edit|By hand) SEO title/i }).click();
      return card.getByRole("textbox");
    };
    await other.goto(appUrl(`/products/${mat}`));
    await page.goto(appUrl(`/products/${mat}`));
    const mine = await open(app);
    await mine.waitFor();
    await (await open(theirs)).fill("Cork mat of the other tab");
    await kept("Cork mat of the other tab");
    await mine.fill("Cork mat of this tab");
    const card = app.getByRole("region", { name: "SEO title", exact: true });
    await card.getByText(/^Changed in another window at .* Yours is kept\./).waitFor();
    expect(await mine.textContent()).toBe("Cork mat of this tab");
    await card.scrollIntoViewIfNeeded();
    await look("two-tabs");
    await card.getByRole("button", { name: "Compare", exact: true }).click();
    await card.getByText("Cork mat of the other tab").first().waitFor();
    await look("two-tabs-compared");
    await card.getByRole("button", { name: "Use mine" }).click();
    await kept("Cork mat of this tab");
    await other.close();
  });

  it("deleted in Shopify while it is open says so to who goes on with it, and keeps its texts", async () => {
    const { page, app } = demo.merchant;
    const { store } = demo.system.sandbox;
    // A page that is not told of it: else it shows by itself that the product is gone, and offers nothing.
    const live = /\/app\/live(?:\?|$)/;
    await page.route(live, () => undefined);
    await page.goto(appUrl(`/products/${mat}`));
    await app.getByRole("region", { name: "SEO title", exact: true }).waitFor();
    store.deleteProduct(shop, mat);
    await until("the mirror without it", async () => {
      const row = demo.system.db.raw
        .prepare("SELECT gone_at AS gone FROM products WHERE shop = ? AND id = ?")
        .get(shop, mat);
      return (row as { gone: number | null }).gone !== null || undefined;
    });
    await pressAction(app, /^Write (texts|again)…$/);
    await app.getByRole("button", { name: "Write 1 draft" }).click();
    await app.getByRole("alert").getByText("This product is gone").first().waitFor();
    await look("deleted-told");
    await page.unroute(live);
    await page.reload();
    await app.getByText("Deleted in Shopify").first().waitFor();
    await app.getByText("Cork mat of this tab").first().waitFor();
    await look("deleted");
  });
});
