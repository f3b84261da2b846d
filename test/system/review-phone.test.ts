import type { Frame } from "playwright-core";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { systemClock } from "../../app/lib/clock.ts";
import { saveWorkSettings } from "../../app/workplace/save-work-settings.ts";
import { appFrame } from "../support/app-frame.ts";
import { newPerson, type Person } from "../support/browser.ts";
import { settle } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { answerPictures } from "../support/review/answer-pictures.ts";
import { storeReview } from "../support/review/write-drafts.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
const quotes = ["dries before the kettle boils", "softer than a cloud in spring", "made for a thousand years"];

/** One product, with findings at the beginning, in the middle and at the end of a long description. */
beforeAll(async () => {
  const { db } = demo.system;
  // Without a choice of titles their place is the lowest.
  await saveWorkSettings({ db, clock: systemClock }, { shop, by: "user:1", input: { wordings: 1 } });
  await storeReview(db, { shop, count: 1, kinds: ["contradicted"] });
  const ofDesc = "shop = ? AND content_type = 'desc'";
  const stored = db.raw.prepare(`SELECT warnings FROM versions WHERE ${ofDesc}`).pluck().get(shop) as string;
  const [finding] = JSON.parse(stored) as object[];
  const filler = "<p>It is woven by hand in a small mill, washed twice and dried in the open air.</p>";
  const body = quotes.map((quote) => `<p>It is ${quote}.</p>${filler.repeat(12)}`).join("");
  const warnings = quotes.map((quote, i) => ({ ...finding, id: `found${i}`, quote, fix: null }));
  db.raw
    .prepare(`UPDATE versions SET body = ?, warnings = ? WHERE ${ofDesc}`)
    .run(JSON.stringify(body), JSON.stringify(warnings), shop);
}, 600_000);

async function open(size: { width: number; height: number }): Promise<{ who: Person; frame: Frame }> {
  const who = await newPerson(demo.browser, size);
  onTestFinished(() => who.context.close());
  await answerPictures(who.context);
  await who.page.goto(demo.appUrl("/review"));
  await who.app.locator(".sw-review[data-keys=ready]").waitFor();
  const frame = appFrame(who.page, demo.system);
  await settle(frame);
  return { who, frame };
}

it("on a phone the words of the finding in focus stand above the dock, and the focus stays where it was", async () => {
  const { who, frame } = await open({ width: 375, height: 667 });
  const seen: string[] = [];
  for (const step of [0, 1, 2, 3]) {
    if (step > 0) await who.app.getByRole("button", { name: "Next finding" }).click();
    const quote = quotes[step % quotes.length] ?? "";
    const mark = who.app.locator("mark.sw-mark-focused", { hasText: quote });
    await mark.first().waitFor({ state: "attached" });
    await settle(frame);
    seen.push(
      await mark.first().evaluate((one) => {
        const { top, bottom, left } = one.getBoundingClientRect();
        const dock = document.querySelector(".sw-review-dock")?.getBoundingClientRect().top ?? 0;
        const isOnTop = one.contains(document.elementFromPoint(left + 2, (top + bottom) / 2));
        return top >= 0 && bottom <= dock && isOnTop ? "seen" : JSON.stringify({ top, bottom, dock, isOnTop });
      }),
    );
    await who.picture(`review-phone-finding-${step}`);
  }
  expect(seen).toEqual(["seen", "seen", "seen", "seen"]);
  const focus = await frame.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(focus).toBe("Next finding");
});

it.each([
  { width: 1280, height: 800 },
  { width: 375, height: 667 },
])("offline the editor of a title says that its words are kept, as a description's does: %o", async (size) => {
  const { who, frame } = await open(size);
  const { app, page, context } = who;
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("e");
  await app.getByRole("textbox", { name: "Title", exact: true }).waitFor({ timeout: 20_000 });
  await context.setOffline(true);
  await page.keyboard.type(", and more");
  const note = app.locator(".sw-slot-editor-foot [role=status]", { hasText: "kept in this browser" });
  await note.waitFor({ state: "attached", timeout: 20_000 });
  await settle(frame);
  await who.picture(`review-title-offline-${size.width}`);
  const shown = await note.evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const box = range.getBoundingClientRect();
    const slot = one.closest(".sw-slot-body")?.getBoundingClientRect();
    const lastWords = document.elementFromPoint(box.left + 2, box.bottom - 3);
    return slot !== undefined && box.bottom <= slot.bottom && box.top >= slot.top && one.contains(lastWords)
      ? "shown"
      : JSON.stringify({ box, slot });
  });
  expect(shown).toBe("shown");
  await context.setOffline(false);
  await until("the words to be saved", () => {
    const read = "SELECT count(*) FROM versions WHERE shop = ? AND content_type = 'title' AND origin = 'edited'";
    return (demo.system.db.raw.prepare(read).pluck().get(shop) as number) > 0 || undefined;
  });
});
