import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { versions, writeBacks } from "../../../app/db/schema/index.ts";
import { checkOpenWrites } from "../../../app/publishing/check-open-writes.ts";
import { publishProduct } from "../../../app/publishing/publish-product.ts";
import type { AdminApi, AdminApiFor, AdminOperation } from "../../../app/shopify/admin-api.ts";
import { openResources } from "../../generation/translate/resources-world.ts";
import { shop } from "../../shopify/open-store.ts";
import { free, mortal } from "../publishing-world.ts";
import { inGerman, openTranslationWorld, stateOf } from "./translation-world.ts";

test("a page's write without an answer is settled by what the shop shows, not taken for a product's that is gone", async () => {
  const world = await openResources();
  const { db, deps, store, shopper } = world;
  const productId = world.ownerOf("page", "Shipping and delivery");
  const untranslated = shopper(productId).title;
  await world.translate([productId]);
  await world.approve([productId]);
  // The step after the shop has the texts.
  for (let dieAt = 3; shopper(productId).title === untranslated; dieAt += 1) {
    const dying = mortal(deps, dieAt);
    await publishProduct(dying.deps, free, { shop, productId, target: inGerman }).catch(() => {});
  }
  const states = async () =>
    (await db.orm.select().from(writeBacks).where(eq(writeBacks.shop, shop))).map(({ state }) => state);
  expect(await states()).toContain("writing");
  const asked = () => store.state.log().filter(({ operationName }) => operationName === "ReadProductTexts").length;
  const before = asked();
  expect(await checkOpenWrites(deps, { shop, productId })).toContain(`${productId}.title`);
  expect(asked()).toBe(before);
  expect(await states()).not.toContain("writing");
  const rows = await db.orm.select().from(versions).where(eq(versions.productId, productId));
  expect(rows.find(({ contentType }) => contentType === "title")?.state).toBe("published");
});

test("a product that one writer does not find takes no translation with it that the shop shows", async () => {
  const world = await openTranslationWorld();
  const { deps, productId } = world;
  const id = await world.approveFor("title");
  for (let dieAt = 3; world.held("title") === null; dieAt += 1) {
    await world.publishFor(inGerman, { deps: mortal(deps, dieAt).deps }).catch(() => {});
  }
  const admin: AdminApiFor = (name) => {
    const api = world.admin(name);
    return {
      ...api,
      async run<D, V extends Record<string, unknown>>(
        operation: AdminOperation<D, V>,
        variables: V,
        options?: Parameters<AdminApi["run"]>[2],
      ): Promise<D> {
        if (operation.name === "ReadProductTexts") return operation.data.parse({ product: null });
        return api.run(operation, variables, options);
      },
    };
  };
  expect(await checkOpenWrites({ ...deps, admin }, { shop, productId })).toEqual(["title"]);
  expect(await stateOf(world, id)).toBe("published");
});
