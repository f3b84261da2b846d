import type { AnyTask } from "../jobs/task.ts";
import { createCheckTask } from "./check-writes.ts";
import { createConfirmUninstallTask } from "./confirm-uninstall.ts";
import { createForgetShopTask } from "./forget-shop.ts";
import { createGenerateTask } from "./generate-content.ts";
import { createImportTask } from "./import-products.ts";
import { createMarkTask } from "./mark-live-texts.ts";
import { createPublishTask } from "./publish.ts";
import { createCollectionsTask } from "./refresh-collections.ts";
import { createRefreshTask } from "./refresh-product.ts";
import { createBatchTask } from "./run-batches.ts";
import { createTryTask } from "./try-config.ts";
import { createUndoTask } from "./undo.ts";

type Makers = [
  typeof createImportTask,
  typeof createRefreshTask,
  typeof createCollectionsTask,
  typeof createMarkTask,
  typeof createGenerateTask,
  typeof createBatchTask,
  typeof createTryTask,
  typeof createPublishTask,
  typeof createUndoTask,
  typeof createCheckTask,
  typeof createConfirmUninstallTask,
  typeof createForgetShopTask,
];
type DepsOf<M> = M extends [(deps: infer First) => unknown, ...infer Rest] ? First & DepsOf<Rest> : unknown;

/** Every kind of job the worker can do. A new kind is added here. */
export function allTasks(context: DepsOf<Makers>): AnyTask[] {
  return [
    createImportTask(context),
    createRefreshTask(context),
    createCollectionsTask(context),
    createMarkTask(context),
    createGenerateTask(context),
    createBatchTask(context),
    createTryTask(context),
    createPublishTask(context),
    createUndoTask(context),
    createCheckTask(context),
    createConfirmUninstallTask(context),
    createForgetShopTask(context),
  ] as AnyTask[];
}
