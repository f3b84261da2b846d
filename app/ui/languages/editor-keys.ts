/** What a key asks for in the editor of translations. */
export type EditorAct = "approve" | "reject" | "previous" | "next" | "languageBefore" | "languageAfter";

/** Of a keyboard event what decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "repeat" | "isComposing" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"
>;

const withCommand: Readonly<Record<string, EditorAct>> = {
  Enter: "approve",
  ArrowUp: "languageBefore",
  ArrowDown: "languageAfter",
};
const alone: Readonly<Record<string, EditorAct>> = {
  a: "approve",
  r: "reject",
  ArrowLeft: "previous",
  ArrowRight: "next",
};
/** By their places, where the layout is not Latin. */
const codes: Readonly<Record<string, EditorAct>> = { KeyA: "approve", KeyR: "reject" };

/**
 * Single keys outside of fields, and Ctrl or ⌘ with Enter and the arrows everywhere. None while an input method composes, nor on
 * repeat.
 * @param where.inField the focus is in a field, whose letters are its own
 * @param where.settled the product stands there long enough: a key that was meant for the one before is no decision
 */
export function actOfKey(event: KeyPress, where: { inField: boolean; settled: boolean }): EditorAct | null {
  if (event.repeat || event.isComposing || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    const act = event.shiftKey ? undefined : withCommand[event.key];
    return act === "approve" && !where.settled ? null : (act ?? null);
  }
  if (event.shiftKey || where.inField || !where.settled) return null;
  return alone[event.key] ?? codes[event.code] ?? null;
}
