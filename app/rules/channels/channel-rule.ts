import { z } from "zod";

const limit = z.number().int().positive().max(1_000_000);
const words = z.array(z.string().trim().min(1).max(200)).min(1).max(200);

/** How a length is counted: `char` code points, `grapheme` what a reader takes for one sign, `utf16` as JavaScript and Java, `byte` UTF-8. */
export const lengthUnits = ["char", "grapheme", "utf16", "byte"] as const;
export type LengthUnit = (typeof lengthUnits)[number];
const lengthUnit = z.enum(lengthUnits);

/** Kinds of content that `quality/language/banned-content.ts` looks for. */
export const bannedKinds = ["contact", "url", "price", "promotion", "availability", "review"] as const;

/** What stands between `[` and `]` of a regular expression. */
const charClass = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => {
    try {
      return new RegExp(`^[${value}]$`, "u").source !== "";
    } catch {
      return false;
    }
  }, "not a class of characters");

/** What a rule demands: `kind` and `unit` say how `value` is read. */
const demandSchema = z.union([
  z.object({ kind: z.enum(["max", "min", "total_max"]), unit: lengthUnit, value: limit }),
  z.object({ kind: z.enum(["items_min", "items_max"]), unit: z.literal("item"), value: limit }),
  /** the text and those of other fields together */
  z.object({
    kind: z.literal("sum_max"),
    unit: lengthUnit,
    value: z.object({ with: z.array(z.string().min(1)).min(1), limit }),
  }),
  z.object({ kind: z.literal("max_repeats"), unit: z.literal("word"), value: limit }),
  /** each of the signs, divided by spaces, at most so often */
  z.object({
    kind: z.literal("max_count"),
    unit: z.literal("char_set"),
    value: z.object({ signs: z.string().min(1).max(200), most: limit }),
  }),
  z.object({ kind: z.literal("allow"), unit: z.literal("char_class"), value: charClass }),
  /** characters, divided by spaces */
  z.object({ kind: z.literal("forbid"), unit: z.literal("char_set"), value: z.string().min(1).max(200) }),
  z.object({ kind: z.literal("forbid"), unit: z.literal("phrase"), value: words }),
  z.object({ kind: z.literal("forbid"), unit: z.literal("content"), value: z.array(z.enum(bannedKinds)).min(1) }),
  z.object({
    kind: z.literal("forbid"),
    unit: z.enum(["html", "emoji", "all_caps", "active_content"]),
    value: z.literal(true),
  }),
  /** about the feed that carries a text, not about its words */
  z.object({ kind: z.literal("require"), unit: z.literal("marking"), value: z.string() }),
]);

/** What a channel demands of one kind of text. `store` is the shop's own pages. */
export const channelRuleSchema = z
  .object({
    /** never given to another rule: findings and a shop's changes name it */
    id: z.string().regex(/^[a-z0-9_.]{1,120}$/),
    channel: z.string().min(1),
    /** "*": all of them */
    market: z.string().min(1),
    /** a content type, `image_alt` for all images */
    field: z.string().min(1),
    severity: z.enum(["block", "warn"]),
    /** `own`: a rule of the shop itself */
    certainty: z.enum(["official", "third-party", "unconfirmed", "own"]),
    source: z.string().min(1),
    /** the day on which somebody read the source last */
    checked_on: z.iso.date(),
    note: z.string().optional(),
  })
  .and(demandSchema);
export type ChannelRule = z.infer<typeof channelRuleSchema>;
