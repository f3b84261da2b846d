import { describe, expect, it } from "vitest";
import { newPerson } from "../support/browser.ts";
import { openDemo } from "../support/open-demo.ts";
import { pressAction, seeAction } from "../support/page-action.ts";

const demo = openDemo();
const { appUrl } = demo;

describe("notes, attributes and feedback, by a person", () => {
  it("adds an attribute, generates with notes, rejects with a reason, corrects, and reads what became of the texts", async () => {
    const { merchant } = demo;
    const { app, page } = merchant;
    const productId = demo.productId("Cork Yoga Mat");
    await page.goto(appUrl("/products"));
    await app.getByRole("button", { name: "Import catalogue" }).click();
    await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
    await page.goto(appUrl(`/products/${productId}`));

    await app.getByRole("button", { name: "Add your own attributes" }).click();
    await app.getByLabel("Name").fill("Grip");
    await app.getByLabel("Value").fill("Does not slip when wet");
    await merchant.picture("feedback-attributes");
    await app.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await app.getByText("(yours)").waitFor();

    await pressAction(app, /^Write (texts|again)…$/);
    await app.getByLabel("For all texts").fill("Written for beginners");
    await app.getByLabel("For the SEO title", { exact: true }).fill("Start with the word Cork");
    await app.getByLabel("For the SEO title", { exact: true }).scrollIntoViewIfNeeded();
    await merchant.picture("feedback-notes");
    await app.getByRole("button", { name: "Write 1 draft" }).click();
    await seeAction(app, "Approve 5 texts");

    const bullets = app.getByRole("region", { name: "Bullets", exact: true });
    await bullets.getByRole("button", { name: "Reject bullets" }).click();
    await app.getByLabel("What is wrong with it? (optional)").fill("Too long");
    await merchant.picture("feedback-reject");
    await app.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
    await seeAction(app, "Approve 4 texts");

    const title = app.getByRole("region", { name: "Title", exact: true });
    await title.getByRole("button", { name: "Edit title" }).click();
    await title.getByRole("textbox").fill("Cork Yoga Mat by Stillpoint, 4 mm");
    await title.getByRole("button", { name: "Done" }).click();
    await title.getByRole("button", { name: "Edit title" }).waitFor();
    await pressAction(app, "Approve 4 texts");
    await seeAction(app, "Publish 4 texts…");
    await merchant.picture("feedback-product");

    await page.goto(appUrl("/rules/results"));
    await app.getByRole("heading", { name: "Results" }).waitFor();
    await app.getByText("3 of 5").waitFor();
    expect(await app.getByText("1 of 5").count()).toBe(2);
    await merchant.picture("feedback-results");
    await app.getByRole("tab", { name: "Last 365 days" }).click();
    await app.getByRole("tab", { name: "Last 365 days", selected: true }).waitFor();
    expect(merchant.complaints).toEqual([]);
  });

  it("fits a window of a phone's width", async () => {
    const person = await newPerson(demo.browser, { width: 375, height: 812 });
    for (const [name, path] of [
      ["results", "/rules/results"],
      ["product-own", `/products/${demo.productId("Cork Yoga Mat")}`],
    ] as const) {
      await person.page.goto(appUrl(path));
      await person.app.getByRole("heading", { level: 1 }).first().waitFor();
      await person.picture(`narrow-${name}`);
      const overflow = await person.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      expect([name, overflow]).toEqual([name, 0]);
    }
    expect(person.complaints).toEqual([]);
    await person.context.close();
  });
});
