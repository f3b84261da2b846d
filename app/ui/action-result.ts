/** What an action of a page answers, said in a toast or a banner. `at` tells one answer from the next, equal one. */
export type ActionResult =
  | { ok: true; message: string; jobId?: string; viewId?: string; configId?: string; at: number }
  | { ok: false; message: string; fields?: Record<string, string>; at: number };
