/**
 * Requests of the app to itself carry a session token. One that was refused as out of date is sent once more with a new
 * token, all carry the language of the admin; an answer that names another address to go to (re-installing, new scopes) is followed at the top.
 */
export function patchFetch(tokens, { locale, openAtTop }) {
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== window.location.origin || request.headers.has("Authorization")) {
      return plainFetch(input, init);
    }
    const again = request.clone();
    const response = await plainFetch(await withToken(request, { tokens, locale }));
    const elsewhere = response.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url");
    if (elsewhere !== null) {
      openAtTop(elsewhere);
      return response;
    }
    if (response.status !== 401 || response.headers.get("X-Shopify-Retry-Invalid-Session-Request") !== "1") {
      return response;
    }
    tokens.forget();
    return plainFetch(await withToken(again, { tokens, locale }));
  };
}

async function withToken(request, { tokens, locale }) {
  request.headers.set("Authorization", `Bearer ${await tokens.idToken()}`);
  request.headers.set("Accept-Language", locale);
  request.headers.set("X-Requested-With", "XMLHttpRequest");
  return request;
}
