import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { conflicts, versions, writeBacks } from "../../../app/db/schema/index.ts";
import { slotColumns } from "../../../app/texts/slot.ts";
import { german, inGerman, openTranslationWorld } from "../../publishing/translations/translation-world.ts";
import { shop } from "../../shopify/open-store.ts";
import { auditTranslations } from "./audit-translations.ts";
import { watchTranslations } from "./watch-translations.ts";

/** Texts of one product in German, published over what a person had written of them, and whatever is then done to the truth. */
async function openAudited() {
  const world = await openTranslationWorld();
  const { db, store } = world;
  const changes = watchTranslations(store.state.shop(shop).translations);
  world.translate("title", "Schürze der Kundin");
  const title = await world.approveFor("title", { base: "Schürze der Kundin" });
  const desc = await world.approveFor("desc");
  await world.publishFor();
  const writeBack = async () => {
    const [row] = await world.writeBacks();
    if (!row) throw new Error("nothing was written");
    return row;
  };
  return {
    ...{ ...world, title, desc, writeBack },
    findings: () => auditTranslations({ db, sandbox: { store: store.state }, shop, changes }),
    set: (id: string, change: Partial<typeof versions.$inferInsert>) =>
      db.orm
        .update(versions)
        .set(change)
        .where(and(eq(versions.shop, shop), eq(versions.id, id))),
    setWrite: (id: string, change: Partial<typeof writeBacks.$inferInsert>) =>
      db.orm
        .update(writeBacks)
        .set(change)
        .where(and(eq(writeBacks.shop, shop), eq(writeBacks.id, id))),
  };
}

describe("the auditor of translations", () => {
  test("finds nothing after a publication, nor after its undo, also where there was no text before", async () => {
    const world = await openAudited();
    expect(await world.findings()).toEqual([]);
    await world.undo((await world.writeBack()).id);
    expect([world.held("title"), world.held("desc")]).toEqual(["Schürze der Kundin", null]);
    expect(await world.findings()).toEqual([]);
  });

  test("finds a published text that the store does not hold, until the app says that a person changed it", async () => {
    const world = await openAudited();
    world.translate("desc", "<p>Anders.</p>");
    expect(await world.findings()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^desc of \d+ .* is published but not what the store holds$/)]),
    );
    await world.approveFor("desc", { body: "<p>Noch eine.</p>", base: german.desc ?? null });
    expect(await world.publishFor()).toMatchObject({ conflicts: ["desc"] });
    expect(await world.findings()).toEqual([]);
  });

  test("finds a text that was sent and that nobody approved", async () => {
    const world = await openAudited();
    await world.set(world.desc, { decidedBy: null });
    expect(await world.findings()).toEqual([expect.stringMatching(/body_html de was sent and nobody approved it/)]);
  });

  test("finds a person's text that gave way to one that was not made from it", async () => {
    const world = await openAudited();
    await world.set(world.title, { base: null });
    expect(await world.findings()).toEqual([
      expect.stringMatching(/title de of a person was overwritten: Schürze der Kundin/),
    ]);
  });

  test("finds a write that no write-back remembers, or remembers wrongly", async () => {
    const world = await openAudited();
    const { id, fields } = await world.writeBack();
    await world.setWrite(id, { fields: fields.map((field) => ({ ...field, before: null })) });
    expect(await world.findings()).toEqual([
      expect.stringMatching(/title de replaced Schürze der Kundin, which no write-back remembers/),
    ]);
    await world.db.orm.delete(writeBacks).where(and(eq(writeBacks.shop, shop), eq(writeBacks.id, id)));
    expect(await world.findings()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/title de was sent without a trace/),
        expect.stringMatching(/body_html de replaced nothing, which no write-back remembers/),
      ]),
    );
  });

  test("finds a text that was sent more often than planned", async () => {
    const world = await openAudited();
    const { state } = world.store;
    const sent = state.log().find(({ operationName }) => operationName === "RegisterTranslations");
    if (!sent) throw new Error("nothing was sent");
    state.addLog(sent);
    expect(await world.findings()).toEqual(
      expect.arrayContaining([expect.stringMatching(/title de was sent 2 times, planned 1$/)]),
    );
  });

  test("finds an undo that did not bring back what was there, or nothing", async () => {
    const world = await openAudited();
    const { id } = await world.writeBack();
    await world.setWrite(id, { state: "undone" });
    for (const version of [world.title, world.desc]) await world.set(version, { state: "superseded" });
    expect((await world.findings()).sort()).toEqual([
      expect.stringMatching(/^desc of .* was undone, and the store holds .* instead of nothing$/),
      expect.stringMatching(/^title of .* was undone, and the store holds .* instead of Schürze der Kundin$/),
    ]);
  });

  test("finds a text in two states", async () => {
    const world = await openAudited();
    const { id } = await world.writeBack();
    await world.set(world.title, { state: "approved" });
    expect(await world.findings()).toEqual([expect.stringMatching(/^title of .* is written and still waits to be$/)]);
    await world.approveFor("title", { body: "Eine andere Schürze" });
    expect(await world.findings()).toContainEqual(expect.stringMatching(/ title .* has two approved versions$/));
    await world.set(world.title, { state: "published" });
    await world.db.orm.insert(conflicts).values({
      ...{ shop, productId: world.productId, ...slotColumns("title"), ...inGerman, versionId: world.title },
      ...{ base: null, theirs: null, ours: "x", detectedAt: 1 },
    });
    await world.setWrite(id, { state: "undone" });
    expect(await world.findings()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^title of .* is published and in conflict$/),
        expect.stringMatching(/^title of .* is undone and published$/),
      ]),
    );
  });

  test("finds a mirror that does not say what was written", async () => {
    const world = await openAudited();
    world.db.raw.prepare("UPDATE shop_translations SET texts = '{}' WHERE shop = ?").run(shop);
    expect(await world.findings()).toContainEqual(
      expect.stringMatching(/^title of .* was written, and the mirror does not say so$/),
    );
  });
});
