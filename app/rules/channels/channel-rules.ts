import { z } from "zod";
import { configNameOf } from "../../texts/slot.ts";
import rows from "./channel-rules.json" with { type: "json" };

const limit = z.number().int().positive();
const words = z.array(z.string().min(1)).min(1);

/** What a rule demands: `kind` and `unit` say how `value` is read. */
const demandSchema = z.union([
  z.object({ kind: z.literal("max"), unit: z.enum(["char", "byte"]), value: limit }),
  z.object({ kind: z.literal("min"), unit: z.literal("char"), value: limit }),
  z.object({ kind: z.literal("total_max"), unit: z.literal("char"), value: limit }),
  z.object({ kind: z.enum(["items_min", "items_max"]), unit: z.literal("item"), value: limit }),
  z.object({ kind: z.literal("max_repeats"), unit: z.literal("word"), value: limit }),
  /** characters, divided by spaces */
  z.object({ kind: z.literal("forbid"), unit: z.literal("char_set"), value: z.string().min(1) }),
  z.object({ kind: z.literal("forbid"), unit: z.literal("phrase"), value: words }),
  z.object({ kind: z.literal("forbid"), unit: z.literal("content"), value: words }),
  z.object({
    kind: z.literal("forbid"),
    unit: z.enum(["html", "emoji", "all_caps", "active_content"]),
    value: z.literal(true),
  }),
  /** about the feed that carries a text, not about its words */
  z.object({ kind: z.literal("require"), unit: z.literal("marking"), value: z.string() }),
]);

const channelRuleSchema = z
  .object({
    channel: z.string().min(1),
    /** "*": all of them */
    market: z.string().min(1),
    /** a content type, `image_alt` for all images */
    field: z.string().min(1),
    severity: z.enum(["block", "warn"]),
    certainty: z.enum(["official", "third-party", "unconfirmed"]),
    source: z.string().min(1),
    checked_on: z.iso.date(),
    note: z.string().optional(),
  })
  .and(demandSchema);
export type ChannelRule = z.infer<typeof channelRuleSchema>;

/** What sales channels demand of texts, as they publish it or as sellers found it. `store` is the shop's own pages. */
export const channelRules: readonly ChannelRule[] = z.array(channelRuleSchema).parse(rows);

const kept = new Map<string, readonly ChannelRule[]>();

/** The rules for one text; all images share theirs. @param target.market "" = none: only what holds everywhere */
export function rulesFor({
  channel,
  market,
  contentType,
}: {
  channel: string;
  market: string;
  contentType: string;
}): readonly ChannelRule[] {
  const field = configNameOf(contentType);
  const key = `${channel}\n${market}\n${field}`;
  const known = kept.get(key);
  if (known) return known;
  const found = channelRules.filter(
    (rule) => rule.channel === channel && rule.field === field && (rule.market === "*" || rule.market === market),
  );
  if (kept.size >= 1_000) kept.clear();
  kept.set(key, found);
  return found;
}
