import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { ConfigRecord } from "./config-record.ts";
import { createConfig, type SavedConfig } from "./save-config.ts";

/** A config as a file: the body of the API's create call, so that it can be sent there or imported elsewhere. */
export function exportConfig({ name, description, config }: ConfigRecord): string {
  return `${JSON.stringify({ name, ...(description === null ? {} : { description }), content_config: config }, null, 2)}\n`;
}

const maxImportChars = 500_000;

/** Makes a new config of the shop from such a file. Unknown fields are refused by name, not dropped. */
export async function importConfig(
  deps: { db: Db; clock: Clock },
  { shop, json, name, by }: { shop: ShopDomain; json: string; name?: string | undefined; by: string },
): Promise<SavedConfig> {
  if (json.length > maxImportChars) {
    return { outcome: "refused", message: "A config file has at most 500,000 characters.", problems: [] };
  }
  let input: unknown;
  try {
    input = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    return { outcome: "refused", message: `This is not JSON: ${reason}`, problems: [] };
  }
  if (name !== undefined && typeof input === "object" && input !== null && !Array.isArray(input)) {
    input = { ...input, name };
  }
  return createConfig(deps, { shop, input, by, change: "imported" });
}
