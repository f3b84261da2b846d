import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { digestOf } from "../../app/lib/digest.ts";
import { rememberHere } from "../../app/model/ask-server.ts";
import type { Models } from "../../app/model/model-for-shop.ts";
import type { Model, ModelRequest } from "../../app/model/port.ts";
import { endings, merits, openings, sentences, uses } from "./phrases.ts";

const subjectSchema = z.object({
  product: z.object({
    title: z.string(),
    brand: z.string(),
    /** by name, without the id before it */
    attributes: z
      .record(z.string(), z.string())
      .transform((named) =>
        Object.fromEntries(Object.entries(named).map(([key, value]) => [key.replace(/^f\d+ /, ""), value])),
      ),
  }),
});

export interface RuleModel {
  models: Models;
  /** answers given, and the most calls that were open at once */
  counts: { calls: number; open: number; mostOpen: number };
}

/**
 * A model in this process that writes five good texts by rules after `latencyMs` (0 = at once).
 * @param options.edit changes each answer
 */
export function createRuleModel({
  latencyMs,
  edit = (json) => json,
}: {
  latencyMs: number;
  edit?: (json: Record<string, unknown>) => Record<string, unknown>;
}): RuleModel {
  return countCalls({
    latencyMs,
    async complete(request) {
      const usage = { tokensIn: 900, tokensCached: 0, tokensOut: 400 };
      return { kind: "json", json: edit(textsFor(request)), model: "rules", ...usage };
    },
  });
}

/** A model in this process as every shop's, whose answers take `latencyMs` longer than they do. */
export function countCalls({ latencyMs, complete }: Pick<Model, "complete"> & { latencyMs: number }): RuleModel {
  const counts = { calls: 0, open: 0, mostOpen: 0 };
  const model: Model = {
    async complete(request, options) {
      counts.calls++;
      counts.open++;
      counts.mostOpen = Math.max(counts.mostOpen, counts.open);
      if (latencyMs > 0) await pause(latencyMs);
      counts.open--;
      return complete(request, options);
    },
  };
  const refuse = (): never => {
    throw new Error("the benchmark makes direct calls only");
  };
  return {
    counts,
    models: {
      forShop: async () => ({
        model,
        nameOf: () => "rules",
        creditsOf: () => 1,
        examiner: { mode: "off" as const },
        refusalOf: () => null,
        isCurrent: () => true,
        priceOf: () => null,
        connection: { baseUrl: null, apiKey: null },
        batchesOf: refuse,
        offersBatches: async () => false,
        imageDelivery: "none" as const,
        seesInBatches: async () => false,
        knowledge: rememberHere(),
      }),
    },
  };
}

/** Texts of their own for each product, as a good model writes them: nothing is to be repaired. */
function textsFor({ messages }: ModelRequest): Record<string, unknown> {
  const { product } = subjectSchema.parse(JSON.parse(messages[2]?.content ?? "{}"));
  const { title, brand } = product;
  const material = product.attributes.Material ?? "fine cloth";
  const weight = product.attributes.Weight ?? "little";
  const pick = (place: string, count: number) => Number.parseInt(digestOf(`${title} ${place}`).slice(0, 8), 16) % count;
  const said = sentences.map((list, place) =>
    (list[pick(`sentence ${place}`, list.length)] ?? "")
      .replace("{t}", `the ${title}`)
      .replace("{m}", material)
      .replace("{w}", weight)
      .replace("{b}", brand)
      .replace(/^./, (first) => first.toUpperCase()),
  );
  const one = (list: readonly string[], place: string) => list[pick(place, list.length)] ?? "";
  // Each place has a merit of its own, so that no two points of a product begin alike.
  const point = (place: number) =>
    `${merits[(pick("merit", merits.length) + place) % merits.length]}, made for ${one(uses, `use ${place}`)} ${one(endings, `ending ${place}`)}`;
  return {
    title: `${title} by ${brand}`,
    desc: `<p>${said.slice(0, 3).join(" ")}</p><p>${said.slice(3, 6).join(" ")}</p><ul>${said
      .slice(6)
      .map((sentence) => `<li>${sentence}</li>`)
      .join("")}</ul>`,
    bullets: [
      `The ${title} is made of ${material}`,
      point(0),
      `Weighs ${weight}, so that it is easy to carry`,
      point(1),
      point(2),
    ],
    seo_title: `${title} | ${brand}`,
    seo_desc: `${one(openings, "seo opening")} the ${title} by ${brand}, ${weight} of ${material} for ${one(uses, "seo")}. ${one(merits, "seo merit")}. ${said[7]}`,
  };
}
