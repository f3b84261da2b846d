import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readHistoryPage } from "../pages/rules/read-history-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { HistoryPage } from "../ui/rules/history-page.tsx";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";

export const handle: PageHandle = { words: ["rules"] };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, "history", data?.name);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = await context.app.authenticate(request);
  const page = await readHistoryPage(context.app, user, params.id ?? "", await wordsOf(request));
  if (!page) throw data({ missing: true }, 404);
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "config", about: params.id, body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function ConfigHistory() {
  const page = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const work = useKeyedFetcher(`config-history-${page.id}`);
  useToastAnswer(work.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok) navigate(`/app/rules/${page.id}`);
  });
  return (
    <PageLoading>
      <HistoryPage
        {...page}
        notices={<Notices notices={page.notices} />}
        busy={work.state !== "idle"}
        onRestore={(revision) => work.send({ intent: "restore", revision: String(revision), seen: page.seen })}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
