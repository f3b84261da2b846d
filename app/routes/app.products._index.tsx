import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate, useNavigation, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useMemo, useRef } from "react";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readProductsPage } from "../pages/products/read-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { EndedJobs } from "../ui/jobs/ended-jobs.tsx";
import { isOpen } from "../ui/jobs/job-view.ts";
import { RunningJobs } from "../ui/jobs/running-jobs.tsx";
import { useEnded } from "../ui/jobs/use-ended.ts";
import { workInALine } from "../ui/jobs/work-in-a-line.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { atView, type View } from "../ui/products/list-address.ts";
import type { Selection } from "../ui/products/product-view.ts";
import { ProductsPage } from "../ui/products/products-page.tsx";
import { useSteadyRows } from "../ui/products/use-steady-rows.ts";
import { useViewCounts } from "../ui/products/use-view-counts.ts";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";
import { useFinished } from "../ui/use-finished.ts";
import { usePoll } from "../ui/use-poll.ts";

export const meta: MetaFunction = () => [{ title: "Products · Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readProductsPage(context.app, shop, new URL(request.url).searchParams);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "products", body });
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
  const counts = useViewCounts();
  const done = useRef<((sampled?: string[]) => void) | null>(null);
  const kept = useRef<string>("");
  const viewDone = useRef<((ok: boolean) => void) | null>(null);
  // What was chosen shows at once: a filter that waited for its rows could be lost to the next key.
  const going = navigation.state === "loading" && navigation.location.pathname === "/app/products";
  const wanted = going ? navigation.location.search : params.toString();
  const address = useMemo(() => new URLSearchParams(wanted), [wanted]);
  usePoll(data.running !== null || data.work.jobs.some((job) => isOpen(job) && !job.paused));
  const { ended, dismiss } = useEnded(data.work.jobs, work.data?.ok ? work.data.jobId : undefined);
  const open = data.work.jobs.filter(isOpen);
  const isWork = open.length + ended.length > 0;
  useFinished(data.running?.jobId, "Import finished");
  useToastAnswer(work.data, { open: (jobId) => navigate(`/app/jobs/${jobId}`) });
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
    ["query", address.toString()],
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
  return (
    <PageLoading>
      <ProductsPage
        {...data}
        page={{ ...data.page, rows }}
        views={data.views.map((view) => ({ ...view, count: counts[view.id] ?? null }))}
        work={
          isWork ? (
            <>
              <RunningJobs jobs={open} />
              <EndedJobs jobs={ended} waiting={data.work.waiting} onDismiss={dismiss} />
            </>
          ) : null
        }
        workLine={workInALine(open, ended)}
        notices={<Notices notices={data.notices} />}
        address={address}
        onAddress={(next, options) => setParams(next, { replace: options?.replace ?? false, preventScrollReset: true })}
        loading={going}
        busy={busy}
        problem={work.state === "idle" && work.data?.ok === false ? work.data.message : null}
        onImport={() => send("import", null, [])}
        onGenerate={(
          selection,
          { contentTypes, agentModel, lane, sample, allImages, skipGrouping, onlyMissing },
          then,
        ) =>
          send(
            "generate",
            selection,
            [
              ...contentTypes.map((type): [string, string] => ["contentType", type]),
              ["agentModel", agentModel],
              ["lane", lane ?? "direct"],
              ["sample", String(sample ?? "")],
              ...(sample && !address.has("cursor") ? rows.map(({ id }): [string, string] => ["shown", id]) : []),
              ["allImages", String(allImages ?? false)],
              ["skipGrouping", String(skipGrouping ?? false)],
              ["onlyMissing", String(onlyMissing ?? false)],
            ],
            then,
          )
        }
        onApprove={(selection, then) => send("approve", selection, [], then)}
        losses={losses.state !== "idle" ? null : losses.data?.ok ? losses.data.message : ""}
        onLosses={(selection) => losses.send(fieldsOf("losses", selection))}
        onPublish={(selection, then) => send("publish", selection, [], then)}
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
    </PageLoading>
  );
}

function seenOf({ id, name, query }: View) {
  return { id, seenName: name, seenQuery: query };
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="list" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
