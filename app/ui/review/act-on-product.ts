import type { DockActionId } from "../dock/dock-row.ts";
import { actionsOfFinding } from "../dock/finding-actions.ts";
import { blocks } from "../marks/finding-view.ts";
import { wordingBeside } from "../wordings/wordings-view.ts";
import { hasChoice, isSettled, type NumberedFinding } from "./judge-product.ts";
import type { ReviewSession } from "./review-session.ts";
import type { ReviewText } from "./review-view.ts";
import type { ReviewView } from "./use-review-view.ts";

/** What of the review's not everybody may do. */
export interface ReviewRights {
  approve: boolean;
  publish: boolean;
}

export interface ActDeps {
  session: ReviewSession;
  view: ReviewView;
  rights: ReviewRights;
  /** opens another page of the app */
  open(path: string): void;
  /** how many products of the queue are approved and not published. @throws when there is no answer */
  countWaiting(): Promise<number>;
}

type Act = (deps: ActDeps) => void;

/** What needs no product before the person. */
const withoutProduct: Partial<Record<DockActionId, Act>> = {
  undo({ session, view }) {
    if (!session.undo()) view.setHint({ why: "nothingToUndo", count: 0, helps: [] });
  },
};

const acts: Partial<Record<DockActionId, Act>> = {
  approve,
  publish: approve,
  pass: approve,
  reject: ({ view }) => view.setAsking({ kind: "reject" }),
  again: ({ view }) => view.setAsking({ kind: "note" }),
  later: ({ session }) => session.decide({ kind: "later" }),
  edit: ({ view }) => edit(view),
  useWords: putRight,
  leaveOut: putRight,
  keep,
  correct: ({ view }) => view.setAsking({ kind: "correct" }),
  addFact: ({ view }) => view.setAsking({ kind: "correct" }),
  wording: (deps) => chooseBeside(deps, 1),
  keepLive: ({ session }) => session.decide({ kind: "conflicts", keep: "theirs" }),
  useOurs: ({ session }) => session.decide({ kind: "conflicts", keep: "ours" }),
  nextFinding: ({ view }) => view.stepFinding(1),
  nextProduct({ session }) {
    session.forgetTold();
    session.move(1);
  },
  lookAnyway: ({ session }) => session.lookAtTold(),
  openProduct({ session, open }) {
    const { told } = session.state();
    if (told) open(`/app/products/${told.productId}`);
  },
  showBoth({ view, open }) {
    const other = view.focused?.finding.product;
    if (other) open(`/app/products/${other.id}`);
  },
  finish({ view }) {
    view.setEditing(null);
    view.focusHeading();
  },
  cancel({ session, view }) {
    view.setAsking(null);
    session.forgetTold();
    view.focusHeading();
  },
};

/** What only those may do who may approve. */
export const decides: ReadonlySet<DockActionId> = new Set(["reject", "keep", "keepLive", "useOurs"]);

/** Does what a button of the dock says. */
export function actOnProduct(deps: ActDeps, id: DockActionId): void {
  deps.view.setHint(null);
  if (decides.has(id) && mayNotApprove(deps)) return;
  const act = withoutProduct[id] ?? (deps.view.product ? acts[id] : undefined);
  act?.(deps);
}

/** @returns whether what was asked for is for others to decide, which is said */
export function mayNotApprove({ rights, view }: ActDeps): boolean {
  if (!rights.approve) view.setHint({ why: "mayNotApprove", count: 0, helps: ["pass"] });
  return !rights.approve;
}

/** What is found leads to the first finding that holds the product back, a conflict is decided first; and both are said. */
function approve({ session, view, rights }: ActDeps): void {
  const { product, findings } = view;
  if (!product) return;
  // Who may not approve passes on what is in conflict or blocked too: that is for others to decide.
  if (!rights.approve && !isSettled(product)) {
    session.decide({ kind: "passed" });
    return;
  }
  if (product.texts.some(({ conflict }) => conflict !== null)) {
    view.setHint({ why: "conflict", count: 1, helps: ["keepLive", "useOurs"] });
    return;
  }
  if (isSettled(product)) {
    session.leaveSettled();
    return;
  }
  if (holdsBack(view, findings)) return;
  if (view.passes) session.decide({ kind: "passed" });
  else session.decide({ kind: "approved" });
}

/** Of some findings the first that blocks comes before the person, with what helps. @returns whether there is one */
export function holdsBack(view: ReviewView, among: readonly NumberedFinding[]): boolean {
  const blocking = among.filter(({ finding }) => blocks(finding));
  const [first] = blocking;
  if (!first) return false;
  view.focusFinding(view.findings.findIndex(({ number }) => number === first.number));
  view.setHint({ why: "blocked", count: blocking.length, helps: actionsOfFinding(first.finding).slice(0, 2) });
  return true;
}

/** Words that the program can vouch for go in at once; without them a person writes. */
function putRight({ session, view }: ActDeps): void {
  if (view.focused?.finding.fix) session.applyFix(view.focused);
  else edit(view);
}

/** What holds a product back is kept for a reason only. */
function keep({ session, view }: ActDeps): void {
  if (view.focused && view.focused.finding.severity !== "block") session.keep(view.focused, "");
  else view.setAsking({ kind: "keep" });
}

/**
 * Opens the editor of the text that the person stands on, or that was found fault with, or the first that was written. Of a
 * text in conflict a side is chosen first: its first letter would choose ours, and nobody had said so.
 */
function edit({ product, focused, textAt, setEditing, setHint }: ReviewView): void {
  const first = product?.texts.find(({ newest }) => newest !== null)?.name;
  const target = textAt ?? focused?.text.name ?? first;
  if (target === undefined) return;
  const text = product?.texts.find(({ name }) => name === target);
  if (text?.conflict) setHint({ why: "conflictFirst", count: 0, helps: ["keepLive", "useOurs"] });
  else setEditing(target);
}

/**
 * Takes the next of the model's wordings, or the one before, for the text that the person stands on; else for that of the
 * finding; where nothing is found for the first that there is a choice for.
 */
export function chooseBeside({ session, view }: ActDeps, by: 1 | -1): void {
  const text = textToChoose(view);
  const wording = text?.newest && wordingBeside(text.newest.wordings, text.newest.body, by);
  if (!text || !wording) {
    if (view.product) view.setHint({ why: "noWordings", count: 0, helps: [] });
    return;
  }
  session.chooseWording(text.name, wording.number);
  view.setTextAt(text.name);
}

function textToChoose({ product, textAt, focused }: ReviewView): ReviewText | null {
  const texts = product?.texts.filter(hasChoice) ?? [];
  const named = (name: string | undefined) => texts.find((text) => text.name === name);
  const stoodOn = textAt ?? focused?.text.name;
  return (stoodOn === undefined ? texts[0] : named(stoodOn)) ?? null;
}
