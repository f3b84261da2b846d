/** A check as people read it, and what it does where nothing is set. */
export interface CheckName {
  code: string;
  label: string;
  help: string;
  usual: "block" | "warn";
}

/** All checks that a config may set, the gravest first. */
export const checkNames: readonly CheckName[] = [
  check(
    "CONTRADICTED_FACT",
    "block",
    "Contradicted facts",
    "A statement that a product fact contradicts: another value, another place, a property that it does not have.",
  ),
  check(
    "UNSUPPORTED_FACT",
    "block",
    "Unsupported facts",
    "A statement that no product fact backs. As usual, it blocks where a shop must be able to prove it, and warns elsewhere.",
  ),
  check("FORBIDDEN_WORD", "block", "Forbidden words", "A word of your list of forbidden ones."),
  check("OMITTED_KEYWORD_USED", "block", "Unwanted keywords", "A keyword that must not appear."),
  check("MISSING_CLAIM", "block", "Missing claims", "A claim that must stand there to the letter."),
  check("MISSING_DISCLAIMER", "block", "Missing disclaimers", "The disclaimer of a claim."),
  check("WRONG_LANGUAGE", "block", "Wrong language", "A text in another language than the shop's."),
  check("PLACEHOLDER", "block", "Placeholders", "Words that wait for something to be filled in."),
  check("REFUSAL", "block", "Refusals", "The model talks about why it cannot write."),
  check("ECHO", "block", "Echoes", "Instructions, chat, or the copy of another text of the product."),
  check("FOREIGN_LINK", "block", "Links", "Web addresses, e-mail addresses and phone numbers."),
  check(
    "LOST_MEDIA",
    "block",
    "Lost images and links",
    "An image, video, table or link of the live text that the new one drops.",
  ),
  check("EXCEED_LENGTH", "warn", "Too long", "More characters than the limit."),
  check("BELOW_LENGTH", "warn", "Too short", "So short that it looks unfinished."),
  check("MISSING_KEYWORD", "warn", "Missing keywords", "A keyword that must appear."),
  check("DUPLICATE", "warn", "Duplicates", "Sentences said twice, and texts that nearly repeat another product's."),
  check("GLOSSARY", "warn", "Glossary", "A word that is spelled otherwise in your glossary."),
  check("CHANNEL_RULE", "warn", "Rules of the channel", "What search engines and marketplaces ask of a text."),
  check("ALL_CAPS", "warn", "Capital letters", "Words written in capital letters only."),
  check("ALT_TEXT", "warn", "Poor alt texts", "Alt texts that help nobody who cannot see the picture."),
  check("IMAGE_UNSEEN", "warn", "Pictures not looked at", "Alt texts written from facts alone."),
];

/** A check as people read it; the code of one that no config sets, or that there is none of any more. */
export function labelOfCheck(code: string): string {
  return checkNames.find((one) => one.code === code)?.label ?? code;
}

function check(code: string, usual: CheckName["usual"], label: string, help: string): CheckName {
  return { code, label, help, usual };
}
