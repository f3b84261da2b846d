import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useRef } from "react";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import type { ContentTypesRequest } from "../pages/content-types/actions.ts";
import { readContentTypesPage } from "../pages/content-types/read-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { ContentTypesPage } from "../ui/content-types/content-types-page.tsx";
import type { FieldChoices } from "../ui/content-types/type-view.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";

export const handle: PageHandle = { words: ["rules"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "texts");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readContentTypesPage(context.app, shop, await wordsOf(request));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = (await request.json().catch(() => null)) as unknown;
  return answerPage(context.app, { user, page: "contentTypes", body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function ContentTypes() {
  const page = useLoaderData<typeof loader>();
  const work = useKeyedFetcher("content-types");
  const fields = useFetcher<FieldChoices>({ key: "content-type-fields" });
  const done = useRef<(() => void) | null>(null);
  useToastAnswer(work.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok) done.current?.();
  });
  const send = (request: ContentTypesRequest, then?: () => void) => {
    done.current = then ?? null;
    work.sendJson(request);
  };
  const refused = work.state === "idle" && work.data?.ok === false ? work.data : null;
  return (
    <PageLoading>
      <ContentTypesPage
        types={page.types}
        notices={<Notices notices={page.notices} />}
        choices={fields.data ?? null}
        busy={work.state !== "idle"}
        problem={refused?.stale ? null : (refused?.message ?? null)}
        errors={refused?.fields ?? {}}
        onFields={() => fields.load("/app/rules/texts/fields")}
        onAdd={(input, then) => send({ intent: "add", ...input }, then)}
        onChange={(name, input, seen, then) => send({ intent: "change", name, input, seen }, then)}
        onPublished={(name, published) => send({ intent: "publish", name, published })}
        onWanted={(name, wanted) => send({ intent: "want", name, wanted })}
        onRemove={(name, seen, then) => send({ intent: "remove", name, seen }, then)}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
