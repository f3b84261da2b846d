import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { addType } from "../../app/commands/content-types/add-type.ts";
import { addTypesOfRules } from "../../app/commands/content-types/add-types-of-rules.ts";
import { changeType } from "../../app/commands/content-types/change-type.ts";
import { removeType } from "../../app/commands/content-types/remove-type.ts";
import { setTypePublished } from "../../app/commands/content-types/set-type-published.ts";
import { setTypeWanted } from "../../app/commands/content-types/set-type-wanted.ts";
import type { Db } from "../../app/db/open.ts";
import { jobs, shopContentTypes } from "../../app/db/schema/index.ts";
import type { AdminApiFor } from "../../app/shopify/admin-api.ts";
import { shop } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

const care = { label: "Care", task: "", limitChars: null };
const wash = { label: "Wash", task: "Say how to wash it.", limitChars: 200 };
/** Nothing is asked of Shopify for a metafield that this app makes. */
const admin: AdminApiFor = (of) => ({
  shop: of,
  run: () => {
    throw new Error("Shopify is not to be asked");
  },
});

async function typeOf({ db }: { db: Db }, name: string) {
  const [row] = await db.orm
    .select()
    .from(shopContentTypes)
    .where(and(eq(shopContentTypes.shop, shop), eq(shopContentTypes.name, name)));
  return row;
}

const countImports = ({ db }: { db: Db }) =>
  db.orm.$count(jobs, and(eq(jobs.shop, shop), eq(jobs.kind, "import-products")));

it("a content type is added, and the catalogue is read again for its texts", async () => {
  const { deps, clock } = await aShop();
  const add = (name: string, more: { label: string; task: string; limitChars: number | null }) =>
    addType.run({ ...deps, admin }, anna, {
      name,
      ...more,
      metafieldType: "multi_line_text_field",
      field: null,
      published: true,
    });
  expect(await add("wash", { ...wash, label: "Care" })).toMatchObject({
    kind: "invalid",
    problems: [{ field: "label", code: "label_taken" }],
  });
  expect(await countImports(deps)).toBe(0);
  expect(await add("wash", wash)).toEqual({ kind: "added", reading: "started" });
  expect(await typeOf(deps, "wash")).toMatchObject({ added: { label: "Wash", key: "wash" }, createdBy: "user:1" });
  clock.advance(1_000);
  expect(await add("fit", { ...wash, label: "Fit" })).toEqual({ kind: "added", reading: "under_way" });
  expect(await countImports(deps)).toBe(1);
});

it("the content types that rules name are added, and a second time there is none", async () => {
  const { deps, has } = await aShop();
  const add = (configId: string) => addTypesOfRules.run(deps, anna, { configId });
  expect(await add("404")).toEqual({ kind: "not_found" });
  expect(await add(has.config)).toEqual({ kind: "added", types: 1, reading: "started" });
  expect(await typeOf(deps, "fit_note")).toMatchObject({ added: { label: "Fit note" } });
  expect(await add(has.config)).toEqual({ kind: "not_found" });
});

it("a content type is changed as it was seen", async () => {
  const { deps } = await aShop();
  const change = (seen: typeof care, input: typeof wash) => changeType.run(deps, anna, { name: "care", input, seen });
  expect(await change({ ...care, label: "Theirs" }, wash)).toMatchObject({ kind: "stale" });
  expect(await change(care, { ...wash, label: " " })).toMatchObject({
    kind: "invalid",
    problems: [{ field: "label", code: "label_missing" }],
  });
  expect(await change(care, wash)).toEqual({ kind: "saved" });
  expect((await typeOf(deps, "care"))?.added).toMatchObject(wash);
});

it("a content type is published or not, and counts as missing or not", async () => {
  const { deps } = await aShop();
  expect(await setTypePublished.run(deps, anna, { name: "care", published: false })).toEqual({
    kind: "saved",
    label: "Care",
  });
  expect(await setTypeWanted.run(deps, anna, { name: "care", wanted: true })).toEqual({ kind: "saved", label: "Care" });
  expect(await typeOf(deps, "care")).toMatchObject({ published: false, wanted: true });
  expect(await setTypePublished.run(deps, anna, { name: "none", published: false })).toEqual({ kind: "not_found" });
  expect(await setTypeWanted.run(deps, anna, { name: "none", wanted: true })).toEqual({ kind: "not_found" });
  expect(await typeOf(deps, "none")).toBeUndefined();
});

it("a content type is removed as it was seen", async () => {
  const { deps } = await aShop();
  expect(await removeType.run(deps, anna, { name: "care", seen: wash })).toEqual({ kind: "stale" });
  expect((await typeOf(deps, "care"))?.removedAt).toBeNull();
  expect(await removeType.run(deps, anna, { name: "care", seen: care })).toEqual({ kind: "removed", label: "Care" });
  expect((await typeOf(deps, "care"))?.removedAt).not.toBeNull();
  expect(await removeType.run(deps, anna, { name: "care", seen: care })).toEqual({ kind: "not_found" });
});
