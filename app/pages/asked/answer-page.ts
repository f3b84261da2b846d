import type { data } from "@remix-run/node";
import type { AppContext } from "../../context.server.ts";
import type { ActionResult } from "../../ui/action-result.ts";
import { intentOf, pageActions } from "./actions.ts";
import { type Asking, answerOnce } from "./answer-once.ts";
import { actOn, type PageActions } from "./page-action.ts";

/** Does what a page asks for, once for a request key, and answers in words. Statuses as {@link answerOnce} gives them. */
export function answerPage(app: AppContext, asking: Asking): Promise<ReturnType<typeof data<ActionResult>>> {
  const { user, page, about = "", body, words, signal } = asking;
  const actions: PageActions<AppContext & { signal?: AbortSignal | undefined }> = pageActions[page];
  return answerOnce(app, asking, (deps) =>
    actOn(actions, { ...deps, signal }, user, { intent: intentOf(page, body), body, about, words }),
  );
}
