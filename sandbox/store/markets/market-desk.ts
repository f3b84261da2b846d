import type { CatalogueMarket, CataloguePresence } from "../../catalogue/markets.ts";
import { gid } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import type { MarketRecord, WebPresenceRecord } from "./market-records.ts";
import { rebuildMarketTree } from "./market-tree.ts";
import { putMarket, putPresence } from "./put-markets.ts";

/** What a person does with markets in the admin; each fires `markets/*`. */
export interface MarketDesk {
  addMarket(domain: string, input: CatalogueMarket): MarketRecord;
  /** @returns undefined when there is none */
  changeMarket(domain: string, id: number | string, change: MarketChange): MarketRecord | undefined;
  /** Its texts and web presences go with it. */
  deleteMarket(domain: string, id: number | string): boolean;
  /** An address of these markets, or of none; on a domain of its own, whose creation alone is told. */
  addPresence(domain: string, input: CataloguePresence, marketIds: number[]): WebPresenceRecord;
  /** Offers these languages at an address, with its own one; of that nobody is told but as of a domain. */
  changePresence(domain: string, id: number, alternateLocales: readonly string[]): void;
  /** Builds which market inherits from which, where the store does so later. */
  rebuildMarketTree(domain: string): void;
}

export type MarketChange = Partial<Pick<CatalogueMarket, "name" | "status" | "countries" | "subdivisions" | "parents">>;

export function createMarketDesk(deps: {
  find(domain: string): ShopState;
  notify(shop: ShopState, topic: string, payload: () => unknown): void;
}): MarketDesk {
  const at = (domain: string, id: number | string) => {
    const shop = deps.find(domain);
    return { shop, market: shop.markets.get(Number(String(id).split("/").at(-1))) };
  };
  const changed = (shop: ShopState) => {
    if (shop.habits.marketTree === "atOnce") rebuildMarketTree(shop);
  };
  const domainPayload = (shop: ShopState) => ({ id: shop.id, host: shop.domain, ssl_enabled: true });
  return {
    addMarket(domain, input) {
      const shop = deps.find(domain);
      const market = putMarket(shop, input);
      changed(shop);
      deps.notify(shop, "markets/create", () => marketPayload(market));
      return market;
    },
    changeMarket(domain, id, change) {
      const { shop, market } = at(domain, id);
      if (!market) return undefined;
      Object.assign(market, change);
      if (change.countries) market.type = change.countries.length > 0 ? "REGION" : "NONE";
      changed(shop);
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
      changed(shop);
      deps.notify(shop, "markets/delete", () => ({ id: market.id }));
      return true;
    },
    addPresence(domain, input, marketIds) {
      const shop = deps.find(domain);
      const presence = putPresence(shop, input, marketIds);
      deps.notify(shop, "domains/create", () => domainPayload(shop));
      return presence;
    },
    changePresence(domain, id, alternateLocales) {
      const shop = deps.find(domain);
      const presence = shop.webPresences.get(id);
      if (!presence) return;
      presence.alternateLocales = [...alternateLocales];
      deps.notify(shop, "domains/update", () => domainPayload(shop));
    },
    rebuildMarketTree: (domain) => rebuildMarketTree(deps.find(domain)),
  };
}

const marketPayload = ({ id, name, status }: MarketRecord) => ({
  id,
  admin_graphql_api_id: gid("Market", id),
  name,
  enabled: status === "ACTIVE",
});
