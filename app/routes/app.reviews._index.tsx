import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readReviewsPage } from "../pages/reviews/read-reviews-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { ReviewsPage } from "../ui/reviews/reviews-page.tsx";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";
import { withParams } from "../ui/with-params.ts";

export const handle: PageHandle = { words: ["reviews"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "reviews");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readReviewsPage(context.app, shop, new URL(request.url).searchParams, await wordsOf(request));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = (await request.json().catch(() => null)) as unknown;
  return answerPage(context.app, { user, page: "reviews", body, words: await wordsOf(request) });
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

/** Where this page's actions are. */
const here = { action: "/app/reviews?index" };

export default function ReviewsRoute() {
  const { hasMore, ...page } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const work = useKeyedFetcher("reviews");
  const file = useKeyedFetcher("reviews-file");
  useToastAnswer(work.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok && answer.jobId) navigate(`/app/activity/${answer.jobId}`);
  });
  const told = file.data?.ok ? (file.data.reviews ?? null) : null;
  const failed = (one: typeof work) => (one.state === "idle" && one.data?.ok === false ? one.data.message : null);
  return (
    <PageLoading>
      <ReviewsPage
        {...page}
        hasMore={hasMore}
        notices={<Notices notices={page.notices} />}
        busy={work.state !== "idle"}
        problem={failed(work)}
        importing={{
          busy: file.state !== "idle",
          problem: failed(file),
          preview: told?.preview ?? null,
          taken: told?.taken ?? null,
          onPreview: (csv, columns) => file.sendJson({ intent: "preview", csv, columns }, here),
          onPart: (part) => file.sendJson({ intent: "import", ...part }, here),
        }}
        onSummarise={(productIds) => work.sendJson({ intent: "summarise", productIds }, here)}
        onRemove={(importId, done) => {
          work.sendJson({ intent: "delete", importId }, here);
          done();
        }}
        onPage={(number) => setParams(withParams(params, { page: number === 1 ? null : String(number) }))}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
