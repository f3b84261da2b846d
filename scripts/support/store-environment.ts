/**
 * What to change of the environment when Shopify's CLI starts the app: it gives the address of its tunnel as HOST, which is our
 * setting for where to listen. @see https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration (web files: environment variables)
 */
export function storeEnvironment({ HOST: host, SHOPIFY_APP_URL: ownUrl }: Record<string, string | undefined>): {
  HOST?: undefined;
  SHOPIFY_APP_URL?: string;
} {
  if (!host || !/^https?:\/\//.test(host)) return {};
  return { HOST: undefined, SHOPIFY_APP_URL: ownUrl || host };
}
