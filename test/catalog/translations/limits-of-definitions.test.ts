import { expect, it } from "vitest";
import { refreshSources } from "../../../app/catalog/resources/refresh-sources.ts";
import type { AddedType } from "../../../app/db/schema/index.ts";
import { productIdSchema } from "../../../app/lib/brand.ts";
import { addContentType } from "../../../app/rules/content-types/save-content-type.ts";
import { withAddedTypes } from "../../../app/rules/content-types/with-added-types.ts";
import type { MetafieldDefinitionRecord } from "../../../sandbox/store/records.ts";
import { shop } from "../../shopify/open-store.ts";
import { openImport } from "./import-world.ts";

const access = { admin: "PUBLIC_READ_WRITE", storefront: "PUBLIC_READ", customerAccount: "NONE" };

async function open() {
  const world = await openImport();
  const { db, store } = world;
  const state = store.state.shop(shop);
  const define = (name: string, validations: Record<string, string>) => {
    const [namespace = "", key = ""] = name.split(".");
    const known = [...state.definitions.values()].find((one) => one.namespace === namespace && one.key === key);
    const id = known?.id ?? state.nextId();
    const record: MetafieldDefinitionRecord = {
      ...{ __typename: "MetafieldDefinition", id, ownerType: "PRODUCT", namespace, key, name: key, description: null },
      ...{ type: "single_line_text_field", pinnedPosition: null, access },
      validations: Object.entries(validations).map(([rule, value]) => ({ name: rule, value })),
    };
    state.definitions.set(id, record);
  };
  const rows = () =>
    db.raw.prepare("SELECT texts FROM translatable_texts WHERE shop = ?").pluck().all(shop) as string[];
  const limits = (value: string) => {
    const texts = rows().flatMap((row) => Object.values(JSON.parse(row) as Record<string, { value: string }>));
    return texts.filter((text) => text.value === value).map((text) => ("limits" in text ? text.limits : null));
  };
  return { ...world, state, define, limits };
}

it("what a metafield's definition asks of its values is kept with its text, and gone with the rule", async () => {
  const { state, run, define, limits, clock } = await open();
  const product = [...state.products.heads()]
    .map((head) => head.record())
    .find(({ metafields }) => metafields.length > 0);
  const field = product?.metafields.find(({ type }) => type === "single_line_text_field");
  if (!field) throw new Error("the sample store has no text in a metafield");
  const name = `${field.namespace}.${field.key}`;
  define(name, { max: "40", "list.max": "3" });
  await run();
  expect(limits(field.value)).toContainEqual({ max: 40, most: 3 });
  define(name, {});
  clock.advance(60_000);
  await run();
  expect(limits(field.value)).not.toContainEqual({ max: 40, most: 3 });
});

it("what a metaobject's definition asks of a field is kept with its text, and a later reading of the text alone keeps it", async () => {
  const world = await open();
  const { state, run, readTexts, limits } = world;
  const entry = [...state.metaobjects.values()].find(({ displayName }) => displayName === "Moss");
  const [field] = entry?.fields ?? [];
  if (!entry || !field) throw new Error("the sample store has no such entry");
  state.metaobjects.set(entry.id, { ...entry, fields: [{ ...field, validations: [{ name: "max", value: "12" }] }] });
  await run();
  await readTexts();
  expect(limits("Moss")).toContainEqual({ max: 12 });
  state.metaobjects.set(entry.id, { ...entry, fields: [{ ...field, value: "Deep moss" }] });
  world.clock.advance(60_000);
  const id = productIdSchema.parse(`Metaobject/${entry.id}`);
  await refreshSources(world, { shop, id, signal: new AbortController().signal });
  expect(limits("Deep moss")).toEqual([{ max: 12 }]);
});

it("what the definition of a content type's metafield asks for is kept with the type, and the rules of its texts hold it", async () => {
  const { db, clock, run, define } = await open();
  const input = { name: "care_tips", label: "Care tips", metafieldType: "single_line_text_field", limitChars: 60 };
  const place = { namespace: "custom", key: "care_tips" };
  await addContentType({ db, clock }, { shop, by: "anna", input: { ...input, place } });
  define("custom.care_tips", { max: "20" });
  await run();
  const added = () =>
    JSON.parse(String(db.raw.prepare("SELECT added FROM shop_content_types WHERE shop = ?").pluck().get(shop)));
  expect((added() as AddedType).limits).toEqual({ max: 20 });
  const config = await db.do(withAddedTypes(shop, {}));
  expect(config.place_limits).toEqual({ care_tips: { max: 20 } });
  expect(config.content_types?.care_tips?.character_limit).toBe(20);
  define("custom.care_tips", {});
  clock.advance(60_000);
  await run();
  expect(added()).not.toHaveProperty("limits");
});

it("a definition behind the end of a full list keeps what is known of it", async () => {
  const { db, clock, run, define, state } = await open();
  const input = { name: "care_tips", label: "Care tips", metafieldType: "single_line_text_field", limitChars: 60 };
  const place = { namespace: "custom", key: "care_tips" };
  await addContentType({ db, clock }, { shop, by: "anna", input: { ...input, place } });
  define("custom.care_tips", { max: "20" });
  await run();
  const own = [...state.definitions.values()].find(({ key }) => key === "care_tips");
  if (own) state.definitions.delete(own.id);
  for (let at = 0; at < 250; at++) define(`custom.other_${at}`, {});
  define("custom.care_tips", { max: "20" });
  clock.advance(60_000);
  await run();
  const added = db.raw.prepare("SELECT added FROM shop_content_types WHERE shop = ?").pluck().get(shop);
  expect((JSON.parse(String(added)) as AddedType).limits).toEqual({ max: 20 });
});
