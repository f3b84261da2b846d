import { expect, it } from "vitest";
import { listCollections } from "../../app/catalog/collections/list-collections.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { createConfig } from "../../app/rules/configs/save-config.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { readProductTexts } from "../../app/versions/read-product-texts.ts";
import { newPerson } from "../support/browser.ts";
import { openDemo } from "../support/open-demo.ts";
import { pressAction, seeAction } from "../support/page-action.ts";
import { inEnglish } from "../support/places.ts";
import { until } from "../support/start-shelfwright.ts";

const demo = openDemo();
const { appUrl } = demo;
const shop = shopDomainSchema.parse("demo.myshopify.com");

it("a person assigns rules by collection, gives a product keywords, and both reach its texts", async () => {
  const { merchant, system } = demo;
  const { app, page } = merchant;
  const shirt = demo.productId("Marram Linen Shirt");
  await page.goto(appUrl("/products"));
  await app.getByRole("button", { name: "Import catalogue" }).click();
  await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
  await until("the collections", async () => (await system.db.do(listCollections(shop))).length > 5 || undefined);
  const content_config = {
    ...defaultConfig,
    content_types: {
      ...defaultConfig.content_types,
      seo_desc: {
        task: "Write the description for search results.",
        character_limit: 155,
        keyword_groups: { must: ["primary"], omit: ["tired words"] },
      },
    },
  };
  const made = await createConfig(system, { shop, by: "anna", input: { label: "Summery", content_config } });
  expect(made.outcome).toBe("saved");

  await page.goto(appUrl("/rules/assignments"));
  await app.getByRole("button", { name: "Add rule" }).click();
  await app.getByLabel("When").selectOption("collection");
  await app.getByRole("combobox", { name: "Collection" }).fill("summ");
  await app.getByRole("option", { name: "Summer", exact: true }).click();
  await app.getByLabel("Use", { exact: true }).selectOption({ label: "Summery" });
  await merchant.picture("collections-rules");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await app.getByRole("button", { name: "Add rule" }).waitFor();

  await page.goto(appUrl("/products"));
  await app.getByRole("button", { name: /^Search and filter/ }).click();
  await app.getByRole("button", { name: "Add filter" }).click();
  await app.getByRole("menuitem", { name: "Collection" }).click();
  await app.getByRole("checkbox", { name: "Summer" }).click();
  await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor({ state: "detached" });
  await app.getByRole("link", { name: "Marram Linen Shirt" }).waitFor();
  await merchant.picture("collections-filter");

  await page.goto(appUrl(`/products/${shirt}`));
  await app.getByText("summer shirt").waitFor();
  await merchant.picture("keywords-card");
  await app.getByRole("button", { name: "Add your own keywords" }).click();
  const words = app.getByRole("textbox", { name: "Words" });
  expect(await words.first().inputValue()).toBe("linen shirt\nsummer shirt");
  await words.first().fill("linen, shirt");
  await app.getByRole("button", { name: "tired words" }).click();
  await words.last().fill("Ultimate\nmust-have, top");
  await merchant.picture("keywords-dialog");
  await app.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await app.getByText("must-have, top").waitFor();
  await pressAction(app, /^Write (texts|again)…$/);
  await app.getByRole("button", { name: "Write 1 draft" }).click();
  const text = await until("the draft", async () => {
    const target = { shop, productId: productIdSchema.parse(shirt), target: inEnglish };
    const texts = await readProductTexts(system, target);
    return texts?.find(({ contentType }) => contentType === "seo_desc")?.newest ?? undefined;
  });
  expect(text.body).toMatch(/linen.*shirt/i);
  expect(text.warnings.filter(({ code }) => code.includes("KEYWORD"))).toEqual([]);
  await seeAction(app, /^Approve \d/);
  await merchant.picture("keywords-product");
  expect(merchant.complaints).toEqual([]);

  const phone = await newPerson(demo.browser, { width: 375, height: 812 });
  for (const [name, path] of [
    ["rules", "/rules/assignments"],
    ["keywords", `/products/${shirt}`],
  ] as const) {
    await phone.page.goto(appUrl(path));
    await phone.app.getByRole("heading", { level: 1 }).first().waitFor();
    if (name === "keywords") {
      await phone.app.getByRole("button", { name: "Facts, keywords and versions" }).click();
      await phone.app.getByRole("button", { name: "Edit your keywords" }).click();
      await phone.app.getByRole("dialog").getByRole("button", { name: "Save" }).waitFor();
    }
    await phone.picture(`narrow-${name}`);
    const overflow = await phone.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect([name, overflow]).toEqual([name, 0]);
  }
  await phone.context.close();
});
