import type { SettingsProblem } from "../../commands/settings/save-settings.ts";
import { endpointWords } from "../../model/endpoint.ts";

/** Why a setting was not kept, or keeps the model from being called, as a sentence beside its field. */
export function settingsProblemWords(problem: SettingsProblem): string {
  switch (problem.code) {
    case "no_address":
    case "address_with_login":
    case "address_with_query":
      return endpointWords[problem.code];
    case "address_not_https":
      return "Use an address that starts with https://.";
    case "model_not_offered": {
      const models = new Intl.ListFormat("en", { type: "disjunction" }).format(problem.offered);
      return `With the key of whoever runs this app you can use ${models}. Enter your own API key to use another model.`;
    }
    case "key_unreadable":
      return "The saved key can no longer be read, because the app's own encryption key was changed. Enter it again: until then no texts are written.";
    case "key_missing":
      return "Enter the key of your endpoint, or tick that its server needs none. The key of whoever runs this app is not sent there.";
    case "key_malformed":
      return "A key has letters, digits and signs of English only, in one line. Copy it again from your provider.";
    case "setting_too_long":
      return `Use at most ${problem.limit} characters.`;
    case "concurrency_out_of_range":
      return `Enter a number from ${problem.least} to ${problem.most}.`;
    case "concurrency_not_whole":
      return `Enter a whole number from ${problem.least} to ${problem.most}.`;
    case "images_unknown":
    case "examine_unknown":
      return "Choose one of the three ways.";
    case "examiner_missing":
      return "Name the model that examines the texts, or choose that nobody is asked.";
    case "cost_cap_out_of_range":
      return `Enter an amount from ${numberOf(problem.least)} to ${numberOf(problem.most)}, or leave it empty for no cap.`;
    case "credits_cap_out_of_range":
      return `Enter a whole number from ${numberOf(problem.least)} to ${numberOf(problem.most)}, or leave it empty for no cap.`;
    case "price_out_of_range":
      return `Enter US dollars per million tokens, from ${numberOf(problem.least)} to ${numberOf(problem.most)}.`;
    case "price_missing":
      return "Enter this model's price: without it the cap in money cannot be kept.";
    case "price_incomplete":
      return "Enter both input and output, or leave all three empty.";
    case "setting_not_valid":
    case "spend_not_valid":
      return "Check this setting.";
  }
}

function numberOf(amount: number): string {
  return amount.toLocaleString("en");
}
