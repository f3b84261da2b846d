import { expect, it } from "vitest";
import { productIdSchema } from "../../app/lib/brand.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { productId, shop } from "../support/content/shop.ts";
import { write } from "./model-world.ts";

it("a title that a person wrote while the model wrote all texts stays the draft", async () => {
  const edit = { shop, productId: productIdSchema.parse(productId), contentType: "title", by: "user:1" };
  const words = { ...edit, target: storeTarget("en"), body: "Linen shirt by hand" };
  const { item, db } = await write({ meanwhile: (world) => editVersion(world, words) });
  expect(item).toMatchObject({ status: "done", result: { aside: 1 } });
  const sql = "SELECT body FROM versions WHERE shop = ? AND content_type = 'title' AND state = 'draft'";
  expect(db.raw.prepare(sql).all(shop)).toEqual([{ body: JSON.stringify(words.body) }]);
});
