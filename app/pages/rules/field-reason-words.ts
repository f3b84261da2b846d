import type { i18n } from "i18next";
import type { FieldReason } from "../../rules/configs/field-problems.ts";

/** Why a field of rules cannot be as it is. What a schema expects is told in zod's own words, which files of the API know. */
export function fieldReasonWords(t: i18n["t"], reason: FieldReason): string {
  switch (reason.code) {
    case "wrong_type":
      return t("answers:rules.reason.wrong_type", { expected: reason.expected, received: reason.received });
    case "too_small":
      return t("answers:rules.reason.too_small", { amount: amountWords(t, reason, ">") });
    case "too_big":
      return t("answers:rules.reason.too_big", { amount: amountWords(t, reason, "<") });
    case "no_option": {
      const options = reason.options.map((option) => JSON.stringify(option)).join("|");
      return t("answers:rules.reason.no_option", { options });
    }
    case "wrong_key":
      return t("answers:rules.reason.wrong_key", { of: reason.of });
    case "not_valid":
    case "no_such_field":
    case "no_text":
    case "many_are_no_texts":
    case "label_missing":
    case "name_malformed":
    case "description_empty":
      return t(`answers:rules.reason.${reason.code}`);
    case "label_taken":
      return t("answers:rules.reason.label_taken", { label: reason.label });
    case "label_too_long":
    case "description_too_long":
      return t("answers:rules.reason.chars", { limit: reason.limit });
    case "too_many_entries":
    case "entry_too_long":
    case "text_too_long":
    case "rules_too_large":
    case "too_many_keywords":
      return t(`answers:rules.reason.${reason.code}`, { limit: reason.limit, length: reason.length });
  }
}

function amountWords(
  t: i18n["t"],
  { of, limit, inclusive }: Extract<FieldReason, { code: "too_small" | "too_big" }>,
  direction: ">" | "<",
): string {
  const amount = { of, limit, sign: `${direction}${inclusive ? "=" : ""}` };
  if (of === "string") return t("answers:rules.reason.amountChars", amount);
  return t(of === "array" ? "answers:rules.reason.amountItems" : "answers:rules.reason.amount", amount);
}
