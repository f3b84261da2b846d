import { useEffect, useReducer, useRef } from "react";
import type { ActionResult } from "../action-result.ts";
import { connectionNow } from "./connection.ts";

const unsaved = new Set<string>();

/** Tells the page around a form that it holds what was not saved. */
export function useNoteUnsaved(id: string, dirty: boolean): void {
  if (dirty) unsaved.add(id);
  else unsaved.delete(id);
  useEffect(() => () => void unsaved.delete(id), [id]);
}

/**
 * What a form is made from, and its key: it starts afresh when what was saved changes. While it holds unsaved work both stay,
 * whatever comes from the server, so that saving tells that somebody was faster. They change with the answer to the form's own
 * save, once the page has been loaded again, or when the person takes what somebody else saved.
 * @param now what the page was loaded with
 * `stale`: the person was told that somebody was faster, and what is saved by now has come.
 * @param saved of that what the form edits: another one is another form
 */
export function useFormBase<T>(
  now: T,
  saved: string,
  saving: { state: string; data: ActionResult | undefined },
): { key: string; base: T; stale: boolean; takeTheirs(): void } {
  const answeredAt = saving.state === "idle" && saving.data?.ok ? saving.data.at : 0;
  const kept = useRef({ base: now, saved, answeredAt });
  const ownSave = answeredAt !== 0 && answeredAt !== kept.current.answeredAt;
  if (ownSave ? connectionNow().failures === 0 : unsaved.size === 0) {
    kept.current = { base: now, saved, answeredAt: answeredAt || kept.current.answeredAt };
  }
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const told = saving.state === "idle" && saving.data?.ok === false && saving.data.stale === true;
  return {
    key: `${kept.current.answeredAt} ${kept.current.saved}`,
    base: kept.current.base,
    stale: told && kept.current.saved !== saved,
    takeTheirs: () => {
      kept.current = { ...kept.current, base: now, saved };
      drawAgain();
    },
  };
}
