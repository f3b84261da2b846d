import type { Frame, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appFrame } from "../support/app-frame.ts";
import { newPerson, type Person } from "../support/browser.ts";
import { axeFindings, settle, shiftsOf, watchShifts } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

/** Of what the eye rests on nothing may move by itself. */
const mostShift = 0.02;
const widths = [1280, 960, 375] as const;

const demo = openDemo();
const { appUrl } = demo;

type Looker = Person & { width: number };
let lookers: Looker[];
beforeAll(async () => {
  lookers = await Promise.all(
    widths.map(async (width) => {
      const person = await newPerson(demo.browser, { width, height: 800 });
      await watchShifts(person.page);
      return { ...person, width };
    }),
  );
});
afterAll(async () => {
  for (const { context } of lookers ?? []) await context.close();
});

async function home({ page, app }: Looker, heading: string): Promise<Frame> {
  await page.goto(appUrl(""));
  await app.getByRole("heading", { level: 1, name: heading }).waitFor();
  return appFrame(page, demo.system);
}

/** What is wrong with Home as it stands, at each width. */
async function looks(heading: string, picture: string): Promise<string[]> {
  const findings: string[] = [];
  for (const looker of lookers) {
    const frame = await home(looker, heading);
    await settle(frame);
    const { total, what } = await shiftsOf(frame);
    const dark = await frame.locator("button.Polaris-Button--variantPrimary, a.Polaris-Button--variantPrimary").count();
    const wide = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const found = [
      ...(total > mostShift ? [`moves by ${total.toFixed(3)}: ${what.join(" | ")}`] : []),
      ...(dark > 1 ? [`has ${dark} dark buttons`] : []),
      ...(wide > 0 ? [`is ${wide} px too wide`] : []),
      ...(await axeFindings(frame)),
    ];
    findings.push(...found.map((one) => `${picture} at ${looker.width} px: ${one}`));
    await looker.picture(`${picture}-${looker.width}`);
  }
  return findings;
}

const wide = () => lookers[0] as Looker;
const checked = () =>
  until("the check of live texts", () => {
    const [open] = demo.system.db.raw
      .prepare(
        "SELECT count(*) AS count FROM jobs WHERE shop = ? AND kind = 'check-live-texts' AND finished_at IS NOT NULL",
      )
      .all("demo.myshopify.com") as { count: number }[];
    return open && open.count > 0 ? true : undefined;
  });

describe("Home", () => {
  it("before anything is there asks for the import, and shows how far it is", async () => {
    expect(await looks("Set up Shelfwright", "home-first")).toEqual([]);
    const { app } = wide();
    await app.getByRole("button", { name: "Import catalogue" }).click();
    await app.getByText("Your catalogue is here").waitFor();
    await app.getByText(/\d+ products\. Nothing in your store was changed\./).waitFor();
  });

  it("then shows what the checks found in live texts, each count a link to exactly that list", async () => {
    await checked();
    expect(await looks("Set up Shelfwright", "home-found")).toEqual([]);
    const { app, page } = wide();
    const found = app.getByRole("region", { name: "What we found" });
    const line = found.getByRole("listitem").filter({ hasText: "without a description" });
    const count = Number(await line.locator("b").textContent());
    expect(count).toBeGreaterThan(0);
    await line.getByRole("link").click();
    await page.waitForURL(/gap=description/);
    await app
      .getByText(new RegExp(`\\b${count}\\b`))
      .first()
      .waitFor();
  });

  it("moves nothing when its font comes after it is shown", async () => {
    const { page, app, context } = await newPerson(demo.browser, { width: 1280, height: 800 });
    await watchShifts(page);
    const held = Promise.withResolvers<void>();
    await page.route("**/inter-latin-wght-normal*.woff2", async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(appUrl(""), { waitUntil: "commit" });
    await app.getByRole("heading", { level: 1, name: "Set up Shelfwright" }).waitFor();
    const come = page.waitForResponse("**/inter-latin-wght-normal*.woff2");
    held.resolve();
    await (await come).finished();
    const frame = appFrame(page, demo.system);
    await settle(frame);
    expect(await shiftsOf(frame)).toEqual({ total: 0, what: [] });
    await context.close();
  });

  it("shows what the app makes of three of the shop's own products", async () => {
    const { app } = wide();
    await home(wide(), "Set up Shelfwright");
    await app.getByRole("button", { name: /^Write these 3/ }).click();
    await app.getByText("Their drafts wait in the review.").waitFor({ timeout: 300_000 });
    expect(await looks("Set up Shelfwright", "home-samples")).toEqual([]);
  });

  it("once the steps are put away says what comes next, and leads back to them", async () => {
    const { app } = wide();
    await home(wide(), "Set up Shelfwright");
    await app.getByRole("button", { name: "Hide setup" }).click();
    await app.getByRole("heading", { level: 1, name: "Today" }).waitFor();
    await app.getByRole("heading", { name: "3 products are left to review" }).waitFor();
    expect(await looks("Today", "home-drafts")).toEqual([]);
    await home(wide(), "Today");
    await app.getByRole("button", { name: "More actions" }).click();
    await app.getByRole("link", { name: "Setup" }).click();
    await app.getByRole("heading", { level: 1, name: "Set up Shelfwright" }).waitFor();
  });

  it("tells the catalogue's texts as a table too, of which each number leads to its list", async () => {
    const { app, page } = wide();
    await home(wide(), "Today");
    await app.getByRole("button", { name: "Show as table" }).click();
    const cell = app.getByRole("link", { name: /^Description, Missing: \d+ products?$/ });
    const count = Number(await cell.textContent());
    await cell.click();
    await page.waitForURL(/gap=description/);
    await app
      .getByText(new RegExp(`\\b${count}\\b`))
      .first()
      .waitFor();
  });

  it("leads to a run that writes all SEO descriptions that are missing in three clicks", async () => {
    const { app } = wide();
    await home(wide(), "Today");
    let clicks = 0;
    const click = async (what: Locator) => {
      clicks++;
      await what.click();
    };
    const bar = app.getByRole("region", { name: "Your catalogue" }).getByRole("link", { name: /^SEO description/ });
    const missing = Number(/(\d+) missing$/.exec((await bar.textContent()) ?? "")?.[1]);
    expect(missing).toBeGreaterThan(3);
    await click(bar);
    await click(app.getByRole("button", { name: `Write ${missing} SEO descriptions…` }));
    await click(app.getByRole("button", { name: `Write ${missing} drafts` }));
    const begun = () => {
      const sql = "SELECT total FROM jobs WHERE shop = ? AND kind = 'generate-content' AND total > 3";
      return demo.system.db.raw.prepare(sql).get("demo.myshopify.com") as { total: number } | undefined;
    };
    expect(await until("a run that writes them", begun)).toEqual({ total: missing });
    expect(clicks).toBe(3);
  });
});
