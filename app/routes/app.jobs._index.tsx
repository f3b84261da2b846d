import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigation, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { readJobsPage } from "../pages/jobs/read-jobs-page.ts";
import { keptFor } from "../pages/kept.ts";
import { calmLoader } from "../ui/calm/client-data.ts";
import { isOpen } from "../ui/jobs/job-view.ts";
import { JobsPage } from "../ui/jobs/jobs-page.tsx";
import { useEnded } from "../ui/jobs/use-ended.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { usePoll } from "../ui/use-poll.ts";
import { withParams } from "../ui/with-params.ts";

export const meta: MetaFunction = () => [{ title: "Jobs · Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const page = await readJobsPage(context.app, shop, new URL(request.url).searchParams);
  return { ...page, kept: keptFor(context.app.config) };
}

export const clientLoader = calmLoader;

export default function Jobs() {
  const { nextCursor, waiting, ...data } = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigation = useNavigation();
  usePoll(data.jobs.some((job) => isOpen(job) && !job.paused));
  const { ended, dismiss } = useEnded(data.jobs);
  const go = (changes: Record<string, string | null>) =>
    setParams(withParams(params, changes), { preventScrollReset: true });
  return (
    <PageLoading>
      <JobsPage
        {...data}
        ended={{ jobs: ended, waiting, onDismiss: dismiss }}
        notices={<Notices notices={data.notices} />}
        hasNext={nextCursor !== null}
        loading={navigation.state === "loading" && navigation.location.pathname === "/app/jobs"}
        onTab={(tab) => go({ tab: tab === "all" ? null : tab, cursor: null })}
        onNext={() => go({ cursor: nextCursor })}
        onFirst={() => go({ cursor: null })}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="list of jobs" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
