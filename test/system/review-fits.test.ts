import { afterAll, beforeAll, expect, it } from "vitest";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { appFrame } from "../support/app-frame.ts";
import { newPerson, type Person } from "../support/browser.ts";
import { axeFindings, settle } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { storeReview } from "../support/review/write-drafts.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
const widths = [1280, 960, 375] as const;
const people: Person[] = [];

beforeAll(async () => {
  const { system } = demo;
  await storeReview(system.db, { shop, count: 12, kinds: ["contradicted", "warned", "clean", "conflict"] });
  for (const width of widths) people.push(await newPerson(demo.browser, { width, height: width === 375 ? 812 : 800 }));
}, 600_000);
afterAll(async () => {
  for (const { context } of people) await context.close();
});

it.each(["en", "de", "fr", "es", "ja"])("in %s nothing of the app's own words is cut at any width", async (locale) => {
  const found: string[] = [];
  for (const [index, width] of widths.entries()) {
    const person = people[index];
    if (!person) continue;
    for (const lane of ["blocked", "warnings", "clean", "conflicts"]) {
      await person.page.goto(`${demo.appUrl(`/review?lane=${lane}`)}&locale=${locale}`);
      await person.app.locator(".sw-dock").waitFor();
      const frame = appFrame(person.page, demo.system);
      await settle(frame);
      const cut = await frame.evaluate(() => {
        const own = [
          ...document.querySelectorAll<HTMLElement>(
            ".sw-dock-button, .sw-review-lane, .sw-badge, .sw-slot-head h3, .sw-dock-at",
          ),
        ];
        const shown = own.filter((one) => one.getClientRects().length > 0 && !one.classList.contains("sw-dock-icon"));
        const wide = document.documentElement.scrollWidth > innerWidth + 1 ? ["the page scrolls sideways"] : [];
        return [
          ...wide,
          ...shown.flatMap((one) => {
            const box = one.getBoundingClientRect();
            const isLane = one.classList.contains("sw-review-lane");
            const isOut = !isLane && (box.left < -1 || box.right > innerWidth + 1);
            return one.scrollWidth > one.clientWidth + 1 || isOut ? [`"${one.textContent?.trim()}"`] : [];
          }),
          ...[...document.querySelectorAll<HTMLElement>(".sw-dock-row, .sw-dock-decisions")].flatMap((row) =>
            row.scrollWidth > row.clientWidth + 1
              ? [`a row of the dock: ${(row.textContent ?? "").replace(/\s+/g, " ")}`]
              : [],
          ),
        ];
      });
      found.push(...cut.map((what) => `${locale} ${width} ${lane}: ${what}`));
      if (locale === "en" && width === 375) found.push(...(await axeFindings(frame)));
      if (locale === "en" || locale === "de") await person.picture(`review-${locale}-${width}-${lane}`);
    }
  }
  expect(found).toEqual([]);
});
