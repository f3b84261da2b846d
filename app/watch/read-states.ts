import type { AuthState, PauseReason } from "../db/schema/index.ts";
import { all, get, type Steps } from "../db/steps.ts";
import { providers } from "../lib/errors.ts";
import type { Sample } from "./families.ts";

const pauseReasons = Object.keys({
  billing: 0,
  reauth: 0,
  scope: 0,
  market_content: 0,
  model_key: 0,
  model_settings: 0,
  spend_cap: 0,
} satisfies Record<PauseReason, 0>);
const authStates = Object.keys({ ok: 0, needs_reauth: 0, uninstalled: 0 } satisfies Record<AuthState, 0>);

export const breakersSql = `SELECT provider, count(*) AS shops, min(since) AS since
  FROM breakers /* all shops: operators see sums only */ WHERE probe_at IS NOT NULL GROUP BY provider`;
export const pausesSql = `SELECT reason AS name, count(*) AS shops FROM pauses /* all shops: operators see sums only */ GROUP BY reason`;
export const shopsSql = `SELECT auth_state AS name, count(*) AS shops FROM shops /* all shops: operators see sums only */ GROUP BY auth_state`;
export const writesSql = `SELECT count(*) AS open, min(created_at) AS oldest
  FROM write_backs INDEXED BY write_backs_open /* all shops: operators see sums only */ WHERE state = 'writing'`;

interface NamedCount {
  name: string;
  shops: number;
}

/** Whose work waits, for whom and for what. Every known value has a sample, so that an alert sees 0 and not nothing. */
export function* readStates({ now }: { now: number }): Steps<Sample[]> {
  const seconds = (since: number | null | undefined) => (since == null ? 0 : Math.max(0, now - since) / 1_000);
  const away = yield* all<{ provider: string; shops: number; since: number }>(breakersSql);
  const breakers = providers.flatMap((provider): Sample[] => {
    const row = away.find((one) => one.provider === provider);
    return [
      { family: "breakers_open", labels: { provider }, value: row?.shops ?? 0 },
      { family: "breaker_oldest_seconds", labels: { provider }, value: seconds(row?.since) },
    ];
  });
  const writes = yield* get<{ open: number; oldest: number | null }>(writesSql);
  return [
    ...breakers,
    ...counted("paused_shops", "reason", pauseReasons, yield* all<NamedCount>(pausesSql)),
    ...counted("shops", "state", authStates, yield* all<NamedCount>(shopsSql)),
    { family: "write_backs_open", value: writes?.open ?? 0 },
    { family: "write_backs_oldest_seconds", value: seconds(writes?.oldest) },
  ];
}

function counted(
  family: "paused_shops" | "shops",
  label: string,
  known: readonly string[],
  rows: readonly NamedCount[],
): Sample[] {
  return known.map((name) => ({
    family,
    labels: { [label]: name },
    value: rows.find((row) => row.name === name)?.shops ?? 0,
  }));
}
