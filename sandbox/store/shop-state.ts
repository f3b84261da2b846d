import type { Bucket } from "./bucket.ts";
import type { BulkOperations } from "./bulk/operations.ts";
import type { Habits } from "./habits.ts";
import type { MarketRecord, MarketTree, ShopLocaleRecord, WebPresenceRecord } from "./markets/market-records.ts";
import type { ProductTable } from "./product-table.ts";
import type {
  CollectionRecord,
  MetafieldDefinitionRecord,
  MetafieldRecord,
  MetaobjectRecord,
  ProductRecord,
  WebhookSubscriptionRecord,
} from "./records.ts";
import type { SandboxShop } from "./sandbox-app.ts";
import type { Tokens } from "./tokens.ts";
import type { StoreTextRecord } from "./translate/store-texts.ts";
import type { TranslationTable } from "./translate/translation-table.ts";

/** Everything that one shop of the sandbox holds. */
export interface ShopState {
  readonly options: SandboxShop;
  readonly id: number;
  readonly domain: string;
  readonly createdAt: number;
  /** shared by all shops of the store */
  readonly habits: Habits;
  /** The access scopes that the merchant granted; a token keeps those of its own exchange. */
  scopes: readonly string[];
  now(): number;
  installed: boolean;
  products: ProductTable;
  collections: Map<number, CollectionRecord>;
  definitions: Map<number, MetafieldDefinitionRecord>;
  metaobjects: Map<number, MetaobjectRecord>;
  /** The languages of the shop by code, the primary one among them. */
  locales: Map<string, ShopLocaleRecord>;
  markets: Map<number, MarketRecord>;
  webPresences: Map<number, WebPresenceRecord>;
  marketTree: MarketTree;
  /** Pages, articles, menus and other texts that are no product's, by gid. */
  texts: Map<string, StoreTextRecord>;
  translations: TranslationTable;
  /** Metafields of owners other than products, by gid of the owner. */
  otherMetafields: Map<string, MetafieldRecord[]>;
  subscriptions: Map<number, WebhookSubscriptionRecord>;
  tokens: Tokens;
  bucket: Bucket;
  /** Path → text of what was uploaded for a bulk mutation. */
  uploads: Map<string, string | undefined>;
  bulk: BulkOperations;
  nextId(): number;
}

/** Whether a handle is free in the shop; numbers are added until it is. */
export function freeHandle(shop: ShopState, wanted: string, forProduct?: ProductRecord): string {
  const free = (handle: string) => {
    const holder = shop.products.byHandle(handle);
    return !holder || holder.id === forProduct?.id;
  };
  if (free(wanted)) return wanted;
  for (let i = 1; ; i += 1) if (free(`${wanted}-${i}`)) return `${wanted}-${i}`;
}
