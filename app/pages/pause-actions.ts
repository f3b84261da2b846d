import { continueWork } from "../commands/pauses/continue-work.ts";
import { tryNow } from "../commands/pauses/try-now.ts";
import type { Outcome } from "./answer-action.ts";
import { fromForm, pageAction } from "./asked/page-action.ts";

/** What the buttons of a page's banners do, and the messages they answer with. */
export const pauseActions = {
  continue: pageAction(continueWork, {
    read: fromForm((form) => ({ reason: form.get("reason") })),
    refusal: (t) => t("notices:said.reopen"),
    words(result, { input: { reason }, t }): Outcome {
      if (result.kind === "asking_shopify") {
        return { message: reason === "scope" ? t("notices:said.askingPermissions") : t("notices:said.askingShopify") };
      }
      return { message: result.items > 0 ? t("notices:said.goesOn") : t("notices:said.nothingWaits") };
    },
  }),
  try: pageAction(tryNow, {
    read: () => ({}),
    words({ kind }, { t }): Outcome {
      if (kind === "moved") return { message: t("notices:said.trying") };
      return { message: kind === "answers" ? t("notices:said.answers") : t("notices:said.triedAlready") };
    },
  }),
};
