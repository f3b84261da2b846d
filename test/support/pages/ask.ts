import type { Asker } from "../../../app/commands/command.ts";
import { actOn, type PageActions } from "../../../app/pages/asked/page-action.ts";
import { productActions } from "../../../app/pages/product/actions.ts";

/** What a page does with a body that was sent to it, without its request key. @param about of which thing the page is */
function ask<Deps>(actions: PageActions<Deps>, deps: Deps, user: Asker, body: unknown, about = "") {
  const sent = body instanceof FormData ? body.get("intent") : (body as { intent?: unknown } | null)?.intent;
  return actOn(actions, deps, user, { intent: typeof sent === "string" ? sent : "", body, about });
}

export function askProduct(deps: DepsOf<typeof productActions>, user: Asker, productId: string, body: unknown) {
  return ask(productActions, deps, user, body, productId);
}

/** What all actions of a page need together. */
type DepsOf<Actions> = Actions extends PageActions<infer Deps> ? Deps : never;
