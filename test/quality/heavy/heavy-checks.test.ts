import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { versions } from "../../../app/db/schema/index.ts";
import { createHeavyChecks, type HeavyChecks } from "../../../app/quality/heavy/heavy-checks.ts";
import { readAssignments, saveAssignments } from "../../../app/rules/configs/assignment-rules.ts";
import { createConfig } from "../../../app/rules/configs/save-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { type EditDeps, editVersion } from "../../../app/versions/edit-version.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { askProduct } from "../../support/pages/ask.ts";
import { inEnglish } from "../../support/places.ts";

const by = "anna";
const words = ["word7", ...Array.from({ length: 999 }, (_, i) => `unsaid${i}`)];
const sentences = Array.from({ length: 1_800 }, (_, i) => `This shirt weighs ${i} g and word${i} made it in Cottonia.`);
/** 99 kB that every check has something to say about. */
const large = `<p>${sentences.join(" ").slice(0, 98_000)}</p>`;

let heavy: HeavyChecks;
beforeAll(() => {
  // What a text may take is a matter of a quiet machine; the test of the budget has its own.
  heavy = createHeavyChecks({ budgetMs: 120_000 });
});
afterAll(() => heavy.close());

async function aHouse(threads?: HeavyChecks) {
  const house: EditDeps = { db: openTestDatabase(), clock: testClock(), ...(threads ? { heavy: threads } : {}) };
  await storeProduct(house.db);
  await storeProduct(house.db, { id: "1002", title: "Its nearDuplicate" });
  const content_config = { ...defaultConfig, client: { ...defaultConfig.client, forbidden_words: words } };
  const saved = await createConfig(house, { shop, by, input: { name: "strict", content_config } });
  if (saved.outcome !== "saved") throw new Error(JSON.stringify(saved));
  const { digest } = await readAssignments(house, shop);
  const assignments = { rules: [], otherwise: saved.config.id };
  expect(await saveAssignments(house, { shop, assignments, digest })).toEqual({ outcome: "saved" });
  return house;
}

const edit = (house: EditDeps, body: string, id = productId) =>
  editVersion(house, { shop, productId: id, contentType: "desc", target: inEnglish, body, by });
const storedOf = async (house: EditDeps) =>
  (await house.db.orm.select().from(versions).where(eq(versions.shop, shop))).map(
    ({ id: _id, parentId: _parent, configDigest: _digest, ...row }) => row,
  );

describe("a text of 99 kB beside a thousand forbidden words", () => {
  it("is checked in a thread as it is checked in place, near-duplicates included", async () => {
    const [inPlace, inThread] = [await aHouse(), await aHouse(heavy)];
    for (const house of [inPlace, inThread]) {
      for (const id of [productId, "1002"])
        expect(await edit(house, large, id as typeof productId)).toMatchObject({ outcome: "saved" });
    }
    const stored = await storedOf(inThread);
    expect(stored).toEqual(await storedOf(inPlace));
    const codes = new Set(stored.flatMap(({ warnings }) => warnings.map(({ code }) => code)));
    expect([...codes]).toEqual(
      expect.arrayContaining(["FORBIDDEN_WORD", "UNSUPPORTED_FACT", "DUPLICATE", "EXCEED_LENGTH"]),
    );
  });

  it("lets the event loop turn meanwhile", async () => {
    const house = await aHouse(heavy);
    let turns = 0;
    let done = false;
    const turn = () => {
      turns++;
      if (!done) setImmediate(turn);
    };
    setImmediate(turn);
    await edit(house, large);
    done = true;
    expect(turns).toBeGreaterThan(100);
  });

  it("that takes longer than it may is not saved but answered with a message, and the next one is checked", async () => {
    const hasty = createHeavyChecks({ budgetMs: 0 });
    const house = await aHouse(hasty);
    await expect(edit(house, large)).rejects.toMatchObject({
      code: "too_much_at_once",
      merchantMessage: expect.stringMatching(/nothing was saved.*still stands in the editor/),
    });
    expect(await storedOf(house)).toEqual([]);
    expect(await edit(house, "<p>A shirt of washed linen.</p>")).toMatchObject({ outcome: "saved" });
    await hasty.close();
    const patient = { ...house, heavy };
    expect(await edit(patient, large)).toMatchObject({ outcome: "saved" });
  });

  it("takes no thread from another shop, and no more than its share waits", async () => {
    const house = await aHouse(heavy);
    await storeProduct(house.db, { shop: otherShop });
    const editOfOther = () =>
      editVersion(house, { shop: otherShop, productId, contentType: "desc", target: inEnglish, body: large, by });
    // Both threads are up.
    await Promise.all([edit(house, large), editOfOther()]);
    const many = Array.from({ length: 24 }, () => edit(house, large).catch((error: unknown) => error));
    const other = editOfOther();
    const first = await Promise.race([
      other.then(() => "other"),
      Promise.all(many).then(() => "all of the greedy one"),
    ]);
    expect(first).toBe("other");
    expect((await Promise.all(many)).filter((one) => one instanceof Error)).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: "busy", retryable: true })]),
    );
  });
});

it("more text than a page can hold is refused whole, and stays in the editors", async () => {
  const house = await aHouse(heavy);
  const deps = { ...house, models: { forShop: () => Promise.reject(new Error("nothing here asks a model")) } };
  const edits = Array.from({ length: 11 }, () => ({ contentType: "desc", body: "a".repeat(99_000) }));
  const outcome = await askProduct(deps, { shop, by } as Parameters<typeof askProduct>[1], productId, {
    intent: "edit",
    edits,
  });
  expect(outcome).toEqual({ problem: expect.stringMatching(/nothing was saved.*one at a time/) });
  expect(await storedOf(house)).toEqual([]);
});
