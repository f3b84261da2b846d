import type { RequestHandler } from "express";

/** Takes `//webhooks` for `/webhooks`: whoever joins an address that ends in a slash with a path sends that. */
export function oneSlash(): RequestHandler {
  return (request, _response, next) => {
    if (request.url.startsWith("//")) {
      request.url = request.url.replace(/^\/+/, "/");
      request.originalUrl = request.url;
    }
    next();
  };
}
