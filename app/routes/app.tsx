import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import styles from "@shopify/polaris/build/esm/styles.css?url";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../i18n/words-of.server.ts";
import { bouncedParameter } from "../lib/bounced-parameter.ts";
import { digestOf } from "../lib/digest.ts";
import { AppProvider } from "../ui/app-provider.tsx";
import { OpenProblem } from "../ui/auth/open-problem.tsx";
import { useCleanAddress } from "../ui/auth/use-clean-address.ts";
import { ConnectionNotice } from "../ui/calm/connection-notice.tsx";
import { readRefusals } from "../ui/calm/refusals.ts";
import { RoutePreloads } from "../ui/calm/route-preloads.tsx";
import { wordsBelongTo } from "../ui/editor/kept-words.ts";
import { EndedLines } from "../ui/live/ended-lines.tsx";
import { usePageWords } from "../ui/page-words.ts";
import { usePortalRegion } from "../ui/portal-region.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, by } = await context.app.authenticate(request);
  const { t } = await wordsOf(request);
  return { titles: t("frame:titles", { returnObjects: true }), person: digestOf([shop, by]).slice(0, 16) };
}

if (typeof window !== "undefined") {
  window.fetch = readRefusals(window.fetch.bind(window), (ms) => new Promise((resolve) => setTimeout(resolve, ms)));
}

/** Nothing here changes while the app is open, and each page's own request has the session token. */
export const shouldRevalidate = () => false;

export default function AppFrame() {
  useCleanAddress(bouncedParameter);
  usePortalRegion();
  usePageWords();
  const { person } = useLoaderData<typeof loader>();
  // Before any page below looks for what was kept.
  if (typeof window !== "undefined") wordsBelongTo(person);
  const { t } = useTranslation("frame");
  return (
    <AppProvider>
      <NavMenu>
        <Link to="/app" rel="home">
          {t("nav.home")}
        </Link>
        <Link to="/app/review">{t("nav.review")}</Link>
        <Link to="/app/products">{t("nav.products")}</Link>
        <Link to="/app/languages">{t("nav.languages")}</Link>
        <Link to="/app/activity">{t("nav.activity")}</Link>
        <Link to="/app/rules">{t("nav.rules")}</Link>
        <Link to="/app/settings">{t("nav.settings")}</Link>
      </NavMenu>
      <main>
        <Outlet />
        <EndedLines />
        <ConnectionNotice />
      </main>
      <RoutePreloads />
    </AppProvider>
  );
}

export function ErrorBoundary() {
  return (
    <AppProvider>
      <OpenProblem error={useRouteError()} />
    </AppProvider>
  );
}

/** Shopify's own: they carry what makes App Bridge authorise a request again. */
export const headers: HeadersFunction = (args) => boundary.headers(args);
