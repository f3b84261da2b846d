import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigation, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { readAcceptancePage } from "../pages/acceptance.ts";
import { keptFor } from "../pages/kept.ts";
import { AcceptancePage } from "../ui/acceptance/acceptance-page.tsx";
import { defaultPeriod } from "../ui/acceptance/periods.ts";
import { calmLoader } from "../ui/calm/client-data.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { withParams } from "../ui/with-params.ts";

export const meta: MetaFunction = () => [{ title: "Acceptance · Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readAcceptancePage(context.app, shop, new URL(request.url).searchParams, keptFor(context.app.config));
}

export const clientLoader = calmLoader;

export default function Acceptance() {
  const page = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigation = useNavigation();
  return (
    <PageLoading>
      <AcceptancePage
        {...page}
        notices={<Notices notices={page.notices} />}
        loading={navigation.state === "loading" && navigation.location.pathname === "/app/acceptance"}
        onPeriod={(period) =>
          setParams(withParams(params, { period: period === defaultPeriod ? null : period }), {
            preventScrollReset: true,
          })
        }
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="acceptance figures" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
