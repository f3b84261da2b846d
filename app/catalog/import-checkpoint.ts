import { z } from "zod";
import type { Clock } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import type { BarcodeReading } from "../shopify/operations/index.ts";
import { noCounts } from "./import-counts.ts";
import { translationsCheckpointSchema } from "./translations/translations-context.ts";

const counts = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  outranked: z.number(),
  unreadable: z.number().default(0),
});

/** How far an import has come; kept with its job item, so that another worker can continue after a crash. */
export const importCheckpointSchema = z.object({
  importId: z.string(),
  /** before Shopify was asked, by our clock */
  startedAt: z.number(),
  operationId: z.string().nullable(),
  /** what the query asked of barcodes */
  barcodes: z.enum(["first", "all"]).default("first"),
  /** lines of the result that are stored and need not be read again */
  line: z.number().int(),
  /** all lines are stored */
  loaded: z.boolean(),
  /** what the result lacks, we may not call gone */
  partial: z.boolean(),
  counts,
  /** the shop has texts in other languages, or may have */
  translated: z.boolean().default(false),
  /** products that were marked as gone; null: that is still to come */
  gone: z.number().nullable().default(null),
  /** null: the reading of translations has not begun */
  translations: translationsCheckpointSchema.nullable().default(null),
});
export type ImportCheckpoint = z.infer<typeof importCheckpointSchema>;

export function newImportCheckpoint(
  clock: Clock,
  { barcodes, translated }: { barcodes: BarcodeReading; translated: boolean },
): ImportCheckpoint {
  const startedAt = clock.now();
  const importId = newId("imp", startedAt);
  const counts = noCounts();
  return {
    ...{ importId, startedAt, operationId: null, barcodes, line: 0, loaded: false, partial: false, counts },
    ...{ translated, gone: null, translations: null },
  };
}
