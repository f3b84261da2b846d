import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunction, useFetcher, useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { answerPage } from "../pages/asked/answer-page.ts";
import { previewMerge } from "../pages/rules/preview-merge.ts";
import { readConfigsPage } from "../pages/rules/read-configs-page.ts";
import { calmAction, calmFetch, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { ConfigsPage } from "../ui/configs/configs-page.tsx";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";

export const meta: MetaFunction = () => [{ title: "Content rules · Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const merge = new URL(request.url).searchParams.getAll("merge");
  const page = await readConfigsPage(context.app, shop);
  return { ...page, merge: merge.length > 0 ? await previewMerge(context.app, shop, merge) : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "configs", body });
}

/** Asked for the merge that a dialog previews, the page has an answer in any case. */
export const clientLoader: ClientLoaderFunction = (args) =>
  new URL(args.request.url).searchParams.has("merge") ? calmMerge(args) : calmLoader(args);
export const clientAction = calmAction;

const calmMerge = calmFetch((problem) => ({ merge: { problem, warnings: [] } }));

export default function Configs() {
  const { merge: _merge, ...data } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const work = useKeyedFetcher("configs");
  const merge = useFetcher<typeof loader>({ key: "configs-merge" });
  useToastAnswer(work.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok && answer.configId) navigate(`/app/configs/${answer.configId}`);
  });
  const send = (fields: [string, string][]) => work.send(fields, { action: "/app/configs?index" });
  return (
    <PageLoading>
      <ConfigsPage
        {...data}
        notices={<Notices notices={data.notices} />}
        busy={work.state !== "idle"}
        problem={work.state === "idle" && work.data?.ok === false ? work.data.message : null}
        mergeProblem={merge.data?.merge?.problem ?? null}
        overrides={merge.state === "idle" && !merge.data?.merge?.problem ? (merge.data?.merge?.warnings ?? null) : null}
        onRules={() => navigate("/app/configs/rules")}
        onImport={(json, name) =>
          send([
            ["intent", "import"],
            ["json", json],
            ["name", name],
          ])
        }
        onAskMerge={(ids) => {
          const params = new URLSearchParams(ids.map((id) => ["merge", id]));
          merge.load(`/app/configs?index&${params}`);
        }}
        onMerge={(ids, name) =>
          send([["intent", "merge"], ["name", name], ...ids.map((id): [string, string] => ["id", id])])
        }
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="list of content rules" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
