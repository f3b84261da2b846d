import { derivePostgresTable } from "./derive-postgres.ts";
import * as schema from "./schema/index.ts";

/** The whole schema for Postgres, derived table by table: drizzle-kit reads it to generate drizzle/postgres. */
export const configRules = derivePostgresTable(schema.configRules);
export const configStates = derivePostgresTable(schema.configStates);
export const conflicts = derivePostgresTable(schema.conflicts);
export const contentConfigs = derivePostgresTable(schema.contentConfigs);
export const feedback = derivePostgresTable(schema.feedback);
export const importChildren = derivePostgresTable(schema.importChildren);
export const jobItems = derivePostgresTable(schema.jobItems);
export const jobs = derivePostgresTable(schema.jobs);
export const modelAnswers = derivePostgresTable(schema.modelAnswers);
export const parks = derivePostgresTable(schema.parks);
export const productAttributes = derivePostgresTable(schema.productAttributes);
export const productFacets = derivePostgresTable(schema.productFacets);
export const products = derivePostgresTable(schema.products);
export const productsSeen = derivePostgresTable(schema.productsSeen);
export const savedViews = derivePostgresTable(schema.savedViews);
export const sessions = derivePostgresTable(schema.sessions);
export const shopSettings = derivePostgresTable(schema.shopSettings);
export const shops = derivePostgresTable(schema.shops);
export const versions = derivePostgresTable(schema.versions);
export const webhookEvents = derivePostgresTable(schema.webhookEvents);
export const workers = derivePostgresTable(schema.workers);
export const writeBacks = derivePostgresTable(schema.writeBacks);
