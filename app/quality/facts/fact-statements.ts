import { yesNoOf } from "../language/yes-no.ts";
import type { FactStatement, Polarity, Statement } from "../statements/statement.ts";
import type { Fact, FactKind } from "./fact.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { rolesOfLabel, unitOfLabel } from "./label-units.ts";
import type { ListedFact } from "./list-facts.ts";
import type { Readers } from "./readers.ts";
import { usableWords } from "./unusable-words.ts";

interface Deps {
  readers: Readers;
  /** BCP-47 of the product's data */
  locale: string;
}

/** Facts whose name says what their value is; the others' names are the app's. */
const named: ReadonlySet<FactKind> = new Set(["attribute", "option", "price", "shipping_weight"]);
/** A name of a company says nothing of its goods, and numbers of these kinds are what they are. */
const wordless: ReadonlySet<FactKind> = new Set(["vendor", "price", "shipping_weight", "code"]);

/** Numbers, measures and ages that a fact states; a code states none. */
export function quantityStatements({ readers, locale }: Deps, { fact, values }: ListedFact): FactStatement[] {
  if (fact.unusable || fact.kind === "code") return [];
  const name = nameOf(fact);
  const found = values.flatMap((value) => {
    const read = readers.quantities(usableWords(value), { locale, name });
    return name === undefined ? read : withLabel(read, name);
  });
  const role = fact.kind === "price" ? "price" : fact.kind === "shipping_weight" ? "shipping weight" : null;
  const statements = found.map((statement): FactStatement => ({ ...statement, ...roleOf(statement, role), fact }));
  return fact.kind === "option" && values.length > 1 ? [...statements, countOf(fact, values.length)] : statements;
}

function roleOf(statement: Statement, role: string | null): { role?: string } {
  return role !== null && statement.kind === "quantity" ? { role } : {};
}

/** The unit and the order of dimensions that a label names hold for the numbers of its value. */
function withLabel(read: Statement[], name: string): Statement[] {
  const bare = read.filter((one) => one.kind === "quantity" && one.quantity.units.every((unit) => unit === null));
  const unit = bare.length > 0 ? unitOfLabel(name) : null;
  const roles = read.length > 1 ? rolesOfLabel(name) : null;
  if (!unit && roles?.length !== read.length) return read;
  return read.map((statement, i) => {
    if (statement.kind !== "quantity") return statement;
    const { quantity } = statement;
    const role = roles?.length === read.length ? (roles[i] ?? statement.role) : statement.role;
    return unit && bare.includes(statement) && quantity.values.length > 0
      ? { ...statement, role, quantity: { ...quantity, units: [unit] } }
      : { ...statement, role };
  });
}

/** "Three colours" of an option with three values: a count of that option and of nothing else. */
function countOf(fact: Fact, count: number): FactStatement {
  const text = String(count);
  return {
    kind: "quantity",
    quantity: { text, values: [count], units: [null], nextWord: fact.name.toLowerCase() },
    role: `${fact.name.toLowerCase()} count`,
    at: { start: 0, end: fact.value.length },
    quote: fact.value,
    polarity: "affirmed",
    provable: null,
    fact,
  };
}

/** What a fact states in words: properties, contents, materials, origins, certificates, colours, terms … */
export function wordStatements(deps: Deps, { fact, values }: ListedFact): FactStatement[] {
  if (fact.unusable || wordless.has(fact.kind)) return [];
  return values.flatMap((value) => wordsOfValue(deps, fact, value)).map((statement) => ({ ...statement, fact }));
}

function wordsOfValue(deps: Deps, fact: Fact, value: string): Statement[] {
  return fieldsOf(nameOf(fact), usableWords(value)).flatMap((field) => wordsOfField(deps, field));
}

function wordsOfField(deps: Deps, { name, text }: Field): Statement[] {
  const { readers, locale } = deps;
  const answer = name === undefined ? null : yesNoOf(text);
  if (name === undefined || !answer) return readers.words(text, { locale, name });
  const rest = answer.rest === "" ? [] : readers.words(answer.rest, { locale, name });
  const asked = askedBy(deps, name);
  if (answer.says === "yes") return [...asked, ...rest];
  return [...asked.filter((one) => isDeniable(one, answer.amount)).map(denied), ...rest];
}

/** What a field's name asks about: `Vegan`, `Contains nuts`; a bare word is a content or a material, as in `Parabens`. */
function askedBy({ readers, locale }: Deps, name: string): Statement[] {
  for (const within of [undefined, "Ingredients", "Material"]) {
    const asked = readers.words(name, { locale, name: within });
    if (asked.length > 0) return asked;
  }
  return [];
}

/** The name that a person gave the value. */
function nameOf(fact: Fact): string | undefined {
  return named.has(fact.kind) || (fact.kind === "tag" && fact.name !== "Tag") ? fact.name : undefined;
}

/** `Origin: NO` is Norway, and shipping that costs nothing is free. */
function isDeniable(statement: Statement, amount: boolean): boolean {
  if (statement.kind === "term") return !amount && (statement.free || statement.term === "warranty");
  if (statement.kind === "quantity" || statement.kind === "origin" || statement.kind === "age") return false;
  return true;
}

const opposite: Record<Polarity, Polarity> = { affirmed: "denied", denied: "possible", possible: "denied" };

/** `Gluten free: No` is no promise of gluten, but it may be in it. */
function denied(statement: Statement): Statement {
  return { ...statement, polarity: opposite[statement.polarity] };
}
