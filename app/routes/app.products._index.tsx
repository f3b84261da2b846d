import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate, useNavigation, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readProductsPage } from "../pages/products/read-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { useTranslate } from "../ui/languages/use-translate.tsx";
import { useLive } from "../ui/live/use-live.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { atView, listQueryOf, type View } from "../ui/products/list-address.ts";
import type { Selection } from "../ui/products/product-view.ts";
import { ProductsPage } from "../ui/products/products-page.tsx";
import { useSteadyRows } from "../ui/products/use-steady-rows.ts";
import { useViewCounts } from "../ui/products/use-view-counts.ts";
import type { WriteChoice } from "../ui/products/write-choice.ts";
import { EndedRuns } from "../ui/runs/ended-runs.tsx";
import { importedProductsUrl } from "../ui/runs/imported-products.ts";
import { isOpen } from "../ui/runs/run-view.ts";
import { useRunWords } from "../ui/runs/run-words.ts";
import { RunsUnderWay } from "../ui/runs/runs-under-way.tsx";
import { useEnded } from "../ui/runs/use-ended.ts";
import { workInALine } from "../ui/runs/work-in-a-line.ts";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";
import { useFinished } from "../ui/use-finished.ts";
import { useSavedFile } from "../ui/use-saved-file.ts";

export const handle: PageHandle = { words: ["languages", "products", "runs"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "products");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, by } = await context.app.authenticate(request);
  const params = new URL(request.url).searchParams;
  return readProductsPage(context.app, shop, params, { by, words: await wordsOf(request) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "products", body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Products() {
  const data = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const work = useKeyedFetcher("products-work");
  const losses = useKeyedFetcher("products-losses");
  const views = useKeyedFetcher("products-views");
  const plan = useKeyedFetcher("products-plan");
  const file = useSavedFile("products-file", "shelfwright-products.csv");
  const counts = useViewCounts();
  const done = useRef<((sampled?: string[]) => void) | null>(null);
  const kept = useRef<string>("");
  const viewDone = useRef<((ok: boolean) => void) | null>(null);
  // What was chosen shows at once: a filter that waited for its rows could be lost to the next key.
  const going = navigation.state === "loading" && navigation.location.pathname === "/app/products";
  const wanted = going ? navigation.location.search : params.toString();
  const address = useMemo(() => new URLSearchParams(wanted), [wanted]);
  const { t: runs } = useTranslation("runs");
  const runWords = useRunWords();
  const line = data.runLine?.run;
  const lineRuns = line !== undefined && isOpen(line);
  useLive("runs", data.running !== null || lineRuns || data.work.jobs.some(isOpen));
  // What the line above the list tells is not told twice.
  const others = data.work.jobs.filter(({ id }) => id !== line?.id);
  const { ended, dismiss } = useEnded(others, work.data?.ok ? work.data.jobId : undefined);
  const open = others.filter(isOpen);
  const isWork = open.length + ended.length > 0;
  useFinished(data.running?.jobId, runs("said.imported"), undefined, (jobId) => ({
    label: runs("ended.show"),
    run: () => navigate(importedProductsUrl(jobId)),
  }));
  useToastAnswer(work.data, { open: (jobId) => navigate(`/app/activity/${jobId}`) });
  useAnswer(work.data, (answer) => {
    if (answer.ok) done.current?.(answer.sampled);
  });
  useToastAnswer(views.data);
  useAnswer(views.data, (answer) => {
    viewDone.current?.(answer.ok);
    if (answer.ok && answer.viewId) setParams(atView(address, { id: answer.viewId, name: "", query: kept.current }));
  });
  const rows = useSteadyRows(data.page.rows, params.toString());
  const busy = work.state === "idle" ? null : (work.formData?.get("intent") as "import" | null);
  const fieldsOf = (intent: string, selection: Selection | null): [string, string][] => [
    ["intent", intent],
    ["query", listQueryOf(address).toString()],
    ...(selection?.all ? [["all", "1"] satisfies [string, string]] : []),
    ...(selection?.all ? selection.except : []).map((id): [string, string] => ["except", id]),
    ...(selection?.all ? [] : (selection?.ids ?? [])).map((id): [string, string] => ["id", id]),
  ];
  const send = (
    intent: string,
    selection: Selection | null,
    fields: [string, string][],
    then?: (sampled?: string[]) => void,
  ) => {
    done.current = then ?? null;
    work.send([...fieldsOf(intent, selection), ...fields]);
  };
  const changeView = async (fields: Record<string, string>) => {
    kept.current = fields.query ?? "";
    views.send(fields);
    return new Promise<boolean>((resolve) => {
      viewDone.current = resolve;
    });
  };
  const translate = useTranslate({
    key: "products",
    languages: data.languages,
    markets: data.translatedMarkets,
    texts: data.translatedTexts,
    onOpenRun: (jobId) => navigate(`/app/activity/${jobId}`),
  });
  const askToTranslate = (selection: Selection, then: () => void) =>
    translate.ask({
      selection: selection.all
        ? { query: listQueryOf(address).toString(), except: selection.except }
        : { ids: selection.ids },
      locales: data.languages.map(({ locale }) => locale),
      which: "missing_or_outdated",
      onStarted: then,
    });
  return (
    <PageLoading>
      <ProductsPage
        {...data}
        page={{ ...data.page, rows }}
        views={data.views.map((view) => ({ ...view, count: data.counts[view.id] ?? counts[view.id] ?? null }))}
        work={
          isWork ? (
            <>
              <RunsUnderWay jobs={open} />
              <EndedRuns jobs={ended} waiting={data.work.waiting} onDismiss={dismiss} />
            </>
          ) : null
        }
        workLine={workInALine(runs, runWords, open, ended)}
        notices={<Notices notices={data.notices} />}
        address={address}
        onAddress={(next, options) => setParams(next, { replace: options?.replace ?? false, preventScrollReset: true })}
        onOpen={(url) => navigate(url)}
        loading={going}
        busy={busy}
        problem={work.state === "idle" && work.data?.ok === false ? work.data.message : null}
        onImport={() => send("import", null, [])}
        exporting={file.busy}
        onExport={() => file.save(`/app/products/file?${listQueryOf(address)}`)}
        plan={plan.state === "idle" && plan.data?.ok ? (plan.data.plan ?? null) : null}
        planProblem={plan.state === "idle" && plan.data?.ok === false ? plan.data.message : null}
        onPlan={(selection) => plan.send(fieldsOf("plan", selection))}
        onGenerate={(selection, choice, then) =>
          send("generate", selection, fieldsOfChoice(choice, rows, address), then)
        }
        onApprove={(selection, then) => send("approve", selection, [["withoutFindings", "true"]], then)}
        publishing={
          losses.state === "idle" && losses.data?.ok
            ? { plan: losses.data.publish ?? null, losses: losses.data.message }
            : null
        }
        onLosses={(selection) => losses.send(fieldsOf("losses", selection))}
        onPublish={(selection, then) => send("publish", selection, [], then)}
        onTranslate={data.languages.length > 0 ? askToTranslate : null}
        viewChanges={{
          create: (name, query) => changeView({ intent: "view-create", name, query }),
          save: (view: View, query) => changeView({ intent: "view-save", query, ...seenOf(view) }),
          rename: (view, name) => changeView({ intent: "view-rename", name, query: view.query, ...seenOf(view) }),
          remove: (view) => {
            setParams(atView(address, { id: "all", name: "All", query: "" }));
            return changeView({ intent: "view-delete", ...seenOf(view) });
          },
        }}
      />
      {translate.dialog}
    </PageLoading>
  );
}

/** What a run is to write, as the form says it; of a sample also which products the person has before them. */
function fieldsOfChoice(
  choice: WriteChoice,
  rows: readonly { id: string }[],
  address: URLSearchParams,
): [string, string][] {
  const { contentTypes, agentModel, lane = "direct", sample, atMost } = choice;
  const is = (
    name: "allImages" | "skipGrouping" | "onlyMissing" | "skipWaiting" | "skipFewFacts",
  ): [string, string] => [name, String(choice[name] ?? false)];
  return [
    ...contentTypes.map((type): [string, string] => ["contentType", type]),
    ["agentModel", agentModel],
    ["lane", lane],
    ["sample", String(sample ?? "")],
    ["atMost", String(atMost ?? "")],
    ...(sample && !address.has("cursor") ? rows.map(({ id }): [string, string] => ["shown", id]) : []),
    is("allImages"),
    is("skipGrouping"),
    is("onlyMissing"),
    is("skipWaiting"),
    is("skipFewFacts"),
  ];
}

function seenOf({ id, name, query }: View) {
  return { id, seenName: name, seenQuery: query };
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
