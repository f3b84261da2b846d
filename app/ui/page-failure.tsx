import { isRouteErrorResponse } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { PageProblem } from "./page-problem.tsx";

/**
 * What a route shows when its loader, action or component threw. Shopify's own responses re-authorise the request and must
 * reach its boundary; they carry HTML or nothing, ours carry `{missing: true}`.
 */
export function PageFailure({ error, what }: { error: unknown; what?: string }) {
  if (isRouteErrorResponse(error)) {
    const missing = isMissing(error.data);
    if (!missing && error.status < 500) return boundary.error(error);
    return <PageProblem missing={missing} what={what} />;
  }
  return <PageProblem missing={false} what={what} />;
}

function isMissing(data: unknown): boolean {
  return typeof data === "object" && data !== null && "missing" in data && data.missing === true;
}
