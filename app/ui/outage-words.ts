import type { OutOfReach, PauseReason, ShopNoticesView } from "./shop-notices-view.ts";

/** What a person must put right before the work with it goes on. */
const heldByPauses: Record<OutOfReach, readonly PauseReason[]> = {
  shopify: ["reauth", "scope"],
  model: ["billing", "model_key", "model_settings", "spend_cap"],
};
const names: Record<OutOfReach, string> = { shopify: "Shopify", model: "Your model" };
const works: Record<OutOfReach, string> = { shopify: "imports and publishing", model: "writing" };

/**
 * Who does not answer, what waits for that, and what goes on meanwhile: one notice for all of it, since two would each speak of
 * the other's work. Null while all answer, and while no worker runs: then nobody asks them.
 */
export function describeOutages({
  outages,
  pauses,
  workerAlive,
}: Pick<ShopNoticesView, "outages" | "pauses" | "workerAlive">): { title: string; words: string } | null {
  const away = (["shopify", "model"] as const).filter((who) => outages.some(({ provider }) => provider === who));
  if (away.length === 0 || !workerAlive) return null;
  const isPaused = (who: OutOfReach) => pauses.some(({ reason }) => heldByPauses[who].includes(reason));
  const alone = away.filter((who) => !isPaused(who));
  const held = away.filter(isPaused);
  const wait = listed(alone.map((who) => works[who]));
  const goOn = (["shopify", "model"] as const).filter((who) => !away.includes(who) && !isPaused(who));
  const also = ["reviewing", ...goOn.map((who) => works[who])];
  const singular = (what: string) => !what.includes(" and ");
  const going = listed(also);
  const sentences = [
    wait &&
      `${capital(wait)} ${singular(wait) ? "waits and goes" : "wait and go"} on by ${singular(wait) ? "itself" : "themselves"}.`,
    ...held.map((who) => `${capital(works[who])} also ${singular(works[who]) ? "needs" : "need"} what is said above.`),
    `${capital(going)} ${also.length === 1 ? "goes" : "go"} on. Nothing is lost.`,
  ];
  return {
    title: away.length === 2 ? "Shopify and your model do not answer" : `${names[away[0] ?? "model"]} does not answer`,
    words: sentences.filter(Boolean).join(" "),
  };
}

/** When the next try begins: "Next try in about 2 min." Two providers are tried each in its time: the sooner one counts. */
export function nextTryWords(outages: ShopNoticesView["outages"], now: number): string {
  const leftMs = Math.min(...outages.map(({ nextTryAt }) => nextTryAt)) - now;
  if (leftMs <= 5_000) return "The next try begins in a moment.";
  if (leftMs < 55_000) return `Next try in about ${Math.ceil(leftMs / 10_000) * 10} s.`;
  return `Next try in about ${Math.round(leftMs / 60_000)} min.`;
}

/** The state of work that needs one who does not answer: "Waiting for Shopify". */
export const waitingForWords: Record<OutOfReach, string> = {
  shopify: "Waiting for Shopify",
  model: "Waiting for the model",
};

/** "imports and publishing", "writing" → "imports, publishing and writing" */
function listed(works: readonly string[]): string {
  return works.join(" and ").replace(/ and (?=.* and )/g, ", ");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
