import { generateTexts } from "../../commands/products/generate-texts.ts";
import { hideSetup } from "../../commands/setup/hide-setup.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";
import { productsActions } from "../products/actions.ts";

/** What a person can do on Home, and the messages they get. */
export const homeActions = {
  import: productsActions.import,
  /** the descriptions of a few products, so that a merchant sees what the app makes of them */
  samples: pageAction(generateTexts, {
    read: fromForm((form) => ({
      selection: { ids: form.getAll("id").slice(0, 3) },
      contentTypes: ["desc"],
      agentModel: "v1",
      lane: "direct",
      onlyMissing: false,
      allImages: false,
      skipGrouping: true,
    })),
    words(result, { t }): Outcome {
      if (result.kind !== "started") return { problem: t("answers:home.noSamples") };
      return { message: t("answers:home.writing"), jobId: result.jobId };
    },
  }),
  hide: pageAction(hideSetup, {
    read: () => ({}),
    words: (_, { t }): Outcome => ({ message: t("answers:home.hidden") }),
  }),
};
