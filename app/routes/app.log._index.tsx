import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { readActivityPage } from "../pages/log/read-page.ts";
import { calmLoader } from "../ui/calm/client-data.ts";
import { ActivityPage } from "../ui/log/log-page.tsx";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { useSavedFile } from "../ui/use-saved-file.ts";
import { withParams } from "../ui/with-params.ts";

export const handle: PageHandle = { words: ["log"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "log");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await context.app.authenticate(request);
  return readActivityPage(context.app, user, new URL(request.url).searchParams, await wordsOf(request));
}

export const clientLoader = calmLoader;

export default function Activity() {
  const { nextCursor, ...page } = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const file = useSavedFile("log-file", "shelfwright-log.csv");
  const go = (changes: Record<string, string | null>) =>
    setParams(withParams(params, changes), { preventScrollReset: true });
  return (
    <PageLoading>
      <ActivityPage
        {...page}
        notices={<Notices notices={page.notices} />}
        hasNext={nextCursor !== null}
        exporting={file.busy}
        onKind={(kind) => go({ kind: kind || null, cursor: null })}
        onWho={(who) => go({ who: who || null, cursor: null })}
        onNext={() => go({ cursor: nextCursor })}
        onFirst={() => go({ cursor: null })}
        onExport={() => file.save(`/app/log/file?${withParams(params, { cursor: null })}`)}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
