import { addChannelRule } from "./channels/add-rule.ts";
import { changeChannelRule } from "./channels/change-rule.ts";
import { undoChannelRule } from "./channels/undo-rule-change.ts";
import { addType } from "./content-types/add-type.ts";
import { addTypesOfRules } from "./content-types/add-types-of-rules.ts";
import { changeType } from "./content-types/change-type.ts";
import { removeType } from "./content-types/remove-type.ts";
import { setTypePublished } from "./content-types/set-type-published.ts";
import { setTypeWanted } from "./content-types/set-type-wanted.ts";
import { deleteFeed } from "./feeds/delete-feed.ts";
import { deleteFeedTemplate } from "./feeds/delete-feed-template.ts";
import { makeFeed } from "./feeds/make-feed.ts";
import { saveFeed } from "./feeds/save-feed.ts";
import { saveFeedTemplate } from "./feeds/save-feed-template.ts";
import { setFeedAddress } from "./feeds/set-feed-address.ts";
import { cancelJob } from "./jobs/cancel-job.ts";
import { dismissEnd } from "./jobs/dismiss-end.ts";
import { goOnWithJob } from "./jobs/go-on-with-job.ts";
import { holdJob } from "./jobs/hold-job.ts";
import { retryFailedWork } from "./jobs/retry-failed-work.ts";
import { retryJob } from "./jobs/retry-job.ts";
import { undoJob } from "./jobs/undo-job.ts";
import { continueWork } from "./pauses/continue-work.ts";
import { tryNow } from "./pauses/try-now.ts";
import { adaptProducts } from "./products/adapt-products.ts";
import { approveDrafts } from "./products/approve-drafts.ts";
import { classifyProducts } from "./products/classify-products.ts";
import { generateTexts } from "./products/generate-texts.ts";
import { importProducts } from "./products/import-products.ts";
import { planProductAdaptation } from "./products/plan-adaptation.ts";
import { planProductTranslation } from "./products/plan-translation.ts";
import { planWriting } from "./products/plan-writing.ts";
import { publishProducts } from "./products/publish-products.ts";
import { readLosses } from "./products/read-losses.ts";
import { translateProducts } from "./products/translate-products.ts";
import { approveCleanReview } from "./review/approve-clean-review.ts";
import { decideConflictsReview } from "./review/decide-conflicts-review.ts";
import { decideReview } from "./review/decide-review.ts";
import { extendReview } from "./review/extend-review.ts";
import { openReview } from "./review/open-review.ts";
import { publishReview } from "./review/publish-review.ts";
import { releaseReview } from "./review/release-review.ts";
import { takeBackCleanReview } from "./review/take-back-clean-review.ts";
import { takeBackReview } from "./review/take-back-review.ts";
import { deleteReviews } from "./reviews/delete-reviews.ts";
import { importReviews } from "./reviews/import-reviews.ts";
import { previewReviews } from "./reviews/preview-reviews.ts";
import { summariseReviews } from "./reviews/summarise-reviews.ts";
import { assignRules } from "./rules/assign-rules.ts";
import { deleteRules } from "./rules/delete-rules.ts";
import { dryRunRules } from "./rules/dry-run-rules.ts";
import { duplicateRules } from "./rules/duplicate-rules.ts";
import { findAgainst } from "./rules/find-against-terms.ts";
import { importRules } from "./rules/import-rules.ts";
import { importTerms } from "./rules/import-terms.ts";
import { markTexts } from "./rules/mark-texts.ts";
import { mergeRules } from "./rules/merge-rules.ts";
import { previewTerms } from "./rules/preview-terms.ts";
import { recheckDrafts } from "./rules/recheck-drafts.ts";
import { restoreRules } from "./rules/restore-rules.ts";
import { saveGlossary } from "./rules/save-glossary.ts";
import { saveRules } from "./rules/save-rules.ts";
import { saveTerms } from "./rules/save-terms.ts";
import { tryRules } from "./rules/try-rules.ts";
import { eraseData } from "./settings/erase-data.ts";
import { saveSettings } from "./settings/save-settings.ts";
import { testModels } from "./settings/test-models.ts";
import { hideSetup } from "./setup/hide-setup.ts";
import { approveTexts } from "./texts/approve-texts.ts";
import { checkText } from "./texts/check-text.ts";
import { decideConflict } from "./texts/decide-conflict.ts";
import { decideFinding } from "./texts/decide-finding.ts";
import { editTexts } from "./texts/edit-texts.ts";
import { keepOriginal } from "./texts/keep-original.ts";
import { publishTexts } from "./texts/publish-texts.ts";
import { regenerateTexts } from "./texts/regenerate-texts.ts";
import { rejectText } from "./texts/reject-text.ts";
import { restoreText } from "./texts/restore-text.ts";
import { saveAttributes } from "./texts/save-attributes.ts";
import { saveKeywords } from "./texts/save-keywords.ts";
import { setProductHandsOff } from "./texts/set-hands-off.ts";
import { undoPublication } from "./texts/undo-publication.ts";
import { useFix } from "./texts/use-fix.ts";
import { useGeneralText } from "./texts/use-general-text.ts";
import { writeText } from "./texts/write-text.ts";
import { changeView } from "./views/change-view.ts";
import { createView } from "./views/create-view.ts";
import { deleteView } from "./views/delete-view.ts";
import { renameView } from "./views/rename-view.ts";

/** Everything that can be asked for. What is not here has no words in the log of activity. */
export const allCommands = [
  addType,
  addTypesOfRules,
  changeType,
  removeType,
  setTypePublished,
  setTypeWanted,
  saveFeed,
  deleteFeed,
  makeFeed,
  setFeedAddress,
  saveFeedTemplate,
  deleteFeedTemplate,
  cancelJob,
  holdJob,
  goOnWithJob,
  dismissEnd,
  retryFailedWork,
  retryJob,
  undoJob,
  continueWork,
  tryNow,
  approveDrafts,
  generateTexts,
  importProducts,
  planProductTranslation,
  planWriting,
  publishProducts,
  readLosses,
  translateProducts,
  adaptProducts,
  planProductAdaptation,
  classifyProducts,
  approveCleanReview,
  decideConflictsReview,
  decideReview,
  extendReview,
  openReview,
  publishReview,
  releaseReview,
  takeBackCleanReview,
  takeBackReview,
  previewReviews,
  importReviews,
  deleteReviews,
  summariseReviews,
  addChannelRule,
  changeChannelRule,
  undoChannelRule,
  assignRules,
  deleteRules,
  dryRunRules,
  duplicateRules,
  importRules,
  markTexts,
  mergeRules,
  recheckDrafts,
  restoreRules,
  saveGlossary,
  saveTerms,
  importTerms,
  previewTerms,
  findAgainst,
  saveRules,
  tryRules,
  eraseData,
  saveSettings,
  testModels,
  hideSetup,
  approveTexts,
  checkText,
  decideConflict,
  decideFinding,
  editTexts,
  publishTexts,
  regenerateTexts,
  rejectText,
  restoreText,
  saveAttributes,
  saveKeywords,
  setProductHandsOff,
  undoPublication,
  useFix,
  useGeneralText,
  keepOriginal,
  writeText,
  changeView,
  createView,
  deleteView,
  renameView,
] as const;

export type CommandName = (typeof allCommands)[number]["name"];
