import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { openDemo } from "../support/open-demo.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();

it("a content type is added, written, approved and published into its metafield by a person in the browser", async () => {
  const { page, app, complaints, picture } = demo.merchant;
  await page.goto(demo.appUrl("/rules/texts"));
  await app.getByRole("button", { name: "Add content type" }).click();
  await app.getByRole("textbox", { name: "Label" }).fill("How to use");
  await expect.poll(() => app.getByRole("textbox", { name: "Name" }).inputValue()).toBe("how_to_use");
  await app.getByRole("combobox", { name: "Kind of text" }).selectOption("rich_text_field");
  await app.getByRole("textbox", { name: "Task" }).fill("Say how the product is used.");
  await picture("content-type-dialog");
  await app.getByRole("dialog").getByRole("button", { name: "Add content type" }).click();
  await app.getByText("Text with formatting · Metafield of this app: how_to_use").waitFor();
  await picture("content-types");
  const jobId = await startImport(demo.system, { shop, createdBy: "test" });
  expect(await demo.system.finish(shop, jobId)).toBe("completed");

  const id = demo.productId("title:Dot Grid Notebook");
  await page.goto(demo.appUrl(`/products/${id}`));
  const card = app.getByRole("region", { name: "How to use" });
  await card.getByRole("button", { name: "Write how to use" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Write 1 draft" }).click();
  await card.getByRole("button", { name: "Approve how to use" }).click();
  await card.getByRole("button", { name: "Publish how to use" }).click();
  await card.getByText("Live", { exact: true }).waitFor();
  await picture("added-text-published");
  const product = demo.system.sandbox.store.shop(shop).products.get(Number(id));
  const metafield = product?.metafields.find(({ key }) => key === "how_to_use");
  expect(metafield).toMatchObject({ type: "rich_text_field", namespace: expect.stringMatching(/^app--\d+--content$/) });
  expect(JSON.parse(metafield?.value ?? "{}")).toMatchObject({ type: "root", children: expect.any(Array) });

  await page.goto(demo.appUrl("/products?missing=added_0"));
  await app.getByText("Missing content: How to use").waitFor();
  await expect.poll(() => app.getByRole("link", { name: "Dot Grid Notebook A5" }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
