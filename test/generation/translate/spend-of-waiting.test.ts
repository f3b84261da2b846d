import { expect, it } from "vitest";
import { assertMaySpend } from "../../../app/credits/check-spend.ts";
import { checkSpendSettings, saveSpendSettings } from "../../../app/credits/spend-settings.ts";
import { batchRequests } from "../../../app/db/schema/index.ts";
import { optionTexts } from "../../../app/generation/translate/asked-texts.ts";
import { shop } from "../../support/content/shop.ts";
import { atelier, putOptions, translate } from "./translate-world.ts";

it("what waits in a batch counts by what each product keeps, not by the dearest of the run", async () => {
  const world = await atelier({ products: 3 });
  const values = Array.from({ length: 40 }, (_, n) => [`ProductOptionValue/${n + 1}.name`, `Colour number ${n}`]);
  await putOptions(world, Object.fromEntries(values));
  const { jobId } = await translate(world, { lane: "batch", contentTypes: ["title", optionTexts] });
  expect(await world.db.orm.select().from(batchRequests)).toHaveLength(3);
  // 41 texts in three languages are 37 credits, one text in three is one: 39, and not 3 × 37.
  const allow = async (dailyCreditsCap: string) => {
    const input = { dailyCostCap: "", dailyCreditsCap, prices: {} };
    const checked = await checkSpendSettings(world, { shop, input, pricedByOperator: () => true });
    if (checked.outcome === "invalid") throw new Error(JSON.stringify(checked.errors));
    await saveSpendSettings(world, { shop, settings: checked.settings });
  };
  const next = { shop, jobId, model: "shelf-small", priced: true, credits: 2 };
  await allow("41");
  await expect(assertMaySpend(world, next)).resolves.toBeUndefined();
  await allow("40");
  await expect(assertMaySpend(world, next)).rejects.toMatchObject({ code: "spend_cap" });
});
