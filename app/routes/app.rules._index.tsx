import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunction, useFetcher, useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { previewMerge } from "../pages/rules/preview-merge.ts";
import { readRulesIndex } from "../pages/rules/read-index-page.ts";
import { calmAction, calmFetch, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { RulesIndexPage } from "../ui/rules/rules-index-page.tsx";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";

export const handle: PageHandle = { words: ["rules"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "rules");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await context.app.authenticate(request);
  const { shop } = user;
  const merge = new URL(request.url).searchParams.getAll("merge");
  const words = await wordsOf(request);
  const page = await readRulesIndex(context.app, user, words);
  return { ...page, merge: merge.length > 0 ? await previewMerge(context.app, shop, merge, words) : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "configs", body, words: await wordsOf(request) });
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
    if (answer.ok && answer.configId) navigate(`/app/rules/${answer.configId}`);
  });
  const send = (fields: [string, string][]) => work.send(fields, { action: "/app/rules?index" });
  return (
    <PageLoading>
      <RulesIndexPage
        {...data}
        notices={<Notices notices={data.notices} />}
        busy={work.state !== "idle"}
        problem={work.state === "idle" && work.data?.ok === false ? work.data.message : null}
        mergeProblem={merge.data?.merge?.problem ?? null}
        overrides={merge.state === "idle" && !merge.data?.merge?.problem ? (merge.data?.merge?.warnings ?? null) : null}
        onRules={() => navigate("/app/rules/assignments")}
        onMake={(from, name) =>
          send([
            ["intent", "duplicate"],
            ["id", from],
            ["name", name],
          ])
        }
        onImport={(json, name) =>
          send([
            ["intent", "import"],
            ["json", json],
            ["name", name],
          ])
        }
        onAskMerge={(ids) => {
          const params = new URLSearchParams(ids.map((id) => ["merge", id]));
          merge.load(`/app/rules?index&${params}`);
        }}
        onMerge={(ids, name) =>
          send([["intent", "merge"], ["name", name], ...ids.map((id): [string, string] => ["id", id])])
        }
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
