import { type DockActionId, dockActionIds } from "../dock/dock-row.ts";
import { type ActDeps, actOnProduct, chooseBeside, holdsBack, mayNotApprove } from "./act-on-product.ts";
import { isLastToDecide } from "./judge-product.ts";
import { actOfKey, type KeyAct } from "./review-keys.ts";
import type { ShownSide } from "./text-slot.tsx";

const sides: readonly ShownSide[] = ["new", "changes", "live"];

/** The page, or the same page over the whole admin. */
export interface ReviewWindow {
  isWhole: boolean;
  /** to the other one */
  toggle(): void;
}

export interface KeySettings {
  /** single letters are on */
  single: boolean;
  window: ReviewWindow;
}

/** Does what a key says, unless it is meant for a field or a dialog. */
export function pressKey(deps: ActDeps, event: React.KeyboardEvent, { single, window }: KeySettings): void {
  const { view, session } = deps;
  if (event.defaultPrevented || view.opened !== null || view.asking !== null) return;
  const { target, nativeEvent: press } = event;
  const typing =
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  const scrolls = target instanceof HTMLElement && scrollsItself(target);
  const key = actOfKey(press, { typing, scrolls, single, shownMs: Date.now() - session.state().shownAt });
  if (key === null) return;
  // An open menu is left first.
  if (key === "leave" && (!window.isWhole || event.currentTarget.querySelector(".sw-dock-menu"))) return;
  event.preventDefault();
  view.setHint(null);
  const act = acts[key];
  if (key === "window" || key === "leave") window.toggle();
  else if (act) act(deps);
  else if (isAction(key)) actOnProduct(deps, key);
}

/** What has the focus in order to be scrolled, and is longer than its room. */
function scrollsItself(element: HTMLElement): boolean {
  const { tabIndex, scrollHeight, clientHeight } = element;
  return tabIndex >= 0 && scrollHeight > clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
}

type Act = (deps: ActDeps) => void;

const ifConflict =
  (id: DockActionId): Act =>
  (deps) => {
    const { product } = deps.view;
    if (product?.texts.some(({ conflict }) => conflict !== null)) actOnProduct(deps, id);
    else if (product) deps.view.setHint({ why: "noConflict", count: 0, helps: [] });
  };
const ifFinding =
  (act: Act): Act =>
  (deps) => {
    if (deps.view.focused) act(deps);
    else if (deps.view.product) deps.view.setHint({ why: "noFinding", count: 0, helps: [] });
  };

/** Keys that do more, or less, than the button of the same name. */
const acts: Partial<Record<KeyAct, Act>> = {
  next: ({ session }) => session.move(1),
  previous: ({ session }) => session.move(-1),
  view: ({ view }) => view.setSide(sides[(sides.indexOf(view.side) + 1) % sides.length] ?? "new"),
  one: ifConflict("keepLive"),
  two: ifConflict("useOurs"),
  help: ({ view }) => view.setOpened("help"),
  publish,
  nextFinding: ifFinding(({ view }) => view.stepFinding(1)),
  lastFinding: ifFinding(({ view }) => view.stepFinding(-1)),
  nextText: ({ view }) => view.stepText(1),
  lastText: ({ view }) => view.stepText(-1),
  approveText: (deps) => decideText(deps, "approve"),
  rejectText: (deps) => decideText(deps, "reject"),
  lastWording: (deps) => chooseBeside(deps, -1),
  useWords: ifFinding((deps) => actOnProduct(deps, "useWords")),
  keep: ifFinding((deps) => actOnProduct(deps, "keep")),
  correct: ifFinding((deps) => actOnProduct(deps, "correct")),
};

/** What was approved may be live by now, and what waits be approved at an earlier visit: the server knows. */
export function publish({ view, rights, countWaiting }: ActDeps): void {
  if (!rights.publish) {
    view.setHint({ why: "mayNotPublish", count: 0, helps: [] });
    return;
  }
  countWaiting().then(
    (waiting) => {
      if (waiting > 0) view.setOpened("publish");
      else view.setHint({ why: "nothingWaits", count: 0, helps: [] });
    },
    // The dialog says what is wrong.
    () => view.setOpened("publish"),
  );
}

const isAction = (key: KeyAct | DockActionId): key is DockActionId => dockActionIds.some((id) => id === key);

/** Decides the text that the person stands on, and no other. */
export function decideText(deps: ActDeps, intent: "approve" | "reject"): void {
  const { session, view } = deps;
  const { product } = view;
  const name = view.textAt ?? view.focused?.text.name;
  const version = product?.texts.find((text) => text.name === name)?.newest;
  if (!product || !name || version?.state !== "draft" || mayNotApprove(deps)) return;
  const ofText = view.findings.filter(({ text }) => text.name === name);
  if (intent === "approve" && holdsBack(view, ofText)) return;
  // The last one that waits is the product itself: decided, it makes way for the next.
  if (!isLastToDecide(product, version.id)) session.decideText(name, intent);
  else if (intent === "approve") actOnProduct(deps, "approve");
  else session.decide({ kind: "rejected" });
}
