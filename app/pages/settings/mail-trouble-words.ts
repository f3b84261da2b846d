import type { i18n } from "i18next";
import type { MailTrouble } from "../../db/schema/index.ts";

/** Why the last mail was not sent, as a sentence, with the mail server's own words where it said any. */
export function mailTroubleWords(t: i18n["t"], { code, address, said, waits }: MailTrouble): string {
  const why = t(`answers:mail.trouble.${code}`, { address });
  const reason = said === "" ? why : t("answers:mail.withWords", { why, said });
  return waits ? t("answers:mail.notYet", { reason }) : t("answers:mail.notSent", { reason });
}
