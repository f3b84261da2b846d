import { expect, it } from "vitest";
import { actOfKey, type KeyPress } from "../../app/ui/languages/editor-keys.ts";

const outside = { inField: false, settled: true };

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
  const none = { repeat: false, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key, code: "", ...none, ...change };
}

it("single keys decide outside of fields, by their places where the layout is not Latin", () => {
  expect(["a", "r", "ArrowLeft", "ArrowRight", "x"].map((key) => actOfKey(press(key), outside))).toEqual([
    ...["approve", "reject", "previous", "next"],
    null,
  ]);
  expect(actOfKey(press("ф", { code: "KeyA" }), outside)).toBe("approve");
  expect(actOfKey(press("a"), { ...outside, inField: true })).toBeNull();
  expect(actOfKey(press("A", { shiftKey: true }), outside)).toBeNull();
});

it("Ctrl or ⌘ with Enter approves and goes on, in a field as well, and with the arrows another language is shown", () => {
  const inField = { inField: true, settled: true };
  expect(actOfKey(press("Enter", { ctrlKey: true }), inField)).toBe("approve");
  expect(actOfKey(press("Enter", { metaKey: true }), inField)).toBe("approve");
  expect(actOfKey(press("ArrowUp", { ctrlKey: true }), inField)).toBe("languageBefore");
  expect(actOfKey(press("ArrowDown", { ctrlKey: true }), inField)).toBe("languageAfter");
  expect(actOfKey(press("Enter"), inField)).toBeNull();
});

it("no key decides on repeat, while an input method composes, or in the first moment of a product", () => {
  expect(actOfKey(press("a", { repeat: true }), outside)).toBeNull();
  expect(actOfKey(press("Enter", { ctrlKey: true, isComposing: true }), outside)).toBeNull();
  expect(actOfKey(press("a"), { ...outside, settled: false })).toBeNull();
  expect(actOfKey(press("Enter", { ctrlKey: true }), { ...outside, settled: false })).toBeNull();
});
