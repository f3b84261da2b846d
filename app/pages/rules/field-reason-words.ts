import type { FieldReason } from "../../rules/configs/field-problems.ts";

/** Why a field of rules cannot be as it is. What a schema expects is told in zod's own words, which files of the API know. */
export function fieldReasonWords(reason: FieldReason): string {
  switch (reason.code) {
    case "wrong_type":
      return `Invalid input: expected ${reason.expected}, received ${reason.received}`;
    case "too_small":
      return `Too small: expected ${amountWords(reason, ">")}`;
    case "too_big":
      return `Too big: expected ${amountWords(reason, "<")}`;
    case "no_option":
      return `Invalid option: expected one of ${reason.options.map((option) => JSON.stringify(option)).join("|")}`;
    case "wrong_key":
      return `Invalid key in ${reason.of}`;
    case "not_valid":
      return "Invalid input";
    case "no_such_field":
      return "there is no such field";
    case "no_text":
      return "a text is expected";
    case "many_are_no_texts":
      return "this and many others are no texts";
    case "label_missing":
      return "Give the rules a name.";
    case "label_taken":
      return `There are rules named ${reason.label} already. Choose another name.`;
    case "name_malformed":
      return "Use 1 to 20 small letters from a to z, without spaces, e.g. laptops.";
    case "description_empty":
      return "Leave the description out, or write at least one character.";
    case "label_too_long":
    case "description_too_long":
      return `Use at most ${reason.limit} characters.`;
    case "too_many_entries":
      return `Keep at most ${numberOf(reason.limit)} entries: there are ${numberOf(reason.length)}.`;
    case "entry_too_long":
      return `Keep each entry within ${numberOf(reason.limit)} characters: one has ${numberOf(reason.length)}.`;
    case "text_too_long":
      return `Keep it within ${numberOf(reason.limit)} characters: it has ${numberOf(reason.length)}.`;
    case "rules_too_large":
      return `Keep one set of rules within ${numberOf(reason.limit)} bytes: these take ${numberOf(reason.length)}. Shorten lists, or make two sets.`;
  }
}

const units: Record<string, string> = { string: " characters", array: " items" };

function amountWords(
  { of, limit, inclusive }: Extract<FieldReason, { code: "too_small" | "too_big" }>,
  sign: ">" | "<",
): string {
  const unit = units[of];
  return `${of} to ${unit === undefined ? "be" : "have"} ${sign}${inclusive ? "=" : ""}${limit}${unit ?? ""}`;
}

function numberOf(amount: number): string {
  return amount.toLocaleString("en");
}
