import { z } from "zod";
import type { NewJob } from "../jobs/enqueue-job.ts";
import { defineJob } from "../jobs/task.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** Examines one text that a person wrote, after it was saved: nobody waits for it. */
export const examineEditJob = defineJob({
  kind: "examine-edit",
  needs: ["model"],
  payload: z.object({}),
  item: z.object({ versionId: z.string() }),
  maxAttempts: 3,
});

export function examinationOf({
  shop,
  versionId,
}: {
  shop: ShopDomain;
  versionId: string;
}): NewJob<object, { versionId: string }> {
  return {
    job: examineEditJob,
    shop,
    title: "Examine an edited text",
    payload: {},
    items: [{ subject: versionId, payload: { versionId } }],
    priority: 0,
  };
}
