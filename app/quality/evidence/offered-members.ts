import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { negationWords } from "../language/negation-words.ts";
import { namesOfOption } from "../language/option-nouns.ts";
import { foldedText } from "../language/word-trie.ts";
import type { Comparison, QuantityStatement } from "../statements/statement.ts";
import { ingredientsIn, ingredientsOf } from "./listed-ingredients.ts";

/** "Also", "new", "available", "comes in" before what is on offer, by language; parts of regular expressions on small letters. */
const offers: Readonly<Record<string, string>> = {
  en: "also (?:available )?(?:in|as)|also comes? (?:in|as)|now (?:available )?(?:in|as|with)|new:|new in|available (?:in|as)|comes? in|choose",
  de: "auch (?:in|als|im|mit)|neu:|neu (?:in|im|als|mit)|jetzt (?:auch )?(?:in|im|als|mit)|erhältlich (?:in|im|als)|gibt es (?:auch )?(?:in|im|als|mit)|wahlweise",
  fr: "(?:existe|disponible|proposée?) (?:aussi |également |désormais )?(?:en|au|à la|dans)|aussi (?:en|au)|également en|nouveau|nouvelle",
  es: "también (?:disponible )?(?:en|con)|disponible (?:también )?en|ahora (?:también )?(?:en|con)|nuev[oa]|existe en",
  it: "(?:disponibile|c'è) (?:anche )?(?:in|nell[ao]|nel)|anche (?:in|nell[ao]|nel|al|alla)|ora (?:anche )?in|nuov[oa]",
  pt: "também (?:disponível )?(?:em|n[oa]|com)|disponível (?:também )?em|agora (?:também )?em|nov[oa]",
  nl: "ook (?:verkrijgbaar )?(?:in|als|met)|nu (?:ook )?(?:in|als|met)|nieuw|verkrijgbaar in",
  sv: "(?:finns )?(?:också|även) (?:i|som|med)|nu (?:också |även )?(?:i|med)|nyhet|ny doft|ny smak",
  da: "(?:fås )?også (?:i|som|med)|nu (?:også )?(?:i|med)|nyhed|ny duft|ny smag",
  nb: "(?:fås )?også (?:i|som|med)|nå (?:også )?(?:i|med)|nyhet|ny duft|ny smak",
  fi: "myös|nyt|saatavana|uutuus|uusi",
  pl: "także|również|teraz|dostępn\\p{L}{1,2}|nowość|now[ya]",
  cs: "také|nově|nyní|k dostání|novinka|nov[áý]",
  sk: "tiež|po novom|teraz|novinka|nov[áý]",
  ru: "также|теперь|новинка|нов(?:ый|ая)|есть и|доступ\\p{L}{1,4}",
  uk: "також|тепер|новинка|нов(?:ий|а)|доступ\\p{L}{1,4}",
}; // biome-ignore format: a table

/** Words of scent and of flavour beside which a name is one. */
const senses =
  /(?<!\p{L})(?:scent|fragrance|duft|parfum|senteur|fragancia|aroma|arôme|profumo|fragranza|geur|fragrância|zapach|tuoksu|vůn|vôň|аромат|запах|flavou?r|geschmack|sorte|goût|saveur|sabor|gusto|smaak|smak|smag|maku|příchuť|príchuť|вкус|смак)\p{L}{0,4}(?!\p{L})/u;
const nameOfSense: ReadonlySet<string> = new Set(["scent", "flavor"]);
const mostBetween = 3;
/** Signs between an offer and what is on offer. */
const reach = 30;

const patterns = new Map<string, RegExp | null>();

function offersOf(locale: string): RegExp | null {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const words = offers[language === "no" ? "nb" : language];
  const fresh = words === undefined ? null : new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "u");
  patterns.set(language, fresh);
  return fresh;
}

const contents: ReadonlySet<string> = new Set(["weight", "net weight", "volume", "contents", "capacity"]);
const weighed: ReadonlySet<string> = new Set(["mass", "volume"]);

/**
 * What an option makes of an amount that is on offer by the sentence and that no fact knows: "Also as a 500 g bag" where there are
 * 250 g and 1 kg. Null where nothing is offered, or no option is of such amounts.
 * @param at where the amount is in the sentence @param locale BCP-47
 */
export function byOfferedAmount(
  book: FactBook,
  { statement, sentence, at }: { statement: QuantityStatement; sentence: string; at: number },
  locale: string,
): Comparison | null {
  const isContents = statement.role === null || contents.has(statement.role);
  if (statement.polarity !== "affirmed" || !isContents) return null;
  const dimensions = new Set(statement.quantity.units.map((unit) => unit?.dimension ?? "none"));
  if (![...dimensions].some((one) => weighed.has(one))) return null;
  const pattern = offersOf(locale);
  const before = foldedText(sentence).slice(Math.max(0, at - reach), at);
  if (!pattern?.test(before) || (negationWords(locale)?.negates(sentence) ?? true)) return null;
  const options = book
    .candidates(statement)
    .filter((one) => one.kind === "quantity" && one.fact.kind === "option")
    .filter(
      (one) => one.kind === "quantity" && one.quantity.units.some((unit) => dimensions.has(unit?.dimension ?? "none")),
    );
  const [first] = options;
  return first && options.length > 1 ? { verdict: "refuted", fact: first.fact, fix: null } : null;
}

/**
 * The option of scents or flavours that a sentence contradicts by offering one that no fact names: "Nově také s vůní vanilky".
 * @param locale BCP-47
 */
export function senseOptionAgainst(book: FactBook, sentence: string, locale: string): Fact | null {
  const option = book.list.find(
    ({ kind, unusable, name }) =>
      kind === "option" && !unusable && namesOfOption(name).some((one) => nameOfSense.has(one)),
  );
  if (!option) return null;
  const lower = foldedText(sentence);
  const sense = senses.exec(lower);
  if (!sense || !offersOf(locale)?.test(lower) || (negationWords(locale)?.negates(sentence) ?? true)) return null;
  const anywhere = ingredientsOf(book);
  const end = sense.index + sense[0].length;
  const named = ingredientsIn(lower).filter(({ start, end: to }) => {
    const between = start >= end ? lower.slice(end, start) : lower.slice(to, sense.index);
    return (
      (start >= end || to <= sense.index) &&
      !/[.;:,]/.test(between) &&
      (between.match(/\p{L}+/gu)?.length ?? 0) < mostBetween
    );
  });
  return named.some(({ key }) => !anywhere.has(key)) ? option : null;
}
