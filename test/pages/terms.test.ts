import { describe, expect, it } from "vitest";
import { shopLocales, shopTranslations } from "../../app/db/schema/index.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { localeSchema } from "../../app/lib/brand.ts";
import { actOn } from "../../app/pages/asked/page-action.ts";
import { readTermsPage } from "../../app/pages/rules/read-terms-page.ts";
import { termsActions } from "../../app/pages/rules/terms-actions.ts";
import { termsFile } from "../../app/pages/rules/terms-file.ts";
import { otherShop, shop, storeProduct } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const words = await english();
const de = localeSchema.parse("de");
const pan = { source: "linen shirt", target: "Leinenhemd", kind: "forced", note: "" };
const head = "source,locale,target,kind,note";

async function setUp() {
  const deps = { db: openTestDatabase(), clock: { now: () => 1_790_000_000_000 } };
  await storeProduct(deps.db, { id: "1001", title: "Linen shirt" });
  await deps.db.orm.insert(shopLocales).values(
    ["en", "de", "ja"].map((locale, position) => ({
      ...{ shop, locale, position, isPrimary: position === 0, published: true, reachable: true },
    })),
  );
  const page = async () => {
    const read = await readTermsPage(deps, shop, de, words);
    if (!read) throw new Error("there is no such page");
    return read;
  };
  const act = (intent: string, body: object, locale = "de") =>
    actOn(termsActions, deps, { shop, by: "user:1" }, { intent, body: { intent, ...body }, about: locale, words });
  const save = async (terms: unknown, locale = "de") => act("save", { terms, digest: (await page()).digest }, locale);
  return { deps, page, act, save };
}

describe("the page of a language's glossary", () => {
  it("is there for the languages that a shop translates into, and saves the terms of its own", async () => {
    const { deps, page, save } = await setUp();
    expect((await page()).languages.map(({ name }) => name)).toEqual(["English", "German", "Japanese"]);
    expect(await readTermsPage(deps, shop, localeSchema.parse("en"), words)).toBeNull();
    expect(await readTermsPage(deps, shop, localeSchema.parse("fr"), words)).toBeNull();
    expect(await save([pan])).toEqual({ message: "1 term saved" });
    expect(await save([{ ...pan, kind: "kept" }], "ja")).toEqual({ message: "1 term saved" });
    expect((await page()).rows).toEqual([pan]);
    expect(await save([])).toEqual({ message: "Glossary emptied" });
    expect((await page()).rows).toEqual([]);
  });

  it("keeps what somebody else saved meanwhile, refuses what is wrong and a language that the shop lacks", async () => {
    const { page, act, save } = await setUp();
    const { digest } = await page();
    await save([pan]);
    expect(await act("save", { terms: [], digest })).toMatchObject({ stale: true });
    expect(await save([{ ...pan, target: "" }])).toEqual({ problem: "Row 1: Enter the words of the translation." });
    expect(await save([pan], "fr")).toHaveProperty("problem");
    expect((await page()).rows).toEqual([pan]);
  });

  it("takes a file as it said before, merged or in the place of all, and gives it back", async () => {
    const { deps, page, act, save } = await setUp();
    await save([pan]);
    const csv = `${head}\r\npocket,de,Tasche,forced,\r\n"=A1, B",ja,ポケット,statement,"a ""note"""\r\n`;
    const preview = await act("preview", { csv });
    const { digest } = await page();
    expect(preview).toEqual({
      message: "",
      terms: {
        preview: {
          languages: "German and Japanese",
          merge: { added: 2, changed: 0, removed: 0, unchanged: 1 },
          replace: { added: 2, changed: 0, removed: 1, unchanged: 0 },
          digest,
        },
      },
    });
    expect(await act("import", { csv, mode: "merge", digest })).toEqual({
      message: "Imported: 2 added, 0 changed, 0 removed",
    });
    const file = await termsFile(deps, shop);
    expect(file).toBe(
      `\ufeff${head}\r\nlinen shirt,de,Leinenhemd,forced,\r\npocket,de,Tasche,forced,\r\n"'=A1, B",ja,ポケット,statement,"a ""note"""\r\n`,
    );
    expect(await act("import", { csv, mode: "replace", digest })).toMatchObject({ stale: true });
    const now = (await page()).digest;
    expect(await act("import", { csv, mode: "replace", digest: now })).toHaveProperty("message");
    expect((await page()).rows).toEqual([{ source: "pocket", target: "Tasche", kind: "forced", note: "" }]);
    // What was written out comes back as it was.
    const back = await act("preview", { csv: file });
    expect(back).toMatchObject({ terms: { preview: { replace: { added: 1, changed: 0, removed: 0, unchanged: 2 } } } });
    expect(await termsFile(deps, otherShop)).toBe(`\ufeff${head}\r\n`);
  });

  it("saves nothing of a file with a wrong line, and says which", async () => {
    const { page, act } = await setUp();
    const csv = `${head}\nlinen,de,Leinen,forced,\nlinen,it,lino,forced,\nshirt,de,,forced,\n`;
    const told =
      "Row 3: “it” is no language that your store translates into.\nRow 4: Enter the words of the translation.";
    expect(await act("preview", { csv })).toEqual({ problem: told });
    expect(await act("import", { csv, mode: "merge", digest: (await page()).digest })).toEqual({ problem: told });
    expect((await page()).rows).toEqual([]);
  });

  it("saves nothing of a file that contradicts what is there", async () => {
    const { page, act, save } = await setUp();
    await save([pan]);
    const csv = `${head}\n,de,leinenhemd,forbidden,\n`;
    const problem = "de: Row 2 forbids “leinenhemd”, which row 1 asks for. Change one of them.";
    expect(await act("import", { csv, mode: "merge", digest: (await page()).digest })).toEqual({ problem });
    expect((await page()).rows).toEqual([pan]);
  });

  it("lists exactly the translations that are not as it says, with the words that ask for it", async () => {
    const { deps, act, save } = await setUp();
    for (const [id, title, german] of [
      ["1002", "Linen shirts for men", "Bluse für Männer"],
      ["1003", "Linen shirt", "Feines Leinenhemd"],
      ["1004", "Wool scarf", "Wollschal"],
    ] as const) {
      await storeProduct(deps.db, { id, title });
      const texts = { title: { value: german, outdated: false, updatedAt: 1 } };
      await deps.db.orm
        .insert(shopTranslations)
        .values({ shop, owner: id, locale: "de", market: "", readAt: 1, texts });
    }
    await save([pan]);
    const text = { productId: "1002", title: "Linen shirts for men", text: "title", words: ["linen shirt"] };
    const url = "/app/languages/de/1002";
    expect(await act("against", { after: "" })).toEqual({
      message: "",
      terms: { against: { texts: [{ ...text, url }], looked: 3, next: null } },
    });
    expect(await act("against", { after: "1002" })).toMatchObject({ terms: { against: { texts: [], looked: 2 } } });
  });
});
