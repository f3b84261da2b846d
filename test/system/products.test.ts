import { and, eq } from "drizzle-orm";
import type { Frame, Page } from "playwright-core";
import { expect, it } from "vitest";
import { jobItems, jobs, products } from "../../app/db/schema/index.ts";
import { newPerson } from "../support/browser.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = "demo.myshopify.com";
const demo = openDemo();
const { appUrl } = demo;

it("counts what is missing, and each count is the length of the list it leads to", async () => {
  const { app, page } = demo.merchant;
  await page.goto(appUrl("/products"));
  await app.getByRole("button", { name: "Import catalogue" }).first().click();
  await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
  await until(
    "the end of the import",
    async () => (await app.getByText("Importing your catalogue").count()) === 0 || undefined,
    300_000,
  );
  await page.goto(appUrl("/products"));
  const gap = app.getByRole("link", { name: /^Description \d+$/ });
  await gap.waitFor();
  await demo.merchant.picture("products-list");
  const said = Number((await gap.textContent())?.replace(/\D/g, ""));
  const all = app.locator("tbody tr");
  for (const box of await all.all()) expect(Math.round((await box.boundingBox())?.height ?? 0)).toBe(53);
  const drawn = await all.locator("th").evaluateAll((names) => {
    const shown = names.map((name) => name.checkVisibility({ contentVisibilityAuto: true }));
    return { first: shown[0], last: shown.at(-1) };
  });
  expect(drawn, "rows out of sight cost nothing").toEqual({ first: true, last: false });
  await gap.click();
  await until("the list of the gap", async () => (await all.count()) === said || undefined);
  await app.getByRole("button", { name: `Write ${said} description${said === 1 ? "" : "s"}…` }).waitFor();
  await demo.merchant.picture("products-gap");
  const lacking = await demo.system.db.orm.select().from(products).where(eq(products.shop, shop));
  const onSale = lacking.filter(
    ({ missing, status }) => (missing & 1) !== 0 && ["active", "unlisted"].includes(status),
  );
  expect(onSale).toHaveLength(said);
  await app.getByRole("switch", { name: "On sale only" }).click();
  const whatever = lacking.filter(({ missing }) => (missing & 1) !== 0).length;
  await until("all that lack it", async () => (await all.count()) === whatever || undefined);
  expect(demo.merchant.complaints).toEqual([]);
});

type Recording = Window & { sent?: string[] };
const appFrame = (page: Page) => page.frames()[1] as Frame;

/** A browser tells nothing of forms that it sends in parts: the page keeps what it hands over. */
async function recordForms(page: Page): Promise<void> {
  await appFrame(page).evaluate(() => {
    const recording: Recording = window;
    const sent: string[] = [];
    recording.sent = sent;
    const { fetch } = recording;
    recording.fetch = (input, init) => {
      const { body } = init ?? {};
      if (body instanceof FormData) sent.push([...body].map(([name, value]) => `${name}=${String(value)}`).join("&"));
      else if (body) sent.push(String(body));
      return fetch(input, init);
    };
  });
}

const sentForms = (page: Page) => appFrame(page).evaluate(() => (window as Recording).sent ?? []);

it("starts a run for all of a view by its filter, whatever the browser shows of it", async () => {
  const { app, page } = demo.merchant;
  await page.goto(appUrl("/products?gap=seo_description&limit=2"));
  await app.getByRole("checkbox", { name: "Select all products of this page" }).first().waitFor({ state: "attached" });
  await recordForms(page);
  await app.getByRole("checkbox", { name: "Select all products of this page" }).first().check({ force: true });
  await app.getByText("2 selected").waitFor();
  expect(await app.locator("input[data-tick]:checked").count()).toBe(2);
  await app.getByRole("button", { name: /^Select all \d+ in this view$/ }).click();
  await demo.merchant.picture("products-selection");
  const total = Number(/(\d+) selected/.exec((await app.getByText(/\d+ selected/).textContent()) ?? "")?.[1]);
  expect(total).toBeGreaterThan(2);
  await app.getByRole("button", { name: "Write…", exact: true }).click();
  await app
    .getByRole("dialog")
    .getByRole("button", { name: /^Write \d+ drafts$/ })
    .click();
  const [run] = await until("the run", async () => {
    const rows = await demo.system.db.orm
      .select()
      .from(jobs)
      .where(and(eq(jobs.shop, shop), eq(jobs.kind, "generate-content")));
    return rows.length > 0 ? rows : undefined;
  });
  expect(run?.total).toBe(total);
  const items = await demo.system.db.orm
    .select()
    .from(jobItems)
    .where(eq(jobItems.jobId, run?.id ?? ""));
  const sent = (await sentForms(page)).find((form) => form.includes("generate")) ?? "";
  expect(items.filter(({ subject }) => sent.includes(subject))).toEqual([]);
  expect(sent).toContain("gap%3Dseo_description");
});

it("shows two lines a product on a telephone, ticks them by a press, and fits", async () => {
  const person = await newPerson(demo.browser, { width: 375, height: 812 });
  const { app, page } = person;
  await page.goto(appUrl("/products"));
  await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
  const overflow = await app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(overflow).toBe(0);
  await person.picture("products-375");
  await app.getByRole("button", { name: "Select", exact: true }).click();
  await app.locator("tbody tr").first().click();
  await app.getByText("1 selected").waitFor();
  await person.picture("products-375-selecting");
  expect(person.complaints).toEqual([]);
  await person.context.close();
});
