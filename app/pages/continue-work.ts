import { z } from "zod";
import type { AppContext } from "../context.server.ts";
import type { Acted } from "../db/record-act.ts";
import { tryNow } from "../jobs/breaker.ts";
import { resumeShop } from "../jobs/pause.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { markScopesUnknown } from "../shopify/auth-state.ts";
import type { Outcome } from "./answer-action.ts";

const reasonSchema = z.enum(["billing", "reauth", "scope", "model_key", "model_settings"]);

/**
 * What the banners' buttons ask for. "Try now" of an outage moves the next try to now. "Continue the work": the person says that
 * the reason is gone; of access Shopify knows better.
 */
export async function continueWork(
  deps: Pick<AppContext, "db" | "clock"> & Acted,
  shop: ShopDomain,
  form: FormData,
): Promise<Outcome> {
  if (form.get("intent") === "try") return tryAtOnce(deps, shop);
  const reason = reasonSchema.safeParse(form.get("reason"));
  if (!reason.success) return { problem: "Open the app again from the Shopify admin." };
  if (reason.data === "scope" || reason.data === "reauth") {
    // The page is read again after this, which exchanges a token and lifts the pause, of `scope` if its scopes suffice.
    await deps.db.transact(function* (tx) {
      yield* markScopesUnknown(tx, shop);
      if (deps.note) yield* deps.note({ details: { lifted: { [reason.data]: true } } });
    });
    return { message: reason.data === "scope" ? "Asking Shopify for the app's permissions" : "Asking Shopify again" };
  }
  const freed = await resumeShop(deps, { shop, reason: reason.data });
  return { message: freed > 0 ? "The work goes on" : "Nothing waits for this any more" };
}

async function tryAtOnce(
  { db, clock, note }: Pick<AppContext, "db" | "clock"> & Acted,
  shop: ShopDomain,
): Promise<Outcome> {
  const tried = await db.write(() => {
    const moved = tryNow(db, { shop, now: clock.now() });
    if (note && moved === "moved") db.runNow(note({ details: {} }));
    return moved;
  });
  if (tried === "moved") return { message: "Trying again now" };
  return { message: tried === "answers" ? "It answers again: the work goes on" : "It is being tried already" };
}
