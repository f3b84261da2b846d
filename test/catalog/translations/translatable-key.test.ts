import { describe, expect, it } from "vitest";
import { keyOfSlot, slotOfKey } from "../../../app/catalog/translations/translatable-key.ts";

const product = "gid://shopify/Product/1";
const bullets = "gid://shopify/Metafield/44";
const ids = { product, metafields: new Map([["bullets", bullets]]) };
const names = new Map([[bullets, "bullets"]]);

describe("the place of a translation", () => {
  it.each([
    ["title", product, "title"],
    ["desc", product, "body_html"],
    ["seo_title", product, "meta_title"],
    ["seo_desc", product, "meta_description"],
    ["bullets", bullets, "value"],
    ["image_alt_41", "gid://shopify/MediaImage/41", "alt"],
    ["Product/1.product_type", product, "product_type"],
    ["ProductOption/7.name", "gid://shopify/ProductOption/7", "name"],
    ["Metafield/9.value", "gid://shopify/Metafield/9", "value"],
  ])("of %s is found both ways", (name, resourceId, key) => {
    expect(keyOfSlot(name, ids)).toEqual({ resourceId, key });
    expect(slotOfKey({ resourceId, key }, names)).toBe(name);
  });

  it("is nowhere for a text whose metafield the product does not have", () => {
    expect(keyOfSlot("howtouse", ids)).toBeNull();
  });

  it("is no slot of ours for a handle and a gid that is none", () => {
    expect(slotOfKey({ resourceId: product, key: "handle" }, names)).toBeNull();
    expect(slotOfKey({ resourceId: "nonsense", key: "title" }, names)).toBeNull();
  });
});
