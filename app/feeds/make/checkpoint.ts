import { z } from "zod";

const count = z.int().min(0);

/** Where a run goes on after a crash: up to which product its part files hold rows, and how long they are then. */
export const feedCheckpointSchema = z.object({
  runId: z.string().regex(/^run_[0-9a-z]{22}$/),
  /** the last product, "" for none */
  after: z.string(),
  products: count,
  rows: count,
  leftOut: count,
  untranslated: count,
  reasons: z.record(z.string(), count),
  bytes: count,
  reportBytes: count,
  /** the catalogue's sign when the run began */
  sign: z.string(),
  /** of the template and the choices that it is made by: a run whose feed was changed begins anew */
  madeBy: z.string(),
});
export type FeedCheckpoint = z.infer<typeof feedCheckpointSchema>;
