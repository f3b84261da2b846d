import { expect, it } from "vitest";
import { versions } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { readAssignments, saveAssignments } from "../../app/rules/configs/assignment-rules.ts";
import { presets } from "../../app/rules/configs/presets.ts";
import { readConfig } from "../../app/rules/configs/read-config.ts";
import { createConfig, updateConfig } from "../../app/rules/configs/save-config.ts";
import { sections } from "../../app/ui/rules/rules-sections.ts";
import { newPerson } from "../support/browser.ts";
import { productId, storeProduct } from "../support/content/shop.ts";
import { axeFindings, settle } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const demo = openDemo();
const { appUrl } = demo;
const shop = shopDomainSchema.parse("demo.myshopify.com");
/** No section is higher than the app's frame in a window of 1280 × 800. */
const mostHeight = 696;

it("rules are tried while they are typed, in sections of one screen, at three widths, and two people keep their work", async () => {
  const { system, merchant } = demo;
  const { page, app } = merchant;
  await storeProduct(system.db);
  const general = presets.find(({ name }) => name === "general");
  const made = await createConfig(system, {
    shop,
    by: "anna",
    input: { label: "Ours", content_config: general?.config },
  });
  if (made.outcome !== "saved") throw new Error(made.outcome);
  const { id } = made.config;
  const { digest } = await readAssignments(system, shop);
  await saveAssignments(system, { shop, assignments: { rules: [], otherwise: id }, digest });
  await system.db.orm.insert(versions).values({
    ...{ id: "ver_old", shop, productId, contentType: "seo_title", locale: "en", state: "draft", origin: "generated" },
    ...{ body: "A shirt of washed linen", warnings: [], blocked: false, evidence: [], base: null, baseDigest: "b" },
    ...{ factsDigest: "f", configDigest: made.config.digest, createdAt: 1 },
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(appUrl(`/rules/${id}?section=words&try=${productId}`));
  const panel = app.getByRole("tabpanel");
  await panel.getByRole("heading", { name: "Description" }).waitFor();
  const [word = ""] = ((await panel.locator(".sw-tried-text").first().textContent()) ?? "").match(/\p{L}{5,}/u) ?? [];
  expect(word).not.toBe("");

  await app.getByRole("textbox", { name: "Add a word" }).fill(word);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await app.getByRole("textbox", { name: "Add a word" }).press("Enter");
  await panel.locator(".sw-word-blocks").first().waitFor();
  await answered;
  expect((await panel.locator(".sw-word-blocks").first().textContent())?.toLowerCase()).toContain(word.toLowerCase());
  await panel
    .getByText(/^\d+ new findings?$/)
    .first()
    .waitFor();
  const marked = app.locator(".sw-dry-run dl div", { hasText: "Live texts that would be marked" });
  await marked.getByText(/^[1-9][\d,]* of [1-9][\d,]*/).waitFor();
  await marked.getByRole("button", { name: "Show products with such live texts" }).waitFor();
  await merchant.picture("rules-editor-1280");

  const [frame] = page.frames().slice(1);
  if (!frame) throw new Error("the app has no frame");
  const heights: [string, number][] = [];
  for (const section of sections) {
    await app.locator(`.sw-rules-nav a[href*="section=${section}"]`).click();
    await app.locator(`.sw-rules-nav a[href*="section=${section}"][aria-current]`).waitFor();
    const height = await app.locator(".sw-rules-form").evaluate((form) => form.getBoundingClientRect().height);
    heights.push([section, Math.round(height)]);
    await merchant.picture(`rules-editor-1280-${section}`);
  }
  expect(heights.filter(([, height]) => height > mostHeight)).toEqual([]);
  await settle(frame);
  expect(await axeFindings(frame)).toEqual([]);

  const before = await readConfig(system, { shop, id });
  if (!before) throw new Error("the rules are gone");
  const theirs = { label: "Ours", content_config: { ...before.config, word_map: { cosy: "snug" } } };
  await updateConfig(system, { shop, id, by: "user:2", input: theirs });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await app.getByText(/^A colleague saved these rules at .*Yours are not saved\.$/).waitFor();
  await app.getByRole("button", { name: "Compare" }).click();
  await app.getByText(/cosy/).waitFor();
  await merchant.picture("rules-editor-two-people");
  await app.getByRole("button", { name: "Keep mine" }).click();
  const forbidden = async () => (await readConfig(system, { shop, id }))?.config.client?.forbidden_words ?? [];
  await until("the saved rules", async () => (await forbidden()).includes(word) || undefined);
  const checkAgain = app.getByRole("button", { name: "Check 1 draft again" });
  await checkAgain.waitFor();
  await app.getByRole("button", { name: "Write 1 product again…" }).waitFor();
  await merchant.picture("rules-editor-saved");
  await checkAgain.click();
  const warnings = system.db.raw.prepare("SELECT warnings FROM versions WHERE shop = ? AND id = ?").pluck();
  await until(
    "the draft's findings",
    () => String(warnings.get(shop, "ver_old")).includes("FORBIDDEN_WORD") || undefined,
  );
  await checkAgain.waitFor({ state: "hidden" });

  for (const width of [960, 375]) {
    const person = await newPerson(demo.browser, { width, height: 812 });
    await person.page.goto(appUrl(`/rules/${id}?section=words&try=${productId}`));
    await person.app.getByRole("heading", { name: "Ours" }).waitFor();
    // Beside the admin's menu neither window has room for three columns.
    await person.app.getByRole("button", { name: /^Try it/ }).click();
    await person.app.getByRole("tabpanel").getByRole("heading", { name: "Description" }).waitFor();
    await person.picture(`rules-editor-${width}`);
    const overflow = await person.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect([width, overflow]).toEqual([width, 0]);
    const [narrow] = person.page.frames().slice(1);
    if (narrow) expect(await axeFindings(narrow)).toEqual([]);
    expect(person.complaints).toEqual([]);
  }
  expect(merchant.complaints).toEqual([]);
});
