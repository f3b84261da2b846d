import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { refuseJson } from "../../lib/json.ts";
import { withoutNul } from "../../lib/without-nul.ts";
import type { ConfigRecord } from "./config-record.ts";
import { createConfig, type SavedConfig } from "./save-config.ts";

/** A config as a file: the body of the API's create call, so that it can be sent there or imported elsewhere. */
export function exportConfig({ name, label, description, config }: ConfigRecord): string {
  const told = description === null ? {} : { description };
  return `${JSON.stringify({ name, label, ...told, content_config: config }, null, 2)}\n`;
}

/** Why a file of rules cannot be read. */
export type FileProblem =
  | { code: "file_too_long"; limit: number }
  | { code: "file_too_deep"; limit: number }
  | { code: "file_has_too_many_values"; limit: number }
  /** `detail`: where, in the words of JavaScript's own reader */
  | { code: "file_not_json"; detail: string };

/** Of a file of rules; the dialog refuses a larger one before it sends. */
export const maxImportChars = 500_000;

/**
 * Makes a new config of the shop from such a file. Unknown fields are refused by name, not dropped.
 * @param request.label takes the place of the one in the file; a file without one is called after its name
 */
export async function importConfig(
  deps: { db: Db; clock: Clock } & Acted,
  { shop, json, label, by }: { shop: ShopDomain; json: string; label?: string | undefined; by: string },
): Promise<SavedConfig | { outcome: "refused"; problem: FileProblem }> {
  if (json.length > maxImportChars) {
    return { outcome: "refused", problem: { code: "file_too_long", limit: maxImportChars } };
  }
  const refusal = refuseJson(json);
  if (refusal) {
    const code = refusal.code === "too_deep" ? "file_too_deep" : "file_has_too_many_values";
    return { outcome: "refused", problem: { code, limit: refusal.limit } };
  }
  let input: unknown;
  try {
    // JSON spells U+0000 as six other characters, which no look at the text itself finds.
    input = withoutNul(JSON.parse(json.replace(/^\uFEFF/, "")));
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    return { outcome: "refused", problem: { code: "file_not_json", detail } };
  }
  if (typeof input === "object" && input !== null && !Array.isArray(input)) {
    const called = label ?? ("label" in input ? input.label : "name" in input ? input.name : undefined);
    if (called !== undefined) input = { ...input, label: called };
  }
  return createConfig(deps, { shop, input, by, change: "imported" });
}
