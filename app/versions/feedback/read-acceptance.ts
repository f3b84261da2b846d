import type { Db } from "../../db/open.ts";
import { all } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { presets } from "../../rules/configs/presets.ts";
import type { Target } from "../../texts/target.ts";

/** What became of the model's texts: each counts once, by the last decision about it. */
export interface Acceptance {
  /** the label of its rules, null when its state is not known any more */
  config: string | null;
  model: string | null;
  contentType: string;
  /** approved as they were written, in whichever of the model's wordings */
  approved: number;
  /** approved after a person's edit */
  corrected: number;
  rejected: number;
}

const countsSql = `SELECT config_digest AS configDigest, model, content_type AS contentType, kind, count(*) AS count
  FROM feedback AS f
  WHERE shop = @shop AND created_at >= @since AND kind <> 'commented' AND version_id IS NOT NULL
    AND locale = @locale AND market = @market AND channel = @channel
    AND NOT EXISTS (SELECT 1 FROM feedback AS later
      WHERE later.shop = @shop AND later.version_id = f.version_id AND later.kind <> 'commented'
        AND (later.created_at, later.id) > (f.created_at, f.id))
  GROUP BY config_digest, model, content_type, kind`;
// A config that was renamed is known by its newest name; of several configs with one content, any will do.
const namesSql = `SELECT s.digest, (SELECT n.label FROM config_states AS n
    WHERE n.shop = @shop AND n.config_id = s.config_id ORDER BY n.revision DESC LIMIT 1) AS label
  FROM (SELECT digest, min(config_id) AS config_id FROM config_states WHERE shop = @shop GROUP BY digest) AS s`;

interface Count {
  configDigest: string;
  model: string | null;
  contentType: string;
  kind: "approved" | "preferred" | "corrected" | "rejected";
  count: number;
}

/**
 * How the shop's people judged the texts for one target, per config, model and content type.
 * @param since epoch ms, 0 for all time
 */
export async function readAcceptance(
  { db }: { db: Db },
  { shop, target, since }: { shop: ShopDomain; target: Target; since: number },
): Promise<Acceptance[]> {
  const names = new Map(presets.map(({ digest, label }) => [digest, label]));
  for (const { digest, label } of await db.do(all<{ digest: string; label: string }>(namesSql, { shop }))) {
    names.set(digest, label);
  }
  const rows = new Map<string, Acceptance>();
  const { locale, market, channel } = target;
  const counts = await db.do(all<Count>(countsSql, { shop, locale, market, channel, since }));
  for (const { configDigest, model, contentType, kind, count } of counts) {
    const config = names.get(configDigest) ?? null;
    const key = JSON.stringify([config, model, contentType]);
    const row = rows.get(key) ?? { config, model, contentType, approved: 0, corrected: 0, rejected: 0 };
    row[kind === "preferred" ? "approved" : kind] += count;
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => decided(b) - decided(a) || a.contentType.localeCompare(b.contentType));
}

function decided({ approved, corrected, rejected }: Acceptance): number {
  return approved + corrected + rejected;
}
