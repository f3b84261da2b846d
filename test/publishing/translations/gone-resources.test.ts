import { expect, test } from "vitest";
import type { PublishDeps } from "../../../app/publishing/publish-product.ts";
import type { AdminApi, AdminOperation } from "../../../app/shopify/admin-api.ts";
import { openTranslationWorld, stateOf, type TranslationWorld } from "./translation-world.ts";

/** Shopify leaves the pictures out of what it answers about translations. */
function leavingOutImages(world: TranslationWorld): PublishDeps {
  const admin: PublishDeps["admin"] = (shop) => {
    const api = world.admin(shop);
    return {
      ...api,
      async run<D, V extends Record<string, unknown>>(
        operation: AdminOperation<D, V>,
        variables: V,
        options?: Parameters<AdminApi["run"]>[2],
      ): Promise<D> {
        const data = await api.run(operation, variables, options);
        if (operation.name !== "ReadTranslations") return data;
        const { translatableResourcesByIds } = data as {
          translatableResourcesByIds: { nodes: { resourceId: string }[] };
        };
        const nodes = translatableResourcesByIds.nodes.filter(({ resourceId }) => !resourceId.includes("MediaImage"));
        return { ...data, translatableResourcesByIds: { nodes } };
      },
    };
  };
  return { ...world.deps, admin };
}

test("a translation whose picture one reading leaves out stays approved, and is published once the picture is read", async () => {
  const world = await openTranslationWorld();
  const [alt = ""] = world.alts;
  const id = await world.approveFor(alt, { body: "Eine Schürze auf einem Tisch" });
  expect(await world.publishFor(undefined, { deps: leavingOutImages(world) })).toMatchObject({
    ...{ published: [], notTranslatable: [alt], problem: null },
  });
  expect(await stateOf(world, id)).toBe("approved");
  expect(await world.publishFor()).toMatchObject({ published: [alt] });
});

test("a translation whose picture is gone, by two readings, is closed", async () => {
  const world = await openTranslationWorld();
  const id = await world.approveFor("image_alt_987654321", { body: "Eine Schürze auf einem Tisch" });
  expect(await world.publishFor()).toMatchObject({ problem: expect.stringContaining("no longer in the shop") });
  expect(await stateOf(world, id)).toBe("superseded");
});
