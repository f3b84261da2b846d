import { type RefObject, startTransition, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Selection } from "./product-view.ts";

/** What a person ticks: one row, a stretch of rows, the whole page, or all that the list holds. */
export type SelectionType = "all" | "page" | "single" | "range";

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
    const others = now.ids.filter((id) => !rows.includes(id));
    return { all: false, ids: selecting ? [...others, ...rows] : others };
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

/** How many products are chosen. @param total how many the list holds */
export function countChosen(selection: Selection, total: number): number {
  return selection.all ? Math.max(0, total - selection.except.length) : selection.ids.length;
}

/**
 * What is chosen in a list. It lives beside the table, not in it: a tick draws its own row and the bar of the selection again,
 * and nothing else, however many rows there are.
 */
export class SelectionStore {
  #now = none;
  #rows: readonly string[] = [];
  #anchor: number | null = null;
  readonly #listeners = new Set<() => void>();

  get = (): Selection => this.#now;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The rows that are shown, in their order. */
  show(rows: readonly string[]): void {
    this.#rows = rows;
    this.#anchor = null;
  }

  /** @param far with Shift: all rows between the last one that was ticked and this one */
  tick(id: string, { selecting, far = false }: { selecting: boolean; far?: boolean }): void {
    const at = this.#rows.indexOf(id);
    const from = this.#anchor;
    this.#anchor = at;
    if (far && from !== null && at >= 0) {
      const what: [number, number] = [Math.min(from, at), Math.max(from, at)];
      this.#become(nextSelection(this.#now, this.#rows, { type: "range", selecting, what }));
      return;
    }
    this.#become(nextSelection(this.#now, this.#rows, { type: "single", selecting, what: id }));
  }

  tickPage(selecting: boolean): void {
    this.#become(nextSelection(this.#now, this.#rows, { type: "page", selecting }));
  }

  tickAll(): void {
    this.#become({ all: true, except: [] });
  }

  drop(ids: readonly string[]): void {
    this.#become(withoutProducts(this.#now, ids));
  }

  clear = (): void => this.#become(none);

  #become(next: Selection): void {
    if (next === this.#now) return;
    this.#now = next;
    for (const listener of this.#listeners) listener();
  }
}

/** The selection of a list; empty again when the list shows something else. */
export function useSelectionStore(rows: readonly string[], listKey: string): SelectionStore {
  const [store] = useState(() => new SelectionStore());
  useEffect(() => store.show(rows), [store, rows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has another key
  useEffect(() => store.clear(), [store, listKey]);
  return store;
}

/** What is chosen, for what must follow a tick at once. */
export function useSelection(store: SelectionStore): Selection {
  return useSyncExternalStore(store.subscribe, store.get, () => none);
}

/** What is chosen, for what may follow a tick a moment later: its drawing does not hold up that of the boxes. */
export function useSelectionSoon(store: SelectionStore): Selection {
  const [selection, setSelection] = useState(none);
  useEffect(() => {
    const follow = () => startTransition(() => setSelection(store.get()));
    follow();
    return store.subscribe(follow);
  }, [store]);
  return selection;
}

/** Keeps the box of a product as the store has it, past React: fifty boxes that it draws anew take longer than a press may. */
export function useTickedBox(store: SelectionStore, id: string): RefObject<HTMLInputElement> {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const follow = () => {
      if (box.current) box.current.checked = isChosen(store.get(), id);
    };
    follow();
    return store.subscribe(follow);
  }, [store, id]);
  return box;
}
