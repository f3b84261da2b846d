import type { z } from "zod";
import { approveTexts } from "../../commands/texts/approve-texts.ts";
import { decideConflict } from "../../commands/texts/decide-conflict.ts";
import { decideFinding } from "../../commands/texts/decide-finding.ts";
import { editTexts } from "../../commands/texts/edit-texts.ts";
import { publishTexts } from "../../commands/texts/publish-texts.ts";
import { regenerateTexts } from "../../commands/texts/regenerate-texts.ts";
import { rejectText } from "../../commands/texts/reject-text.ts";
import { restoreText } from "../../commands/texts/restore-text.ts";
import { saveAttributes } from "../../commands/texts/save-attributes.ts";
import { saveKeywords } from "../../commands/texts/save-keywords.ts";
import { undoPublication } from "../../commands/texts/undo-publication.ts";
import { useFix } from "../../commands/texts/use-fix.ts";
import { generateJob } from "../../generation/jobs.ts";
import { publishJob } from "../../publishing/jobs.ts";
import { countOf } from "../../ui/numbers.ts";
import type { Outcome } from "../answer-action.ts";
import { fromJson, pageAction } from "../asked/page-action.ts";
import { startedWords } from "../waits-for.ts";
import { editProblemWords } from "./edit-problem-words.ts";
import { factsProblemWords } from "./facts-problem-words.ts";
import { regenerationProblemWords } from "./regeneration-problem-words.ts";

const commands = {
  edit: editTexts,
  restore: restoreText,
  generate: regenerateTexts,
  attributes: saveAttributes,
  keywords: saveKeywords,
  approve: approveTexts,
  reject: rejectText,
  publish: publishTexts,
  resolve: decideConflict,
  finding: decideFinding,
  fix: useFix,
  undo: undoPublication,
};

type Requests = {
  [Intent in keyof typeof commands]: { intent: Intent } & Omit<
    z.input<(typeof commands)[Intent]["input"]>,
    "productId"
  >;
};
/** What the product page sends, as JSON. */
export type ProductRequest = Requests[keyof Requests];

const read = fromJson("productId");
const gone = { problem: "This product is gone. Go back to the list of products." };
const superseded = { problem: "A newer text took its place. Look at that one." };

/** What a person can do on a product's page, and the messages they get. */
export const productActions = {
  edit: pageAction(editTexts, {
    read,
    words(result, { input: { edits } }): Outcome {
      switch (result.kind) {
        case "saved":
          return { message: edits.length === 1 ? "Text saved" : `${countOf(edits.length, "text")} saved` };
        case "too_much":
          return {
            problem:
              "That is too much to save at once, so nothing was saved. Your texts still stand in the editors: save one at a time.",
          };
        case "stale":
          return {
            problem:
              "Somebody changed this text while you had it open. Nothing was overwritten: compare both below, press Keep mine to go on with yours, then save.",
          };
        case "invalid":
          return { problem: editProblemWords(result.problems[0].problem) };
        case "not_found":
          return gone;
      }
    },
  }),
  restore: pageAction(restoreText, {
    read,
    words(result): Outcome {
      switch (result.kind) {
        case "restored":
          return { message: "Restored as a draft" };
        case "unchanged":
          return { message: "The draft says this already" };
        case "no_place":
          return { problem: "This version cannot be restored: its text has no place here any more. Reload the page." };
        case "stale":
          return {
            problem:
              "A newer text came since you opened this page. Nothing was restored: look at that one, then restore if you still want to.",
          };
        case "invalid":
          return { problem: editProblemWords(result.problem) };
        case "not_found":
          return gone;
      }
    },
  }),
  generate: pageAction(regenerateTexts, {
    read,
    async words(result, { deps, shop, input: { contentTypes } }): Promise<Outcome> {
      switch (result.kind) {
        case "started": {
          const { jobId, modelRefused: refused } = result;
          const words = { kind: generateJob.kind, begins: "Generation started", queued: "Writing is queued", refused };
          return { message: await startedWords(deps, shop, words), jobId };
        }
        case "saved":
          return { message: contentTypes.length === 1 ? "Text saved as a draft" : "Drafts saved" };
        case "invalid":
          return { problem: regenerationProblemWords(result.problems) };
        case "not_found":
          return gone;
      }
    },
  }),
  attributes: pageAction(saveAttributes, { read, words: (result) => savedFacts("attributes", result) }),
  keywords: pageAction(saveKeywords, { read, words: (result) => savedFacts("keywords", result) }),
  approve: pageAction(approveTexts, {
    read,
    words(result, { input: { versionIds } }): Outcome {
      switch (result.kind) {
        case "approved": {
          const { approved, blockedLeft } = result;
          const done = approved === 1 ? "Text approved" : `${countOf(approved, "text")} approved`;
          const left = blockedLeft > 0 && versionIds.length > 1;
          return { message: left ? `${done}, ${blockedLeft} blocked by a check` : done };
        }
        case "approved_already":
          return { message: "Approved already" };
        case "blocked":
          return { problem: "A check blocks this text. Approve it alone if you are sure." };
        case "superseded":
          return superseded;
        case "not_found":
          return gone;
      }
    },
  }),
  reject: pageAction(rejectText, {
    read,
    words({ kind }): Outcome {
      switch (kind) {
        case "rejected":
          return { message: "Text rejected" };
        case "superseded":
          return superseded;
        case "not_found":
          return gone;
      }
    },
  }),
  publish: pageAction(publishTexts, {
    read,
    async words(result, { deps, shop }): Promise<Outcome> {
      if (result.kind === "not_found") return gone;
      if (result.kind === "unknown_content_type") {
        return { problem: "Your shop no longer has one of these content types. Reload the page." };
      }
      const { jobId } = result;
      const words = { kind: publishJob.kind, begins: "Publishing started", queued: "Publishing is queued" };
      return { message: await startedWords(deps, shop, words), jobId };
    },
  }),
  resolve: pageAction(decideConflict, {
    read,
    words({ kind }, { input: { keep } }): Outcome {
      if (kind === "stale") return { problem: "This was decided meanwhile. The page shows how it stands now." };
      return {
        message:
          keep === "theirs" ? "The live text stays" : "Your text is approved: publish it to replace the live one",
      };
    },
  }),
  finding: pageAction(decideFinding, {
    read,
    words({ kind }): Outcome {
      switch (kind) {
        case "kept":
          return { message: "Kept as it is" };
        case "taken_back":
          return { message: "Decision taken back" };
        case "superseded":
          return superseded;
        case "no_finding":
          return { problem: "This is no longer found in the text. The page shows how it stands now." };
        case "fixed":
          return { problem: "This cannot be kept: Shopify would refuse the text, or it holds code." };
        case "reason_missing":
          return { problem: "Say in a few words why it is right: your colleagues read it." };
        case "not_found":
          return gone;
      }
    },
  }),
  fix: pageAction(useFix, {
    read,
    words(result): Outcome {
      switch (result.kind) {
        case "fixed":
          return { message: "The fact's words are in the draft" };
        case "no_fix":
          return { problem: "These words can no longer be put in by themselves. Edit the text." };
        case "stale":
          return superseded;
        case "invalid":
          return { problem: editProblemWords(result.problem) };
        case "not_found":
          return gone;
      }
    },
  }),
  undo: pageAction(undoPublication, {
    read,
    words(result): Outcome {
      switch (result.kind) {
        case "started":
          return { message: "Undo started", jobId: result.jobId };
        case "nothing_to_undo":
          return { problem: "There is no publication to undo any more." };
        case "stale":
          return { problem: "Something was published or undone since you opened this page. Look at it again first." };
      }
    },
  }),
};

type SavedFacts = Awaited<ReturnType<typeof saveAttributes.run | typeof saveKeywords.run>>;

function savedFacts(what: "attributes" | "keywords", result: SavedFacts): Outcome {
  switch (result.kind) {
    case "saved": {
      const name = what === "attributes" ? "Attributes" : "Keywords";
      return { message: result.changed ? `${name} saved. Texts written before can be generated again` : "Saved" };
    }
    case "stale":
      return {
        problem: `Somebody changed the ${what} of this product while you had them open. Nothing was overwritten: theirs are shown above yours.`,
        stale: true,
      };
    case "invalid":
      return { problem: factsProblemWords(result.problem) };
    case "not_found":
      return gone;
  }
}
