import { ZodError } from "zod";
import type { ResourceKind } from "../../db/schema/index.ts";
import { isOperationalError } from "../../lib/errors.ts";
import { targetsToImport } from "../translations/translation-targets.ts";
import { readKind } from "./read-kind.ts";
import { kindReadings } from "./read-owner-texts.ts";
import { newResourcesCheckpoint, resourcesCheckpointSchema } from "./resources-checkpoint.ts";
import type { ResourcesContext, ResourcesDeps } from "./resources-context.ts";

export interface ImportedResources {
  /** of resources, languages and markets that were written or removed, counted by row */
  changed: number;
  /** kinds that the shop has not let the app read: what is known of them was left as it was */
  denied: ResourceKind[];
  /** kinds that could not be read, or not whole: nothing that is missing there counts as gone */
  partial: ResourceKind[];
  /** kinds that were begun anew on the way */
  anew: ResourceKind[];
  /** metaobjects that are not translated: their definition does not let them be, or an app has them for itself */
  leftOut: { notTranslatable: number; ofApps: number };
}

/**
 * Reads the texts of a shop beside its products (collections, pages, articles, policies, menus …) with their translations, and
 * keeps what differs: kind by kind, a page of resources at a time. Goes on behind the page at which an earlier attempt stopped.
 * A kind that cannot be read stays as it was, and the next one is read.
 * @throws OperationalError of the Admin API while Shopify is out of reach or the app has no access; LeaseLost, JobCancelled
 */
export async function importResources(deps: ResourcesDeps, context: ResourcesContext): Promise<ImportedResources> {
  const { shop } = context;
  const saved = resourcesCheckpointSchema.safeParse(context.checkpoint);
  const state = saved.success ? saved.data : newResourcesCheckpoint();
  const targets = await deps.db.do(targetsToImport(shop));
  if (targets.length > 0) {
    for (const reading of kindReadings.filter(({ kind }) => !state.done.includes(kind))) {
      try {
        const isWhole = await readKind(deps, { context, state, targets }, reading);
        if (!isWhole) state.partial.push(reading.kind);
      } catch (error) {
        const left = whyLeft(error);
        if (left === null) throw error;
        state[left].push(reading.kind);
        deps.logger.warn({ shop, reason: reading.kind }, leftWords[left]);
      }
      state.reading = null;
      state.done.push(reading.kind);
      await context.saveCheckpoint(state);
      await context.assertStillWanted();
    }
  }
  const { changed, denied, partial, anew, leftOut } = state;
  return { changed, denied, partial, anew, leftOut };
}

const leftWords = {
  denied: "the shop has not let the app read some texts: left as they are",
  partial: "some texts could not be read: left as they are",
};

/** Why a kind is left as it was; null for what stops the import: Shopify out of reach, no access at all, a lost lease, a bug. */
function whyLeft(error: unknown): "denied" | "partial" | null {
  if (error instanceof ZodError) return "partial";
  if (!isOperationalError(error)) return null;
  if (error.code === "shopify_scope") return "denied";
  return error.code === "shopify_bad_request" ? "partial" : null;
}
