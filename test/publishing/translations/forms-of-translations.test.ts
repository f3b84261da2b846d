import { expect, test } from "vitest";
import { htmlOfRichText } from "../../../app/catalog/rich-text.ts";
import { shop } from "../../shopify/open-store.ts";
import { openTranslationWorld } from "./translation-world.ts";

const tree = (care: string, dry: string) =>
  JSON.stringify({
    type: "root",
    children: [
      { type: "paragraph", children: [{ type: "text", value: `${care}  ` }] },
      { type: "paragraph", children: [{ type: "text", value: "" }] },
      {
        listType: "unordered",
        type: "list",
        children: [
          {
            type: "list-item",
            children: [
              { type: "link", url: "/pages/care", title: null, target: null, children: [{ type: "text", value: dry }] },
              {
                type: "list",
                listType: "ordered",
                children: [{ type: "list-item", children: [{ type: "text", value: "40 °C" }] }],
              },
            ],
          },
        ],
      },
    ],
  });

test("a product's type is translated as its options are", async () => {
  const world = await openTranslationWorld();
  const name = `Product/${world.productId}.product_type`;
  await world.approveFor(name, { body: "Schürze" });
  expect(await world.publishFor()).toMatchObject({ published: [name], problem: null });
  expect(world.held(name)).toBe("Schürze");
  expect(world.shopper("DE", "de").product_type).toBe("Schürze");
});

test("a translation of rich text is in the shop as its original is, but for the words", async () => {
  const world = await openTranslationWorld();
  const name = "Metaobject/771.care";
  world.store.state.shop(shop).metaobjects.set(771, {
    ...{ __typename: "Metaobject", id: 771, displayName: "Care", type: "care", updatedAt: 0 },
    fields: [{ key: "care", value: tree("Wash cold", "Dry flat"), type: "RICH_TEXT_FIELD" }],
  });
  await world.approveFor(name, { body: htmlOfRichText(tree("Kalt waschen", "Flach trocknen")) ?? "" });
  expect(await world.publishFor()).toMatchObject({ published: [name], altered: [], problem: null });
  expect(world.held(name)).toBe(tree("Kalt waschen", "Flach trocknen"));
});
