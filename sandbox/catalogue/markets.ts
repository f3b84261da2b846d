/** An address of a store, with the languages that it offers. */
export interface CataloguePresence {
  /** null: the shop's own domain */
  subfolderSuffix: string | null;
  defaultLocale: string;
  alternateLocales: string[];
}

/** A market of the sample store, with the address that it has of its own. */
export interface CatalogueMarket {
  name: string;
  handle: string;
  status: "ACTIVE" | "DRAFT";
  /** default: REGION where it has countries, else NONE */
  type?: "REGION" | "LOCATION" | "COMPANY_LOCATION" | "CHANNEL" | "NONE";
  countries: string[];
  /** ISO 3166-2 codes, e.g. `US-CA`: parts of countries that are not whole in it */
  subdivisions?: string[];
  /** all regions of the world, none of which is listed */
  everywhere?: boolean;
  /** handles of the markets that it inherits from directly; default: those next above its places */
  parents?: string[];
  currency: string;
  primary?: boolean;
  presence?: CataloguePresence;
}

/**
 * Germany is a submarket of Europe; Ireland has the shop's own address, which is no market's; Arabic may be published and is read
 * nowhere; Brazil is being prepared.
 */
const english: readonly CatalogueMarket[] = [
  {
    name: "Ireland",
    handle: "ie",
    status: "ACTIVE",
    countries: ["IE"],
    currency: "EUR",
    primary: true,
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
  },
  { name: "Österreich", handle: "at", status: "ACTIVE", countries: ["AT"], currency: "EUR" },
];

/** The markets of the hand-written catalogue, by the shop's primary locale. */
export function sampleMarkets(locale: string): readonly CatalogueMarket[] {
  return locale === "de" ? german : english;
}

/** What every other shop has. */
export const onlyMarket: CatalogueMarket = {
  name: "Ireland",
  handle: "ie",
  status: "ACTIVE",
  countries: ["IE"],
  currency: "EUR",
  primary: true,
};

/** The shop's own domain, in these languages: the sample store's offers no more than German and French beside its own. */
export function ownAddress(isSample: boolean, locale: string, others: readonly string[]): CataloguePresence {
  const sample = locale === "de" ? ["en"] : ["de", "fr"];
  return { subfolderSuffix: null, defaultLocale: locale, alternateLocales: isSample ? sample : [...others] };
}
