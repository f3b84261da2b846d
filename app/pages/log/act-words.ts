import type { i18n } from "i18next";
import { allCommands, type CommandName } from "../../commands/all-commands.ts";
import type { ActKindView } from "../../ui/log/log-view.ts";

/** Commands that change nothing leave no line. */
type ActName = Exclude<
  CommandName,
  | "products.losses"
  | "products.plan"
  | "products.plan_translation"
  | "products.plan_adaptation"
  | "product.check"
  | "review.open"
  | "review.extend"
  | "review.release"
  | "job.dismiss_end"
  | "config.mark"
  | "config.dry_run"
  | "glossary.preview_terms"
  | "glossary.find_against"
  | "reviews.preview"
>;

/** Names under which lines were written once → the command's name since. */
const formerNames: Readonly<Record<string, ActName>> = {
  "configs.duplicate": "config.duplicate",
  "configs.delete": "config.delete",
  "parks.continue": "pauses.continue",
  "parks.try": "pauses.try",
};

/** What the program does by itself or after a notice from Shopify. */
const ownActs = ["shop.installed", "shop.token_lost", "shop.token_gained", "shop.uninstalled"] as const;

/** A name as the catalogue's key: there a point leads further in. */
type KeyOf<Name extends string> = Name extends `${infer Head}.${infer Tail}`
  ? KeyOf<`${Head}_${Tail}`>
  : Name extends `${infer Head}-${infer Tail}`
    ? KeyOf<`${Head}_${Tail}`>
    : Name;
type ActKey = KeyOf<ActName | (typeof ownActs)[number]>;

/** The words for what a line of the log records; the raw name where there are none. */
export function wordsOf({ t, exists }: Pick<i18n, "t" | "exists">, action: string): string {
  const name = (Object.hasOwn(formerNames, action) ? formerNames[action] : undefined) ?? action;
  const key = name.replace(/[.-]/g, "_") as ActKey;
  return exists(`log:act.${key}`) ? t(`log:act.${key}`) : action;
}

/** Under which names lines of a kind are in the log. */
export function actionsOfKind(kind: ActKindView): string[] {
  if (kind === "access") return [...ownActs];
  const names: string[] = allCommands.filter((command) => command.kind === kind).map(({ name }) => name);
  const former = Object.keys(formerNames).filter((name) => names.includes(formerNames[name] ?? ""));
  return [...names, ...former];
}
