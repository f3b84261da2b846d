import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { storeTemplate } from "../../feeds/own-templates.ts";
import { readTemplate, type TemplateProblem } from "../../feeds/template.ts";
import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { defineCommand } from "../command.ts";

export const ownTemplateIdSchema = z.string().regex(/^tmpl_[0-9a-z]{22}$/);

type Result =
  | { kind: "saved"; templateId: string }
  | { kind: "invalid"; problems: TemplateProblem[] }
  | { kind: "too_many" };

/** Adds a template of the shop's own, or changes one: the feeds of it are made anew the next time. */
export const saveFeedTemplate = defineCommand({
  name: "feeds.save_template",
  kind: "settings",
  rate: "rules",
  needs: "publish",
  input: z.object({
    /** null: a new one */
    templateId: ownTemplateIdSchema.nullable(),
    /** as the schema of templates has it */
    template: z.unknown(),
  }),
  async run(
    { db, clock, note }: { db: Db; clock: Clock } & Acted,
    { shop },
    { templateId, template },
  ): Promise<Result> {
    const read = readTemplate(template);
    if ("problems" in read) return { kind: "invalid", problems: read.problems };
    return db.transact({ shop }, function* () {
      const now = clock.now();
      const id = templateId ?? newId("tmpl", now);
      if (!(yield* storeTemplate({ shop, id, template: read.template, now }))) return { kind: "too_many" as const };
      if (note) yield* note({ subject: { kind: "feed_template", id }, details: { name: read.template.name } });
      return { kind: "saved" as const, templateId: id };
    });
  },
});
