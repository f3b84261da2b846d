import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readGlossaryPage } from "../pages/rules/read-glossary-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useFormBase } from "../ui/calm/unsaved.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { GlossaryPage } from "../ui/configs/glossary-page.tsx";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useToastAnswer } from "../ui/use-answer.ts";

export const meta: MetaFunction = () => [{ title: "Glossary · Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readGlossaryPage(context.app, shop);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "glossary", body });
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
  return <PageFailure error={useRouteError()} what="page" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
