import { z } from "zod";

const dollars = z.number().min(0).max(10_000);

/** US dollars per million tokens. A provider without a discount for cached input charges its `input` price for it. */
export const modelPriceSchema = z
  .strictObject({ input: dollars, cached: dollars.optional(), output: dollars })
  .transform(({ input, cached, output }) => ({ input, cached: cached ?? input, output }));
export type ModelPrice = z.output<typeof modelPriceSchema>;

/** A model's name, as it is asked for, and its price. */
export const modelPricesSchema = z.record(z.string().min(1).max(100), modelPriceSchema);
export type ModelPrices = z.output<typeof modelPricesSchema>;

export interface TokenUsage {
  tokensIn: number;
  /** those of tokensIn that came from the provider's cache */
  tokensCached: number;
  tokensOut: number;
}

/** Billionths of a US dollar, rounded up: a cost is never counted too low. */
export function costNanosOf(price: ModelPrice, { tokensIn, tokensCached, tokensOut }: TokenUsage): number {
  const cached = Math.min(tokensIn, tokensCached);
  const microdollars = (tokensIn - cached) * price.input + cached * price.cached + tokensOut * price.output;
  // The product of two decimals like 0.1 × 3 lies a hair above what is meant; that hair must not count as a nano.
  return Math.ceil(Number((microdollars * 1_000).toFixed(3)));
}
