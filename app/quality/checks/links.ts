import type { CheckInput } from "../check-input.ts";
import { linksIn } from "../find-links.ts";
import type { Finding } from "../finding.ts";

/** FOREIGN_LINK: an address, e-mail, telephone number or handle that the product's data does not hold. */
export function checkLinks({ contentType, text, facts }: CheckInput): Finding[] {
  return linksIn(text, (link) => !facts.written.includes(link.toLowerCase())).map((link) => ({
    code: "FOREIGN_LINK",
    description: `${contentType} contains "${link.slice(0, 80)}", which is not part of the product's data`,
    hint: "leave it out",
    quote: link,
  }));
}
