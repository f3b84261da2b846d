import { useEffect, useState } from "react";
import type { Selection } from "./product-view.ts";

/** What IndexTable reports when a person ticks something. */
type SelectionType = "all" | "page" | "multi" | "single" | "range";

const none: Selection = { all: false, ids: [] };

/** The selection after a click in the table. What is chosen on other pages of the list stays chosen. */
export function nextSelection(
  now: Selection,
  rows: readonly string[],
  change: { type: SelectionType; selecting: boolean; what?: string | [number, number] },
): Selection {
  const { type, selecting, what } = change;
  if (type === "all") return selecting ? { all: true, except: [] } : none;
  if (type === "page") {
    if (now.all) return selecting ? { all: false, ids: [...rows] } : none;
    // Polaris knows how many are chosen, not which: it cannot tell whether this page is.
    const others = now.ids.filter((id) => !rows.includes(id));
    const full = rows.every((id) => now.ids.includes(id));
    return { all: false, ids: full ? others : [...others, ...rows] };
  }
  const meant = Array.isArray(what) ? rows.slice(what[0], what[1] + 1) : what === undefined ? [] : [what];
  const list = now.all ? now.except : now.ids;
  const rest = list.filter((id) => !meant.includes(id));
  const next = now.all === selecting ? rest : [...rest, ...meant];
  return now.all ? { all: true, except: next } : { all: false, ids: next };
}

/** What is left of a selection when some of it was dealt with. */
export function withoutProducts(now: Selection, ids: readonly string[]): Selection {
  if (now.all) return { all: true, except: [...new Set([...now.except, ...ids])] };
  return { all: false, ids: now.ids.filter((id) => !ids.includes(id)) };
}

export function isChosen(selection: Selection, id: string): boolean {
  return selection.all ? !selection.except.includes(id) : selection.ids.includes(id);
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
    drop: (ids: readonly string[]) => setSelection((now) => withoutProducts(now, ids)),
    change(type: SelectionType, selecting: boolean, what?: string | [number, number]) {
      setSelection((now) =>
        nextSelection(now, rows, what === undefined ? { type, selecting } : { type, selecting, what }),
      );
    },
  };
}
