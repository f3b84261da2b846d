import { describe, expect, test } from "vitest";
import { readProduct } from "../../app/catalog/read-product.ts";
import { addContentType, setPublished } from "../../app/rules/content-types/save-content-type.ts";
import type { AdminApiFor } from "../../app/shopify/admin-api.ts";
import { removeContentType } from "../../app/versions/remove-content-type.ts";
import { shop } from "../shopify/open-store.ts";
import { openWorld, type World } from "./publishing-world.ts";

const care = { namespace: "custom", key: "care_text" };
const careTree = {
  type: "root",
  children: [
    {
      type: "paragraph",
      children: [
        { type: "text", value: "Wash " },
        { type: "text", value: "cold", bold: true },
        { type: "text", value: ", see " },
        { type: "link", url: "https://example.com/care", children: [{ type: "text", value: "our guide" }] },
      ],
    },
  ],
};
const careHtml = '<p>Wash <strong>cold</strong>, see <a href="https://example.com/care">our guide</a></p>';

async function add(world: World, input: Record<string, unknown>): Promise<void> {
  const added = await addContentType(world, { shop, input: { place: null, ...input }, by: "user:1" });
  expect(added).toEqual({ outcome: "saved" });
}

const howtouse = { name: "howtouse", label: "How to use", metafieldType: "multi_line_text_field" };
const careType = { name: "care", label: "Care", metafieldType: "rich_text_field", place: care };

function setMetafield(world: World, place: { namespace: string; key: string }, type: string, value: string): void {
  const { data } = world.store.state.graphql(
    shop,
    "mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }",
    { m: [{ ownerId: world.gid, ...place, type, value }] },
  );
  expect(data).toEqual({ metafieldsSet: { userErrors: [] } });
}

function stored(world: World, place: { namespace: string; key: string }): string | undefined {
  const { data } = world.store.state.graphql(
    shop,
    "query ($id: ID!, $n: String!, $k: String!) { product(id: $id) { metafield(namespace: $n, key: $k) { value } } }",
    { id: world.gid, n: place.namespace, k: place.key },
  ) as { data: { product: { metafield: { value: string } | null } } };
  return data.product.metafield?.value;
}

const appPlace = { namespace: "$app:content", key: "howtouse" };

function report(result: Awaited<ReturnType<World["publish"]>>) {
  if (result.kind !== "done") throw new Error(result.kind);
  const { published, alreadyLive, conflicts, problem } = result;
  return { published, alreadyLive, conflicts, problem };
}

const nothing = { published: [], alreadyLive: [], conflicts: [], problem: null };

describe("a text that the shop added", () => {
  test("is published into a metafield of this app with its definition, mirrored, and taken back by undo", async () => {
    const world = await openWorld();
    await add(world, howtouse);
    await world.approve("howtouse", "Put it on. Tie it.");
    expect(report(await world.publish())).toEqual({ ...nothing, published: ["howtouse"] });
    expect(stored(world, appPlace)).toBe("Put it on. Tie it.");
    const definitions = world.store.state.graphql(
      shop,
      `{ metafieldDefinitions(first: 5, ownerType: PRODUCT, namespace: "$app:content") { nodes { name key type { name } access { storefront } } } }`,
    );
    const node = { name: "How to use", key: "howtouse", type: { name: "multi_line_text_field" } };
    expect(definitions.data).toMatchObject({
      metafieldDefinitions: { nodes: [{ ...node, access: { storefront: "PUBLIC_READ" } }] },
    });
    expect(await world.product()).toMatchObject({
      addedTexts: { howtouse: "Put it on. Tie it." },
      contentState: "published",
    });
    const known = await world.product();
    await world.refresh();
    expect((await world.product()).liveDigest).toBe(known.liveDigest);
    const [write] = await world.writeBacks();
    expect(await world.undo(write?.id ?? "")).toMatchObject({ kind: "done", restored: ["howtouse"], problem: null });
    expect(stored(world, appPlace)).toBeUndefined();
    expect((await world.product()).addedTexts).toBeNull();
  });

  test("in a rich text field of the shop's own is a text and no fact, and undo brings back the very tree", async () => {
    const world = await openWorld();
    setMetafield(world, care, "rich_text_field", JSON.stringify(careTree));
    await world.refresh();
    const isFact = async () => JSON.stringify((await world.product()).facts).includes("our guide");
    expect(await isFact()).toBe(true);
    await add(world, careType);
    await world.refresh();
    expect(await isFact()).toBe(false);
    expect((await readProduct(world, shop, world.productId))?.live.care).toBe(careHtml);
    await world.approve("care", "<p>Wash at 30 °C.</p><ul><li><p>Dry flat</p></li></ul>");
    expect(report(await world.publish())).toEqual({ ...nothing, published: ["care"] });
    expect(JSON.parse(stored(world, care) ?? "")).toMatchObject({
      type: "root",
      children: [{ type: "paragraph" }, { type: "list", listType: "unordered" }],
    });
    await world.approve("care", "<p>Wash at 30 °C.</p><ul><li>Dry flat</li></ul>");
    expect(report(await world.publish()), "it stands there already").toEqual({ ...nothing, alreadyLive: ["care"] });
    const write = (await world.writeBacks()).at(-1);
    expect(await world.undo(write?.id ?? "")).toMatchObject({ restored: ["care"] });
    expect(JSON.parse(stored(world, care) ?? "")).toEqual(careTree);
    expect(
      world.store.state.log().some(({ operationName }) => operationName === "CreateMetafieldDefinition"),
      "a field of the merchant's is theirs to define",
    ).toBe(false);
  });

  test("that somebody changed meanwhile is a conflict, found by what was read or by the digest", async () => {
    const world = await openWorld();
    await add(world, howtouse);
    setMetafield(world, appPlace, "multi_line_text_field", "Old");
    await world.approve("howtouse", "Ours");
    setMetafield(world, appPlace, "multi_line_text_field", "Theirs");
    expect(report(await world.publish())).toEqual({ ...nothing, conflicts: ["howtouse"] });
    expect(stored(world, appPlace)).toBe("Theirs");
    expect(await world.conflicts()).toMatchObject([
      { contentType: "howtouse", base: "Old", theirs: "Theirs", ours: "Ours" },
    ]);

    const other = await openWorld();
    await add(other, howtouse);
    setMetafield(other, appPlace, "multi_line_text_field", "Old");
    await other.approve("howtouse", "Ours");
    const late: AdminApiFor = (name) => ({
      shop: name,
      run(operation, variables, options) {
        if (operation.name === "SetMetafields") setMetafield(other, appPlace, "multi_line_text_field", "Just now");
        return other.deps.admin(name).run(operation, variables, options);
      },
    });
    const result = await other.publish({ deps: { ...other.deps, admin: late } });
    expect(report(result)).toEqual({ ...nothing, conflicts: ["howtouse"] });
    expect(stored(other, appPlace)).toBe("Just now");
  });

  test("stays here when its type is not published, and so does one of the five", async () => {
    const world = await openWorld();
    await add(world, { ...howtouse, published: false });
    await setPublished(world, { shop, name: "seo_title", published: false, by: "user:1" });
    await world.approve("howtouse", "Put it on.");
    await world.approve("seo_title");
    await world.approve("title");
    expect(report(await world.publish())).toEqual({ ...nothing, published: ["title"] });
    expect(stored(world, appPlace)).toBeUndefined();
    await setPublished(world, { shop, name: "howtouse", published: true, by: "user:1" });
    expect(report(await world.publish())).toEqual({ ...nothing, published: ["howtouse"] });
  });

  test("of a type that was removed can still be undone, and its drafts are given up", async () => {
    const world = await openWorld();
    await add(world, howtouse);
    const first = await world.approve("howtouse", "Put it on.");
    await world.publish();
    const next = await world.approve("howtouse", "Put it on slowly.");
    expect(await removeContentType(world, { shop, name: "howtouse", by: "user:1" })).toBe(true);
    expect(await world.version(next)).toMatchObject({ state: "superseded", decidedBy: "user:1" });
    expect(await world.version(first)).toMatchObject({ state: "published" });
    expect(report(await world.publish())).toEqual(nothing);
    expect(stored(world, appPlace)).toBe("Put it on.");
    const [write] = await world.writeBacks();
    expect(await world.undo(write?.id ?? "")).toMatchObject({ restored: ["howtouse"] });
    expect(stored(world, appPlace)).toBeUndefined();
    expect(await removeContentType(world, { shop, name: "howtouse", by: "user:1" })).toBe(false);
  });
});
