import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { answerAction } from "../pages/answer-action.ts";
import { changeSettings, readSettingsPage } from "../pages/settings.ts";
import type { ActionResult } from "../ui/action-result.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useFormBase } from "../ui/calm/unsaved.ts";
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
  const { shop } = await context.app.authenticate(request);
  return answerAction(context.app, () => changeSettings(context.app, shop, request));
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Settings() {
  const data = useLoaderData<typeof loader>();
  const saving = useFetcher<ActionResult>({ key: "settings-save" });
  const testing = useFetcher<ActionResult>({ key: "settings-test" });
  useToastAnswer(saving.data);
  const errors = saving.data?.ok === false ? (saving.data.fields ?? {}) : {};
  useFirstWrong(saving.data?.ok === false ? saving.data.at : null);
  // A saved form starts afresh: the key that was typed must not stay in the page.
  const { key, base } = useFormBase(data, JSON.stringify([data.saved, data.savedKey]), saving);
  return (
    <PageLoading>
      <SettingsPage
        {...base}
        key={key}
        notices={<Notices notices={data.notices} />}
        errors={errors}
        saving={saving.state !== "idle"}
        testing={testing.state !== "idle"}
        test={testing.data ?? null}
        onSave={({ removeKey, ...form }) =>
          saving.submit({ intent: "save", ...form, removeKey: String(removeKey) }, { method: "post" })
        }
        onTest={() => testing.submit({ intent: "test" }, { method: "post" })}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="page" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
