/** What a run over the chosen products would find, as `plan-writing.ts` counts it: groups of products that are alike. */
export interface PlanView {
  /** the bits of `open` and `waits` in this order, the first one is 1 */
  contentTypes: string[];
  rules: { id: string; label: string }[];
  groups: {
    count: number;
    open: number;
    waits: number;
    fewFacts: boolean;
    rules: number;
    /** alt texts of all of them: for images that lack one and nobody wrote one for, that lack one, for all */
    alts: { missing: number; blank: number; all: number };
  }[];
  /** of those that nothing is to be written for */
  handsOff?: number | undefined;
}

interface Choice {
  types: readonly string[];
  onlyMissing: boolean;
  /** of texts that are there: not of products whose drafts of them wait */
  skipWaiting: boolean;
  withoutFew: boolean;
  /** of texts that are there: images that have an alt text get a new one too */
  allImages?: boolean;
}

export interface Planned {
  products: number;
  /** alt texts for the images of these products */
  alts: number;
  /** left out because drafts of these texts wait for a person */
  waiting: number;
  /** those of the products with few facts */
  fewFacts: number;
  /** with few facts, left out for it */
  leftOut: number;
  rules: { id: string; label: string; products: number }[];
}

/** What a run with this choice would write. */
export function countPlanned({ contentTypes, rules, groups }: PlanView, choice: Choice): Planned {
  const { types, onlyMissing, skipWaiting, withoutFew, allImages = false } = choice;
  const which = onlyMissing ? "missing" : allImages ? "all" : "blank";
  const chosen = types.reduce((bits, name) => bits | bitOf(contentTypes, name), 0);
  const planned: Planned = { products: 0, alts: 0, waiting: 0, fewFacts: 0, leftOut: 0, rules: [] };
  const perRules = new Map<number, number>();
  for (const { count, open, waits, fewFacts, rules: place, alts } of groups) {
    if (chosen === 0) continue;
    const held = (waits & chosen) !== 0;
    if (onlyMissing ? (open & chosen) === 0 : skipWaiting && held) {
      if (held) planned.waiting += count;
      continue;
    }
    if (fewFacts && withoutFew) {
      planned.leftOut += count;
      continue;
    }
    planned.products += count;
    if (types.includes("image_alt")) planned.alts += alts[which];
    if (fewFacts) planned.fewFacts += count;
    perRules.set(place, (perRules.get(place) ?? 0) + count);
  }
  planned.rules = [...perRules]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([place, products]) => (rules[place] ? [{ ...rules[place], products }] : []));
  return planned;
}

/** What a run would write in the unit of its text: alt texts are one an image, other texts one a product. null: not counted yet */
export function draftsToWrite(
  planned: Planned | null,
  { types, products }: { types: readonly string[]; products: number | null },
): number | null {
  const isOfImages = types.length === 1 && types[0] === "image_alt";
  return isOfImages ? (planned?.alts ?? null) : products;
}

/**
 * How many products a run would write; null while they are counted. What a person gives for the one product before them needs no
 * counting, and neither do all of its texts.
 */
export function productsToWrite(
  planned: Planned | null,
  asked: { types: readonly string[]; gives: boolean; onlyMissing: boolean; isOne: boolean },
): number | null {
  if (asked.types.length === 0) return 0;
  if (asked.gives) return 1;
  if (planned) return planned.products;
  return asked.isOne && !asked.onlyMissing ? 1 : null;
}

/** One image's alt text, `image_alt_41`, counts as those of all images. */
function bitOf(contentTypes: readonly string[], name: string): number {
  const at = contentTypes.indexOf(name.replace(/^(image_alt)_\d+$/, "$1"));
  return at < 0 ? 0 : 1 << at;
}
