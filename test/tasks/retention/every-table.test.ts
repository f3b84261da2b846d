import { getTableName } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import * as schema from "../../../app/db/schema/index.ts";

/** What bounds each table. A new one is written down here, and in docs/operating.md where it is kept for a time. */
const bounds: Record<string, string> = {
  answered_requests: "answered requests",
  audit_log: "audit log",
  batch_requests: "their job",
  breakers: "one a shop and provider",
  clock_readings: "one row",
  collection_products: "the catalogue; gone products",
  collections: "the catalogue",
  config_rules: "people",
  config_states: "people",
  conflicts: "one a text, removed when it is decided",
  content_configs: "people",
  credit_accounts: "one a shop",
  credit_entries: "single credit entries",
  credit_runs: "credit runs",
  examinations: "examinations",
  feedback: "feedback; corrections and comments: people",
  fingerprints: "one a text; superseded versions; gone products",
  glossaries: "one a shop",
  import_children: "dropped by the next import",
  job_items: "their job",
  jobs: "hidden jobs; finished jobs",
  kept_findings: "people; gone products",
  metric_totals: "one a figure and its labels",
  model_answers: "model answers; their job",
  model_batches: "their job",
  model_servers: "one a model and key",
  pauses: "one a shop and reason",
  product_attributes: "people; gone products",
  product_facets: "dropped by the next import",
  product_findings: "one a product and target; gone products",
  product_keywords: "people; gone products",
  products: "the catalogue; gone products",
  products_marked: "the catalogue; gone products",
  products_seen: "the catalogue; gone products",
  review_claims: "review claims; gone products",
  review_decisions: "review decisions",
  review_entries: "review queues",
  review_queues: "review queues",
  saved_views: "people",
  sessions: "one a shop",
  shop_content_types: "people",
  shop_settings: "one a shop",
  shop_targets: "one a target that texts were written for",
  shops: "erasure",
  spend_days: "spend of a day",
  spend_settings: "one a shop",
  upgrade_steps: "one a release",
  versions: "superseded versions; gone products",
  webhook_events: "webhook ids",
  workers: "removed after a silence",
  write_backs: "closed write-backs; gone products",
};

it("every table is bounded by something", () => {
  const tables = Object.values(schema).filter((value) => value instanceof SQLiteTable);
  expect(tables.map((table) => getTableName(table)).sort()).toEqual(Object.keys(bounds));
});
