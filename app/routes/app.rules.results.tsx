import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigation, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { keptFor } from "../pages/kept.ts";
import { readResultsPage } from "../pages/rules/read-results-page.ts";
import { calmLoader } from "../ui/calm/client-data.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { defaultPeriod } from "../ui/results/periods.ts";
import { ResultsPage } from "../ui/results/results-page.tsx";
import { withParams } from "../ui/with-params.ts";

export const handle: PageHandle = { words: ["rules"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "results");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readResultsPage(
    context.app,
    shop,
    new URL(request.url).searchParams,
    keptFor(context.app.config),
    await wordsOf(request),
  );
}

export const clientLoader = calmLoader;

export default function Acceptance() {
  const page = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigation = useNavigation();
  return (
    <PageLoading>
      <ResultsPage
        {...page}
        notices={<Notices notices={page.notices} />}
        loading={navigation.state === "loading" && navigation.location.pathname === "/app/rules/results"}
        onPeriod={(period) =>
          setParams(withParams(params, { period: period === defaultPeriod ? null : period }), {
            preventScrollReset: true,
          })
        }
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
