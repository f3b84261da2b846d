import type { TFunction } from "i18next";

/** A market that may have texts of its own in some languages of the shop. */
export interface MarketChoice {
  id: string;
  name: string;
  /** those that are offered there */
  locales: readonly string[];
}

/** A market among others to choose from; everywhere has the name "". */
export interface MarketOption {
  name: string;
  label: string;
}

/** For whom a run can translate into the languages that are ticked: everywhere, and the markets that offer one of them. */
export function marketOptions(
  t: TFunction<"languages">,
  markets: readonly MarketChoice[],
  locales: readonly string[],
): MarketOption[] {
  const offered = markets.filter((market) => market.locales.some((locale) => locales.includes(locale)));
  return [{ name: "", label: t("market.general") }, ...offered.map(({ id, name }) => ({ name: id, label: name }))];
}

/** How many texts each market gets; "" where all are for everywhere. */
export function perMarketWords(
  t: TFunction<"languages">,
  { byMarket, exact }: { byMarket: Readonly<Record<string, number>>; exact: boolean },
  options: readonly MarketOption[],
): string {
  if (Object.keys(byMarket).every((market) => market === "")) return "";
  const parts = options.flatMap(({ name, label }) => {
    const count = byMarket[name] ?? 0;
    const said = t("translate.ofMarket", { market: label, count });
    return count > 0 ? [exact ? said : t("translate.about", { what: said })] : [];
  });
  return parts.join(" · ");
}
