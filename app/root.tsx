import latinLetters from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { AuthPage } from "./ui/auth/auth-page.tsx";
import { BridgeScript } from "./ui/bridge.tsx";
import { scrollKeyOf } from "./ui/calm/list-place.ts";
import { holdEarlyPresses } from "./ui/early-presses.ts";
import fontStyles from "./ui/font.css?url";
import { useNonce } from "./ui/nonce.ts";
import { Reference, ReferenceMeta } from "./ui/reference.tsx";

/** For documents that no route names. */
export const meta: MetaFunction = () => [{ title: "Shelfwright" }];

/** See docs/decisions/042. */
export const links: LinksFunction = () => [
  { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href: latinLetters },
  { rel: "stylesheet", href: fontStyles },
];

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
  const { t } = useTranslation("frame");
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Document>
      <AuthPage title={t(missing ? "auth.noPage" : "auth.notShown")}>
        <p>{t("auth.openAgain")}</p>
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
  useEffect(() => window.releaseEarlyPresses?.(), []);
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <BridgeScript />
        <EarlyPresses />
        <ReferenceMeta />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
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

function EarlyPresses() {
  const nonce = useNonce();
  // In the browser the document has it already.
  const source = import.meta.env.SSR ? `(${holdEarlyPresses})()` : "";
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React writes a script's text as it writes a page's, with ' as a sign's code
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />;
}
