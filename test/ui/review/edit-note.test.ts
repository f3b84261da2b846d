import { expect, it } from "vitest";
import { editNote } from "../../../app/ui/review/edit-note.ts";

const slot = { begun: "A mug", typed: "A cup", sent: "A cup", isWaiting: false, isRefused: false, hasTrouble: false };

it("an emptied text is not dropped without a word", () => {
  expect(editNote({ ...slot, typed: " " })).toBe("empty");
  expect(editNote({ ...slot, begun: ["A"], sent: ["A"], typed: [""] })).toBe("empty");
  expect(editNote({ ...slot, begun: "", sent: "", typed: "" })).toBeNull();
});

it("what is written is told to be saved only when the server has it", () => {
  expect(editNote(slot)).toBe("saved");
  expect(editNote({ ...slot, isWaiting: true })).toBe("saving");
  expect(editNote({ ...slot, isWaiting: true, hasTrouble: true })).toBe("kept");
  expect(editNote({ ...slot, sent: "A mug" })).toBeNull();
  expect(editNote({ ...slot, isRefused: true })).toBe("kept");
});
