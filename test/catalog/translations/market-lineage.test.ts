import { expect, it } from "vitest";
import { lineageOf, type MarketRelationship } from "../../../app/catalog/translations/market-lineage.ts";
import { resolveText } from "../../../app/catalog/translations/resolve-text.ts";
import { createRandom } from "../../../sandbox/shared/random.ts";

const area = (id: string, more: object = {}) => ({
  ...{ id, active: true, type: "REGION", countries: ["US"], subdivisions: [], everywhere: false },
  ...more,
});

it("of parents that are as near, the one of fewer places comes first; a draft gives nothing, what is above it does", () => {
  const all = [area("1"), area("2", { countries: ["US", "CA"] }), area("3"), area("4", { active: false }), area("5")];
  const relationships = [
    { child: "1", parent: "2" },
    { child: "1", parent: "3" },
    { child: "1", parent: "4" },
    { child: "4", parent: "5" },
    { child: "5", parent: null },
  ];
  expect(lineageOf(area("1"), all, relationships)).toEqual(["3", "2", "5"]);
});

it("a market that Shopify lists as a root has no parent, whatever its places are; one that it does not list yet is placed by them", () => {
  const all = [area("1"), area("2", { countries: ["US", "CA"] })];
  expect(lineageOf(area("1"), all, [{ child: "1", parent: null }])).toEqual([]);
  expect(lineageOf(area("1"), all, [{ child: "2", parent: null }])).toEqual(["2"]);
});

it("a circle, which no tree has, ends", () => {
  const circle = [
    { child: "1", parent: "2" },
    { child: "2", parent: "1" },
  ];
  expect(lineageOf(area("1"), [area("1"), area("2")], circle)).toEqual(["2"]);
});

/** How many steps up each market is, by walking every path. */
function stepsUp(from: string, relationships: readonly { child: string; parent: string | null }[]) {
  const steps = new Map<string, number>();
  const walk = (id: string, step: number) => {
    for (const { child, parent } of relationships) {
      if (child !== id || parent === null || (steps.get(parent) ?? Number.POSITIVE_INFINITY) <= step) continue;
      steps.set(parent, step);
      walk(parent, step + 1);
    }
  };
  walk(from, 1);
  return steps;
}

it("over any tree a shopper reads the market's text, else the nearest above it, else the language's, else the source", () => {
  const { next: random, shuffle } = createRandom(7);
  const upTo = (count: number) => Math.floor(random() * count);
  const seen = new Set<string>();
  for (let round = 0; round < 400; round++) {
    const ids = Array.from({ length: 2 + upTo(7) }, (_, i) => String(i));
    const areas = ids.map((id) => area(id, { active: random() > 0.2, countries: ["US", "CA", "MX"].slice(upTo(3)) }));
    // Parents stand before their children: no circles.
    const relationships = ids.flatMap((child, i): MarketRelationship[] => {
      const parents = ids.slice(0, i).filter(() => random() < 0.4);
      return parents.length > 0 ? parents.map((parent) => ({ child, parent })) : [{ child, parent: null }];
    });
    const written = new Set([...ids, ""].filter(() => random() < 0.4));
    const held = new Map(
      [...written].map((id) => [id, { title: { value: `of ${id}`, outdated: false, updatedAt: 1 } }]),
    );
    const id = String(upTo(ids.length));
    const parents = lineageOf(area(id), areas, shuffle(relationships));
    const read = resolveText("title", { id, parents }, { held, source: "source" });

    const steps = stepsUp(id, relationships);
    const above = ids.filter((one) => steps.has(one) && areas[Number(one)]?.active && written.has(one));
    const nearest = Math.min(...above.map((one) => steps.get(one) ?? 0));
    const from = written.has(id) ? "market" : above.length > 0 ? "parent" : written.has("") ? "locale" : "source";
    expect(read?.from).toBe(from);
    if (read?.from === "parent") expect(steps.get(read.market)).toBe(nearest);
    if (read?.from === "market") expect(read.market).toBe(id);
    seen.add(from);
  }
  expect([...seen].sort()).toEqual(["locale", "market", "parent", "source"]);
});
