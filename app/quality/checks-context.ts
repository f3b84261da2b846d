import type { LiveTexts } from "../catalog/live-texts.ts";
import { type AttributeTable, attributeTable, withoutReviews } from "../rules/attribute-table.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { emptyGlossary, type Glossary } from "../rules/glossary/glossary.ts";
import type { Keywords } from "../rules/keyword-use.ts";
import type { LocaleTerms } from "../rules/terms/locale-term.ts";
import { termsOfRules } from "../rules/terms/terms-of-rules.ts";
import { writtenOf } from "../texts/text-body.ts";
import type { KeptFinding } from "./evidence/kept-finding.ts";
import { type FactBook, readFacts } from "./facts/fact-book.ts";
import { type MerchantsWords, saidByMerchant } from "./facts/said-by-merchant.ts";
import { withoutMachineWords } from "./facts/without-machine-words.ts";

export interface ChecksContextInput extends MerchantsWords {
  /** BCP-47 */
  locale: string;
  /** how the shop spells its words; default: it has no glossary */
  glossary?: Glossary | undefined;
  /** what the shop asks of texts in this language; default: nothing */
  terms?: LocaleTerms | undefined;
  /** whose rules the texts must keep; default: those of the shop's own pages */
  channel?: string | undefined;
  /** "" = none */
  market?: string | undefined;
  /** what is in the shop now; default: nothing */
  live?: LiveTexts | undefined;
  /** findings of the product's texts that a person kept; default: none */
  kept?: readonly KeptFinding[] | undefined;
}

/** What all checks of one product's texts share: made once, whatever is written and written again. */
export interface ChecksContext {
  config: ContentConfig;
  locale: string;
  /** without reviews: what a customer wrote is no fact */
  facts: FactBook;
  /** names and values as the config calls them */
  table: AttributeTable;
  /** keyword group → terms */
  keywords: Keywords | undefined;
  glossary: Glossary;
  /** those of the shop, and the keywords that the rules translate */
  terms: LocaleTerms;
  channel: string;
  market: string;
  live: LiveTexts;
  /** all live texts of the product as written */
  sources: string;
  kept: readonly KeptFinding[];
}

/** @param input.keywords default: those of the facts */
export function createChecksContext(input: ChecksContextInput): ChecksContext {
  const { config, locale, glossary = emptyGlossary, channel = "store", market = "", live = {}, kept = [] } = input;
  const product = withoutMachineWords(input.facts);
  const keywords = input.keywords ?? product.keywords;
  const said = saidByMerchant({ ...input, facts: product, keywords });
  const facts = readFacts(withoutReviews(product, config), said);
  const table = attributeTable(facts.facts, config);
  const terms = termsOfRules(input.terms, config, locale);
  const sources = Object.values(live).map(writtenOf).join("\n");
  return { config, locale, facts, table, keywords, glossary, terms, channel, market, live, sources, kept };
}
