import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useRef } from "react";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readSettingsPage } from "../pages/settings/read-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useFormBase } from "../ui/calm/unsaved.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { SettingsPage } from "../ui/settings/settings-page.tsx";
import { useToastAnswer } from "../ui/use-answer.ts";
import { useFirstWrong } from "../ui/use-first-wrong.ts";

export const meta: MetaFunction = () => [{ title: "Settings · Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readSettingsPage(context.app, shop);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "settings", body, signal: request.signal });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Settings() {
  const data = useLoaderData<typeof loader>();
  const saving = useKeyedFetcher("settings-save");
  const testing = useKeyedFetcher("settings-test");
  useToastAnswer(saving.data);
  const errors = saving.data?.ok === false ? (saving.data.fields ?? {}) : {};
  useFirstWrong(saving.data?.ok === false ? saving.data.at : null);
  // A saved form starts afresh: the key that was typed must not stay in the page.
  const { key, base } = useFormBase(data, JSON.stringify([data.saved, data.savedKey]), saving);
  // Who was told of a newer save has seen it, and is not told again after mending a field.
  const told = useRef<{ key: string; saved: typeof data.saved } | null>(null);
  if (saving.state === "idle" && saving.data?.ok === false && saving.data.stale) {
    told.current = { key, saved: data.saved };
  }
  const seen = told.current?.key === key ? told.current.saved : base.saved;
  return (
    <PageLoading>
      <SettingsPage
        {...base}
        savedKey={data.savedKey}
        key={key}
        notices={<Notices notices={data.notices} />}
        errors={errors}
        saving={saving.state !== "idle"}
        testing={testing.state !== "idle"}
        test={testing.data ?? null}
        onSave={({ removeKey, ...form }) =>
          saving.send({ intent: "save", ...form, removeKey: String(removeKey), seen: JSON.stringify(seen) })
        }
        onTest={() => testing.send({ intent: "test" })}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="page" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
