import { expect, it } from "vitest";
import { shopLocales } from "../../app/db/schema/index.ts";
import { appFrame } from "../support/app-frame.ts";
import { axeFindings } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const demo = openDemo();
const { appUrl } = demo;

it("a language's glossary is taken from a file, told by line what is wrong with it, changed by keys, and kept", async () => {
  const { system, merchant } = demo;
  const { page, app } = merchant;
  const locale = "de";
  const shop = "demo.myshopify.com";
  const rows = ["en", locale].map((one, position) => ({
    ...{ shop, locale: one, position, isPrimary: position === 0, published: true, reachable: true },
  }));
  await system.db.orm.insert(shopLocales).values(rows).onConflictDoNothing();
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(appUrl(`/rules/glossary/${locale}`));
  await app.getByText("No words yet").waitFor();
  const frame = appFrame(page, system);
  expect(await axeFindings(frame)).toEqual([]);
  const wide = await app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(wide).toBe(0);

  await page.setViewportSize({ width: 1280, height: 800 });
  const choose = async (csv: string) => {
    const input = app.getByRole("dialog").locator("input[type=file]");
    await input.setInputFiles({ name: "terms.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  };
  const head = "source,locale,target,kind,note\n";
  await app.getByRole("button", { name: "Import CSV" }).click();
  await choose(`${head}linen,${locale},,forced,\n`);
  await app.getByText("Row 2: Enter the words of the translation.").waitFor();
  await choose(`${head}linen,${locale},Leinen,forced,cloth\nRavello,${locale},,kept,\n`);
  await app.getByText("2 added, 0 changed, 0 removed, 0 as before").first().waitFor();
  await app.getByRole("dialog").getByRole("button", { name: "Import", exact: true }).click();
  await app
    .getByRole("textbox", { name: /row 2$/ })
    .first()
    .waitFor();
  const kept = () =>
    system.db.raw.prepare("SELECT terms FROM locale_terms WHERE shop = 'demo.myshopify.com'").pluck().get() as
      | string
      | undefined;
  expect(kept()).toContain("Ravello");

  const note = app.getByRole("textbox", { name: "Note, row 1" });
  await note.fill("of flax");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await until("the note to be kept", () => kept()?.includes("of flax") || undefined);
  await app.getByRole("button", { name: "Look through translations" }).waitFor();
  await merchant.picture("glossary-of-a-language");
});
