/**
 * Answers of what stands before the Admin API, or of the API about the whole shop: status and body, a text for a page.
 * @see https://shopify.dev/docs/api/usage/response-codes
 */
export const refusingStatuses: Readonly<Record<string, { status: number; body: { errors: string } | string }>> = {
  http_200_words: { status: 200, body: { errors: "Unavailable Shop" } },
  http_400_html: { status: 400, body: page("Bad Request") },
  http_401: { status: 401, body: { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" } },
  http_402: { status: 402, body: { errors: "Unavailable Shop" } },
  http_403: { status: 403, body: { errors: "Unavailable Shop" } },
  http_403_html: { status: 403, body: page("Access denied") },
  http_404: { status: 404, body: { errors: "Not Found" } },
  http_404_html: { status: 404, body: page("Not Found") },
  http_406: { status: 406, body: { errors: "Not Acceptable" } },
  http_408: { status: 408, body: page("Request Timeout") },
  http_409: { status: 409, body: { errors: "Conflict" } },
  http_423: { status: 423, body: { errors: "Locked" } },
}; // biome-ignore format: one status a line

export const refusingKinds: readonly string[] = Object.keys(refusingStatuses);

function page(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}
