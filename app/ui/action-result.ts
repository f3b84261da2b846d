import type { ModelTestView } from "./settings/test-report.tsx";

/**
 * What an action of a page answers, said in a toast or a banner. `at` tells one answer from the next, equal one. `lost`: there
 * was no answer of the app, so that this sending or one before it may have been done all the same. `stale`: somebody saved the same meanwhile; sent again with what
 * the page shows by then, it is done.
 */
export type ActionResult =
  | {
      ok: true;
      message: string;
      jobId?: string;
      viewId?: string;
      configId?: string;
      sampled?: string[];
      tests?: ModelTestView[];
      at: number;
    }
  | {
      ok: false;
      message: string;
      fields?: Record<string, string>;
      lost?: boolean;
      stale?: boolean;
      tests?: ModelTestView[];
      at: number;
    };
