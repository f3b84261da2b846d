/**
 * The environment of the app when Shopify's CLI starts it: it gives the address of its tunnel as HOST, which is our setting
 * for where to listen. @see https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration (web files: environment variables)
 */
export function storeEnvironment(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { HOST: host, ...rest } = given;
  if (!host || !/^https?:\/\//.test(host)) return given;
  return { ...rest, SHOPIFY_APP_URL: rest.SHOPIFY_APP_URL || host };
}
