import { and, eq } from "drizzle-orm";
import type { FrameLocator } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { reviewEntries } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { appFrame } from "../support/app-frame.ts";
import { newPerson, type Person } from "../support/browser.ts";
import { axeFindings, settle } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { storeReview } from "../support/review/write-drafts.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();

beforeAll(async () => {
  await storeReview(demo.system.db, { shop, count: 12, kinds: ["clean", "warned", "contradicted", "conflict"] });
}, 600_000);

/** Pictures of the products are elsewhere: none is asked for. */
async function withoutPictures({ context }: Person): Promise<void> {
  const isElsewhere = (url: URL) => !/^(?:localhost|127\.)/.test(url.hostname);
  await context.route(isElsewhere, (route) =>
    route.request().resourceType() === "image"
      ? route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })
      : route.fallback(),
  );
}

const nameIn = (app: FrameLocator) => app.locator(".sw-review-name h2").textContent();

/** A product that has just come takes no key for a moment. */
const keysCount = (app: FrameLocator) => app.locator('.sw-review[data-keys="ready"]').waitFor();

async function decided(): Promise<number> {
  const rows = await demo.system.db.orm
    .select({ outcome: reviewEntries.outcome })
    .from(reviewEntries)
    .where(and(eq(reviewEntries.shop, shop), eq(reviewEntries.outcome, "later")));
  return rows.length;
}

it("F opens the review over the whole admin at the same product, and Escape comes back to the one it came to", async () => {
  const { page, app, complaints, picture } = demo.merchant;
  await withoutPictures(demo.merchant);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(demo.appUrl("/review"));
  await app.locator(".sw-dock").waitFor();
  const first = await nameIn(app);
  await keysCount(app);
  await page.keyboard.press("ArrowRight");
  await until("the second product", async () => (await nameIn(app)) !== first || undefined);
  const second = await nameIn(app);
  await page.keyboard.press("f");
  const above = page.locator("dialog.app-window");
  await above.waitFor();
  expect(await above.getByRole("heading", { level: 2 }).first().textContent()).toBe("Review");
  const whole = page.frameLocator("dialog.app-window iframe");
  await whole.locator(".sw-dock").waitFor();
  expect(await nameIn(whole)).toBe(second);
  const box = await above.locator("iframe").boundingBox();
  expect(box).toMatchObject({ x: 0, width: 1280 });
  expect(box?.height).toBeGreaterThan(740);
  await picture("review-window-1280");

  // What is done there is done.
  await whole.locator(".sw-review-name h2").focus();
  await keysCount(whole);
  await page.keyboard.press("s");
  await until("the decision", async () => (await decided()) === 1 || undefined);
  await until("the next product", async () => (await nameIn(whole)) !== second || undefined);
  const third = await nameIn(whole);
  await keysCount(whole);
  await page.keyboard.press("Escape");
  await above.waitFor({ state: "detached" });
  await until("the same product", async () => (await nameIn(app)) === third || undefined);

  // And by the admin's own button, with the keys at work afterwards.
  await app.locator(".sw-review-name h2").focus();
  await page.keyboard.press("f");
  await whole.locator(".sw-dock").waitFor();
  await until("the same product above", async () => (await nameIn(whole)) === third || undefined);
  await keysCount(whole);
  await page.keyboard.press("ArrowRight");
  await until("another one", async () => (await nameIn(whole)) !== third || undefined);
  const fourth = await nameIn(whole);
  await above.getByRole("button", { name: "Close" }).click();
  await above.waitFor({ state: "detached" });
  await until("the same product below", async () => (await nameIn(app)) === fourth || undefined);
  await app.locator(".sw-review-name h2").focus();
  await page.keyboard.press("?");
  await app.getByText("The whole window, and back").waitFor();
  await picture("review-window-help");
  expect(complaints).toEqual([]);
});

it("the page below takes over the lane of the whole window, and opens what a link in it leads to", async () => {
  const person = await newPerson(demo.browser, { width: 1920, height: 900 });
  const { page, app } = person;
  await withoutPictures(person);
  await page.goto(demo.appUrl("/review"));
  await app.locator(".sw-dock").waitFor();
  await keysCount(app);
  await app.locator(".sw-review-name h2").focus();
  await page.keyboard.press("f");
  const above = page.locator("dialog.app-window");
  const whole = page.frameLocator("dialog.app-window iframe");
  const laneOf = (frame: FrameLocator) => frame.locator(".sw-review-lane[aria-current]").textContent();
  await whole.locator(".sw-dock").waitFor();
  const all = await laneOf(whole);
  await whole.getByRole("link", { name: /^Warnings/ }).click();
  await until("the lane above", async () => (await laneOf(whole)) !== all || undefined);
  const lane = await laneOf(whole);
  const name = await nameIn(whole);
  await whole.locator(".sw-review-name h2").focus();
  await page.keyboard.press("Escape");
  await above.waitFor({ state: "detached" });
  await until("the same lane below", async () => (await laneOf(app)) === lane || undefined);
  await until("the same product", async () => (await nameIn(app)) === name || undefined);
  expect(page.url()).not.toContain("whole=");

  await app.locator(".sw-review-name h2").focus();
  await page.keyboard.press("f");
  await whole.locator(".sw-dock").waitFor();
  await whole.locator(".sw-review-name h2").focus();
  await keysCount(whole);
  await page.keyboard.press("s");
  await whole.getByRole("navigation", { name: "In this queue" }).getByRole("link").click();
  await above.waitFor({ state: "detached" });
  await until(
    "the product's page",
    async () => page.frames().some((frame) => new URL(frame.url()).pathname.startsWith("/app/products/")) || undefined,
  );
  expect(person.complaints).toEqual([]);
  await person.context.close();
});

it("from 1600 px the queue stands beside the product, says where one is, and leads to each", async () => {
  for (const width of [375, 960, 1280, 1680]) {
    const person = await newPerson(demo.browser, { width: width === 1680 ? 1920 : width, height: 800 });
    await withoutPictures(person);
    await person.page.goto(demo.appUrl("/review"));
    await person.app.locator(".sw-dock").waitFor();
    const frame = appFrame(person.page, demo.system);
    await settle(frame);
    await person.picture(`review-queue-${width}`);
    const queue = person.app.getByRole("navigation", { name: "In this queue" });
    expect([width, await queue.count()]).toEqual([width, width === 1680 ? 1 : 0]);
    if (width === 1680) {
      expect(await frame.evaluate(() => innerWidth)).toBeGreaterThanOrEqual(1600);
      const asked: string[] = [];
      person.page.on("request", (request) => {
        if (request.url().includes("/review")) asked.push(request.url());
      });
      const first = await nameIn(person.app);
      const current = queue.locator("[aria-current]");
      expect(await current.locator(".sw-queue-name").textContent()).toBe(first);
      const third = queue.getByRole("button").nth(2);
      const name = await third.locator(".sw-queue-name").textContent();
      await third.click();
      await until("the chosen product", async () => (await nameIn(person.app)) === name || undefined);
      expect(await current.locator(".sw-queue-name").textContent()).toBe(name);
      // It was in memory: at most what keeps some products ahead is asked for.
      expect(asked.filter((url) => !url.includes("/review/next"))).toEqual([]);
      await keysCount(person.app);
      await person.page.keyboard.press("s");
      await queue.getByRole("link").waitFor();
      expect(await queue.getByRole("link").textContent()).toContain("Later");
      await person.picture("review-queue-1680-decided");
      expect(await axeFindings(frame)).toEqual([]);
    }
    const overflow = await person.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect([width, overflow]).toEqual([width, 0]);
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }
});
