import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { readProduct } from "../../app/catalog/read-product.ts";
import { openDatabase } from "../../app/db/open.ts";
import { versions } from "../../app/db/schema/index.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { readLastWrites } from "../../app/publishing/last-writes.ts";
import { listConflicts } from "../../app/publishing/list-conflicts.ts";
import { listWriteBacks } from "../../app/publishing/list-write-backs.ts";
import { nameOfRow } from "../../app/texts/slot.ts";
import { readProductTexts } from "../../app/versions/read-product-texts.ts";
import { readSourceFacts } from "../../app/versions/read-source-facts.ts";
import { at, inEnglish } from "../support/places.ts";

const shop = shopDomainSchema.parse("lamps.myshopify.com");
const lamp = productIdSchema.parse("1");
const otherLamp = productIdSchema.parse("2");

/**
 * A database from before texts had slots and targets: two products that share an image, texts in all states, two conflicts,
 * write-backs in all states, feedback with and without a version.
 */
function upgraded() {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-slots-"));
  const file = join(folder, "shelfwright.sqlite");
  writeFileSync(file, gunzipSync(readFileSync("test/db/releases/0.1.0-before-slots.sqlite.gz")));
  const db = openDatabase({ file, tenantGuard: true });
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return db;
}

it("an upgrade to slots gives each version its image or its product, and the shop's own target", async () => {
  const rows = await upgraded().orm.select().from(versions).orderBy(versions.id);
  expect(rows.map((row) => [row.id, row.resource, row.contentType, nameOfRow(row)])).toEqual([
    ["v1", "product", "title", "title"],
    ["v2", "product", "desc", "desc"],
    ["v3", "product", "bullets", "bullets"],
    ["v4", "MediaImage/11", "image_alt", "image_alt_11"],
    ["v5", "MediaImage/12", "image_alt", "image_alt_12"],
    ["v6", "MediaImage/12", "image_alt", "image_alt_12"],
    ["v7", "MediaImage/11", "image_alt", "image_alt_11"],
    ["v8", "product", "title", "title"],
    ["v9", "product", "howtouse", "howtouse"],
  ]);
  expect(new Set(rows.map(({ locale, market, channel }) => `${locale}/${market}/${channel}`))).toEqual(
    new Set(["en//store", "de//store"]),
  );
});

it("an upgrade to slots leaves each text of a page with its live text, its history and its conflict", async () => {
  const db = upgraded();
  const texts = await readProductTexts({ db }, { shop, productId: lamp, target: inEnglish });
  const shown = texts?.map(({ contentType, live, history }) => [contentType, live, history.map(({ id }) => id)]);
  expect(shown).toEqual([
    ["title", "Lamp 1", ["v1"]],
    ["desc", "<p>A lamp</p>", ["v2"]],
    ["bullets", null, ["v3"]],
    ["seo_title", null, []],
    ["seo_desc", null, []],
    ["image_alt_11", "Lamp on a desk", ["v4", "v7"]],
    ["image_alt_12", null, ["v5", "v6"]],
  ]);
  const { rows } = await listConflicts({ db }, { shop, target: inEnglish });
  expect(rows.map(({ contentType, versionId, theirs, reason }) => [contentType, versionId, theirs, reason])).toEqual([
    ["image_alt_12", "v5", "Desk", "not_shown"],
    ["desc", "v2", "<p>Our lamp</p>", null],
  ]);
});

it("an upgrade to slots adds to each written field its slot and target, and changes nothing else of it", async () => {
  const db = upgraded();
  const ofLamp = await listWriteBacks({ db }, { shop, productId: lamp });
  const before = { versionId: "v1", before: "Lamp 1", sent: "Brass lamp “Ida” 💡", answered: "Brass lamp “Ida” 💡" };
  const alt = { versionId: "v4", before: null, sent: "Lamp on a desk", answered: "Lamp on a desk" };
  expect(ofLamp.map(({ id, state, fields }) => [id, state, fields])).toEqual([
    [
      "w2",
      "writing",
      [{ ...at("image_alt_12"), versionId: "v5", before: "", sent: "Lamp seen from below", answered: null }],
    ],
    [
      "w1",
      "verified",
      [
        { ...at("title"), ...before, acceptedAt: 1764363600123, source: "Lamp one" },
        { ...at("image_alt_11"), ...alt, acceptedAt: 1764363600124, source: null },
      ],
    ],
  ]);
  const ofOther = await listWriteBacks({ db }, { shop, productId: otherLamp });
  expect(ofOther.find(({ id }) => id === "w3")?.fields).toEqual([
    {
      ...at("bullets"),
      versionId: "v0",
      before: null,
      sent: ['a "quoted" one', "two\n", "\u0000"],
      answered: ['a "quoted" one'],
    },
  ]);
  const ofThird = await listWriteBacks({ db }, { shop, productId: productIdSchema.parse("3") });
  expect(ofThird.map(({ fields, canUndo }) => [fields, canUndo])).toEqual([[[], false]]);
});

it("after an upgrade to slots our own live texts are recognised, and so is what people wrote before them", async () => {
  const db = upgraded();
  const last = await readLastWrites({ db }, { shop, productId: lamp, target: inEnglish });
  expect(Object.keys(last).sort()).toEqual(["image_alt_11", "title"]);
  const product = await readProduct({ db }, shop, lamp);
  const facts = product && (await readSourceFacts({ db }, product));
  expect(facts?.images.map(({ alt }) => alt)).toEqual([null, null]);
});

it("an upgrade to slots keeps feedback on alt texts together, with the image where it is known", () => {
  const rows = upgraded()
    .raw.prepare("SELECT id, resource, content_type, market, channel FROM feedback ORDER BY id /* all shops: one */")
    .raw()
    .all();
  expect(rows).toEqual([
    ["f1", "product", "title", "", "store"],
    ["f2", "MediaImage/12", "image_alt", "", "store"],
    ["f3", "MediaImage/12", "image_alt", "", "store"],
    ["f4", "product", "image_alt", "", "store"],
  ]);
});
