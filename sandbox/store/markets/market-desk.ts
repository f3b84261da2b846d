import type { CatalogueMarket } from "../../catalogue/markets.ts";
import { gid } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import type { MarketRecord } from "./market-records.ts";
import { putMarket } from "./put-markets.ts";

/** What a person does with markets in the admin; each fires `markets/*`. */
export interface MarketDesk {
  addMarket(domain: string, input: CatalogueMarket): MarketRecord;
  /** @returns undefined when there is none */
  changeMarket(domain: string, id: number | string, change: MarketChange): MarketRecord | undefined;
  /** Its texts and web presences go with it. */
  deleteMarket(domain: string, id: number | string): boolean;
}

export type MarketChange = Partial<Pick<CatalogueMarket, "name" | "status" | "countries">>;

export function createMarketDesk(deps: {
  find(domain: string): ShopState;
  notify(shop: ShopState, topic: string, payload: () => unknown): void;
}): MarketDesk {
  const at = (domain: string, id: number | string) => {
    const shop = deps.find(domain);
    return { shop, market: shop.markets.get(Number(String(id).split("/").at(-1))) };
  };
  return {
    addMarket(domain, input) {
      const shop = deps.find(domain);
      const market = putMarket(shop, input);
      deps.notify(shop, "markets/create", () => marketPayload(market));
      return market;
    },
    changeMarket(domain, id, change) {
      const { shop, market } = at(domain, id);
      if (!market) return undefined;
      Object.assign(market, change, change.countries ? { type: change.countries.length > 0 ? "REGION" : "NONE" } : {});
      deps.notify(shop, "markets/update", () => marketPayload(market));
      return market;
    },
    deleteMarket(domain, id) {
      const { shop, market } = at(domain, id);
      if (!market) return false;
      shop.markets.delete(market.id);
      shop.translations.removeEverywhere(({ marketId }) => marketId === gid("Market", market.id));
      for (const presence of shop.webPresences.values()) {
        presence.marketIds = presence.marketIds.filter((one) => one !== market.id);
        if (presence.marketIds.length === 0 && presence.subfolderSuffix !== null) shop.webPresences.delete(presence.id);
      }
      deps.notify(shop, "markets/delete", () => ({ id: market.id }));
      return true;
    },
  };
}

const marketPayload = ({ id, name, status }: MarketRecord) => ({
  id,
  admin_graphql_api_id: gid("Market", id),
  name,
  enabled: status === "ACTIVE",
});
