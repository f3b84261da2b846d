import { describe, expect, it } from "vitest";
import { configStates } from "../../app/db/schema/index.ts";
import { chooseExamples } from "../../app/generation/choose-examples.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { type FeedbackRow, recordFeedback } from "../../app/versions/feedback/record-feedback.ts";
import { otherShop, shop, startAt, storeProduct } from "../support/content/shop.ts";
import { inEnglish } from "../support/places.ts";
import { openFeedbackWorld } from "../versions/feedback/support.ts";

const product = { id: "1001", title: "Linen Shirt Ravello", productType: "Shirts", vendor: "Fern & Field" };

async function aShelf() {
  const world = await openFeedbackWorld();
  const { db, clock } = world;
  let at = startAt;
  /** A correction of another product's text, each a second after the one before. */
  async function correct(id: string, more: Partial<FeedbackRow> & { title?: string } = {}) {
    const { title, ...row } = more;
    at += 1_000;
    await storeProduct(db, { id, shop: row.shop ?? shop, title: title ?? `Thing ${id}` }).catch(() => undefined);
    const feedback = recordFeedback(
      {
        shop,
        kind: "corrected",
        productId: id,
        contentType: "title",
        target: inEnglish,
        configDigest: "config-1",
        model: "small",
        jobId: null,
        versionId: `v-${id}-${more.contentType ?? "title"}`,
        initial: `${id} as written`,
        corrected: `${id} as corrected`,
        comment: null,
        exemplary: true,
        createdBy: "anna",
        saidAt: null,
        ...row,
      },
      at,
    );
    await db.transact({ shop: row.shop ?? shop }, () => feedback);
    return at;
  }
  const choose = (changes: Partial<Parameters<typeof chooseExamples>[1]> = {}) =>
    chooseExamples(
      { db, clock },
      {
        shop,
        product,
        contentTypes: ["title"],
        locale: "en",
        configDigest: "config-1",
        before: Number.MAX_SAFE_INTEGER,
        ...changes,
      },
    );
  return {
    ...world,
    correct,
    choose,
    from: (examples: { initial: unknown }[]) => examples.map(({ initial }) => initial),
  };
}

describe("choosing examples", () => {
  it("leaves out corrections of what another kind of resource has of that name", async () => {
    const { correct, choose, from } = await aShelf();
    await correct("a");
    await correct("b", { contentType: "Collection/7.title" });
    await correct("c", { contentType: "MediaImage/7.title" });
    expect(from(await choose())).toEqual(["a as written"]);
    expect(from(await choose({ contentTypes: ["Collection/8.title"] }))).toEqual(["b as written"]);
  });

  it("takes what was said of any image's alt text for that of all", async () => {
    const { correct, choose, from } = await aShelf();
    await correct("a", { contentType: "image_alt_7" });
    await correct("b", { contentType: "image_alt" });
    await correct("c", { contentType: "Collection/7.image_alt" });
    expect(from(await choose({ contentTypes: ["image_alt_8"] }))).toEqual(["b as written", "a as written"]);
  });

  it("takes the nearest two of a content type: by words of the title, then the newest", async () => {
    const { correct, choose, from } = await aShelf();
    await correct("a", { title: "Linen Shirt Amalfi" });
    await correct("b");
    await correct("c");
    await correct("d");
    expect(from(await choose())).toEqual(["a as written", "d as written"]);
  });

  it("prefers the product's own correction, in its last wording", async () => {
    const { correct, choose } = await aShelf();
    await correct("1001", { versionId: "v1", corrected: "first" });
    await correct("1001", { versionId: "v2", corrected: "second" });
    await correct("b", { title: product.title });
    expect((await choose()).map(({ corrected }) => corrected)).toEqual(["second", "b as corrected"]);
  });

  it("gives initial, corrected and comment, shortened to what a comment needs", async () => {
    const { correct, choose } = await aShelf();
    await correct("a", { comment: "x".repeat(900) });
    expect(await choose()).toEqual([
      { contentType: "title", initial: "a as written", corrected: "a as corrected", comment: "x".repeat(300) },
    ]);
  });

  it.each([
    ["of another shop", { shop: otherShop }],
    ["of another content type", { contentType: "desc" }],
    ["in another language", { target: storeTarget("de") }],
    ["for a market", { target: { ...inEnglish, market: "Market/7" } }],
    ["for a channel", { target: { ...inEnglish, channel: "google" } }],
    ["of another config", { configDigest: "config-2" }],
    ["that a check blocks", { exemplary: false }],
    ["too long to show whole", { corrected: "x".repeat(3_001) }],
  ])("leaves out a correction %s", async (_which, more) => {
    const { correct, choose } = await aShelf();
    await correct("a", more);
    expect(await choose()).toEqual([]);
  });

  it("counts corrections under earlier states of the same config, of this shop only", async () => {
    const { db, correct, choose, from } = await aShelf();
    const state = { configId: "c1", change: "edited" as const, name: "mine", config: {}, savedAt: 1 };
    await db.orm.insert(configStates).values([
      { ...state, shop, revision: 1, digest: "config-0" },
      { ...state, shop, revision: 2, digest: "config-1" },
      { ...state, shop: otherShop, revision: 1, digest: "config-1" },
      { ...state, shop: otherShop, revision: 2, digest: "config-9" },
    ]);
    await correct("a", { configDigest: "config-0" });
    await correct("b", { configDigest: "config-9" });
    expect(from(await choose())).toEqual(["a as written"]);
  });

  it("leaves out a correction that was rejected later", async () => {
    const { correct, choose } = await aShelf();
    await correct("a");
    await correct("a", { kind: "rejected", corrected: null, exemplary: false });
    expect(await choose()).toEqual([]);
  });

  it("takes the nearest approved text of another product where nothing was corrected", async () => {
    const { correct, choose } = await aShelf();
    const approve = (id: string, more: Parameters<typeof correct>[1] = {}) =>
      correct(id, { kind: "approved", corrected: null, ...more });
    await approve("a", { title: "Linen Shirt Amalfi" });
    await approve("b");
    await approve("1001", { title: product.title });
    await approve("c", { title: "Linen Shirt Amalfi", exemplary: false });
    await approve("a", { contentType: "desc", versionId: "v-desc" });
    await correct("b", { contentType: "desc", versionId: "v-desc-b" });
    expect(await choose({ contentTypes: ["title", "desc"] })).toEqual([
      { contentType: "title", initial: "a as written", corrected: "a as written" },
      { contentType: "desc", initial: "b as written", corrected: "b as corrected" },
    ]);
  });

  it("takes no approved text of a product that has nothing in common", async () => {
    const { correct, choose } = await aShelf();
    await correct("a", { kind: "approved", corrected: null, title: "Kettle" });
    expect(await choose()).toHaveLength(1);
    const kettle = { id: "9", title: "Enamel Pot", productType: "Pots", vendor: "Other" };
    expect(await choose({ product: kettle })).toEqual([]);
  });

  it("chooses the same for the same time, whatever feedback comes afterwards", async () => {
    const { clock, correct, choose } = await aShelf();
    const last = await correct("a");
    const before = last + 1;
    const first = await choose({ before });
    expect(first).toHaveLength(1);
    clock.advance(60_000);
    expect(await choose({ before })).toEqual(first);
    await correct("1001", { title: product.title });
    await correct("a", { kind: "rejected", corrected: null, exemplary: false });
    expect(await choose({ before })).toEqual(first);
    expect(await choose({ before: last })).toEqual([]);
  });

  it("shows at most six, the nearest of every content type before the second of any, within 8,000 characters", async () => {
    const { correct, choose } = await aShelf();
    const contentTypes = ["title", "desc", "bullets", "seo_title", "seo_desc"];
    for (const contentType of contentTypes) for (const id of ["a", "b"]) await correct(id, { contentType });
    const types = (await choose({ contentTypes })).map(({ contentType }) => contentType);
    expect(types).toEqual([...contentTypes, "title"]);
    for (const contentType of contentTypes) await correct("1001", { contentType, corrected: "x".repeat(2_900) });
    const sizes = (await choose({ contentTypes })).map(
      ({ initial, corrected }) => JSON.stringify([initial, corrected]).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8_100);
    expect(sizes.filter((size) => size > 2_900)).toHaveLength(2);
  });

  it("shows up to three preferences of a content type and six in all, behind the corrections and in room of their own", async () => {
    const { correct, choose } = await aShelf();
    const prefer = (id: string, contentType: string) =>
      correct(id, { contentType, kind: "preferred", versionId: `p-${id}-${contentType}` });
    for (const contentType of ["title", "seo_title", "seo_desc"])
      for (const id of ["a", "b", "c", "d"]) await prefer(id, contentType);
    const ofTitle = await choose();
    expect(ofTitle).toHaveLength(3);
    expect(ofTitle[0]).toMatchObject({ initial: "d as written", corrected: "d as corrected", preferred: true });
    await correct("e");
    const all = await choose({ contentTypes: ["title", "seo_title", "seo_desc"] });
    expect(all.map(({ preferred = false }) => preferred)).toEqual([false, true, true, true, true, true, true]);
    expect(all.slice(1).map(({ contentType }) => contentType)).toEqual([
      ...["title", "seo_title", "seo_desc"],
      ...["title", "seo_title", "seo_desc"],
    ]);
  });

  it("takes no approved text of a content type that a preference was kept of", async () => {
    const { correct, choose } = await aShelf();
    await correct("a", { kind: "approved", corrected: null, title: product.title });
    expect(await choose()).toHaveLength(1);
    await correct("b", { kind: "preferred" });
    expect((await choose()).map(({ preferred }) => preferred)).toEqual([true]);
  });

  it("forgets a preference about which somebody decided otherwise since", async () => {
    const { correct, choose } = await aShelf();
    await correct("a", { kind: "preferred" });
    await correct("a", { kind: "rejected", corrected: null, exemplary: false });
    expect(await choose()).toEqual([]);
  });
});
