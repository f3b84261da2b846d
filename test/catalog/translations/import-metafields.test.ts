import { expect, it } from "vitest";
import type { AdminApi, AdminOperation } from "../../../app/shopify/admin-api.ts";
import { adminError } from "../../../app/shopify/admin-errors.ts";
import { summary } from "../../../app/tasks/import-products.ts";
import { openImport, shirt } from "./import-world.ts";

type Answer = (ids: string[], look: () => Promise<unknown>) => unknown;

/** The store, but for what it answers about resources that are asked for by their ids. */
function answering({ admin }: { admin: AdminApi }, answer: Answer): AdminApi {
  return {
    ...admin,
    async run<D, V extends Record<string, unknown>>(
      operation: AdminOperation<D, V>,
      variables: V,
      options?: Parameters<AdminApi["run"]>[2],
    ): Promise<D> {
      const look = () => admin.run(operation, variables, options);
      if (operation.name !== "ReadTranslations") return look();
      return operation.data.parse(await answer(variables.ids as string[], look));
    },
  };
}

const metafieldsOf = (texts: Record<string, unknown> = {}) =>
  Object.keys(texts).filter((name) => name.startsWith("Metafield/"));

it("metafields are asked for by the ids of those that products have, never by a list of the whole shop's", async () => {
  const { store, run, rows } = await openImport();
  await run();
  expect(metafieldsOf((await rows(shirt)).de)).not.toEqual([]);
  const asked = store.state.log().map(({ input }) => JSON.stringify(input ?? {}));
  expect(asked.filter((text) => /resourceType: ?(?:\w+ )?METAFIELD/.test(text))).toEqual([]);
});

it("one that an answer leaves out is asked for again; what both leave out has no translations any more", async () => {
  const world = await openImport();
  await world.run();
  const before = metafieldsOf((await world.rows(shirt)).de);
  const [gone = ""] = before.map((name) => `gid://shopify/${name.replace(".value", "")}`);
  let looks = 0;
  let alone = 0;
  const without = (leaves: () => boolean) =>
    answering(world, async (ids, look) => {
      const found = (await look()) as { translatableResourcesByIds: { nodes: { resourceId: string }[] } };
      if (ids.length === 1 && ids[0] === gone) alone++;
      if (!ids.includes(gone) || !leaves()) return found;
      const nodes = found.translatableResourcesByIds.nodes.filter(({ resourceId }) => resourceId !== gone);
      return { translatableResourcesByIds: { nodes } };
    });
  world.clock.advance(60_000);
  const once = without(() => looks++ === 0);
  await world.run({}, once);
  expect(alone).toBe(1);
  expect(metafieldsOf((await world.rows(shirt)).de)).toEqual(before);
  world.clock.advance(60_000);
  const always = without(() => true);
  await world.run({}, always);
  expect(metafieldsOf((await world.rows(shirt)).de)).toEqual(before.slice(1));
});

it("a question that Shopify does not know any more leaves them as they are, and the import says so", async () => {
  const world = await openImport();
  await world.run();
  const before = world.everything();
  world.clock.advance(60_000);
  const refusing = answering(world, () => {
    throw adminError("shopify_bad_request", "no such field");
  });
  const result = await world.run({}, refusing);
  expect(result.translations).toMatchObject({ refused: true, partial: true, denied: false });
  expect(summary(result)).toContain("does not answer a question about translations any more");
  expect(world.everything()).toEqual(before);
  const denying = answering(world, () => {
    throw adminError("shopify_scope", "not allowed");
  });
  expect((await world.run({}, denying)).translations).toMatchObject({ denied: true, refused: false });
  expect(world.everything()).toEqual(before);
});
