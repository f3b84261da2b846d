import { createContext, useContext } from "react";

/** What App Bridge needs: the app's client id and where its script is. */
export interface Bridge {
  apiKey: string;
  scriptUrl: string;
}

/** Given while a page is rendered on the server, error pages included; the browser reads it back from the document. */
export const BridgeContext = createContext<Bridge | undefined>(undefined);

function useBridge(): Bridge {
  const given = useContext(BridgeContext);
  if (given) return given;
  return {
    apiKey: document.querySelector<HTMLMetaElement>('meta[name="shopify-api-key"]')?.content ?? "",
    scriptUrl: document.querySelector<HTMLScriptElement>("script[data-app-bridge]")?.src ?? "",
  };
}

/**
 * App Bridge, before every other script and in every document: without it the admin cannot tell a frame's page from none,
 * and a page that lost its session token cannot get another.
 * @see https://shopify.dev/docs/api/app-bridge-library
 */
export function BridgeScript() {
  const { apiKey, scriptUrl } = useBridge();
  return (
    <>
      <meta name="shopify-api-key" content={apiKey} />
      <script src={scriptUrl} data-app-bridge="" />
    </>
  );
}
