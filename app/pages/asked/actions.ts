import type { CommandKind, CommandTraits } from "../../commands/command.ts";
import { isRecord } from "../../lib/json.ts";
import type { RateKind } from "../../lib/rate-limits.ts";
import { failedActions } from "../jobs/failed-actions.ts";
import { jobActions } from "../jobs/job-actions.ts";
import { pauseActions } from "../pause-actions.ts";
import { productActions } from "../product/actions.ts";
import { productsActions } from "../products/actions.ts";

function of(name: string, kind: CommandKind | null, rate: RateKind): { command: CommandTraits } {
  return { command: { name, kind, rate } };
}

/**
 * All that pages let do, by page and intent, with the command that each asks for. What is not listed is refused, so that a new
 * action cannot go without a key and a line in the log.
 */
export const pageActions = {
  products: productsActions,
  product: productActions,
  job: jobActions,
  failed: failedActions,
  configs: {
    import: of("configs.import", "rules", "rules"),
    merge: of("configs.merge", "rules", "rules"),
    duplicate: of("configs.duplicate", "rules", "rules"),
    delete: of("configs.delete", "rules", "rules"),
  },
  config: {
    save: of("config.save", "rules", "rules"),
    duplicate: of("config.duplicate", "rules", "rules"),
    delete: of("config.delete", "rules", "rules"),
    restore: of("config.restore", "rules", "rules"),
    try: of("config.try", "rules", "work"),
    "add-types": of("config.add-types", "rules", "rules"),
  },
  assignments: { save: of("assignments.save", "rules", "rules") },
  glossary: { save: of("glossary.save", "rules", "rules") },
  contentTypes: {
    add: of("contentTypes.add", "rules", "rules"),
    change: of("contentTypes.change", "rules", "rules"),
    publish: of("contentTypes.publish", "rules", "rules"),
    want: of("contentTypes.want", "rules", "rules"),
    remove: of("contentTypes.remove", "rules", "rules"),
  },
  settings: {
    save: of("settings.save", "settings", "anything"),
    test: of("settings.test", "settings", "work"),
  },
  pauses: pauseActions,
} satisfies Record<string, Record<string, { command: CommandTraits }>>;

export type PageName = keyof typeof pageActions;

/** What is known of an action, undefined for what no page asks for. */
export function commandOf(page: PageName, intent: string): CommandTraits | undefined {
  const actions: Record<string, { command: CommandTraits }> = pageActions[page];
  return Object.hasOwn(actions, intent) ? actions[intent]?.command : undefined;
}

/** Pages that do one thing alone name no intent. */
const onlyIntents: Partial<Record<PageName, string>> = { assignments: "save", glossary: "save" };

/** What a page asks for, "" for nothing. @param body what was sent: a form, or JSON */
export function intentOf(page: PageName, body: unknown): string {
  const sent = body instanceof FormData ? body.get("intent") : isRecord(body) ? body.intent : undefined;
  return onlyIntents[page] ?? (typeof sent === "string" ? sent : "");
}
