import { describe, expect, it } from "vitest";
import { languagesOfSources } from "../../../app/quality/translation/source-languages.ts";

const german =
  "Unser Leinenhemd ist vorgewaschen, hat zwei Brusttaschen und bleibt auch an warmen Tagen angenehm kühl.";
const of = (texts: Record<string, string>, expected = "en") =>
  Object.fromEntries(
    languagesOfSources(
      Object.entries(texts).map(([name, text]) => ({ name, text })),
      expected,
    ),
  );

describe("texts in another language than the shop's own", () => {
  it("are told, the short title with the long description", () => {
    expect(of({ title: "Leinenhemd mit zwei Taschen", desc: german })).toEqual({ title: "de", desc: "de" });
    expect(of({ title: "Linen shirt with two pockets", desc: german })).toEqual({ desc: "de" });
  });

  it("are not told where they are in the shop's language, or too short to tell", () => {
    const english = "Our linen shirt is washed before, has two chest pockets and stays cool on warm summer days.";
    expect(of({ title: "Linen shirt", desc: english })).toEqual({});
    expect(of({ title: "Leinenhemd mit zwei Taschen" })).toEqual({});
    expect(of({ title: "Leinenhemd", desc: german }, "de")).toEqual({});
    expect(of({ title: "Leinenhemd", desc: german }, "de-AT")).toEqual({});
  });

  it("are told of close relatives only where they are long", () => {
    const danish =
      "Vores hørskjorte er vasket på forhånd, har to lommer på brystet og holder dig kølig, selv på varme sommerdage.";
    expect(of({ desc: danish })).toEqual({});
    expect(of({ desc: `${danish} ${danish} ${danish}` })).toEqual({ desc: "da" });
  });
});
