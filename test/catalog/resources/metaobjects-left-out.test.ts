import { expect, it } from "vitest";
import { textsSummary } from "../../../app/tasks/import-texts.ts";
import { defaultApp } from "../../../sandbox/store/sandbox-app.ts";
import { shop } from "../../shopify/open-store.ts";
import { openImport } from "../translations/import-world.ts";

async function open(scopes?: string[]) {
  const world = await openImport(scopes);
  await world.run();
  const state = world.store.state.shop(shop);
  const put = (id: number, change: { type?: string; translatable?: boolean }) =>
    state.metaobjects.set(id, {
      ...{ __typename: "Metaobject", id, type: "note", displayName: `Note ${id}`, updatedAt: 0, ...change },
      fields: [{ key: "title", value: `Words of ${id}`, type: "SINGLE_LINE_TEXT_FIELD" }],
    });
  const sql = "SELECT id FROM text_resources WHERE shop = ? AND kind = 'metaobject' AND gone_at IS NULL";
  const listed = () =>
    (world.db.raw.prepare(sql).pluck().all(shop) as string[]).filter((id) => id.startsWith("Metaobject/77"));
  return { ...world, put, listed };
}

it("metaobjects that their definition or another app keeps from being translated are left out, and that is told", async () => {
  const { clock, put, listed, readTexts } = await open();
  put(771, {});
  put(772, {});
  put(773, { type: "app--44--settings" });
  const first = await readTexts();
  expect(listed()).toEqual(["Metaobject/771", "Metaobject/772"]);
  expect(textsSummary(first)).toMatch(/Left to the apps that they belong to: 1 metaobject\.$/);
  put(772, { translatable: false });
  clock.advance(60_000);
  const second = await readTexts();
  expect(listed()).toEqual(["Metaobject/771"]);
  expect(second.leftOut).toEqual({ notTranslatable: 1, ofApps: 1 });
  expect(textsSummary(second)).toContain("does not allow it: 1 metaobject.");
});

it("where the app may not read definitions all are translated, and Shopify refuses what it does not take", async () => {
  const { store, put, listed, readTexts } = await open(
    defaultApp.scopes.filter((scope) => scope !== "read_metaobject_definitions"),
  );
  put(771, { translatable: false });
  expect(await readTexts()).toMatchObject({ leftOut: { notTranslatable: 0 }, denied: [], partial: [] });
  expect(listed()).toEqual(["Metaobject/771"]);
  const { data } = store.state.graphql(
    shop,
    `mutation ($id: ID!, $rows: [TranslationInput!]!) {
      translationsRegister(resourceId: $id, translations: $rows) { userErrors { field code } }
    }`,
    {
      id: "gid://shopify/Metaobject/771",
      rows: [{ key: "title", locale: "de", value: "Worte", translatableContentDigest: "none" }],
    },
  );
  expect(data).toMatchObject({
    translationsRegister: { userErrors: [{ field: ["resourceId"], code: "RESOURCE_NOT_TRANSLATABLE" }] },
  });
});
