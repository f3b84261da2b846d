import { withKnown } from "../../catalog/translations/known-row.ts";
import { shopTranslationsOf } from "../../catalog/translations/shop-translations.ts";
import type { MadeFrom } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import type { TargetColumns } from "../../texts/target.ts";
import type { LiveTranslations } from "./read-live-translations.ts";

/** What the translations that were read were made from, as far as the reading says it or the mirror knows it. */
export function* madeFromOf(input: {
  shop: string;
  productId: string;
  target: TargetColumns;
  live: LiveTranslations;
}): Steps<Map<string, MadeFrom>> {
  const { shop, productId: owner, target, live } = input;
  const known = yield* shopTranslationsOf({ shop, owner, target });
  const found = new Map<string, MadeFrom>();
  for (const [name, read] of live.rows) {
    if (read === null) continue;
    const { of = null, outdated } = withKnown(read, known[name]);
    found.set(name, { digest: of, outdated });
  }
  return found;
}
