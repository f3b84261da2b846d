import { z } from "zod";
import { defineJob } from "../jobs/task.ts";

/** Examines one text that a person wrote, after it was saved: nobody waits for it. */
export const examineEditJob = defineJob({
  kind: "examine-edit",
  needs: ["model"],
  payload: z.object({}),
  item: z.object({ versionId: z.string() }),
  maxAttempts: 3,
});
