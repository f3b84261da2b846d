import type { ActionResult } from "../action-result.ts";
import { outlivePage } from "../outlive-page.ts";
import type { TextBody } from "../text-body.ts";
import type { SaveAnswer, WordsToSave } from "./saved-text.ts";

const patienceMs = 20_000;

/** Saves a product's text as it is written. @returns `lost` whenever it is not known that the app did or refused it */
export async function saveWords(
  { productId, ...text }: { productId: string; locale: string; market?: string | undefined; contentType: string },
  words: WordsToSave,
): Promise<SaveAnswer> {
  const { ends } = words.sitting;
  const signal = AbortSignal.timeout(patienceMs);
  const answer = await ask(productId, { intent: "write", ...text, ...words }, { signal, isLast: ends });
  if (answer === null) return { kind: "lost" };
  if (!answer.ok) {
    return answer.elsewhere ? { kind: "elsewhere", ...answer.elsewhere } : { kind: "refused", message: answer.message };
  }
  return answer.saved ? { kind: "saved", version: answer.saved.version } : { kind: "lost" };
}

/** What the checks say of words that are not saved; null where there is no answer, or a newer question. */
export async function checkWords(
  productId: string,
  words: { contentType: string; locale: string; market?: string | undefined; body: TextBody },
  signal: AbortSignal,
) {
  const answer = await ask(productId, { intent: "check", ...words }, { signal });
  return answer?.ok ? (answer.checked ?? null) : null;
}

async function ask(
  productId: string,
  asked: object,
  { signal, isLast = false }: { signal: AbortSignal; isLast?: boolean },
): Promise<ActionResult | null> {
  const body = JSON.stringify(asked);
  try {
    const response = await fetch(`/app/products/${encodeURIComponent(productId)}/words`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body,
      signal,
      ...(isLast ? outlivePage(body) : {}),
      redirect: "error",
    });
    // Asked too often, or under way still: tried again like what had no answer.
    if (response.status >= 500 || [401, 408, 409, 429].includes(response.status)) return null;
    const answer: unknown = await response.json();
    if (!isAnswer(answer)) return null;
    // Without the app's own word that a right is missing it is the session that was refused: tried again too.
    if (response.status === 403 && (answer.ok || answer.told?.kind !== "not_allowed")) return null;
    return answer;
  } catch {
    return null;
  }
}

function isAnswer(answer: unknown): answer is ActionResult {
  return typeof answer === "object" && answer !== null && "ok" in answer && "message" in answer;
}
