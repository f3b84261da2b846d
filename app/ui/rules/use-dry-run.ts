import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ActionResult } from "../action-result.ts";
import type { DryRunView } from "../dry-run-view.ts";
import { tidyDraft } from "./config-draft.ts";

/** It goes through the catalogue: asked for when somebody pauses, not at each key. */
const quietMs = 400;

export interface DryRunState {
  /** the rules in the form are not those that are saved */
  changed: boolean;
  /** of the rules in the form, or of those before while it is counted; null before the first answer */
  counts: DryRunView | null;
  counting: boolean;
  /** the last question has no answer */
  failed: boolean;
  problem: string | null;
}

/**
 * Asks what the rules in a form would do to the texts that are there, each time they change: the newest question wins.
 * @param saved the rules that the form began with
 */
export function useDryRun(configId: string, saved: unknown): DryRunState & { onDraft(rules: unknown): void } {
  const fetcher = useFetcher<ActionResult>({ key: `config-dry-run-${configId}` });
  const latest = useRef(fetcher);
  latest.current = fetcher;
  const [draft, setDraft] = useState<string | null>(null);
  const changed = draft !== null && draft !== JSON.stringify(tidyDraft(saved) ?? {});
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (!changed || draft === null) return;
    const timer = setTimeout(() => {
      asked.current = draft;
      const form = new FormData();
      form.append("intent", "dry-run");
      form.append("config", draft);
      latest.current.submit(form, { method: "post" });
    }, quietMs);
    return () => clearTimeout(timer);
  }, [draft, changed]);
  const { data } = fetcher;
  const kept = useRef<DryRunView | null>(null);
  if (data?.ok && data.dryRun) kept.current = data.dryRun;
  if (!changed) kept.current = null;
  const counting = changed && (fetcher.state !== "idle" || asked.current !== draft);
  const failed = changed && !counting && !(data?.ok && data.dryRun);
  return {
    changed,
    // What was counted of other rules says nothing about these.
    counts: failed ? null : kept.current,
    counting,
    failed,
    problem: changed && !counting && data?.ok === false ? data.message : null,
    onDraft: (rules) => setDraft(JSON.stringify(rules ?? {})),
  };
}
