import { isRouteErrorResponse, useRevalidator } from "@remix-run/react";
import { PageProblem, type PageProblemProps } from "./page-problem.tsx";

/**
 * What a route shows when its loader, action or component threw. Our own answer for a missing thing is `{missing: true}`, with
 * `keptDays` when it is only no longer kept.
 * Trying again asks for the page's data only, so that the frame keeps its session.
 */
export function PageFailure({ error, what }: { error: unknown; what?: PageProblemProps["what"] }) {
  const { revalidate, state } = useRevalidator();
  const answer: unknown = isRouteErrorResponse(error) ? error.data : null;
  const again = { onAction: revalidate, loading: state === "loading" };
  return <PageProblem missing={isMissing(answer)} keptDays={keptDaysOf(answer)} what={what} again={again} />;
}

function keptDaysOf(data: unknown): number | undefined {
  if (typeof data !== "object" || data === null || !("keptDays" in data)) return undefined;
  return typeof data.keptDays === "number" ? data.keptDays : undefined;
}

function isMissing(data: unknown): boolean {
  return typeof data === "object" && data !== null && "missing" in data && data.missing === true;
}
