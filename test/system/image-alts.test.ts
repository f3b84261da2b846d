import { expect, it } from "vitest";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { audit } from "../support/auditor.ts";
import { newPerson } from "../support/browser.ts";
import { openDemo } from "../support/open-demo.ts";
import { pressAction, seeAction } from "../support/page-action.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
const { appUrl } = demo;

it("a person has alt texts written by what the pictures show, approves, publishes and takes them back", async () => {
  const { merchant, system } = demo;
  const { app, page } = merchant;
  const { store, model } = system.sandbox;
  const productId = demo.productId("keyboard");
  const alts = () => store.view(shop, productId)?.images.map(({ alt }) => alt) ?? [];
  const before = alts();
  expect(before.filter((alt) => !alt)).toHaveLength(2);

  await page.goto(appUrl("/products"));
  await app.getByRole("button", { name: "Import catalogue" }).click();
  await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
  await page.goto(appUrl(`/products/${productId}`));
  const second = app.getByRole("region", { name: "Alt text of image 2", exact: true });
  await second.getByText("Nothing written yet").waitFor();
  const picture = second.getByRole("link", { name: "Open image 2 in a new tab" }).getByRole("presentation");
  await picture.scrollIntoViewIfNeeded();
  await until("the picture in the page", async () =>
    (await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)) > 0 ? true : undefined,
  );
  await merchant.picture("alts-1-empty");

  await pressAction(app, /^Write (texts|again)…$/);
  const dialog = app.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Alt texts" }).waitFor();
  await dialog.getByLabel("Also images that have an alt text").waitFor();
  await merchant.picture("alts-2-dialog");
  await dialog.getByRole("button", { name: "Write 1 draft" }).click();
  await seeAction(app, "Approve 7 texts");
  await second.scrollIntoViewIfNeeded();
  await merchant.picture("alts-3-drafts");
  expect(model.calls.at(-1)?.pictures).toBe(2);
  expect(await app.getByRole("region", { name: "Alt text of image 1", exact: true }).getByText("Draft").count()).toBe(
    0,
  );

  await second.getByRole("button", { name: "Edit alt text of image 2" }).click();
  await second.getByRole("textbox").fill("Image of IMG_2041.jpg");
  await second.getByRole("button", { name: "Done" }).click();
  for (const said = second.getByText("which a screen reader says by itself"); (await said.count()) === 0; ) {
    await second.getByRole("button", { name: "Next finding" }).click();
  }
  await merchant.picture("alts-4-warned");
  await second.getByRole("button", { name: "Edit alt text of image 2" }).click();
  await second.getByRole("textbox").fill("Keyboard with its cable, seen from the side");
  await second.getByRole("button", { name: "Done" }).click();
  await second.getByRole("button", { name: "Approve alt text of image 2" }).click();
  await second.getByRole("button", { name: "Publish alt text of image 2" }).click();
  await until(
    "the alt text in the store",
    () => alts()[1] === "Keyboard with its cable, seen from the side" || undefined,
  );
  await second.getByText("Live", { exact: true }).waitFor();
  expect(await audit({ ...system, shop, crashAllowance: 0 })).toEqual([]);
  await merchant.picture("alts-5-published");
  expect([alts()[0], alts()[2]]).toEqual([before[0], before[2]]);

  await pressAction(app, "Undo last publishing…");
  await app.getByRole("dialog").getByRole("button", { name: /Undo/ }).click();
  await until("the image without an alt text again", () => !alts()[1] || undefined);

  const narrow = await newPerson(demo.browser, { width: 375, height: 812 });
  await narrow.page.goto(appUrl(`/products/${productId}`));
  await narrow.app.getByRole("region", { name: "Alt text of image 3", exact: true }).scrollIntoViewIfNeeded();
  await narrow.picture("alts-6-narrow");
  const overflow = await narrow.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await narrow.context.close();
  await page.goto(appUrl("/settings"));
  await app.getByText("Pictures for alt texts").waitFor();
  await merchant.picture("alts-7-settings");
  expect(merchant.complaints).toEqual([]);
});
