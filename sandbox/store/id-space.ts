/**
 * Ids are computed from a product's slot, so that generated products need no index: a variant's id leads back to its product.
 * Three families: `sample` (written by hand), `generated`, and `created` (through the API), in this order of ids.
 */
export type Family = "sample" | "generated" | "created";

const families: Record<Family, number> = { sample: 0, generated: 1, created: 2 };
const familySpan = 1_000_000_000_000;
const kinds = {
  product: { base: 8_000_000_000_000, stride: 1 },
  variant: { base: 40_000_000_000_000, stride: 128 },
  media: { base: 30_000_000_000_000, stride: 16 },
  metafield: { base: 24_000_000_000_000, stride: 32 },
  option: { base: 11_000_000_000_000, stride: 4 },
  optionValue: { base: 60_000_000_000_000, stride: 512 },
} as const;
export type IdKind = keyof typeof kinds;

export function makeId(kind: IdKind, family: Family, slot: number, part = 0): number {
  const { base, stride } = kinds[kind];
  return base + families[family] * familySpan + slot * stride + part;
}

/** Where an id belongs, or undefined when it is no id of that kind. */
export function readId(kind: IdKind, id: number): { family: Family; slot: number; part: number } | undefined {
  const { base, stride } = kinds[kind];
  const offset = id - base;
  const number = Math.floor(offset / familySpan);
  const family = (Object.keys(families) as Family[]).find((name) => families[name] === number);
  if (!Number.isSafeInteger(id) || offset < 0 || !family) return undefined;
  const within = offset - number * familySpan;
  return { family, slot: Math.floor(within / stride), part: within % stride };
}

/** The product that owns a variant, image, option, or metafield with a computed id. */
export function productIdOf(kind: IdKind, id: number): number | undefined {
  const place = readId(kind, id);
  return place && makeId("product", place.family, place.slot);
}
