import type { i18n } from "i18next";
import { z } from "zod";
import { eraseData } from "../../commands/settings/erase-data.ts";
import { type SettingsProblem, saveSettings } from "../../commands/settings/save-settings.ts";
import { testModels } from "../../commands/settings/test-models.ts";
import { setProductHandsOff } from "../../commands/texts/set-hands-off.ts";
import { parseSentJson } from "../../lib/json.ts";
import type { ModelTest } from "../../model/test-model.ts";
import type { ModelTestView } from "../../ui/settings/test-report.tsx";
import type { Outcome } from "../answer-action.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";
import { settingsProblemWords } from "./settings-problem-words.ts";
import { testFindingWords } from "./test-finding-words.ts";

const seenSchema = z.record(z.string(), z.unknown()).catch({});

function settingsOf(form: FormData) {
  const { seen, removeKey, keyless, ...texts } = Object.fromEntries(form);
  return {
    ...texts,
    work: workOf(form),
    seen: typeof seen === "string" ? seenSchema.parse(parseSentJson(seen)) : undefined,
    removeKey: removeKey === "true" || removeKey === "false" ? removeKey === "true" : undefined,
    keyless: keyless === "true",
  };
}

const workFields = [
  "approvePublishes", "fourEyes", "singleKeys", "reviewOrder", "rejectReasons", "wordings", "noticeRuns", "mailRuns", "mailTo",
  "people",
]; // biome-ignore format: a list of names

/** How people work, of a form that says so: one of before leaves it as it is. */
function workOf(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const flag = (name: string) => (text(name) === undefined ? undefined : text(name) === "true");
  const people = text("people");
  if (!workFields.some((name) => form.has(name))) return undefined;
  return {
    approvePublishes: flag("approvePublishes"),
    fourEyes: flag("fourEyes"),
    singleKeys: flag("singleKeys"),
    reviewOrder: text("reviewOrder"),
    rejectReasons: text("rejectReasons")
      ?.split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    wordings: text("wordings") === undefined ? undefined : Number(text("wordings")),
    noticeRuns: flag("noticeRuns"),
    mailRuns: flag("mailRuns"),
    mailTo: text("mailTo")
      ?.split(/[,;\s]+/)
      .filter((address) => address !== ""),
    // Only who changed it sends it: others may not.
    people: people === undefined ? undefined : (parseSentJson(people) ?? null),
  };
}

/** What a person can do on the settings page, and the messages they get. */
export const settingsActions = {
  handsOn: pageAction(setProductHandsOff, {
    read: fromForm((form) => ({ productId: form.get("productId"), off: false })),
    words(result, { t }): Outcome {
      if (result.kind === "not_found") return { problem: t("answers:product.goneShort") };
      return { message: t("answers:product.handsOn") };
    },
  }),
  save: pageAction(saveSettings, {
    read: fromForm(settingsOf),
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "saved":
          return { message: t(result.resumed > 0 ? "answers:settings.savedGoesOn" : "answers:settings.saved") };
        case "stale":
          return {
            problem: t("answers:settings.stale"),
            fields: Object.fromEntries(
              Object.entries(result.changed).map(([name, value]) => [
                name,
                value === "" ? t("answers:settings.staleEmpty") : t("answers:settings.staleField", { value }),
              ]),
            ),
            stale: true,
          };
        case "invalid":
          return {
            problem: t("answers:settings.invalid"),
            fields: wordsOfFields(t, result.fields),
          };
      }
    },
  }),
  erase: pageAction(eraseData, {
    read: fromForm((form) => ({ name: form.get("name") })),
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "erasing":
          return { message: t("answers:settings.erasing") };
        case "other_name":
          return { problem: t("answers:settings.otherName"), fields: { name: t("answers:settings.otherNameHelp") } };
        case "not_the_owner":
          return { problem: t("answers:settings.notOwnerErase") };
      }
    },
  }),
  test: pageAction(testModels, {
    read: () => ({}),
    words({ tests }, { t, words }): Outcome {
      const failed = tests.find(({ ok }) => !ok);
      const views = tests.map((test) => viewOf(words, test));
      if (!failed) return { message: t("answers:settings.tested"), tests: views };
      const line = failed.lines.find(({ state }) => state === "fails");
      const reason = line ? testFindingWords(words, line.finding) : "";
      return { problem: t("answers:settings.testFailed", { model: failed.model, reason }), tests: views };
    },
  }),
};

function wordsOfFields(t: i18n["t"], problems: Record<string, SettingsProblem>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, settingsProblemWords(t, problem)]),
  );
}

function viewOf(words: i18n, { model, ok, lines, calls, tookMs }: ModelTest): ModelTestView {
  return {
    model,
    ok,
    lines: lines.map(({ what, state, finding }) => ({ what, state, says: testFindingWords(words, finding) })),
    tookMs,
    calls: calls.length,
    tokens: calls.reduce((sum, { tokensIn, tokensOut }) => sum + tokensIn + tokensOut, 0),
    costNanos: calls.reduce<number | null>(
      (sum, { costNanos }) => (sum === null || costNanos === null ? null : sum + costNanos),
      0,
    ),
  };
}
