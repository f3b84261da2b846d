import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { feedback, jobs, shops, versions } from "../../app/db/schema/index.ts";
import type { ProductId, ShopDomain } from "../../app/lib/brand.ts";
import { readProductPage } from "../../app/pages/product/read-page.ts";
import { readResultsPage } from "../../app/pages/rules/read-results-page.ts";
import { otherShop, productId, shop } from "../support/content/shop.ts";
import { askProduct } from "../support/pages/ask.ts";
import { unaskedModels } from "../support/unasked-models.ts";
import { openFeedbackWorld } from "../versions/feedback/support.ts";

const user = { shop, by: "user:1" };
const models = unaskedModels();

async function setUp() {
  const world = await openFeedbackWorld();
  const deps = { db: world.db, clock: world.clock, models };
  const change = (body: unknown, of: { shop: ShopDomain; by: string } = user, id: ProductId = productId) =>
    askProduct(deps, of, id, body);
  return { ...world, deps, change };
}

describe("a product's page", () => {
  it("starts a generation with notes for all texts and for each", async () => {
    const { db, change } = await setUp();
    const asked = {
      intent: "generate",
      contentTypes: ["title", "desc"],
      agentModel: "v1",
      notes: "For campers",
      fieldNotes: { desc: "Shorter" },
    };
    expect(await change(asked)).toMatchObject({ message: "Writing started" });
    const [job] = await db.orm.select({ payload: jobs.payload }).from(jobs).where(eq(jobs.shop, shop));
    expect(job?.payload).toMatchObject({ notes: "For campers", fieldNotes: { desc: "Shorter" }, agentModel: "v1" });
    expect(await change({ ...asked, notes: "x".repeat(2_001) })).toHaveProperty("problem");
    expect(await change(asked, { shop: otherShop, by: "user:2" })).toHaveProperty("problem");
  });

  it("keeps attributes of one's own, shows them among the facts and refuses a wrong list in words", async () => {
    const { deps, change } = await setUp();
    const attributes = [{ name: "Fit", value: "Relaxed" }];
    expect(await change({ intent: "attributes", attributes, seen: [] })).toHaveProperty("message");
    const page = await readProductPage(deps, shop, productId);
    expect(page?.product.ownAttributes).toEqual(attributes);
    expect(page?.product.attributes).toContainEqual({ ...attributes[0], source: "merchant" });
    expect(
      await change({ intent: "attributes", attributes: [...attributes, ...attributes], seen: attributes }),
    ).toEqual({
      problem: "Name each attribute only once.",
    });
    expect(
      await change({ intent: "attributes", attributes, seen: [] }, { shop: otherShop, by: "user:2" }),
    ).toHaveProperty("problem");
  });

  it("rejects a text with the reason that a person gives", async () => {
    const { db, write, change } = await setUp();
    const versionId = await write("Linen shirt");
    expect(await change({ intent: "reject", versionId, reason: "Too plain" })).toEqual({ message: "Text rejected" });
    const [row] = await db.orm.select().from(feedback).where(eq(feedback.shop, shop));
    expect(row).toMatchObject({ kind: "rejected", comment: "Too plain", createdBy: "user:1" });
    const [version] = await db.orm.select().from(versions).where(eq(versions.shop, shop));
    expect(version?.state).toBe("rejected");
  });
});

describe("the Acceptance page", () => {
  it("shows what was decided in the chosen time, by readable names, for the own shop only", async () => {
    const { db, clock, deps, write, change } = await setUp();
    await db.orm.insert(shops).values({ shop: otherShop, installedAt: 1 }).onConflictDoNothing();
    await change({ intent: "reject", versionId: await write("Old", { contentType: "seo_title" }) });
    clock.advance(10 * 86_400_000);
    await change({ intent: "approve", versionIds: [await write("New", { model: null })], override: false });
    const page = (period: string, of = shop) =>
      readResultsPage(deps, of, new URLSearchParams({ period }), { feedbackDays: 365 });
    expect((await page("7")).rows).toEqual([
      { config: "Earlier rules", model: "unknown", text: "Title", approved: 1, corrected: 0, rejected: 0 },
    ]);
    expect((await page("30")).rows.map(({ text }) => text).sort()).toEqual(["SEO title", "Title"]);
    expect((await page("all")).rows).toHaveLength(2);
    expect((await page("nonsense")).period).toBe("30");
    expect((await page("all", otherShop)).rows).toEqual([]);
  });
});
