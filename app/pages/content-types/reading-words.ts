import type { i18n } from "i18next";
import type { Reading } from "../../commands/content-types/read-catalogue-again.ts";

/** @param added the first sentence of the message, without a full stop */
export function readingWords(t: i18n["t"], added: string, reading: Reading): string {
  return t(reading === "under_way" ? "answers:types.importRuns" : "answers:types.readAgain", { added });
}
