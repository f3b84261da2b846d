import { expect, it } from "vitest";
import { cutAtPixels } from "../../../app/ui/product/cut-at-pixels.ts";
import { without } from "../../../app/ui/product/text-card.tsx";
import { neighboursIn } from "../../../app/ui/product/use-neighbours.ts";

const ten = (words: string) => [...words].length * 10;

it("a search result is cut by its width, between words", () => {
  expect(cutAtPixels("Day  cream", 100, ten)).toEqual({ shown: "Day cream", cut: "" });
  expect(cutAtPixels("Day cream with edelweiss", 120, ten)).toEqual({ shown: "Day cream …", cut: "with edelweiss" });
  expect(cutAtPixels("Tagescreme", 60, ten)).toEqual({ shown: "Tage …", cut: "screme" });
});

it("the neighbours of a product are those of the list as it was left", () => {
  const list = { page: { rows: [{ id: "1" }, { id: "2" }, { id: "3" }] } };
  expect(neighboursIn(list, "2")).toEqual({ previous: "1", next: "3" });
  expect(neighboursIn(list, "3")).toEqual({ previous: "2", next: null });
  expect(neighboursIn(undefined, "3")).toEqual({ previous: null, next: null });
  expect(neighboursIn(list, "9")).toEqual({ previous: null, next: null });
});

it("words are left out of a text with the space before them", () => {
  expect(without("<p>Soft. Dermatologically tested.</p>", "Dermatologically tested.")).toBe("<p>Soft.</p>");
  expect(without(["Soft", "Tested"], "Tested")).toEqual(["Soft"]);
});
