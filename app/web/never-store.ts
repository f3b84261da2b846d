import type { RequestHandler } from "express";

/**
 * Pages and their data are one shop's, and are asked for with a session token: no cache keeps them. What a token decides is
 * named as well, for a proxy that was told to cache in spite of that. Comes after what serves the public files.
 */
export const neverStore: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  response.vary("Authorization");
  next();
};
