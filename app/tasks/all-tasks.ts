import type { AnyTask } from "../jobs/task.ts";
import { createAdaptTask } from "./adapt-content.ts";
import { createLiveCheckTask } from "./check-live-texts.ts";
import { createCheckTask } from "./check-writes.ts";
import { createClassifyTask } from "./classify-products.ts";
import { createConfirmUninstallTask } from "./confirm-uninstall.ts";
import { createEraseTask } from "./erase-shop.ts";
import { createExamineTask } from "./examine-edit.ts";
import { createForgetShopTask } from "./forget-shop.ts";
import { createGenerateTask } from "./generate-content.ts";
import { createImportTask } from "./import-products.ts";
import { createTextsTask } from "./import-texts.ts";
import { createEndMailTask } from "./mail-end.ts";
import { createMarkTask } from "./mark-live-texts.ts";
import { createPublishTask } from "./publish.ts";
import { createRecheckTask } from "./recheck-drafts.ts";
import { createCollectionsTask } from "./refresh-collections.ts";
import { createLanguagesTask } from "./refresh-languages.ts";
import { createRefreshTask } from "./refresh-product.ts";
import { createBatchTask } from "./run-batches.ts";
import { createSummariseTask } from "./summarise-reviews.ts";
import { createTranslateTask } from "./translate-content.ts";
import { createTryTask } from "./try-config.ts";
import { createUndoTask } from "./undo.ts";
import { createFeedTask } from "./write-feed.ts";

type Deps = Parameters<typeof createImportTask>[0] &
  Parameters<typeof createGenerateTask>[0] &
  Parameters<typeof createLiveCheckTask>[0] &
  Parameters<typeof createEndMailTask>[0] &
  Parameters<typeof createFeedTask>[0];

/** Every kind of job the worker can do. A new kind is added here. */
export function allTasks(deps: Deps): AnyTask[] {
  return [
    createImportTask(deps),
    createTextsTask(deps),
    createRefreshTask(deps),
    createCollectionsTask(deps),
    createLanguagesTask(deps),
    createMarkTask(deps),
    createLiveCheckTask(deps),
    createGenerateTask(deps),
    createTranslateTask(deps),
    createSummariseTask(deps),
    createAdaptTask(deps),
    createClassifyTask(deps),
    createExamineTask(deps),
    createRecheckTask(deps),
    createBatchTask(deps),
    createTryTask(deps),
    createPublishTask(deps),
    createUndoTask(deps),
    createCheckTask(deps),
    createConfirmUninstallTask(deps),
    createForgetShopTask(deps),
    createEraseTask(deps),
    createEndMailTask(deps),
    createFeedTask(deps),
  ];
}
