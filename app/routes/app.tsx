import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useRouteError } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import styles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useTranslation } from "react-i18next";
import { bouncedParameter } from "../lib/bounced-parameter.ts";
import { OpenProblem } from "../ui/auth/open-problem.tsx";
import { useCleanAddress } from "../ui/auth/use-clean-address.ts";
import { ConnectionNotice } from "../ui/calm/connection-notice.tsx";
import { readRefusals } from "../ui/calm/refusals.ts";
import { RoutePreloads } from "../ui/calm/route-preloads.tsx";
import { usePortalRegion } from "../ui/portal-region.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.app.authenticate(request);
  return null;
}

if (typeof window !== "undefined") {
  window.fetch = readRefusals(window.fetch.bind(window), (ms) => new Promise((resolve) => setTimeout(resolve, ms)));
}

/** Nothing here changes while the app is open, and each page's own request has the session token. */
export const shouldRevalidate = () => false;

/** Not `isEmbeddedApp`: App Bridge is in the head already, before all other scripts. */
export default function AppFrame() {
  useCleanAddress(bouncedParameter);
  usePortalRegion();
  const { t } = useTranslation("frame");
  return (
    <AppProvider isEmbeddedApp={false} apiKey="">
      <NavMenu>
        <Link to="/app" rel="home">
          {t("nav.home")}
        </Link>
        <Link to="/app/products">{t("nav.products")}</Link>
        <Link to="/app/jobs">{t("nav.jobs")}</Link>
        <Link to="/app/acceptance">{t("nav.acceptance")}</Link>
        <Link to="/app/configs">{t("nav.rules")}</Link>
        <Link to="/app/content-types">{t("nav.contentTypes")}</Link>
        <Link to="/app/settings">{t("nav.settings")}</Link>
      </NavMenu>
      <main>
        <Outlet />
        <ConnectionNotice />
      </main>
      <RoutePreloads />
    </AppProvider>
  );
}

export function ErrorBoundary() {
  return (
    <AppProvider isEmbeddedApp={false} apiKey="">
      <OpenProblem error={useRouteError()} />
    </AppProvider>
  );
}

/** Shopify's own: they carry what makes App Bridge authorise a request again. */
export const headers: HeadersFunction = (args) => boundary.headers(args);
