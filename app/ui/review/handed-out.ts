import { laneOfProduct } from "./judge-product.ts";
import type { Outgoing } from "./outgoing.ts";
import { withEdits } from "./requests.ts";
import type { NextView, ReviewLane, ReviewProduct, ReviewProgress } from "./review-view.ts";
import { type Item, type LoadNext, outcomeOf, type Verdict } from "./session-state.ts";

/** Products that are in memory before they are asked for. */
const ahead = 3;
const batch = 4;

export interface HandedOutDeps {
  load: LoadNext;
  first: NextView;
  size: number;
  /** what was decided about it waits to be sent */
  isOnItsWay(productId: string): boolean;
  /** names the moment since which nothing was done; null: something waits to be sent, and the server cannot have counted it */
  quiet(): number | null;
}

const isOpen = ({ outcome }: Item) => outcome === null;

/**
 * The products of a queue that a person got so far, and which of them is before them. More are asked for only while the queue has
 * more: what gave nothing new is not asked for again until something changed.
 */
export class HandedOut {
  readonly #deps: HandedOutDeps;
  /** the place behind the one that was handed out last: the server begins again at the first behind the last one */
  #from = 0;
  /** places that came again since something new came */
  readonly #again = new Set<number>();
  items: Item[] = [];
  at = -1;
  loading = false;
  exhausted = false;
  failed = false;
  /** how far the queue is, as the server counted last */
  counted: ReviewProgress;
  withOthers: number;
  size: number;

  constructor(deps: HandedOutDeps) {
    this.#deps = deps;
    this.counted = deps.first.progress;
    this.withOthers = deps.first.withOthers;
    this.size = deps.size;
  }

  /** The one before the person. */
  get current(): Item | undefined {
    return this.items[this.at];
  }

  /** The place in the queue of the product before the person; null at its end. */
  get place(): number | null {
    return this.current?.product.seq ?? null;
  }

  /** Nothing of it is open, and the server has no more. */
  get isAtEnd(): boolean {
    return this.current?.outcome !== null && this.exhausted && !this.loading && !this.failed;
  }

  latestOf(productId: string): Item | undefined {
    return this.items.findLast(({ product }) => product.id === productId);
  }

  /** The next or the former one that is open, without a decision; behind the last one the first. null: there is no other */
  beside(by: 1 | -1): number | null {
    for (let at = this.at + by; at >= 0 && at < this.items.length; at += by) {
      if (this.items[at]?.outcome === null) return at;
    }
    const first = this.items.findIndex(isOpen);
    return by === 1 && first !== -1 && first !== this.at ? first : null;
  }

  /** Where the one before the person is decided: the next one that is open, or one that was passed over. @returns whether it was */
  goOn(): boolean {
    if (this.current?.outcome === null) return false;
    const next = this.items.findIndex((item, at) => at > this.at && isOpen(item));
    this.at = next === -1 ? this.items.findIndex(isOpen) : next;
    return true;
  }

  /** Keeps some products ahead in memory. One request at a time, and none for what is known to be all. */
  async fill(onDone: () => void): Promise<void> {
    const left = this.items.filter((item, at) => at > this.at && isOpen(item)).length;
    if (this.loading || this.exhausted || this.failed || left >= ahead) return;
    this.loading = true;
    try {
      const before = this.items.length;
      const quiet = this.#deps.quiet();
      const more = await this.#deps.load({ from: this.#from, count: batch, at: this.place });
      this.loading = false;
      this.take(more, quiet);
      if (this.items.length > before) this.#again.clear();
      else this.exhausted = this.#isRoundOf(more.products);
    } catch {
      this.loading = false;
      this.failed = true;
    }
    onDone();
  }

  /** @param asked `quiet` when it was asked for */
  take(view: NextView, asked: number | null): void {
    const { products } = view;
    this.#from = (products.at(-1)?.seq ?? this.#from - 1) + 1;
    this.count(view, asked);
    for (const product of products) {
      if (this.items.some((item) => item.product.seq === product.seq && item.product.id === product.id)) continue;
      if (this.items.some((item) => item.product.id === product.id && isOpen(item))) continue;
      if (!this.#deps.isOnItsWay(product.id)) this.items.push({ product, outcome: null });
    }
  }

  /** What is told of the queue beside its products. What was done since it was asked is not in its counts: they are left. */
  count({ withOthers, progress, size }: Omit<NextView, "products">, asked: number | null): void {
    this.withOthers = withOthers;
    this.size = Math.max(this.size, size);
    if (asked !== null && asked === this.#deps.quiet()) this.counted = progress;
  }

  /** Where a product stands that is not decided; -1: nowhere */
  openPlaceOf(productId: string | undefined): number {
    return this.items.findLastIndex((item) => item.product.id === productId && isOpen(item));
  }

  /** The queue may have more than was known. */
  mayHaveMore(): void {
    this.exhausted = false;
    this.#again.clear();
  }

  /** What was done at an earlier visit and is not sent yet. */
  takeUp(waiting: readonly Outgoing[]): void {
    for (const { productId, request } of waiting) {
      const item = this.items.find(({ product }) => product.id === productId);
      if (item && request.intent === "decide") item.outcome = outcomeOf(request.verdict as Verdict);
      if (item && request.intent === "edit") item.product = withEdits(item.product, request);
    }
  }

  /** A product as the server has it now. */
  refresh(productId: string, fresh: ReviewProduct): void {
    const item = this.latestOf(productId);
    if (item) item.product = { ...fresh, seq: item.product.seq };
  }

  /** @param bulk names what decided them at once */
  approveLane(lane: ReviewLane, bulk: string): void {
    for (const item of this.items) {
      if (!isOpen(item) || laneOfProduct(item.product) !== lane) continue;
      item.outcome = "approved";
      item.bulk = bulk;
    }
    this.mayHaveMore();
  }

  /** What was decided at once waits again, but not what was decided by itself before or since. */
  reopenBulk(bulk: string): void {
    for (const item of this.items) if (item.bulk === bulk && item.outcome === "approved") item.outcome = null;
    this.mayHaveMore();
  }

  /** Those that the person has before them or next. */
  claimed(): string[] {
    return this.items.filter((item, at) => isOpen(item) && at >= this.at - 1).map(({ product }) => product.id);
  }

  /** Nothing new came: that is all when it is fewer than asked for, or came before without anything new. */
  #isRoundOf(products: readonly ReviewProduct[]): boolean {
    const places = products.flatMap(({ seq }) => seq ?? []);
    const isRound = products.length < batch || places.every((seq) => this.#again.has(seq));
    for (const seq of places) this.#again.add(seq);
    return isRound;
  }
}
