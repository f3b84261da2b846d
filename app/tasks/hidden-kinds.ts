import { refreshCollectionsJob, refreshProductJob } from "../catalog/jobs.ts";
import { batchJob } from "../generation/jobs.ts";
import { checkWritesJob } from "../publishing/jobs.ts";
import { markLiveTextsJob } from "../quality/near-duplicates/start-marking.ts";
import { examineEditJob } from "../versions/examine-edit-job.ts";
import { confirmUninstallJob, forgetShopJob } from "./leaving-jobs.ts";

/** Work of the app's own that nobody asked for: no list of jobs shows it, so nobody would miss it when it fails. */
export const hiddenKinds: readonly string[] = [
  batchJob.kind,
  examineEditJob.kind,
  markLiveTextsJob.kind,
  checkWritesJob.kind,
  refreshProductJob.kind,
  refreshCollectionsJob.kind,
  confirmUninstallJob.kind,
  forgetShopJob.kind,
];

/** Ends of such work that are answers rather than failures. */
export const finalCodes = ["still_installed"] as const;
