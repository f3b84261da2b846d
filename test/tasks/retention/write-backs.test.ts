import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readProduct } from "../../../app/catalog/read-product.ts";
import type { SqliteDb } from "../../../app/db/open.ts";
import { products, writeBacks } from "../../../app/db/schema/index.ts";
import { closedWriteBacks } from "../../../app/tasks/retention/write-backs.ts";
import { readSourceFacts } from "../../../app/versions/read-source-facts.ts";
import { openWorld } from "../../publishing/publishing-world.ts";
import { productId, shop, storeProduct } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { at } from "../../support/places.ts";
import { aWrite, day, dayMs, left, pass } from "./support.ts";

/** A product whose description was ours three times, each a day after the other, and a person's before. */
async function writtenThrice(db: SqliteDb): Promise<void> {
  await storeProduct(db, { descriptionHtml: "<p>ours 3</p>" });
  const texts = ["<p>theirs</p>", "<p>ours 1</p>", "<p>ours 2</p>", "<p>ours 3</p>"];
  for (const n of [1, 2, 3]) {
    await aWrite(db, { id: `wb${n}`, before: texts[n - 1] ?? null, sent: texts[n] ?? null, createdAt: day(n) });
  }
}

async function sourceIn(db: SqliteDb): Promise<string> {
  const product = await readProduct({ db }, shop, productId);
  if (!product) throw new Error("the product is gone");
  return (await readSourceFacts({ db }, product)).descriptionText;
}

describe("closed write-backs", () => {
  it("go when a later one wrote the same text and their time is over", async () => {
    const db = openTestDatabase();
    await writtenThrice(db);
    expect(await pass(db, closedWriteBacks(90), { now: day(91) })).toBe(0);
    expect(await pass(db, closedWriteBacks(90), { now: day(92.5) })).toBe(2);
    expect(left(db, "write_backs")).toEqual(["wb3"]);
  });

  it("leave the last write of each text for ever, so that it can always be undone", async () => {
    const db = openTestDatabase();
    await writtenThrice(db);
    const title = { ...at("title"), versionId: "v", before: "A", sent: "B", answered: "B" };
    await db.orm
      .insert(writeBacks)
      .values({ id: "wb0", shop, productId, state: "verified", fields: [title], createdAt: day(0) });
    expect(await pass(db, closedWriteBacks(90), { now: day(4_000) })).toBe(2);
    expect(left(db, "write_backs")).toEqual(["wb0", "wb3"]);
  });

  it("keep of a write only the texts that no later one wrote", async () => {
    const db = openTestDatabase();
    await writtenThrice(db);
    const both = ["title", "desc"].map((contentType) => ({ ...at(contentType), versionId: `ver_${contentType}`, before: "A", sent: "B", answered: "B" })); // biome-ignore format: one line
    await db.orm
      .insert(writeBacks)
      .values({ id: "wb0", shop, productId, state: "verified", fields: both, createdAt: day(0) });
    await pass(db, closedWriteBacks(90), { now: day(4_000) });
    const kept = await db.orm.select().from(writeBacks).where(eq(writeBacks.shop, shop)).orderBy(writeBacks.id);
    expect(kept.map(({ id, fields }) => [id, fields.map(({ slot }) => slot.field)])).toEqual([
      ["wb0", ["title"]],
      ["wb3", ["desc"]],
    ]);
    const rows = () => JSON.stringify(db.raw.prepare("SELECT * FROM write_backs WHERE shop = ?").all(shop));
    const before = rows();
    await pass(db, closedWriteBacks(90), { now: day(5_000) });
    expect(rows()).toBe(before);
  });

  it("hand on what people had written, so that no text of ours becomes a fact", async () => {
    const db = openTestDatabase();
    await writtenThrice(db);
    expect(await sourceIn(db)).toBe("theirs");
    await pass(db, closedWriteBacks(90), { now: day(92.5) });
    expect(await sourceIn(db)).toBe("theirs");
    // Also when the last one is taken back, and the text before it is ours.
    await db.orm.update(products).set({ descriptionHtml: "<p>ours 2</p>" }).where(eq(products.shop, shop));
    await db.orm.update(writeBacks).set({ state: "undone" }).where(eq(writeBacks.shop, shop));
    expect(await sourceIn(db)).toBe("theirs");
  });

  it("hand it on from one to the next as they go one by one", async () => {
    const db = openTestDatabase();
    await writtenThrice(db);
    for (const now of [91.5, 92.5, 93.5]) await pass(db, closedWriteBacks(90), { now: day(now) });
    expect(left(db, "write_backs")).toEqual(["wb3"]);
    expect(await sourceIn(db)).toBe("theirs");
  });

  it("stay while their fate is not known, or their undo is under way", async () => {
    const db = openTestDatabase();
    await writtenThrice(db);
    await db.orm
      .update(writeBacks)
      .set({ state: "writing" })
      .where(and(eq(writeBacks.shop, shop), eq(writeBacks.id, "wb1")));
    await aWrite(db, {
      id: "wb4",
      before: "ours 3",
      sent: "ours 2",
      undoes: "wb2",
      state: "writing",
      createdAt: day(4),
    });
    expect(await pass(db, closedWriteBacks(90), { now: day(400) })).toBe(0);
  });

  it("that came to nothing go by their age alone", async () => {
    const db = openTestDatabase();
    for (const state of ["failed", "conflict", "undone"] as const) {
      await aWrite(db, { id: `wb_${state}`, before: "A", sent: "B", state });
    }
    expect(await pass(db, closedWriteBacks(90), { now: day(89) })).toBe(0);
    expect(await pass(db, closedWriteBacks(90), { now: day(91) })).toBe(3);
  });

  it("go so that the last publication is still undone in the shop, to the text before it", async () => {
    const world = await openWorld();
    const before = (await world.live()).texts.title;
    for (const text of ["First of ours", "Second of ours"]) {
      await world.approve("title", text);
      await world.publish();
      world.clock.advance(dayMs);
    }
    const [last, first] = await world.writeBacks();
    expect(await pass(world.db, closedWriteBacks(1), { now: world.clock.now() + 2 * dayMs })).toBe(1);
    expect(await world.undo(first?.id ?? "")).toEqual({ kind: "nothing_to_undo" });
    expect(await world.undo(last?.id ?? "")).toMatchObject({ restored: ["title"], conflicts: [] });
    expect((await world.live()).texts.title).toBe("First of ours");
    const product = await readProduct(world, shop, world.productId).then((found) => found ?? Promise.reject());
    expect((await readSourceFacts(world, product)).title).toBe(before);
  });
});
