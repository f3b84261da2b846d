import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigation, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { keptFor } from "../pages/kept.ts";
import { readRunsPage } from "../pages/runs/read-runs-page.ts";
import { calmLoader } from "../ui/calm/client-data.ts";
import { useLive } from "../ui/live/use-live.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { isOpen } from "../ui/runs/run-view.ts";
import { RunsPage } from "../ui/runs/runs-page.tsx";
import { useEnded } from "../ui/runs/use-ended.ts";
import { withParams } from "../ui/with-params.ts";

export const handle: PageHandle = { words: ["runs"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "activity");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, by } = await context.app.authenticate(request);
  const page = await readRunsPage(context.app, shop, new URL(request.url).searchParams, by);
  return { ...page, kept: keptFor(context.app.config) };
}

export const clientLoader = calmLoader;

export default function Jobs() {
  const { nextCursor, waiting, ...data } = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigation = useNavigation();
  useLive("runs", data.runs.some(isOpen));
  const { ended, dismiss } = useEnded(data.runs);
  const go = (changes: Record<string, string | null>) =>
    setParams(withParams(params, changes), { preventScrollReset: true });
  return (
    <PageLoading>
      <RunsPage
        {...data}
        ended={{ jobs: ended, waiting, onDismiss: dismiss }}
        notices={<Notices notices={data.notices} />}
        hasNext={nextCursor !== null}
        loading={navigation.state === "loading" && navigation.location.pathname === "/app/activity"}
        onTab={(tab) => go({ tab: tab === "all" ? null : tab, cursor: null })}
        onNext={() => go({ cursor: nextCursor })}
        onFirst={() => go({ cursor: null })}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
