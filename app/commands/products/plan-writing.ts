import { z } from "zod";
import { productsWithFewFacts } from "../../catalog/count-facts.ts";
import { handsOffAmong } from "../../catalog/hands-off.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import type { Db } from "../../db/open.ts";
import { findConfig } from "../../rules/configs/resolve-config.ts";
import { rulesOfProducts } from "../../rules/configs/rules-of-products.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { type AltCounts, countAlts } from "../../versions/alts-to-write.ts";
import { openTexts } from "../../versions/waiting-texts.ts";
import { defineCommand } from "../command.ts";
import { selectedProducts, selectionSchema } from "./selection.ts";

/** Products that are alike for whoever plans a run: together they are all chosen ones. */
export interface PlannedProducts {
  count: number;
  /** bits of `contentTypes`, the first one is 1: texts that the shop has none of and nobody wrote yet */
  open: number;
  /** the same bits: drafts or approved texts of these wait for a person */
  waits: number;
  /** it has so few facts that its texts say little */
  fewFacts: boolean;
  /** place in `rules` */
  rules: number;
  /** of all of them together */
  alts: AltCounts;
}

export interface WritingPlan {
  contentTypes: string[];
  /** the rules that hold for some of the products */
  rules: { id: string; label: string }[];
  groups: PlannedProducts[];
  /** nothing is to be written for so many more of them: they are in no group */
  handsOff: number;
}

/** Tells what a run for the chosen products would write, by what rules, and of how little it knows. Changes nothing. */
export const planWriting = defineCommand({
  name: "products.plan",
  kind: null,
  rate: "anything",
  input: z.object({ selection: selectionSchema }),
  async run(deps: { db: Db }, { shop }, { selection }): Promise<{ kind: "planned"; plan: WritingPlan }> {
    const { db } = deps;
    const contentTypes = (await db.do(listContentTypes(shop))).map(({ name }) => name);
    const target = await readPrimaryTarget(deps, shop);
    const groups = new Map<string, PlannedProducts>();
    const rules: WritingPlan["rules"] = [];
    let handsOff = 0;
    for await (const selected of selectedProducts(deps, shop, selection)) {
      const off = await handsOffAmong(deps, shop, selected);
      handsOff += off.size;
      const productIds = selected.filter((id) => !off.has(id));
      const few = await db.do(productsWithFewFacts(shop, productIds));
      const alts = await db.do(countAlts({ shop, productIds, target }));
      const ruled = await db.do(rulesOfProducts(shop, productIds));
      for (const { productId, open, waits } of await db.do(openTexts({ shop, productIds, contentTypes, target }))) {
        const id = ruled.get(productId) ?? "";
        if (!rules.some((one) => one.id === id)) {
          rules.push({ id, label: (await db.do(findConfig(shop, id)))?.label ?? "" });
        }
        const bits = (names: string[]) => names.reduce((sum, name) => sum | (1 << contentTypes.indexOf(name)), 0);
        const group = {
          ...{ open: bits(open), waits: bits(waits) },
          ...{ fewFacts: few.has(productId), rules: rules.findIndex((one) => one.id === id) },
        };
        const key = JSON.stringify(group);
        const { count, alts: images } = groups.get(key) ?? { count: 0, alts: noAlts };
        groups.set(key, { ...group, count: count + 1, alts: sumOf(images, alts.get(productId) ?? noAlts) });
      }
    }
    return { kind: "planned", plan: { contentTypes, rules, groups: [...groups.values()], handsOff } };
  },
});

const noAlts: AltCounts = { missing: 0, blank: 0, all: 0 };

function sumOf(a: AltCounts, b: AltCounts): AltCounts {
  return { missing: a.missing + b.missing, blank: a.blank + b.blank, all: a.all + b.all };
}
