import type { BrowserContext } from "playwright-core";

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#9bb"/></svg>';

/** Answers for the store's picture server, of which made-up products have addresses that lead nowhere. */
export async function answerPictures(context: BrowserContext): Promise<void> {
  await context.route("https://cdn.shopify.com/**", (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: square }),
  );
}
