import { furnish } from "../pages/asked/asked-world.ts";
import { shop, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { unaskedModels } from "../support/unasked-models.ts";

export const anna = { shop, by: "user:1" };

/** A shop that has something of all that can be asked for, and what commands need. */
export async function aShop() {
  const db = openTestDatabase();
  const has = await furnish(db);
  const clock = testClock();
  clock.advance(60_000);
  return { deps: { db, clock, models: unaskedModels() }, db, clock, has };
}
