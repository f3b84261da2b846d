import { shopLocalesOf, shopMarketsOf } from "../catalog/translations/shop-languages.ts";
import { all, get, run, type Steps } from "../db/steps.ts";
import { newId } from "../lib/id.ts";
import { type Feed, listFeeds, readFeed } from "./feed.ts";
import { findTemplate } from "./own-templates.ts";

/** A shop has so many feeds. */
export const maxFeeds = 50;

export interface FeedInput {
  name: string;
  template: string;
  choices: Feed["choices"];
  /** minutes after midnight UTC, null: only when asked */
  dailyAt: number | null;
}

/** Why a feed was not kept, by the field that is meant. */
export interface FeedProblem {
  field: "name" | "template" | "locale" | "market" | "country" | "currency" | "feed" | `setting_${string}`;
  code: "missing" | "unknown" | "too_many" | "not_in_list";
}

/** Adds a feed, or changes one; the file that is served stays until a new one is made. @returns its id, or why not */
export function* saveFeed(input: {
  shop: string;
  id: string | null;
  feed: FeedInput;
  now: number;
}): Steps<{ id: string } | { problems: FeedProblem[] } | null> {
  const { shop, id, feed, now } = input;
  const problems = yield* problemsOf(shop, feed);
  if (problems.length > 0) return { problems };
  const known = id === null ? null : yield* readFeed(shop, id);
  if (id !== null && known === null) return null;
  if (id === null && (yield* listFeeds(shop)).length >= maxFeeds)
    return { problems: [{ field: "feed", code: "too_many" }] };
  const next = id ?? newId("feed", now);
  const { name, template, dailyAt } = feed;
  const values = {
    ...{ shop, id: next, name, template, dailyAt, now },
    ...{ choices: JSON.stringify(feed.choices), nextRunAt: nextRunAt(dailyAt, now) },
  };
  yield* run(saveSql, values);
  return { id: next };
}

const saveSql = `INSERT INTO feeds (shop, id, name, template, choices, daily_at, next_run_at, created_at, updated_at)
  VALUES (@shop, @id, @name, @template, @choices, @dailyAt, @nextRunAt, @now, @now)
  ON CONFLICT (shop, id) DO UPDATE SET name = excluded.name, template = excluded.template, choices = excluded.choices,
    daily_at = excluded.daily_at, next_run_at = excluded.next_run_at, updated_at = excluded.updated_at, source_sign = NULL`;

function* problemsOf(shop: string, { name, template: templateId, choices }: FeedInput): Steps<FeedProblem[]> {
  const problems: FeedProblem[] = [];
  if (name.trim() === "") problems.push({ field: "name", code: "missing" });
  const template = yield* findTemplate(shop, templateId);
  if (template === null) return [...problems, { field: "template", code: "unknown" }];
  const locales = (yield* shopLocalesOf(shop)).filter(({ state }) => state !== "gone").map(({ locale }) => locale);
  const own = yield* get<{ locale: string }>("SELECT primary_locale AS locale FROM shops WHERE shop = @shop", { shop });
  if (![...locales, own?.locale].includes(choices.locale)) problems.push({ field: "locale", code: "unknown" });
  const markets = yield* shopMarketsOf(shop);
  if (choices.market !== "" && !markets.some(({ id }) => id === choices.market))
    problems.push({ field: "market", code: "unknown" });
  const asks = JSON.stringify(template.columns);
  const needsCountry = asks.includes('"field":"country"') || choices.itemId === "shopify";
  if (choices.currency.length !== 3) problems.push({ field: "currency", code: "missing" });
  if (choices.country.length === 1 || (needsCountry && choices.country === ""))
    problems.push({ field: "country", code: "missing" });
  for (const setting of template.settings) {
    const value = choices.settings[setting.name] || setting.default;
    if (setting.required && value === "") problems.push({ field: `setting_${setting.name}`, code: "missing" });
    if (value !== "" && setting.one_of && !setting.one_of.includes(value))
      problems.push({ field: `setting_${setting.name}`, code: "not_in_list" });
  }
  return problems;
}

const dayMs = 86_400_000;

/** When a daily feed is looked at next, in epoch ms; null for one without a time. */
export function nextRunAt(dailyAt: number | null, now: number): number | null {
  if (dailyAt === null) return null;
  const today = Math.floor(now / dayMs) * dayMs + dailyAt * 60_000;
  return today > now ? today : today + dayMs;
}

/** Deletes a feed with what is known of its runs; its files go with the next tidying up. @returns false when there is none */
export function* removeFeed(shop: string, id: string): Steps<boolean> {
  yield* run("DELETE FROM feed_runs WHERE shop = @shop AND feed_id = @id", { shop, id });
  return (yield* run("DELETE FROM feeds WHERE shop = @shop AND id = @id", { shop, id })) > 0;
}

/** The feeds of all shops whose time has come, with the shops' names. */
export function* dueFeeds(
  now: number,
  limit: number,
): Steps<{ shop: string; id: string; dailyAt: number; sourceSign: string | null }[]> {
  return yield* all(
    `SELECT f.shop, f.id, f.daily_at AS "dailyAt", f.source_sign AS "sourceSign" FROM feeds AS f
      JOIN shops AS s ON s.shop = f.shop AND s.auth_state <> 'uninstalled'
      WHERE f.next_run_at <= @now ORDER BY f.next_run_at LIMIT @limit /* all shops: time passes for all */`,
    { now, limit },
  );
}

export function* setNextRun(shop: string, id: string, at: number | null): Steps<void> {
  yield* run("UPDATE feeds SET next_run_at = @at WHERE shop = @shop AND id = @id", { shop, id, at });
}
