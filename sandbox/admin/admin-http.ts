import { HttpError, type HttpRequest } from "../shared/http.ts";

/** Only this admin's own pages may change something or fetch tokens, not the app or another site in the browser. */
export function refuseOtherSites({ req }: HttpRequest): void {
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    throw new HttpError(403, "Only the admin's own pages may do this.");
  }
}

export function redirect(res: HttpRequest["res"], location: string, status = 302): void {
  res.writeHead(status, { location }).end();
}
