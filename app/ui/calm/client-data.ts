import { type ClientActionFunctionArgs, type ClientLoaderFunctionArgs, replace } from "@remix-run/react";
import type { ActionResult } from "../action-result.ts";
import { connectionNow, noteAnswer, noteLostAction, noteStayed, noteTrouble } from "./connection.ts";
import { Refused } from "./refusals.ts";
import { currentPage, hasShown, hrefOf, shownAs } from "./shown-pages.ts";
import { lostActionWords, notOpenedWords, type Trouble, troubleOf, within } from "./trouble.ts";

/** A page of 100,000 products takes a fifth of a second; an action may wait for Shopify or a model. */
const loaderPatienceMs = 20_000;
const actionPatienceMs = 90_000;
/** A blip is shorter than this: asked again before anybody is told. */
const blipPausesMs = [400, 1_200];

/**
 * A route's `clientLoader`. Remix replaces a page by its error boundary when its data does not come; here the page that is
 * shown stays: with the data it has when it was to be refreshed, and with a word when another one was to be opened.
 * @throws what is an answer: redirects, and pages that do not exist
 */
export async function calmLoader({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> {
  const asked = await askCalmly(serverLoader, request.signal);
  if ("data" in asked) return asked.data;
  const href = hrefOf(request.url);
  if (hasShown(href)) return shownAs(href);
  const here = currentPage();
  if (here === null) throw asked.error;
  noteStayed(notOpenedWords(asked.trouble));
  throw replace(here);
}

/** The same for data that a part of a page asks for. @param instead what it gets when there is no answer */
export function calmFetch<T>(instead: (words: string) => T) {
  return async ({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> => {
    const asked = await askCalmly(serverLoader, request.signal);
    return "data" in asked ? asked.data : instead(lostActionWords(asked.trouble));
  };
}

/** A route's `clientAction`: an answer that does not come is told like a refusal, and the form keeps what was entered. */
export async function calmAction({ serverAction }: ClientActionFunctionArgs): Promise<ActionResult> {
  try {
    const answer = await within(actionPatienceMs, serverAction<ActionResult>());
    noteAnswer({ toAction: true });
    return answer as ActionResult;
  } catch (error) {
    if (error instanceof Response) throw error;
    const trouble = troubleOf(error, navigator.onLine) ?? "server";
    // Who refuses a form answers all the same: pages can be loaded.
    if (trouble !== "server" && !(error instanceof Refused)) noteTrouble(trouble);
    if (trouble === "offline" || trouble === "unreachable") noteLostAction();
    return { ok: false, message: lostActionWords(trouble), lost: true, at: Date.now() };
  }
}

type Asked = { data: unknown } | { trouble: Trouble; error: unknown };

async function askCalmly(serverLoader: () => Promise<unknown>, signal: AbortSignal): Promise<Asked> {
  for (let attempt = 0; ; attempt++) {
    try {
      const data = await within(loaderPatienceMs, serverLoader());
      noteAnswer();
      return { data };
    } catch (error) {
      const trouble = troubleOf(error, navigator.onLine);
      if (signal.aborted || trouble === null) throw error;
      const pause = blipPausesMs[attempt];
      const told = trouble === "offline" || error instanceof Refused;
      if (pause === undefined || told || connectionNow().failures > 0) {
        noteTrouble(trouble);
        return { trouble, error };
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
