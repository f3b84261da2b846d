import { OperationalError } from "../../lib/errors.ts";

/**
 * A market has texts in several languages: without one of them it says nothing, and is never taken for the shop's own texts.
 * @throws OperationalError `locales_missing`
 */
export function assertLocalesNamed(asked: {
  locales: readonly string[] | undefined;
  markets: readonly string[] | undefined;
}): void {
  const named = asked.markets?.filter((market) => market !== "") ?? [];
  if (asked.locales !== undefined || named.length === 0) return;
  throw new OperationalError("markets were named without languages", {
    code: "locales_missing",
    retryable: false,
    merchantMessage: "Name the languages that you want the texts of the markets in. Nothing was done.",
  });
}
