import { useEffect, useState } from "react";
import type { CheckedWords } from "../action-result.ts";
import { sameBody, type TextBody } from "../text-body.ts";
import { checkWords } from "./ask-words.ts";

/** After the last letter: often enough to be live, and not with each one. */
const quietMs = 150;

/**
 * What the checks say of a text while it is written; null until they said something of other words than those it began with.
 * The newest words win: an answer to older ones is not waited for.
 * @param body null while nothing is written
 */
export function useLiveChecks(
  asked: { productId: string; locale: string; market?: string | undefined; contentType: string },
  begun: TextBody,
  body: TextBody | null,
) {
  const [checked, setChecked] = useState<CheckedWords | null>(null);
  const { productId, locale, market, contentType } = asked;
  const words = body !== null && (checked !== null || !sameBody(body, begun)) ? JSON.stringify(body) : null;
  useEffect(() => {
    if (words === null) return;
    const newer = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await checkWords(
        productId,
        { contentType, locale, market, body: JSON.parse(words) },
        newer.signal,
      );
      if (answer !== null && !newer.signal.aborted) setChecked(answer);
    }, quietMs);
    return () => {
      clearTimeout(timer);
      newer.abort();
    };
  }, [productId, locale, market, contentType, words]);
  return checked;
}
