import { beforeAll, describe, expect, it } from "vitest";
import { readLiveTexts } from "../../sandbox/read-live-texts.ts";
import { newPerson, type Person } from "../support/browser.ts";
import { openDemo } from "../support/open-demo.ts";
import { pressAction, seeAction } from "../support/page-action.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = "demo.myshopify.com";
const productTitle = "Cork Yoga Mat";

const demo = openDemo();
const { appUrl } = demo;

let productId: string;
beforeAll(() => {
  productId = demo.productId(productTitle);
});

const live = () => readLiveTexts(demo.system.sandbox, shop, productId);

async function editInAdmin(person: Person, title: string): Promise<void> {
  await person.page.goto(`${demo.system.sandbox.adminUrl}/store/demo/products/${productId}`);
  await person.page.getByLabel("Title", { exact: true }).fill(title);
  await person.page.getByRole("button", { name: "Save", exact: true }).first().click();
  await until("the colleague's title in the store", () => live()?.title === title || undefined);
}

describe("the main job, by two people", () => {
  it("imports, writes, edits, approves and publishes; what a colleague wrote meanwhile is shown, not overwritten", async () => {
    const { merchant } = demo;
    const { app, page } = merchant;
    const colleague = await newPerson(demo.browser);

    await page.goto(appUrl("/products"));
    await app.getByText("Import your catalogue", { exact: true }).waitFor();
    await merchant.picture("01-products-empty");
    await app.getByRole("button", { name: "Import catalogue" }).click();
    await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
    await merchant.picture("02-products");

    await page.goto(appUrl("/products?q=cork+yoga"));
    await app.getByRole("link", { name: productTitle }).waitFor();
    await app
      .getByRole("checkbox", { name: /^Select all/ })
      .first()
      .check({ force: true });
    await app.getByRole("button", { name: "Write…", exact: true }).click();
    await app.getByRole("checkbox", { name: "Only where the text is missing" }).uncheck({ force: true });
    await app.getByRole("heading", { name: "Write texts for 1 product" }).waitFor();
    for (const text of [/^Bullets/, /^SEO title/]) await app.getByRole("checkbox", { name: text }).check();
    await merchant.picture("03-generate-dialog");
    await app.getByRole("button", { name: "Write 1 draft", exact: true }).click();

    await app.getByRole("link", { name: productTitle }).click();
    await seeAction(app, /^Approve \d+ texts?$/);
    await merchant.picture("04-product-drafts");

    const titleCard = app.getByRole("region", { name: "Title", exact: true });
    await titleCard.getByRole("button", { name: "Edit title" }).click();
    await titleCard.getByRole("textbox").fill("Cork Yoga Mat by Stillpoint, 4 mm");
    await merchant.picture("05-product-editing");
    await titleCard.getByRole("button", { name: "Done" }).click();
    await titleCard.getByRole("button", { name: "Edit title" }).waitFor();
    await pressAction(app, "Approve 5 texts");
    await seeAction(app, "Publish 5 texts…");

    await editInAdmin(colleague, "Cork Mat, the colleague's title");
    await colleague.picture("06-admin-product");

    await pressAction(app, "Publish 5 texts…");
    await app.getByRole("button", { name: "Publish", exact: true }).last().click();
    await app.getByText("1 text changed in Shopify after yours was written").waitFor();
    await titleCard.getByRole("heading", { name: "Live now" }).waitFor();
    await merchant.picture("07-product-conflict");
    expect(live()).toMatchObject({ title: "Cork Mat, the colleague's title" });
    expect(live()?.seo_title).toBeTruthy();
    expect(live()?.bullets).toHaveLength(5);

    await titleCard.getByRole("button", { name: "Use yours" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Use yours" }).click();
    await pressAction(app, "Publish 1 text…");
    await app.getByRole("button", { name: "Publish", exact: true }).last().click();
    await until("our title in the store", () => live()?.title === "Cork Yoga Mat by Stillpoint, 4 mm" || undefined);
    await titleCard.getByText("Live", { exact: true }).waitFor();
    await merchant.picture("08-product-published");

    await pressAction(app, "Undo last publishing…");
    await app.getByRole("dialog").getByRole("button", { name: /Undo/ }).click();
    await until("the colleague's title again", () => live()?.title === "Cork Mat, the colleague's title" || undefined);

    await page.goto(appUrl("/activity"));
    await app.getByRole("link", { name: /^Write / }).waitFor();
    await merchant.picture("09-jobs");
    await app.getByRole("link", { name: /^Write / }).click();
    await app.getByRole("link", { name: /Cork/ }).first().waitFor();
    await merchant.picture("10-job");
    await page.goto(appUrl("/settings"));
    await app.getByRole("button", { name: "Test connection" }).waitFor();
    await merchant.picture("11-settings");

    expect(merchant.complaints).toEqual([]);
  });

  it("works in a window of a phone's width", async () => {
    const person = await newPerson(demo.browser, { width: 375, height: 812 });
    for (const [name, path] of [
      ["products", "/products"],
      ["product", `/products/${productId}`],
      ["jobs", "/activity"],
      ["settings", "/settings"],
    ] as const) {
      await person.page.goto(appUrl(path));
      await person.app.getByRole("heading", { level: 1 }).first().waitFor();
      await person.picture(`narrow-${name}`);
      const overflow = await person.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      expect([name, overflow]).toEqual([name, 0]);
    }
    await person.page.goto(appUrl("/products"));
    await person.app.getByRole("link", { name: "Dot Grid Notebook A5" }).click();
    await person.app.getByRole("heading", { level: 1, name: "Dot Grid Notebook A5" }).waitFor();
    expect(person.complaints).toEqual([]);
    await person.context.close();
  });
});
