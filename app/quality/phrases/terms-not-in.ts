import { comparable } from "../../texts/text-body.ts";
import { undivided } from "../../texts/undivided.ts";

/** The terms that a text does not use: whole words in any case. A term of signs only is looked for nowhere. */
export function termsNotIn(text: string, terms: readonly string[]): string[] {
  const words = ` ${comparable(text)} `;
  return terms.filter((term) => {
    const wanted = comparable(term);
    if (wanted === "") return false;
    return !words.includes(undivided.test(wanted) ? wanted : ` ${wanted} `);
  });
}
