import type { i18n } from "i18next";
import type { SettingsProblem } from "../../commands/settings/save-settings.ts";

/** Why a setting was not kept, or keeps the model from being called, as a sentence beside its field. */
export function settingsProblemWords(t: i18n["t"], problem: SettingsProblem): string {
  switch (problem.code) {
    case "no_address":
    case "address_with_login":
    case "address_with_query":
    case "address_not_https":
    case "key_unreadable":
    case "key_missing":
    case "key_malformed":
    case "examiner_missing":
    case "price_missing":
    case "price_incomplete":
    case "four_eyes_and_at_once":
    case "not_the_owner":
      return t(`answers:settings.problem.${problem.code}`);
    case "model_not_offered":
      return t("answers:settings.problem.model_not_offered", { models: problem.offered });
    case "setting_too_long":
      return t("answers:settings.problem.setting_too_long", { limit: problem.limit });
    case "concurrency_out_of_range":
    case "concurrency_not_whole":
    case "cost_cap_out_of_range":
    case "credits_cap_out_of_range":
    case "price_out_of_range":
      return t(`answers:settings.problem.${problem.code}`, { least: problem.least, most: problem.most });
    case "images_unknown":
    case "examine_unknown":
      return t("answers:settings.problem.choose");
    case "no_address_for_mail":
      return t("answers:settings.problem.no_address_for_mail");
    case "not_an_address":
      return t("answers:settings.problem.not_an_address", { address: problem.address });
    case "too_many_addresses":
    case "too_many_reasons":
    case "reason_too_long":
      return t(`answers:settings.problem.${problem.code}`, { most: problem.most });
    case "setting_not_valid":
    case "spend_not_valid":
      return t("answers:settings.problem.other");
  }
}
