import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import {
  type ShouldRevalidateFunction,
  useLoaderData,
  useLocation,
  useNavigate,
  useRouteError,
  useSearchParams,
} from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readRulesEditor } from "../pages/rules/read-editor-page.ts";
import { readPreviewPanel } from "../pages/rules/read-preview-panel.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useFormBase } from "../ui/calm/unsaved.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { useLive } from "../ui/live/use-live.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { AfterSaveLine } from "../ui/rules/after-save-line.tsx";
import { DryRunPanel } from "../ui/rules/dry-run-panel.tsx";
import { RulesEditorPage } from "../ui/rules/rules-editor-page.tsx";
import { isSection, type Section, sectionOf } from "../ui/rules/rules-sections.ts";
import { TryPanel } from "../ui/rules/try-panel.tsx";
import { useDryRun } from "../ui/rules/use-dry-run.ts";
import { useMarks } from "../ui/rules/use-marks.ts";
import { newFindings } from "../ui/tried-product.ts";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";
import { useFirstWrong } from "../ui/use-first-wrong.ts";
import { withParams } from "../ui/with-params.ts";

export const handle: PageHandle = { words: ["rules"] };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data ? null : "rules", data?.config.name);

/** What is tried while somebody types changes nothing, so that nothing is loaded again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  ["marks", "dry-run"].includes(String(formData?.get("intent"))) ? false : defaultShouldRevalidate;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop, by } = await context.app.authenticate(request);
  const page = await readRulesEditor(context.app, shop, params.id ?? "", await wordsOf(request), by);
  if (!page) throw data({ missing: true }, 404);
  const search = new URL(request.url).searchParams;
  return { ...page, tried: await readPreviewPanel(context.app, shop, search, page.config.id) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  const words = await wordsOf(request);
  return answerPage(context.app, { user, page: "config", about: params.id, body, words, signal: request.signal });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function RulesEditor() {
  const { tried, types, drafts, ...page } = useLoaderData<typeof loader>();
  const { config } = page;
  const { t } = useTranslation("rules");
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const go = (changes: Record<string, string | null>) =>
    setParams(withParams(params, changes), { replace: true, preventScrollReset: true });
  const trying = useKeyedFetcher(`config-try-${config.id}`);
  useLive("runs", drafts.checking !== null || (tried.preview !== null && !tried.preview.finished));
  useAnswer(trying.data, (answer) => {
    if (answer.ok && answer.jobId) go({ preview: answer.jobId });
  });
  const saving = useKeyedFetcher(`config-save-${config.id}`);
  const checking = useKeyedFetcher(`config-check-${config.id}`);
  const writing = useKeyedFetcher(`config-write-${config.id}`);
  const open = (jobId: string) => navigate(`/app/activity/${jobId}`);
  useToastAnswer(checking.data, { open });
  useToastAnswer(writing.data, { open });
  const work = useKeyedFetcher(`config-work-${config.id}`);
  const adding = useKeyedFetcher(`config-types-${config.id}`);
  useToastAnswer(saving.data);
  useToastAnswer(work.data);
  useToastAnswer(adding.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok) navigate(answer.configId ? `/app/rules/${answer.configId}` : "/app/rules");
  });
  const asked = params.get("section");
  const section: Section = isSection(asked) ? asked : "texts";
  const refused = saving.state === "idle" && saving.data?.ok === false ? saving.data : null;
  useFirstWrong(refused?.at ?? null);
  useAnswer(saving.data, (answer) => {
    const wrong = answer.ok ? [] : Object.keys(answer.fields ?? {}).map(sectionOf);
    if (wrong[0] !== undefined && !wrong.includes(section)) go({ section: wrong[0] });
  });
  // A saved form starts afresh, with what the server made of it.
  const { key, base, stale, takeTheirs } = useFormBase(page, config.seen, saving);
  const ids = tried.chosen.map(({ id }) => id);
  const marks = useMarks(config.id, config.config, ids);
  const triedTexts = new Set((marks.marked ?? []).flatMap(({ texts }) => texts.map(({ contentType }) => contentType)));
  const triedTypes = types.map(({ name }) => name).filter((name) => triedTexts.size === 0 || triedTexts.has(name));
  const dryRun = useDryRun(config.id, config.config);
  const saved = saving.state === "idle" && saving.data?.ok ? saving.data : null;
  const isWritten = saved !== null && writing.data?.ok === true && writing.data.at >= saved.at;
  const problemOf = (fetcher: typeof trying) =>
    fetcher.state === "idle" && fetcher.data?.ok === false ? fetcher.data.message : null;
  return (
    <PageLoading>
      <RulesEditorPage
        key={`${config.id} ${key}`}
        {...page}
        config={base.config.id === config.id ? base.config : config}
        notices={<Notices notices={page.notices} />}
        saving={saving.state !== "idle"}
        busy={work.state !== "idle"}
        problem={refused?.stale ? null : (refused?.message ?? null)}
        theirs={stale ? config : null}
        onTakeTheirs={takeTheirs}
        errors={refused?.fields ?? marks.fields}
        copyProblem={problemOf(work)}
        section={section}
        hrefOf={(to) => `${pathname}?${withParams(params, { section: to })}`}
        onGo={(to) => go({ section: to })}
        onDraft={(rules) => {
          marks.onDraft(rules);
          dryRun.onDraft(rules);
        }}
        onSave={(input, seen) => saving.send({ intent: "save", input: JSON.stringify(input), seen })}
        onDuplicate={(name) => work.send({ intent: "duplicate", name })}
        onDelete={() => work.send({ intent: "delete", seen: config.seen })}
        addingTypes={adding.state !== "idle"}
        onAddTypes={() => adding.send({ intent: "add-types" })}
        onHistory={() => navigate(`/app/rules/${config.id}/history`)}
        afterSave={
          <AfterSaveLine
            {...drafts}
            tried={saved && !isWritten ? ids.length : 0}
            credits={ids.length * tried.creditsPerProduct}
            busy={{ check: checking.state !== "idle", write: writing.state !== "idle" }}
            onCheck={() => checking.send({ intent: "recheck" })}
            onWrite={() =>
              writing.send([
                ["intent", "write-again"],
                ...ids.map((id): [string, string] => ["id", id]),
                ...triedTypes.map((name): [string, string] => ["contentType", name]),
              ])
            }
          />
        }
        newFindings={newFindings(marks.marked ?? [])}
        tryPanel={
          <TryPanel
            chosen={tried.chosen}
            offered={tried.products}
            maxProducts={tried.maxProducts}
            creditsPerProduct={tried.creditsPerProduct}
            lang={tried.locale}
            marked={ids.length === 0 ? [] : marks.marked}
            markProblem={marks.problem}
            preview={tried.preview}
            busy={trying.state !== "idle"}
            problem={problemOf(trying)}
            labelOf={(name) => types.find((type) => type.name === name)?.label ?? t("try.imageText")}
            dryRun={
              config.preset ? null : <DryRunPanel {...dryRun} onShow={(chosen) => go({ try: chosen.join(",") })} />
            }
            onSearch={(q) => go({ q: q === "" ? null : q })}
            onChoose={(chosen) => go({ try: chosen.length === 0 ? null : chosen.join(",") })}
            onWrite={(chosen) =>
              trying.send([
                ["intent", "try"],
                ["config", JSON.stringify(marks.draft())],
                ...chosen.map((id): [string, string] => ["id", id]),
              ])
            }
          />
        }
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
