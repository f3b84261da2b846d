import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { products } from "../../../app/db/schema/index.ts";
import { planTranslation } from "../../../app/generation/translate/plan-translation.ts";
import { localeSchema, productIdSchema } from "../../../app/lib/brand.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { entriesOf } from "../../credits/support.ts";
import { shop } from "../../support/content/shop.ts";
import { type Atelier, atelier, draftsIn, start, translate } from "./translate-world.ts";

const title = "Leinenhemd mit zwei Taschen";
const descriptionHtml =
  "<p>Unser Hemd aus gewaschenem Leinen wiegt 240 g, hat zwei Brusttaschen und bleibt auch an warmen Tagen angenehm kühl.</p>";

/** A product in German in a shop in English. */
async function germanProduct(): Promise<{ world: Atelier; sent: string[] }> {
  const sent: string[] = [];
  const world = await atelier({ locales: ["de", "fr"], meanwhile: async (body) => void sent.push(body) });
  await world.db.orm
    .update(products)
    .set({ title, descriptionHtml })
    .where(and(eq(products.shop, shop), eq(products.id, "1001")));
  return { world, sent };
}

it("what is in the language already is taken over without a model and without credits", async () => {
  const { world, sent } = await germanProduct();
  const wish = {
    ...{ locales: [localeSchema.parse("de")], contentTypes: ["title", "desc"] },
    ...{ which: "missing" as const, includeEdited: false },
  };
  const plan = await planTranslation(world, { shop, productIds: world.productIds, wish });
  expect(plan).toMatchObject({ asked: 0, reused: 2 });
  const { items } = await translate(world, { locales: ["de"] });
  expect(items).toMatchObject([{ status: "done", result: { texts: 2, reused: 2 } }]);
  expect(sent).toEqual([]);
  const drafts = await draftsIn(world);
  expect([drafts.get("de title")?.body, drafts.get("de desc")?.body]).toEqual([title, descriptionHtml]);
  expect([...drafts.values()].flatMap(({ warnings }) => warnings)).toEqual([]);
  const booked = (await entriesOf(world.db, shop)).filter(({ credits }) => credits !== 0);
  expect(booked).toEqual([]);
});

it("for other languages the model is told what it is written in, and what comes back in that language is not stored", async () => {
  const { world, sent } = await germanProduct();
  world.sandbox.state.queue({ answers: [{ content: { fr: { title, desc: descriptionHtml } }, times: 3 }] });
  const { items } = await translate(world, { locales: ["fr"] });
  expect(sent[0]).toContain('\\"written_in\\":{\\"title\\":\\"German\\",\\"desc\\":\\"German\\"}');
  expect(items).toMatchObject([{ status: "failed", code: "not_translated" }]);
  expect((await draftsIn(world)).size).toBe(0);
});

it("an examiner reads each text of a product in the language that it is written in", async () => {
  const asked: string[] = [];
  const world = await atelier({
    ...{ locales: ["fr"], settings: { examiner: "perfect" } },
    meanwhile: async (body) => void asked.push(body),
  });
  const ofFirst = and(eq(products.shop, shop), eq(products.id, "1001"));
  await world.db.orm.update(products).set({ descriptionHtml }).where(ofFirst);
  await translate(world, { locales: ["fr"] });
  const comparisons = asked.filter((body) => body.includes("shelf-examiner"));
  const directions = comparisons.map((body) => /Pairs \(\w+ to \w+\)/u.exec(body)?.[0]);
  expect(directions.toSorted()).toEqual(["Pairs (de to fr)", "Pairs (en to fr)"]);
});

it("the shop's own language is never translated into", async () => {
  const { world } = await germanProduct();
  await expect(start(world, { locales: ["en"] })).rejects.toThrow("not a language that the shop translates into");
});

it("a person's translation is checked against the language that its original is written in", async () => {
  const { world } = await germanProduct();
  const [productId = productIdSchema.parse("1001")] = world.productIds;
  const write = async (body: string) => {
    const text = { shop, productId, contentType: "desc", target: storeTarget("fr"), by: "user:1", body };
    const edited = await editVersion(world, text);
    if (edited.outcome !== "saved") throw new Error(edited.outcome);
    return edited.version.warnings.map(({ code, quote }) => `${code} ${quote}`);
  };
  // "zwei" is a number in German only, and "drei" another one.
  const said = (pockets: number) =>
    `<p>Notre chemise en lin lavé pèse 240 g, a ${pockets} poches poitrine et reste agréablement fraîche.</p>`;
  expect(await write(said(2))).toEqual([]);
  expect(await write(said(3))).toEqual(["NUMBERS_DIFFER 3"]);
});
