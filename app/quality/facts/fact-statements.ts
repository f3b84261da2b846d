import { adjectiveOf } from "../language/adjective-of.ts";
import { isAllOf, negations, opens } from "../language/field-words.ts";
import { isNoValue } from "../language/no-value.ts";
import { namesOfOption } from "../language/option-nouns.ts";
import { yesNoOf } from "../language/yes-no.ts";
import { moneyOf } from "../quantities/currencies.ts";
import type { Quantity } from "../quantities/quantity.ts";
import type { Unit } from "../quantities/unit.ts";
import type { FactStatement, Polarity, QuantityStatement, Statement } from "../statements/statement.ts";
import type { Fact, FactKind } from "./fact.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { withUnitOfLabel } from "./label-units.ts";
import type { ListedFact } from "./list-facts.ts";
import { onceByName } from "./once-by-name.ts";
import type { Readers } from "./readers.ts";
import { usableWords } from "./unusable-words.ts";

interface Deps {
  readers: Readers;
  /** BCP-47 of the product's data */
  locale: string;
  /** of its prices, ISO 4217 */
  currency?: string | undefined;
  /** what the product is called, lower case: words of its title and type */
  things: readonly string[];
}

/** Facts whose name says what their value is; the others' names are the app's. */
const named: ReadonlySet<FactKind> = new Set(["attribute", "option", "price", "shipping_weight"]);
/** A name of a company says nothing of its goods, and numbers of these kinds are what they are. */
const wordless: ReadonlySet<FactKind> = new Set(["vendor", "price", "shipping_weight", "code"]);

/** Numbers, measures and ages that a fact states; a code states none. */
export function quantityStatements(deps: Deps, { fact, values }: ListedFact): FactStatement[] {
  if (fact.kind === "code") return [];
  const { readers, locale, currency } = deps;
  const name = nameOf(fact);
  const known = fact.kind === "price" ? priceOf(currency) : {};
  const found = values.flatMap((value) => {
    const words = usableWords(value);
    return readers.quantities(name === undefined ? words : withUnitOfLabel(words, name, deps), { locale, name });
  });
  const statements = found.map((one): FactStatement => {
    if (one.kind !== "quantity") return { ...one, fact };
    const { units = one.quantity.units, role = one.role } = known;
    const quantity = { ...one.quantity, units };
    return { ...one, fact, ...(isBare(quantity) ? countedBy(deps, fact, { ...one, quantity }) : { role, quantity }) };
  });
  return fact.kind === "option" && values.length > 1
    ? [...statements, ...countOf(deps, fact, values.length)]
    : statements;
}

/** What is known of all numbers of a fact, whatever their words say. */
interface Known {
  units?: Quantity["units"];
  role?: string;
}

function isBare({ units, values }: Quantity): boolean {
  return values.length > 0 && units.every((unit) => unit === null);
}

/** Names of a field that says how many pieces there are. */
const countName =
  /^(?:antal|antall|anzahl|stückzahl|menge|quantity|qty|pack size|cantidad|quantité|quantità|quantidade|aantal|ilość|liczba|počet|määrä|osia|darabszám|кількість|количество|数量|個数|入数|수량)(?!\p{L})/iu;

/**
 * What a number without a unit counts: among an option's values it is a size, or what else the option is called ("talla 36" of
 * `Size`); pieces are pieces of the thing itself ("fifty building blocks" of "Building blocks, 50 pcs").
 */
function countedBy({ things }: Deps, fact: Fact, { quantity, role }: QuantityStatement) {
  const arePieces = role === "pieces" || (fact.kind === "attribute" && countName.test(fact.name));
  const names = fact.kind === "option" ? namesOfOption(fact.name) : arePieces ? things : [];
  const counted = [...(quantity.counted ?? []), ...names];
  return { role: arePieces ? "pieces" : role, quantity: names.length > 0 ? { ...quantity, counted } : quantity };
}

/** Money of the shop's currency; of any where nobody knows it. */
function priceOf(currency: string | undefined): Known {
  const anyMoney: Unit = { dimension: "money", factor: 1, system: "metric" };
  return { role: "price", units: [(currency === undefined ? undefined : moneyOf(currency)) ?? anyMoney] };
}

/** "Three colours" of an option with three values: a count of that option, in whatever language, and of nothing else. */
function countOf({ readers, locale }: Deps, fact: Fact, count: number): FactStatement[] {
  return readers.quantities(`${count} ${fact.name}`, { locale }).flatMap((one): FactStatement[] => {
    if (one.kind !== "quantity" || one.quantity.code !== undefined) return [];
    const quantity = { ...one.quantity, units: [null], counted: [...namesOfOption(fact.name)] };
    return [{ ...one, quantity, role: null, at: { start: 0, end: fact.value.length }, quote: fact.value, fact }];
  });
}

/** What a fact states in words: properties, contents, materials, origins, certificates, colours, terms … */
export function wordStatements(deps: Deps, { fact, values }: ListedFact): FactStatement[] {
  if (wordless.has(fact.kind)) return [];
  return values.flatMap((value) => wordsOfValue(deps, fact, value)).map((statement) => ({ ...statement, fact }));
}

function wordsOfValue(deps: Deps, fact: Fact, value: string): Statement[] {
  return fieldsOf(nameOf(fact), usableWords(value)).flatMap((field) => wordsOfField(deps, field));
}

function wordsOfField(deps: Deps, { name, text }: Field): Statement[] {
  const { readers, locale } = deps;
  const answer = name === undefined ? null : yesNoOf(text);
  if (name === undefined || !answer) return underName(deps, { name, text });
  const rest = answer.rest === "" ? [] : readers.words(answer.rest, { locale, name });
  if (answer.says === "yes") return [...askedBy(deps, name).statements, ...rest];
  const denials = deniedBy(deps, name);
  if (denials.length > 0) return [...denials, ...rest];
  const negated = negatedClaim(deps, name);
  if (negated.length > 0) return [...negated, ...rest];
  // "Country of origin: NO" is Norway; else a "no" affirms nothing, whatever its label.
  return [...rest, ...readers.words(text, { locale, name }).filter(({ kind }) => kind === "origin")];
}

/** A value under its name; with a name like "Roasted in" it is one phrase. */
function underName(deps: Deps, { name, text }: Field): Statement[] {
  const { readers, locale } = deps;
  const read = readers.words(text, { locale, name });
  if (name === undefined) return read;
  const stated = read.some(isFit) ? deniedFits(deps, name, text, read) : read;
  if (stated.length === 0 && opens(name)) return readers.words(`${name} ${text}`, { locale });
  return [...stated, ...acrossName(deps, name, text), ...gradedBy(deps, name, text)];
}

function isFit({ kind }: Statement): boolean {
  return kind === "compatibility";
}

/** "Not compatible with" = "12 V chargers": the name denies what the value holds. */
function deniedFits({ readers, locale }: Deps, name: string, text: string, read: readonly Statement[]): Statement[] {
  const [first] = readers.words(`${name} ${text}`, { locale }).filter(isFit);
  const isDenied = first?.polarity === "denied" && first.at.start < name.length;
  return isDenied ? read.map((one) => (isFit(one) ? { ...one, polarity: first.polarity } : one)) : [...read];
}

/** "Lavable" = "en machine à 30 °C": a property whose words begin in the name and end in the value. */
function acrossName({ readers, locale }: Deps, name: string, text: string): Statement[] {
  if (text.length > longestGrade || isNoValue(text)) return [];
  return readers
    .words(`${name} ${text}`, { locale })
    .filter(({ kind, at }) => kind === "property" && at.start < name.length && at.end > name.length + 1)
    .map((one) => ({ ...one, at: { start: 0, end: text.length }, quote: text }));
}

/** "Waterproof" = "IPX6", "Certificate" = "IGI LG58": a grade or number of it says that it is so. */
function gradedBy(deps: Deps, name: string, text: string): Statement[] {
  if (text.length > longestGrade || isNoValue(text)) return [];
  const { statements, isAll } = askedBy(deps, name);
  const isGrade = /\p{N}/u.test(text);
  return isAll
    ? statements.filter(({ kind }) => kind === "scheme" || ((kind === "property" || kind === "material") && isGrade))
    : [];
}

const longestGrade = 60;

/** What a field's name asks about, and whether the name says nothing else. */
interface Asked {
  statements: Statement[];
  isAll: boolean;
}

/** `Vegan`, `Contains nuts`; a bare word is a content or a material, as `Parabens`. */
const askedBy = onceByName(({ readers, locale }, field): Asked => {
  // A question asserts nothing: "Is it vegan?"
  const name = field.replace(/\s*[?？]+\s*$/u, "");
  // As a value of nothing: words of all languages count in it.
  const asked = readers.words(name, { locale, name: "" });
  if (asked.length > 0) {
    const places = asked.map(({ at }) => at);
    return { statements: asked, isAll: isAllOf(name, places) };
  }
  const adjective = adjectiveOf(name);
  const named = adjective === null ? [] : readers.words(adjective, { locale, name: "" });
  if (adjective !== null && named.length > 0) {
    const places = named.map(({ at }) => at);
    return { statements: named, isAll: isAllOf(adjective, places) };
  }
  for (const within of ["Ingredients", "Material"]) {
    const bare = readers.words(name, { locale, name: within });
    // Beside other words it may be denied in a language that nobody reads: "Sans gluten" asks for none.
    const places = bare.map(({ at }) => at);
    if (bare.length > 0 && isAllOf(name, places)) return { statements: bare, isAll: true };
  }
  return { statements: [], isAll: false };
});

const listed = /\s*[/,&+]\s*|\s+(?:and|or|und|oder|et|ou|y|o|e|en|of|i|lub|och|eller|og)\s+/iu;

/**
 * What a field denies that says no: all that its name asks about, and nothing when the name says more. "Wireless charging: No"
 * leaves the thing wireless, "Organic cotton: No" leaves it cotton, "PFAS / PTFE: none" denies both.
 */
function deniedBy(deps: Deps, name: string): Statement[] {
  const { statements, isAll } = askedBy(deps, name);
  if (isAll) {
    const properties = statements.filter(({ kind }) => kind === "property");
    return (properties.length > 0 ? properties : statements).map(denied);
  }
  const parts = name.split(listed).filter((part) => part !== "");
  if (parts.length < 2 || parts.length > mostParts) return [];
  const asked = parts.map((part) => askedBy(deps, part));
  return asked.every((one) => one.isAll) ? asked.flatMap((one) => one.statements).map(denied) : [];
}

const mostParts = 8;

/** "Tested on animals: No" says that it is not tested on animals, which is a claim of its own. */
const negatedClaim = onceByName(({ readers, locale }, name): Statement[] => {
  for (const negation of negations) {
    const claim = `${negation} ${name.toLowerCase()}`;
    const stated = readers
      .words(claim, { locale, name: "" })
      .filter(({ kind, polarity, at }) => kind === "property" && polarity === "affirmed" && at.start === 0);
    if (
      stated.length > 0 &&
      isAllOf(
        claim,
        stated.map(({ at }) => at),
      )
    )
      return stated;
  }
  return [];
});

/** The name that a person gave the value. */
function nameOf(fact: Fact): string | undefined {
  return named.has(fact.kind) || (fact.kind === "tag" && fact.name !== "Tag") ? fact.name : undefined;
}

const opposite: Record<Polarity, Polarity> = { affirmed: "denied", denied: "possible", possible: "denied" };

/** `Gluten free: No` is no promise of gluten, but it may be in it. */
function denied(statement: Statement): Statement {
  return { ...statement, polarity: opposite[statement.polarity] };
}
