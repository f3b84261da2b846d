import { expect, test } from "vitest";
import { undoWriteBack } from "../../../app/publishing/undo-write-back.ts";
import { shop } from "../../shopify/open-store.ts";
import { free } from "../publishing-world.ts";
import { inGerman, openTranslationWorld } from "./translation-world.ts";

test("an undo keeps nothing for a market of a text that is said everywhere by now, which Shopify would refuse", async () => {
  const world = await openTranslationWorld();
  const { productId } = world;
  const [market] = [...world.store.state.shop(shop).markets.values()];
  const target = { ...inGerman, market: String(market?.id) };
  world.translate("title", "Überall");
  world.translate("title", "Erst nur hier", target);
  await world.approveFor("title", { target, body: "Dann nur hier", base: "Erst nur hier" });
  expect(await world.publishFor(target)).toMatchObject({ published: ["title"] });
  world.translate("title", "Erst nur hier");
  const [writeBack] = await world.writeBacks();
  const asked = { shop, productId, writeBackId: writeBack?.id ?? "" };
  expect(await undoWriteBack(world.deps, free, asked)).toMatchObject({
    ...{ kind: "done", restored: ["title"], conflicts: [], outdated: [], problem: null },
  });
  expect([world.held("title", target), world.held("title")]).toEqual([null, "Erst nur hier"]);
  expect(world.calls().at(-1)).toEqual({ name: "RemoveTranslations", rows: 1 });
  expect(await world.writeBacks()).toMatchObject([{ state: "verified", undoes: writeBack?.id }, { state: "undone" }]);
});

test("an undo leaves what was put back already, also where it is said everywhere by now", async () => {
  const world = await openTranslationWorld();
  const { productId } = world;
  const [market] = [...world.store.state.shop(shop).markets.values()];
  const target = { ...inGerman, market: String(market?.id) };
  world.translate("title", "Erst nur hier", target);
  await world.approveFor("title", { target, body: "Dann nur hier", base: "Erst nur hier" });
  await world.publishFor(target);
  world.clock.advance(600_000);
  world.translate("title", "Erst nur hier", target);
  world.translate("title", "Erst nur hier");
  const [writeBack] = await world.writeBacks();
  const asked = { shop, productId, writeBackId: writeBack?.id ?? "" };
  expect(await undoWriteBack(world.deps, free, asked)).toMatchObject({ restored: ["title"], conflicts: [] });
  expect(world.held("title", target)).toBe("Erst nur hier");
});
