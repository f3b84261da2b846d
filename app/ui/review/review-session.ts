import type { ReviewTold } from "../review-told.ts";
import type { TextBody } from "../text-body.ts";
import { withBody, withTextOf } from "./change-product.ts";
import { type CountChange, comesAgain, decisionChange, laneNow, takenBack } from "./count-changes.ts";
import { editOf } from "./edit-request.ts";
import { HandedOut } from "./handed-out.ts";
import { isSettled, type NumberedFinding } from "./judge-product.ts";
import { type Begun, OpenEdit } from "./open-edit.ts";
import { type Answered, Outbox } from "./outbox.ts";
import type { Outgoing } from "./outgoing.ts";
import { readSession } from "./read-session.ts";
import { decideRequest, putOffRequest, textBackRequest } from "./requests.ts";
import type { NextView, Outcome, ReviewAnswer, ReviewProduct, ReviewProgress } from "./review-view.ts";
import {
  type Done,
  type Item,
  outcomeOf,
  type SessionDeps,
  type SessionState,
  type Told,
  type Verdict,
} from "./session-state.ts";
import { decidedText, fixAct, keepAct, type TextAct, wordingAct } from "./text-acts.ts";

interface DecidedAtOnce {
  products: number;
  /** those that stayed */
  left: number;
  lane?: "clean" | "conflicts";
  /** what publishes them: they are taken back only there */
  runId?: string | null;
  /** how far the queue is after it */
  progress: ReviewProgress | null;
}

/** So many decisions can be taken back. */
const mostUndone = 50;

/** A person's way through a queue: the product before them, what was decided and is on its way, and what can be taken back. */
export class ReviewSession {
  readonly #deps: SessionDeps;
  readonly #listeners = new Set<() => void>();
  readonly queue: HandedOut;
  readonly outbox: Outbox;
  readonly #edit: OpenEdit;
  #done: Done[] = [];
  #told: Told | null = null;
  #last: SessionState["last"] = null;
  #shownAt = 0;
  #said: SessionState["said"] = null;
  /** what is counted as new could not be put into the queue */
  #extendedInVain = false;
  #state: SessionState | null = null;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.outbox = new Outbox({
      ...deps.outbox,
      onAnswer: (outgoing, answer, told) => this.#answered(outgoing, answer, told),
      onChange: () => this.#changed(),
    });
    this.#edit = new OpenEdit(this.outbox);
    const { load, first, size } = deps;
    this.queue = new HandedOut({
      ...{ load, first, size },
      isOnItsWay: (productId) => this.outbox.isDeciding(productId),
      quiet: () => this.outbox.quiet,
    });
    this.queue.take(first, this.outbox.quiet);
    this.#goOn();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  state = (): SessionState => {
    this.#state ??= {
      ...readSession(this.queue, { outbox: this.outbox, lane: this.#deps.lane }),
      ...{ last: this.#last, told: this.#told, refused: this.#edit.refused, shownAt: this.#shownAt, said: this.#said },
    };
    return this.#state;
  };

  /** Takes up what was done at an earlier visit, or in a window that is closed by now, and is not sent yet. */
  async start(): Promise<void> {
    this.queue.takeUp(await this.outbox.start());
    this.#goOn();
  }

  stop(): void {
    this.outbox.stop();
  }

  /** What was asked for another reason tells how far the queue is too. */
  async hear(asked: Promise<NextView>): Promise<void> {
    const quiet = this.outbox.quiet;
    try {
      this.queue.count(await asked, quiet);
      this.#fill();
    } catch {
      // The next answer tells it.
    }
  }

  /** The browser is online again. */
  retryIfStuck(): void {
    if (this.queue.failed) this.retry();
    else this.outbox.flush();
  }

  decide(verdict: Verdict): void {
    const item = this.#open();
    if (!item) return;
    const id = this.#deps.newId();
    const { queueId } = this.#deps;
    const counts = this.#settle(item, { id, outcome: outcomeOf(verdict) });
    this.#send("review", item.product, decideRequest(item.product, { id, queueId, verdict }), { id, counts });
  }

  /** Asks for the product's texts to be written again; the product comes back when they are. */
  writeAgain(request: Record<string, unknown>): void {
    const item = this.#open();
    if (!item) return;
    const id = this.#deps.newId();
    const { product } = item;
    const { queueId } = this.#deps;
    this.#send("product", product, { ...request, intent: "generate" });
    const counts = this.#settle(item, { id, outcome: "written_again" });
    this.#send("review", product, putOffRequest(product.id, { id, queueId }), { id, follows: true, counts });
  }

  applyFix(finding: NumberedFinding): void {
    this.#act(fixAct(finding));
  }

  keep(finding: NumberedFinding, reason: string): void {
    this.#act(keepAct(finding, { reason, at: this.#deps.now() }));
  }

  /** Takes another of the model's wordings for a text. */
  chooseWording(name: string, number: number): void {
    const text = this.#open()?.product.texts.find((one) => one.name === name);
    const act = text && wordingAct(text, number);
    if (act) this.#act(act);
  }

  /** Decides one text of several that wait. */
  decideText(name: string, intent: "approve" | "reject"): void {
    const item = this.#open();
    const version = item?.product.texts.find((text) => text.name === name)?.newest;
    if (!item || !version) return;
    const from = laneNow(item.product);
    item.product = decidedText(item.product, name, intent);
    this.#send(
      "product",
      item.product,
      intent === "approve" ? { intent, versionIds: [version.id], override: false } : { intent, versionId: version.id },
      { counts: { from, to: laneNow(item.product) } },
    );
  }

  /** Goes on behind a product of which nothing is left to decide. The server counts what is open. */
  leaveSettled(): void {
    const item = this.#open();
    if (!item || !isSettled(item.product)) return;
    item.outcome = "elsewhere";
    this.queue.mayHaveMore();
    this.#goOn();
  }

  /**
   * Saves a person's words, which are one version with what was saved before in the same stay at the text.
   * @param begun what they are written over
   * @returns false: they are not taken, since those before them were not; the caller keeps them
   */
  edit(productId: string, name: string, body: TextBody, begun: Begun): boolean {
    if (this.#edit.isRefused(productId, name)) return false;
    const item = this.queue.latestOf(productId);
    const text = item?.product.texts.find((one) => one.name === name);
    if (!item || !text) return false;
    const from = laneNow(item.product);
    item.product = withBody(item.product, name, body);
    const request = this.#edit.next(productId, name, body, begun);
    if (request === null) this.#changed();
    else this.#send("product", item.product, request, { counts: { from, to: laneNow(item.product) } });
    return true;
  }

  /** The person leaves a text. */
  endEdit(productId: string, name: string): void {
    const product = this.queue.latestOf(productId)?.product;
    const request = this.#edit.end(productId, name);
    if (product && request) this.#send("product", product, request);
    else this.#changed();
  }

  /** Sends something about the product before the person that is shown when it is answered. */
  send(page: Outgoing["page"], request: Outgoing["request"]): void {
    this.#send(page, this.queue.current?.product ?? none, request);
  }

  /** Takes back the last thing that was done. @returns false: there is none */
  undo(): boolean {
    const done = this.#done.pop();
    if (done) this.#takeBack(done);
    return done !== undefined;
  }

  #takeBack(done: Done): void {
    if (done.kind === "bulk" && done.runId !== null) {
      const told = { kind: "goes_live" } as const;
      this.#told = { id: done.id, productId: "", title: "", told, message: "" };
      this.#changed();
      return;
    }
    this.#last = null;
    if (done.kind === "bulk") {
      this.#send("review", none, { intent: "take-back-clean", id: done.id });
      return;
    }
    const at = this.queue.items.findLastIndex(({ product }) => product.id === done.productId);
    const item = this.queue.items[at];
    if (!item) return;
    if (done.kind === "text") {
      const from = laneNow(item.product);
      item.product = withTextOf(item.product, done.before, done.name);
      const counts = { from, to: laneNow(item.product) };
      const request = textBackRequest(done);
      if (!this.outbox.remove(done.id) && request) this.#send("product", item.product, request, { counts });
    } else {
      item.outcome = null;
      const counts = takenBack(done.counts);
      // An earlier place of the same product that comes again is the one that is open.
      if (!this.outbox.remove(done.id))
        this.#send("review", item.product, { intent: "take-back", id: done.id }, { counts });
    }
    this.#said = { outcome: "back", at: this.#deps.now() };
    this.#show(at);
  }

  /** To the next or the former product, without a decision. */
  move(by: 1 | -1): void {
    const at = this.queue.beside(by);
    if (at !== null) this.#show(at);
  }

  /** To one of the products that were handed out, as long as it is not decided. */
  goTo(at: number): void {
    if (this.queue.items[at]?.outcome === null) this.#show(at);
  }

  /** Asks again after it could not be loaded, or for what came meanwhile. */
  retry(): void {
    this.queue.failed = false;
    this.queue.mayHaveMore();
    this.outbox.flush();
    this.#goOn();
  }

  /** Puts what came since the queue was opened behind its last product. */
  takeInNewcomers(): void {
    if (this.outbox.isExtending) return;
    this.#send("review", none, { intent: "extend", queueId: this.#deps.queueId });
  }

  /** All products of a lane were decided. */
  approvedAtOnce(id: string, { products, left, lane = "clean", runId = null, progress }: DecidedAtOnce): void {
    this.#push({ kind: "bulk", id, products, runId });
    this.#last = { title: "", outcome: "bulk", products, left, runId };
    this.queue.counted = progress ?? this.queue.counted;
    this.queue.approveLane(lane, id);
    this.#goOn();
  }

  forgetTold(): void {
    this.#told = null;
    this.#changed();
  }

  /** The product of a line comes before the person. */
  lookAtTold(): void {
    const at = this.queue.openPlaceOf(this.#told?.productId);
    this.#told = null;
    if (at === -1) this.#changed();
    else this.#show(at);
  }

  #act({ about, chosen, change, request }: TextAct): void {
    const item = this.#open();
    if (!item) return;
    const before = item.product;
    const { id: productId, title } = before;
    const id = this.#deps.newId();
    this.#push({ kind: "text", id, productId, title, before, ...about });
    item.product = change(before);
    this.#last = { title, outcome: chosen ? "chosen" : "fixed", products: 1, ...(chosen ? { chosen } : {}) };
    if (chosen) this.#said = { outcome: "chosen", at: this.#deps.now(), ...chosen };
    const counts = { from: laneNow(before), to: laneNow(item.product) };
    this.#send("product", before, request, { id, counts });
  }

  #settle(item: Item, { id, outcome }: { id: string; outcome: Outcome }): CountChange {
    const { product } = item;
    const { id: productId, seq, title } = product;
    const counts = decisionChange(product, outcome);
    item.outcome = outcome;
    this.#push({ kind: "decision", id, productId, seq, outcome, title, counts });
    this.#last = { title, outcome, products: 1 };
    if (comesAgain(outcome)) this.queue.mayHaveMore();
    this.#said = { outcome, at: this.#deps.now() };
    this.#goOn();
    return counts;
  }

  #push(done: Done): void {
    this.#done = [...this.#done, done].slice(-mostUndone);
  }

  /** The product before the person, as long as it is not decided. */
  #open(): Item | null {
    const item = this.queue.current;
    return item?.outcome === null ? item : null;
  }

  #goOn(): void {
    if (this.queue.goOn()) this.#shownAt = this.#deps.now();
    this.#fill();
  }

  #show(at: number): void {
    this.queue.at = at;
    this.#shownAt = this.#deps.now();
    this.#fill();
  }

  #fill(): void {
    void this.queue.fill(() => this.#goOn());
    // At its end nobody should have to ask for what is known to be there.
    if (this.queue.isAtEnd && this.queue.counted.newcomers > 0 && !this.#extendedInVain) this.takeInNewcomers();
    this.#changed();
  }

  #answered(outgoing: Outgoing, answer: ReviewAnswer, { fresh, progress, left }: Answered): void {
    const { intent } = outgoing.request;
    this.queue.counted = progress ?? this.queue.counted;
    if (fresh && !this.outbox.isOf(outgoing.productId)) this.queue.refresh(outgoing.productId, fresh);
    // What is put off stands at the end of the queue from now on.
    if (intent === "decide" && comesAgain(outcomeOf(outgoing.request.verdict as Verdict))) this.queue.mayHaveMore();
    if (answer.ok) {
      if (answer.told?.kind === "bulk_taken_back") this.#bulkTakenBack(outgoing, answer.told);
      if (answer.told?.kind === "extended") {
        this.queue.mayHaveMore();
        this.#extendedInVain = answer.told.products === 0;
      }
    } else {
      const { id, productId, title } = outgoing;
      const words = this.#keepWords([outgoing, ...left]);
      this.#told = { id, productId, title, told: answer.told ?? null, message: answer.message, words };
      for (const one of [outgoing, ...left]) this.#comeBack(one, answer.told ?? null);
    }
    const isOfText = intent === "approve" || intent === "reject";
    if (answer.ok && isOfText && this.queue.current?.product.id === outgoing.productId) this.leaveSettled();
    if (this.queue.current?.outcome !== null) this.#goOn();
    else this.#fill();
  }

  /** Words that the server did not take stay the person's. @returns whether there were any */
  #keepWords(refused: readonly Outgoing[]): boolean {
    let kept = false;
    for (const outgoing of refused) {
      const edit = editOf(outgoing);
      const product = this.queue.latestOf(outgoing.productId)?.product;
      // One of the model's wordings is nobody's words.
      if (!edit?.sitting || !product) continue;
      this.#deps.keep(product, edit);
      this.#edit.refuse(outgoing.productId, edit);
      kept = true;
    }
    return kept;
  }

  /** What is live by now stays, and is told. */
  #bulkTakenBack({ id, request }: Outgoing, told: Extract<ReviewTold, { kind: "bulk_taken_back" }>): void {
    if (told.takenBack > 0) this.queue.reopenBulk(String(request.id));
    if (told.stayed > 0) this.#told = { id, productId: "", title: "", told, message: "" };
  }

  /** What was not done is no decision: its product waits again, unless somebody else decided it. */
  #comeBack({ id }: Outgoing, told: ReviewTold | null): void {
    const undone = this.#done.find((done) => done.id === id);
    if (!undone) return;
    this.#done = this.#done.filter((done) => done !== undone);
    this.#last = null;
    if (undone.kind !== "decision" || told?.kind === "decided_by" || told?.kind === "not_found") return;
    const item = this.queue.latestOf(undone.productId);
    if (!item) return;
    item.outcome = null;
  }

  #send(
    page: Outgoing["page"],
    { id: productId, title }: Pick<ReviewProduct, "id" | "title">,
    request: Outgoing["request"],
    { id = this.#deps.newId(), follows = this.outbox.isOfTexts(productId), counts }: Sending = {},
  ): void {
    this.outbox.add({ id, page, productId, title, request, follows, ...(counts ? { counts } : {}) });
  }

  #changed(): void {
    this.#state = null;
    for (const listener of this.#listeners) listener();
  }
}

interface Sending {
  id?: string;
  follows?: boolean;
  counts?: CountChange;
}

/** About no product. */
const none = { id: "", title: "" };
