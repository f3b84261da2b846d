import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { productIdSchema } from "../lib/brand.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { keptFor } from "../pages/kept.ts";
import type { ProductRequest } from "../pages/product/actions.ts";
import { readProductPage } from "../pages/product/read-page.ts";
import { kindOfOwner } from "../texts/resource-owner.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { useLive } from "../ui/live/use-live.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { finishedMessage } from "../ui/product/finished-message.ts";
import { ProductPage } from "../ui/product/product-page.tsx";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";
import { useFinished } from "../ui/use-finished.ts";

export const handle: PageHandle = { words: ["languages", "product", "products"] };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data ? null : "product", data?.product.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop, by } = await context.app.authenticate(request);
  const words = await wordsOf(request);
  const id = productIdSchema.safeParse(params.id);
  const kind = id.success ? kindOfOwner(id.data) : null;
  if (kind !== null) {
    // A run or the log leads here from what is no product: its texts are among the languages.
    const address = new URL(request.url).searchParams;
    address.set("kind", kind);
    throw redirect(`/app/languages?${address}`);
  }
  const page = id.success ? await readProductPage(context.app, shop, id.data, by, words) : null;
  if (!page) throw data({ missing: true }, 404);
  return { ...page, kept: keptFor(context.app.config) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const id = productIdSchema.safeParse(params.id);
  if (!id.success) throw data({ missing: true }, 404);
  const body = (await request.json().catch(() => null)) as unknown;
  return answerPage(context.app, { user, page: "product", about: id.data, body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Product() {
  const { lastWriteBack, ...page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("product");
  const navigate = useNavigate();
  const work = useKeyedFetcher(`product-${page.product.id}`);
  const plan = useKeyedFetcher(`product-plan-${page.product.id}`);
  const done = useRef<(() => void) | null>(null);
  const started = useRef(page);
  if (page.running) started.current = { ...started.current, running: page.running };
  else if (!started.current.running) started.current = page;
  useLive("runs", page.running !== null);
  const pauses = page.notices.pauses.map(({ reason }) => reason);
  const kind = started.current.running?.kind ?? "other";
  useFinished(page.running?.jobId, t(finishedMessage(kind, started.current.texts, page.texts, pauses)), () => {
    started.current = page;
  });
  useToastAnswer(work.data, { open: (jobId) => navigate(`/app/activity/${jobId}`) });
  useAnswer(work.data, (answer) => {
    if (answer.ok) done.current?.();
  });
  const send = (request: ProductRequest, then?: () => void) => {
    done.current = then ?? null;
    work.sendJson(request);
  };
  return (
    <PageLoading>
      <ProductPage
        {...page}
        key={page.product.id}
        notices={<Notices notices={page.notices} />}
        busy={work.state !== "idle"}
        problem={work.state === "idle" && work.data?.ok === false ? work.data.message : null}
        plan={plan.state === "idle" && plan.data?.ok ? (plan.data.plan ?? null) : null}
        planProblem={plan.state === "idle" && plan.data?.ok === false ? plan.data.message : null}
        onPlan={() => plan.sendJson({ intent: "plan" } satisfies ProductRequest)}
        onWrite={({ contentTypes, agentModel, lane, allImages, onlyMissing, notes, fieldNotes, given }, then) =>
          send(
            {
              ...{ intent: "generate", contentTypes: contentTypes as TypeNames, agentModel },
              ...{ lane, allImages, onlyMissing, notes, fieldNotes, given },
            },
            then,
          )
        }
        onKeywords={(groups, seen, then) => send({ intent: "keywords", groups, seen }, then)}
        onAttributes={(attributes, seen, then) => send({ intent: "attributes", attributes, seen }, then)}
        onHandsOff={(off) => send({ intent: "handsOff", off })}
        onApprove={(versions, then) => {
          const override = versions.length === 1 && versions.some((version) => version.blocked);
          send({ intent: "approve", versionIds: versions.map((version) => version.id), override }, then);
        }}
        onReject={(version, reason, then) => send({ intent: "reject", versionId: version.id, reason }, then)}
        onDecide={(version, finding, reason, then) => {
          if (finding.id === undefined) return;
          const decided = reason === null ? { keep: false } : { keep: true, reason };
          send({ intent: "finding", versionId: version.id, findingId: finding.id, ...decided }, then);
        }}
        onUseFix={(version, finding) => {
          if (finding.id !== undefined) send({ intent: "fix", versionId: version.id, findingId: finding.id });
        }}
        onChoose={(contentType, { id }, body) => {
          const shown = page.texts.find(({ type }) => type.name === contentType)?.shown;
          send({ intent: "edit", edits: [{ contentType: contentType as TypeNames[number], body, seen: id, shown }] });
        }}
        onRestore={({ id }, then) => {
          const text = page.texts.find(({ history }) => history.some((version) => version.id === id));
          send({ intent: "restore", versionId: id, seen: text?.newest?.id ?? null, shown: text?.shown }, then);
        }}
        onPublish={(contentTypes, then) => send({ intent: "publish", contentTypes: contentTypes as TypeNames }, then)}
        onResolve={(contentType, choice, then) =>
          send(
            {
              intent: "resolve",
              contentType: contentType as TypeNames[number],
              keep: choice === "keep-live" ? "theirs" : "ours",
              detectedAt: page.texts.find(({ type }) => type.name === contentType)?.conflict?.detectedAt,
            },
            then,
          )
        }
        onUndo={(then) => send({ intent: "undo", writeBackId: lastWriteBack }, then)}
      />
    </PageLoading>
  );
}

type TypeNames = Extract<ProductRequest, { intent: "generate" }>["contentTypes"];

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="product" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
