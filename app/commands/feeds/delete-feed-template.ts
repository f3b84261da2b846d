import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { removeTemplate } from "../../feeds/own-templates.ts";
import { defineCommand } from "../command.ts";
import { ownTemplateIdSchema } from "./save-feed-template.ts";

/** Deletes a template of the shop's own that no feed is made by. */
export const deleteFeedTemplate = defineCommand({
  name: "feeds.delete_template",
  kind: "settings",
  rate: "anything",
  needs: "publish",
  input: z.object({ templateId: ownTemplateIdSchema }),
  async run(
    { db, note }: { db: Db } & Acted,
    { shop },
    { templateId },
  ): Promise<{ kind: "removed" | "in_use" | "not_found" }> {
    return db.transact({ shop }, function* () {
      const kind = yield* removeTemplate(shop, templateId);
      if (kind === "removed" && note) yield* note({ subject: { kind: "feed_template", id: templateId } });
      return { kind };
    });
  },
});
