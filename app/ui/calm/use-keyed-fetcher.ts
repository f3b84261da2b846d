import { useFetcher } from "@remix-run/react";
import type { ActionResult } from "../action-result.ts";
import { useRequestKey } from "./request-key.ts";

interface To {
  /** another route's action */
  action?: string;
}

/** A fetcher for actions: what it sends carries the key by which the server does it only once. */
export function useKeyedFetcher(key: string) {
  const fetcher = useFetcher<ActionResult>({ key });
  const keyOf = useRequestKey(fetcher.data);
  return {
    state: fetcher.state,
    data: fetcher.data,
    formData: fetcher.formData,
    send(fields: readonly (readonly [string, string])[] | Record<string, string>, { action }: To = {}): void {
      const entries = Array.isArray(fields) ? fields : Object.entries(fields);
      const form = new FormData();
      for (const [name, value] of entries) form.append(name, value);
      form.append("requestKey", keyOf(entries));
      fetcher.submit(form, { method: "post", ...(action ? { action } : {}) });
    },
    sendJson(request: object, { action }: To = {}): void {
      const body = JSON.parse(JSON.stringify({ ...request, requestKey: keyOf(request) }));
      fetcher.submit(body, { method: "post", encType: "application/json", ...(action ? { action } : {}) });
    },
  };
}
