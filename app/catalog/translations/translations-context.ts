import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Logger } from "../../lib/logger.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { productResourceTypes } from "../../shopify/operations/index.ts";

export interface TranslationsDeps {
  db: Db;
  clock: Clock;
  fetch: typeof fetch;
  logger: Logger;
  admin: AdminApi;
}

/** The part of an import that its translations need. */
export interface TranslationsContext {
  shop: ShopDomain;
  signal: AbortSignal;
  /** of an attempt before; null: from the beginning */
  checkpoint: TranslationsCheckpoint | null;
  saveCheckpoint(value: TranslationsCheckpoint): Promise<void>;
  progress(resources: number): Promise<void>;
  /** the products came in part: of some it is not known which metafields they have */
  productsInPart: boolean;
}

const targetSchema = z.object({ locale: z.string(), market: z.string() });

/** How far the reading has come; kept with the import's own checkpoint. */
export const translationsCheckpointSchema = z.object({
  /** as they were when it began */
  targets: z.array(targetSchema),
  /** which query is next: for each group of targets one of each type */
  step: z.number().int(),
  operationId: z.string().nullable(),
  /** before Shopify was asked by the first query of the present group: as old may be what its lines say */
  startedAt: z.number(),
  /** lines of its result that are stored */
  line: z.number().int(),
  /** types of the present group that did not come whole */
  incomplete: z.array(z.enum(productResourceTypes)),
  /** resources of the present group that are put aside */
  staged: z.number().int(),
  changed: z.number().int(),
  partial: z.boolean(),
  /** Shopify refused a query as one that it does not know */
  refused: z.boolean().default(false),
  /** the last product whose metafields were read */
  after: z.string().default(""),
});
export type TranslationsCheckpoint = z.infer<typeof translationsCheckpointSchema>;

/** How the reading of one type ended. `refused`: Shopify does not know the question. */
export type TypeOutcome = "whole" | "partial" | "denied" | "refused";
