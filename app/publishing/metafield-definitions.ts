import type { TextPlace } from "../catalog/text-places.ts";
import { OperationalError } from "../lib/errors.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { contentNamespace, createMetafieldDefinition } from "../shopify/operations/index.ts";

/** Makes sure that a shop knows the metafields of this app, so that themes may read them. */
export interface MetafieldDefinitions {
  ensure(admin: AdminApi, places: readonly TextPlace[]): Promise<void>;
}

/** Asks each shop once per process: Shopify answers TAKEN when the definition exists already, which is just as good. */
export function createMetafieldDefinitions(): MetafieldDefinitions {
  const known = new Map<string, Promise<void>>();
  return {
    async ensure(admin, places) {
      for (const place of places) {
        // A field of the merchant's own is theirs to define.
        if (place.namespace !== contentNamespace) continue;
        const name = `${admin.shop} ${place.key} ${place.type}`;
        let ready = known.get(name);
        if (!ready) {
          ready = define(admin, place).catch((error: unknown) => {
            known.delete(name);
            throw error;
          });
          known.set(name, ready);
        }
        await ready;
      }
    },
  };
}

async function define(admin: AdminApi, { label, namespace, key, type }: TextPlace): Promise<void> {
  const { metafieldDefinitionCreate: answer } = await admin.run(createMetafieldDefinition, {
    definition: {
      name: label,
      namespace,
      key,
      description: key === "bullets" ? "Selling points of the product, one line each." : "A text of the product.",
      type,
      ownerType: "PRODUCT",
      access: { storefront: "PUBLIC_READ" },
    },
  });
  const refusal = answer.userErrors.find((error) => error.code !== "TAKEN");
  if (!refusal) return;
  throw new OperationalError(`a metafield definition was refused (${refusal.code ?? "no code"})`, {
    code: "metafield_definition",
    retryable: false,
    merchantMessage: `Shopify did not accept the field for ${label}: ${refusal.message}`,
  });
}
