import { createContext, useContext, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

/** The failed request's name in the log, given while its page is rendered on the server; empty when nothing failed. */
export const ReferenceContext = createContext<string | undefined>(undefined);

const name = "failed-request";

/** Keeps the reference of a document that failed where the browser finds it again. */
export function ReferenceMeta() {
  return <meta name={name} content={useContext(ReferenceContext) ?? ofDocument()} />;
}

/** What a person reads out to whoever runs the app, who finds the request in the log by it. Nothing when none failed. */
export function Reference() {
  const { t } = useTranslation("frame");
  const given = useContext(ReferenceContext);
  const reference = useSyncExternalStore(
    watch,
    () => newest || ofDocument(),
    () => given ?? ofDocument(),
  );
  return reference === "" ? null : (
    <span>
      {t("connection.reference")} <code>{reference}</code>
    </span>
  );
}

function ofDocument(): string {
  if (typeof document === "undefined") return "";
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}

/** Of the last request of the open page that the server failed to answer. */
let newest = "";
const watchers = new Set<() => void>();

function watch(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

/**
 * Remix keeps an answer's headers to itself; the browser's own record of requests has this one.
 * @see https://www.w3.org/TR/server-timing/
 */
function noteFailures(entries: PerformanceObserverEntryList): void {
  for (const entry of entries.getEntries()) {
    if (!(entry instanceof PerformanceResourceTiming) || entry.responseStatus < 500) continue;
    const timing = entry.serverTiming.find((one) => one.name === "request");
    if (timing) newest = timing.description;
  }
  for (const onChange of watchers) onChange();
}

if (typeof document !== "undefined" && typeof PerformanceObserver !== "undefined") {
  new PerformanceObserver(noteFailures).observe({ type: "resource", buffered: true });
}
