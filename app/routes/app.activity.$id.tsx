import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import {
  useFetcher,
  useLoaderData,
  useNavigate,
  useNavigation,
  useRouteError,
  useSearchParams,
} from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { jobIdSchema } from "../lib/brand.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { keptFor, missingJob } from "../pages/kept.ts";
import { readRunPage } from "../pages/runs/read-run-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { useLive } from "../ui/live/use-live.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { RunPage } from "../ui/runs/run-page.tsx";
import { isOpen, type UndoPreviewView } from "../ui/runs/run-view.ts";
import { useToastAnswer } from "../ui/use-answer.ts";
import { useFinished } from "../ui/use-finished.ts";
import { useSavedFile } from "../ui/use-saved-file.ts";
import { withParams } from "../ui/with-params.ts";

export const handle: PageHandle = { words: ["runs"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "run");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const id = jobIdSchema.safeParse(params.id);
  const page = id.success
    ? await readRunPage(context.app, {
        shop,
        jobId: id.data,
        params: new URL(request.url).searchParams,
        words: await wordsOf(request),
      })
    : null;
  if (page) return { ...page, kept: keptFor(context.app.config) };
  const { body, status } = missingJob(context.app, id.data ?? "");
  throw data(body, status);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const id = jobIdSchema.safeParse(params.id);
  if (!id.success) throw data({ missing: true }, 404);
  const [body, words] = [await request.formData(), await wordsOf(request)];
  return answerPage(context.app, { user, page: "job", about: id.data, body, words });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Run() {
  const { items, nextAfter, later, outcome, ...page } = useLoaderData<typeof loader>();
  const { run } = page;
  const { t } = useTranslation("runs");
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const work = useKeyedFetcher(`job-${run.id}`);
  const undo = useFetcher<{ preview: UndoPreviewView | null; problem: string | null }>({ key: `undo-${run.id}` });
  const file = useSavedFile(`run-file-${run.id}`, "shelfwright-run.csv");
  useLive("runs", isOpen(run));
  useFinished(isOpen(run) ? run.id : undefined, t("said.ended"));
  useToastAnswer(work.data, { open: (jobId) => navigate(`/app/activity/${jobId}`) });
  const go = (changes: Record<string, string | null>) =>
    setParams(withParams(params, changes), { preventScrollReset: true });
  const send = (intent: string) => () => work.send({ intent });
  return (
    <PageLoading>
      <RunPage
        {...page}
        notices={<Notices notices={page.notices} />}
        busy={work.state !== "idle"}
        undoPreview={undo.state === "idle" ? (undo.data?.preview ?? undefined) : null}
        items={{
          run,
          items,
          outcome,
          later,
          hasNext: nextAfter !== null,
          loading: navigation.state === "loading" && navigation.location.pathname.startsWith("/app/activity/"),
          onOutcome: (chosen) => go({ outcome: chosen === "all" ? null : chosen, after: null }),
          onNext: () => go({ after: nextAfter === null ? null : String(nextAfter) }),
          onFirst: () => go({ after: null }),
          onRetry: (seqs) =>
            work.send([["intent", "retryChosen"], ...seqs.map((seq): [string, string] => ["seq", String(seq)])]),
        }}
        onPause={send("pause")}
        onGoOn={send("goOn")}
        onStop={send("cancel")}
        onRetryAll={send("retry")}
        onUndo={send("undo")}
        onAskUndo={() => undo.load(`/app/activity/${run.id}/undo`)}
        onExport={() => file.save(`/app/activity/${run.id}/file?${params}`)}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="run" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
