import { expect, it } from "vitest";
import { readInput } from "../../app/commands/command.ts";
import { importRules } from "../../app/commands/rules/import-rules.ts";
import { rejectText } from "../../app/commands/texts/reject-text.ts";
import { saveAttributes } from "../../app/commands/texts/save-attributes.ts";
import { createView } from "../../app/commands/views/create-view.ts";
import { contentConfigs } from "../../app/db/schema/index.ts";
import { productId } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

it("a view is asked for without U+0000 in its name", () => {
  expect(readInput(createView, { name: "Dra\0fts", query: "q=\0linen" }).data).toEqual({
    name: "Drafts",
    query: "q=linen",
  });
});

it("a text is rejected without U+0000 in the reason", () => {
  const asked = { productId, versionId: "ver_1", reason: "Too\0 plain\0" };
  expect(readInput(rejectText, asked).data).toEqual({ productId, versionId: "ver_1", reason: "Too plain" });
});

it("attributes are asked for without U+0000 in any name or value of the list", () => {
  const asked = { productId, attributes: [{ name: "We\0ave", value: "pl\0ain" }], seen: [] };
  expect(readInput(saveAttributes, asked).data?.attributes).toEqual([{ name: "Weave", value: "plain" }]);
});

it("rules are imported without U+0000, also where the file spells it as an escape", async () => {
  const { deps } = await aShop();
  const json = JSON.stringify({
    label: "Pla\0inly",
    content_config: { content_types: { fit_note: { task: "Say how\0 it fits." } } },
  });
  expect(json).toContain("\\u0000");
  const asked = readInput(importRules, { json }).data;
  expect(await importRules.run(deps, anna, asked ?? { json: "" })).toMatchObject({ kind: "saved" });
  const stored = await deps.db.orm.select().from(contentConfigs);
  expect(stored.length).toBeGreaterThan(0);
  expect(JSON.stringify(stored)).not.toContain("\\u0000");
});
