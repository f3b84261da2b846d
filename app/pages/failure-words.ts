import type { i18n } from "i18next";
import { z } from "zod";
import { type PauseReason, resourceKinds } from "../db/schema/index.ts";
import type english from "../i18n/en/answers.ts";
import { readsEnglish } from "../i18n/locales.ts";
import type { OperationalError } from "../lib/errors.ts";
import { isRecord } from "../lib/json.ts";

type Known = keyof typeof english.failure;

/** Why work was not done, as it is kept: a stable code, and a sentence in English that may hold amounts and names. */
export interface KeptFailure {
  code: string | null;
  message: string | null;
}

/** What paused items keep: why, instead of the error's own code. */
const codesOfPauses: Readonly<Record<PauseReason, Known>> = {
  reauth: "shopify_needs_reauth",
  scope: "shopify_scope",
  market_content: "market_content_not_allowed",
  billing: "model_billing",
  model_key: "model_key",
  model_settings: "model_not_allowed",
  spend_cap: "spend_cap",
};

export function keptOf({
  code,
  merchantMessage: message,
}: Pick<OperationalError, "code" | "merchantMessage">): KeptFailure {
  return { code, message };
}

/**
 * The same in the language of who asks: the kept sentence where that is English, else the words of its code. What has no words
 * of its own stays as it was kept.
 */
export function failureWords(words: i18n, { code, message }: KeptFailure): string | null {
  if (readsEnglish(words) || code === null) return message;
  const known = Object.hasOwn(codesOfPauses, code) ? codesOfPauses[code as PauseReason] : code;
  return words.exists(`answers:failure.${known}`) ? words.t(`answers:failure.${known as Known}`) : message;
}

/**
 * The same of any item. Of work that was done its state says it to who reads no English, unless there was nothing to do; a
 * conflict keeps no code.
 */
export function outcomeWords(words: i18n, item: KeptFailure & { status: string; result?: unknown }): string | null {
  const { status, code } = item;
  if (readsEnglish(words) || code !== null) return failureWords(words, item);
  if (status === "conflict") return words.t("answers:failure.conflict");
  if (status !== "done") return item.message;
  if (!isRecord(item.result)) return null;
  return item.result.texts === 0 ? words.t("answers:failure.nothing_written") : importWords(words, item.result);
}

const leftSchema = z.object({
  resources: z.object({ denied: z.array(z.enum(resourceKinds)), partial: z.array(z.enum(resourceKinds)) }),
});

/** Which texts beside products an import left as they were; null where it left none. */
function importWords(words: i18n, result: unknown): string | null {
  const left = leftSchema.safeParse(result).data?.resources;
  const said = (["denied", "partial"] as const).flatMap((why) => {
    const names = (left?.[why] ?? []).map((kind) => words.t(`languages:kinds.of.${kind}`));
    const kinds = new Intl.ListFormat(words.language).format(names);
    return names.length > 0 ? [words.t(`answers:imported.${why}`, { kinds })] : [];
  });
  return said.length > 0 ? said.join(" ") : null;
}
