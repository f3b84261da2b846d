import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What a shop makes of a rule of a channel, or a rule of its own: one row a rule that it changed. */
export const channelRuleSettings = sqliteTable(
  "channel_rule_settings",
  {
    shop: text().notNull(),
    /** id of the rule */
    rule: text().notNull(),
    setting: text({ mode: "json" }).$type<unknown>().notNull(),
    /** the change that made it so: what a person had before them when changing it again */
    change: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.rule] })],
);

/** Every change of a rule of a channel, kept: who, when, and what it was before and after. */
export const channelRuleChanges = sqliteTable(
  "channel_rule_changes",
  {
    shop: text().notNull(),
    id: text().notNull(),
    rule: text().notNull(),
    channel: text().notNull(),
    at: integer().notNull(),
    by: text().notNull(),
    /** null: as it ships; of a rule of the shop's own: there was none */
    before: text({ mode: "json" }).$type<unknown>(),
    after: text({ mode: "json" }).$type<unknown>(),
    /** the change that this one takes back */
    undoes: text(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] }), index("channel_rule_changes_channel").on(t.shop, t.channel, t.at)],
);
