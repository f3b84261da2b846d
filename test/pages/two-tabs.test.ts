import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { conflicts, versions, writeBacks } from "../../app/db/schema/index.ts";
import { readProductPage } from "../../app/pages/product/read-page.ts";
import { productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askProduct } from "../support/pages/ask.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const anna = { shop, by: "user:1" };
const ben = { shop, by: "user:2" };

async function setUp() {
  const deps = { db: openTestDatabase(), clock: testClock(), models: unaskedModels() };
  await storeProduct(deps.db);
  const seenOf = async (contentType: string) => {
    const page = await readProductPage(deps, shop, productId);
    return page?.texts.find(({ type }) => type.name === contentType)?.newest?.id ?? null;
  };
  const edit = (user: typeof anna, edits: { contentType: string; body: string; seen: string | null }[]) =>
    askProduct(deps, user, productId, { intent: "edit", edits });
  const bodies = async () =>
    (await deps.db.orm.select().from(versions).where(eq(versions.shop, shop))).map(({ body, state }) => [body, state]);
  return { ...deps, seenOf, edit, bodies };
}

it("a text that somebody saved in another tab is not overwritten, and saved after a look at theirs", async () => {
  const { edit, seenOf, bodies } = await setUp();
  const seen = await seenOf("desc");
  expect(await edit(anna, [{ contentType: "desc", body: "<p>Of Anna.</p>", seen }])).toEqual({ message: "Text saved" });
  const after = await bodies();
  const late = [
    { contentType: "title", body: "Of Ben", seen: null },
    { contentType: "desc", body: "<p>Of Ben.</p>", seen },
  ];
  expect(await edit(ben, late)).toEqual({ problem: expect.stringContaining("Nothing was overwritten") });
  expect(await bodies(), "all or nothing").toEqual(after);
  const theirs = await seenOf("desc");
  expect(await edit(ben, [{ contentType: "desc", body: "<p>Of Ben.</p>", seen: theirs }])).toEqual({
    message: "Text saved",
  });
  expect(await bodies()).toEqual([
    ["<p>Of Anna.</p>", "superseded"],
    ["<p>Of Ben.</p>", "draft"],
  ]);
});

it("of two tabs that save at once one is answered that the other was first", async () => {
  const { edit, bodies } = await setUp();
  const answers = await Promise.all(
    [anna, ben].map((user) => edit(user, [{ contentType: "desc", body: `<p>${user.by}.</p>`, seen: null }])),
  );
  expect(answers.filter((answer) => "problem" in answer)).toHaveLength(1);
  expect(await bodies()).toHaveLength(1);
});

it("a conflict that is another one by now, or a publication that is not the last one, is left alone", async () => {
  const { db, clock, models, edit } = await setUp();
  const deps = { db, clock, models };
  await edit(anna, [{ contentType: "desc", body: "<p>Ours.</p>", seen: null }]);
  const [ours] = await db.orm.select().from(versions).where(eq(versions.shop, shop));
  await db.orm.insert(conflicts).values({
    ...{ shop, productId, contentType: "desc", locale: "en", versionId: ours?.id ?? "" },
    ...{ base: null, theirs: "<p>Newer.</p>", ours: "<p>Ours.</p>", detectedAt: 200 },
  });
  const resolve = { intent: "resolve", contentType: "desc", keep: "ours", detectedAt: 100 };
  expect(await askProduct(deps, anna, productId, resolve)).toMatchObject({
    problem: expect.stringContaining("decided meanwhile"),
  });
  expect(await db.orm.select().from(conflicts).where(eq(conflicts.shop, shop))).toHaveLength(1);
  await db.orm.insert(writeBacks).values({
    ...{ id: "wb_2", shop, productId, state: "verified" as const, fields: [], createdAt: 1 },
  });
  const undo = (writeBackId: string) => askProduct(deps, anna, productId, { intent: "undo", writeBackId });
  expect(await undo("wb_1")).toMatchObject({ problem: expect.stringContaining("since you opened this page") });
  expect(await undo("wb_2")).toMatchObject({ message: "Undo started" });
});
