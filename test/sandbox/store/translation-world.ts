import { defaultApp, type SandboxShop, type StoreOptions } from "../../../sandbox/store/start.ts";
import { domain, rootField, startTestStore, type TestStore } from "./test-store.ts";

export interface Row {
  key: string;
  value: string;
  locale: string;
  outdated: boolean;
  updatedAt: string;
  market: { id: string } | null;
}
export interface Registered {
  translations: Row[] | null;
  userErrors: { field: string[] | null; message: string; code: string }[];
}
export interface Content {
  key: string;
  value: string;
  digest: string;
  locale: string;
  type: string;
}

/** A sample store whose app may do everything with translations, languages and markets. */
export interface TranslationWorld extends TestStore {
  content(id: string): Promise<Content[]>;
  digest(id: string, key: string): Promise<string>;
  rows(id: string, locale: string, marketId?: string): Promise<Row[]>;
  /** Rows with their right digest unless they bring one. */
  register(id: string, rows: Partial<RegisterRow>[]): Promise<Registered>;
  remove(id: string, args: { keys: string[]; locales: string[]; marketIds?: string[] }): Promise<Registered>;
  market(handle: string): string;
}
interface RegisterRow {
  key: string;
  locale: string;
  value: string;
  marketId: string | null;
  translatableContentDigest: string;
}

export const product = "gid://shopify/Product/8000000000000";
const rowFields = "key value locale outdated updatedAt market { id }";
const answered = `{ translations { ${rowFields} } userErrors { field message code } }`;
export const registerDocument = `mutation($id: ID!, $rows: [TranslationInput!]!) { translationsRegister(resourceId: $id, translations: $rows) ${answered} }`;
const removeDocument = `mutation($id: ID!, $keys: [String!]!, $locales: [String!]!, $marketIds: [ID!]) { translationsRemove(resourceId: $id, translationKeys: $keys, locales: $locales, marketIds: $marketIds) ${answered} }`;

export const fullScopes = [
  ...defaultApp.scopes,
  "write_translations",
  "write_locales",
  "read_markets",
  "read_online_store_navigation",
];

export async function openTranslationWorld(
  shop: Partial<SandboxShop> = {},
  options: Partial<StoreOptions> = {},
): Promise<TranslationWorld> {
  const store = await startTestStore({
    app: { ...defaultApp, scopes: fullScopes, subscriptions: [] },
    shops: [
      {
        domain,
        name: "A",
        plan: "standard",
        locales: ["en", "de", "fr", "ar", "pt-BR"],
        unpublished: ["pt-BR"],
        catalogue: "sample",
        ...shop,
      },
    ],
    ...options,
  });
  async function content(id: string): Promise<Content[]> {
    const query =
      "query($id: ID!) { translatableResource(resourceId: $id) { translatableContent { key value digest locale type } } }";
    const found = rootField<{ translatableContent: Content[] } | null>(
      await store.admin(query, { id }),
      "translatableResource",
    );
    if (!found) throw new Error(`there is no ${id}`);
    return found.translatableContent;
  }
  return {
    ...store,
    content,
    async digest(id, key) {
      const found = (await content(id)).find((one) => one.key === key);
      if (!found) throw new Error(`${id} has no ${key}`);
      return found.digest;
    },
    async rows(id, locale, marketId) {
      const query = `query($id: ID!, $locale: String!, $marketId: ID) { translatableResource(resourceId: $id) { translations(locale: $locale, marketId: $marketId) { ${rowFields} } } }`;
      const answer = await store.admin(query, { id, locale, marketId: marketId ?? null });
      return rootField<{ translations: Row[] }>(answer, "translatableResource").translations;
    },
    async register(id, rows) {
      const known = new Map((await content(id).catch(() => [])).map((one) => [one.key, one.digest]));
      const full = rows.map((row) => ({
        key: "title",
        locale: "de",
        value: "Wert",
        translatableContentDigest: known.get(row.key ?? "title") ?? "none",
        ...row,
      }));
      return rootField<Registered>(await store.admin(registerDocument, { id, rows: full }), "translationsRegister");
    },
    async remove(id, args) {
      return rootField<Registered>(await store.admin(removeDocument, { id, ...args }), "translationsRemove");
    },
    market(handle) {
      const found = [...store.state.shop(domain).markets.values()].find((one) => one.handle === handle);
      if (!found) throw new Error(`there is no market ${handle}`);
      return `gid://shopify/Market/${found.id}`;
    },
  };
}
