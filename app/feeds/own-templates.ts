import { all, get, run, type Steps } from "../db/steps.ts";
import { withTodaysNames } from "./spec-editions.ts";
import { type FeedTemplate, readTemplate } from "./template.ts";
import { shippedTemplates } from "./templates/all-templates.ts";

/** A shop keeps so many templates of its own. */
export const maxOwnTemplates = 50;

interface Row {
  id: string;
  name: string;
  body: string;
}

/** A template with the column names of today; null for one that no longer exists, or that this release cannot read. */
export function* findTemplate(shop: string, id: string): Steps<FeedTemplate | null> {
  const shipped = shippedTemplates.get(id);
  if (shipped) return shipped;
  const row = yield* get<Row>("SELECT id, name, body FROM feed_templates WHERE shop = @shop AND id = @id", {
    shop,
    id,
  });
  if (!row) return null;
  const read = readTemplate(JSON.parse(row.body));
  return "template" in read ? withTodaysNames(read.template) : null;
}

/** The templates of a shop's own, by name. */
export function* listOwnTemplates(shop: string): Steps<{ id: string; name: string }[]> {
  return yield* all<{ id: string; name: string }>(
    "SELECT id, name FROM feed_templates WHERE shop = @shop ORDER BY lower(name), id",
    { shop },
  );
}

/** Adds a template, or takes another one's place. @returns false when there are too many */
export function* storeTemplate(input: {
  shop: string;
  id: string;
  template: FeedTemplate;
  now: number;
}): Steps<boolean> {
  const { shop, id, template, now } = input;
  const own = yield* listOwnTemplates(shop);
  if (own.length >= maxOwnTemplates && !own.some((one) => one.id === id)) return false;
  yield* run(
    `INSERT INTO feed_templates (shop, id, name, body, created_at, updated_at) VALUES (@shop, @id, @name, @body, @now, @now)
      ON CONFLICT (shop, id) DO UPDATE SET name = excluded.name, body = excluded.body, updated_at = excluded.updated_at`,
    { shop, id, name: template.name, body: JSON.stringify(template), now },
  );
  // Feeds of it are others now, whatever the catalogue is.
  yield* run("UPDATE feeds SET source_sign = NULL WHERE shop = @shop AND template = @id", { shop, id });
  return true;
}

/** @returns `in_use` when a feed is made by it */
export function* removeTemplate(shop: string, id: string): Steps<"removed" | "in_use" | "not_found"> {
  const used = yield* get("SELECT 1 AS used FROM feeds WHERE shop = @shop AND template = @id LIMIT 1", { shop, id });
  if (used) return "in_use";
  const removed = yield* run("DELETE FROM feed_templates WHERE shop = @shop AND id = @id", { shop, id });
  return removed > 0 ? "removed" : "not_found";
}
