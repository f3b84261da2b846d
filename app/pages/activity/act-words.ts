import { allCommands, type CommandName } from "../../commands/all-commands.ts";
import type { ActKindView } from "../../ui/activity/activity-view.ts";

/** Commands that change nothing leave no line. */
type ActName = Exclude<CommandName, "products.losses" | "review.open" | "review.extend" | "review.release">;

/** What was done, in the words of the log of activity. */
export const actWords: Record<ActName, string> = {
  "products.import": "Started an import",
  "products.generate": "Started writing texts",
  "products.approve": "Approved drafts",
  "products.publish": "Started publishing",
  "products.view-create": "Saved a view",
  "products.view-rename": "Renamed a view",
  "products.view-save": "Changed a view",
  "products.view-delete": "Deleted a view",
  "product.edit": "Edited texts",
  "product.restore": "Restored an earlier text",
  "product.generate": "Started writing texts",
  "product.attributes": "Changed attributes",
  "product.keywords": "Changed keywords",
  "product.approve": "Approved drafts",
  "product.reject": "Rejected a text",
  "product.publish": "Started publishing",
  "product.resolve": "Decided a conflict",
  "product.decide_finding": "Decided a finding",
  "product.use_fix": "Used the fact's words",
  "product.undo": "Started an undo",
  "review.decide": "Decided in the review",
  "review.take_back": "Took a decision back",
  "review.approve_clean": "Approved drafts without findings",
  "review.take_back_clean": "Took decisions back",
  "job.cancel": "Cancelled a job",
  "job.retry": "Tried failed products again",
  "job.undo": "Started an undo",
  "failed.retry": "Tried failed work again",
  "configs.import": "Imported rules",
  "configs.merge": "Merged rules",
  "config.save": "Changed rules",
  "config.duplicate": "Duplicated rules",
  "config.delete": "Deleted rules",
  "config.restore": "Restored earlier rules",
  "config.try": "Tried rules",
  "config.add-types": "Added content types",
  "assignments.save": "Changed which rules apply",
  "glossary.save": "Changed the glossary",
  "contentTypes.add": "Added a content type",
  "contentTypes.change": "Changed a content type",
  "contentTypes.publish": "Changed what is published",
  "contentTypes.want": "Changed what counts as missing",
  "contentTypes.remove": "Removed a content type",
  "settings.save": "Changed settings",
  "settings.test": "Tested the model",
  "pauses.continue": "Let paused work go on",
  "pauses.try": "Asked at once who did not answer",
};

/** Names under which lines were written once → the command's name since. */
const formerNames: Readonly<Record<string, ActName>> = {
  "configs.duplicate": "config.duplicate",
  "configs.delete": "config.delete",
  "parks.continue": "pauses.continue",
  "parks.try": "pauses.try",
};

/** What the program does by itself or after a notice from Shopify. */
const ownActs: Record<string, string> = {
  "shop.installed": "The app was installed",
  "shop.token_lost": "Shopify withdrew the app's access",
  "shop.token_gained": "Shopify gave the app access again",
  "shop.uninstalled": "The app was uninstalled",
};

const words: Record<string, string> = { ...actWords, ...ownActs };

/** The words for what a line of the log records; the raw name where there are none. */
export function wordsOf(action: string): string {
  const name = (Object.hasOwn(formerNames, action) ? formerNames[action] : undefined) ?? action;
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? action;
}

/** Under which names lines of a kind are in the log. */
export function actionsOfKind(kind: ActKindView): string[] {
  if (kind === "access") return Object.keys(ownActs);
  const names: string[] = allCommands.filter((command) => command.kind === kind).map(({ name }) => name);
  const former = Object.keys(formerNames).filter((name) => names.includes(formerNames[name] ?? ""));
  return [...names, ...former];
}
