import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products } from "../../../app/db/schema/index.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { goodTexts, someFacts } from "../../support/content/facts.ts";
import { productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { askProduct, askProducts } from "../../support/pages/ask.ts";
import { inEnglish } from "../../support/places.ts";
import { unaskedModels } from "../../support/unasked-models.ts";

const { desc } = goodTexts;
const image = '<img src="https://cdn.shopify.com/s/files/1/2/size.png?v=1" alt="Sizes">';
const video = '<iframe src="https://www.youtube.com/embed/x"></iframe>';
const table = "<table><tr><td>S</td><td>36</td></tr></table>";
const link = '<p><a href="/pages/sizes">Find your size</a></p>';

function found(live: string, body: string = desc, config = defaultConfig) {
  const texts = new Map([["desc", { body, raw: body }]]);
  const results = runChecks({ texts, facts: someFacts(), config, locale: "en", live: { desc: live } }).get("desc");
  return results?.warnings.filter(({ code }) => code === "LOST_MEDIA").map(({ description }) => description);
}

describe("a text that takes more than words off the page", () => {
  it.each([
    ["a picture", image, "1 image"],
    ["nothing but a picture", image, "1 image"],
    ["a video", video, "1 video"],
    ["a size table", table, "1 table"],
    ["a link", link, "1 link"],
    ["all of them", image + video + table + link, "1 image, 1 video, 1 link, and 1 table"],
  ])("has a warning that names %s", (_name, live, lost) => {
    expect(found(`<p>Old words.</p>${live}`)).toEqual([`desc drops ${lost} of the live text`]);
  });

  it.each([
    ["it keeps them", image + video + table + link, desc + image + video + table + link],
    ["a pixel that counts visits goes", '<img src="https://t.example/p.gif" width="1" height="1">', desc],
    ["a picture without a size of its own goes", '<img src="https://t.example/p" style="width:1px;height:1px">', desc],
    ["a spacer goes", '<img src="https://t.example/line.gif" width="600" height="1">', desc],
    ["a link around nothing goes", '<p><a href="/x"> </a>Old</p>', desc],
    ["a link to nowhere goes", '<p><a href="#">Old</a></p>', desc],
    ["headings, lists and bold words go", "<h2>Old</h2><ul><li>a</li></ul><b>b</b>", desc],
  ])("has no such warning when %s", (_name, live, body) => {
    expect(found(live, body)).toEqual([]);
  });

  it("counts less where a shop's rules say so", () => {
    const off = { ...defaultConfig, checks: { LOST_MEDIA: "off" as const } };
    expect(found(image, desc, off)).toEqual([]);
  });

  it("is not approved among others, only alone by a person, who is warned before it is published", async () => {
    const db = openTestDatabase();
    const deps = { db, clock: testClock(), models: unaskedModels() };
    const user = { shop, by: "anna" };
    await storeProduct(db);
    const live = `<p>Old words.</p>${image}${table}`;
    await db.orm
      .update(products)
      .set({ descriptionHtml: live })
      .where(and(eq(products.shop, shop), eq(products.id, productId)));
    const write = async (contentType: "title" | "desc") => {
      const edited = await editVersion(deps, {
        shop,
        productId,
        contentType,
        target: inEnglish,
        body: goodTexts[contentType],
        by: "anna",
      });
      if (edited.outcome !== "saved") throw new Error(edited.outcome);
      return edited.version.id;
    };
    const text = await write("desc");
    expect(await approveVersions(deps, { shop, productIds: [productId], by: "anna", onlyClean: true })).toEqual({
      approved: 0,
      blocked: 1,
    });
    const title = await write("title");
    const both = { intent: "approve", versionIds: [title, text], override: false };
    expect(await askProduct(deps, user, productId, both)).toEqual({
      message: "Text approved, 1 blocked by a check",
    });
    const chosen = (intent: string) => {
      const form = new FormData();
      form.set("intent", intent);
      form.set("id", productId);
      return askProducts(deps, user, form);
    };
    expect(await chosen("approve")).toEqual({ message: "0 drafts approved, 1 blocked by a check" });
    expect(await chosen("losses")).toMatchObject({ message: "" });
    const alone = { intent: "approve", versionIds: [text], override: true };
    expect(await askProduct(deps, user, productId, alone)).toEqual({ message: "Text approved" });
    expect(await chosen("losses")).toMatchObject({
      message: "1 of the approved texts drops 1 image and 1 table of the live texts.",
    });
  });
});
