import type { ZodType } from "zod";
import type { ShopDomain } from "../lib/brand.ts";

/** One GraphQL document of the app with the shape of its answer. All of them are listed in `operations/index.ts`. */
export interface AdminOperation<Data, Variables extends Record<string, unknown>> {
  name: string;
  document: string;
  data: ZodType<Data>;
  /** what the token may not read is null in the answer, and the rest counts; otherwise one denied field fails the call */
  allowsDenied?: true;
  /** never set; carries the variables' type */
  variables?: Variables;
}

/**
 * The Admin API of one shop.
 * @throws OperationalError with codes `shopify_throttled`, `shopify_unavailable`, `shopify_timeout` (a write that timed out is
 *   unknown, not failed), `shopify_needs_reauth`, `shopify_scope`, `shopify_bad_request`, `shopify_bad_answer`
 */
export interface AdminApi {
  shop: ShopDomain;
  run<Data, Variables extends Record<string, unknown>>(
    operation: AdminOperation<Data, Variables>,
    variables: Variables,
    options?: { signal?: AbortSignal },
  ): Promise<Data>;
}

/** Opens the Admin API of a shop with its current token. */
export type AdminApiFor = (shop: ShopDomain) => AdminApi;
