import type { Asker } from "../../../app/commands/command.ts";
import { actOn, type PageActions } from "../../../app/pages/asked/page-action.ts";
import { contentTypesActions } from "../../../app/pages/content-types/actions.ts";
import { productActions } from "../../../app/pages/product/actions.ts";
import { productsActions } from "../../../app/pages/products/actions.ts";
import { assignmentsActions } from "../../../app/pages/rules/assignments-actions.ts";
import { configActions } from "../../../app/pages/rules/config-actions.ts";
import { configsActions } from "../../../app/pages/rules/configs-actions.ts";
import { glossaryActions } from "../../../app/pages/rules/glossary-actions.ts";
import { failedActions } from "../../../app/pages/runs/failed-actions.ts";
import { settingsActions } from "../../../app/pages/settings/actions.ts";

/** What a page does with a body that was sent to it, without its request key. @param about of which thing the page is */
function ask<Deps>(actions: PageActions<Deps>, deps: Deps, user: Asker, body: unknown, about = "") {
  const sent = body instanceof FormData ? body.get("intent") : (body as { intent?: unknown } | null)?.intent;
  return actOn(actions, deps, user, { intent: typeof sent === "string" ? sent : "", body, about });
}

/** What all actions of a page need together. */
type DepsOf<Actions> = Actions extends PageActions<infer Deps> ? Deps : never;

export function askProduct(deps: DepsOf<typeof productActions>, user: Asker, productId: string, body: unknown) {
  return ask(productActions, deps, user, body, productId);
}

export function askProducts(deps: DepsOf<typeof productsActions>, user: Asker, form: FormData) {
  return ask(productsActions, deps, user, form);
}

export function askFailed(deps: DepsOf<typeof failedActions>, user: Asker, form: FormData) {
  return actOn(failedActions, deps, user, { intent: "retry", body: form, about: "" });
}

const { try: tryAction, ...savingActions } = configActions;

/** All that the page of one set of rules lets do but to try them. */
export function askConfig(deps: DepsOf<typeof savingActions>, user: Asker, configId: string, form: FormData) {
  return ask(savingActions, deps, user, form, configId);
}

export function askPreview(deps: Parameters<typeof tryAction.act>[0], user: Asker, form: FormData) {
  return tryAction.act(deps, user, { body: form, about: "" });
}

export function askConfigs(deps: DepsOf<typeof configsActions>, user: Asker, form: FormData) {
  return ask(configsActions, deps, user, form);
}

export function askAssignments(deps: DepsOf<typeof assignmentsActions>, user: Asker, form: FormData) {
  return actOn(assignmentsActions, deps, user, { intent: "save", body: form, about: "" });
}

export function askGlossary(deps: DepsOf<typeof glossaryActions>, user: Asker, form: FormData) {
  return actOn(glossaryActions, deps, user, { intent: "save", body: form, about: "" });
}

export function askContentTypes(deps: DepsOf<typeof contentTypesActions>, user: Asker, body: unknown) {
  return ask(contentTypesActions, deps, user, body);
}

export function askSettings(deps: DepsOf<typeof settingsActions>, user: Asker, form: FormData) {
  return ask(settingsActions, deps, user, form);
}
