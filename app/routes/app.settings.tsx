import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useRef } from "react";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readSettingsPage } from "../pages/settings/read-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useFormBase } from "../ui/calm/unsaved.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { SettingsPage } from "../ui/settings/settings-page.tsx";
import { useDataFile } from "../ui/settings/use-data-file.ts";
import { useToastAnswer } from "../ui/use-answer.ts";
import { useFirstWrong } from "../ui/use-first-wrong.ts";

export const handle: PageHandle = { words: ["settings"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "settings");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, by } = await context.app.authenticate(request);
  return readSettingsPage(context.app, shop, by, await wordsOf(request));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  const words = await wordsOf(request);
  return answerPage(context.app, { user, page: "settings", body, words, signal: request.signal });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Settings() {
  const data = useLoaderData<typeof loader>();
  const saving = useKeyedFetcher("settings-save");
  const testing = useKeyedFetcher("settings-test");
  const handsOn = useKeyedFetcher("settings-hands-on");
  const erasing = useKeyedFetcher("settings-erase");
  const files = useDataFile();
  useToastAnswer(erasing.data);
  useToastAnswer(handsOn.data);
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
        erasing={erasing.state !== "idle"}
        eraseProblem={erasing.state === "idle" && erasing.data?.ok === false ? erasing.data.message : null}
        onErase={(name) => erasing.send({ intent: "erase", name })}
        handsOff={data.handsOff}
        givingBack={handsOn.state !== "idle"}
        onHandsOn={(productId) => handsOn.send({ intent: "handsOn", productId })}
        exporting={files.under}
        onExport={files.save}
        key={key}
        notices={<Notices notices={data.notices} />}
        errors={errors}
        saving={saving.state !== "idle"}
        testing={testing.state !== "idle"}
        test={testing.data ?? null}
        onSave={({ removeKey, people, ...form }) =>
          saving.send({
            intent: "save",
            ...form,
            // Only who changed what people may do sends it: others may not.
            ...(people === base.saved.people ? {} : { people }),
            removeKey: String(removeKey),
            seen: JSON.stringify(seen),
          })
        }
        onTest={() => testing.send({ intent: "test" })}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
