import type { RequestHandler } from "express";

declare module "express-serve-static-core" {
  interface Locals {
    /** whose request it is by a token that the admin signed; undefined for strangers. It decides about turns and shares */
    shop: string | undefined;
    /** whether the token came in a header, as pages send it with a body */
    signedHeader: boolean | undefined;
  }
}

/**
 * Names the shop of a request before anything costs. What an address claims counts for nothing: with `?shop=` anyone
 * could be as many shops as they like.
 * @param shopOf by a session token; null for one that is not the admin's
 */
export function nameShop(shopOf: (token: string) => string | null): RequestHandler {
  return (request, response, next) => {
    const bearer = /^Bearer (\S+)$/.exec(request.get("authorization") ?? "")?.[1];
    const { id_token: inAddress } = request.query;
    const token = bearer ?? (typeof inAddress === "string" ? inAddress : "");
    response.locals.shop = token === "" ? undefined : (shopOf(token) ?? undefined);
    response.locals.signedHeader = bearer !== undefined && response.locals.shop !== undefined;
    next();
  };
}
