import type { RateKind } from "../../lib/rate-limits.ts";
import { actionOf, type PageName, readsOnly } from "./actions.ts";

const checksTexts = new Set(["product.edit", "product.restore", "product.resolve"]);
const callsModel = new Set(["config.try", "settings.test"]);

/** By which limit an action is counted. */
export function rateOf(page: PageName, intent: string): RateKind {
  const name = `${page}.${intent}`;
  if (checksTexts.has(name)) return "texts";
  const action = actionOf(page, intent);
  if (action === undefined || action === readsOnly) return "anything";
  if (callsModel.has(name) || action.kind === "writing") return "work";
  return action.kind === "rules" ? "rules" : "anything";
}

/** For a person whose action was not done. @param seconds after which it will be */
export function tooOftenWords(seconds: number): string {
  const wait = seconds === 1 ? "in a second" : `in ${seconds} seconds`;
  return `That was asked for very often within a minute, so this time it was not done. What you entered is still here: try again ${wait}.`;
}
