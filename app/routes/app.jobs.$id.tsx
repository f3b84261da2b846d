import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData, useNavigate, useNavigation, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { jobIdSchema } from "../lib/brand.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readJobPage } from "../pages/jobs/read-job-page.ts";
import { keptFor, missingJob } from "../pages/kept.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { JobPage } from "../ui/jobs/job-page.tsx";
import { isOpen } from "../ui/jobs/job-view.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useToastAnswer } from "../ui/use-answer.ts";
import { useFinished } from "../ui/use-finished.ts";
import { usePoll } from "../ui/use-poll.ts";
import { withParams } from "../ui/with-params.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.job.title ?? "Job"} · Shelfwright` }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const id = jobIdSchema.safeParse(params.id);
  const page = id.success ? await readJobPage(context.app, shop, id.data, new URL(request.url).searchParams) : null;
  if (page) return { ...page, kept: keptFor(context.app.config) };
  const { body, status } = missingJob(context.app, id.data ?? "");
  throw data(body, status);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const id = jobIdSchema.safeParse(params.id);
  if (!id.success) throw data({ missing: true }, 404);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "job", about: id.data, body });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Job() {
  const { items, nextAfter, later, outcome, ...page } = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const work = useKeyedFetcher(`job-${page.job.id}`);
  usePoll(isOpen(page.job) && !page.job.paused);
  useFinished(isOpen(page.job) ? page.job.id : undefined, "The job has finished");
  useToastAnswer(work.data, { open: (jobId) => navigate(`/app/jobs/${jobId}`) });
  const go = (changes: Record<string, string | null>) =>
    setParams(withParams(params, changes), { preventScrollReset: true });
  const send = (intent: string) => work.send({ intent });
  return (
    <PageLoading>
      <JobPage
        {...page}
        notices={<Notices notices={page.notices} />}
        busy={work.state !== "idle"}
        items={{
          job: page.job,
          items,
          outcome,
          later,
          hasNext: nextAfter !== null,
          loading: navigation.state === "loading" && navigation.location.pathname.startsWith("/app/jobs/"),
          onOutcome: (chosen) => go({ outcome: chosen === "all" ? null : chosen, after: null }),
          onNext: () => go({ after: nextAfter === null ? null : String(nextAfter) }),
          onFirst: () => go({ after: null }),
        }}
        onCancel={() => send("cancel")}
        onRetry={() => send("retry")}
        onUndo={() => send("undo")}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="job" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
