import type { i18n } from "i18next";
import type { z } from "zod";
import { planWriting } from "../../commands/products/plan-writing.ts";
import { approveTexts } from "../../commands/texts/approve-texts.ts";
import { decideConflict } from "../../commands/texts/decide-conflict.ts";
import { decideFinding } from "../../commands/texts/decide-finding.ts";
import { editTexts } from "../../commands/texts/edit-texts.ts";
import { keepOriginal } from "../../commands/texts/keep-original.ts";
import { publishTexts } from "../../commands/texts/publish-texts.ts";
import { regenerateTexts } from "../../commands/texts/regenerate-texts.ts";
import { rejectText } from "../../commands/texts/reject-text.ts";
import { restoreText } from "../../commands/texts/restore-text.ts";
import { saveAttributes } from "../../commands/texts/save-attributes.ts";
import { saveKeywords } from "../../commands/texts/save-keywords.ts";
import { setProductHandsOff } from "../../commands/texts/set-hands-off.ts";
import { undoPublication } from "../../commands/texts/undo-publication.ts";
import { useFix } from "../../commands/texts/use-fix.ts";
import { useGeneralText } from "../../commands/texts/use-general-text.ts";
import { generateJob } from "../../generation/jobs.ts";
import { publishJob } from "../../publishing/jobs.ts";
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
  handsOff: setProductHandsOff,
  approve: approveTexts,
  reject: rejectText,
  publish: publishTexts,
  resolve: decideConflict,
  finding: decideFinding,
  fix: useFix,
  undo: undoPublication,
  general: useGeneralText,
  keepOriginal,
};

type Requests = {
  [Intent in keyof typeof commands]: { intent: Intent } & Omit<
    z.input<(typeof commands)[Intent]["input"]>,
    "productId"
  >;
};
/** What the product page sends, as JSON. */
export type ProductRequest = Requests[keyof Requests] | { intent: "plan" };

const read = fromJson("productId");

/** What a person can do on a product's page, and the messages they get. */
export const productActions = {
  edit: pageAction(editTexts, {
    read,
    words(result, { t, input: { edits } }): Outcome {
      switch (result.kind) {
        case "saved":
          return { message: t("answers:product.saved", { count: edits.length }) };
        case "too_much":
          return {
            problem: t("answers:product.tooMuch"),
          };
        case "stale":
          return {
            problem: t("answers:product.stale"),
          };
        case "invalid":
          return { problem: editProblemWords(t, result.problems[0].problem) };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
  restore: pageAction(restoreText, {
    read,
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "restored":
          return { message: t("answers:product.restored") };
        case "unchanged":
          return { message: t("answers:product.unchanged") };
        case "no_place":
          return { problem: t("answers:product.noPlace") };
        case "stale":
          return {
            problem: t("answers:product.restoreStale"),
          };
        case "invalid":
          return { problem: editProblemWords(t, result.problem) };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
  generate: pageAction(regenerateTexts, {
    read,
    async words(result, { deps, shop, t, input: { contentTypes } }): Promise<Outcome> {
      switch (result.kind) {
        case "started": {
          const { jobId, modelRefused: refused } = result;
          const begins = t("answers:product.writing");
          const queued = t("answers:product.writingQueued");
          const work = { t, kind: generateJob.kind, begins, queued, refused };
          return { message: await startedWords(deps, shop, work), jobId };
        }
        case "saved":
          return { message: t("answers:product.savedDraft", { count: contentTypes.length }) };
        case "invalid":
          return { problem: regenerationProblemWords(t, result.problems) };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
  plan: pageAction(planWriting, {
    read: ({ about }) => ({ selection: { ids: [about] } }),
    words: ({ plan }) => ({ message: "", plan }),
  }),
  attributes: pageAction(saveAttributes, { read, words: (result, { t }) => savedFacts(t, "attributes", result) }),
  keywords: pageAction(saveKeywords, { read, words: (result, { t }) => savedFacts(t, "keywords", result) }),
  handsOff: pageAction(setProductHandsOff, {
    read,
    words(result, { t, input: { off } }): Outcome {
      if (result.kind === "not_found") return { problem: t("answers:product.gone") };
      return { message: t(off ? "answers:product.handsOff" : "answers:product.handsOn") };
    },
  }),
  approve: pageAction(approveTexts, {
    read,
    words(result, { t, input: { versionIds } }): Outcome {
      switch (result.kind) {
        case "approved": {
          const { approved, blockedLeft } = result;
          const done = t("answers:product.approved", { count: approved });
          const left = blockedLeft > 0 && versionIds.length > 1;
          return { message: left ? t("answers:product.approvedBut", { approved: done, blocked: blockedLeft }) : done };
        }
        case "approved_already":
          return { message: t("answers:product.approvedAlready") };
        case "blocked":
          return { problem: t("answers:product.blocked") };
        case "superseded":
          return { problem: t("answers:product.superseded") };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
  reject: pageAction(rejectText, {
    read,
    words({ kind }, { t }): Outcome {
      switch (kind) {
        case "rejected":
          return { message: t("answers:product.rejected") };
        case "superseded":
          return { problem: t("answers:product.superseded") };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
  publish: pageAction(publishTexts, {
    read,
    async words(result, { deps, shop, t }): Promise<Outcome> {
      if (result.kind === "not_found") return { problem: t("answers:product.gone") };
      if (result.kind === "unknown_content_type") {
        return { problem: t("answers:product.noType") };
      }
      const { jobId } = result;
      const begins = t("answers:product.publishing");
      const queued = t("answers:product.publishingQueued");
      return { message: await startedWords(deps, shop, { t, kind: publishJob.kind, begins, queued }), jobId };
    },
  }),
  resolve: pageAction(decideConflict, {
    read,
    words({ kind }, { t, input: { keep } }): Outcome {
      if (kind === "stale") return { problem: t("answers:product.decided") };
      return {
        message: t(keep === "theirs" ? "answers:product.liveStays" : "answers:product.oursApproved"),
      };
    },
  }),
  finding: pageAction(decideFinding, {
    read,
    words({ kind }, { t }): Outcome {
      switch (kind) {
        case "kept":
          return { message: t("answers:product.kept") };
        case "taken_back":
          return { message: t("answers:product.takenBack") };
        case "superseded":
          return { problem: t("answers:product.superseded") };
        case "no_finding":
          return { problem: t("answers:product.noFinding") };
        case "fixed":
          return { problem: t("answers:product.fixed") };
        case "reason_missing":
          return { problem: t("answers:product.reasonMissing") };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
  fix: pageAction(useFix, {
    read,
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "fixed":
          return { message: t("answers:product.fixUsed") };
        case "no_fix":
          return { problem: t("answers:product.noFix") };
        case "stale":
          return { problem: t("answers:product.superseded") };
        case "invalid":
          return { problem: editProblemWords(t, result.problem) };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
  general: pageAction(useGeneralText, {
    read,
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "started":
          return { message: t("answers:product.usingGeneral"), jobId: result.jobId };
        case "approved":
          return { message: t("answers:product.generalApproved") };
        case "stale":
          return { problem: t("answers:product.stale") };
        case "not_found":
          return { problem: t("answers:product.noGeneral") };
      }
    },
  }),
  keepOriginal: pageAction(keepOriginal, {
    read,
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "approved":
          return { message: t("answers:product.keptOriginal") };
        case "stale":
          return { problem: t("answers:product.stale") };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
  undo: pageAction(undoPublication, {
    read,
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "started":
          return { message: t("answers:product.undoing"), jobId: result.jobId };
        case "nothing_to_undo":
          return { problem: t("answers:product.nothingToUndo") };
        case "stale":
          return { problem: t("answers:product.undoStale") };
      }
    },
  }),
};

type SavedFacts = Awaited<ReturnType<typeof saveAttributes.run | typeof saveKeywords.run>>;

function savedFacts(t: i18n["t"], what: "attributes" | "keywords", result: SavedFacts): Outcome {
  switch (result.kind) {
    case "saved":
      return { message: t(result.changed ? `answers:product.${what}Saved` : "answers:common.saved") };
    case "stale":
      return {
        problem: t(`answers:product.${what}Stale`),
        stale: true,
      };
    case "invalid":
      return { problem: factsProblemWords(t, result.problem) };
    case "not_found":
      return { problem: t("answers:product.gone") };
  }
}
