import { editOf } from "./edit-request.ts";
import type { Outgoing } from "./outgoing.ts";
import { OwnVersions } from "./own-versions.ts";
import type { ReviewAnswer, ReviewProduct, ReviewProgress, SentView } from "./review-view.ts";

/**
 * Why there is no answer. `unreadable`: it is none of the app's. `waitMs`: the server wants to be asked later. `unsent`: nothing
 * went out, so that nothing can have been done
 */
export type NoAnswer = {
  kind: "unreachable" | "signed_out" | "later" | "unreadable";
  waitMs?: number;
  unsent?: true;
};

/** What a person did and the server does not know of yet, through reloads and crashes. */
export interface KeptOutgoing {
  /** after what was kept before it, or in the place of the same */
  keep(outgoing: Outgoing): void;
  drop(id: string): void;
  /**
   * What this window left, and what windows left that are closed by now, in the order in which it was done. What others left
   * belongs to this one from now on.
   */
  take(): Promise<Outgoing[]>;
}

export interface OutboxDeps {
  kept: KeptOutgoing;
  send(outgoing: Outgoing): Promise<SentView | NoAnswer>;
  /** calls back after so many ms. @returns takes it back */
  after(ms: number, then: () => void): () => void;
  onAnswer(outgoing: Outgoing, answer: ReviewAnswer, told: Answered): void;
  onChange(): void;
}

/** What is known with an answer. */
export interface Answered {
  fresh: ReviewProduct | null;
  /** how far the queue is by then; null: nobody asked */
  progress: ReviewProgress | null;
  /** what followed it and is not sent, because it was not done */
  left: readonly Outgoing[];
}

/** The longest pause before it is tried again. */
const longestMs = 15_000;
const firstMs = 1_000;

/**
 * Sends what a person did, one after another and in order, behind the page. It survives a reload and lost connections: what has
 * no answer is kept in the browser and sent again under the same name.
 */
export class Outbox {
  readonly #deps: OutboxDeps;
  #waiting: Outgoing[] = [];
  #sending = false;
  #pauseMs = 0;
  #stopPause: (() => void) | null = null;
  readonly #versions = new OwnVersions();
  /** what the server may have done, although there is no answer: nothing else goes out under its name */
  readonly #tried = new Set<string>();
  /** while another window's are asked for, an answer may come */
  readonly #answered = new Set<string>();
  #turns = 0;
  trouble: NoAnswer["kind"] | null = null;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  /**
   * Takes up what an earlier visit left, and windows that are closed by now. Not when it is made: the server draws the page too.
   * @returns what was not known before
   */
  async start(): Promise<readonly Outgoing[]> {
    this.#stopPause?.();
    this.#stopPause = null;
    const found = await this.#deps.kept.take();
    const known = new Set(this.#waiting.map(({ id }) => id));
    const taken = found.filter(({ id }) => !known.has(id) && !this.#answered.has(id));
    for (const { id } of taken) this.#tried.add(id);
    // What is under way stays the first.
    const underWay = this.#sending ? 1 : 0;
    this.#keep([...this.#waiting.slice(0, underWay), ...taken, ...this.#waiting.slice(underWay)]);
    void this.#work();
    return taken;
  }

  get waiting(): readonly Outgoing[] {
    return this.#waiting;
  }

  /** Names a moment in which the server knew all that was done: as long as it is the same, nothing was done since. null: something waits */
  get quiet(): number | null {
    return this.#waiting.length === 0 ? this.#turns : null;
  }

  add(outgoing: Outgoing): void {
    this.#keep([...this.#waiting, outgoing]);
    void this.#work();
  }

  /** Takes back what was not sent yet. @returns false when it is under way or done */
  remove(id: string): boolean {
    const at = this.#waiting.findIndex((one) => one.id === id);
    if (at === -1 || this.#tried.has(id)) return false;
    this.#keep(this.#waiting.filter((one) => one.id !== id));
    return true;
  }

  /** Puts other words in the place of those that were not sent yet. @returns false when there are none */
  replace(id: string, request: Outgoing["request"]): boolean {
    const at = this.#waiting.findIndex((one) => one.id === id);
    if (at === -1 || this.#tried.has(id)) return false;
    this.#keep(this.#waiting.map((one) => (one.id === id ? { ...one, request } : one)));
    return true;
  }

  isOf(productId: string): boolean {
    return this.#waiting.some((one) => one.productId === productId);
  }

  /** Its texts are on their way to be stored: what follows is for those. */
  isOfTexts(productId: string): boolean {
    return this.#waiting.some((one) => one.productId === productId && one.page === "product");
  }

  get isExtending(): boolean {
    return this.#waiting.some(({ request }) => request.intent === "extend");
  }

  isDeciding(productId: string): boolean {
    const decides = new Set(["decide", "generate"]);
    return this.#waiting.some((one) => one.productId === productId && decides.has(one.request.intent));
  }

  /** Tries at once, e.g. when the browser is online again. */
  flush(): void {
    this.#stopPause?.();
    this.#stopPause = null;
    void this.#work();
  }

  stop(): void {
    this.#stopPause?.();
    this.#stopPause = () => undefined;
  }

  async #work(): Promise<void> {
    if (this.#sending || this.#stopPause) return;
    const [first] = this.#waiting;
    if (!first) return;
    this.#sending = true;
    const wasTried = this.#tried.has(first.id);
    this.#tried.add(first.id);
    const asKnown = this.#asKnown(first);
    const sent = await this.#deps.send(asKnown).catch((): NoAnswer => ({ kind: "unreachable" }));
    this.#sending = false;
    if ("kind" in sent) {
      if (sent.unsent && !wasTried) this.#tried.delete(first.id);
      this.trouble = sent.kind;
      this.#pauseMs = Math.min(longestMs, Math.max(firstMs, this.#pauseMs * 2));
      this.#stopPause ??= this.#deps.after(sent.waitMs ?? this.#pauseMs, () => {
        this.#stopPause = null;
        void this.#work();
      });
      this.#deps.onChange();
      return;
    }
    this.trouble = null;
    this.#pauseMs = 0;
    this.#answered.add(first.id);
    if (sent.fresh && sent.answer.ok) this.#versions.learn(asKnown, sent.fresh);
    // What waits is kept as it will be sent: another window that takes it up knows nothing of this answer.
    this.#keep(this.#waiting.filter((one) => one.id !== first.id).map((one) => this.#asKnown(one)));
    const left = sent.answer.ok ? [] : this.#leaveFollowers(first);
    this.#deps.onAnswer(first, sent.answer, { fresh: sent.fresh, progress: sent.progress, left });
    void this.#work();
  }

  /** What was decided about a text that was not stored is not decided; other texts' words are none of it. */
  #leaveFollowers(refused: Outgoing): Outgoing[] {
    const { productId } = refused;
    const left = this.#waiting.filter((one) => {
      if (!one.follows || one.productId !== productId) return false;
      const edit = editOf(one);
      return edit === null || edit.contentType === (editOf(refused)?.contentType ?? refused.request.contentType);
    });
    if (left.length > 0) this.#keep(this.#waiting.filter((one) => !left.includes(one)));
    return left;
  }

  /** The same where nothing is known. */
  #asKnown(outgoing: Outgoing): Outgoing {
    const request = this.#versions.asOf(outgoing);
    return JSON.stringify(request) === JSON.stringify(outgoing.request) ? outgoing : { ...outgoing, request };
  }

  #keep(waiting: Outgoing[]): void {
    const before = new Map(this.#waiting.map((one) => [one.id, one]));
    this.#waiting = waiting;
    this.#turns++;
    for (const one of waiting) {
      if (before.get(one.id) !== one) this.#deps.kept.keep(one);
      before.delete(one.id);
    }
    for (const id of before.keys()) this.#deps.kept.drop(id);
    this.#deps.onChange();
  }
}
