import { continueWork } from "../commands/pauses/continue-work.ts";
import { tryNow } from "../commands/pauses/try-now.ts";
import type { Outcome } from "./answer-action.ts";
import { fromForm, pageAction } from "./asked/page-action.ts";

/** What the buttons of a page's banners do, and the messages they answer with. */
export const pauseActions = {
  continue: pageAction(continueWork, {
    read: fromForm((form) => ({ reason: form.get("reason") })),
    refusal: "Open the app again from the Shopify admin.",
    words(result, { input: { reason } }): Outcome {
      if (result.kind === "asking_shopify") {
        return { message: reason === "scope" ? "Asking Shopify for the app's permissions" : "Asking Shopify again" };
      }
      return { message: result.items > 0 ? "The work goes on" : "Nothing waits for this any more" };
    },
  }),
  try: pageAction(tryNow, {
    read: () => ({}),
    words({ kind }): Outcome {
      if (kind === "moved") return { message: "Trying again now" };
      return { message: kind === "answers" ? "It answers again: the work goes on" : "It is being tried already" };
    },
  }),
};
