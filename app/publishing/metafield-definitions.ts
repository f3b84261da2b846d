import type { ShopDomain } from "../lib/brand.ts";
import { OperationalError } from "../lib/errors.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { contentNamespace, createMetafieldDefinition } from "../shopify/operations/index.ts";

export const bulletsType = "list.single_line_text_field";

/** Makes sure that a shop knows the metafield of the bullets, so that themes may read it. */
export interface MetafieldDefinitions {
  ensure(admin: AdminApi): Promise<void>;
}

/** Asks each shop once per process: Shopify says TAKEN when the definition is there already, which is as good. */
export function createMetafieldDefinitions(): MetafieldDefinitions {
  const known = new Map<ShopDomain, Promise<void>>();
  return {
    ensure(admin) {
      let ready = known.get(admin.shop);
      if (!ready) {
        ready = define(admin).catch((error: unknown) => {
          known.delete(admin.shop);
          throw error;
        });
        known.set(admin.shop, ready);
      }
      return ready;
    },
  };
}

async function define(admin: AdminApi): Promise<void> {
  const { metafieldDefinitionCreate: answer } = await admin.run(createMetafieldDefinition, {
    definition: {
      name: "Bullets",
      namespace: contentNamespace,
      key: "bullets",
      description: "Selling points of the product, one line each.",
      type: bulletsType,
      ownerType: "PRODUCT",
      access: { storefront: "PUBLIC_READ" },
    },
  });
  const refusal = answer.userErrors.find((error) => error.code !== "TAKEN");
  if (!refusal) return;
  throw new OperationalError(`the bullets' metafield definition was refused (${refusal.code ?? "no code"})`, {
    code: "metafield_definition",
    retryable: false,
    merchantMessage: `Shopify did not accept the field for bullets: ${refusal.message}`,
  });
}
