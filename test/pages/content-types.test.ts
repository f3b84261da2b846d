import { expect, it } from "vitest";
import { listJobs } from "../../app/jobs/read-jobs.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import type { ContentTypesRequest } from "../../app/pages/content-types/actions.ts";
import { readFieldChoices } from "../../app/pages/content-types/read-field-choices.ts";
import { readContentTypesPage } from "../../app/pages/content-types/read-page.ts";
import { createConfig } from "../../app/rules/configs/save-config.ts";
import { listContentTypes } from "../../app/rules/content-types/list-content-types.ts";
import type { AdminApiFor } from "../../app/shopify/admin-api.ts";
import { installShop, openAdmin, openStore, shop, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askConfig, askContentTypes } from "../support/pages/ask.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const other = shopDomainSchema.parse("second.myshopify.com");
const user = { shop, by: "user:1" };

async function setUp() {
  const db = openTestDatabase();
  const clock = testClock();
  const store = await openStore();
  await installShop({ db, clock }, store);
  const define = (key: string, type: string, name: string) => {
    const { data } = store.state.graphql(
      shop,
      "mutation ($d: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $d) { userErrors { message } } }",
      { d: { name, namespace: "custom", key, type, ownerType: "PRODUCT" } },
    );
    expect(data).toEqual({ metafieldDefinitionCreate: { userErrors: [] } });
  };
  define("care_text", "rich_text_field", "Care text");
  define("rating", "number_decimal", "Rating");
  const deps = { db, clock, admin: openAdmin({ db, clock, store }) };
  const change = (request: ContentTypesRequest) => askContentTypes(deps, user, request);
  return { ...deps, change };
}

const added = {
  label: "Care",
  name: "care",
  task: "",
  limitChars: null,
  metafieldType: "multi_line_text_field",
  published: true,
};

const seenOf = (name: string) => ({ label: name === "care" ? added.label : "Title", task: "", limitChars: null });

it("offers the shop's own fields for a text, as long as they are empty", async () => {
  const { change, ...deps } = await setUp();
  const { fields } = await readFieldChoices(deps, shop);
  expect(fields.map(({ id, name, type }) => [id, name, type])).toEqual([
    ["custom.care_text", "Care text", "rich_text_field"],
  ]);
  // The page may say what it likes: what the field holds is Shopify's word.
  expect(await change({ intent: "add", ...added, field: "custom.care_text" })).toEqual({
    message: "Content type added. The catalogue is read again for its texts",
  });
  expect((await deps.db.do(listContentTypes(shop))).at(-1)).toMatchObject({
    name: "care",
    html: true,
    family: "string",
  });
  expect((await readFieldChoices(deps, shop)).fields).toEqual([]);
  expect(
    await change({ intent: "add", ...added, name: "rating", label: "Rating", field: "custom.rating" }),
  ).toMatchObject({
    problem: expect.stringContaining("no longer has this metafield"),
  });
  const { types } = await readContentTypesPage(deps, shop);
  expect(types.at(-1)).toMatchObject({
    label: "Care",
    kind: "rich",
    place: "Metafield custom.care_text",
    published: true,
  });
  expect(types[0]).toMatchObject({ label: "Title", place: "Title of the product", added: null });
});

it("reads the catalogue again for a new type, and shows when an older import is under way", async () => {
  const { change, clock, ...deps } = await setUp();
  await change({ intent: "add", ...added, field: null });
  expect((await listJobs(deps, { shop, kind: "import-products" })).rows).toHaveLength(1);
  clock.advance(1_000);
  expect(await change({ intent: "add", ...added, name: "steps", label: "Steps", field: null })).toEqual({
    message: "Content type added. An import is under way: sync once more when it is finished",
  });
});

it("changes, publishes and removes the types of its own shop only, with the reason at the field", async () => {
  const { change, ...deps } = await setUp();
  await change({ intent: "add", ...added, field: null });
  expect(await change({ intent: "add", ...added, name: "care_two", field: null })).toEqual({
    problem: "Choose another label.",
    fields: { label: "Another content type has this label." },
  });
  const input = { label: "Washing", task: "Say how to wash it.", limitChars: 300 };
  expect(await change({ intent: "change", name: "care", input, seen: seenOf("care") })).toEqual({ message: "Saved" });
  expect(await change({ intent: "publish", name: "care", published: false })).toEqual({
    message: "Washing is no longer published",
  });
  expect(
    await askContentTypes(deps, { ...user, shop: other }, { intent: "remove", name: "care", seen: seenOf("care") }),
  ).toHaveProperty("problem");
  expect(
    await askContentTypes(deps, { ...user, shop: other }, { intent: "publish", name: "care", published: true }),
  ).toHaveProperty("problem");
  expect((await deps.db.do(listContentTypes(shop))).at(-1)).toMatchObject({ label: "Washing", published: false });
  expect(await change({ intent: "remove", name: "care", seen: input })).toMatchObject({
    message: expect.stringContaining("Washing removed"),
  });
  expect(await change({ intent: "remove", name: "title", seen: seenOf("title") })).toHaveProperty("problem");
  expect(await askContentTypes(deps, user, { intent: "remove" })).toHaveProperty("problem");
});

it("takes over the types that a config names, with the kinds that it gives", async () => {
  const form = new FormData();
  form.set("intent", "add-types");
  const { change: _, ...known } = await setUp();
  const deps = { ...known, models: unaskedModels() };
  const content_config = {
    content_types: { howtouse: { task: "Steps." }, care_guide: { task: "Care." }, title: { task: "Title." } },
    client: { content_type_family_map: { howtouse: "bullets" } },
  };
  const made = await createConfig(deps, { shop, by: "user:1", input: { name: "rich", content_config } });
  const id = made.outcome === "saved" ? made.config.id : "";
  expect(await askConfig(deps, user, id, form)).toMatchObject({
    message: expect.stringContaining("2 content types added"),
  });
  expect((await deps.db.do(listContentTypes(shop))).slice(-2)).toMatchObject([
    { name: "howtouse", label: "How to use", family: "bullets" },
    { name: "care_guide", label: "Care guide", family: "string" },
  ]);
  expect(await askConfig(deps, user, id, form)).toHaveProperty("problem");
});

it("shows why the fields could not be read", async () => {
  const { change: _, ...deps } = await setUp();
  const broken: AdminApiFor = (name) => ({
    shop: name,
    run() {
      throw new OperationalError("no answer", {
        code: "shopify_down",
        retryable: true,
        merchantMessage: "Shopify did not answer.",
      });
    },
  });
  expect(await readFieldChoices({ ...deps, admin: broken }, shop)).toEqual({
    fields: [],
    problem: "Shopify did not answer.",
  });
});
