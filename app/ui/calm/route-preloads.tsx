import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { fetchWords } from "../../i18n/words-in-browser.ts";

/**
 * Fetches the code and the words of all pages once the first one is shown. Remix reloads the whole document when a page's code does not come,
 * and with the network away that would replace the app by the browser's own error page. These are the browser's own links
 * because Remix's, too, reload the document when the network goes away while they load.
 */
export function RoutePreloads() {
  const [files, setFiles] = useState<readonly string[]>([]);
  const { i18n } = useTranslation();
  useEffect(() => {
    const timer = setTimeout(() => {
      setFiles(filesOfPages(window.__remixManifest.routes));
      void fetchWords(i18n);
    }, 500);
    return () => clearTimeout(timer);
  }, [i18n]);
  return files.map((file) =>
    file.endsWith(".css") ? (
      <link key={file} rel="prefetch" as="style" href={file} />
    ) : (
      <link key={file} rel="modulepreload" href={file} />
    ),
  );
}

/** What Remix knows of a route's built files. */
interface BuiltRoute {
  id: string;
  module: string;
  imports?: readonly string[] | undefined;
  css?: readonly string[] | undefined;
}

/** The files of all pages of the app in the admin, each once. */
function filesOfPages(routes: Readonly<Record<string, BuiltRoute | undefined>>): string[] {
  const pages = Object.values(routes).filter((route) => route?.id.startsWith("routes/app"));
  return [
    ...new Set(pages.flatMap((route) => (route ? [route.module, ...(route.imports ?? []), ...(route.css ?? [])] : []))),
  ];
}
