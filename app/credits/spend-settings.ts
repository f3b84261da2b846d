import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { type StoredPrice, spendSettings } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { codedIssues } from "../lib/coded-issues.ts";
import { nanosPerDollar } from "./money.ts";

/** How much a shop wants to spend a day, and the prices it entered itself. */
export interface SpendSettings {
  dailyCostCapNanos: number | null;
  /** of one run */
  runCostCapNanos: number | null;
  dailyCreditsCap: number | null;
  modelPrices: Record<string, StoredPrice>;
}

export async function readSpendSettings({ db }: { db: Db }, shop: ShopDomain): Promise<SpendSettings> {
  const [row] = await db.orm.select().from(spendSettings).where(eq(spendSettings.shop, shop));
  return {
    dailyCostCapNanos: row?.dailyCostCapNanos ?? null,
    runCostCapNanos: row?.runCostCapNanos ?? null,
    dailyCreditsCap: row?.dailyCreditsCap ?? null,
    modelPrices: row?.modelPrices ?? {},
  };
}

/** Why a cap or a price was not kept. Caps in US dollars or credits, prices in US dollars for a million tokens. */
export type SpendProblem =
  | { code: "cost_cap_out_of_range" | "credits_cap_out_of_range" | "price_out_of_range"; least: number; most: number }
  /** without it the cap in money cannot be kept */
  | { code: "price_missing" }
  /** of input and output only one is given */
  | { code: "price_incomplete" }
  | { code: "spend_not_valid" };

const issues = codedIssues<SpendProblem>();

/** A number field of a form: empty means none. @param problem the coded issue of a number out of range */
function amount(most: number, problem: string) {
  return z
    .string()
    .trim()
    .transform((text) => (text === "" ? null : Number(text)))
    .pipe(z.number(problem).min(0, problem).max(most, problem).nullable());
}

const most = { cost: 100_000, credits: 10_000_000, price: 10_000 };
const wrongCost = issues.as({ code: "cost_cap_out_of_range", least: 0.01, most: most.cost });
const wrongCredits = issues.as({ code: "credits_cap_out_of_range", least: 1, most: most.credits });
const wrongPrice = issues.as({ code: "price_out_of_range", least: 0, most: most.price });

const inputSchema = z.object({
  dailyCostCap: amount(most.cost, wrongCost).refine((value) => value === null || value >= 0.01, wrongCost),
  runCostCap: amount(most.cost, wrongCost)
    .refine((value) => value === null || value >= 0.01, wrongCost)
    .optional(),
  dailyCreditsCap: amount(most.credits, wrongCredits).refine(
    (value) => value === null || (Number.isInteger(value) && value >= 1),
    wrongCredits,
  ),
  /** model name → its three fields */
  prices: z.record(
    z.string().min(1).max(100),
    z.object({
      input: amount(most.price, wrongPrice),
      cached: amount(most.price, wrongPrice),
      output: amount(most.price, wrongPrice),
    }),
  ),
});

export type SpendInput = z.input<typeof inputSchema>;
export type CheckedSpendSettings =
  | { outcome: "valid"; settings: SpendSettings }
  | { outcome: "invalid"; errors: Record<string, SpendProblem> };

/**
 * Reads the caps and the prices of the named models from a form; an empty price takes the operator's, prices of other models
 * stay. A cap in money needs the price of every model that the shop uses, as it could not be kept otherwise.
 * @param input.pricedByOperator whether the operator has set the model's price
 * @returns the fields that are wrong (`dailyCostCap`, `dailyCreditsCap`, `price.MODEL.input` …), each with why
 */
export async function checkSpendSettings(
  { db }: { db: Db },
  { shop, input, pricedByOperator }: { shop: ShopDomain; input: SpendInput; pricedByOperator(model: string): boolean },
): Promise<CheckedSpendSettings> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return { outcome: "invalid", errors: errorsOf(parsed.error) };
  const { dailyCostCap, dailyCreditsCap, prices } = parsed.data;
  const before = await readSpendSettings({ db }, shop);
  // A form of before there was such a cap leaves it as it is.
  const runCostCapNanos =
    parsed.data.runCostCap === undefined ? before.runCostCapNanos : nanosOf(parsed.data.runCostCap);
  const modelPrices = { ...before.modelPrices };
  const errors: Record<string, SpendProblem> = {};
  for (const [model, price] of Object.entries(prices)) {
    const { input: perInput, cached, output } = price;
    if (perInput !== null && output !== null)
      modelPrices[model] = { input: perInput, cached: cached ?? perInput, output };
    else if (perInput === null && cached === null && output === null) {
      delete modelPrices[model];
      if ((dailyCostCap !== null || runCostCapNanos !== null) && !pricedByOperator(model))
        errors[`price.${model}.input`] = { code: "price_missing" };
    } else {
      const field = perInput === null ? "input" : "output";
      errors[`price.${model}.${field}`] = { code: "price_incomplete" };
    }
  }
  if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
  const settings = { dailyCostCapNanos: nanosOf(dailyCostCap), runCostCapNanos, dailyCreditsCap, modelPrices };
  return { outcome: "valid", settings };
}

function nanosOf(dollars: number | null): number | null {
  return dollars === null ? null : Math.round(dollars * nanosPerDollar);
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
  const names = ["dailyCostCapNanos", "runCostCapNanos", "dailyCreditsCap", "modelPrices"] as const;
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, [before[name], after[name]]]));
}

function errorsOf(error: z.ZodError): Record<string, SpendProblem> {
  const errors: Record<string, SpendProblem> = {};
  for (const issue of error.issues) {
    const [field, ...rest] = issue.path.map(String);
    const name = field === "prices" ? ["price", ...rest].join(".") : (field ?? "form");
    errors[name] ??= issues.of(issue) ?? { code: "spend_not_valid" };
  }
  return errors;
}
