import type { CommandTraits } from "../../commands/command.ts";
import { isRecord } from "../../lib/json.ts";
import { contentTypesActions } from "../content-types/actions.ts";
import { feedsActions } from "../feeds/actions.ts";
import { homeActions } from "../home/actions.ts";
import { languagesActions } from "../languages/actions.ts";
import { pauseActions } from "../pause-actions.ts";
import { productActions } from "../product/actions.ts";
import { wordsActions } from "../product/words-actions.ts";
import { productsActions } from "../products/actions.ts";
import { reviewActions } from "../review/actions.ts";
import { reviewsActions } from "../reviews/actions.ts";
import { assignmentsActions } from "../rules/assignments-actions.ts";
import { configActions } from "../rules/config-actions.ts";
import { configsActions } from "../rules/configs-actions.ts";
import { glossaryActions } from "../rules/glossary-actions.ts";
import { termsActions } from "../rules/terms-actions.ts";
import { failedActions } from "../runs/failed-actions.ts";
import { endedActions, runActions } from "../runs/run-actions.ts";
import { settingsActions } from "../settings/actions.ts";

/**
 * All that pages let do, by page and intent, with the command that each asks for. What is not listed is refused, so that a new
 * action cannot go without a key and a line in the log.
 */
export const pageActions = {
  home: homeActions,
  products: productsActions,
  product: productActions,
  words: wordsActions,
  languages: languagesActions,
  job: runActions,
  ended: endedActions,
  failed: failedActions,
  configs: configsActions,
  config: configActions,
  assignments: assignmentsActions,
  glossary: glossaryActions,
  terms: termsActions,
  contentTypes: contentTypesActions,
  review: reviewActions,
  reviews: reviewsActions,
  feeds: feedsActions,
  settings: settingsActions,
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
