import { isEmptyBody, sameBody, type TextBody } from "../text-body.ts";

/** How it stands about what is written. */
export type Saving =
  | { kind: "unchanged" }
  /** not sent yet, or under way */
  | { kind: "writing" }
  /** epoch ms, and the version that holds it */
  | { kind: "saved"; at: number; version: string }
  /** the server did not answer; tried again by itself */
  | { kind: "unsaved" }
  /** somebody changed the text meanwhile, at this time if it is known; nothing is sent until the person chose */
  | { kind: "elsewhere"; version: string | null; at: number | null }
  /** nothing is left of the text, which nobody saves */
  | { kind: "empty" }
  /** the server did not take it, for this reason */
  | { kind: "refused"; message: string };

/** Digests of what a text is made from and of the shop's own text, as the server gave them. */
export interface Shown {
  source: string;
  live: string;
}

export interface WordsToSave {
  body: TextBody;
  seen: string | null;
  /** what the person had before them at the last letter */
  shown?: Shown | undefined;
  sitting: { continues: boolean; ends: boolean };
  /** the same for the same words sent again */
  requestKey: string;
}

export type SaveAnswer =
  | { kind: "saved"; version: string }
  | { kind: "elsewhere"; version: string | null; at: number | null }
  | { kind: "refused"; message: string }
  | { kind: "lost" };

export interface SavedTextDeps {
  save(words: WordsToSave): Promise<SaveAnswer>;
  /** keeps words until the server has them; null: it has them */
  keep(words: { body: TextBody; seen: string | null; shown?: Shown | undefined; continues: boolean } | null): void;
  now(): number;
  /** @returns what calls it off */
  after(ms: number, then: () => void): () => void;
  /** true while an input method composes: then nothing is sent */
  composing?(): boolean;
  onState(state: Saving): void;
}

/** After the last letter. */
const quietMs = 800;
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;

/**
 * Saves a text by itself while it is written: so long after the last letter, and when it is left. One sending at a time; the
 * newest words win. Until the server has them they are kept elsewhere, and what has no answer is sent again under its key.
 */
export function createSavedText(
  deps: SavedTextDeps,
  begun: { body: TextBody; seen: string | null; shown?: Shown | undefined; continues?: boolean },
) {
  let { body, seen, shown } = begun;
  let continues = begun.continues ?? false;
  let had = begun.body;
  let state: Saving = { kind: "unchanged" };
  let callOff: (() => void) | null = null;
  let sending: Promise<void> | null = null;
  let failures = 0;
  /** nothing more comes, so the last version is told to be the last */
  let ending = false;
  let last: { sent: string; key: string } | null = null;

  const seenWhileOpen = (now: Shown | undefined) => (now && shown ? { ...now, live: shown.live } : now);
  const become = (next: Saving) => {
    state = next;
    deps.onState(next);
  };
  const isDue = () => !sameBody(body, had);
  const wait = (ms: number, then = () => void flush()) => {
    callOff?.();
    callOff = deps.after(ms, then);
  };

  async function flush(): Promise<void> {
    callOff?.();
    callOff = null;
    if (sending) {
      await sending;
      const isWanted = (isDue() && state.kind === "writing") || (ending && state.kind === "saved");
      return isWanted ? flush() : undefined;
    }
    if (state.kind === "elsewhere") return;
    if (!isDue() && !(ending && continues)) return;
    if (isEmptyBody(body)) return become({ kind: "empty" });
    if (deps.composing?.()) return wait(quietMs);
    sending = send().finally(() => {
      sending = null;
    });
    await sending;
  }

  async function send(): Promise<void> {
    const words = { body, seen, shown, sitting: { continues, ends: ending } };
    const sent = JSON.stringify(words);
    if (last?.sent !== sent) last = { sent, key: crypto.randomUUID() };
    const ended = ending;
    const answer = await deps.save({ ...words, requestKey: last.key });
    if (answer.kind !== "lost") failures = 0;
    switch (answer.kind) {
      case "saved":
        had = words.body;
        seen = answer.version;
        continues = !ended;
        last = null;
        if (ended) ending = false;
        if (!isDue()) {
          deps.keep(null);
          return become({ kind: "saved", at: deps.now(), version: answer.version });
        }
        deps.keep({ body, seen, shown, continues });
        become({ kind: "writing" });
        return callOff ? undefined : wait(quietMs);
      case "elsewhere":
        return become({ kind: "elsewhere", version: answer.version, at: answer.at });
      case "refused":
        return become({ kind: "refused", message: answer.message });
      case "lost":
        failures++;
        become({ kind: "unsaved" });
        return wait(Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1)));
    }
  }

  return {
    state: () => state,
    body: () => body,
    /**
     * With each letter. @param before what the page shows now. An open text hides what the shop holds: of that counts what was
     * seen before it was opened
     */
    change(next: TextBody, before = shown): void {
      if (sameBody(next, body)) return;
      body = next;
      shown = seenWhileOpen(before);
      ending = false;
      if (state.kind !== "elsewhere" && !isDue() && sending === null) {
        callOff?.();
        callOff = null;
        deps.keep(null);
        become({ kind: "unchanged" });
        return;
      }
      deps.keep({ body, seen, shown, continues });
      // What waits for the person stays here, and what cannot be sent now is tried at its own pace.
      if (state.kind === "elsewhere" || state.kind === "unsaved") return;
      become({ kind: "writing" });
      wait(quietMs);
    },
    /** Sends at once what is not saved yet. */
    flush,
    /** The person leaves the text: the last version of the sitting. */
    end(): Promise<void> {
      ending = true;
      return flush();
    },
    /** Somebody else's version is known, and the person goes on with their own words. */
    keepMine(version: string | null, before = shown): Promise<void> {
      seen = version;
      shown = seenWhileOpen(before);
      continues = false;
      had = "";
      become({ kind: "writing" });
      deps.keep({ body, seen, shown, continues });
      return flush();
    },
    /** The person gives up their words. */
    discard(): void {
      callOff?.();
      callOff = null;
      body = had;
      deps.keep(null);
      become({ kind: "unchanged" });
    },
    /** Nothing is sent any more; what is kept stays. */
    dispose(): void {
      callOff?.();
      callOff = null;
    },
  };
}

export type SavedText = ReturnType<typeof createSavedText>;
