/** What a key does on the review page. */
export type KeyAct =
  | "approve" | "reject" | "edit" | "again" | "later" | "undo" | "useWords" | "keep" | "correct" | "nextFinding" | "lastFinding"
  | "view" | "next" | "previous" | "nextText" | "lastText" | "one" | "two" | "publish" | "help"
  | "approveText" | "rejectText" | "wording" | "lastWording" | "window" | "leave"; // biome-ignore format: a list of names

const single: Record<string, KeyAct> = {
  a: "approve", r: "reject", e: "edit", w: "again", s: "later", z: "undo", u: "useWords", k: "keep", o: "correct",
  n: "nextFinding", c: "view", t: "wording", p: "publish", "1": "one", "2": "two", f: "window", "?": "help", f8: "nextFinding",
  arrowright: "next", arrowleft: "previous", arrowdown: "nextText", arrowup: "lastText",
}; // biome-ignore format: a table

const shifted: Record<string, KeyAct> = {
  n: "lastFinding",
  f8: "lastFinding",
  a: "approveText",
  r: "rejectText",
  t: "lastWording",
  "?": "help",
};

/** What a browser tells of a key. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

export interface KeyPlace {
  /** in a field or an editor: only Ctrl keys act there */
  typing: boolean;
  /** in a region that the arrows scroll up and down */
  scrolls: boolean;
  /** single letters are on */
  single: boolean;
  /** how long the product that is shown has been there */
  shownMs: number;
}

/** A key that was meant for the product before must not decide this one. */
export const guardMs = 250;

/** What a press of a key does; null: nothing, it is left to the browser. */
export function actOfKey(press: KeyPress, { typing, scrolls, single: on, shownMs }: KeyPlace): KeyAct | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = press;
  if (repeat || isComposing || altKey) return null;
  if (ctrlKey || metaKey) {
    return key === "Enter" && !typing && shownMs >= guardMs ? "approve" : null;
  }
  if (key === "Escape") return typing ? null : "leave";
  if (typing || !on || (scrolls && /^Arrow(?:Up|Down)$/.test(key))) return null;
  const letter = letterOf(press);
  const act = (shiftKey ? shifted : single)[letter] ?? null;
  return act !== null && changes.has(act) && shownMs < guardMs ? null : act;
}

const changes: ReadonlySet<KeyAct> = new Set<KeyAct>([
  ...([
    "approve",
    "reject",
    "later",
    "useWords",
    "keep",
    "one",
    "two",
    "publish",
    "approveText",
    "rejectText",
    "again",
    "wording",
    "lastWording",
  ] as const),
]);

/** The letter on the key; where the layout is not Latin, the one that stands there on a Latin one. */
function letterOf({ key, code }: KeyPress): string {
  const isLatin = key.length > 1 || /^[\p{scx=Latin}\p{N}\p{P}\p{S}]$/u.test(key);
  return (isLatin ? key : code.replace(/^(?:Key|Digit)/, "")).toLowerCase();
}
