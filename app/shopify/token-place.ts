/** Where a shop's sealed tokens are kept; part of the seal. */
export const tokenPlace = {
  access: (shop: string) => `sessions.access_token:${shop}`,
  refresh: (shop: string) => `sessions.refresh_token:${shop}`,
};
