import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { View } from "./list-address.ts";

/** The counts of views by their ids, asked for after the page, and again whenever the page's data is read again. */
export function useViewCounts(): Record<string, View["count"]> {
  const fetcher = useFetcher<Record<string, View["count"]>>({ key: "view-counts" });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    fetcher.load("/app/products/counts");
  }, [fetcher]);
  return fetcher.data ?? {};
}
