import { isRouteErrorResponse } from "@remix-run/react";
import { getI18n } from "react-i18next";
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

/** For a page that cannot be kept up to date. */
export function noticeOf(trouble: Trouble): string {
  return getI18n().t(`frame:connection.notice.${trouble}`);
}

/** For an action that was refused, or whose answer never came: then it may have been done or not. */
export function lostActionWords(trouble: Trouble): string {
  return getI18n().t(`frame:connection.lost.${trouble}`);
}

/** For a page that a person wanted to open. */
export function notOpenedWords(trouble: Trouble): string {
  return getI18n().t(`frame:connection.notOpened.${trouble}`);
}
