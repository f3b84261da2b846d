import type { FactStatement, QuantityStatement } from "../statements/statement.ts";

/** A quantity that a fact states. */
export type FactQuantity = QuantityStatement & Pick<FactStatement, "fact">;

/** A quantity that may support or refute: its fact is evidence, and it is no mere possibility. */
export function isUsable(candidate: FactStatement): candidate is FactQuantity {
  return candidate.kind === "quantity" && candidate.fact.unusable === undefined && candidate.polarity !== "possible";
}
