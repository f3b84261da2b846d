import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { csvColumns } from "../../rules/terms/csv-layout.ts";
import { readTermsByLocale } from "../../rules/terms/read-locale-terms.ts";
import { csvLine } from "../csv.ts";

/** The terms of all languages of a shop as a CSV file that can be taken back as it is. */
export async function termsFile({ db }: { db: Db }, shop: ShopDomain): Promise<string> {
  const lines = [csvLine(csvColumns)];
  for (const [locale, terms] of await db.do(readTermsByLocale(shop))) {
    for (const term of terms) lines.push(csvLine(csvColumns.map((column) => ({ ...term, locale })[column])));
  }
  // A spreadsheet reads letters of other alphabets right only behind this mark.
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
