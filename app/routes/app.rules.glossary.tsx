import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readGlossaryPage } from "../pages/rules/read-glossary-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useFormBase } from "../ui/calm/unsaved.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { GlossaryPage } from "../ui/rules/glossary-page.tsx";
import { useToastAnswer } from "../ui/use-answer.ts";

export const handle: PageHandle = { words: ["rules"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "glossary");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readGlossaryPage(context.app, shop, await wordsOf(request));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "glossary", body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function GlossaryRoute() {
  const page = useLoaderData<typeof loader>();
  const saving = useKeyedFetcher("glossary");
  useToastAnswer(saving.data);
  const { key, base, stale, takeTheirs } = useFormBase(page, page.digest, saving);
  const { digest, ...form } = base;
  return (
    <PageLoading>
      <GlossaryPage
        key={key}
        {...form}
        notices={<Notices notices={page.notices} />}
        saving={saving.state !== "idle"}
        problem={
          saving.state === "idle" && saving.data?.ok === false && !saving.data.stale ? saving.data.message : null
        }
        theirs={stale ? page.rows : null}
        onTakeTheirs={takeTheirs}
        onSave={(rows, over) => saving.send({ digest: over ? page.digest : digest, rows: JSON.stringify(rows) })}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
