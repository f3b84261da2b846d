import { expect, it } from "vitest";
import { cutAtMarks } from "../../../app/ui/marks/cut-at-marks.ts";
import type { MarkView } from "../../../app/ui/marks/mark-view.ts";

function mark(quote: string, more: Partial<MarkView> = {}): MarkView {
  return { key: quote, kind: "warns", number: 1, quote, at: [], about: "", ...more };
}

/** The marked words in brackets, with a dot where the mark ends. */
function marked(checked: string, shown: string[], marks: MarkView[]): string[] {
  const cut = cutAtMarks(checked, shown, marks);
  return shown.map((piece) =>
    cut(piece)
      .map(({ text, mark: one, ends }) => (one ? `[${text}${ends ? "." : ""}]` : text))
      .join(""),
  );
}

it("marks the words at the place where they were found, and not where they stand too", () => {
  const text = "Wool here, wool there";
  const start = text.indexOf("wool");
  expect(marked(text, [text], [mark("wool", { at: [{ start, end: start + 4 }] })])).toEqual([
    "Wool here, [wool.] there",
  ]);
});

it("counts places in code points, so that an emoji before the words does not move the mark", () => {
  const text = "🧶🧶 wool";
  expect(marked(text, [text], [mark("wool", { at: [{ start: 3, end: 7 }] })])).toEqual(["🧶🧶 [wool.]"]);
});

it("finds words that cross elements and lines, whatever the space between them is", () => {
  const checked = "Made of pure\nwool today";
  const at = [{ start: 8, end: 17 }];
  const shown = ["Made of ", "pure", "  ", "wool today"];
  expect(marked(checked, shown, [mark("pure wool", { at })])).toEqual(["Made of ", "[pure]", "  ", "[wool.] today"]);
});

it("finds the words again after an edit before them, the nearest to where they were", () => {
  const edited = "Now in red. Wash cold, dry flat. Or dry flat again.";
  expect(marked(edited, [edited], [mark("dry flat", { at: [{ start: 11, end: 19 }] })])).toEqual([
    "Now in red. Wash cold, [dry flat.]. Or dry flat again.",
  ]);
});

it("leaves a text unmarked that no longer holds the words, and one whose finding is about all of it", () => {
  expect(marked("Cotton", ["Cotton"], [mark("wool", { at: [{ start: 0, end: 4 }] })])).toEqual(["Cotton"]);
  expect(marked("Cotton", ["Cotton"], [mark("", { at: [] })])).toEqual(["Cotton"]);
});

it("gives words that two marks want to the graver one", () => {
  const text = "100% baby alpaca";
  const marks = [
    mark("100%", { key: "fact", kind: "backed", number: null }),
    mark(text, { key: "grave", kind: "blocks" }),
  ];
  const [piece] = cutAtMarks(text, [text], marks)(text);
  expect(piece).toMatchObject({ text, ends: true, mark: { key: "grave" } });
});

it("marks each place of one finding", () => {
  const text = "red and red";
  const at = [
    { start: 0, end: 3 },
    { start: 8, end: 11 },
  ];
  expect(marked(text, [text], [mark("red", { at })])).toEqual(["[red.] and [red.]"]);
});

it("marks whole words only, across elements too, and each place of words that were found nowhere in particular", () => {
  const text = "Soaked oak, oak-brown cotton";
  const words = [mark("oak"), mark("Ton", { kind: "glossary" })];
  expect(marked(text, [text], words)).toEqual(["Soaked [oak.], [oak.]-brown cotton"]);
  expect(marked("So soaked", ["So so", "aked"], [mark("so"), mark("aked")])).toEqual(["[So.] so", "aked"]);
  expect(marked("Cotton\nOak", ["Cotton", "Oak"], [mark("oak"), mark("ton")])).toEqual(["Cotton", "[Oak.]"]);
});

it("marks what is shown of a text of which something is not shown", () => {
  expect(marked("A picture: oak\nOak board", ["Oak board"], [mark("oak")])).toEqual(["[Oak.] board"]);
});
