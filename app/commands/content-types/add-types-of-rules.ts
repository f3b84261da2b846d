import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Act, Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import { labelOfName } from "../../rules/content-types/label-of-name.ts";
import { listContentTypes, type ShopContentType } from "../../rules/content-types/list-content-types.ts";
import { typesNamedBy } from "../../rules/content-types/named-by-config.ts";
import { addContentType, type TypeProblems } from "../../rules/content-types/save-content-type.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { type Reading, readCatalogueAgain } from "./read-catalogue-again.ts";

type Result =
  | { kind: "added"; types: number; reading: Reading }
  /** the type of this label was refused, those before it were added */
  | { kind: "invalid"; label: string; problems: TypeProblems }
  /** no such rules, or they name no type that the shop lacks */
  | NotFound;

const fieldOfFamily: Record<ShopContentType["family"], string> = {
  title: "single_line_text_field",
  string: "multi_line_text_field",
  bullets: "list.single_line_text_field",
};

/** Adds the content types that rules name and the shop lacks, each in a metafield of this app. */
export const addTypesOfRules = defineCommand({
  name: "config.add-types",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({ configId: z.string() }),
  async run(deps: { db: Db; clock: Clock } & Acted, asker, { configId }): Promise<Result> {
    const { shop, by } = asker;
    const record = await readConfig(deps, { shop, id: configId });
    const named = record ? typesNamedBy(record.config, await deps.db.do(listContentTypes(shop))) : [];
    if (named.length === 0) return notFound;
    const { note } = deps;
    // A crash in between leaves the others to the next sending.
    const each = { ...deps, note: note && ((act: Act) => note({ ...act, unfinished: true })) };
    for (const { name, family } of named) {
      const label = labelOfName(name);
      const input = { name, label, metafieldType: fieldOfFamily[family], place: null };
      const saved = await addContentType(each, { shop, input, by });
      if (saved.outcome === "refused") return { kind: "invalid", label, problems: saved.problems };
    }
    return { kind: "added", types: named.length, reading: await readCatalogueAgain(deps, asker) };
  },
});
