import type { WordStore } from "./kept-words.ts";

const storageKey = "shelfwright-tab";
const lockName = (tab: string) => `shelfwright-tab ${tab}`;
let own: string | null = null;

/** A name of this window that a reload keeps. */
export function thisTab(): string {
  if (own !== null) return own;
  try {
    own = window.sessionStorage.getItem(storageKey) ?? crypto.randomUUID();
    window.sessionStorage.setItem(storageKey, own);
  } catch {
    own = crypto.randomUUID();
  }
  return own;
}

/**
 * Tells other windows that this one is open, for as long as it is. A window that was duplicated has its original's name: it
 * takes another. @returns the names of the windows that are open
 */
export async function openTabs(): Promise<ReadonlySet<string>> {
  const { locks } = navigator;
  if (locks === undefined) return new Set([thisTab()]);
  if (!(await hold(thisTab()))) {
    own = crypto.randomUUID();
    try {
      window.sessionStorage.setItem(storageKey, own);
    } catch {
      // Then a reload begins anew.
    }
    await hold(own);
  }
  const { held = [] } = await locks.query();
  const prefix = lockName("");
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}

let holding: { tab: string; taken: Promise<boolean> } | null = null;

function hold(tab: string): Promise<boolean> {
  if (holding?.tab === tab) return holding.taken;
  const taken = new Promise<boolean>((resolve) => {
    const forGood = () => new Promise<void>(() => undefined);
    void navigator.locks.request(lockName(tab), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : forGood();
    });
  });
  holding = { tab, taken };
  return taken;
}

/** Null where it is switched off. */
export function wordStore(): WordStore | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
