import type { WordStore } from "../editor/kept-words.ts";
import { flag, oneOf, record, shapeOf, text } from "../shapes.ts";
import type { KeptOutgoing } from "./outbox.ts";
import type { Outgoing } from "./outgoing.ts";

export interface Tabs {
  own(): string;
  /** windows that are open */
  open(): Promise<ReadonlySet<string>>;
}

/**
 * One entry for each thing that was done, under its window's name: two windows never write the same one, so that none wipes out
 * what another keeps.
 * @param store null: the browser keeps nothing @param box names the person
 */
export function keptOutgoing(store: WordStore | null, box: string, { own, open }: Tabs): KeptOutgoing {
  const names = new Map<string, { name: string; at: number }>();
  let last = 0;

  function put(at: number, outgoing: Outgoing): void {
    const name = [box, own(), outgoing.id].join(" ");
    names.set(outgoing.id, { name, at });
    last = Math.max(last, at);
    store?.setItem(name, JSON.stringify({ at, outgoing }));
  }

  return {
    keep(outgoing) {
      try {
        put(names.get(outgoing.id)?.at ?? Math.max(last + 1, Date.now()), outgoing);
      } catch {
        // A browser that keeps nothing still sends what is in memory.
      }
    },
    drop(id) {
      const kept = names.get(id);
      names.delete(id);
      try {
        if (kept) store?.removeItem(kept.name);
      } catch {
        // As above.
      }
    },
    async take() {
      const alive = await open();
      const found: { at: number; outgoing: Outgoing }[] = [];
      try {
        for (const name of namesIn(store)) {
          const [mark, owner] = name.split(" ");
          if (mark !== box || (owner !== undefined && owner !== own() && alive.has(owner))) continue;
          const entries = entriesOf(store?.getItem(name) ?? null);
          found.push(...entries);
          for (const { at, outgoing } of entries) put(at, outgoing);
          if (owner !== own()) store?.removeItem(name);
        }
      } catch {
        // What cannot be moved stays where it is, and what was found is sent.
      }
      return found.sort((a, b) => a.at - b.at).map(({ outgoing }) => outgoing);
    },
  };
}

function namesIn(store: WordStore | null): string[] {
  return store === null ? [] : Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
}

function entriesOf(kept: string | null): { at: number; outgoing: Outgoing }[] {
  try {
    const value: unknown = JSON.parse(kept ?? "null");
    // A list is what an earlier version kept, all windows in one.
    const entries = Array.isArray(value) ? value.map((outgoing, at) => ({ at, outgoing })) : [value];
    return entries.flatMap((entry) => {
      if (!record(entry) || !isOutgoing(entry.outgoing)) return [];
      return { at: typeof entry.at === "number" ? entry.at : 0, outgoing: entry.outgoing };
    });
  } catch {
    return [];
  }
}

const isKept = shapeOf<Pick<Outgoing, "id" | "page" | "productId" | "title" | "follows">>({
  id: text,
  page: oneOf("review", "product"),
  productId: text,
  title: text,
  follows: flag,
});

function isOutgoing(value: unknown): value is Outgoing {
  if (!isKept(value) || !("request" in value) || !record(value.request)) return false;
  const { intent, verdict, edits } = value.request;
  if (intent === "decide") return record(verdict);
  return intent === "edit" ? Array.isArray(edits) && edits.every(record) : text(intent);
}
