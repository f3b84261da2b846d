import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { appFrame } from "../support/app-frame.ts";
import { newPerson, type Person } from "../support/browser.ts";
import { axeFindings, settle, shiftsOf, watchShifts } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { answerPictures } from "../support/review/answer-pictures.ts";
import { storeReview, wordingsOfDraft } from "../support/review/write-drafts.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
const people: Person[] = [];
/** Documents that pages load. */
const documents: string[] = [];

beforeAll(async () => {
  await storeReview(demo.system.db, { shop, count: 6, kinds: ["clean"], offering: true });
}, 180_000);
// What a red test saw last says more than its message.
afterEach(async ({ task }) => {
  if (task.result?.state === "fail")
    for (const person of people) await person.picture(`failed-wordings-${task.name.replace(/\W+/g, "-").slice(0, 40)}`);
});
afterAll(async () => {
  for (const { context } of people) await context.close();
});

async function openAt(size: { width: number; height: number }, path: string) {
  const person = await newPerson(demo.browser, size);
  people.splice(0, people.length, person);
  await answerPictures(person.context);
  await watchShifts(person.page);
  await person.page.goto(demo.appUrl(path));
  await person.app.locator(".sw-wordings").first().waitFor();
  const frame = appFrame(person.page, demo.system);
  await settle(frame);
  person.page.on("request", (request) => {
    if (request.resourceType() === "document") documents.push(request.url());
  });
  documents.length = 0;
  return { person, frame };
}

const heading = async ({ app }: Person) => (await app.locator(".sw-review h2").textContent()) ?? "";

async function press({ page, app }: Person, key: string): Promise<void> {
  await app.locator(".sw-review[data-keys=ready]").waitFor();
  await page.keyboard.press(key);
}

/** Where the slots, the dock and the lines under the texts stand. */
const placesIn = (frame: Frame) =>
  frame.evaluate(() =>
    [...document.querySelectorAll(".sw-slot, .sw-dock, .sw-wording")].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join(" ");
    }),
  );

const draftOf = (title: string, contentType = "title") =>
  demo.system.db.raw
    .prepare<[string, string, string], { body: string; origin: string; createdBy: string | null }>(
      `SELECT v.body, v.origin, v.created_by AS createdBy FROM versions AS v
        JOIN products AS p ON p.shop = v.shop AND p.id = v.product_id
        WHERE v.shop = ? AND p.title = ? AND v.content_type = ? AND v.state IN ('draft', 'approved') ORDER BY v.created_at DESC`,
    )
    .get(shop, title, contentType);
const isDraft = (title: string, body: string | undefined, contentType?: string) =>
  until(`the draft to be "${body}"`, () => draftOf(title, contentType)?.body === JSON.stringify(body) || undefined);
const slot = ({ app }: Person) => app.locator("[data-slot=title]");

describe("other wordings in the review", () => {
  it("stand under their text at 1280 × 800, T takes one and Z the former back, nothing moves and no page is loaded", async () => {
    const { person, frame } = await openAt({ width: 1280, height: 800 }, "/review?lane=clean");
    const title = await heading(person);
    const [first, second, third] = wordingsOfDraft("title", title);
    expect(await slot(person).locator(".sw-wording-words").allTextContents()).toEqual([second, third]);
    expect(await axeFindings(frame)).toEqual([]);
    await person.picture("wordings-1280");
    const before = await placesIn(frame);
    await shiftsOf(frame);
    await press(person, "t");
    await slot(person)
      .locator(".sw-text", { hasText: second ?? "" })
      .waitFor();
    expect(await slot(person).locator(".sw-wording-words").allTextContents()).toEqual([first, third]);
    await isDraft(title, second);
    expect(draftOf(title)).toMatchObject({ origin: "edited", createdBy: expect.stringContaining("user:") });
    await settle(frame);
    expect(await placesIn(frame)).toEqual(before);
    const { total, what } = await shiftsOf(frame);
    expect([total.toFixed(3), what]).toEqual(["0.000", []]);
    await person.picture("wordings-chosen-1280");
    await press(person, "z");
    await isDraft(title, first);
    expect(await heading(person)).toBe(title);
    expect(documents).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  it("of search texts are chosen where the person stands, and what was chosen is kept when it is approved", async () => {
    const { person } = await openAt({ width: 1280, height: 800 }, "/review?lane=clean");
    const title = await heading(person);
    await press(person, "t");
    await isDraft(title, wordingsOfDraft("title", title)[1]);
    const place = person.app.locator("[data-slot=seo_desc]");
    for (let steps = 0; steps < 9 && (await place.getAttribute("data-at")) !== "true"; steps++)
      await press(person, "ArrowDown");
    await press(person, "t");
    await isDraft(title, wordingsOfDraft("seo_desc", title)[1], "seo_desc");
    await person.picture("wordings-search-1280");
    await press(person, "a");
    const kept = () =>
      demo.system.db.raw
        .prepare<[string], { contentType: string; initial: string; corrected: string }>(
          "SELECT content_type AS contentType, initial, corrected FROM feedback WHERE shop = ? AND kind = 'preferred' ORDER BY content_type DESC",
        )
        .all(shop);
    await until("both preferences to be kept", () => kept().length === 2 || undefined);
    const pair = (contentType: string) => {
      const [initial, corrected] = wordingsOfDraft(contentType, title).map((body) => JSON.stringify(body));
      return { contentType, initial, corrected };
    };
    expect(kept()).toEqual([pair("title"), pair("seo_desc")]);
  });

  it("are taken by a press at 375 × 812, where axe finds nothing", async () => {
    const { person, frame } = await openAt({ width: 375, height: 812 }, "/review?lane=clean");
    const title = await heading(person);
    const [, , third] = wordingsOfDraft("title", title);
    expect(await axeFindings(frame)).toEqual([]);
    await person.picture("wordings-375");
    await slot(person).locator("[data-wording='3']").click();
    await isDraft(title, third);
    await person.picture("wordings-chosen-375");
  });
});

it("other wordings on a product's page are taken by a press, and its versions say so", async () => {
  const { id, title } = demo.system.db.raw
    .prepare<[string], { id: string; title: string }>(
      `SELECT p.id, p.title FROM products AS p JOIN versions AS v ON v.shop = p.shop AND v.product_id = p.id
        WHERE p.shop = ? AND v.content_type = 'title' AND v.state = 'draft' AND v.origin = 'generated' ORDER BY p.id DESC LIMIT 1`,
    )
    .get(shop) ?? { id: "", title: "" };
  const { person, frame } = await openAt({ width: 1280, height: 800 }, `/products/${id}`);
  const [, second] = wordingsOfDraft("title", title);
  const card = person.app.getByRole("region", { name: "Title", exact: true });
  await card.locator("[data-wording='2']").click();
  await isDraft(title, second);
  await card.locator(".sw-text", { hasText: second ?? "" }).waitFor();
  expect(await axeFindings(frame)).toEqual([]);
  await person.picture("wordings-product-1280");
  await person.app.getByLabel("Text", { exact: true }).selectOption("title");
  await person.app.getByText("Chosen among the model’s wordings, by you").waitFor();
});
