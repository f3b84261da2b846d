import { afterEach, beforeEach, expect, it } from "vitest";
import { domain, rootField } from "./test-store.ts";
import { openTranslationWorld, product, type TranslationWorld } from "./translation-world.ts";

let world: TranslationWorld;
beforeEach(async () => {
  world = await openTranslationWorld();
});
afterEach(() => world.close());

const mutation =
  "mutation call($resourceId: ID!, $translations: [TranslationInput!]!) { translationsRegister(resourceId: $resourceId, translations: $translations) { translations { key value } userErrors { field code } } }";

/** The answer of each line, in order. */
async function run(lines: object[]): Promise<{ data: { translationsRegister: unknown } }[]> {
  world.state.shop(domain).uploads.set("tmp/lines.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
  const started = await world.admin(
    'mutation($m: String!) { bulkOperationRunMutation(mutation: $m, stagedUploadPath: "tmp/lines.jsonl") { bulkOperation { id } userErrors { message } } }',
    { m: mutation },
  );
  const { bulkOperation } = rootField<{ bulkOperation: { id: string } }>(started, "bulkOperationRunMutation");
  await world.state.settled();
  const read = `{ bulkOperation(id: "${bulkOperation.id}") { status url objectCount } }`;
  const done = rootField<{ status: string; url: string }>(await world.admin(read), "bulkOperation");
  expect(done).toMatchObject({ status: "COMPLETED", objectCount: String(lines.length) });
  const url = new URL(done.url);
  const text = await (await world.get(`${url.pathname}${url.search}`, url.host)).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { data: { translationsRegister: unknown } });
}

it("a bulk mutation registers translations line by line, each with its own errors, for no points", async () => {
  const other = "gid://shopify/Product/8000000000001";
  const digest = await world.digest(product, "title");
  const row = (more: object) => ({
    key: "title",
    locale: "de",
    value: "Wert",
    translatableContentDigest: digest,
    ...more,
  });
  const before = world.state.shop(domain).bucket.status().currentlyAvailable;
  const answers = await run([
    { resourceId: product, translations: [row({ value: "Hemd" }), row({ key: "tags" })] },
    { resourceId: other, translations: [row({})] },
    { resourceId: "gid://shopify/Product/1", translations: [row({})] },
    { resourceId: product, translations: Array.from({ length: 101 }, () => row({})) },
    { resourceId: product, translations: [row({ locale: "fr", value: "Chemise" })] },
  ]);
  const told = answers.map(({ data }) => data.translationsRegister);
  expect(told).toEqual([
    {
      translations: [{ key: "title", value: "Hemd" }],
      userErrors: [{ field: ["translations", "1", "key"], code: "INVALID_KEY_FOR_MODEL" }],
    },
    {
      translations: [],
      userErrors: [{ field: ["translations", "0", "translatableContentDigest"], code: "INVALID_TRANSLATABLE_CONTENT" }],
    },
    { translations: null, userErrors: [{ field: ["resourceId"], code: "RESOURCE_NOT_FOUND" }] },
    { translations: null, userErrors: [{ field: ["resourceId"], code: "TOO_MANY_KEYS_FOR_RESOURCE" }] },
    { translations: [{ key: "title", value: "Chemise" }], userErrors: [] },
  ]);
  expect(await world.rows(product, "de")).toMatchObject([{ value: "Hemd" }]);
  expect(await world.rows(product, "fr")).toMatchObject([{ value: "Chemise" }]);
  // 10 for the start; the reads since then gave back more than they took.
  expect(world.state.shop(domain).bucket.status().currentlyAvailable).toBeGreaterThan(before - 30);
});

it("a digest that aged while the file waited is told of its own line", async () => {
  const translatableContentDigest = await world.digest(product, "title");
  const line = (key: string, digest: string) => ({
    resourceId: product,
    translations: [{ key, locale: "de", value: "Wert", translatableContentDigest: digest }],
  });
  const type = await world.digest(product, "product_type");
  world.state.patchProduct(domain, product, { title: "Changed meanwhile" });
  const answers = await run([line("title", translatableContentDigest), line("product_type", type)]);
  expect(answers.map(({ data }) => data.translationsRegister)).toMatchObject([
    { userErrors: [{ code: "INVALID_TRANSLATABLE_CONTENT" }] },
    { userErrors: [], translations: [{ key: "product_type" }] },
  ]);
});

it("rows may be lost in a bulk mutation as in a call", async () => {
  world.state.faults.set({ rules: [{ kind: "translation_lost", times: 1 }] });
  const translatableContentDigest = await world.digest(product, "title");
  const row = { key: "title", locale: "de", value: "Wert", translatableContentDigest };
  const answers = await run([{ resourceId: product, translations: [row] }]);
  expect(answers[0]?.data.translationsRegister).toMatchObject({ translations: [{ value: "Wert" }], userErrors: [] });
  expect(await world.rows(product, "de")).toEqual([]);
});

it("a bulk query reads translatable resources with their translations", async () => {
  await world.register(product, [{ value: "Leinenhemd" }]);
  const query =
    '{ translatableResources(resourceType: PRODUCT) { edges { node { resourceId translatableContent { key digest } translations(locale: "de") { key value } } } } }';
  const answer = await world.admin(
    "mutation($q: String!) { bulkOperationRunQuery(query: $q) { bulkOperation { id } userErrors { message } } }",
    { q: query },
  );
  const { bulkOperation } = rootField<{ bulkOperation: { id: string } }>(answer, "bulkOperationRunQuery");
  await world.state.settled();
  const { url } = rootField<{ url: string }>(
    await world.admin(`{ bulkOperation(id: "${bulkOperation.id}") { url } }`),
    "bulkOperation",
  );
  const { pathname, search, host } = new URL(url);
  const lines = (await (await world.get(`${pathname}${search}`, host)).text()).trim().split("\n");
  expect(lines).toHaveLength(world.state.shop(domain).products.count);
  const own = lines.map((line) => JSON.parse(line)).find(({ resourceId }) => resourceId === product);
  expect(own).toMatchObject({ translations: [{ key: "title", value: "Leinenhemd" }] });
});
