import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Models } from "../../app/model/model-for-shop.ts";
import type { Model, ModelRequest } from "../../app/model/port.ts";

const subjectSchema = z.object({
  product: z.object({
    title: z.string(),
    brand: z.string(),
    product_type: z.string(),
    attributes: z.record(z.string(), z.string()),
  }),
});

export interface RuleModel {
  models: Models;
  /** answers given, and the most calls that were open at once */
  counts: { calls: number; open: number; mostOpen: number };
}

/** A model in this process that writes five good texts by rules after `latencyMs` (0 = at once). */
export function createRuleModel({ latencyMs }: { latencyMs: number }): RuleModel {
  const counts = { calls: 0, open: 0, mostOpen: 0 };
  const model: Model = {
    async complete(request) {
      counts.calls++;
      counts.open++;
      counts.mostOpen = Math.max(counts.mostOpen, counts.open);
      if (latencyMs > 0) await pause(latencyMs);
      counts.open--;
      return { kind: "json", json: textsFor(request), model: "rules", tokensIn: 900, tokensCached: 0, tokensOut: 400 };
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
        priceOf: () => null,
        connection: { baseUrl: null, apiKey: null },
        batchesOf: refuse,
        offersBatches: async () => false,
        imageDelivery: "none" as const,
      }),
    },
  };
}

function textsFor({ messages }: ModelRequest): Record<string, unknown> {
  const { product } = subjectSchema.parse(JSON.parse(messages[2]?.content ?? "{}"));
  const { title, brand, product_type: type } = product;
  const material = product.attributes.Material ?? "fine cloth";
  const weight = product.attributes.Weight ?? "little";
  const kind = type.toLowerCase();
  return {
    title: `${title} by ${brand}`,
    desc:
      `<p>The ${title} is made for people who like their things simple and good. It is easy to care for, pleasant to hold and looks at home in every room of the house.</p>` +
      `<p>It consists of ${material}, weighs ${weight} and keeps its shape for a long time. You can combine it with what you have, and it gets better with use.</p>` +
      `<ul><li><strong>${material}</strong> for daily use</li><li>A quiet design that goes with everything</li></ul>`,
    bullets: [
      `Made of ${material} for daily use`,
      `Weighs ${weight}, so that it is easy to carry`,
      "A quiet design that goes with everything you own",
      "Easy to care for and pleasant to the touch",
      `A ${kind} that ${brand} has thought through`,
    ],
    seo_title: `${title} | ${brand}`,
    seo_desc: `Discover the ${title} by ${brand}: made of ${material}, easy to care for and made to be used every day.`,
  };
}
