import { describe, expect, it } from "vitest";
import { createWords } from "../../app/i18n/create-words.ts";
import { loadCatalog } from "../../app/i18n/load-catalog.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { approveTitle, translateAct, translateTitle } from "../../app/ui/languages/dialog-titles.ts";
import { marketOptions, perMarketWords } from "../../app/ui/languages/market-choice.ts";

const t = (await english()).getFixedT("en", "languages");
const plan = { asked: 5, reused: 1, products: 40, exact: true };

describe("the dialog about a run of translations", () => {
  it("names the texts of few products, and of many about how many products it is", () => {
    expect([translateTitle(t, plan), translateAct(t, plan, true)]).toEqual(["Translate 6 texts", "Translate 6 texts"]);
    const sampled = { ...plan, exact: false };
    const said = "Translate about 40 products";
    expect([translateTitle(t, sampled), translateAct(t, sampled, true)]).toEqual([said, said]);
    expect([translateTitle(t, null), translateAct(t, null, true)]).toEqual(["Translate", "Counting…"]);
  });

  it("never says that there is none where only some of the products were looked at", () => {
    const none = { asked: 0, reused: 0, products: 0, exact: false };
    expect([translateTitle(t, none), translateAct(t, none, true)]).toEqual(["Translate", "Translate"]);
    expect(translateAct(t, { ...none, exact: true }, true)).toBe("Translate 0 texts");
  });

  it.each([
    ["de", "Etwa 40 Produkte übersetzen"],
    ["fr", "Traduire environ 40 produits"],
    ["es", "Traducir aprox. 40 productos"],
    ["ja", "約40件の商品を翻訳"],
  ] as const)("says so in %s", async (locale, said) => {
    const words = createWords(locale, await loadCatalog(locale)).getFixedT(locale, "languages");
    expect(translateTitle(words, { ...plan, exact: false })).toBe(said);
  });
});

it("translations found by a search are approved without the number of those that were not searched", () => {
  const selection = (search: string) => ({
    ...{ languages: { view: "review" as const, locales: ["de"], search, onSaleOnly: true }, except: [] },
  });
  expect(approveTitle(t, { selection: selection(""), count: 120 })).toBe("Approve the translations of 120 products?");
  expect(approveTitle(t, { selection: selection("shirt"), count: 120 })).toBe(
    "Approve the translations of the products that match “shirt”?",
  );
});

it("texts of a market are approved with its name", () => {
  const market = { name: "Germany" };
  const title = (search: string, kind?: "page") =>
    approveTitle(t, {
      selection: {
        languages: { view: "review", locales: ["de"], search, onSaleOnly: true, ...(kind ? { kind } : {}) },
        except: [],
      },
      ...{ market, count: 2 },
    });
  expect([title(""), title("mat"), title("", "page")]).toEqual([
    "Approve the texts of 2 products for Germany alone?",
    "Approve the texts for Germany alone of the products that match “mat”?",
    "Approve the texts of 2 entries for Germany alone?",
  ]);
});

it("a run can be for everywhere and for the markets that offer one of its languages, and says how many texts each gets", () => {
  const markets = [
    { id: "31", name: "Switzerland", locales: ["de", "fr"] },
    { id: "33", name: "Japan", locales: ["ja"] },
  ];
  const options = marketOptions(t, markets, ["de"]);
  expect(options.map(({ label }) => label)).toEqual(["General", "Switzerland"]);
  const byMarket = { "": 4, 31: 1 };
  expect(perMarketWords(t, { byMarket, exact: true }, options)).toBe("General: 4 texts · Switzerland: 1 text");
  expect(perMarketWords(t, { byMarket, exact: false }, options)).toBe(
    "about General: 4 texts · about Switzerland: 1 text",
  );
  expect(perMarketWords(t, { byMarket: { "": 4 }, exact: true }, options)).toBe("");
});
