import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { appFrame } from "../support/app-frame.ts";
import { newPerson, type Person } from "../support/browser.ts";
import { axeFindings, settle, shiftsOf, watchShifts } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { answerPictures } from "../support/review/answer-pictures.ts";
import { storeReview, type WrittenDrafts } from "../support/review/write-drafts.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
let person: Person;
let drafts: WrittenDrafts[];
/** Requests that the page sends behind itself, and documents that it loads. */
const asked: string[] = [];

beforeAll(async () => {
  const { system } = demo;
  drafts = await storeReview(system.db, {
    shop,
    count: 25,
    kinds: ["clean", "contradicted", "clean", "warned", "conflict"],
  });
  person = await newPerson(demo.browser, { width: 1280, height: 800 });
  await answerPictures(person.context);
  await watchShifts(person.page);
  person.page.on("request", (request) => {
    if (request.url().startsWith(demo.system.app.url)) {
      asked.push(`${request.resourceType()} ${request.method()} ${new URL(request.url()).pathname}`);
    }
  });
}, 600_000);
// What a red test saw last says more than its message.
afterEach(async ({ task }) => {
  if (task.result?.state === "fail")
    await person?.picture(`failed-review-${task.name.replace(/\W+/g, "-").slice(0, 50)}`);
});
afterAll(async () => person?.context.close());

async function open({ page, app }: Person, path = "/review"): Promise<Frame> {
  await page.goto(demo.appUrl(path));
  await app.getByRole("heading", { level: 1, name: "Review" }).waitFor();
  const frame = appFrame(page, demo.system);
  await settle(frame);
  return frame;
}

const heading = async ({ app }: Person) => (await app.locator(".sw-review h2").textContent()) ?? "";

/** Presses a key once the page hears it: a product that has just come takes none for a quarter of a second. */
async function press({ page, app }: Person, key: string): Promise<void> {
  await app.locator(".sw-review[data-keys=ready]").waitFor();
  await page.keyboard.press(key);
}

/** Waits for another product than one, or for the end of the queue. */
async function another(who: Person, before: string): Promise<void> {
  const names = () => who.app.locator(".sw-review h2").allTextContents();
  await until("another product", async () => (await names()).some((name) => name !== before) || undefined);
}

/** Decides by a key, and waits for another product. @returns the name of the one that was decided */
async function decide(who: Person, key: string): Promise<string> {
  const before = await heading(who);
  await press(who, key);
  await another(who, before);
  return before;
}

const stateOf = (productId: string) =>
  demo.system.db.raw
    .prepare("SELECT content_state FROM products WHERE shop = ? AND id = ?")
    .pluck()
    .get(shop, productId);
const idOf = (title: string) => drafts.find((draft) => draft.title === title)?.productId ?? "";

describe("a review at 1280 × 800", () => {
  it("shows a whole product on one screen, keeps still, and axe finds nothing", async () => {
    const frame = await open(person);
    const box = await person.app.locator(".sw-dock").boundingBox();
    const page = await frame.evaluate(() => ({ height: document.documentElement.scrollHeight, frame: innerHeight }));
    expect(box?.height).toBeLessThanOrEqual(105);
    expect(page.height).toBeLessThanOrEqual(page.frame);
    expect(await axeFindings(frame)).toEqual([]);
    await person.picture("review-1280");
    expect(person.complaints).toEqual([]);
  });

  it("keys work without a click into the page, conflicts come first and are decided by 1 and 2", async () => {
    await open(person);
    expect(await person.app.getByText("changed in Shopify after yours was written").count()).toBe(1);
    const frame = await open(person);
    expect(await axeFindings(frame)).toEqual([]);
    await person.picture("review-conflict-1280");
    const first = await decide(person, "1");
    await until("the live text to stay", () => stateOf(idOf(first)) !== "conflict" || undefined);
    const second = await decide(person, "2");
    await until("ours to hold", () => stateOf(idOf(second)) !== "conflict" || undefined);
  });

  it("approves and shows the next product by one key, without loading a page or moving anything", async () => {
    const frame = await open(person, "/review?lane=clean");
    await shiftsOf(frame);
    asked.length = 0;
    const first = await decide(person, "a");
    const second = await decide(person, "a");
    await until(
      "both to be approved",
      () => [first, second].every((title) => stateOf(idOf(title)) === "approved") || undefined,
    );
    expect(asked.filter((one) => /^document| POST /.test(one) && !one.endsWith("/app/review/send"))).toEqual([]);
    const { total, what } = await shiftsOf(frame);
    expect([total.toFixed(3), what]).toEqual(["0.000", []]);
    expect(await person.app.getByRole("status").first().textContent()).toMatch(/Approved\. \d+ of \d+, .+, 0 findings/);
  });

  it("takes the last decisions back, one after another", async () => {
    await open(person, "/review?lane=clean");
    const first = await decide(person, "a");
    await until("it to be approved", () => stateOf(idOf(first)) === "approved" || undefined);
    await press(person, "z");
    await until("the product to be back", async () => (await heading(person)) === first || undefined);
    await until("it to wait again", () => stateOf(idOf(first)) === "needs_review" || undefined);
  });

  it("a contradiction holds the product back until the fact's words are used, which are shown before", async () => {
    const frame = await open(person, "/review?lane=blocked");
    const title = await heading(person);
    const { app, page } = person;
    await press(person, "a");
    await app.getByText("Not approved: 1 finding to decide first. U: Use the fact’s words").waitFor();
    await press(person, "c");
    await app.getByRole("button", { name: "Changes", pressed: true }).waitFor();
    expect(await heading(person)).toBe(title);
    await page.keyboard.press("c");
    await page.keyboard.press("c");
    await app.getByRole("button", { name: "New", pressed: true }).waitFor();
    expect(await app.getByRole("button", { name: "1 finding to decide first" }).getAttribute("aria-disabled")).toBe(
      "true",
    );
    const button = app.getByRole("button", { name: "Use the fact’s words" });
    await button.hover();
    expect(await app.locator("mark ins").first().textContent()).toBe("made to last");
    expect(await axeFindings(frame)).toEqual([]);
    await person.picture("review-contradiction-1280");
    await press(person, "u");
    await until("the finding to be gone", async () => (await app.locator("mark").count()) === 0 || undefined);
    await decide(person, "a");
    await until("the put right text to be approved", () => stateOf(idOf(title)) === "approved" || undefined);
  });

  it("keeps a blocking finding with a reason only", async () => {
    await open(person, "/review?lane=blocked");
    const title = await heading(person);
    const { app } = person;
    const field = app.getByLabel("Why is it right?");
    await press(person, "k");
    await field.waitFor();
    await field.press("Enter");
    expect(await field.count()).toBe(1);
    await field.fill("It says so on the box");
    await field.press("Enter");
    await decide(person, "a");
    await until("it to be approved", () => stateOf(idOf(title)) === "approved" || undefined);
    const kept = demo.system.db.raw.prepare("SELECT reason FROM kept_findings WHERE shop = ?").pluck().all(shop);
    expect(kept).toContain("It says so on the box");
  });

  it("rejects with a reason by a digit", async () => {
    await open(person, "/review?lane=clean");
    const title = await heading(person);
    await press(person, "r");
    await person.app.getByRole("button", { name: "Too long" }).waitFor();
    await person.page.keyboard.press("4");
    await another(person, title);
    const comments = () =>
      demo.system.db.raw.prepare("SELECT comment FROM feedback WHERE shop = ? AND kind = 'rejected'").pluck().all(shop);
    await until("the reason to be kept", () => comments().includes("Too long") || undefined);
    // Beside what is asked of the next product.
    expect(await person.app.locator(".sw-dock-last").textContent()).toContain(`${title} rejected`);
    expect(await person.app.getByRole("button", { name: "Undo" }).isVisible()).toBe(true);
  });

  it("edits a text in its place: saved while typing, Escape decides nothing, Ctrl Enter twice approves", async () => {
    const frame = await open(person, "/review?lane=clean");
    const title = await heading(person);
    const { app, page } = person;
    const field = app.getByRole("textbox").first();
    await press(person, "ArrowDown");
    await page.keyboard.press("e");
    await field.waitFor();
    await field.fill("A title that a person wrote");
    expect(await axeFindings(frame)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await heading(person)).toBe(title);
    const bodies = () =>
      demo.system.db.raw
        .prepare(
          "SELECT body FROM versions WHERE shop = ? AND product_id = ? AND state = 'draft' AND content_type = 'title'",
        )
        .pluck()
        .all(shop, idOf(title));
    await until("the words to be saved", () => bodies().includes('"A title that a person wrote"') || undefined);
    expect(stateOf(idOf(title))).not.toBe("approved");
    await page.keyboard.press("Control+Enter");
    await another(person, title);
    await until("it to be approved", () => stateOf(idOf(title)) === "approved" || undefined);
  });
});

describe("words that a person types in the review", () => {
  const field = () => person.app.getByRole("textbox").first();
  const titlesOf = (title: string) =>
    demo.system.db.raw
      .prepare("SELECT body, state FROM versions WHERE shop = ? AND product_id = ? AND content_type = 'title'")
      .all(shop, idOf(title)) as { body: string; state: string }[];
  /** What the browser keeps of words that nobody has answered yet. */
  const keptIn = (frame: Frame) =>
    frame.evaluate(() =>
      Object.entries({ ...localStorage })
        .filter(([name]) => name.startsWith("shelfwright-words"))
        .map(([, words]) => (JSON.parse(words) as { body: string }).body),
    );

  it("are there after a reload between two letters, and several pauses are one version", async () => {
    let frame = await open(person, "/review?lane=clean");
    const title = await heading(person);
    const before = titlesOf(title).length;
    await press(person, "ArrowDown");
    await person.page.keyboard.press("e");
    await field().waitFor();
    await field().fill("Before the reload");
    await until("a letter to be kept", async () => (await keptIn(frame)).includes("Before the reload") || undefined);
    frame = await open(person, "/review?lane=clean");
    expect(await heading(person)).toBe(title);
    await field().waitFor();
    expect(
      await field()
        .inputValue()
        .catch(() => field().textContent()),
    ).toBe("Before the reload");
    const saved = (words: string) =>
      until(
        "the words to be saved",
        () => titlesOf(title).some(({ body }) => body === JSON.stringify(words)) || undefined,
      );
    await saved("Before the reload");
    await field().fill("After a pause");
    await saved("After a pause");
    await field().fill("After another pause");
    await saved("After another pause");
    await person.page.keyboard.press("Escape");
    await until("nothing to be kept", async () => (await keptIn(frame)).length === 0 || undefined);
    expect(titlesOf(title)).toHaveLength(before + 1);
  });

  it("do not go over a text that a colleague saved meanwhile: both are there to compare", async () => {
    const frame = await open(person, "/review?lane=clean");
    const title = await heading(person);
    await press(person, "ArrowDown");
    await person.page.keyboard.press("e");
    await field().waitFor();
    const colleague = await newPerson(demo.browser, { width: 1280, height: 800 });
    await colleague.page.goto(demo.appUrl(`/products/${idOf(title)}`));
    await colleague.app.getByRole("button", { name: "Edit title", exact: true }).click();
    await colleague.app.getByRole("textbox", { name: "Title", exact: true }).fill("What the colleague wrote");
    const has = (words: string) => titlesOf(title).some(({ body }) => body === JSON.stringify(words)) || undefined;
    await until("the colleague's words to be saved", () => has("What the colleague wrote"));
    await colleague.context.close();
    await field().fill("What I wrote");
    await person.app.getByText("your words were not taken").waitFor();
    expect(has("What I wrote")).toBeUndefined();
    expect((await field().boundingBox())?.width).toBeGreaterThan(200);
    expect(await keptIn(frame)).toEqual(["What I wrote"]);
    await person.picture("review-words-kept-1280");
    await field().fill("What I wrote, and more");
    await person.page.keyboard.press("Control+Enter");
    await field().waitFor({ state: "detached" });
    expect(await keptIn(frame)).toEqual(["What I wrote, and more"]);
    await person.app.getByRole("button", { name: "Open the product" }).click();
    await person.app.getByText(/Changed in another window at .* Yours is kept\./).waitFor();
    await person.app.getByRole("button", { name: "Compare" }).first().click();
    await person.picture("review-words-compared-1280");
    await person.app.getByRole("button", { name: "Use mine" }).click();
    await until("the chosen words to be saved", () => has("What I wrote, and more"));
  });
});

it("a review on a phone has a dock no taller than what it asks, with both arrows and what was done last", async () => {
  const phone = await newPerson(demo.browser, { width: 375, height: 812 });
  await answerPictures(phone.context);
  const frame = await open(phone, "/review?lane=clean");
  const dock = phone.app.locator(".sw-dock");
  expect((await dock.boundingBox())?.height).toBeLessThanOrEqual(160);
  const before = await heading(phone);
  await phone.app.getByRole("button", { name: "Next product" }).click();
  await another(phone, before);
  await phone.app.getByRole("button", { name: "Previous product" }).click();
  await until("the former product", async () => (await heading(phone)) === before || undefined);
  expect(await axeFindings(frame)).toEqual([]);
  await phone.picture("review-clean-375");
  await open(phone, "/review?lane=blocked");
  await phone.app.getByRole("button", { name: "1 finding to decide first" }).click({ force: true });
  await phone.app.getByText("Not approved: 1 finding to decide first.").waitFor();
  expect((await dock.boundingBox())?.height).toBeLessThanOrEqual(260);
  await phone.picture("review-blocked-375");
  await phone.context.close();
});

const putOff = (title: string) =>
  demo.system.db.raw
    .prepare("SELECT count(*) FROM review_decisions WHERE shop = ? AND product_id = ? AND kind = 'later'")
    .pluck()
    .get(shop, idOf(title)) as number;

describe("a review that the network leaves", () => {
  it("goes on with what is in memory, keeps decisions over a reload, and sends them by itself", async () => {
    const { app, context } = person;
    await open(person);
    await context.setOffline(true);
    const product = await decide(person, "s");
    await app.getByText("1 waits here").waitFor();
    await person.picture("review-offline-1280");
    const sent = "**/app/review/send";
    await context.route(sent, (route) => route.abort());
    await context.setOffline(false);
    await open(person);
    await app.getByText("1 waits here").waitFor();
    expect(await heading(person)).not.toBe(product);
    await context.unroute(sent);
    await until("the decision to be sent", () => putOff(product) === 1 || undefined);
  });

  it("comes back to the product where the person stopped", async () => {
    await open(person);
    const product = await decide(person, "s");
    const here = await heading(person);
    await until("the decision to be kept", () => putOff(product) > 0 || undefined);
    await open(person);
    expect(await heading(person)).toBe(here);
  });
});

describe("many at once", () => {
  it("approves all without findings after saying what stays, and takes it back", async () => {
    const frame = await open(person);
    const { app } = person;
    const openBulk = app.getByRole("button", { name: /^Approve \d+ without findings…$/ });
    await openBulk.click();
    await app.getByRole("dialog").getByText("Stay here").waitFor();
    await app.getByText(/too few to say how many|Of the last/).waitFor();
    expect(await axeFindings(frame)).toEqual([]);
    await person.picture("review-bulk-1280");
    await app
      .getByRole("dialog")
      .getByRole("button", { name: /^Approve \d+$/ })
      .click();
    await app.getByRole("dialog").waitFor({ state: "detached" });
    const approved = () =>
      demo.system.db.raw
        .prepare("SELECT count(*) FROM review_decisions WHERE shop = ? AND bulk IS NOT NULL AND taken_back_at IS NULL")
        .pluck()
        .get(shop) as number;
    expect(approved()).toBeGreaterThan(1);
    await app.locator(".sw-review h2").focus();
    await press(person, "z");
    await until("all to be taken back", () => approved() === 0 || undefined);
  });

  it("ends with what was done, does not ask for more again and again, and publishes after a preview", async () => {
    const { app, page } = person;
    const frame = await open(person);
    const end = app.locator(".sw-review-end");
    for (let turns = 0; turns < 90; turns++) {
      await app.locator(".sw-review[data-keys=ready]").or(end).first().waitFor();
      if ((await end.count()) > 0) {
        const more = app.getByRole("button", { name: "Go on" });
        if ((await more.count()) === 0) break;
        await more.click();
        await end.waitFor({ state: "detached" });
        continue;
      }
      const product = await heading(person);
      const isConflict = (await app.locator("[data-action=keepLive]").count()) > 0;
      const isBlocked = !isConflict && (await app.locator("[data-action=approve][aria-disabled]").count()) > 0;
      await page.keyboard.press(isConflict ? "1" : isBlocked ? "r" : "a");
      if (isBlocked) {
        await app.getByRole("button", { name: "Too long" }).waitFor();
        await page.keyboard.press("Enter");
      }
      await another(person, product);
    }
    await end.waitFor();
    asked.length = 0;
    expect(await axeFindings(frame)).toEqual([]);
    await person.picture("review-end-1280");
    // Looking at the page takes longer than many questions would.
    expect(asked.filter((one) => one.includes("/review/next")).length).toBeLessThanOrEqual(1);
    await app.getByRole("button", { name: /^Publish \d+…$/ }).click();
    await app.getByText(/products? goe?s? live/).waitFor();
    await app
      .getByRole("dialog")
      .getByRole("button", { name: /^Publish \d+$/ })
      .click();
    await frame.waitForURL(/\/activity\//);
  });
});
