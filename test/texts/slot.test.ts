import { describe, expect, test } from "vitest";
import {
  configNameOf,
  imageGidOf,
  nameOfSlot,
  ofProduct,
  resourceSchema,
  slotNamed,
  slotOfImage,
} from "../../app/texts/slot.ts";

const optionName = { resource: resourceSchema.parse("ProductOption/12"), field: "name" };

describe("a slot", () => {
  test("of the product's own text is named by its field alone", () => {
    expect(slotNamed("seo_title")).toEqual({ resource: ofProduct, field: "seo_title" });
    expect(nameOfSlot({ resource: ofProduct, field: "seo_title" })).toBe("seo_title");
  });

  test("of an image's alt text is named by the image's number", () => {
    const slot = { resource: "MediaImage/41", field: "image_alt" };
    expect(slotNamed("image_alt_41")).toEqual(slot);
    expect(slotOfImage({ id: "gid://shopify/MediaImage/41" })).toEqual(slot);
    expect(nameOfSlot(slotNamed("image_alt_41"))).toBe("image_alt_41");
    expect(imageGidOf("image_alt_41")).toBe("gid://shopify/MediaImage/41");
  });

  test("of another resource has a name that no text of the product has", () => {
    expect(slotNamed(nameOfSlot(optionName))).toEqual(optionName);
    expect(nameOfSlot(optionName)).not.toMatch(/^[a-z]/);
  });

  test("of alt texts of different images has different names and one rule", () => {
    expect(nameOfSlot(slotNamed("image_alt_4"))).not.toBe(nameOfSlot(slotNamed("image_alt_41")));
    expect(["image_alt_4", "image_alt_41", "title"].map(configNameOf)).toEqual(["image_alt", "image_alt", "title"]);
  });

  test("is not made of an image whose id has no number", () => {
    expect(slotOfImage({ id: "front.jpg" })).toBeNull();
  });
});

test("a resource is the product or a kind and a number, and nothing that could be part of another", () => {
  const taken = ["product", "MediaImage/1", "ProductOptionValue/99"];
  const refused = [
    "",
    "products",
    "MediaImage",
    "MediaImage/",
    "MediaImage/1/2",
    "gid://shopify/MediaImage/1",
    "media/1",
  ];
  for (const one of taken) expect(resourceSchema.safeParse(one).success, one).toBe(true);
  for (const one of refused) expect(resourceSchema.safeParse(one).success, one).toBe(false);
});
