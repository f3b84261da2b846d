import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import styles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ConnectionNotice } from "../ui/calm/connection-notice.tsx";
import { RoutePreloads } from "../ui/calm/route-preloads.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.app.authenticate(request);
  const { SHOPIFY_API_KEY, APP_BRIDGE_URL } = context.app.config;
  return { apiKey: SHOPIFY_API_KEY, appBridgeUrl: APP_BRIDGE_URL };
}

/** Key and address stay as they are while the app is open, and each page's own request says who asks. */
export const shouldRevalidate = () => false;

export default function AppFrame() {
  const { apiKey, appBridgeUrl } = useLoaderData<typeof loader>();
  // `__APP_BRIDGE_URL` is read by AppProvider but not part of its public type.
  const bridge = appBridgeUrl ? { __APP_BRIDGE_URL: appBridgeUrl } : {};
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} {...bridge}>
      <NavMenu>
        <Link to="/app" rel="home">
          Products
        </Link>
        <Link to="/app/products">Products</Link>
        <Link to="/app/jobs">Jobs</Link>
        <Link to="/app/acceptance">Acceptance</Link>
        <Link to="/app/configs">Content rules</Link>
        <Link to="/app/content-types">Content types</Link>
        <Link to="/app/settings">Settings</Link>
      </NavMenu>
      <Outlet />
      <ConnectionNotice />
      <RoutePreloads />
    </AppProvider>
  );
}

/** Shopify's boundary must see thrown responses: it carries the headers that re-authorise a request. */
export function ErrorBoundary() {
  return boundary.error(useRouteError());
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
