import type { LocaleTerm } from "../../rules/terms/locale-term.ts";
import type { CheckInput } from "../check-input.ts";
import { quotedInAnyCase } from "../evidence/places.ts";
import type { Finding } from "../finding.ts";
import { quoteOf } from "../phrases/forbidden-phrases.ts";
import { shortened } from "../shortened.ts";
import { type BrokenTerm, brokenTerms } from "../terms/broken-terms.ts";

const mostOfAKind = 10;
const maxWordsChars = 120;

/**
 * GLOSSARY, FORBIDDEN_WORD and MISSING_CLAIM: what a text in another language than the shop's own does not keep to of the shop's
 * terms there.
 */
export function checkTerms(input: CheckInput): Finding[] {
  const { terms, source, text, locale } = input;
  if (terms.length === 0) return [];
  const from = source ? { text: source.parts.join("\n"), locale: source.locale } : null;
  const broken = brokenTerms(terms, { from, to: { text, locale }, names: source?.kept ?? [] });
  const counts = new Map<LocaleTerm["kind"], number>();
  return broken.flatMap((one): Finding[] => {
    const count = (counts.get(one.term.kind) ?? 0) + 1;
    counts.set(one.term.kind, count);
    return count > mostOfAKind ? [] : [findingOf(input, one)];
  });
}

function findingOf({ contentType, text, locale }: CheckInput, { term, quote }: BrokenTerm): Finding {
  const { source, target } = term;
  const words = shortened(quote, maxWordsChars);
  switch (term.kind) {
    case "forced":
      return {
        code: "GLOSSARY",
        description: `${contentType} does not write "${target}" for "${words}" of its source`,
        details: { kind: "asked_term", term: target, words },
        severity: "block",
        // Where it stands untranslated it can be shown.
        ...quotedInAnyCase(text, source),
      };
    case "kept":
      return {
        code: "GLOSSARY",
        description: `${contentType} does not keep "${source}" of its source to the letter`,
        details: { kind: "not_kept", words: source },
        severity: "block",
        ...quotedInAnyCase(text, source),
      };
    case "statement":
      return {
        code: "MISSING_CLAIM",
        description: `${contentType} does not say "${shortened(target, maxWordsChars)}", the approved translation of "${words}"`,
        details: { kind: "missing_words", words: shortened(target, maxWordsChars) },
        forModel: `it does not say "${target}", the approved translation of "${source}"`,
        hint: "copy it to the letter",
      };
    case "forbidden":
      return {
        code: "FORBIDDEN_WORD",
        description: `${contentType} contains the forbidden word "${target}"`,
        ...quoteOf(target, text, locale),
      };
  }
}
