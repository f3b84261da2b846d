import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listProducts } from "../../app/catalog/list-products.ts";
import { conflicts, products, shops, type VersionState, versions } from "../../app/db/schema/index.ts";
import { localeSchema } from "../../app/lib/brand.ts";
import type { Target } from "../../app/texts/target.ts";
import { refreshContentState } from "../../app/versions/refresh-content-state.ts";
import { demo, query } from "../catalog/catalogue-world.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const english: Target = { locale: localeSchema.parse("en"), market: "", channel: "store" };
const german: Target = { ...english, locale: localeSchema.parse("de") };
const swiss: Target = { ...english, market: "41" };
const google: Target = { ...english, channel: "google" };
const targets = { english, german, swiss, google };

async function setUp() {
  const db = openTestDatabase();
  await db.orm.insert(shops).values({ shop: demo, installedAt: 1, primaryLocale: "en" });
  for (const id of ["1", "2"]) {
    await db.orm.insert(products).values({
      shop: demo, id, handle: id, title: `Product ${id}`, vendor: "", productType: "", status: "active", missing: 0,
      descriptionHtml: "", facts: { category: null, tags: [], options: [], attributes: [], images: [] },
      variants: [], factsDigest: "f", liveDigest: "l", createdAt: 1, updatedAt: 1, syncedAt: 1,
    }); // biome-ignore format: a row
  }
  let count = 0;
  return {
    db,
    async write(target: Target, state: VersionState, more: Partial<typeof versions.$inferInsert> = {}) {
      await db.orm.insert(versions).values({
        id: `v${++count}`, shop: demo, productId: "1", contentType: "desc", ...target, state, origin: "generated", body: "x",
        warnings: [], blocked: false, evidence: [], baseDigest: "b", factsDigest: "f", configDigest: "c", createdAt: count, ...more,
      }); // biome-ignore format: a row
    },
    refresh: (target: Target) =>
      db.transact({ shop: demo }, () => refreshContentState({ shop: demo, productId: "1", target })),
    /** The states of both products for each target, as the list shows them. */
    async states() {
      const shown: Record<string, string> = {};
      for (const [name, target] of Object.entries(targets)) {
        const { rows } = await listProducts({ db }, query({ target, sort: "title", direction: "asc" }));
        shown[name] = rows.map(({ contentState }) => contentState).join();
      }
      return shown;
    },
  };
}

it("the state of a product's texts is kept for the target that they were written for, and for no other", async () => {
  const world = await setUp();
  const untouched = { english: "none,none", german: "none,none", swiss: "none,none", google: "none,none" };
  expect(await world.states()).toEqual(untouched);
  await world.write(german, "draft", { blocked: true });
  await world.write(swiss, "approved");
  await world.write(google, "published");
  await world.refresh(english);
  expect(await world.states()).toEqual(untouched);
  await world.refresh(german);
  expect(await world.states()).toEqual({ ...untouched, german: "blocked,none" });
  await world.refresh(swiss);
  await world.refresh(google);
  const others = { german: "blocked,none", swiss: "approved,none", google: "published,none" };
  expect(await world.states()).toEqual({ english: "none,none", ...others });
  await world.write(english, "draft");
  for (const target of Object.values(targets)) await world.refresh(target);
  expect(await world.states()).toEqual({ english: "needs_review,none", ...others });
});

it("a conflict about the shop's own text is none of a translation", async () => {
  const world = await setUp();
  await world.write(english, "approved");
  await world.write(german, "approved", { id: "theirs" });
  await world.db.orm.insert(conflicts).values({
    shop: demo, productId: "1", contentType: "desc", locale: "en", versionId: "v1", base: null, theirs: "y", ours: "x", detectedAt: 1,
  }); // biome-ignore format: a row
  await world.refresh(english);
  await world.refresh(german);
  expect(await world.states()).toMatchObject({ english: "conflict,none", german: "approved,none" });
});

it("a language that was the shop's own before lacks what was not published in it", async () => {
  const world = await setUp();
  const { db } = world;
  const lacking = async (name: "title" | "desc") => {
    const asked = query({ target: english, missing: [name], sort: "title", direction: "asc" });
    return (await listProducts({ db }, asked)).rows.map(({ id }) => id);
  };
  await world.write(english, "published");
  await world.refresh(english);
  await db.orm.update(shops).set({ primaryLocale: "de" }).where(eq(shops.shop, demo));
  await world.write(english, "published", { contentType: "desc" });
  await world.refresh(english);
  expect(await lacking("desc")).toEqual(["2"]);
  expect(await lacking("title")).toEqual(["1", "2"]);
  expect(await world.states()).toMatchObject({ english: "published,none", german: "none,none" });
});

it("a product that is gone by then is left alone", async () => {
  const world = await setUp();
  await world.write(german, "draft");
  await world.db.raw.exec(`DELETE FROM products WHERE shop = '${demo}' AND id = '1'`);
  await world.refresh(german);
  expect(await world.states()).toMatchObject({ german: "none" });
});

it("what is missing for a target is what was not published for it, with the alt texts of all images", async () => {
  const world = await setUp();
  const { db } = world;
  const images = ["7", "8"].map((id) => ({ id: `gid://shopify/MediaImage/${id}`, url: "u", alt: "Front" }));
  const facts = { category: null, tags: [], options: [], attributes: [], images };
  await db.orm.update(products).set({ facts }).where(eq(products.shop, demo));
  const lacking = async (name: "title" | "desc" | "image_alt" | "bullets" | "image") => {
    const { rows } = await listProducts(
      { db },
      query({ target: german, missing: [name], sort: "title", direction: "asc" }),
    );
    return rows.map(({ id }) => id);
  };
  const alt = (id: string) => ({ contentType: "image_alt", resource: `MediaImage/${id}` });
  await world.write(german, "published");
  await world.write(german, "approved", { contentType: "title" });
  await world.write(german, "published", { contentType: "bullets", body: [" "] });
  await world.write(german, "published", alt("7"));
  await world.write(english, "published", alt("8"));
  await world.refresh(german);
  expect(await lacking("desc")).toEqual(["2"]);
  expect(await lacking("title")).toEqual(["1", "2"]);
  expect(await lacking("bullets")).toEqual(["1", "2"]);
  expect(await lacking("image_alt")).toEqual(["1", "2"]);
  expect(await lacking("image")).toEqual([]);
  await world.write(german, "published", alt("8"));
  await world.refresh(german);
  expect(await lacking("image_alt")).toEqual(["2"]);
});
