import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobItems, products, textResources } from "../../../app/db/schema/index.ts";
import { optionTexts } from "../../../app/generation/translate/asked-texts.ts";
import { planTranslation } from "../../../app/generation/translate/plan-translation.ts";
import { wordsOf } from "../../../app/i18n/words-of.server.ts";
import { createWorker } from "../../../app/jobs/create-worker.ts";
import { localeSchema, productIdSchema } from "../../../app/lib/brand.ts";
import { readEditorPage } from "../../../app/pages/languages/read-editor-page.ts";
import { listConflicts } from "../../../app/publishing/list-conflicts.ts";
import { startPublishing } from "../../../app/publishing/start-publishing.ts";
import { createPublishTask } from "../../../app/tasks/publish.ts";
import { linkOption } from "../../../sandbox/store/link-option.ts";
import { openResources } from "../../generation/translate/resources-world.ts";
import { atelier, draftsIn, putOptions, start, translate } from "../../generation/translate/translate-world.ts";
import { german, inGerman, openTranslationWorld, stateOf } from "../../publishing/translations/translation-world.ts";
import { silent } from "../../shopify/open-store.ts";
import { shop } from "../../support/content/shop.ts";

// What merchants complain of in other apps that translate a shop, each with the input that shows it.

const names = Object.keys(german);

/** A product's description, what a model makes of it in German, and the draft that comes of it. */
async function described(source: string, answers: string[]) {
  const world = await atelier({ locales: ["de"] });
  await world.db.orm
    .update(products)
    .set({ descriptionHtml: source })
    .where(and(eq(products.shop, shop), eq(products.id, "1001")));
  world.sandbox.state.queue({ answers: answers.map((desc) => ({ content: { de: { desc } } })) });
  await translate(world, { contentTypes: ["desc"] });
  return (await draftsIn(world)).get("de desc");
}

const codesOf = (draft: Awaited<ReturnType<typeof described>>) => draft?.warnings.map(({ code }) => code) ?? [];

describe("1: Shopify answers without errors and keeps nothing", () => {
  it("of six texts the five are published, and the run ends as not confirmed", async () => {
    const world = await openTranslationWorld();
    const [alt = ""] = world.alts;
    for (const name of names) await world.approveFor(name);
    await world.approveFor(alt, { body: "Ein Bild" });
    const lost = { match: { operation: "translationsRegister .* title de" }, kind: "translation_lost" };
    world.store.state.faults.set({ rules: [lost] });
    const { productId, db, clock } = world;
    const jobId = await startPublishing(world, { shop, productIds: [productId], targets: [inGerman] });
    const tasks = [createPublishTask(world)];
    const worker = createWorker({ ...world, logger: silent, tasks, slots: 1, leaseMs: 600_000, random: () => 0 });
    for (let round = 0; round < 60; round++) {
      clock.advance(20_000);
      if ((await worker.tick()) === 0 && round > 5) break;
    }
    const [item] = await db.orm
      .select()
      .from(jobItems)
      .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
    expect(item).toMatchObject({ status: "failed", code: "not_confirmed" });
    expect(world.held("title")).toBeNull();
    for (const name of names.filter((one) => one !== "title")) expect([name, world.held(name)]).not.toContain(null);
    expect(world.held(alt)).toBe("Ein Bild");
  });
});

describe("2: the original is edited between reading and writing", () => {
  it("the other texts are stored, the one is a conflict, and none is sent again with a fresh digest", async () => {
    const world = await openTranslationWorld();
    const ids = new Map<string, string>();
    for (const name of names) ids.set(name, await world.approveFor(name));
    const guards = {
      *assertLease() {},
      async assertStillWanted() {
        world.edit({ title: "Another apron" });
      },
    };
    expect(await world.publishFor(inGerman, { guards })).toMatchObject({ sourceChanged: ["title"] });
    expect(world.held("title")).toBeNull();
    for (const name of names.filter((one) => one !== "title")) {
      expect(await stateOf(world, ids.get(name) ?? "")).toBe("published");
    }
    expect((await listConflicts(world, { shop, target: inGerman })).rows).toMatchObject([{ reason: "source_changed" }]);
    const calls = world.calls().length;
    expect(await world.publishFor()).toMatchObject({ published: [] });
    expect(world.calls()).toHaveLength(calls);
  });
});

describe("3: a product in German in a shop in English", () => {
  it("is taken over for German, translated for French, and never registered as English", async () => {
    const world = await openTranslationWorld();
    const title = "Leinenschürze mit zwei Taschen";
    world.edit({ title });
    await world.approveFor("title", { body: title });
    expect(await world.publishFor()).toMatchObject({ published: ["title"] });
    expect([world.held("title"), world.shopper("DE", "de").title]).toEqual([title, title]);

    const made = await atelier({ locales: ["de", "fr"] });
    const descriptionHtml = "<p>Unsere Schürze aus gewaschenem Leinen hat zwei große Taschen und hält viele Jahre.</p>";
    await made.db.orm
      .update(products)
      .set({ title, descriptionHtml })
      .where(and(eq(products.shop, shop), eq(products.id, "1001")));
    const french = {
      title: "Tablier en lin à deux poches",
      desc: "<p>Notre tablier en lin lavé a deux grandes poches.</p>",
    };
    made.sandbox.state.queue({ answers: [{ content: { fr: french } }] });
    await translate(made);
    const drafts = await draftsIn(made);
    expect([...drafts].map(([name, { body }]) => [name, body])).toEqual(
      expect.arrayContaining([
        ["de title", title],
        ["de desc", descriptionHtml],
        ["fr title", french.title],
      ]),
    );
    expect([...drafts.keys()].filter((name) => name.startsWith("en "))).toEqual([]);
    await expect(start(made, { locales: ["en"] })).rejects.toThrow("not a language that the shop translates into");
  });
});

describe("4: placeholders are translated", () => {
  const source =
    "<p>Choose {{ quantity }} of %{count} pieces for %1$s in {0} boxes, [qty] each. See [the care guide](https://shelf.example/care).</p>";
  const right =
    "<p>Wählen Sie {{ quantity }} von %{count} Stück für %1$s in {0} Kartons, je [qty]. Siehe [die Pflegehinweise](https://shelf.example/care).</p>";

  it("kept to the letter they are no finding, and the words of a link are translated", async () => {
    const draft = await described(source, [right]);
    expect(codesOf(draft)).not.toContain("TOKENS_DIFFER");
    expect(draft?.blocked).toBe(false);
  });

  it.each([
    ["{{ quantity }}", "{{ Menge }}"],
    ["%{count}", "%{anzahl}"],
    ["%1$s", "%1$d"],
    ["{0}", "{1}"],
    ["[qty]", "[Menge]"],
    ["https://shelf.example/care", "https://shelf.example/pflege"],
  ])("%s → %s is blocked", async (token, changed) => {
    const wrong = right.replace(token, changed);
    const draft = await described(source, [wrong, wrong, wrong]);
    expect(codesOf(draft)).toContain("TOKENS_DIFFER");
    expect(draft?.blocked).toBe(true);
  });
});

describe("5: signs become their codes, and spaces come around words", () => {
  it.each([
    [`<p>L'été & "l'hiver"</p><p> <b>x</b> y</p>`, `<p>Sommer & "Winter"</p><p> <b>x</b> y</p>`],
    ["<p>Salt &amp; pepper &lt; 5 g</p>", "<p>Salz &amp; Pfeffer &lt; 5 g</p>"],
  ])("%s keeps its signs and its spaces", async (source, answer) => {
    const draft = await described(source, [answer]);
    expect(draft?.body).toBe(answer);
  });
});

describe("6: values of filters stay in the language of the shop", () => {
  it("the label of a category's attribute is a text of its own, which is translated once and read by shoppers", async () => {
    const world = await openResources();
    const [moss] = await world.db.orm
      .select()
      .from(textResources)
      .where(and(eq(textResources.shop, shop), eq(textResources.kind, "metaobject"), eq(textResources.title, "Moss")));
    const label = productIdSchema.parse(moss?.id);
    const before = world.shopper(label);
    await world.translate([label]);
    await world.approve([label]);
    expect(await world.publish(label)).toMatchObject({ kind: "done", problem: null });
    expect(world.shopper(label)).not.toEqual(before);
  });
});

describe("6: products whose colours are entries that they share", () => {
  const colours = { option: "Color", key: "color-pattern" };

  /** Two products of the shop with the same linked colour, and that colour's entry. */
  async function linkedShop() {
    const linked = new Map<string, string>();
    const world = await openResources((state) => {
      const withColours = [...state.products.heads()]
        .map((head) => head.record())
        .filter(({ options }) => options.some(({ name }) => name === colours.option));
      for (const { id } of withColours) {
        for (const [value, entry] of linkOption(state, { product: id, ...colours }) ?? []) linked.set(value, entry);
      }
    });
    const records = [...world.store.state.shop(shop).products.heads()].map((head) => head.record());
    const valuesOf = (record: (typeof records)[number]) => record.options.flatMap(({ values }) => values);
    const [colour = ""] = ["White", ...linked.keys()].filter(
      (value) => records.filter((record) => valuesOf(record).some(({ name }) => name === value)).length > 1,
    );
    const sharing = records.filter((record) => valuesOf(record).some(({ name }) => name === colour));
    const entry = productIdSchema.parse(linked.get(colour)?.replace("gid://shopify/", ""));
    const ids = sharing.map(({ id }) => productIdSchema.parse(String(id)));
    const values = sharing.map((record) => valuesOf(record).find(({ name }) => name === colour)?.id);
    return { world, entry, colour, ids, values };
  }

  it("the label is charged and written once, at the entry, and every product shows it translated", async () => {
    const { world, entry, colour, ids, values } = await linkedShop();
    expect(ids.length).toBeGreaterThan(1);
    const wish = { contentTypes: [optionTexts], locales: [localeSchema.parse("de")], which: "all" as const };
    const plan = await planTranslation(world, { shop, productIds: ids, wish: { ...wish, includeEdited: true } });
    expect(plan.leftOut.linked).toBeGreaterThan(1);
    const names = values.map((id) => `ProductOptionValue/${id}`);
    expect(names.map((name) => world.shopper(name).name)).toEqual(names.map(() => colour));
    world.sandbox.state.queue({ answers: [{ content: { de: { text_1: "Weiß" } } }] });
    await world.translate([entry]);
    await world.approve([entry]);
    expect(await world.publish(entry)).toMatchObject({ kind: "done", problem: null });
    const shown = new Set(names.map((name) => world.shopper(name).name));
    expect([...shown]).toEqual(["Weiß"]);
  });

  it("the product's page says which entry carries the label, with a link to it", async () => {
    const { world, entry, colour, ids } = await linkedShop();
    const productId = productIdSchema.parse(ids[0]);
    const words = await wordsOf(new Request("https://app.example/app?locale=en"));
    const asked = { locale: localeSchema.parse("de"), address: new URLSearchParams() };
    const page = await readEditorPage(world, shop, { ...asked, productId }, words);
    const row = page?.texts.find((text) => text.source === colour);
    expect(row?.linked).toEqual({
      name: colour,
      url: `/app/languages/de/${encodeURIComponent(entry)}?kind=metaobject`,
    });
    const list = await readEditorPage(world, shop, { ...asked, productId: entry }, words);
    expect(list?.texts.map(({ source }) => source)).toContain(colour);
  });
});

describe("7: what came back untranslated once stays so", () => {
  it("nothing is kept of it, and the next run asks again", async () => {
    const world = await atelier({ locales: ["de"] });
    await putOptions(world, { "ProductOption/1.name": "Length of the wooden handle" });
    const asked = { contentTypes: [optionTexts] };
    const echo = { content: { de: { text_1: "Length of the wooden handle" } }, times: 3 };
    world.sandbox.state.queue({ answers: [echo] });
    const { items } = await translate(world, asked);
    expect(items).toMatchObject([{ status: "failed", code: "not_translated" }]);
    expect((await draftsIn(world)).size).toBe(0);
    world.sandbox.state.queue({ answers: [{ content: { de: { text_1: "Länge des Holzgriffs" } } }] });
    await translate(world, asked);
    expect([...(await draftsIn(world)).values()].map(({ body }) => body)).toEqual(["Länge des Holzgriffs"]);
  });
});
