import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import type { FeedsRequest } from "../pages/feeds/actions.ts";
import { readFeedsPage } from "../pages/feeds/read-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { FeedsPage } from "../ui/feeds/feeds-page.tsx";
import { saveFeedFile } from "../ui/feeds/save-feed-file.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";
import { useToast } from "../ui/use-toast.ts";

export const handle: PageHandle = { words: ["feeds"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "feeds");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readFeedsPage(context.app, shop, await wordsOf(request));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = (await request.json().catch(() => null)) as unknown;
  return answerPage(context.app, { user, page: "feeds", body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Feeds() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("feeds");
  const toast = useToast();
  const work = useKeyedFetcher("feeds");
  const done = useRef<(() => void) | null>(null);
  useToastAnswer(work.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok) done.current?.();
  });
  const send = (request: FeedsRequest, then?: () => void) => {
    done.current = then ?? null;
    work.sendJson(request);
  };
  const copied = () => toast(t("copied"));
  const lost = () => toast(t("notSaved"), { isError: true });
  return (
    <PageLoading>
      <FeedsPage
        {...page}
        notices={<Notices notices={page.notices} />}
        busy={work.state !== "idle"}
        errors={(work.state === "idle" && work.data?.ok === false ? work.data.fields : undefined) ?? {}}
        onSave={(input, then) => send({ intent: "save", ...input }, then)}
        onMake={(feedId) => send({ intent: "make", feedId })}
        onAddress={(feedId, to, then) => send({ intent: "address", feedId, to }, then)}
        onDelete={(feedId, then) => send({ intent: "delete", feedId }, then)}
        onCopy={(address) => void navigator.clipboard.writeText(address).then(copied, lost)}
        onFile={async (feed, what) => {
          const name = what === "file" ? (feed.fileName ?? "feed") : "report.csv";
          if (!(await saveFeedFile(`/app/channels/feeds/${feed.id}/${what}`, name))) lost();
        }}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
