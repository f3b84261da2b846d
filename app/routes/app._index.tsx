import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readHomePage } from "../pages/home/read-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { HomePage } from "../ui/home/home-page.tsx";
import { useLooking } from "../ui/home/use-looking.ts";
import { useLive } from "../ui/live/use-live.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useToastAnswer } from "../ui/use-answer.ts";

export const handle: PageHandle = { words: ["home", "runs"] };

export const meta: MetaFunction = () => [{ title: "Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, by: person } = await context.app.authenticate(request);
  return readHomePage(context.app, { shop, person }, new URL(request.url).searchParams);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "home", body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Home() {
  const data = useLoaderData<typeof loader>();
  const work = useKeyedFetcher("home");
  useToastAnswer(work.data);
  useLive("runs", data.importing !== null || data.running.length > 0);
  useLooking(data.catalogue.checking);
  // What colleagues decide changes what is left to do.
  useLive("acts");
  return (
    <PageLoading>
      <HomePage
        {...data}
        above={<Notices notices={data.onTop} />}
        busy={work.state !== "idle"}
        problem={work.state === "idle" && work.data?.ok === false ? work.data.message : null}
        onImport={() => work.send({ intent: "import" })}
        onHide={() => work.send({ intent: "hide" })}
        onSamples={(ids) => work.send([["intent", "samples"], ...ids.map((id): [string, string] => ["id", id])])}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
