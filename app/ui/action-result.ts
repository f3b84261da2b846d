/** What an action of a page answers: shown as a toast, or as a banner when something is to be done about it. */
export type ActionResult =
  | { ok: true; message: string; jobId?: string /** tells one answer from the next, equal one */; at: number }
  | { ok: false; message: string; fields?: Record<string, string>; at: number };
