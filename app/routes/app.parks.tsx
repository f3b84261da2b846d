import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { unparkShop } from "../jobs/park.ts";
import { answerAction } from "../pages/answer-action.ts";
import { markScopesUnknown } from "../shopify/auth-state.ts";
import { calmAction } from "../ui/calm/client-data.ts";

export const clientAction = calmAction;

const reasonSchema = z.enum(["billing", "scope", "model_key"]);

/** "Continue the work" of the banners: the person says that the reason is gone. Of permissions Shopify knows better. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const reason = reasonSchema.safeParse((await request.formData()).get("reason"));
  return answerAction(context.app, async () => {
    if (!reason.success) return { problem: "Open the app again from the Shopify admin." };
    if (reason.data === "scope") {
      // The page is read again after this, which exchanges a token and lifts the park if its scopes suffice.
      await context.app.db.transact((tx) => markScopesUnknown(tx, shop));
      return { message: "Asking Shopify for the app's permissions" };
    }
    const freed = await unparkShop(context.app, { shop, reason: reason.data });
    return { message: freed > 0 ? "The work goes on" : "Nothing waits for this any more" };
  });
}
