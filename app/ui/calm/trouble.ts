import { isRouteErrorResponse } from "@remix-run/react";
import { type RefusalCause, Refused } from "./refusals.ts";

/** Why a request of the page has no answer. */
export type Trouble = "offline" | "unreachable" | "signed_out" | "shopify" | "often" | "server" | RefusalCause;

/**
 * What kept a request from its answer.
 * @param error what Remix's `serverLoader` or `serverAction` threw
 * @param online whether the browser sees a network
 * @returns null for what is an answer: a redirect, or a thing that the shop does not have
 */
export function troubleOf(error: unknown, online: boolean): Trouble | null {
  if (error instanceof Response) return null;
  if (error instanceof Refused) return error.why;
  if (isRouteErrorResponse(error)) {
    if (error.status === 404 || error.status === 410) return null;
    if (isAboutShopify(error.data)) return "shopify";
    if (error.status === 429) return "often";
    return error.status === 401 || error.status === 403 ? "signed_out" : "server";
  }
  if (!online) return "offline";
  // The browser's word for a connection that was refused or cut, and Remix's for an answer that is none of the app's.
  if (error instanceof TypeError || error instanceof NoAnswer) return "unreachable";
  return error instanceof Error && error.message.startsWith("Unable to decode") ? "unreachable" : "server";
}

/** What the app answers when Shopify's token endpoint does not. */
function isAboutShopify(data: unknown): boolean {
  return typeof data === "object" && data !== null && "problem" in data && data.problem === "shopify";
}

export class NoAnswer extends Error {}

/** The answer of `work`, for at most `patienceMs`. @throws NoAnswer after that; what `work` does is not stopped */
export async function within<T>(patienceMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer in ${patienceMs} ms`)), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const causes: Record<Trouble, string> = {
  offline: "You are offline",
  unreachable: "Shelfwright could not be reached",
  signed_out: "Shopify did not confirm who you are",
  shopify: "Shopify does not answer, so that Shelfwright cannot know who you are",
  often: "That was asked for very often within a minute",
  server: "Something went wrong on our side",
  busy: "Too many people use Shelfwright at this moment",
  too_large: "This is larger than Shelfwright takes at once",
  too_slow: "Your connection is so slow that Shelfwright stopped waiting",
  not_taken: "Shelfwright does not understand what this page sent",
};

/** What a person does next; a kind without an entry only has to be tried again. */
const next: Partial<Record<Trouble, string>> = {
  busy: "try again in a few seconds",
  too_large: "make it smaller or save it in parts, then try again",
  not_taken: "copy it, reload the page and try again",
};

/** For a page that cannot be kept up to date. */
export function noticeOf(trouble: Trouble): string {
  return `${causes[trouble]}. Nothing is lost: this page goes on by itself, and what you sent waits here for you to send it again.`;
}

/** For an action that was refused, or whose answer never came: then it may have been done or not. */
export function lostActionWords(trouble: Trouble): string {
  return `${causes[trouble]}. What you entered is still here: ${next[trouble] ?? "try again"}.`;
}

/** When the connection is back, and what was sent had no answer. */
export const unconfirmedWords =
  "Shelfwright answers again. What you sent is not confirmed yet: press the button again. Nothing is done twice.";

/** For a page that a person wanted to open. */
export function notOpenedWords(trouble: Trouble): string {
  return `${causes[trouble]}. The page was not opened: ${trouble === "busy" ? next.busy : "try again"}.`;
}
