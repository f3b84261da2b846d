import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { localeSchema } from "../lib/brand.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readTermsPage } from "../pages/rules/read-terms-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useFormBase } from "../ui/calm/unsaved.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { useTranslate } from "../ui/languages/use-translate.tsx";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { TermsPage } from "../ui/rules/terms-page.tsx";
import { useToastAnswer } from "../ui/use-answer.ts";
import { useSavedFile } from "../ui/use-saved-file.ts";

export const handle: PageHandle = { words: ["rules", "languages"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "glossary");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const locale = localeSchema.safeParse(params.locale);
  const page = locale.success ? await readTermsPage(context.app, shop, locale.data, await wordsOf(request)) : null;
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = (await request.json().catch(() => null)) as unknown;
  const about = params.locale ?? "";
  return answerPage(context.app, { user, page: "terms", about, body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function TermsRoute() {
  const page = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const saving = useKeyedFetcher("terms");
  const file = useKeyedFetcher("terms-file");
  const looking = useKeyedFetcher(`terms-against-${page.locale}`);
  const exported = useSavedFile("terms-export", "glossary.csv");
  useToastAnswer(saving.data);
  useToastAnswer(file.data?.ok && file.data.message !== "" ? file.data : undefined);
  const { key, base, stale, takeTheirs } = useFormBase(page, `${page.locale} ${page.digest}`, saving);
  const translate = useTranslate({
    key: "terms",
    languages: page.languages.slice(1),
    markets: [],
    texts: page.texts,
    onOpenRun: (jobId) => navigate(`/app/activity/${jobId}`),
  });
  const { digest, ...form } = base;
  const failed = (one: typeof saving) => (one.state === "idle" && one.data?.ok === false ? one.data : null);
  const found = looking.data?.ok ? (looking.data.terms?.against ?? null) : null;
  return (
    <PageLoading>
      <TermsPage
        key={key}
        {...form}
        notices={<Notices notices={page.notices} />}
        saving={saving.state !== "idle"}
        problem={failed(saving)?.stale ? null : (failed(saving)?.message ?? null)}
        theirs={stale ? page.rows : null}
        onTakeTheirs={takeTheirs}
        onSave={(terms, over) => saving.sendJson({ intent: "save", terms, digest: over ? page.digest : digest })}
        file={{
          busy: file.state !== "idle",
          problem: failed(file)?.message ?? null,
          preview: file.state === "idle" && file.data?.ok ? (file.data.terms?.preview ?? null) : null,
          done: file.state === "idle" && file.data?.ok && !file.data.terms ? file.data.at : 0,
          onPreview: (csv) => file.sendJson({ intent: "preview", csv }),
          onImport: (csv, mode, seen) => file.sendJson({ intent: "import", csv, mode, digest: seen }),
        }}
        exporting={exported.busy}
        onExport={() => exported.save("/app/rules/glossary/file")}
        against={found}
        looking={looking.state !== "idle"}
        onLook={(after) => looking.sendJson({ intent: "against", after })}
        onTranslate={(ids) => translate.ask({ selection: { ids }, locales: [page.locale], which: "against_terms" })}
      />
      {translate.dialog}
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
