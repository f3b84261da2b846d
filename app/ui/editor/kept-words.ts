import type { TextBody } from "../text-body.ts";
import type { Shown } from "./saved-text.ts";

/** Words that the server does not have yet, as the browser keeps them through reloads and crashes. */
export interface KeptWords {
  body: TextBody;
  /** the newest version when the writing began, null for none */
  seen: string | null;
  /** what the person had before them at the last letter; absent in words of earlier releases */
  shown?: Shown | undefined;
  /** that version was saved in this sitting */
  continues: boolean;
  /** epoch ms of the last letter */
  at: number;
}

/** The part of `localStorage` that is needed. It may be full or switched off: then words live as long as the page. */
export type WordStore = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const prefix = "shelfwright-words";
/** whose words they are: a shop's person, as a word without spaces */
let owner = "";

/** Another person at the same browser, or the same one in another shop, finds nothing of what this one wrote. */
export function wordsBelongTo(person: string): void {
  owner = person;
}

/** A language, or a market in it, in the name of a place. */
export function whereOf(locale: string, market = ""): string {
  return market === "" ? locale : `${locale}@${market}`;
}

/** @param place names a text: product, language and slot @param tab which window writes it: two may write one text */
function nameOf(tab: string, place: string): string {
  return [prefix, tab, owner, place].join(" ");
}

export function keepWords(store: WordStore | null, tab: string, place: string, words: KeptWords): void {
  try {
    store?.setItem(nameOf(tab, place), JSON.stringify(words));
  } catch {
    // Full, or not allowed in a frame: the page itself has the words still.
  }
}

export function dropWords(store: WordStore | null, tab: string, place: string): void {
  try {
    store?.removeItem(nameOf(tab, place));
  } catch {
    // As above.
  }
}

/** What this window keeps of a text; undefined: nothing */
export function ownWords(store: WordStore | null, tab: string, place: string): KeptWords | undefined {
  return readWords(store?.getItem(nameOf(tab, place)) ?? null) ?? undefined;
}

/**
 * What is kept of places that begin with a name, by place: this window's own, and what windows left that are closed by now; of
 * several of one place the newest. What other windows left belongs to this one from now on.
 * @param alive windows that are open
 */
export function takeKeptWords(
  store: WordStore | null,
  { tab, alive, within }: { tab: string; alive: ReadonlySet<string>; within: string },
): Map<string, KeptWords> {
  const found = new Map<string, KeptWords>();
  if (store === null) return found;
  const names = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
  for (const name of names) {
    const [mark, window, person, ...rest] = name.split(" ");
    const place = rest.join(" ");
    if (mark !== prefix || person !== owner || window === undefined || !place.startsWith(within)) continue;
    if (window !== tab && alive.has(window)) continue;
    const words = readWords(store.getItem(name));
    if (window !== tab) store.removeItem(name);
    if (words === null) continue;
    const known = found.get(place);
    if (known !== undefined && known.at >= words.at) continue;
    found.set(place, words);
    keepWords(store, tab, place, words);
  }
  return found;
}

function readWords(kept: string | null): KeptWords | null {
  try {
    const words: unknown = JSON.parse(kept ?? "null");
    return isWords(words) ? words : null;
  } catch {
    return null;
  }
}

function isWords(words: unknown): words is KeptWords {
  if (typeof words !== "object" || words === null) return false;
  const { body, seen, shown, continues, at } = words as Partial<Record<keyof KeptWords, unknown>>;
  const isBody = typeof body === "string" || (Array.isArray(body) && body.every((line) => typeof line === "string"));
  return (
    isBody &&
    (seen === null || typeof seen === "string") &&
    (shown === undefined || isShown(shown)) &&
    typeof continues === "boolean" &&
    typeof at === "number"
  );
}

function isShown(shown: unknown): shown is Shown {
  if (typeof shown !== "object" || shown === null) return false;
  const { source, live } = shown as Partial<Record<keyof Shown, unknown>>;
  return typeof source === "string" && typeof live === "string";
}
