import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readProduct } from "../../../app/catalog/read-product.ts";
import { writeOwnAttributes } from "../../../app/catalog/write-own-attributes.ts";
import { fingerprints, products, shops, versions } from "../../../app/db/schema/index.ts";
import { productIdSchema } from "../../../app/lib/brand.ts";
import { lookUpTexts } from "../../../app/quality/look-up-texts.ts";
import { markTexts } from "../../../app/quality/near-duplicates/compare-catalogue.ts";
import { markLiveTexts, markLiveTextsOf } from "../../../app/quality/near-duplicates/mark-live-texts.ts";
import { marksOf } from "../../../app/quality/near-duplicates/text-marks.ts";
import { profileOf } from "../../../app/quality/near-duplicates/text-profile.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { slotNamed } from "../../../app/texts/slot.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { rejectVersion } from "../../../app/versions/reject-version.ts";
import { otherShop, shop } from "../../support/content/shop.ts";
import { inEnglish } from "../../support/places.ts";
import { aCatalogue, anotherText, nearlyTold, told } from "./support.ts";

const html = (text: string) => `<p>${text}</p>`;
const never = new AbortController().signal;

async function newestOf({ db }: Awaited<ReturnType<typeof aCatalogue>>, productId: string) {
  const [version] = await db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.productId, productId), eq(versions.state, "draft")));
  if (!version) throw new Error(`product ${productId} has no draft`);
  return version;
}

describe("a text that nearly repeats another product's", () => {
  it("finds its near-duplicate among the drafts, whatever its markup, and no near-duplicate where words differ", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("1001", { desc: html(told) });
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBe("Shirt 1001");
    expect(await catalogue.nearDuplicateOf("1002", "desc", nearlyTold)).toBe("Shirt 1001");
    expect(await catalogue.nearDuplicateOf("1002", "desc", anotherText)).toBeNull();
    expect(await catalogue.nearDuplicateOf("1002", "bullets", told)).toBeNull();
  });

  it("is no near-duplicate of an earlier text of its own product", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("1001", { desc: html(told) });
    expect(await catalogue.nearDuplicateOf("1001", "desc", nearlyTold)).toBeNull();
  });

  it("is compared within its shop and its language only", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("9001", { desc: html(told) }, { shop: otherShop });
    await catalogue.keep("1001", { desc: html(told) }, { locale: "de" });
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBeNull();
    expect(await catalogue.nearDuplicateOf("1002", "desc", told, shop, storeTarget("de"))).toBe("Shirt 1001");
  });

  it("is compared with texts for its own target only", async () => {
    const catalogue = await aCatalogue();
    const { db } = catalogue;
    const swiss = { ...storeTarget("en"), market: "41" };
    await catalogue.keepFor(swiss, "1001", { desc: html(told) });
    expect(await catalogue.nearDuplicateOf("1002", "desc", told, shop, swiss)).toBe("Shirt 1001");
    for (const other of [storeTarget("en"), { ...swiss, market: "42" }, { ...swiss, channel: "google" }]) {
      expect(await catalogue.nearDuplicateOf("1002", "desc", told, shop, other)).toBeNull();
    }
    const kept = await db.orm.select().from(fingerprints).where(eq(fingerprints.shop, shop));
    expect(kept.map(({ resource, contentType, target }) => [resource, contentType, target])).toEqual([
      ["product", "desc", 1],
    ]);
  });

  it("counts a short text and a title as one only when all words are the same", async () => {
    const catalogue = await aCatalogue();
    const title = "Washed linen shirt with two chest pockets and an easy fit for long warm summer days in black";
    await catalogue.keep("1001", { title, seo_desc: "A shirt of washed linen for warm days." });
    expect(await catalogue.nearDuplicateOf("1002", "title", title.toUpperCase())).toBe("Shirt 1001");
    expect(await catalogue.nearDuplicateOf("1002", "title", title.replace("black", "sand"))).toBeNull();
    expect(await catalogue.nearDuplicateOf("1002", "seo_desc", "A shirt of washed linen for cold days.")).toBeNull();
    expect(await catalogue.nearDuplicateOf("1002", "seo_desc", "A shirt of washed linen, for warm days")).toBe(
      "Shirt 1001",
    );
  });

  it("leaves alt texts alone: pictures that are alike are described alike", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("1001", { image_alt_5: told });
    expect(await catalogue.nearDuplicateOf("1002", "image_alt_5", told)).toBeNull();
    expect(await catalogue.db.orm.$count(fingerprints, eq(fingerprints.shop, shop))).toBe(0);
  });

  it("is found by comparing the texts themselves: one that only shares a key is no near-duplicate", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("1001", { desc: html(told) });
    const words = told.split(" ");
    const scope = { shop, target: storeTarget("en"), slot: slotNamed("desc") };
    const keys = marksOf(scope, profileOf(told), true).bands ?? [];
    const sharesAKey = (text: string) =>
      marksOf(scope, profileOf(text), true).bands?.some((key, i) => key === keys[i]) ?? false;
    // Every eighth word is another: about half of the runs of words are shared.
    const alike = Array.from({ length: 200 }, (_, n) =>
      words.map((word, i) => (i % 8 === 3 ? `other${n}x${i}` : word)).join(" "),
    ).filter(sharesAKey);
    expect(alike.length).toBeGreaterThan(0);
    for (const text of alike.slice(0, 5)) expect(await catalogue.nearDuplicateOf("1002", "desc", text)).toBeNull();
  });

  it("is found outside of its group, however many of its group say the same", async () => {
    const mates = Array.from({ length: 8 }, (_, n) => String(2_001 + n));
    const catalogue = await aCatalogue({ group: Object.fromEntries(["1002", ...mates].map((id) => [id, "G1"])) });
    await catalogue.keep("1001", { desc: html(told) });
    for (const id of mates) {
      await catalogue.put(shop, id);
      await catalogue.keep(id, { desc: html(told) });
    }
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBe("Shirt 1001");
  });

  it("may repeat other variants of its group, and not a product outside of it", async () => {
    const catalogue = await aCatalogue({ group: { "1001": "G1", "1002": "G1" } });
    await catalogue.keep("1001", { desc: html(told) });
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBeNull();
    expect(await catalogue.nearDuplicateOf("1003", "desc", told)).toBe("Shirt 1001");
  });

  it("may repeat a product that joined its group after it was written", async () => {
    const catalogue = await aCatalogue({ group: { "1002": "G1" } });
    await catalogue.keep("1001", { desc: html(told) });
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBe("Shirt 1001");
    await writeOwnAttributes(catalogue, {
      shop,
      productId: productIdSchema.parse("1001"),
      attributes: [{ name: "Variant group ID", value: "G1" }],
      keepOthers: true,
      by: "anna",
    });
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBeNull();
  });

  it("is found while the other text is a draft or approved, and not once it is rejected or replaced", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("1001", { desc: html(told) });
    const { id: versionId } = await newestOf(catalogue, "1001");
    await approveVersions(catalogue, { shop, versionIds: [versionId], by: "anna", onlyClean: true });
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBe("Shirt 1001");
    await catalogue.keep("1001", { desc: html(anotherText) });
    // Still approved beside the new draft.
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBe("Shirt 1001");
    await rejectVersion(catalogue, { shop, versionId, by: "anna" });
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBeNull();
    await catalogue.keep("1001", { desc: html(told) });
    await catalogue.keep("1001", { desc: html(anotherText) });
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBeNull();
  });

  it("leaves no marks behind of versions that were replaced", async () => {
    const catalogue = await aCatalogue();
    for (let n = 0; n < 5; n++) await catalogue.keep("1001", { desc: html(`${told} ${n}`) });
    const marks = await catalogue.db.orm.select().from(fingerprints).where(eq(fingerprints.shop, shop));
    expect(marks).toHaveLength(1);
  });

  it("is found among the live texts, as they are now", async () => {
    const catalogue = await aCatalogue();
    const { db } = catalogue;
    await catalogue.put(shop, "1004", { descriptionHtml: html(told) });
    expect(await catalogue.nearDuplicateOf("1002", "desc", nearlyTold)).toBeNull();
    expect(await markLiveTexts({ db }, { shop, signal: never })).toBe(4);
    expect(await catalogue.nearDuplicateOf("1002", "desc", nearlyTold)).toBe("Shirt 1004");
    const one = and(eq(products.shop, shop), eq(products.id, "1004"));
    await db.orm.update(products).set({ goneAt: 1 }).where(one);
    expect(await catalogue.nearDuplicateOf("1002", "desc", nearlyTold)).toBeNull();
    await db.orm
      .update(products)
      .set({ goneAt: null, descriptionHtml: html(anotherText), liveDigest: "new" })
      .where(one);
    expect(await catalogue.nearDuplicateOf("1002", "desc", nearlyTold)).toBeNull();
    // Only what changed is marked again, and its old marks are gone.
    const marks = () => db.orm.$count(fingerprints, eq(fingerprints.shop, shop));
    const before = await marks();
    expect(await markLiveTexts({ db }, { shop, signal: never })).toBe(1);
    expect(await marks()).toBe(before);
    expect(await markLiveTexts({ db }, { shop, signal: never })).toBe(0);
    expect(await catalogue.nearDuplicateOf("1002", "desc", anotherText)).toBe("Shirt 1004");
  });

  it("keeps its fingerprint for another target when the shop's own pages are marked again, until their language changes", async () => {
    const catalogue = await aCatalogue();
    const { db } = catalogue;
    await markLiveTexts({ db }, { shop, signal: never });
    const target = storeTarget("fr");
    const product = await readProduct({ db }, shop, productIdSchema.parse("1001"));
    if (!product) throw new Error("there is no product 1001");
    await db.transact({ shop }, () => markTexts({ product, target })("desc", html(told), null));
    const ofFrench = () =>
      db.orm.$count(
        fingerprints,
        and(eq(fingerprints.shop, shop), eq(fingerprints.target, 1), isNull(fingerprints.versionId)),
      );
    await db.orm.update(products).set({ liveDigest: "new" }).where(eq(products.shop, shop));
    expect(await markLiveTexts({ db }, { shop, signal: never })).toBe(3);
    expect(await ofFrench()).toBe(1);
    const before = await db.orm.$count(fingerprints, eq(fingerprints.shop, shop));
    await db.orm.update(shops).set({ primaryLocale: "de" }).where(eq(shops.shop, shop));
    expect(await markLiveTexts({ db }, { shop, signal: never })).toBe(3);
    expect(await ofFrench()).toBe(0);
    expect(await db.orm.$count(fingerprints, eq(fingerprints.shop, shop))).toBe(before - 1);
  });

  it("is found in the shop after one product was read again", async () => {
    const catalogue = await aCatalogue();
    await catalogue.put(shop, "1004", { descriptionHtml: html(told) });
    await markLiveTextsOf(catalogue, shop, productIdSchema.parse("1004"));
    expect(await catalogue.nearDuplicateOf("1002", "desc", told)).toBe("Shirt 1004");
  });
});

describe("DUPLICATE within the catalogue", () => {
  const configWith = (severity: "block" | "off") => {
    const desc = { ...defaultConfig.content_types?.desc, task: "Describe it.", checks: { DUPLICATE: severity } };
    return { ...defaultConfig, content_types: { ...defaultConfig.content_types, desc } };
  };

  it("asks the model once more, where it blocks, without naming the other product, and marks nothing when the new text is its own", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("1001", { desc: html(told) });
    const answers = [html(nearlyTold), html(anotherText)];
    const { requests, text } = await catalogue.write("1002", answers, configWith("block"));
    expect(requests).toHaveLength(2);
    const asked = requests[1]?.messages.at(-1)?.content;
    expect(asked).toContain("desc says nearly the same as the text of another product");
    expect(JSON.stringify(requests)).not.toContain("Shirt 1001");
    expect(text).toMatchObject({ body: html(anotherText), warnings: [], blocked: false });
  });

  it("warns with the other product's title and id when the model says the same, and pays for no second call", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("1001", { desc: html(told) });
    const { requests, text } = await catalogue.write("1002", [html(told), html(told), html(told)]);
    expect(requests).toHaveLength(1);
    expect(text).toMatchObject({ blocked: false });
    expect(text?.warnings).toEqual([
      {
        id: expect.any(String),
        other: { productId: "1001" },
        content_type: "desc",
        code: "DUPLICATE",
        severity: "warn",
        description: 'desc is the same as that of the product "Shirt 1001"',
        product: { id: "1001", title: "Shirt 1001" },
      },
    ]);
  });

  it("does what the config sets for the content type: blocks, or does not look", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("1001", { desc: html(told) });
    const blocked = await catalogue.write("1002", [html(told), html(told), html(told)], configWith("block"));
    expect(blocked.text).toMatchObject({ blocked: true, warnings: [{ severity: "block" }] });
    const off = await catalogue.write("1002", [html(told)], configWith("off"));
    expect(off.requests).toHaveLength(1);
    expect(off.text).toMatchObject({ blocked: false, warnings: [] });
    const unasked = {
      async nearDuplicateOf() {
        throw new Error("a check that is off looks nothing up");
      },
    };
    const asked = { views: new Map([["desc", [told]]]), only: ["desc"] };
    expect(await lookUpTexts(unasked, { ...asked, config: configWith("off") })).toEqual(new Map());
    await expect(lookUpTexts(unasked, { ...asked, config: configWith("block") })).rejects.toThrow("looks nothing up");
  });

  it("marks the later of two texts that were written at the same time", async () => {
    const catalogue = await aCatalogue();
    // Nothing is stored before all three were checked.
    const [first, second] = await Promise.all([
      catalogue.write("1001", [html(told)]),
      catalogue.write("1002", [html(told)]),
    ]);
    expect([...(first.text?.warnings ?? []), ...(second.text?.warnings ?? [])]).toEqual([]);
    const { text: third, comparison } = await catalogue.write("1003", [html(told)]);
    expect(third?.warnings).toEqual([]);
    await catalogue.keep("1001", { desc: html(told) }, first);
    await catalogue.keep("1002", { desc: html(told) }, second);
    expect((await newestOf(catalogue, "1001")).warnings).toEqual([]);
    expect((await newestOf(catalogue, "1002")).warnings).toMatchObject([
      { code: "DUPLICATE", product: { id: "1001" }, severity: "warn" },
    ]);
    const config = { ...defaultConfig, checks: { DUPLICATE: "block" as const } };
    await catalogue.keep("1003", { desc: html(told) }, { config, comparison });
    expect(await newestOf(catalogue, "1003")).toMatchObject({ blocked: true });
  });

  it("is found for a person's edit too, and for the text that another product gets after it", async () => {
    const catalogue = await aCatalogue();
    await catalogue.keep("1001", { desc: html(told) });
    const edit = { shop, contentType: "desc", target: inEnglish, by: "anna" };
    const edited = await editVersion(catalogue, {
      ...edit,
      productId: productIdSchema.parse("1002"),
      body: html(nearlyTold),
    });
    expect(edited).toMatchObject({
      outcome: "saved",
      version: { warnings: [{ code: "DUPLICATE", product: { id: "1001" } }] },
    });
    await editVersion(catalogue, { ...edit, productId: productIdSchema.parse("1003"), body: html(anotherText) });
    expect(await catalogue.nearDuplicateOf("1001", "desc", anotherText)).toBe("Shirt 1003");
  });
});
