import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useRef } from "react";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { localeSchema, productIdSchema } from "../lib/brand.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readEditorPage } from "../pages/languages/read-editor-page.ts";
import type { ProductRequest } from "../pages/product/actions.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { EditorPage } from "../ui/languages/editor-page.tsx";
import type { EditorView } from "../ui/languages/editor-view.ts";
import { useTranslate } from "../ui/languages/use-translate.tsx";
import { useLive } from "../ui/live/use-live.ts";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";

export const handle: PageHandle = { words: ["languages", "product"] };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "languages", data?.product.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const locale = localeSchema.safeParse(params.locale);
  const id = productIdSchema.safeParse(params.productId);
  const address = new URL(request.url).searchParams;
  const words = await wordsOf(request);
  const page =
    locale.success && id.success
      ? await readEditorPage(context.app, shop, { locale: locale.data, productId: id.data, address }, words)
      : null;
  if (!page) throw data({ missing: true }, 404);
  return page;
}

/** The same that the product's page lets do, of its texts in this language. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const id = productIdSchema.safeParse(params.productId);
  if (!id.success) throw data({ missing: true }, 404);
  const body = (await request.json().catch(() => null)) as unknown;
  return answerPage(context.app, { user, page: "product", about: id.data, body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Translations() {
  const page = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const work = useKeyedFetcher(`translations-${page.locale}-${page.market?.id ?? ""}-${page.product.id}`);
  const done = useRef<(() => void) | null>(null);
  useToastAnswer(work.data, { open: (jobId) => navigate(`/app/activity/${jobId}`) });
  useAnswer(work.data, (answer) => {
    if (answer.ok) done.current?.();
  });
  const send = (request: ProductRequest, then?: () => void) => {
    done.current = then ?? null;
    work.sendJson(request);
  };
  const whom = { locale: page.locale, ...(page.market ? { market: page.market.id } : {}) };
  useLive("runs", page.running !== null);
  const translate = useTranslate({
    key: `translations-${page.product.id}`,
    languages: page.tabs.map(({ locale, name }) => ({ locale, name })),
    markets: page.choices,
    texts: page.types,
    onOpenRun: (jobId) => navigate(`/app/activity/${jobId}`),
  });
  return (
    <PageLoading>
      <EditorPage
        {...page}
        key={`${page.locale} ${page.market?.id ?? ""} ${page.product.id}`}
        busy={work.state !== "idle"}
        problem={work.state === "idle" && work.data?.ok === false ? work.data.message : null}
        onOpen={(url) => navigate(url)}
        onTranslate={() =>
          translate.ask({
            ...{ selection: { ids: [page.product.id] }, locales: [page.locale], which: "missing_or_outdated" },
            markets: [page.market?.id ?? ""],
          })
        }
        onApprove={(versions, then) =>
          send(
            {
              intent: "approve",
              versionIds: versions.map(({ id }) => id),
              override: versions.length === 1 && versions.some(({ blocked }) => blocked),
            },
            then,
          )
        }
        onUseGeneral={({ type, newest, shown }) => {
          const contentType = type.name as TypeNames[number];
          if (page.market === null) return;
          const asked = { contentType, locale: page.locale, market: page.market.id };
          send({ intent: "general", ...asked, seen: newest?.id ?? null, shown });
        }}
        onKeepOriginal={({ type, newest, shown }, reason) => {
          const asked = { contentType: type.name as TypeNames[number], locale: page.locale, reason };
          send({ intent: "keepOriginal", ...asked, seen: newest?.id ?? null, shown });
        }}
        onResolve={(contentType, choice, then) =>
          send(
            {
              intent: "resolve",
              contentType: contentType as TypeNames[number],
              keep: choice === "keep-live" ? "theirs" : "ours",
              ...seenOf(page.texts, contentType),
              ...whom,
            },
            then,
          )
        }
        onReject={(version, reason, then) => send({ intent: "reject", versionId: version.id, reason }, then)}
        onUndo={(then) => send({ intent: "undo", writeBackId: page.lastWriteBack ?? undefined, ...whom }, then)}
        onPublish={(contentTypes) => send({ intent: "publish", contentTypes: contentTypes as TypeNames, ...whom })}
      />
      {translate.dialog}
    </PageLoading>
  );
}

/** The conflict and the texts that the person decides about. */
function seenOf(texts: EditorView["texts"], contentType: string) {
  const text = texts.find(({ type }) => type.name === contentType);
  return { detectedAt: text?.conflict?.detectedAt, shown: text?.shown };
}

type TypeNames = Extract<ProductRequest, { intent: "publish" }>["contentTypes"];

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="product" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
