import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { get, run, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { type ChannelRule, channelRuleSchema } from "./channel-rule.ts";
import { channelRules, isFixedRule } from "./channel-rules.ts";
import { readRuleSettings } from "./read-rule-settings.ts";
import { limitOf, ownPrefix, type RuleSetting, ruleSettingSchema } from "./rule-setting.ts";

export type RuleProblem =
  /** Shopify itself would refuse the text */
  | { code: "rule_is_fixed" }
  /** it has no limit that could be another one */
  | { code: "rule_has_no_limit" }
  /** what it demands is none of the kinds that a program can look for */
  | { code: "rule_not_understood" }
  /** at most so many rules of its own a shop has */
  | { code: "too_many_rules"; limit: number };

export type ChangedRule =
  | { outcome: "changed"; change: string; rule: string; channel: string }
  /** it is as it was asked to be */
  | { outcome: "unchanged" }
  /** somebody changed it since it was seen */
  | { outcome: "stale" }
  | { outcome: "not_found" }
  | { outcome: "refused"; problem: RuleProblem };

type Deps = { db: Db; clock: Clock } & Acted;

const mostOwnRules = 200;
const usual: RuleSetting = { does: "warn", limit: null, note: "", own: null };

const changeSql = "SELECT rule, channel, before, after FROM channel_rule_changes WHERE shop = @shop AND id = @id";
const insertSql = `INSERT INTO channel_rule_changes (shop, id, rule, channel, at, by, before, after, undoes)
  VALUES (@shop, @id, @rule, @channel, @at, @by, @before, @after, @undoes)`;
const upsertSql = `INSERT INTO channel_rule_settings (shop, rule, setting, change) VALUES (@shop, @rule, @setting, @change)
  ON CONFLICT (shop, rule) DO UPDATE SET setting = excluded.setting, change = excluded.change`;
const deleteSql = "DELETE FROM channel_rule_settings WHERE shop = @shop AND rule = @rule";

/**
 * Sets what a rule does for a shop. Texts of its channel are to be checked again afterwards.
 * @param request.seen the rule's last change that the person had before them, null where it was as it ships
 */
export async function changeRule(
  { db, clock, note }: Deps,
  request: {
    shop: ShopDomain;
    by: string;
    rule: string;
    setting: Pick<RuleSetting, "does" | "limit" | "note">;
    seen: string | null;
  },
): Promise<ChangedRule> {
  const { shop, by, seen, setting } = request;
  return db.transact<ChangedRule>({ shop }, function* () {
    const settings = yield* readRuleSettings(shop);
    const before = settings.get(request.rule) ?? null;
    const rule = before?.own ?? channelRules.find(({ id }) => id === request.rule);
    if (!rule) return { outcome: "not_found" };
    if ((before?.change ?? null) !== seen) return { outcome: "stale" };
    if (isFixedRule(rule)) return { outcome: "refused", problem: { code: "rule_is_fixed" } };
    if (setting.limit !== null && limitOf(rule) === null) {
      return { outcome: "refused", problem: { code: "rule_has_no_limit" } };
    }
    const own = before?.own ?? null;
    const limit = setting.limit === limitOf(rule) ? null : setting.limit;
    const after = { does: setting.does, limit, note: setting.note.trim(), own };
    const isAsShipped = own === null && after.does === rule.severity && limit === null && after.note === "";
    const now = before === null ? null : plain(before);
    const next = isAsShipped ? null : after;
    if (JSON.stringify(now) === JSON.stringify(next)) return { outcome: "unchanged" };
    const change = yield* store({ shop, by, at: clock.now(), rule, before: now, after: next, undoes: null });
    if (note) yield* note({ subject: { kind: "channel_rule", id: rule.id }, details: { change } });
    return { outcome: "changed", change, rule: rule.id, channel: rule.channel };
  });
}

/** Adds a rule of the shop's own. @param request.demand what `channelRuleSchema` takes, but for what the program says of it itself */
export async function addRule(
  { db, clock, note }: Deps,
  request: { shop: ShopDomain; by: string; demand: Record<string, unknown>; does: "block" | "warn"; note: string },
): Promise<ChangedRule> {
  const { shop, by, demand, does } = request;
  const at = clock.now();
  const id = `${ownPrefix}${newId("rule", at).toLowerCase().replaceAll("-", "_")}`;
  const parsed = channelRuleSchema.safeParse({
    ...demand,
    ...{ id, severity: does, certainty: "own", source: request.note.trim() || "the shop's own rule" },
    checked_on: new Date(at).toISOString().slice(0, 10),
  });
  // A marking is the feed's, and what the shop's own pages take Shopify decides.
  if (!parsed.success || parsed.data.kind === "require") {
    return { outcome: "refused", problem: { code: "rule_not_understood" } };
  }
  const rule = parsed.data;
  return db.transact<ChangedRule>({ shop }, function* () {
    const own = [...(yield* readRuleSettings(shop)).values()].filter((setting) => setting.own !== null);
    if (own.length >= mostOwnRules) {
      return { outcome: "refused", problem: { code: "too_many_rules", limit: mostOwnRules } };
    }
    const after = { ...usual, does, note: request.note.trim(), own: rule };
    const change = yield* store({ shop, by, at, rule, before: null, after, undoes: null });
    if (note) yield* note({ subject: { kind: "channel_rule", id }, details: { change } });
    return { outcome: "changed", change, rule: id, channel: rule.channel };
  });
}

/** Takes a change back, if nobody changed the rule since. The undo is a change as well, and can be taken back. */
export async function undoRuleChange(
  { db, clock, note }: Deps,
  { shop, by, change: undone }: { shop: ShopDomain; by: string; change: string },
): Promise<ChangedRule> {
  return db.transact<ChangedRule>({ shop }, function* () {
    const row = yield* get<{ rule: string; channel: string; before: string | null; after: string | null }>(changeSql, {
      shop,
      id: undone,
    });
    if (!row) return { outcome: "not_found" };
    const now = (yield* readRuleSettings(shop)).get(row.rule) ?? null;
    const after = settingOf(row.before);
    const isNewest = now === null ? row.after === null : now.change === undone;
    if (!isNewest) return { outcome: "stale" };
    const change = yield* store({
      ...{ shop, by, at: clock.now(), before: now === null ? null : plain(now), after, undoes: undone },
      rule: { id: row.rule, channel: row.channel },
    });
    if (note) yield* note({ subject: { kind: "channel_rule", id: row.rule }, details: { change } });
    return { outcome: "changed", change, rule: row.rule, channel: row.channel };
  });
}

function settingOf(json: string | null): RuleSetting | null {
  return json === null ? null : ruleSettingSchema.parse(JSON.parse(json));
}

function plain({ does, limit, note, own }: RuleSetting): RuleSetting {
  return { does, limit, note, own };
}

function* store(input: {
  shop: ShopDomain;
  by: string;
  at: number;
  rule: Pick<ChannelRule, "id" | "channel">;
  before: RuleSetting | null;
  after: RuleSetting | null;
  undoes: string | null;
}): Steps<string> {
  const { shop, by, at, before, after, undoes } = input;
  const { id: rule, channel } = input.rule;
  const change = newId("change", at);
  const json = (setting: RuleSetting | null) => (setting === null ? null : JSON.stringify(setting));
  yield* run(insertSql, { shop, id: change, rule, channel, at, by, before: json(before), after: json(after), undoes });
  if (after === null) yield* run(deleteSql, { shop, rule });
  else yield* run(upsertSql, { shop, rule, setting: JSON.stringify(after), change });
  return change;
}
