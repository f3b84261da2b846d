import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { type ExamineMode, type ImageDelivery, shopSettings } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { codedIssues } from "../lib/coded-issues.ts";
import type { Sealer } from "../lib/seal.ts";
import { readEndpoint } from "./endpoint.ts";
import { forgetServers } from "./keep-traits.ts";
import { accessOf, type ChosenServer, type ModelField, modelRefusal } from "./may-call.ts";
import type { ModelConfig } from "./model-config.ts";
import { isKeyText, modelKeyPlace, openModelKey, type SavedKey } from "./model-key.ts";
import type { RefusalReason } from "./refuse-calls.ts";

/** What Settings shows. The key itself is never shown again. */
export interface ModelSettings {
  baseUrl: string | null;
  key: SavedKey;
  /** its endpoint needs none */
  keyless: boolean;
  modelV1: string | null;
  modelV2: string | null;
  /** null: the operator's, if there is one */
  modelExaminer: string | null;
  /** null: nobody chose */
  examine: ExamineMode | null;
  /** items of the shop worked on at once */
  concurrency: number;
  images: ImageDelivery;
  /** used where a field is null */
  defaults: { baseUrl: string; modelV1: string; modelV2: string; modelExaminer: string | null };
}

const defaultConcurrency = 8;

export async function readModelSettings(
  { db, sealer, config }: { db: Db; sealer: Sealer; config: ModelConfig },
  shop: ShopDomain,
): Promise<ModelSettings> {
  const [row] = await db.orm.select().from(shopSettings).where(eq(shopSettings.shop, shop));
  return {
    baseUrl: row?.modelBaseUrl ?? null,
    key: openModelKey(sealer, shop, row?.modelApiKey ?? null).state,
    keyless: row?.modelKeyless ?? false,
    modelV1: row?.modelV1 ?? null,
    modelV2: row?.modelV2 ?? null,
    modelExaminer: row?.modelExaminer ?? null,
    examine: row?.examine ?? null,
    concurrency: row?.concurrency ?? defaultConcurrency,
    images: row?.modelImages ?? "address",
    defaults: {
      baseUrl: config.OPENAI_BASE_URL,
      modelV1: config.MODEL_V1,
      modelV2: config.MODEL_V2,
      modelExaminer: config.MODEL_EXAMINER ?? null,
    },
  };
}

/** Why a field of the settings was not kept. `limit`: characters. */
export type ModelSettingsProblem =
  | RefusalReason
  | { code: "setting_too_long"; limit: number }
  /** a key is one line of ASCII */
  | { code: "key_malformed" }
  | { code: "concurrency_out_of_range" | "concurrency_not_whole"; least: number; most: number }
  /** not one of the ways that there are */
  | { code: "images_unknown" }
  /** not one of the modes that there are */
  | { code: "examine_unknown" }
  /** somebody is to be asked, and no model is named */
  | { code: "examiner_missing" }
  | { code: "setting_not_valid" };

const issues = codedIssues<ModelSettingsProblem>();
const mostAtOnce = 32;
const concurrencyOutOfRange = issues.as({ code: "concurrency_out_of_range", least: 1, most: mostAtOnce });

/** A field of the form: empty means the operator's default. */
const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, issues.as({ code: "setting_too_long", limit: most }))
    .nullish()
    .transform((text) => text || null);

const inputSchema = z.object({
  baseUrl: optionalText(500),
  /** the shop's own endpoint needs no key */
  keyless: z.boolean().optional(),
  /** undefined keeps the key, "" or null removes it */
  apiKey: z
    .string()
    .trim()
    .max(500, issues.as({ code: "setting_too_long", limit: 500 }))
    .refine((key) => key === "" || isKeyText(key), issues.as({ code: "key_malformed" }))
    .nullish(),
  modelV1: optionalText(100),
  modelV2: optionalText(100),
  modelExaminer: optionalText(100).optional(),
  /** "" for nobody chose */
  examine: z
    .enum(["always", "doubtful", "off", ""], issues.as({ code: "examine_unknown" }))
    .transform((mode) => mode || null)
    .optional(),
  concurrency: z.coerce
    .number(concurrencyOutOfRange)
    .int(issues.as({ code: "concurrency_not_whole", least: 1, most: mostAtOnce }))
    .min(1, concurrencyOutOfRange)
    .max(mostAtOnce, concurrencyOutOfRange)
    .optional(),
  images: z.enum(["address", "bytes", "none"], issues.as({ code: "images_unknown" })).optional(),
});

export type SavedModelSettings =
  | { outcome: "saved" }
  | { outcome: "invalid"; errors: Record<string, ModelSettingsProblem> };

/**
 * Saves a shop's model settings. A new address needs the key again: a key is never sent to an address it was not entered for.
 * @returns the fields that are wrong, each with why
 */
export async function saveModelSettings(
  deps: { db: Db; clock: Clock; sealer: Sealer; config: ModelConfig } & Acted,
  { shop, input }: { shop: ShopDomain; input: unknown },
): Promise<SavedModelSettings> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return { outcome: "invalid", errors: firstErrors(parsed.error) };
  const next = parsed.data;
  const { db, clock, sealer, config } = deps;
  const [current] = await db.orm.select().from(shopSettings).where(eq(shopSettings.shop, shop));
  const read = next.baseUrl === null ? { url: null } : readEndpoint(next.baseUrl);
  if ("problem" in read) return { outcome: "invalid", errors: { baseUrl: { code: read.problem } } };
  const { url: baseUrl } = read;
  const addressChanged = spelled(current?.modelBaseUrl ?? null) !== baseUrl;
  const keyless = baseUrl !== null && (next.keyless ?? (!addressChanged && (current?.modelKeyless ?? false)));
  const modelExaminer = next.modelExaminer === undefined ? (current?.modelExaminer ?? null) : next.modelExaminer;
  const examine = next.examine === undefined ? (current?.examine ?? null) : next.examine;
  const examiner = modelExaminer ?? config.MODEL_EXAMINER;
  if (examiner === undefined && examine !== null && examine !== "off") {
    return { outcome: "invalid", errors: { modelExaminer: { code: "examiner_missing" } } };
  }
  const errors = refusalsOf(config, {
    server: {
      baseUrl,
      keyless,
      key: next.apiKey ? "saved" : keepsKey() ? openModelKey(sealer, shop, current?.modelApiKey ?? null).state : "none",
    },
    names: {
      modelV1: next.modelV1 ?? config.MODEL_V1,
      modelV2: next.modelV2 ?? config.MODEL_V2,
      ...(examiner === undefined || examine === "off" ? {} : { modelExaminer: examiner }),
    },
  });
  if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
  const row = {
    modelBaseUrl: baseUrl,
    modelApiKey: next.apiKey
      ? sealer.seal(next.apiKey, modelKeyPlace(shop))
      : keepsKey()
        ? (current?.modelApiKey ?? null)
        : null,
    modelKeyless: keyless,
    modelV1: next.modelV1,
    modelV2: next.modelV2,
    modelExaminer,
    examine,
    modelImages: next.images ?? current?.modelImages ?? ("address" as const),
    concurrency: next.concurrency ?? current?.concurrency ?? defaultConcurrency,
    updatedAt: clock.now(),
  };
  await db.transact({ shop }, function* (tx) {
    if (addressChanged || next.apiKey !== undefined) yield* forgetServers(shop);
    yield* q(
      tx
        .insert(shopSettings)
        .values({ shop, ...row })
        .onConflictDoUpdate({ target: shopSettings.shop, set: row }),
    );
    if (deps.note) yield* deps.note({ details: { changed: changesOf(current, row) }, unfinished: true });
  });
  return { outcome: "saved" };

  function keepsKey(): boolean {
    return next.apiKey === undefined && !addressChanged;
  }
}

type Settings = Pick<
  typeof shopSettings.$inferSelect,
  | "modelBaseUrl"
  | "modelApiKey"
  | "modelKeyless"
  | "modelV1"
  | "modelV2"
  | "modelExaminer"
  | "examine"
  | "modelImages"
  | "concurrency"
>;

/** What a save changed, before and after; of a key only that it was set or removed. */
function changesOf(before: Settings | undefined, after: Settings): Record<string, unknown> {
  const { modelApiKey: key, ...values } = after;
  const changed = Object.entries(values).flatMap(([name, value]) => {
    const was = before?.[name as keyof typeof values] ?? null;
    return was === value || name === "updatedAt" ? [] : [[name, [was, value]]];
  });
  if ((before?.modelApiKey ?? null) !== key) changed.push(["modelApiKey", key === null ? "removed" : "set"]);
  return Object.fromEntries(changed);
}

/** What keeps calls from being made with settings, by field. A saved key that cannot be read is shown, but keeps nothing from being saved. */
function refusalsOf(
  config: ModelConfig,
  { server, names }: { server: ChosenServer; names: Partial<Record<ModelField, string>> },
): Record<string, RefusalReason> {
  const access = accessOf(config, server);
  const errors: Record<string, RefusalReason> = {};
  for (const field of ["modelV1", "modelV2", "modelExaminer"] as const) {
    const name = names[field];
    const refusal = name === undefined ? null : modelRefusal(config, { access, name, field });
    if (refusal) errors[refusal.field] = refusal.reason;
  }
  if (server.key === "unreadable") delete errors.apiKey;
  return errors;
}

/** In its one spelling, where it is an address at all. */
function spelled(baseUrl: string | null): string | null {
  const read = baseUrl === null ? null : readEndpoint(baseUrl);
  return read && "url" in read ? read.url : baseUrl;
}

function firstErrors(error: z.ZodError): Record<string, ModelSettingsProblem> {
  const errors: Record<string, ModelSettingsProblem> = {};
  for (const issue of error.issues) {
    errors[String(issue.path[0] ?? "form")] ??= issues.of(issue) ?? { code: "setting_not_valid" };
  }
  return errors;
}
