import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { type StoredPrice, spendSettings } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { nanosPerDollar } from "./money.ts";

/** How much a shop wants to spend a day, and the prices it entered itself. */
export interface SpendSettings {
  dailyCostCapNanos: number | null;
  dailyCreditsCap: number | null;
  modelPrices: Record<string, StoredPrice>;
}

export async function readSpendSettings({ db }: { db: Db }, shop: ShopDomain): Promise<SpendSettings> {
  const [row] = await db.orm.select().from(spendSettings).where(eq(spendSettings.shop, shop));
  return {
    dailyCostCapNanos: row?.dailyCostCapNanos ?? null,
    dailyCreditsCap: row?.dailyCreditsCap ?? null,
    modelPrices: row?.modelPrices ?? {},
  };
}

/** A number field of a form: empty means none. */
function amount(most: number, says: string) {
  return z
    .string()
    .trim()
    .transform((text) => (text === "" ? null : Number(text)))
    .pipe(z.number(says).min(0, says).max(most, says).nullable());
}

const capSays = "Enter an amount from 0.01 to 100,000, or leave it empty for no cap.";
const creditsSays = "Enter a whole number from 1 to 10,000,000, or leave it empty for no cap.";
const priceSays = "Enter US dollars per million tokens, from 0 to 10,000.";

const inputSchema = z.object({
  dailyCostCap: amount(100_000, capSays).refine((value) => value === null || value >= 0.01, capSays),
  dailyCreditsCap: amount(10_000_000, creditsSays).refine(
    (value) => value === null || (Number.isInteger(value) && value >= 1),
    creditsSays,
  ),
  /** model name → its three fields */
  prices: z.record(
    z.string().min(1).max(100),
    z.object({
      input: amount(10_000, priceSays),
      cached: amount(10_000, priceSays),
      output: amount(10_000, priceSays),
    }),
  ),
});

export type SpendInput = z.input<typeof inputSchema>;
export type CheckedSpendSettings =
  | { outcome: "valid"; settings: SpendSettings }
  | { outcome: "invalid"; errors: Record<string, string> };

/**
 * Reads the caps and the prices of the named models from a form; an empty price takes the operator's, prices of other models
 * stay. A cap in money needs the price of every model that the shop uses, as it could not be kept otherwise.
 * @param input.pricedByOperator whether the operator has set the model's price
 * @returns the fields that are wrong (`dailyCostCap`, `dailyCreditsCap`, `price.MODEL.input` …), each with what to do
 */
export async function checkSpendSettings(
  { db }: { db: Db },
  { shop, input, pricedByOperator }: { shop: ShopDomain; input: SpendInput; pricedByOperator(model: string): boolean },
): Promise<CheckedSpendSettings> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return { outcome: "invalid", errors: errorsOf(parsed.error) };
  const { dailyCostCap, dailyCreditsCap, prices } = parsed.data;
  const modelPrices = { ...(await readSpendSettings({ db }, shop)).modelPrices };
  const errors: Record<string, string> = {};
  for (const [model, price] of Object.entries(prices)) {
    const { input: perInput, cached, output } = price;
    if (perInput !== null && output !== null)
      modelPrices[model] = { input: perInput, cached: cached ?? perInput, output };
    else if (perInput === null && cached === null && output === null) {
      delete modelPrices[model];
      if (dailyCostCap !== null && !pricedByOperator(model))
        errors[`price.${model}.input`] = "Enter this model's price: without it the cap in money cannot be kept.";
    } else {
      const field = perInput === null ? "input" : "output";
      errors[`price.${model}.${field}`] = "Enter both input and output, or leave all three empty.";
    }
  }
  if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
  const dailyCostCapNanos = dailyCostCap === null ? null : Math.round(dailyCostCap * nanosPerDollar);
  return { outcome: "valid", settings: { dailyCostCapNanos, dailyCreditsCap, modelPrices } };
}

/** Saves what {@link checkSpendSettings} found valid. Work that an earlier cap stopped may be resumed after it. */
export async function saveSpendSettings(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, settings }: { shop: ShopDomain; settings: SpendSettings },
): Promise<void> {
  const row = { ...settings, updatedAt: clock.now() };
  const before = await readSpendSettings({ db }, shop);
  await db.transact({ shop }, function* (tx) {
    yield* q(
      tx
        .insert(spendSettings)
        .values({ shop, ...row })
        .onConflictDoUpdate({ target: spendSettings.shop, set: row }),
    );
    if (note) yield* note({ details: { changed: changesOf(before, settings) }, unfinished: true });
  });
}

function changesOf(before: SpendSettings, after: SpendSettings): Record<string, unknown> {
  const names = ["dailyCostCapNanos", "dailyCreditsCap", "modelPrices"] as const;
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, [before[name], after[name]]]));
}

function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    const [field, ...rest] = path.map(String);
    errors[field === "prices" ? ["price", ...rest].join(".") : (field ?? "form")] ??= message;
  }
  return errors;
}
