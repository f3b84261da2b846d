import type { Unit } from "./unit.ts";

/** Signs and words of money: the ISO codes that they may mean. */
const rows: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₩": "KRW",
  "₺": "TRY",
  "₽": "RUB",
  "₴": "UAH",
  "₪": "ILS",
  "₫": "VND",
  "฿": "THB",
  "₱": "PHP",
  "₸": "KZT",
  "￥": "JPY CNY",
  "¥": "JPY CNY",
  円: "JPY",
  元: "CNY TWD",
  원: "KRW",
  人民币: "CNY",
  欧元: "EUR",
  歐元: "EUR",
  美元: "USD",
  ユーロ: "EUR",
  ドル: "USD",
  유로: "EUR",
  달러: "USD",
  $: "USD CAD AUD NZD SGD HKD TWD MXN",
  us$: "USD",
  ca$: "CAD",
  c$: "CAD",
  a$: "AUD",
  au$: "AUD",
  nz$: "NZD",
  hk$: "HKD",
  s$: "SGD",
  nt$: "TWD",
  r$: "BRL",
  mx$: "MXN",
  kr: "SEK DKK NOK ISK",
  "kr.": "SEK DKK NOK ISK",
  kronor: "SEK",
  kroner: "DKK NOK",
  zł: "PLN",
  zl: "PLN",
  złotych: "PLN",
  złote: "PLN",
  kč: "CZK",
  ft: "HUF",
  forint: "HUF",
  lei: "RON",
  leva: "BGN",
  лв: "BGN",
  лева: "BGN",
  руб: "RUB",
  рублей: "RUB",
  рубля: "RUB",
  грн: "UAH",
  гривень: "UAH",
  tl: "TRY",
  lira: "TRY",
  euro: "EUR",
  euros: "EUR",
  eur: "EUR",
  евро: "EUR",
  євро: "EUR",
  ευρώ: "EUR",
  eura: "EUR",
  evra: "EUR",
  evrov: "EUR",
  eurot: "EUR",
  euroa: "EUR",
  eiro: "EUR",
  eurų: "EUR",
  يورو: "EUR",
  אירו: "EUR",
  dollar: "USD CAD AUD NZD",
  dollars: "USD CAD AUD NZD",
  dólares: "USD",
  dollari: "USD",
  dolarów: "USD",
  долларов: "USD",
  "pounds sterling": "GBP",
  franken: "CHF",
  francs: "CHF",
  "fr.": "CHF",
  sfr: "CHF",
  yen: "JPY",
  yuan: "CNY",
  won: "KRW",
  rupees: "INR",
  "rs.": "INR",
  rs: "INR",
  درهم: "AED",
  ريال: "SAR",
  บาท: "THB",
  đồng: "VND",
  đ: "VND",
  שקל: "ILS",
  "ש״ח": "ILS",
};

/** Words of the hundredth part. */
const hundredths: Readonly<Record<string, string>> = {
  cent: "EUR USD CAD AUD NZD ZAR",
  cents: "EUR USD CAD AUD NZD ZAR",
  centimes: "EUR CHF",
  céntimos: "EUR",
  centesimi: "EUR",
  cêntimos: "EUR",
  centavos: "BRL MXN PHP",
  rappen: "CHF",
  pence: "GBP",
  groszy: "PLN",
  öre: "SEK",
  øre: "DKK NOK",
  haléřů: "CZK",
  senttiä: "EUR",
  копеек: "RUB",
};

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
const units = new Map<string, Unit>();

/** The money that a sign, a word or an ISO code in capitals means; undefined when it means none. */
export function moneyOf(name: string): Unit | undefined {
  const known = units.get(name);
  if (known) return known;
  // "6 ft" are feet, "600 Ft" forint.
  if (name === "ft" || name === "FT") return undefined;
  const part = hundredths[name.toLowerCase()];
  const currency = part ?? rows[name.toLowerCase()] ?? (/^[A-Z]{3}$/.test(name) && codes.has(name) ? name : undefined);
  if (currency === undefined) return undefined;
  const unit: Unit = { dimension: "money", factor: part ? 0.01 : 1, system: "metric", currency };
  units.set(name, unit);
  return unit;
}

/** True when two signs may mean the same currency: `$` and `CAD`. An amount without one may be of any. */
export function mayBeSameCurrency(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return true;
  const all = other.split(" ");
  return one.split(" ").some((code) => all.includes(code));
}
