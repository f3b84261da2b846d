import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export type VersionState = "draft" | "approved" | "published" | "rejected" | "superseded";
/**
 * Who wrote a version: the model, a person, or the undo of a publication. `given_up`: a person takes away what a market has of its
 * own, whatever is read there instead by the time it is published; the body is what that was when they said so.
 */
export type VersionOrigin = "generated" | "edited" | "undo" | "given_up";
/** A text: one string, or the list of bullets. */
export type TextBody = string | string[];

/** A place in the plain text that a reader sees, bullets joined by line feeds: code points, `end` exclusive. */
export interface TextPlace {
  start: number;
  end: number;
}

/** A fact of the product as a finding or a piece of evidence shows it. */
export interface ShownFact {
  /** holds for the reading of the product that the text was checked against */
  id: string;
  /** holds across readings, e.g. `attributes.Material` */
  path: string;
  name: string;
  value: string;
  /** what kind of thing said it, e.g. `attribute`, `description` */
  source: string;
  /** 1 = the merchant's own words, 2 = description and the like, 3 = reviews and apps */
  tier: 1 | 2 | 3;
}

/** A person's word on a finding. */
export interface FindingDecision {
  by: string;
  /** `keep`: the text is right as it is */
  kind: "keep";
  reason: string;
  /** epoch ms */
  at: number;
}

/**
 * What a finding says beside the words that it quotes, in numbers and words of the shop's own: pages say it in the language of
 * their reader. `bullet` counts from 1.
 */
export type FindingDetails =
  | { kind: "empty" }
  /** so many characters above the limit, which rows of earlier releases do not have */
  | { kind: "too_long"; chars: number; limit?: number; bullet?: number }
  /** longer than the shop takes: so many characters in all */
  | { kind: "much_too_long"; chars: number; bullet?: number }
  | { kind: "too_short"; chars: number; least: number; bullet?: number }
  | { kind: "too_many_items"; items: number; most: number }
  | { kind: "too_few_items"; items: number; least: number }
  /** the shop takes texts of at most, or of no fewer than, so many characters */
  | { kind: "place_too_long" | "place_too_short"; chars: number; limit: number; bullet?: number }
  | { kind: "place_most" | "place_least"; items: number; limit: number }
  /** the only texts that the shop takes, as one text */
  | { kind: "not_a_choice"; choices: string; bullet?: number }
  /** the regular expression that the shop asks for */
  | { kind: "not_of_pattern"; pattern: string; bullet?: number }
  /** the word that the glossary asks for */
  | { kind: "term"; term: string }
  /** of a translation: the word that the glossary asks for where its source says these words */
  | { kind: "asked_term"; term: string; words: string }
  /** the word that is not used */
  | { kind: "keyword"; keyword: string }
  /** what the text does not say, word for word */
  | { kind: "missing_words"; words: string }
  /** what the text does not end with */
  | { kind: "missing_ending"; words: string }
  /** two bullets that say the same */
  | { kind: "same_bullets"; first: number; second: number }
  | { kind: "said_twice" }
  | { kind: "word_repeated" }
  /** nothing but what the product's title says, or its live description, or another text of it */
  | { kind: "copy_of_title" | "copy_of_live" | "copy_of_text" }
  /** what was escaped twice: readers see its code instead of this sign */
  | { kind: "sign_code"; sign: string }
  /** of a translation: what its source says in the place of the quote */
  | { kind: "differs_from_source"; words: string }
  /** of a translation: what its source says and it does not */
  | { kind: "not_kept"; words: string }
  /** of a translation: the sentence of its source that denies what the quote affirms, or the reverse */
  | { kind: "negation_lost" | "negation_added"; words: string }
  /** of a translation: what its source does not say */
  | { kind: "not_in_source" }
  /** so many elements fewer or more than the source has */
  | { kind: "tags_missing" | "tags_added"; tag: string; count: number }
  | { kind: "tag_order"; tag: string }
  /** a list of so many items, whose source has `of` */
  | { kind: "items_differ"; items: number; of: number }
  /** the words of the source, or words in its language */
  | { kind: "copy_of_source" | "in_source_language" }
  /** of a translation: the sentence of its source that it seems to leave out */
  | { kind: "sentence_missing"; words: string }
  /** of a translation: so many sentences in a place where its source has `of` */
  | { kind: "fewer_sentences"; sentences: number; of: number }
  /** so many characters for each 100 of the source */
  | { kind: "unusual_length"; percent: number }
  /** the rule that the text's channel asks to be kept, who says so, and the day on which somebody read it there */
  | {
      kind: "channel_rule";
      rule: string;
      channel: string;
      source: string;
      certainty: "official" | "third-party" | "unconfirmed" | "own";
      checked_on: string;
      breach: ChannelBreach;
    }
  /** so many findings more, which are not listed */
  | { kind: "not_listed"; count: number };

/** How a text breaks the rule of a channel. */
export type ChannelBreach =
  | {
      /** of one text or bullet; `total` of all bullets, `together` with other texts */
      is: "most" | "least" | "total" | "together";
      unit: "char" | "grapheme" | "utf16" | "byte" | "item" | "sign";
      have: number;
      limit: number;
      bullet?: number;
    }
  | { is: "repeated"; limit: number }
  | { is: "not_taken"; what: string };

/** What a check found. Rows of earlier releases have none of the optional fields. */
export interface StoredWarning {
  content_type: string;
  code: string;
  description: string;
  severity: "block" | "warn";
  /** the other product that it is about */
  product?: { id: string; title: string };
  details?: FindingDetails;
  /** the same for the same words against the same fact, whenever the text is checked */
  id?: string;
  /** the words of the text that it is about */
  quote?: string | null;
  /** where they are, each time they occur; empty where it is about the text as a whole */
  at?: TextPlace[];
  /** what they contradict */
  fact?: ShownFact | null;
  /** one click puts it right: the program tried it, the finding goes and none comes */
  fix?: { quote: string; with: string } | null;
  other?: { productId: string } | null;
  /** no person can decide it: the shop would refuse the text, or it holds code */
  fixed?: true;
  /** kept findings stay on show and block nothing */
  decision?: FindingDecision | null;
}

/** Words of a text and the fact that supports them. */
export interface Evidence {
  text: string;
  /** as people read it, e.g. `Weight: 240 g` */
  fact: string;
  /** `Fact.path` */
  path?: string;
  at?: TextPlace[];
  /** the examiner found it, and the program verified its quote */
  examined?: true;
  /** the writer named the fact, and the program verified it */
  cited?: true;
}

/** One of the texts that the model gave for one slot in one call, as the checks found it then. */
export interface Wording {
  body: string;
  warnings: StoredWarning[];
}

/** One text for a slot and a target. Never overwritten: an edit is a new version. */
export const versions = sqliteTable(
  "versions",
  {
    id: text().primaryKey(),
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    /** what of the product it belongs to: itself, or e.g. `MediaImage/41`; with the content type, the slot */
    resource: text().notNull().default("product"),
    /** the field there; `image_alt` for the alt text of an image */
    contentType: text("content_type").notNull(),
    locale: text().notNull(),
    /** "" = no market */
    market: text().notNull().default(""),
    channel: text().notNull().default("store"),
    state: text().$type<VersionState>().notNull(),
    origin: text().$type<VersionOrigin>().notNull(),
    body: text({ mode: "json" }).$type<TextBody>().notNull(),
    warnings: text({ mode: "json" }).$type<StoredWarning[]>().notNull(),
    /** true when a warning blocks approval in bulk */
    blocked: integer({ mode: "boolean" }).notNull(),
    evidence: text({ mode: "json" }).$type<Evidence[]>().notNull(),
    /**
     * what the model offered to choose from, the proposed one first; edits keep what they were made from. null where it
     * offered one text only
     */
    wordings: text({ mode: "json" }).$type<Wording[]>(),
    /** `yes`; `no:` and a stable code where an examination failed, e.g. `no:model_timeout`; null where none was wanted */
    examined: text(),
    /** the person who wrote it is still at it: what they save next takes its place */
    sittingOpen: integer("sitting_open", { mode: "boolean" }).notNull().default(false),
    /** epoch ms from which it is examined, even if nobody says that the sitting has ended; null: that is settled */
    examineAt: integer("examine_at"),
    /** the live value this version was made from, null when there was none: a conflict is found by comparing with it */
    base: text({ mode: "json" }).$type<TextBody | null>(),
    baseDigest: text("base_digest").notNull(),
    factsDigest: text("facts_digest").notNull(),
    /** of the rules that it was written by */
    configDigest: text("config_digest").notNull(),
    /** of the rules that it was checked by since; null: by those that it was written by */
    checkedDigest: text("checked_digest"),
    /** the version this one was edited from */
    parentId: text("parent_id"),
    jobId: text("job_id"),
    itemSeq: integer("item_seq"),
    model: text(),
    promptHash: text("prompt_hash"),
    tokensIn: integer("tokens_in").notNull().default(0),
    tokensOut: integer("tokens_out").notNull().default(0),
    createdBy: text("created_by"),
    createdAt: integer("created_at").notNull(),
    /** when it was approved, rejected or superseded, and by whom */
    decidedBy: text("decided_by"),
    decidedAt: integer("decided_at"),
    /** a person approved it in spite of a blocking warning */
    overridden: integer({ mode: "boolean" }).notNull().default(false),
    publishedAt: integer("published_at"),
  },
  (t) => [
    index("versions_product").on(t.shop, t.productId, t.contentType, t.resource, t.locale, t.createdAt),
    // Without the product in front, SQLite prefers it to versions_product and walks all drafts of a shop.
    index("versions_state").on(t.shop, t.productId, t.state, t.blocked),
    index("versions_job").on(t.jobId, t.itemSeq),
    // Several products may show one image: whose texts it has.
    index("versions_resource").on(t.shop, t.resource).where(sql`resource <> 'product'`),
    // What is no longer kept, oldest first: a person's own texts always are. OR, not IN, as in job_items_odd.
    index("versions_closed")
      .on(t.decidedAt, t.id)
      .where(sql`(state = 'superseded' OR state = 'rejected') AND origin <> 'edited'`),
    index("versions_parent").on(t.parentId).where(sql`parent_id IS NOT NULL`),
    // How many texts each state of a content config produced.
    index("versions_config").on(t.shop, t.configDigest),
    // What was approved as the translation of a source, which its facts digest names. OR, not IN, as in job_items_odd.
    index("versions_source")
      .on(t.shop, t.factsDigest, t.locale)
      .where(sql`(state = 'approved' OR state = 'published')`),
    index("versions_to_examine").on(t.examineAt, t.id).where(sql`examine_at IS NOT NULL`),
  ],
);

/**
 * Paid model answers, stored before they are judged: after a crash the item reads its answer here and pays for none that came.
 * `callNo` counts the calls of the item. A spent answer led to a failed item: its retry asks anew.
 */
export const modelAnswers = sqliteTable(
  "model_answers",
  {
    shop: text().notNull(),
    jobId: text("job_id").notNull(),
    itemSeq: integer("item_seq").notNull(),
    callNo: integer("call_no").notNull(),
    requestHash: text("request_hash").notNull(),
    model: text().notNull(),
    answer: text({ mode: "json" }).$type<unknown>().notNull(),
    tokensIn: integer("tokens_in").notNull(),
    tokensCached: integer("tokens_cached").notNull(),
    tokensOut: integer("tokens_out").notNull(),
    /** billionths of a US dollar at the price of that time; null when the model's price was not set */
    costNanos: integer("cost_nanos"),
    createdAt: integer("created_at").notNull(),
    spentAt: integer("spent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.jobId, t.itemSeq, t.callNo] }),
    // Those whose text is still kept, beside what it cost.
    index("model_answers_kept").on(t.createdAt).where(sql`answer <> 'null'`),
  ],
);
