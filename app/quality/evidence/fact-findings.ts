import type { StoredWarning } from "../../db/schema/index.ts";
import type { Fact, FactKind } from "../facts/fact.ts";
import type { Finding } from "../finding.ts";
import { shortened } from "../shortened.ts";
import type { Provable, Span } from "../statements/statement.ts";

const maxQuoteChars = 60;
const maxValueChars = 80;

/** What people call a fact that has no name of its own. */
const sources: Partial<Record<FactKind, string>> = {
  title: "the product's title",
  vendor: "the brand",
  tag: "a tag",
  description: "the live description",
  image: "the alt text of an image",
  merchant: "your rule",
  price: "the price",
};

/** CONTRADICTED_FACT: both sides by name. */
export function contradictedFinding(
  contentType: string,
  { quote, at, fact, fix }: { quote: string; at: Span; fact: Fact; fix: string | null },
): Finding {
  return {
    code: "CONTRADICTED_FACT",
    description: `${contentType} says "${shortened(quote, maxQuoteChars)}", but ${nameOf(fact)} is "${shortened(fact.value, maxValueChars)}"`,
    hint: "use the fact's words, or leave it out",
    quote,
    spans: [at],
    fact,
    ...(fix === null ? {} : { fix }),
  };
}

/** UNSUPPORTED_FACT: no fact says so. */
export function unsupportedFinding(
  contentType: string,
  {
    quote,
    at,
    provable,
    severity,
  }: { quote: string; at: Span; provable: Provable | null; severity: StoredWarning["severity"] },
): Finding {
  const why = provable === null ? "" : ": a shop must be able to prove it";
  return {
    code: "UNSUPPORTED_FACT",
    description: `${contentType} says "${shortened(quote, maxQuoteChars)}", but no fact of the product says so${why}`,
    severity,
    hint: "say it in a fact's words if the data says it, else leave the statement out",
    repair: severity === "block",
    quote,
    spans: [at],
  };
}

/** What people call a fact. */
export function nameOf({ kind, name }: Fact): string {
  return sources[kind] ?? name;
}
