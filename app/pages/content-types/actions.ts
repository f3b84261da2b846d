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
    words(result): Outcome {
      if (result.kind === "added") return { message: readingWords("Content type added", result.reading) };
      if (result.kind === "no_field") {
        return { problem: "Shopify no longer has this metafield. Choose another one." };
      }
      return refusedWords(result);
    },
  }),
  change: pageAction(changeType, {
    read,
    words: (result): Outcome => (result.kind === "saved" ? { message: "Saved" } : refusedWords(result)),
  }),
  publish: pageAction(setTypePublished, {
    read,
    words(result, { input: { published } }): Outcome {
      if (result.kind === "not_found") return { problem: outdated };
      const { label } = result;
      return { message: published ? `${label}: approved texts go to your store` : `${label} is no longer published` };
    },
  }),
  want: pageAction(setTypeWanted, {
    read,
    words(result, { input: { wanted } }): Outcome {
      if (result.kind === "not_found") return { problem: outdated };
      const { label } = result;
      return { message: wanted ? `${label} counts as missing content` : `${label} is not missed any more` };
    },
  }),
  remove: pageAction(removeType, {
    read,
    words(result): Outcome {
      switch (result.kind) {
        case "removed":
          return { message: `${result.label} removed. What stands in your store stays there` };
        case "stale":
          return {
            problem:
              "Somebody changed this content type since you opened this page. Nothing was removed: the list shows theirs now. Do it again if you still want to.",
            stale: true,
          };
        case "not_found":
          return { problem: outdated };
      }
    },
  }),
};

function refusedWords(result: InvalidType | Stale): Outcome {
  if (result.kind === "stale") {
    const problem = "Somebody changed this content type while you had it open. Nothing was overwritten.";
    return { problem, fields: {}, stale: true };
  }
  const { problems } = result;
  return {
    problem: typeProblemWords(problems[0]).message,
    fields: Object.fromEntries(
      problems.flatMap((one) => (one.field === null ? [] : [[one.field, typeProblemWords(one).beside]])),
    ),
  };
}
