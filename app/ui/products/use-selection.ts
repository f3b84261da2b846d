import { useEffect, useState } from "react";
import type { Selection } from "./product-view.ts";

/** What IndexTable says when a person ticks something. */
type SelectionType = "all" | "page" | "multi" | "single" | "range";

const none: Selection = { all: false, ids: [] };

/** The selection after a click in the table. */
export function nextSelection(
  now: Selection,
  rows: readonly string[],
  change: { type: SelectionType; selecting: boolean; what?: string | [number, number] },
): Selection {
  const { type, selecting, what } = change;
  if (type === "all") return selecting ? { all: true } : none;
  if (type === "page") return selecting ? { all: false, ids: [...rows] } : none;
  // Taking one row away from "all products" leaves the rest of this page: what is elsewhere is not seen.
  const ids = new Set(now.all ? rows : now.ids);
  const meant = Array.isArray(what) ? rows.slice(what[0], what[1] + 1) : what === undefined ? [] : [what];
  for (const id of meant) {
    if (selecting) ids.add(id);
    else ids.delete(id);
  }
  return { all: false, ids: [...ids] };
}

/** The selection of a list; empty again when the list shows something else. */
export function useSelection(rows: readonly string[], listKey: string) {
  const [selection, setSelection] = useState<Selection>(none);
  const [shown, setShown] = useState(listKey);
  useEffect(() => {
    if (shown === listKey) return;
    setShown(listKey);
    setSelection(none);
  }, [listKey, shown]);
  return {
    selection,
    clear: () => setSelection(none),
    change(type: SelectionType, selecting: boolean, what?: string | [number, number]) {
      setSelection((now) =>
        nextSelection(now, rows, what === undefined ? { type, selecting } : { type, selecting, what }),
      );
    },
  };
}
