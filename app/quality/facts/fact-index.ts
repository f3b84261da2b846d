import { barcodesOf } from "../../catalog/barcodes.ts";
import type { ProductFacts } from "../../catalog/facts.ts";
import { comparable } from "../../texts/text-body.ts";
import { claimsIn, materialsIn } from "../language/claim-words.ts";
import { wordsOf } from "../language/lexicon.ts";
import { type Quantity, readQuantities } from "../quantities/read-quantities.ts";
import { type Dimension, inBase, type Unit } from "../quantities/units.ts";

/** A fact as people read it, e.g. `Weight: 240 g`. */
type FactLabel = string;

/** A word of the merchant that counts as a fact. */
export interface Said {
  name: string;
  value: string;
}

interface Measured {
  base: number;
  system: Unit["system"];
  fact: FactLabel;
}

/** A product's facts, prepared once for all checks of its texts. */
export interface FactIndex {
  facts: ProductFacts;
  /** all facts for look-ups of phrases: comparable words, single spaces, a space at both ends */
  words: string;
  /** all facts as written, lower case */
  written: string;
  /** certificate-like claims that facts make, each with the first such fact */
  concepts: ReadonlyMap<string, FactLabel>;
  materials: ReadonlyMap<string, FactLabel>;
  /** @returns the fact that backs the quantity, or undefined */
  backing(quantity: Quantity): FactLabel | undefined;
}

/** A rounded conversion between metric and imperial may differ by so much. */
const conversionTolerance = 0.02;
const maxLabelChars = 120;
const barcodeName = "Barcode";
/** Digits of the shortest barcode, GTIN-8. */
const shortestBarcode = 8;

/** @param said the merchant's own words beside the product's data: claims, notes, additions */
export function indexFacts(facts: ProductFacts, said: readonly Said[] = []): FactIndex {
  const sources = [...sourcesOf(facts), ...said];
  const written = sources.map(({ value }) => value).join("\n");
  const measured = new Map<Dimension, Measured[]>();
  const exact = new Map<string, FactLabel>();
  const bare = new Map<number, FactLabel>();
  const anyNumber = new Map<number, FactLabel>();
  const literal = new Map<string, FactLabel>();
  for (const { name, value } of sources) {
    const quantities = readQuantities(value);
    const unitOfName = quantities.length > 0 ? unitInBrackets(name) : null;
    for (const quantity of quantities) {
      if (name === barcodeName) addCode(quantity, labelOf(name, value, quantity));
      else add(quantity, labelOf(name, value, quantity), unitOfName);
    }
  }
  for (const { name, values } of facts.options) {
    if (values.length > 1) keep(bare, values.length, `${name}: ${values.length} values`);
  }

  function add(quantity: Quantity, fact: FactLabel, unitOfName: Unit | null): void {
    keep(literal, literalOf(quantity), fact);
    for (const value of quantity.values) {
      keep(anyNumber, value, fact);
      for (const unit of quantity.units) {
        const measure = unit ?? unitOfName;
        if (unit === null) keep(bare, value, fact);
        if (measure) addMeasured(measure, value, fact);
      }
    }
    for (const piece of quantity.pieces ?? []) add(piece, fact, unitOfName);
  }

  /** A barcode is evidence for itself, not for a number that its digits happen to be. */
  function addCode(quantity: Quantity, fact: FactLabel): void {
    keep(literal, literalOf(quantity), fact);
    if (quantity.text.length < shortestBarcode) return;
    for (const value of quantity.values) keep(anyNumber, value, fact);
  }

  function addMeasured(unit: Unit, value: number, fact: FactLabel): void {
    const base = inBase(value, unit);
    keep(exact, exactKey(unit.dimension, base), fact);
    const list = measured.get(unit.dimension) ?? [];
    list.push({ base, system: unit.system, fact });
    measured.set(unit.dimension, list);
  }

  function backingMeasured(unit: Unit, value: number): FactLabel | undefined {
    const base = inBase(value, unit);
    const same = exact.get(exactKey(unit.dimension, base));
    if (same !== undefined) return same;
    const converted = measured
      .get(unit.dimension)
      ?.find(
        (fact) => fact.system !== unit.system && Math.abs(fact.base - base) <= Math.abs(base) * conversionTolerance,
      );
    return converted?.fact;
  }

  function backingOne(quantity: Quantity): FactLabel | undefined {
    if (quantity.values.length === 0) return literal.get(literalOf(quantity));
    for (const value of quantity.values) {
      for (const unit of quantity.units) {
        // A bare number before a word counts something; a weight or size of that number is no evidence for it.
        const backed = unit
          ? backingMeasured(unit, value)
          : (bare.get(value) ?? (quantity.nextWord === "" ? anyNumber.get(value) : undefined));
        if (backed !== undefined) return backed;
      }
    }
    return undefined;
  }

  return {
    facts,
    words: ` ${comparable(written)} `,
    written: written.toLowerCase(),
    ...labelled(sources),
    backing(quantity) {
      const whole = backingOne(quantity);
      if (whole !== undefined || !quantity.pieces) return whole;
      const pieces = quantity.pieces.map(backingOne);
      return pieces.every((piece) => piece !== undefined) ? pieces.at(-1) : undefined;
    },
  };
}

/** `Length (cm)` names the unit of its number. */
function unitInBrackets(name: string): Unit | null {
  const unit = /\(([^()]{1,10})\)\s*$/.exec(name)?.[1];
  return unit === undefined ? null : (readQuantities(`1 ${unit}`)[0]?.units[0] ?? null);
}

/** Claims and materials of the facts, each with the first fact that contains it. */
function labelled(sources: readonly Said[]): { concepts: Map<string, FactLabel>; materials: Map<string, FactLabel> } {
  const concepts = new Map<string, FactLabel>();
  const materials = new Map<string, FactLabel>();
  for (const { name, value } of sources) {
    const words = wordsOf(`${name}: ${value}`);
    const label = `${name}: ${value.slice(0, maxLabelChars)}`;
    for (const concept of claimsIn(words).keys()) keep(concepts, concept, label);
    for (const material of materialsIn(words).keys()) keep(materials, material, label);
  }
  return { concepts, materials };
}

function sourcesOf(facts: ProductFacts): { name: string; value: string }[] {
  const sources = [
    { name: "Title", value: facts.title },
    { name: "Brand", value: facts.vendor },
    { name: "Product type", value: facts.productType },
    { name: "Category", value: facts.category ?? "" },
    ...facts.tags.map((tag) => ({ name: "Tag", value: tag })),
    ...facts.options.flatMap(({ name, values }) => values.map((value) => ({ name, value }))),
    ...facts.attributes,
    ...facts.descriptionText.split("\n").map((line) => ({ name: "Description", value: line })),
    ...facts.images.map(({ alt }) => ({ name: "Image", value: alt ?? "" })),
  ];
  for (const variant of facts.variants) {
    const { title, sku, price, weightGrams } = variant;
    sources.push({ name: "Variant", value: title }, { name: "SKU", value: sku ?? "" });
    sources.push(...barcodesOf(variant).map(({ value }) => ({ name: barcodeName, value })));
    sources.push({ name: "Price", value: price ? `${price} €` : "" });
    if (weightGrams) sources.push({ name: "Weight", value: `${weightGrams} g` });
  }
  return sources.filter(({ value }) => value !== "");
}

function labelOf(name: string, value: string, quantity: Quantity): FactLabel {
  if (name === "Price") return `Price: ${value.replace(" €", "")}`;
  if (value.length <= maxLabelChars) return `${name}: ${value}`;
  const at = Math.max(0, placeOf(value, quantity) - maxLabelChars / 2);
  return `${name}: …${value.slice(at, at + maxLabelChars)}…`;
}

/** Looked for around its place only: a value may hold thousands of numbers. */
function placeOf(value: string, { text, start = 0 }: Quantity): number {
  const from = Math.max(0, start - maxLabelChars);
  const near = value.slice(from, start + text.length + maxLabelChars).indexOf(text, start - from);
  return near === -1 ? start : from + near;
}

/** Codes are compared without regard to case, versions and dates as written. */
function literalOf(quantity: Quantity): string {
  return quantity.code ?? quantity.text.toLowerCase();
}

/** Equal amounts give equal keys in spite of floating point: 0.24 kg and 240 g. */
function exactKey(dimension: Dimension, base: number): string {
  return `${dimension} ${Number(base.toPrecision(9))}`;
}

function keep<K>(map: Map<K, FactLabel>, key: K, fact: FactLabel): void {
  if (!map.has(key)) map.set(key, fact);
}
