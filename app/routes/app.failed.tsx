import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readFailedPage } from "../pages/jobs/read-failed-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { FailedPage } from "../ui/jobs/failed-page.tsx";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useToastAnswer } from "../ui/use-answer.ts";
import { usePoll } from "../ui/use-poll.ts";

export const meta: MetaFunction = () => [{ title: "What failed · Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readFailedPage(context.app, shop, new URL(request.url).searchParams);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "failed", body });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Failed() {
  const page = useLoaderData<typeof loader>();
  const work = useKeyedFetcher("failed");
  useToastAnswer(work.data);
  // Another tab, or the work itself, changes what is listed here.
  usePoll(true, 5_000);
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
  return <PageFailure error={useRouteError()} what="list" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
