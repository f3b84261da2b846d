import { PrefetchPageLinks } from "@remix-run/react";
import { useEffect, useState } from "react";

/** One address of each kind of page. */
const pages = [
  "/app/products",
  "/app/products/1",
  "/app/jobs",
  "/app/jobs/1",
  "/app/failed",
  "/app/activity",
  "/app/acceptance",
  "/app/configs",
  "/app/configs/1",
  "/app/configs/1/history",
  "/app/configs/rules",
  "/app/configs/glossary",
  "/app/content-types",
  "/app/settings",
];

/**
 * Fetches the code of all pages once the first one is shown. Remix reloads the whole document when a page's code does not come,
 * and with the network away that would replace the app by the browser's own error page.
 */
export function RoutePreloads() {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 500);
    return () => clearTimeout(timer);
  }, []);
  return settled ? pages.map((page) => <PrefetchPageLinks key={page} page={page} />) : null;
}
