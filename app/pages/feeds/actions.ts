import type { i18n } from "i18next";
import type { z } from "zod";
import { deleteFeed } from "../../commands/feeds/delete-feed.ts";
import { makeFeed } from "../../commands/feeds/make-feed.ts";
import { saveFeed } from "../../commands/feeds/save-feed.ts";
import { setFeedAddress } from "../../commands/feeds/set-feed-address.ts";
import type { FeedProblem } from "../../feeds/save-feed.ts";
import type { Outcome } from "../answer-action.ts";
import { fromJson, outdated, pageAction } from "../asked/page-action.ts";

const commands = { save: saveFeed, make: makeFeed, address: setFeedAddress, delete: deleteFeed };

type Requests = {
  [Intent in keyof typeof commands]: { intent: Intent } & z.input<(typeof commands)[Intent]["input"]>;
};
/** What the page of feeds sends, as JSON. */
export type FeedsRequest = Requests[keyof Requests];

const read = fromJson();

/** What a person can do on the page of feeds, and the messages they get. */
export const feedsActions = {
  save: pageAction(saveFeed, {
    read,
    words(result, { t }): Outcome {
      if (result.kind === "not_found") return { problem: t(outdated) };
      if (result.kind === "saved") return { message: t("answers:feeds.saved") };
      const [first] = result.problems;
      return {
        problem: first ? problemWords(t, first) : t(outdated),
        fields: Object.fromEntries(result.problems.map((one) => [one.field, problemWords(t, one)])),
      };
    },
  }),
  make: pageAction(makeFeed, {
    read,
    words(result, { t }): Outcome {
      if (result.kind === "not_found") return { problem: t(outdated) };
      if (result.kind === "under_way") return { problem: t("answers:feeds.underWay") };
      return { message: t("answers:feeds.making"), jobId: result.jobId };
    },
  }),
  address: pageAction(setFeedAddress, {
    read,
    words(result, { t }): Outcome {
      if (result.kind === "not_found") return { problem: t(outdated) };
      return { message: t(result.kind === "renewed" ? "answers:feeds.renewed" : "answers:feeds.revoked") };
    },
  }),
  delete: pageAction(deleteFeed, {
    read,
    words: (result, { t }): Outcome =>
      result.kind === "not_found"
        ? { problem: t(outdated) }
        : { message: t("answers:feeds.deleted", { name: result.name }) },
  }),
};

function problemWords(t: i18n["t"], { field, code }: FeedProblem): string {
  if (field === "feed") return t("answers:feeds.problem.tooMany");
  if (code === "not_in_list") return t("answers:feeds.problem.notInList");
  return t(code === "unknown" ? "answers:feeds.problem.unknown" : "answers:feeds.problem.missing");
}
