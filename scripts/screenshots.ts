import { mkdirSync } from "node:fs";
import type { FrameLocator } from "playwright-core";
import { startGeneration } from "../app/generation/start-generation.ts";
import { startTranslation } from "../app/generation/translate/start-translation.ts";
import { productIdSchema, shopDomainSchema } from "../app/lib/brand.ts";
import { startPublishing } from "../app/publishing/start-publishing.ts";
import { generalPresetId } from "../app/rules/configs/presets.ts";
import { approveVersions } from "../app/versions/approve-versions.ts";
import { newPerson, startBrowser } from "../test/support/browser.ts";
import { startShelfwright } from "../test/support/start-shelfwright.ts";
import { buildWhenStale } from "./support/build-when-stale.ts";

/**
 * `npm run screenshots`: the pictures of `docs/screenshots/`, taken of the sandbox shop while the weekly job is done in it, so that they
 * show what the app is today.
 */
const folder = "docs/screenshots";
const shop = shopDomainSchema.parse("demo.myshopify.com");
const by = "1";
const contentTypes = ["title", "desc", "bullets", "seo_title", "seo_desc"];

await buildWhenStale((words) => process.stderr.write(`${words}\n`));
mkdirSync(folder, { recursive: true });
const system = await startShelfwright();
const browser = await startBrowser();
try {
  const desk = await newPerson(browser, { width: 1280, height: 800 });
  const phone = await newPerson(browser, { width: 375, height: 812 });
  const appUrl = (path: string) => `${system.sandbox.adminUrl}/store/demo/apps/shelfwright/app${path}`;
  const productOf = (query: string) => {
    const [found] = system.sandbox.store.listProducts(shop, { query }).products;
    if (!found) throw new Error(`no product is called ${query}`);
    return productIdSchema.parse(String(found.numericId));
  };
  const show = async (path: string, person = desk) => {
    await person.page.goto(appUrl(path));
    await person.app.getByRole("heading", { level: 1 }).first().waitFor();
    return person.app;
  };
  const take = async (name: string, person = desk) => {
    await person.page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
    console.log(`${folder}/${name}.png`);
  };
  const button = (app: FrameLocator, name: string | RegExp) => app.getByRole("button", { name }).first();

  const home = await show("");
  await button(home, /Import/).click();
  await home.getByText("What we found").first().waitFor({ timeout: 120_000 });
  await home.getByText("Live texts are still being checked").first().waitFor({ state: "detached", timeout: 120_000 });
  await take("01-first-run");

  const list = await show("/products?gap=seo_description");
  await list.getByRole("checkbox", { name: "Select all products of this page" }).first().waitFor({ state: "attached" });
  await take("02-products");
  await button(list, /^Write \d+ SEO descriptions…$/).click();
  await list
    .getByRole("dialog")
    .getByRole("button", { name: /^Write [1-9]\d* drafts$/ })
    .waitFor();
  await take("03-write");

  const mat = productOf("Cork Yoga Mat");
  const some = ["Cork Yoga Mat", "Linen", "Dot Grid", "Keyboard", "Candle", "Mug", "Tee"].map(productOf);
  const productIds = [...new Set(some)];
  // Some answers are wrong, as a model's are.
  system.sandbox.model.set({ flawRate: 0.5 });
  const writing = await startGeneration(system, { shop, productIds, contentTypes, agentModel: "v1", createdBy: by });
  await system.finish(shop, writing);
  await show(`/activity/${writing}`);
  await take("04-run");
  const review = await show("/review?lane=warnings");
  await review.getByRole("heading", { level: 2 }).first().waitFor();
  await take("05-review");
  await show("/review?lane=warnings", phone);
  await phone.app.getByRole("heading", { level: 2 }).first().waitFor();
  await take("06-review-on-a-phone", phone);

  const page = await show(`/products/${mat}`);
  const card = page.getByRole("region", { name: "Description", exact: true });
  await card.getByRole("button", { name: "Edit description" }).click();
  await card.getByRole("textbox").first().waitFor();
  await take("07-editing");

  await approveVersions(system, { shop, productIds: [mat], by, onlyClean: true });
  const colleague = await newPerson(browser);
  await colleague.page.goto(`${system.sandbox.adminUrl}/store/demo/products/${mat}`);
  await colleague.page.getByLabel("Title", { exact: true }).fill("Cork Mat, the colleague's title");
  await Promise.all([
    colleague.page.waitForURL(/saved=1/),
    colleague.page.getByRole("button", { name: "Save", exact: true }).first().click(),
  ]);
  await system.finish(shop, await startPublishing(system, { shop, productIds: [mat], createdBy: by }));
  await show(`/products/${mat}`);
  await take("08-conflict");

  const rules = await show(`/rules/${generalPresetId}?section=checks`);
  await rules.getByRole("tabpanel").getByRole("heading", { name: "Description", exact: true }).waitFor();
  await take("09-rules");
  await show("");
  await take("10-home");

  const translating = await startTranslation(system, {
    ...{ shop, productIds, locales: ["de"], contentTypes, agentModel: "v1", createdBy: by },
    ...{ which: "missing", includeEdited: false },
  });
  if (translating === null) throw new Error("nothing is to be translated");
  await system.finish(shop, translating);
  await show("/languages");
  await take("11-languages");
  const editor = await show(`/languages/de/${mat}`);
  await editor.getByRole("heading", { level: 2 }).first().waitFor();
  await take("12-translations");
} finally {
  await browser.close();
  await system.stop();
}
