import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { configRules, contentConfigs, versions } from "../../app/db/schema/index.ts";
import { listJobs } from "../../app/jobs/read-jobs.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { markLiveTextsJob } from "../../app/quality/near-duplicates/start-marking.ts";
import { presets } from "../../app/rules/configs/presets.ts";
import { contentConfigSchema } from "../../app/rules/content-config.ts";
import { openDemo } from "../support/open-demo.ts";
import { pressAction, seeAction } from "../support/page-action.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
const { appUrl } = demo;

let mat: string;
let notebook: string;
beforeAll(async () => {
  mat = demo.productId("Cork Yoga Mat");
  notebook = demo.productId("Dot Grid Notebook A5");
  const { merchant } = demo;
  await merchant.page.goto(appUrl("/products"));
  await merchant.app.getByRole("button", { name: "Import catalogue" }).click();
  await merchant.app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
});

const region = (name: string) => demo.merchant.app.getByRole("region", { name, exact: true });
const newest = async (productId: string, contentType: string) => {
  const rows = await demo.system.db.orm.select().from(versions).where(eq(versions.shop, shop));
  return rows.find((row) => row.productId === productId && row.contentType === contentType && row.state === "draft");
};

describe("a text and what it is based on", () => {
  it("tells the fact behind a number to who points at it, and lists all of them", async () => {
    const { merchant } = demo;
    const { app, page } = merchant;
    await page.goto(appUrl(`/products/${mat}`));
    await pressAction(app, /^Write (texts|again)…$/);
    await app.getByRole("button", { name: "Write 1 draft" }).click();
    await seeAction(app, /^Approve \d+ texts?$/);
    const draft = await until("the description", () => newest(mat, "desc"));
    const [first] = draft.evidence;
    if (!first) throw new Error("nothing in the description is backed by a fact");
    const word = region("Description")
      .locator(".sw-mark-backed")
      .filter({ hasText: new RegExp(first.text.replace(/\W/g, "."), "i") })
      .first();
    await word.hover();
    expect(await word.getAttribute("title")).toContain(first.fact);
    await merchant.picture("40-evidence-hover");
    // Whoever reads neither finds the same as a list.
    await region("Description")
      .getByRole("button", { name: /backed by product facts/ })
      .click();
    await region("Description").getByRole("definition").first().waitFor();
  });

  it("is given by a person instead of an instruction, and warns of the product that has the same", async () => {
    const { merchant } = demo;
    const { app, page } = merchant;
    const title = "Cork Yoga Mat";
    await until("the marks of the live texts", async () => {
      const { rows } = await listJobs(demo.system, { shop, kind: markLiveTextsJob.kind, limit: 1 });
      return rows[0]?.status === "completed" || undefined;
    });
    const calls = demo.system.sandbox.model.calls.length;
    await page.goto(appUrl(`/products/${notebook}`));
    await region("Title")
      .getByRole("button", { name: /^Write (again )?title/ })
      .click();
    await app.getByLabel("What the field for the title holds").selectOption("content");
    await app.getByText("Write the new text, or give an instruction instead.").waitFor();
    expect(await app.getByRole("button", { name: "Save draft" }).isDisabled()).toBe(true);
    await app.getByLabel("New title").fill(title);
    await app.getByText("No model is asked").waitFor();
    await merchant.picture("41-new-text");
    await app.getByRole("button", { name: "Save draft" }).click();
    const link = region("Title").getByRole("link", { name: "Open Cork Yoga Mat" });
    // Findings are shown one at a time, those in the words first.
    await region("Title").getByRole("button", { name: "Next finding" }).click();
    await link.waitFor();
    await merchant.picture("42-duplicate");
    expect(demo.system.sandbox.model.calls.length).toBe(calls);
    expect(await newest(notebook, "title")).toMatchObject({ body: title, origin: "edited" });
    await link.click();
    await app.getByRole("heading", { name: "Cork Yoga Mat" }).first().waitFor();
    expect(merchant.complaints).toEqual([]);
  });
});

describe("rules", () => {
  it("set what a check does from a list, for all texts and for one", async () => {
    const { merchant } = demo;
    const { app, page } = merchant;
    const general = presets.find(({ name }) => name === "general");
    const apparel = presets.find(({ name }) => name === "apparel");
    if (!general || !apparel) throw new Error("a preset is missing");
    const { db } = demo.system;
    const row = { shop, id: "c1", name: "mine", label: "Mine", digest: general.digest, createdAt: 1, updatedAt: 1 };
    await db.orm.insert(contentConfigs).values({ ...row, config: general.config });
    await page.goto(appUrl("/rules/c1?section=checks"));
    await app.getByRole("radio", { name: "Duplicates: Block" }).check();
    await app.getByRole("link", { name: /^Texts/ }).click();
    await app.getByLabel("Edit rules for Title", { exact: true }).click();
    await app.getByRole("button", { name: "Severities of checks" }).first().click();
    await app.getByLabel("Duplicates").first().selectOption("off");
    await merchant.picture("43-severities");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const saved = await until("the saved rules", async () => {
      const [found] = await db.orm.select().from(contentConfigs).where(eq(contentConfigs.shop, shop));
      const config = contentConfigSchema.parse(found?.config);
      return config.checks ? config : undefined;
    });
    expect(saved.checks).toEqual({ DUPLICATE: "block" });
    expect(saved.content_types?.title?.checks).toEqual({ DUPLICATE: "off" });

    await db.orm.insert(configRules).values({ shop, position: 0, field: "all", value: "", configId: apparel.id });
    await page.goto(appUrl("/products"));
    await app
      .getByRole("checkbox", { name: /^Select all/ })
      .first()
      .check({ force: true });
    await app.getByRole("button", { name: "Write…", exact: true }).click();
    await app.getByLabel("Write each variant on its own").waitFor();
    await merchant.picture("44-variants-apart");
    expect(merchant.complaints).toEqual([]);
  });
});

describe("what is asked for twice", () => {
  const jobsOf = async (kind: string) => (await listJobs(demo.system, { shop, kind, limit: 100 })).rows.length;

  it("starts one job when Write, and one when Publish is pressed twice", async () => {
    const { app, page } = demo.merchant;
    await page.goto(appUrl(`/products/${notebook}`));
    const before = await jobsOf("generate-content");
    await pressAction(app, /^Write (texts|again)…$/);
    await app.getByRole("button", { name: "Write 1 draft" }).dblclick();
    await until("the end of the writing", async () => {
      const { rows } = await listJobs(demo.system, { shop, kind: "generate-content", limit: 1 });
      return ((await jobsOf("generate-content")) > before && rows[0]?.status === "completed") || undefined;
    });
    expect(await jobsOf("generate-content")).toBe(before + 1);
    await page.reload();
    await pressAction(app, /^Approve \d+ texts?$/);
    await seeAction(app, /^Publish \d+ texts?…$/);
    const published = await jobsOf("publish");
    await pressAction(app, /^Publish \d+ texts?…$/);
    await app.getByRole("dialog").getByRole("button", { name: "Publish" }).dblclick();
    await until("the publication", async () => ((await jobsOf("publish")) > published ? true : undefined));
    await region("Title").getByText("Live", { exact: true }).waitFor();
    expect(await jobsOf("publish")).toBe(published + 1);
  });

  it("shows both texts to the later of two tabs, and saves what was chosen once", async () => {
    const { context, page, app } = demo.merchant;
    const other = await context.newPage();
    const second = { page: other, app: other.frameLocator("iframe") };
    const first = { page, app };
    const type = async (tab: typeof first, title: string) => {
      const card = tab.app.getByRole("region", { name: "Title", exact: true });
      await card.getByRole("button", { name: /^(Edit|By hand) title/i }).click();
      await card.getByRole("textbox").fill(title);
    };
    for (const tab of [first, second]) await tab.page.goto(appUrl(`/products/${notebook}`));
    const saved = async (title: string) =>
      until(title, async () => ((await newest(notebook, "title"))?.body === title ? true : undefined));
    const card = second.app.getByRole("region", { name: "Title", exact: true });
    await card.getByRole("button", { name: /^(Edit|By hand) title/i }).click();
    await card.getByRole("textbox").waitFor();
    await type(first, "Dotted notebook of the first tab");
    await saved("Dotted notebook of the first tab");
    await card.getByRole("textbox").fill("Dotted notebook of the second tab");
    await card.getByText(/^Changed in another window at .* Yours is kept\./).waitFor();
    await card.getByRole("button", { name: "Compare", exact: true }).click();
    await card.getByText("Dotted notebook of the first tab").first().waitFor();
    expect((await newest(notebook, "title"))?.body).toBe("Dotted notebook of the first tab");
    await other.screenshot({ path: "test-results/screenshots/45-two-tabs.png" });
    await card.getByRole("button", { name: "Use mine" }).click();
    await saved("Dotted notebook of the second tab");
    await other.close();
  });
});
