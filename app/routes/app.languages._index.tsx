import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate, useNavigation, useRouteError, useSearchParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useMemo } from "react";
import { wordsOf } from "../i18n/words-of.server.ts";
import type { PageHandle } from "../i18n/words-of-pages.ts";
import { readLanguagesPage } from "../pages/languages/read-page.ts";
import { calmLoader } from "../ui/calm/client-data.ts";
import { kindOfAddress } from "../ui/languages/language-address.ts";
import { LanguagesPage } from "../ui/languages/languages-page.tsx";
import { useBulkDecision } from "../ui/languages/use-bulk-decision.tsx";
import { useTranslate } from "../ui/languages/use-translate.tsx";
import { useLive } from "../ui/live/use-live.ts";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { pageTitle } from "../ui/page-title.ts";

export const handle: PageHandle = { words: ["languages", "products"] };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "languages");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readLanguagesPage(context.app, shop, new URL(request.url).searchParams, await wordsOf(request));
}

export const clientLoader = calmLoader;

export default function Languages() {
  const data = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const navigation = useNavigation();
  // What was chosen shows at once.
  const going = navigation.state === "loading" && navigation.location.pathname === "/app/languages";
  const wanted = going ? navigation.location.search : params.toString();
  const address = useMemo(() => new URLSearchParams(wanted), [wanted]);
  useLive("runs", data.importing);
  const translate = useTranslate({
    key: "languages",
    languages: data.languages,
    markets: data.markets,
    texts: data.texts,
    onOpenRun: (jobId) => navigate(`/app/activity/${jobId}`),
  });
  const decide = useBulkDecision({ onOpenRun: (jobId) => navigate(`/app/activity/${jobId}`) });
  const search = address.get("q") ?? "";
  return (
    <PageLoading>
      <LanguagesPage
        {...data}
        notices={<Notices notices={data.notices} />}
        address={address}
        loading={going}
        onAddress={(next) => setParams(next, { preventScrollReset: true })}
        onOpen={(url) => navigate(url)}
        onBulk={({ act, view, locales, count, which = "missing" }) => {
          const kind = kindOfAddress(address);
          const onSaleOnly = address.get("sale") !== "all";
          const { market } = data;
          const languages = {
            ...{ view, locales, search, onSaleOnly },
            ...(kind === "product" ? {} : { kind }),
            ...(market ? { market: market.id } : {}),
          };
          const selection = { languages, except: [] };
          if (act === "translate") translate.ask({ selection, locales, which, markets: [market?.id ?? ""] });
          else decide.ask({ act, selection, locales, market, count });
        }}
      />
      {translate.dialog}
      {decide.dialog}
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
