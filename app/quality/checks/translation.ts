import type { FindingDetails } from "../../db/schema/index.ts";
import type { Code } from "../../rules/check-codes.ts";
import { writtenOf } from "../../texts/text-body.ts";
import type { CheckInput, TranslationSource } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { shortened } from "../shortened.ts";
import { compareAlts } from "../translation/compare-alts.ts";
import { compareCells } from "../translation/compare-cells.ts";
import { compareDimensions } from "../translation/compare-dimensions.ts";
import { compareLength } from "../translation/compare-length.ts";
import { compareMarkup, type MarkupDifference } from "../translation/compare-markup.ts";
import { compareNumbers } from "../translation/compare-numbers.ts";
import { compareRanges } from "../translation/compare-ranges.ts";
import { compareSizes } from "../translation/compare-sizes.ts";
import { compareTokens } from "../translation/compare-tokens.ts";
import { unconventional } from "../translation/conventions.ts";
import { misreadGroups } from "../translation/group-signs.ts";
import type { MeaningDifference } from "../translation/meaning.ts";
import { negationFindings } from "../translation/negation-findings.ts";
import type { Difference, Side } from "../translation/side.ts";
import { stillSource } from "../translation/still-source.ts";

const mostOfAKind = 10;
const maxWordsChars = 80;

/** A translation against its source: numbers, placeholders, negations, structure, language, length and how its language writes. */
export function checkTranslation(input: CheckInput): Finding[] {
  const { source, text, locale } = input;
  if (!source) return [];
  const from: Side = { text: source.parts.join("\n"), locale: source.locale };
  const to: Side = { text, locale };
  const otherItems = items(input, source);
  return [
    ...stillThere(input, source, { from, to }),
    ...numbers(input, source, { from, to })
      .slice(0, mostOfAKind)
      .map((one) => differs(input, "NUMBERS_DIFFER", one)),
    ...compareTokens(from.text, to.text, source.kept)
      .slice(0, mostOfAKind)
      .map((one) => differs(input, "TOKENS_DIFFER", one)),
    ...otherItems,
    ...meaning(input, source),
    // Titles name things: they deny nothing that their other words do not tell.
    ...(input.traits.family === "title" ? [] : negationFindings(input, from, to)),
    ...markup(input, source),
    ...alts(input, source),
    // A lost item says why a text is short.
    ...(otherItems.length > 0 ? [] : length(input, { from, to })),
    ...[...misreadGroups(from, to), ...unconventional(to)].map(
      ({ quote, start, end, fix }): Finding => ({
        code: "CONVENTIONS",
        description: `${input.contentType} writes "${quote}", which is not how ${locale} is written${fix === null ? "" : `: "${fix}"`}`,
        ...{ quote, spans: [{ start, end }] },
        ...(fix === null ? {} : { fix }),
      }),
    ),
  ];
}

const languages = new Intl.DisplayNames(["en"], { type: "language" });

interface Sides {
  from: Side;
  to: Side;
}

function stillThere({ contentType }: CheckInput, { kept }: TranslationSource, { from, to }: Sides): Finding[] {
  const found = stillSource(from, to, kept);
  if (!found) return [];
  const severity = found.certain ? {} : { severity: "warn" as const };
  if (found.kind === "equal") {
    const description = `${contentType} is not translated: it is the same as its source`;
    return [
      { code: "ECHO", description, details: { kind: "copy_of_source" }, hint: `write in ${to.locale}`, ...severity },
    ];
  }
  if (found.kind === "other") {
    const description = `${contentType} seems to be ${languages.of(found.language) ?? found.language} and not ${languages.of(to.locale) ?? to.locale}`;
    return [{ code: "WRONG_LANGUAGE", description, hint: `write in ${to.locale}`, ...severity }];
  }
  const { place } = found;
  return [
    {
      code: "WRONG_LANGUAGE",
      description: `${contentType} is in the language of its source${place ? `: "${shortened(place.quote, maxWordsChars)}"` : ""}`,
      details: { kind: "in_source_language" },
      hint: `write in ${to.locale}`,
      ...(place ? { quote: place.quote, spans: [{ start: place.start, end: place.end }] } : {}),
      ...severity,
    },
  ];
}

function numbers({ body, traits }: CheckInput, source: TranslationSource, { from, to }: Sides): Difference[] {
  const found = [...compareNumbers(from, to), ...compareSizes(from.text, to.text)];
  if (found.length > 0) return found;
  const ordered = [...compareRanges(from, to), ...compareDimensions(from.text, to.text)];
  if (ordered.length > 0 || !traits.html) return ordered;
  return compareCells({ ...from, html: writtenOf(source.body) }, { ...to, html: writtenOf(body) });
}

function differs({ contentType }: Pick<CheckInput, "contentType">, code: Code, one: Difference): Finding {
  const severity = one.doubtful ? { severity: "warn" as const } : {};
  if (one.kind === "missing") {
    const words = shortened(one.source.quote, maxWordsChars);
    return {
      code,
      description: `${contentType} does not keep "${words}" of its source`,
      details: { kind: "not_kept", words },
      ...severity,
    };
  }
  const { quote, start, end } = one.target;
  const at = { quote, spans: [{ start, end }] };
  if (one.kind === "added") {
    const description = `${contentType} says "${shortened(quote, maxWordsChars)}", its source does not`;
    return { code, description, details: { kind: "not_in_source" }, ...at, ...severity };
  }
  const words = shortened(one.source.quote, maxWordsChars);
  const description = `${contentType} says "${shortened(quote, maxWordsChars)}", its source "${words}"`;
  return { code, description, details: { kind: "differs_from_source", words }, ...at, ...severity };
}

/** What an examiner found: the program has verified its words, not that they mean something else. It is worth a look. */
function meaning({ contentType, text }: CheckInput, { differences = [] }: TranslationSource): Finding[] {
  return differences.slice(0, mostOfAKind).map((one): Finding => {
    const found = differs({ contentType }, "MEANING_DIFFERS", withPlaces(one, text));
    // A quote that stands in the text with other spaces has no place in it.
    return found.quote !== undefined && !text.includes(found.quote) ? withoutPlace(found) : found;
  });
}

function withPlaces(one: MeaningDifference, text: string): Difference {
  const place = (quote: string) => ({ quote, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
  switch (one.kind) {
    case "added":
      return { kind: "added", target: place(one.target) };
    case "missing":
      return { kind: "missing", source: place(one.source) };
    case "changed":
      return { kind: "changed", source: place(one.source), target: place(one.target) };
  }
}

function withoutPlace({ quote: _quote, spans: _spans, ...finding }: Finding): Finding {
  return finding;
}

/** Key points are translated one by one. */
function items({ contentType, body }: CheckInput, source: TranslationSource): Finding[] {
  if (!Array.isArray(body) || !Array.isArray(source.body) || body.length === source.body.length) return [];
  const [count, of] = [body.length, source.body.length];
  return [
    {
      code: "MARKUP_DIFFERS",
      description: `${contentType} has ${count} items, its source ${of}`,
      details: { kind: "items_differ", items: count, of },
    },
  ];
}

function markup({ contentType, body, traits, locale }: CheckInput, source: TranslationSource): Finding[] {
  if (!traits.html) return [];
  return compareMarkup(writtenOf(source.body), writtenOf(body), locale)
    .slice(0, mostOfAKind)
    .map((one) => ({
      code: "MARKUP_DIFFERS",
      description: `${contentType} ${saidOf(one)}`,
      details: detailsOf(one),
    }));
}

/** What stands in a picture's alt text is no place in the text: its words are told. */
function alts({ contentType, body, traits, locale }: CheckInput, source: TranslationSource): Finding[] {
  if (!traits.html) return [];
  const before = { html: writtenOf(source.body), locale: source.locale };
  return compareAlts(before, { html: writtenOf(body), locale }, source.kept)
    .slice(0, mostOfAKind)
    .flatMap(({ alt, differences, still }): Finding[] => {
      const words = shortened(alt, maxWordsChars);
      const numbers = differences.map((one): Finding => {
        const found = differs({ contentType }, "NUMBERS_DIFFER", one);
        return {
          code: found.code,
          description: `${found.description}, in the alt text "${words}"`,
          ...(found.details ? { details: found.details } : {}),
          ...(found.severity ? { severity: found.severity } : {}),
        };
      });
      if (!still) return numbers;
      const description = `${contentType} has an alt text in the language of its source: "${words}"`;
      return [
        ...numbers,
        { code: "WRONG_LANGUAGE", description, hint: `write in ${locale}`, severity: "warn" as const },
      ];
    });
}

function saidOf(one: MarkupDifference): string {
  const tag = shortened(one.tag, maxWordsChars);
  if (one.kind === "order") return `has its elements in another order than its source, from ${tag} on`;
  return one.kind === "missing"
    ? `has ${one.count} fewer ${tag} than its source`
    : `has ${one.count} more ${tag} than its source`;
}

function detailsOf(one: MarkupDifference): FindingDetails {
  const tag = shortened(one.tag, maxWordsChars);
  if (one.kind === "order") return { kind: "tag_order", tag };
  return { kind: one.kind === "missing" ? "tags_missing" : "tags_added", tag, count: one.count };
}

function length({ contentType }: CheckInput, { from, to }: Sides): Finding[] {
  const found = compareLength(from, to);
  if (!found) return [];
  if (found.kind === "lost") {
    const { sentences, of } = found;
    const words = found.words === null ? null : shortened(found.words, maxWordsChars);
    return [
      {
        code: "LENGTH_DIFFERS",
        description:
          words === null
            ? `${contentType} has ${sentences} sentences where its source has ${of}, and is shorter`
            : `${contentType} seems to leave out "${words}" of its source`,
        details: words === null ? { kind: "fewer_sentences", sentences, of } : { kind: "sentence_missing", words },
      },
    ];
  }
  const { kind, percent } = found;
  return [
    {
      code: "LENGTH_DIFFERS",
      description: `${contentType} is unusually ${kind}: ${percent} % of its source's length`,
      details: { kind: "unusual_length", percent },
    },
  ];
}
