import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ActionResult } from "../action-result.ts";
import type { TriedProduct } from "../tried-product.ts";

/** Long enough that a word which is typed is asked about once, short enough that the answer seems to follow the keys. */
const quietMs = 80;

interface Marks {
  /** what the rules in the form make of the products' last texts; null before the first answer */
  marked: TriedProduct[] | null;
  problem: string | null;
  /** what is wrong with the rules in the form, by the field's address in the file */
  fields: Record<string, string>;
  onDraft(rules: unknown): void;
  /** the rules of the form as they are now */
  draft(): unknown;
}

const noFields: Record<string, string> = {};

/**
 * Asks what the rules in a form make of a few products each time the rules change: the newest question wins, and the last answer
 * stays until there is a newer one. @param saved the rules that the form began with
 */
export function useMarks(configId: string, saved: unknown, productIds: readonly string[]): Marks {
  const fetcher = useFetcher<ActionResult>({ key: `config-marks-${configId}` });
  const latest = useRef(fetcher);
  latest.current = fetcher;
  const rules = useRef<unknown>(saved);
  const [asked, setAsked] = useState(0);
  const ids = productIds.join(",");
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for other products, and for other rules
  useEffect(() => {
    if (ids === "") return;
    const timer = setTimeout(() => {
      const form = new FormData();
      form.append("intent", "marks");
      form.append("config", JSON.stringify(rules.current ?? {}));
      for (const id of ids.split(",")) form.append("id", id);
      latest.current.submit(form, { method: "post" });
    }, quietMs);
    return () => clearTimeout(timer);
  }, [asked, ids]);
  const { data } = fetcher;
  const kept = useRef<TriedProduct[] | null>(null);
  if (data?.ok && data.tried) kept.current = data.tried;
  return {
    marked: kept.current,
    problem: fetcher.state === "idle" && data?.ok === false ? data.message : null,
    fields: data?.ok === false ? (data.fields ?? noFields) : noFields,
    onDraft(next) {
      rules.current = next;
      setAsked((times) => times + 1);
    },
    draft: () => rules.current,
  };
}
