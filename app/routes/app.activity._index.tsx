import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useEffect, useRef } from "react";
import { readActivityPage } from "../pages/activity/read-page.ts";
import { ActivityPage } from "../ui/activity/activity-page.tsx";
import { calmLoader } from "../ui/calm/client-data.ts";
import { saveFile } from "../ui/configs/save-file.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useToast } from "../ui/use-toast.ts";
import { withParams } from "../ui/with-params.ts";

export const meta: MetaFunction = () => [{ title: "Activity · Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await context.app.authenticate(request);
  return readActivityPage(context.app, user, new URL(request.url).searchParams);
}

export const clientLoader = calmLoader;

export default function Activity() {
  const { nextCursor, ...page } = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const file = useFetcher<{ csv: string; problem: string | null }>({ key: "activity-file" });
  const saved = useRef(file.data);
  const toast = useToast();
  useEffect(() => {
    if (!file.data || file.data === saved.current) return;
    saved.current = file.data;
    if (file.data.problem !== null) toast(file.data.problem, { isError: true });
    else saveFile("shelfwright-activity.csv", file.data.csv, "text/csv");
  }, [file.data, toast]);
  const go = (changes: Record<string, string | null>) =>
    setParams(withParams(params, changes), { preventScrollReset: true });
  return (
    <PageLoading>
      <ActivityPage
        {...page}
        notices={<Notices notices={page.notices} />}
        hasNext={nextCursor !== null}
        exporting={file.state !== "idle"}
        onKind={(kind) => go({ kind: kind || null, cursor: null })}
        onWho={(who) => go({ who: who || null, cursor: null })}
        onNext={() => go({ cursor: nextCursor })}
        onFirst={() => go({ cursor: null })}
        onExport={() => file.load(`/app/activity/file?${withParams(params, { cursor: null })}`)}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="page" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
