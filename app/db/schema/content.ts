import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export type VersionState = "draft" | "approved" | "published" | "rejected" | "superseded";
/** Who wrote a version: the model, a person, or the undo of a publication. */
export type VersionOrigin = "generated" | "edited" | "undo";
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

/** What a check found. Rows of earlier releases have none of the optional fields. */
export interface StoredWarning {
  content_type: string;
  code: string;
  description: string;
  severity: "block" | "warn";
  /** the other product that it is about */
  product?: { id: string; title: string };
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
    /** `yes`; `no:` and a stable code where an examination failed, e.g. `no:model_timeout`; null where none was wanted */
    examined: text(),
    /** the live value this version was made from, null when there was none: a conflict is found by comparing with it */
    base: text({ mode: "json" }).$type<TextBody | null>(),
    baseDigest: text("base_digest").notNull(),
    factsDigest: text("facts_digest").notNull(),
    configDigest: text("config_digest").notNull(),
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
