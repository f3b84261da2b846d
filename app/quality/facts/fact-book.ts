import type { ProductFacts } from "../../catalog/facts.ts";
import { once } from "../../lib/once.ts";
import { comparable } from "../../texts/text-body.ts";
import { codeKey } from "../quantities/codes.ts";
import type { FactStatement, QuantityStatement, Statement } from "../statements/statement.ts";
import type { Fact } from "./fact.ts";
import { quantityStatements, wordStatements } from "./fact-statements.ts";
import { type ListedFact, listFacts, type Said } from "./list-facts.ts";
import { type Readers, readers as today } from "./readers.ts";
import { withoutMachineWords } from "./without-machine-words.ts";

/** What is known of a product, read once for all of its texts: what they are held to. */
export interface FactBook {
  /** what it was read from, without words that speak to machines */
  facts: ProductFacts;
  /** in reading order, those included that are no evidence */
  list: readonly Fact[];
  /** all facts for look-ups of phrases: comparable words, single spaces, a space at both ends */
  words: string;
  /** all facts as written, lower case */
  written: string;
  /** @param id as in a citation, e.g. `f3` */
  byId(id: string): Fact | undefined;
  /** @param path e.g. `attributes.Material` */
  byPath(path: string): Fact | undefined;
  /** What the facts state, of one kind or of all kinds. Facts that are no evidence state nothing. */
  statements(kind?: Statement["kind"]): readonly FactStatement[];
  /** The statements of facts that may support or refute this one of a text. */
  candidates(statement: Statement): readonly FactStatement[];
}

/**
 * Lists a product's facts; what they state is read when it is first asked for, numbers and words apart. Pure.
 * @param given without reviews: what a customer wrote is no fact
 * @param said the merchant's own words beside the product's data: claims, keywords, notes, additions
 */
export function readFacts(
  given: ProductFacts,
  said: readonly Said[] = [],
  { readers = today }: { readers?: Readers } = {},
): FactBook {
  const product = withoutMachineWords(given);
  const listed = listFacts(product, said);
  const usable = listed.filter(({ fact }) => !fact.unusable);
  const { locale = "en", currency } = product;
  const deps = { readers, locale, currency, things: thingsOf(product) };
  const byId = once(() => new Map(listed.map(({ fact }) => [fact.id, fact])));
  const byPath = once(() => new Map(listed.map(({ fact }) => [fact.path, fact])));
  const quantities = once(() => indexQuantities(usable.flatMap((one) => quantityStatements(deps, one))));
  const words = once(() =>
    Map.groupBy(
      usable.flatMap((one) => wordStatements(deps, one)),
      ({ kind }) => kind,
    ),
  );
  // Leather is a content and a material, and what is vegan holds none: "no leather" denies what any of them asserts.
  const nature = once(() =>
    (["property", "content", "material"] as const).flatMap((kind): readonly FactStatement[] => words().get(kind) ?? []),
  );
  const codes = once(() => codesOf(usable));
  const written = once(() => listed.flatMap(({ fact, values }) => (speaksToMachines(fact) ? [] : values)).join("\n"));
  const phrases = once(() => ` ${comparable(written())} `);
  const lower = once(() => written().toLowerCase());

  return {
    facts: product,
    list: listed.map(({ fact }) => fact),
    get words() {
      return phrases();
    },
    get written() {
      return lower();
    },
    byId: (id) => byId().get(id),
    byPath: (path) => byPath().get(path),
    statements(kind) {
      if (kind === undefined) return [...quantities().all, ...[...words().values()].flat()];
      if (kind === "quantity" || kind === "age") return quantities().all.filter((one) => one.kind === kind);
      return words().get(kind) ?? [];
    },
    candidates(statement) {
      switch (statement.kind) {
        case "quantity":
          return quantityCandidates(quantities(), statement, codes());
        case "age":
          return quantities().all;
        case "property":
          return [...nature(), ...(words().get("scheme") ?? [])];
        case "scheme":
          return [...(words().get("scheme") ?? []), ...(words().get("property") ?? [])];
        case "content":
        case "material":
          return nature();
        default:
          return words().get(statement.kind) ?? [];
      }
    },
  };
}

interface QuantityIndex {
  all: readonly FactStatement[];
  /** by dimension; `none`: without a unit */
  byDimension: ReadonlyMap<string, readonly FactStatement[]>;
}

function indexQuantities(all: readonly FactStatement[]): QuantityIndex {
  const byDimension = new Map<string, FactStatement[]>();
  for (const statement of all) {
    if (statement.kind !== "quantity") continue;
    for (const dimension of dimensionsOf(statement)) {
      const list = byDimension.get(dimension) ?? [];
      list.push(statement);
      byDimension.set(dimension, list);
    }
  }
  return { all, byDimension };
}

function dimensionsOf({ quantity }: QuantityStatement): Set<string> {
  return new Set(quantity.units.map((unit) => unit?.dimension ?? "none"));
}

/** Measures of the same dimension and bare numbers; a number without a unit is held to all numbers. */
function quantityCandidates(
  { all, byDimension }: QuantityIndex,
  statement: QuantityStatement,
  codes: ReadonlyMap<string, Fact>,
): readonly FactStatement[] {
  const code = codeOf(statement, codes);
  const itself: FactStatement[] = code ? [{ ...statement, fact: code }] : [];
  const dimensions = dimensionsOf(statement);
  if (dimensions.has("none")) return [...itself, ...all];
  // Days are those of its portions, and an area that of its sides.
  const isReckoned = dimensions.has("time") && statement.quantity.units.some((unit) => unit?.factor === day);
  if (isReckoned) return [...itself, ...all];
  if (dimensions.has("area")) dimensions.add("length");
  const found = [...dimensions, "none"].flatMap((dimension) => byDimension.get(dimension) ?? []);
  return [...itself, ...new Set(found)];
}

const day = 86_400;

/** Shorter words of a title name no thing. */
const shortestThing = 4;

function thingsOf({ title, productType }: ProductFacts): string[] {
  const words = `${title} ${productType}`.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= shortestThing))];
}

/** Digits of the shortest barcode, GTIN-8: fewer are a number that a SKU happens to be. */
const shortestNumber = 8;
const kindOfCode = /^(?:ean|gtin|isbn|upc|asin|sku|mpn)(?=.*\d)/u;

/** The SKU or barcode that these very words are. A count or a measure of the same digits is none. */
function codeOf({ quantity, role }: QuantityStatement, codes: ReadonlyMap<string, Fact>): Fact | undefined {
  if (codes.size === 0 || role !== null) return undefined;
  const key = codeKey(quantity.code ?? quantity.text);
  if (quantity.code === undefined && (key.length < shortestNumber || !/^\d+$/.test(key))) return undefined;
  return codes.get(key) ?? codes.get(key.replace(kindOfCode, ""));
}

function codesOf(listed: readonly ListedFact[]): Map<string, Fact> {
  const codes = new Map<string, Fact>();
  for (const { fact, values } of listed) {
    if (fact.kind !== "code") continue;
    for (const value of values) if (!codes.has(codeKey(value))) codes.set(codeKey(value), fact);
  }
  return codes;
}

/** An address that stands in the data alone is no evidence, but it is the shop's own. */
function speaksToMachines({ unusable }: Fact): boolean {
  return unusable === "addressed_to_machine" || unusable === "hidden";
}

/** The facts that a prompt names by id: usable ones, without codes, which no text is about. */
export function factsForPrompt(book: FactBook): Fact[] {
  return book.list.filter(({ unusable, kind }) => !unusable && kind !== "code");
}
