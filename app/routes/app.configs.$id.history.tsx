import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readHistoryPage } from "../pages/rules/read-history-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { HistoryPage } from "../ui/configs/history-page.tsx";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `History of ${data?.name ?? "rules"} · Shelfwright` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = await context.app.authenticate(request);
  const page = await readHistoryPage(context.app, user, params.id ?? "");
  if (!page) throw data({ missing: true }, 404);
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "config", about: params.id, body });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function ConfigHistory() {
  const page = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const work = useKeyedFetcher(`config-history-${page.id}`);
  useToastAnswer(work.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok) navigate(`/app/configs/${page.id}`);
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
  return <PageFailure error={useRouteError()} what="history" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
