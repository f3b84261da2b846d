import { useEffect } from "react";

/**
 * In a frame App Bridge still knows the shop: the admin opens the app again, at the page it stood on.
 * @param admin the admin's origin @param app the app's path there, after the store
 */
export function useReopen(admin: string, app: string): void {
  useEffect(() => {
    const shop = window.shopify?.config?.shop;
    if (window.parent === window || !shop) return;
    window.open(`${admin}/store/${shop.replace(/\.myshopify\.com$/, "")}${app}`, "_top");
  }, [admin, app]);
}
