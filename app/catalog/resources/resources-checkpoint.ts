import { z } from "zod";
import { resourceKinds } from "../../db/schema/index.ts";
import type { TranslationTarget } from "../../shopify/operations/index.ts";

const kind = z.enum(resourceKinds);

const kindCheckpointSchema = z.object({
  kind,
  /** languages and markets, as they were when the kind was begun: what is put aside is read by their places */
  targets: z.array(z.object({ locale: z.string(), market: z.string() })),
  /** before Shopify was first asked for the kind, epoch ms: what was not seen since is gone */
  startedAt: z.number(),
  /** which of the kind's types is read; as many as it has: all are */
  type: z.number().int(),
  /** Shopify's cursor behind the last page of the type that is stored; null: none is yet */
  after: z.string().nullable(),
  /** pages of all its types that are stored */
  pages: z.number().int(),
  /** resources on them */
  count: z.number().int(),
});
export type KindCheckpoint = z.infer<typeof kindCheckpointSchema>;

export const resourcesCheckpointSchema = z.object({
  /** kinds that are over, however they ended */
  done: z.array(kind),
  /** the kind that is being read; null: the next one is not begun */
  reading: kindCheckpointSchema.nullable(),
  /** of resources, languages and markets that were written or removed, counted by row */
  changed: z.number().int(),
  /** resources that were read */
  read: z.number().int(),
  /** kinds that the shop has not let the app read */
  denied: z.array(kind),
  /** kinds that could not be read, or not whole */
  partial: z.array(kind),
  /** metaobjects that are not translated, and why */
  leftOut: z
    .object({ notTranslatable: z.number().int(), ofApps: z.number().int() })
    .default({ notTranslatable: 0, ofApps: 0 }),
  /** kinds that were begun anew, since Shopify no longer knew the page they had come to */
  anew: z.array(kind),
});

/** How far the reading of a shop's texts has come; kept with its job item after each page. */
export type ResourcesCheckpoint = z.infer<typeof resourcesCheckpointSchema>;

export function newResourcesCheckpoint(): ResourcesCheckpoint {
  return {
    done: [],
    reading: null,
    changed: 0,
    read: 0,
    denied: [],
    partial: [],
    anew: [],
    leftOut: { notTranslatable: 0, ofApps: 0 },
  };
}

export function newKindCheckpoint(of: {
  kind: KindCheckpoint["kind"];
  targets: readonly TranslationTarget[];
  now: number;
}): KindCheckpoint {
  const { kind, now } = of;
  return { kind, targets: [...of.targets], startedAt: now, type: 0, after: null, pages: 0, count: 0 };
}
