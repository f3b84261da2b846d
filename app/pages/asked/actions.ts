/** Groups of acts, as the log of activity filters them. */
export type ActKind = "texts" | "publishing" | "writing" | "rules" | "settings" | "lists" | "access";

export interface PageAction {
  kind: ActKind;
  /** what it did, as the log of activity says it */
  says: string;
}

/** An action that changes nothing and costs nothing: it needs no key. */
export const readsOnly = "reads only";

/**
 * All that a person can ask for, by page and intent. What is not listed is refused, so that a new action cannot go without a
 * key and a line in the log.
 */
export const pageActions = {
  products: {
    import: { kind: "writing", says: "Started an import" },
    generate: { kind: "writing", says: "Started writing texts" },
    approve: { kind: "texts", says: "Approved drafts" },
    losses: readsOnly,
    publish: { kind: "publishing", says: "Started publishing" },
    "view-create": { kind: "lists", says: "Saved a view" },
    "view-rename": { kind: "lists", says: "Renamed a view" },
    "view-save": { kind: "lists", says: "Changed a view" },
    "view-delete": { kind: "lists", says: "Deleted a view" },
  },
  product: {
    edit: { kind: "texts", says: "Edited texts" },
    restore: { kind: "texts", says: "Restored an earlier text" },
    generate: { kind: "writing", says: "Started writing texts" },
    attributes: { kind: "texts", says: "Changed attributes" },
    keywords: { kind: "texts", says: "Changed keywords" },
    approve: { kind: "texts", says: "Approved drafts" },
    reject: { kind: "texts", says: "Rejected a text" },
    publish: { kind: "publishing", says: "Started publishing" },
    resolve: { kind: "texts", says: "Decided a conflict" },
    undo: { kind: "publishing", says: "Started an undo" },
  },
  job: {
    cancel: { kind: "writing", says: "Cancelled a job" },
    retry: { kind: "writing", says: "Tried failed products again" },
    undo: { kind: "publishing", says: "Started an undo" },
  },
  failed: {
    retry: { kind: "writing", says: "Tried failed work again" },
  },
  configs: {
    import: { kind: "rules", says: "Imported rules" },
    merge: { kind: "rules", says: "Merged rules" },
    duplicate: { kind: "rules", says: "Duplicated rules" },
    delete: { kind: "rules", says: "Deleted rules" },
  },
  config: {
    save: { kind: "rules", says: "Changed rules" },
    duplicate: { kind: "rules", says: "Duplicated rules" },
    delete: { kind: "rules", says: "Deleted rules" },
    restore: { kind: "rules", says: "Restored earlier rules" },
    try: { kind: "rules", says: "Tried rules" },
    "add-types": { kind: "rules", says: "Added content types" },
  },
  assignments: { save: { kind: "rules", says: "Changed which rules apply" } },
  glossary: { save: { kind: "rules", says: "Changed the glossary" } },
  contentTypes: {
    add: { kind: "rules", says: "Added a content type" },
    change: { kind: "rules", says: "Changed a content type" },
    publish: { kind: "rules", says: "Changed what is published" },
    want: { kind: "rules", says: "Changed what counts as missing" },
    remove: { kind: "rules", says: "Removed a content type" },
  },
  settings: {
    save: { kind: "settings", says: "Changed settings" },
    test: { kind: "settings", says: "Tested the model" },
  },
  pauses: {
    continue: { kind: "settings", says: "Let paused work go on" },
    try: { kind: "settings", says: "Asked at once who did not answer" },
  },
} as const satisfies Record<string, Record<string, PageAction | typeof readsOnly>>;

export type PageName = keyof typeof pageActions;

/** Undefined for what no page asks for. */
export function actionOf(page: PageName, intent: string): PageAction | typeof readsOnly | undefined {
  const actions: Record<string, PageAction | typeof readsOnly> = pageActions[page];
  return Object.hasOwn(actions, intent) ? actions[intent] : undefined;
}
