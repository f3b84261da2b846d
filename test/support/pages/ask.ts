import type { Asker } from "../../../app/commands/command.ts";
import { actOn, type PageActions } from "../../../app/pages/asked/page-action.ts";
import { failedActions } from "../../../app/pages/jobs/failed-actions.ts";
import { productActions } from "../../../app/pages/product/actions.ts";
import { productsActions } from "../../../app/pages/products/actions.ts";

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

export function askFailed(deps: DepsOf<typeof failedActions>, shop: Asker["shop"], form: FormData) {
  form.set("intent", "retry");
  return ask(failedActions, deps, { shop, by: "user:1" }, form);
}
