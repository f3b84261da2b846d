import { useEffect, useRef } from "react";
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
 * The key of a form that starts afresh when what was saved changes. While it holds unsaved work the key stays, whatever comes
 * from the server: saving then says that somebody was faster. It changes with the answer to the form's own save, once the
 * page has been loaded again.
 * @param saved what the form was made from
 */
export function useFormKey(saved: string, saving: { state: string; data: ActionResult | undefined }): string {
  const answeredAt = saving.state === "idle" && saving.data?.ok ? saving.data.at : 0;
  const kept = useRef({ saved, answeredAt });
  const ownSave = answeredAt !== 0 && answeredAt !== kept.current.answeredAt;
  if (ownSave ? connectionNow().failures === 0 : unsaved.size === 0) {
    kept.current = { saved, answeredAt: answeredAt || kept.current.answeredAt };
  }
  return `${kept.current.answeredAt} ${kept.current.saved}`;
}
