import { describe, expect, it } from "vitest";
import { actOfKey, type KeyPlace, type KeyPress } from "../../../app/ui/review/review-keys.ts";

const plain: KeyPress = {
  ...{ key: "a", code: "KeyA", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false },
  isComposing: false,
};
const place: KeyPlace = { typing: false, scrolls: false, single: true, shownMs: 1_000 };
const press = (more: Partial<KeyPress>, where: Partial<KeyPlace> = {}) =>
  actOfKey({ ...plain, ...more }, { ...place, ...where });

describe("a key on the review page", () => {
  it("does what is printed on its button", () => {
    const acts = ["a", "r", "e", "w", "s", "z", "u", "k", "o", "n", "c", "p", "1", "2", "f", "?"].map((key) =>
      press({ key }),
    );
    expect(acts.join(" ")).toBe(
      "approve reject edit again later undo useWords keep correct nextFinding view publish one two window help",
    );
    expect([press({ key: "ArrowRight" }), press({ key: "F8" }), press({ key: "F8", shiftKey: true })]).toEqual([
      "next",
      "nextFinding",
      "lastFinding",
    ]);
  });

  it("leaves the arrows up and down to a region that they scroll, and no other key", () => {
    const inRegion = ["ArrowDown", "ArrowUp", "ArrowRight", "a"].map((key) => press({ key }, { scrolls: true }));
    expect(inRegion).toEqual([null, null, "next", "approve"]);
    expect(press({ key: "ArrowDown" })).toBe("nextText");
  });

  it("T takes the next wording, with Shift the one before, and neither in a product's first quarter of a second", () => {
    expect([press({ key: "t" }), press({ key: "T", shiftKey: true })]).toEqual(["wording", "lastWording"]);
    expect(press({ key: "t" }, { shownMs: 10 })).toBeNull();
    expect(press({ key: "t", altKey: true })).toBeNull();
  });

  it("Escape leaves, also where single keys are off, but not out of a field", () => {
    expect(press({ key: "Escape" })).toBe("leave");
    expect(press({ key: "Escape" }, { single: false })).toBe("leave");
    expect(press({ key: "Escape" }, { typing: true })).toBeNull();
    expect(press({ key: "f" }, { single: false })).toBeNull();
    expect(press({ key: "f", ctrlKey: true })).toBeNull();
  });

  it("decides nothing in the first quarter of a second of a product, when held down, or while words are composed", () => {
    expect(press({}, { shownMs: 249 })).toBeNull();
    expect(press({}, { shownMs: 250 })).toBe("approve");
    expect(press({ repeat: true })).toBeNull();
    expect(press({ isComposing: true })).toBeNull();
    expect(press({ key: "n" }, { shownMs: 10 })).toBe("nextFinding");
  });

  it("in a field, with Alt or with a key of the browser is the browser's", () => {
    expect(press({}, { typing: true })).toBeNull();
    expect(press({ altKey: true })).toBeNull();
    expect(press({ ctrlKey: true })).toBeNull();
    expect(press({ key: "r", metaKey: true })).toBeNull();
  });

  it("of another alphabet is the one that stands there on a Latin keyboard", () => {
    expect(press({ key: "ф", code: "KeyA" })).toBe("approve");
    expect(press({ key: "я", code: "KeyZ" })).toBe("undo");
    expect(press({ key: "q", code: "KeyA" })).toBeNull();
  });

  it("can be switched off, but Ctrl Enter stays", () => {
    expect(press({}, { single: false })).toBeNull();
    expect(press({ key: "Enter", ctrlKey: true }, { single: false })).toBe("approve");
    expect(press({ key: "Enter", ctrlKey: true }, { typing: true })).toBeNull();
  });
});
