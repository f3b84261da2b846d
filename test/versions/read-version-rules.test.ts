import { expect, it } from "vitest";
import { versions } from "../../app/db/schema/index.ts";
import { presets } from "../../app/rules/configs/presets.ts";
import { createConfig, updateConfig } from "../../app/rules/configs/save-config.ts";
import { readVersionRules } from "../../app/versions/read-version-rules.ts";
import { testClock } from "../jobs/support.ts";
import { otherShop, productId, shop, storeProduct } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const rules = (guideline: string) => ({ guidelines: [guideline] });
const by = "user:1";

async function aShopWithRules() {
  const deps = { db: openTestDatabase(), clock: testClock() };
  await storeProduct(deps.db);
  const saved = await createConfig(deps, { shop, by, input: { label: "Linen", content_config: rules("Calm") } });
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  const first = saved.config;
  const input = { label: "Linen and wool", content_config: rules("Lively") };
  const changed = await updateConfig(deps, { shop, by, id: first.id, input });
  if (changed.outcome !== "saved") throw new Error(changed.outcome);
  return { deps, first, second: changed.config };
}

const row = (id: string, configDigest: string, origin: "generated" | "edited" = "generated") => ({
  ...{ id, shop, productId, contentType: "desc", locale: "en", state: "superseded" as const, origin, body: "Text" },
  ...{ warnings: [], blocked: false, evidence: [], base: null, baseDigest: "b", factsDigest: "f" },
  ...{ configDigest, createdAt: 1 },
});

it("names the rules a version was written by, in the state they then had, also of those that come with the app", async () => {
  const { deps, first, second } = await aShopWithRules();
  const [general] = presets;
  await deps.db.orm
    .insert(versions)
    .values([
      row("by_first", first.digest),
      row("by_second", second.digest),
      row("by_preset", general?.digest ?? ""),
      row("by_nobody", "forgotten"),
      row("by_hand", first.digest, "edited"),
    ]);
  const versionIds = ["by_first", "by_second", "by_preset", "by_nobody", "by_hand"];
  const read = await readVersionRules(deps, { shop, versionIds });
  expect(Object.fromEntries(read)).toEqual({
    by_first: { id: first.id, label: "Linen", revision: 1 },
    by_second: { id: first.id, label: "Linen and wool", revision: 2 },
    by_preset: { id: general?.id, label: general?.label, revision: null },
  });
  expect(await readVersionRules(deps, { shop: otherShop, versionIds })).toEqual(new Map());
  expect(await readVersionRules(deps, { shop, versionIds: [] })).toEqual(new Map());
});
