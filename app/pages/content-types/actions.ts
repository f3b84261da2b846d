import type { i18n } from "i18next";
import type { z } from "zod";
import { addType } from "../../commands/content-types/add-type.ts";
import { changeType } from "../../commands/content-types/change-type.ts";
import { removeType } from "../../commands/content-types/remove-type.ts";
import type { InvalidType } from "../../commands/content-types/saved-type.ts";
import { setTypePublished } from "../../commands/content-types/set-type-published.ts";
import { setTypeWanted } from "../../commands/content-types/set-type-wanted.ts";
import type { Stale } from "../../commands/results.ts";
import type { Outcome } from "../answer-action.ts";
import { fromJson, outdated, pageAction } from "../asked/page-action.ts";
import { readingWords } from "./reading-words.ts";
import { typeProblemWords } from "./type-problem-words.ts";

const commands = {
  add: addType,
  change: changeType,
  publish: setTypePublished,
  want: setTypeWanted,
  remove: removeType,
};

type Requests = {
  [Intent in keyof typeof commands]: { intent: Intent } & z.input<(typeof commands)[Intent]["input"]>;
};
/** What the page of content types sends, as JSON. */
export type ContentTypesRequest = Requests[keyof Requests];

const read = fromJson();

/** What a person can do on the page of content types, and the messages they get. */
export const contentTypesActions = {
  add: pageAction(addType, {
    read,
    words(result, { t }): Outcome {
      if (result.kind === "added") {
        return { message: readingWords(t, t("answers:types.added"), result.reading) };
      }
      if (result.kind === "no_field") {
        return { problem: t("answers:types.noField") };
      }
      return refusedWords(t, result);
    },
  }),
  change: pageAction(changeType, {
    read,
    words: (result, { t }): Outcome =>
      result.kind === "saved" ? { message: t("answers:common.saved") } : refusedWords(t, result),
  }),
  publish: pageAction(setTypePublished, {
    read,
    words(result, { t, input: { published } }): Outcome {
      if (result.kind === "not_found") return { problem: t(outdated) };
      const { label } = result;
      return { message: t(published ? "answers:types.goesLive" : "answers:types.staysHere", { label }) };
    },
  }),
  want: pageAction(setTypeWanted, {
    read,
    words(result, { t, input: { wanted } }): Outcome {
      if (result.kind === "not_found") return { problem: t(outdated) };
      const { label } = result;
      return { message: t(wanted ? "answers:types.wanted" : "answers:types.notWanted", { label }) };
    },
  }),
  remove: pageAction(removeType, {
    read,
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "removed":
          return { message: t("answers:types.removed", { label: result.label }) };
        case "stale":
          return {
            problem: t("answers:types.removeStale"),
            stale: true,
          };
        case "not_found":
          return { problem: t(outdated) };
      }
    },
  }),
};

function refusedWords(t: i18n["t"], result: InvalidType | Stale): Outcome {
  if (result.kind === "stale") {
    return { problem: t("answers:types.stale"), fields: {}, stale: true };
  }
  const { problems } = result;
  return {
    problem: typeProblemWords(t, problems[0]).message,
    fields: Object.fromEntries(
      problems.flatMap((one) => (one.field === null ? [] : [[one.field, typeProblemWords(t, one).beside]])),
    ),
  };
}
