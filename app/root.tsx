import type { MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AuthPage } from "./ui/auth/auth-page.tsx";
import { BridgeScript } from "./ui/bridge.tsx";
import { scrollKeyOf } from "./ui/calm/list-place.ts";
import { FontLink } from "./ui/font.tsx";
import { useNonce } from "./ui/nonce.ts";
import { Reference, ReferenceMeta } from "./ui/reference.tsx";

/** For documents that no route names. */
export const meta: MetaFunction = () => [{ title: "Shelfwright" }];

export default function Root() {
  return (
    <Document>
      <Outlet />
    </Document>
  );
}

/** The last resort: addresses outside of the app, and failures before a page's own boundary is there. */
export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Document>
      <AuthPage title={missing ? "There is no such page" : "This page could not be shown"}>
        <p>Open Shelfwright again from the Apps menu of your Shopify admin. Nothing of your work is lost.</p>
        <p>
          <Reference />
        </p>
      </AuthPage>
    </Document>
  );
}

function Document({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { i18n } = useTranslation();
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <BridgeScript />
        <ReferenceMeta />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <FontLink />
        <Links />
      </head>
      {/* The browser's own margin shows when the page is drawn before its styles are there, and then moves everything. */}
      <body style={{ margin: 0 }}>
        {children}
        <ScrollRestoration nonce={nonce} getKey={scrollKeyOf} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}
