const configKey = "sandbox-app-bridge";

/** Shop, host and locale come with the first address and outlive navigation and reload inside the frame. */
export function readConfig(script) {
  const query = new URLSearchParams(window.location.search);
  const meta = document.querySelector('meta[name="shopify-api-key"]');
  let kept = {};
  try {
    kept = JSON.parse(window.sessionStorage.getItem(configKey) ?? "{}");
  } catch {
    // Storage can be switched off: then each address has to bring its own parameters.
  }
  const config = {
    apiKey: script?.dataset.apiKey ?? meta?.content ?? "",
    shop: query.get("shop") ?? kept.shop,
    host: query.get("host") ?? kept.host,
    locale: query.get("locale") ?? kept.locale ?? "en",
    appOrigins: [],
    disabledFeatures: [],
  };
  try {
    const { shop, host, locale } = config;
    window.sessionStorage.setItem(configKey, JSON.stringify({ shop, host, locale }));
  } catch {
    // See above.
  }
  return config;
}
