import { expect, it } from "vitest";
import { english } from "../../app/i18n/words-of.server.ts";
import { listOfTexts } from "../../app/ui/home/addresses.ts";
import { appliedFilters } from "../../app/ui/products/product-filters.tsx";
import type { FacetsView } from "../../app/ui/products/product-view.ts";

const i18n = await english();
const words = {
  t: i18n.getFixedT("en", "products"),
  states: i18n.getFixedT("en", "states"),
  marks: i18n.getFixedT("en", "marks"),
};
const facets: FacetsView = { vendors: [], productTypes: [], tags: [], collections: [] };
const chips = (address: string, more: Partial<FacetsView> = {}) => {
  const went: string[] = [];
  const query = new URLSearchParams(address.split("?")[1]);
  const shown = appliedFilters(words, query, { ...facets, ...more }, (next) => void went.push(next.toString()));
  for (const { key, onRemove } of shown) onRemove(key);
  return { labels: shown.map(({ label }) => label), went };
};

it("each filter that Home leads to has a chip that says so and takes it off", () => {
  expect(chips(listOfTexts("description", "thin"))).toEqual({
    ...{ labels: ["Texts: Description – Very short"], went: [""] },
  });
  expect(chips(`${listOfTexts("alt_text", "duplicate")}&vendor=Fern`).labels).toEqual([
    "Vendor: Fern",
    "Texts: Alt texts – Nearly repeats another",
  ]);
  const addedTexts = [{ value: "added_0", label: "Care guide" }];
  expect(chips(listOfTexts("added_0", "outdated"), { addedTexts }).labels).toEqual(["Texts: Care guide – Outdated"]);
  const checks = [{ code: "FORBIDDEN_WORD", bit: 4 }];
  expect(chips("/app/products?findings=4", { checks }).labels).toEqual(["Findings: Never say"]);
  expect(chips("/app/products?job=job_1")).toEqual({ labels: ["One run"], went: [""] });
  expect(chips("/app/products?texts=unheard.of").labels).toEqual([]);
});
