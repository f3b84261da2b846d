/** Browsers send no more than 64 KiB for pages that are gone; a character may take three bytes. */
const mostChars = 15_000;

/** How a request is sent that is the last of a page: the browser goes on with it when the page is closed, if it is short. */
export function outlivePage(body: string): Pick<RequestInit, "keepalive"> {
  return body.length <= mostChars ? { keepalive: true } : {};
}
