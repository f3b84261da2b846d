import type { Steps } from "../../db/steps.ts";
import { OperationalError } from "../../lib/errors.ts";
import type { TargetColumns } from "../../texts/target.ts";
import { shopLocalesOf, shopMarketsOf } from "./shop-languages.ts";

/**
 * A target is for a language and a market of the shop. One that the shop removed counts: what was written for it is kept.
 * @throws OperationalError `unknown_locale`, `unknown_market`: it names those that exist
 */
export function* assertKnownTarget(
  shop: string,
  { locale, market }: Pick<TargetColumns, "locale" | "market">,
  primary: Pick<TargetColumns, "locale">,
): Steps<void> {
  if (locale !== primary.locale) {
    const known = (yield* shopLocalesOf(shop)).map((one) => one.locale);
    // Before the first import no language is known.
    if (known.length > 0 && !known.includes(locale)) throw unknown("locale", locale, known);
  }
  if (market === "") return;
  const markets = yield* shopMarketsOf(shop);
  if (!markets.some(({ id }) => id === market)) {
    throw unknown(
      "market",
      market,
      markets.map(({ id, name }) => `${id} (${name})`),
    );
  }
}

function unknown(what: "locale" | "market", asked: string, known: readonly string[]): OperationalError {
  const word = { locale: "language", market: "market" }[what];
  const those = known.length === 0 ? `It has no ${word}s.` : `Use one of: ${known.join(", ")}.`;
  return new OperationalError(`the shop has no such ${word}`, {
    code: `unknown_${what}`,
    retryable: false,
    merchantMessage: `The shop has no ${word} ${asked}. ${those}`,
  });
}
