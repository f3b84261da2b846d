import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { axeFindings } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";

const demo = openDemo();
const { appUrl } = demo;

it("reviews are imported from an app's file, summed up, and each label opens the reviews that say so", async () => {
  const { system, merchant } = demo;
  const { page, app } = merchant;
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(appUrl("/reviews"));
  await app.getByText("No reviews yet").waitFor();
  const shop = shopDomainSchema.parse("demo.myshopify.com");
  await system.finish(shop, await startImport(system, { shop, createdBy: "test" }));
  const [first] = system.db.raw
    .prepare(
      "SELECT id, title FROM products WHERE shop = 'demo.myshopify.com' AND gone_at IS NULL ORDER BY row_id LIMIT 1",
    )
    .all() as { id: string; title: string }[];
  if (!first) throw new Error("there is no product");
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.getByRole("button", { name: "Import a file" }).first().click();
  const choose = (csv: string, name = "judgeme.csv") =>
    app
      .getByRole("dialog")
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(csv) });
  await choose("Stars,Opinion,product_id\n5,Lovely fabric,1");
  await app.getByText("Say which column holds the text of the reviews.").waitFor();
  await app.getByRole("dialog").getByLabel("Review text").selectOption("Opinion");
  await app.getByText("Lovely fabric").waitFor();
  await choose(
    [
      "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle",
      `Great,"The quality is great, and it looks beautiful.",5,2026-08-01,web,ok,Sarah,sarah@example.com,${first.id},x`,
      `,Great quality.,5,2026-08-02,web,ok,Jo,jo@example.com,${first.id},x`,
      `,"Delivery was slow, sadly not on time.",2,2026-08-03,web,ok,Al,al@example.com,${first.id},x`,
      `,Nice.,5,2026-08-03,web,ok,Al,al@example.com,1,not-in-the-store`,
    ].join("\n"),
  );
  await app.getByText("judgeme.csv looks like an export of Judge.me.").waitFor();
  await merchant.picture("reviews-import");
  await app.getByRole("dialog").getByRole("button", { name: "Import", exact: true }).click();
  await app.getByText("3 reviews taken.").first().waitFor();
  await app.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click();
  await app.getByText("1 is about a product that your store does not have. Among them: not-in-the-store.").waitFor();
  expect(
    system.db.raw
      .prepare("SELECT count(*) FROM product_reviews WHERE shop = 'demo.myshopify.com' AND body LIKE '%example.com%'")
      .pluck()
      .get(),
  ).toBe(0);

  await app.getByRole("checkbox", { name: `Choose ${first.title}` }).check({ force: true });
  await merchant.picture("reviews");
  await app.getByRole("button", { name: "Sum up the reviews of 1 product" }).click();
  await app.getByText("Sum up the reviews of 1 product").first().waitFor();
  await app.getByText("1 summed up").first().waitFor();
  await page.goto(appUrl(`/reviews/${first.id}`));
  await app.getByRole("button", { name: /Good quality.*2 mentions/ }).click();
  await app.locator("mark").first().waitFor();
  await merchant.picture("review-summary");
  const frame = page.frames().find((one) => one.url().startsWith(system.app.url));
  if (!frame) throw new Error("the app is not in the admin's frame");
  expect(await axeFindings(frame)).toEqual([]);
  await page.setViewportSize({ width: 375, height: 800 });
  expect(await app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
  await merchant.picture("review-summary-375");

  await page.goto(appUrl("/reviews"));
  await app.getByRole("button", { name: "Remove: judgeme.csv" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await app.getByText("No reviews yet").waitFor();
});
