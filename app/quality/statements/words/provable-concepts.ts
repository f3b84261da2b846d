import type { Provable } from "../statement.ts";

const kindOf: Readonly<Record<string, Provable>> = {
  ...kinds("certificate", "vegan|organic|halal|kosher|cruelty-free"),
  ...kinds("test", "waterproof|water-resistant|windproof|shock-proof|unbreakable|uv-protective|proof:test|proof:rating|proof:recommended"),
  ...kinds("safety", "choking-safe|fireproof|flame-retardant|non-toxic|child-safe|pet-safe|pregnancy-safe|food-safe|oven-safe|microwave-safe|heat-resistant|tip-proof|proof:safety"),
  ...kinds("health", "hypoallergenic|antibacterial|skin-friendly|heals|healthy"),
  ...kinds("environment", "saves resources|recycled|recyclable|biodegradable|compostable|sustainable|eco-friendly|climate-neutral|ocean plastic|plastic-free|saves water|saves energy|proof:environment"),
  ...kinds("origin", "handmade"),
  ...kinds("award", "proof:award"),
  ...kinds("price", "proof:price"),
}; // biome-ignore format: a table

function kinds(kind: Provable, concepts: string): Record<string, Provable> {
  return Object.fromEntries(concepts.split("|").map((concept) => [concept, kind]));
}

/** Phrases of an effect, by the concepts of `effect-rows.ts`, so that one supports the other. */
const effects: Readonly<Record<string, string>> = {
  "relieves pain": "effect:pain",
  "anti-inflammatory": "effect:inflammation",
  "anti-aging": "effect:wrinkles",
  slimming: "effect:weight",
  immunity: "effect:immunity",
  "lowers blood pressure": "effect:cholesterol",
  circulation: "effect:circulation",
  digestion: "effect:digestion",
  "joint health": "effect:joints",
  "hair growth": "effect:hair",
  "sleep aid": "effect:sleep",
  calming: "effect:mind",
  detox: "effect:detox",
};

/** What a row of properties is compared by. */
export function conceptOf(key: string): string {
  return effects[key] ?? key;
}

/** As what a property must be proven; null: nothing special. */
export function provableOf(concept: string): Provable | null {
  return concept.startsWith("effect:") ? "health" : (kindOf[concept] ?? null);
}
