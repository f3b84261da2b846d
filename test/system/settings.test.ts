import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { workSettingsOf } from "../../app/workplace/work-settings.ts";
import { newPerson } from "../support/browser.ts";
import { storeProduct } from "../support/content/shop.ts";
import { axeFindings, settle } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const demo = openDemo();
const { appUrl } = demo;
const shop = shopDomainSchema.parse("demo.myshopify.com");

it("a person says how the shop works, takes its data along and erases it, at three widths", async () => {
  const { system, merchant } = demo;
  const { page, app } = merchant;
  await storeProduct(system.db);
  for (const width of [375, 960, 1280]) {
    const person = await newPerson(demo.browser, { width, height: 900 });
    await person.page.goto(appUrl("/settings"));
    await person.app.getByRole("heading", { name: "People" }).waitFor();
    const [frame] = person.page.frames().slice(1);
    if (!frame) throw new Error("the app has no frame");
    await settle(frame);
    const approves = person.app.getByRole("checkbox", { name: "Approve also publishes" });
    if (width === 375) {
      // On a phone the sections are a list, and each opens.
      expect(await approves.isVisible()).toBe(false);
      await person.picture("settings-375-list");
      await person.app.getByRole("button", { name: "Publishing", exact: true }).click();
    }
    await approves.waitFor();
    await person.app.getByRole("heading", { name: "Publishing" }).scrollIntoViewIfNeeded();
    await person.picture(`settings-${width}`);
    await person.app.getByRole("heading", { name: "Your data" }).scrollIntoViewIfNeeded();
    await person.picture(`settings-${width}-data`);
    const overflow = await person.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect([width, overflow]).toEqual([width, 0]);
    expect(await axeFindings(frame)).toEqual([]);
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }

  await page.goto(appUrl("/settings"));
  await app.getByRole("checkbox", { name: "Approve also publishes" }).check();
  await app.getByRole("checkbox", { name: "A second pair of eyes" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await app.getByText("Switch one of the two off").waitFor();
  await merchant.picture("settings-refused");
  await app.getByRole("checkbox", { name: "Approve also publishes" }).uncheck();
  await app.getByRole("textbox", { name: "Reasons to reject" }).fill("Too long\nWrong tone");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const saved = async () => system.db.do(workSettingsOf(shop));
  await until("the saved settings", async () => (await saved()).fourEyes || undefined);
  expect(await saved()).toMatchObject({ approvePublishes: false, rejectReasons: ["Too long", "Wrong tone"] });

  const coming = page.waitForEvent("download");
  await app.getByRole("button", { name: "Everything as JSON" }).click();
  const data = JSON.parse(readFileSync(await (await coming).path(), "utf8")) as { products: unknown[] };
  expect(data.products).toHaveLength(1);

  const erase = app.getByRole("button", { name: "Erase everything" });
  expect(await erase.isDisabled()).toBe(true);
  await app.getByRole("textbox", { name: /^Type demo\.myshopify\.com/ }).fill(shop);
  await erase.click();
  const products = () =>
    system.db.raw.prepare("SELECT count(*) FROM products WHERE shop = ?").pluck().get(shop) as number;
  await until("the erased shop", () => products() === 0 || undefined);
  expect(merchant.complaints).toEqual([]);
});
