import type { Sandbox } from "./start.ts";

/** Shopify's library answers 410 to what looks like a bot. */
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

/**
 * Opens the app as a merchant's browser would: the admin's page, then the frame in it, whose session token the app
 * exchanges. Afterwards the app is installed on the shop.
 * @throws when admin or app do not answer with a page
 */
export async function openAppAsMerchant(sandbox: Pick<Sandbox, "adminUrl">, shop: string): Promise<void> {
  const handle = shop.replace(/\.myshopify\.com$/, "");
  const admin = await page(`${sandbox.adminUrl}/store/${handle}/apps/shelfwright`);
  const frame = /<iframe[^>]*\ssrc="([^"]+)"/.exec(admin)?.[1];
  if (!frame) throw new Error("the admin's page shows no app");
  await page(frame.replaceAll("&amp;", "&"));
}

async function page(url: string): Promise<string> {
  const response = await fetch(url, { headers: { "User-Agent": browser, Accept: "text/html" } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  return text;
}
