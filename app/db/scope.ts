import type { Statement } from "./steps.ts";

/**
 * What a transaction is about: the shop whose rows it changes, or `all shops` for what belongs to none (the machine's clock,
 * workers) or to many at once (claims, maintenance). A server takes the shop's lock by it.
 */
export type Scope = { readonly shop: string } | "all shops";

type Bound = Pick<Statement, "sql" | "params" | "sets">;

const aShop = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/**
 * A transaction of one shop binds no other shop's name: nothing else as `@shop`, and no other shop's domain as a whole value.
 * It reads what is bound: a name within a longer text, e.g. JSON, or written into the statement itself is not seen.
 * @throws naming both shops
 */
export function assertOfScope(scope: Scope, { sql, params, sets }: Bound): void {
  if (scope === "all shops") return;
  for (const values of sets ? sets() : [params]) {
    for (const [name, value] of Object.entries(values)) {
      if (typeof value !== "string" || value === scope.shop) continue;
      if (name !== "shop" && !aShop.test(value)) continue;
      throw new Error(`a transaction of ${scope.shop} runs a statement with ${value}: ${sql.slice(0, 200)}`);
    }
  }
}
