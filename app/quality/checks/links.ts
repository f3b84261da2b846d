import type { CheckInput } from "../check-input.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { linksIn } from "../find-links.ts";
import type { Finding } from "../finding.ts";

/** FOREIGN_LINK: an address, e-mail, telephone number or handle that the product's data does not hold. */
export function checkLinks({ contentType, text, facts }: CheckInput): Finding[] {
  return linksIn(text, (link) => !holds(facts, link)).map((link) => ({
    code: "FOREIGN_LINK",
    description: `${contentType} contains "${link.slice(0, 80)}", which is not part of the product's data`,
    hint: "leave it out",
    quote: link,
  }));
}

/** A part number may be written in groups: what counts are its digits. */
function holds({ written }: FactBook, link: string): boolean {
  if (written.includes(link.toLowerCase())) return true;
  const digits = /^[\d\s().-]+$/.test(link) ? link.replace(/\D/g, "") : "";
  return (
    digits !== "" && (written.match(/\d[\d\s().-]{5,}\d/g) ?? []).some((code) => code.replace(/\D/g, "") === digits)
  );
}
