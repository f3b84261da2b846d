import { z } from "zod";

const waitedSchema = z.object({ waitedMs: z.number(), lookedAt: z.number() });

/** How long an item has waited over its tries; kept as its checkpoint. */
export type WaitedTime = z.infer<typeof waitedSchema>;

/**
 * Adds the time since the last look to what an item has waited. It is added up look by look, each no longer than `longestMs`:
 * a clock that is set forward, or a machine that was off for days, makes no wait long.
 * @param checkpoint of the item; anything else than a kept time begins anew
 */
export function waitedTime(checkpoint: unknown, { now, longestMs }: { now: number; longestMs: number }): WaitedTime {
  const known = waitedSchema.safeParse(checkpoint);
  if (!known.success) return { waitedMs: 0, lookedAt: now };
  const sinceMs = Math.min(Math.max(0, now - known.data.lookedAt), longestMs);
  return { waitedMs: known.data.waitedMs + sinceMs, lookedAt: now };
}
