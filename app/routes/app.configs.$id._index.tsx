import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData, useNavigate, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readConfigPage } from "../pages/rules/read-config-page.ts";
import { readPreviewPanel } from "../pages/rules/read-preview-panel.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useFormBase } from "../ui/calm/unsaved.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { ConfigPage } from "../ui/configs/config-page.tsx";
import { PreviewPanel } from "../ui/configs/preview-panel.tsx";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";
import { useFirstWrong } from "../ui/use-first-wrong.ts";
import { usePoll } from "../ui/use-poll.ts";
import { withParams } from "../ui/with-params.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.config.name ?? "Content rules"} · Shelfwright` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const page = await readConfigPage(context.app, shop, params.id ?? "");
  if (!page) throw data({ missing: true }, 404);
  return { ...page, tried: await readPreviewPanel(context.app, shop, new URL(request.url).searchParams) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "config", about: params.id, body });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function Config() {
  const { tried, types, ...page } = useLoaderData<typeof loader>();
  const { config } = page;
  const [params, setParams] = useSearchParams();
  const trying = useKeyedFetcher(`config-try-${config.id}`);
  usePoll(tried.preview !== null && !tried.preview.finished);
  useAnswer(trying.data, (answer) => {
    if (answer.ok && answer.jobId) go({ preview: answer.jobId });
  });
  const go = (changes: Record<string, string | null>) =>
    setParams(withParams(params, changes), { replace: true, preventScrollReset: true });
  const navigate = useNavigate();
  const saving = useKeyedFetcher(`config-save-${config.id}`);
  const work = useKeyedFetcher(`config-work-${config.id}`);
  const adding = useKeyedFetcher(`config-types-${config.id}`);
  useToastAnswer(saving.data);
  useToastAnswer(work.data);
  useToastAnswer(adding.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok) navigate(answer.configId ? `/app/configs/${answer.configId}` : "/app/configs");
  });
  const refused = saving.state === "idle" && saving.data?.ok === false ? saving.data : null;
  useFirstWrong(refused?.at ?? null);
  // A saved form starts afresh, with what the server made of it.
  const { key, base, stale, takeTheirs } = useFormBase(page, config.seen, saving);
  return (
    <PageLoading>
      <ConfigPage
        key={`${config.id} ${key}`}
        {...page}
        config={base.config.id === config.id ? base.config : config}
        notices={<Notices notices={page.notices} />}
        saving={saving.state !== "idle"}
        busy={work.state !== "idle"}
        problem={refused?.stale ? null : (refused?.message ?? null)}
        theirs={stale ? config : null}
        onTakeTheirs={takeTheirs}
        errors={refused?.fields ?? {}}
        copyProblem={work.state === "idle" && work.data?.ok === false ? work.data.message : null}
        onSave={(input, seen) => saving.send({ intent: "save", input: JSON.stringify(input), seen })}
        onDuplicate={(name) => work.send({ intent: "duplicate", name })}
        onDelete={() => work.send({ intent: "delete", seen: config.seen })}
        addingTypes={adding.state !== "idle"}
        onAddTypes={() => adding.send({ intent: "add-types" })}
        onHistory={() => navigate(`/app/configs/${config.id}/history`)}
        preview={(rules) => (
          <PreviewPanel
            {...tried}
            types={types}
            busy={trying.state !== "idle"}
            problem={trying.state === "idle" && trying.data?.ok === false ? trying.data.message : null}
            onSearch={(q) => go({ q: q === "" ? null : q })}
            onTry={(productIds) =>
              trying.send([
                ["intent", "try"],
                ["config", JSON.stringify(rules)],
                ...productIds.map((id): [string, string] => ["id", id]),
              ])
            }
          />
        )}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="rule set" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
