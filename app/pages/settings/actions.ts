import { z } from "zod";
import { type SettingsProblem, saveSettings } from "../../commands/settings/save-settings.ts";
import { testModels } from "../../commands/settings/test-models.ts";
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
    seen: typeof seen === "string" ? seenSchema.parse(parseSentJson(seen)) : undefined,
    removeKey: removeKey === "true" || removeKey === "false" ? removeKey === "true" : undefined,
    keyless: keyless === "true",
  };
}

/** What a person can do on the settings page, and the messages they get. */
export const settingsActions = {
  save: pageAction(saveSettings, {
    read: fromForm(settingsOf),
    words(result): Outcome {
      switch (result.kind) {
        case "saved":
          return { message: result.resumed > 0 ? "Settings saved. Paused work goes on." : "Settings saved" };
        case "stale":
          return {
            problem:
              "Somebody saved settings while you had them open. Nothing was overwritten: theirs stand below yours. Save again to keep yours.",
            fields: Object.fromEntries(
              Object.entries(result.changed).map(([name, value]) => [
                name,
                value === "" ? "Somebody emptied this meanwhile." : `Somebody saved ${value} meanwhile.`,
              ]),
            ),
            stale: true,
          };
        case "invalid":
          return {
            problem: "Some settings are not valid. Correct the marked fields.",
            fields: wordsOfFields(result.fields),
          };
      }
    },
  }),
  test: pageAction(testModels, {
    read: () => ({}),
    words({ tests }): Outcome {
      const failed = tests.find(({ ok }) => !ok);
      const views = tests.map(viewOf);
      if (!failed) return { message: "Connection tested", tests: views };
      const line = failed.lines.find(({ state }) => state === "fails");
      const reason = line ? testFindingWords(line.finding) : "";
      return { problem: `${failed.model} cannot be used yet. ${reason}`, tests: views };
    },
  }),
};

function wordsOfFields(problems: Record<string, SettingsProblem>): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, settingsProblemWords(problem)]));
}

function viewOf({ model, ok, lines, calls, tookMs }: ModelTest): ModelTestView {
  return {
    model,
    ok,
    lines: lines.map(({ what, state, finding }) => ({ what, state, says: testFindingWords(finding) })),
    tookMs,
    calls: calls.length,
    tokens: calls.reduce((sum, { tokensIn, tokensOut }) => sum + tokensIn + tokensOut, 0),
    costNanos: calls.reduce<number | null>(
      (sum, { costNanos }) => (sum === null || costNanos === null ? null : sum + costNanos),
      0,
    ),
  };
}
