import type { ShopDomain } from "../lib/brand.ts";
import type { Sealer } from "../lib/seal.ts";

/** A key of its own that a shop has saved; `unreadable`: no encryption key opens it any more. */
export type SavedKey = "none" | "saved" | "unreadable";

/** What the header that carries a key may hold. @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export function isKeyText(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key);
}

/** Where a shop's sealed key is kept, and where its batches keep theirs; part of the seal. */
export function modelKeyPlace(shop: string): string {
  return `shop_settings.model_api_key:${shop}`;
}

/** Opens what a shop has saved. @param sealed null when it has saved none */
export function openModelKey(
  sealer: Sealer,
  shop: ShopDomain,
  sealed: string | null,
): { state: SavedKey; key: string | null } {
  const key = sealed ? sealer.open(sealed, modelKeyPlace(shop)) : null;
  // One that no header can carry fails before anybody is asked: that is no outage of the server.
  if (key !== null && !isKeyText(key)) return { state: "unreadable", key: null };
  return { state: key !== null ? "saved" : sealed ? "unreadable" : "none", key };
}
