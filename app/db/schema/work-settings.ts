import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Why a mail was not sent, as far as a mail server can tell. */
export interface MailTrouble {
  code: MailTroubleCode;
  /** to whom it was going */
  address: string;
  /** the server's own words, if it said any */
  said: string;
  /** when the run ended that it tells of */
  endedAt: number;
  /** it is tried again */
  waits: boolean;
}

export type MailTroubleCode =
  /** the server does not take mail to this address */
  | "address_refused"
  /** the server does not take this mail, whoever it is for */
  | "mail_refused"
  /** the server wants to be asked again later */
  | "deferred"
  | "unreachable"
  | "not_encrypted"
  | "login_refused"
  /** the server had the whole mail and never said whether it took it */
  | "unanswered";

/** How a shop's people work, as they chose it in Settings. A shop without a row works as the defaults say. */
export const workSettings = sqliteTable("work_settings", {
  shop: text().primaryKey(),
  /** approving a text publishes it as well */
  approvePublishes: integer("approve_publishes", { mode: "boolean" }).notNull().default(false),
  /** who approved a text does not publish it */
  fourEyes: integer("four_eyes", { mode: "boolean" }).notNull().default(false),
  /** single letters decide in the review */
  singleKeys: integer("single_keys", { mode: "boolean" }).notNull().default(true),
  /** of a review that is opened: `usual`, `findings` or `oldest` */
  reviewOrder: text("review_order").notNull().default("usual"),
  /** offered to who rejects a text, in this order */
  rejectReasons: text("reject_reasons", { mode: "json" }).$type<string[]>().notNull().default([]),
  /** how many wordings of a short text the model offers, 1 to 3 */
  wordings: integer().notNull().default(3),
  /** a line in the app when a run of more than two minutes has ended */
  noticeRuns: integer("notice_runs", { mode: "boolean" }).notNull().default(true),
  /** a mail when such a run has ended */
  mailRuns: integer("mail_runs", { mode: "boolean" }).notNull().default(false),
  /** to whom, in this order */
  mailTo: text("mail_to", { mode: "json" }).$type<string[]>().notNull().default([]),
  /** why the last mail to somebody did not arrive; null once one did */
  mailTrouble: text("mail_trouble", { mode: "json" }).$type<MailTrouble>(),
  /** who limited what others may do, and whom nothing limits: `user:<id>`; null while everybody may do everything */
  owner: text(),
  updatedAt: integer("updated_at").notNull(),
});

/** What a person may do, once somebody limited it. Who has no row may do everything. */
export const shopPeople = sqliteTable(
  "shop_people",
  {
    shop: text().notNull(),
    /** `user:<Shopify user id>`, as decisions keep it */
    person: text().notNull(),
    /** as the shop's people call them: Shopify tells us no names */
    name: text().notNull().default(""),
    mayApprove: integer("may_approve", { mode: "boolean" }).notNull().default(true),
    mayPublish: integer("may_publish", { mode: "boolean" }).notNull().default(true),
    mayChangeRules: integer("may_change_rules", { mode: "boolean" }).notNull().default(true),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.person] })],
);
