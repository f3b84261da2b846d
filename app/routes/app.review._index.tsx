import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useLocation, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { beginAnew, readReviewPage } from "../pages/review/read-page.ts";
import { calmLoader } from "../ui/calm/client-data.ts";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { ReviewPage } from "../ui/review/review-page.tsx";
import { afreshOf } from "../ui/review/use-review-window.ts";

export const handle: PageHandle = { words: ["review"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "review");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await context.app.authenticate(request);
  const { searchParams } = new URL(request.url);
  const begun = await beginAnew(context.app, user, searchParams);
  if (begun !== null) throw redirect(begun);
  return readReviewPage(context.app, user, searchParams);
}

export const clientLoader = calmLoader;

export default function Review() {
  const page = useLoaderData<typeof loader>();
  const afresh = afreshOf(useLocation().state);
  return (
    <PageLoading>
      <ReviewPage {...page} key={`${page.queueId} ${page.lane} ${afresh}`} />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
