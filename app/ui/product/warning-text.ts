import { inSentence } from "../in-sentence.ts";

/** Content types whose names are no words that people write. */
const typeNames: Record<string, string> = {
  desc: "the description",
  seo_title: "the SEO title",
  seo_desc: "the SEO description",
  howtouse: "how to use",
};

/** "Bullets" is the one name of a type that means several. */
const ofSeveral: Record<string, string> = {
  ...{ says: "say", has: "have", is: "are", exceeds: "exceed", repeats: "repeat", mentions: "mention" },
};

/**
 * A finding as a sentence. Checks name content types as the program does, e.g. `seo_title`, the text's own first: people
 * read labels. What is between quotation marks are the words of the text or of its facts, and stays.
 */
export function warningText(description: string, label: string): string {
  const spoken = description
    .replace(/^bullets_(\d+)\b/, "Bullet $1")
    .replace(/^bullets (says|has|is|exceeds|repeats|mentions)\b/, (_all, verb: string) => `bullets ${ofSeveral[verb]}`)
    .replace(
      /^(?:title|desc|bullets|seo_title|seo_desc|[a-z][a-z0-9]*(?:_[a-z0-9]+)+|howtouse)\b(?=\s)/,
      `The ${inSentence(label)}`,
    )
    .replace(/"[^"]*"|\b(?:desc|seo_title|seo_desc|howtouse)\b/g, (words) => typeNames[words] ?? words);
  const first = spoken.charAt(0).toLocaleUpperCase("en") + spoken.slice(1);
  return /[.!?…:]["”]?$/.test(first) ? first : `${first}.`;
}
