import type { i18n } from "i18next";
import type { TestFinding } from "../../model/describe-test.ts";
import { failureWords, keptOf } from "../failure-words.ts";

/** What a test of a model found out, for the person who asked for it. */
export function testFindingWords(words: i18n, finding: TestFinding): string {
  const { t } = words;
  switch (finding.code) {
    case "server_answers":
      return t("answers:test.server_answers", { seconds: Math.max(finding.textMs, 100) / 1_000 });
    case "model_there": {
      const { model, calledByItself } = finding;
      return calledByItself === null
        ? t("answers:test.model_there", { model })
        : t("answers:test.model_there_as", { model, itself: calledByItself });
    }
    case "form_told":
      return t("answers:test.form_told", { how: t(`answers:test.how.${finding.besides}`) });
    case "limit_not_heeded":
    case "long_answers":
      return t(`answers:test.${finding.code}`, { parameter: finding.parameter });
    case "answers_limited":
      return t("answers:test.answers_limited", { tokens: finding.tokens, parameter: finding.parameter });
    case "pictures_taken":
      return t(`answers:test.pictures.${finding.as}`);
    case "price_known":
      return t("answers:test.price_known", { input: finding.input, output: finding.output });
    case "price_unknown":
      return t("answers:test.price_unknown", { model: finding.model });
    case "failed":
      // The words of this code are about this very test.
      return finding.failure.code === "model_bad_request"
        ? finding.failure.merchantMessage
        : (failureWords(words, keptOf(finding.failure)) ?? "");
    default:
      return t(`answers:test.${finding.code}`);
  }
}
