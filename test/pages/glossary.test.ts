import { describe, expect, it } from "vitest";
import { english } from "../../app/i18n/words-of.server.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { readGlossaryPage } from "../../app/pages/rules/read-glossary-page.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { storeProduct } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askGlossary } from "../support/pages/ask.ts";
import { inEnglish } from "../support/places.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const productId = productIdSchema.parse("1");
const words = await english();
const user = { shop, by: "user:1" };

async function setUp() {
  const deps = { db: openTestDatabase(), clock: { now: () => 1_790_000_000_000 } };
  await storeProduct(deps.db, { id: productId });
  const save = async (rows: unknown) => {
    const form = new FormData();
    form.append("digest", (await readGlossaryPage(deps, shop, words)).digest);
    form.append("rows", typeof rows === "string" ? rows : JSON.stringify(rows));
    return askGlossary(deps, user, form);
  };
  return { deps, save };
}

describe("the glossary's page", () => {
  it("saves rows with spellings divided by commas, without the empty ones", async () => {
    const { deps, save } = await setUp();
    const rows = [
      { term: "T-shirt", never: "tee shirt, tee," },
      { term: " ", never: "" },
    ];
    expect(await save(rows)).toEqual({ message: "1 word saved" });
    expect((await readGlossaryPage(deps, shop, words)).rows).toEqual([{ term: "T-shirt", never: "tee shirt, tee" }]);
    expect(await save([])).toEqual({ message: "Glossary emptied" });
  });

  it("shows which row lacks its word", async () => {
    const { save } = await setUp();
    expect(await save([{ term: "", never: "tee" }])).toEqual({ problem: "Row 1: Enter a word." });
  });

  it.each(["", "no JSON", "{}", '[{"term":1,"never":""}]'])("refuses %s from an outdated page", async (rows) => {
    const { save } = await setUp();
    expect(await save(rows)).toEqual({ problem: expect.stringContaining("Reload") });
  });

  it("holds for what a person writes from then on", async () => {
    const { deps, save } = await setUp();
    await save([{ term: "T-shirt", never: "tee" }]);
    const edit = { shop, productId, contentType: "title", target: inEnglish, by: "user:1" };
    const edited = await editVersion(deps, { ...edit, body: "Linen tee" });
    expect(edited).toMatchObject({ outcome: "saved", version: { warnings: [{ code: "GLOSSARY", severity: "warn" }] } });
  });
});
