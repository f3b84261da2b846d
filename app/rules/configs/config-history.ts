import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type ConfigChange, configStates } from "../../db/schema/index.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { ContentConfig } from "../content-config.ts";
import { readStoredConfig } from "./config-record.ts";
import { type ConfigDifference, diffConfigs } from "./diff-configs.ts";
import { type SavedConfig, updateConfig } from "./save-config.ts";

export interface ConfigState {
  revision: number;
  change: ConfigChange;
  label: string;
  description: string | null;
  digest: string;
  savedAt: number;
  savedBy: string | null;
  /** against the state before; empty for the first */
  differences: ConfigDifference[];
}

const maxStates = 100;

/** The states a config was saved in, newest first, at most the last 100. Also of a config that was deleted. */
export async function listConfigStates(
  { db }: { db: Db },
  { shop, configId }: { shop: ShopDomain; configId: string },
): Promise<ConfigState[]> {
  const rows = await db.orm
    .select()
    .from(configStates)
    .where(and(eq(configStates.shop, shop), eq(configStates.configId, configId)))
    .orderBy(desc(configStates.revision))
    .limit(maxStates + 1);
  return rows.slice(0, maxStates).map((row, index) => {
    const before = rows[index + 1];
    const { revision, change, label, description, digest, savedAt, savedBy } = row;
    return {
      revision,
      change,
      label,
      description,
      digest,
      savedAt,
      savedBy,
      differences: before ? [...diffLabels(before, row), ...diffConfigs(storedConfig(before), storedConfig(row))] : [],
    };
  });
}

type Labelled = { label: string; description: string | null };

function diffLabels(before: Labelled, after: Labelled): ConfigDifference[] {
  const fields = ["label", "description"] as const;
  return fields.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  );
}

/** Saves an earlier state as the newest one; the states in between stay in the history. */
export async function restoreConfig(
  deps: { db: Db; clock: Clock } & Acted,
  request: { shop: ShopDomain; configId: string; revision: number; by: string; seen?: string | undefined },
): Promise<SavedConfig> {
  const { shop, configId, revision, by, seen } = request;
  const [state] = await deps.db.orm
    .select()
    .from(configStates)
    .where(and(eq(configStates.shop, shop), eq(configStates.configId, configId), eq(configStates.revision, revision)));
  if (!state) return { outcome: "not_found" };
  const { label, description } = state;
  const input = { label, description, content_config: storedConfig(state) };
  return updateConfig(deps, { shop, id: configId, input, by, seen, change: "restored" });
}

function storedConfig({ digest, config }: { digest: string; config: unknown }): ContentConfig {
  return readStoredConfig({ digest, config: () => config });
}
