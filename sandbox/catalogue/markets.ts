/** A market of the sample store, with the address that it has of its own. */
export interface CatalogueMarket {
  name: string;
  handle: string;
  status: "ACTIVE" | "DRAFT";
  countries: string[];
  currency: string;
  primary?: boolean;
  presence?: { subfolderSuffix: string | null; defaultLocale: string; alternateLocales: string[] };
}

/** Germany is a submarket of Europe; Arabic may be published and is read nowhere; Brazil is being prepared. */
const english: readonly CatalogueMarket[] = [
  {
    name: "Ireland",
    handle: "ie",
    status: "ACTIVE",
    countries: ["IE"],
    currency: "EUR",
    primary: true,
    presence: { subfolderSuffix: null, defaultLocale: "en", alternateLocales: ["de", "fr"] },
  },
  {
    name: "Europe",
    handle: "europe",
    status: "ACTIVE",
    countries: ["AT", "BE", "DE", "ES", "FR", "IT", "LU", "NL", "PT"],
    currency: "EUR",
    presence: { subfolderSuffix: "eu", defaultLocale: "en", alternateLocales: ["de", "fr"] },
  },
  {
    name: "Germany",
    handle: "de",
    status: "ACTIVE",
    countries: ["DE"],
    currency: "EUR",
    presence: { subfolderSuffix: "de", defaultLocale: "de", alternateLocales: ["en"] },
  },
  {
    name: "Japan",
    handle: "jp",
    status: "ACTIVE",
    countries: ["JP"],
    currency: "JPY",
    presence: { subfolderSuffix: "jp", defaultLocale: "ja", alternateLocales: ["en", "zh-TW"] },
  },
  {
    name: "Brazil",
    handle: "br",
    status: "DRAFT",
    countries: ["BR"],
    currency: "BRL",
    presence: { subfolderSuffix: "br", defaultLocale: "en", alternateLocales: ["pt-BR"] },
  },
];

const german: readonly CatalogueMarket[] = [
  {
    name: "Deutschland",
    handle: "de",
    status: "ACTIVE",
    countries: ["DE"],
    currency: "EUR",
    primary: true,
    presence: { subfolderSuffix: null, defaultLocale: "de", alternateLocales: ["en"] },
  },
  { name: "Österreich", handle: "at", status: "ACTIVE", countries: ["AT"], currency: "EUR" },
];

/** The markets of the hand-written catalogue, by the shop's primary locale. */
export function sampleMarkets(locale: string): readonly CatalogueMarket[] {
  return locale === "de" ? german : english;
}

/** What every other shop has: one market, on the shop's own domain. */
export function onlyMarket(locale: string, others: readonly string[]): CatalogueMarket {
  return {
    name: "Ireland",
    handle: "ie",
    status: "ACTIVE",
    countries: ["IE"],
    currency: "EUR",
    primary: true,
    presence: { subfolderSuffix: null, defaultLocale: locale, alternateLocales: [...others] },
  };
}
