import { isRouteErrorResponse, useRevalidator } from "@remix-run/react";
import { PageProblem } from "./page-problem.tsx";

/**
 * What a route shows when its loader, action or component threw. Our own answer for a missing thing is `{missing: true}`.
 * Trying again asks for the page's data only, so that the frame keeps its session.
 */
export function PageFailure({ error, what }: { error: unknown; what?: string }) {
  const { revalidate, state } = useRevalidator();
  const missing = isRouteErrorResponse(error) && isMissing(error.data);
  return <PageProblem missing={missing} what={what} again={{ onAction: revalidate, loading: state === "loading" }} />;
}

function isMissing(data: unknown): boolean {
  return typeof data === "object" && data !== null && "missing" in data && data.missing === true;
}
