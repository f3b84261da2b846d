import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { productIdSchema } from "../lib/brand.ts";
import { readSummaryPage } from "../pages/reviews/read-summary-page.ts";
import { calmLoader } from "../ui/calm/client-data.ts";
import { useKeyedFetcher } from "../ui/calm/use-keyed-fetcher.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";
import { SummaryPage } from "../ui/reviews/summary-page.tsx";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";

export const handle: PageHandle = { words: ["reviews"] };

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "reviews", data?.product.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const id = productIdSchema.safeParse(params.id);
  const page = id.success ? await readSummaryPage(context.app, shop, id.data) : null;
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export const clientLoader = calmLoader;

export default function SummaryRoute() {
  const page = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const work = useKeyedFetcher("reviews");
  useToastAnswer(work.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok && answer.jobId) navigate(`/app/activity/${answer.jobId}`);
  });
  return (
    <PageLoading>
      <SummaryPage
        {...page}
        notices={<Notices notices={page.notices} />}
        busy={work.state !== "idle"}
        onSummarise={() =>
          work.sendJson({ intent: "summarise", productIds: [page.product.id] }, { action: "/app/reviews?index" })
        }
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
