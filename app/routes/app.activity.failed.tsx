import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readFailedPage } from "../pages/runs/read-failed-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { useLive } from "../ui/live/use-live.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { FailedPage } from "../ui/runs/failed-page.tsx";
import { useToastAnswer } from "../ui/use-answer.ts";

export const handle: PageHandle = { words: ["runs"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "failed");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readFailedPage(context.app, shop, new URL(request.url).searchParams, await wordsOf(request));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "failed", body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Failed() {
  const page = useLoaderData<typeof loader>();
  const work = useKeyedFetcher("failed");
  useToastAnswer(work.data);
  // Another tab, or the work itself, changes what is listed here.
  useLive("runs");
  return (
    <PageLoading>
      <FailedPage
        {...page}
        notices={<Notices notices={page.notices} />}
        busy={work.state !== "idle"}
        onRetry={(what) =>
          work.send([
            ["intent", "retry"],
            ...("items" in what
              ? what.items.map((id): [string, string] => ["item", id])
              : [
                  ["kind", what.group.kind] satisfies [string, string],
                  ["code", what.group.code ?? ""] satisfies [string, string],
                  ["job", page.jobId ?? ""] satisfies [string, string],
                ]),
          ])
        }
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
