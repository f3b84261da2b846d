import type { AgentModel } from "../model/model-for-shop.ts";

/** Credits of one product and run, whatever the number of content types. Repairs are free. */
export const creditsPerProduct: Readonly<Record<AgentModel, number>> = { v1: 1, v2: 5 };

export function estimateCredits({ products, agentModel }: { products: number; agentModel: AgentModel }): number {
  return products * creditsPerProduct[agentModel];
}
