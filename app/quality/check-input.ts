import type { TextBody } from "../db/schema/index.ts";
import type { AttributeTable } from "../rules/attribute-table.ts";
import type { ChannelRule } from "../rules/channels/channel-rule.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { Glossary } from "../rules/glossary/glossary.ts";
import type { KeywordUse } from "../rules/keyword-use.ts";
import type { LocaleTerms } from "../rules/terms/locale-term.ts";
import type { ContentTypeTraits } from "../texts/content-types.ts";
import type { Citation } from "./evidence/citation.ts";
import type { ExaminerVerdict } from "./evidence/examiner-verdict.ts";
import type { KeptFinding } from "./evidence/kept-finding.ts";
import type { FactBook } from "./facts/fact-book.ts";
import type { Frame } from "./fixes/add-around.ts";
import type { MeaningDifference } from "./translation/meaning.ts";

/** A text of another product that is the same or nearly the same. */
export interface Resembled {
  productId: string;
  title: string;
  /** 1 = word for word */
  resemblance: number;
}

/** What a text is a translation of. */
export interface TranslationSource {
  body: TextBody;
  /** what a reader sees, one entry a bullet or one for the whole text */
  parts: readonly string[];
  /** BCP-47 */
  locale: string;
  /** words that both may have in common and a translation keeps to the letter, e.g. SKUs */
  kept: readonly string[];
  /** what an examiner found it to say otherwise, verified; default: nobody was asked */
  differences?: readonly MeaningDifference[] | undefined;
}

/** A translation's source as it comes with the text. */
export interface WrittenSource extends Pick<TranslationSource, "body" | "locale" | "differences"> {
  /** default: none */
  kept?: readonly string[];
}

/** What a check sees of one text. */
export interface CheckInput {
  contentType: string;
  traits: ContentTypeTraits;
  /** after the fixes */
  body: TextBody;
  /** as the model or the person wrote it, before the fixes */
  raw: TextBody;
  /** what a reader sees, one entry a bullet or one for the whole text */
  parts: string[];
  /** the parts joined by line feeds */
  text: string;
  /** who wrote it; default: a model */
  by?: "model" | "person" | undefined;
  /** the live text in its place, as HTML or plain text */
  live?: string | undefined;
  /** all live texts of the product as written */
  sources?: string | undefined;
  /** what the text is a translation of; left out where it is none */
  source?: TranslationSource | undefined;
  /** of an image's alt text: the model did not see the picture */
  unseen?: boolean | undefined;
  /** BCP-47 */
  locale: string;
  config: ContentConfig;
  facts: FactBook;
  /** names and values as the config calls them */
  table: AttributeTable;
  /** the keywords and claims of this content type */
  use: KeywordUse;
  /** how the shop spells its words */
  glossary: Glossary;
  /** what the shop asks of texts in this language, where it is not its own */
  terms: LocaleTerms;
  /** what the text's channel demands of this content type */
  channelRules: readonly ChannelRule[];
  /** what the config's additions put around each part */
  frames: readonly (readonly Frame[])[];
  /** the other texts of the same product, as a reader sees them */
  others: ReadonlyMap<string, string>;
  /** what was found of it in the catalogue; left out where nothing was, or nobody looked */
  nearDuplicate?: Resembled | null | undefined;
  /** sentence → what the examiner said of it; left out where it is off or gave no answer */
  verdicts?: ReadonlyMap<string, ExaminerVerdict> | undefined;
  /** findings of the product's texts that a person kept */
  kept: readonly KeptFinding[];
  /** what the writer says of this text; default: it named no facts */
  citations?: readonly Citation[] | undefined;
}
