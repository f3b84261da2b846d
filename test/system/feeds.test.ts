import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { openDemo } from "../support/open-demo.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();

it("a merchant makes a feed, gives it an address that a channel fetches, and ends the address", async () => {
  const { page, app, complaints, picture } = demo.merchant;
  await page.goto(demo.appUrl("/channels/feeds"));
  await app.getByText("No feed yet").waitFor();
  await picture("feeds-empty");
  await demo.system.finish(shop, await startImport(demo.system, { shop, createdBy: "test" }));
  await page.goto(demo.appUrl("/channels/feeds"));
  await app.getByRole("button", { name: "Add a feed" }).click();
  const dialog = app.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save and make" }).click();
  await dialog.getByText("Fill this in.").first().waitFor();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Everything");
  await dialog.getByRole("combobox", { name: "Template" }).selectOption("generic-csv");
  await picture("feed-form");
  await dialog.getByRole("button", { name: "Save and make" }).click();
  await dialog.waitFor({ state: "detached" });
  await app.getByText("Everything").first().waitFor();
  await expect
    .poll(
      async () => {
        await page.goto(demo.appUrl("/channels/feeds"));
        await app.getByRole("button", { name: "Make now" }).waitFor();
        return app.getByText(/^\d+ rows? ·/).count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await app.getByRole("button", { name: "Give it an address" }).click();
  const address = await app.getByRole("textbox", { name: "Address for the channel" }).inputValue();
  await picture("feeds");
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  expect((parse(await answer.text(), { columns: true }) as unknown[]).length).toBeGreaterThan(20);
  await app.getByRole("button", { name: "End the address" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await app.getByRole("textbox", { name: "Address for the channel" }).waitFor({ state: "detached" });
  expect((await fetch(address)).status).toBe(404);
  expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
});
