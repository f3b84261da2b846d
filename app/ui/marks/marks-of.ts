import type { TFunction } from "i18next";
import { factWords } from "./fact-name.ts";
import type { FindingView, PlaceView } from "./finding-view.ts";
import type { MarkView } from "./mark-view.ts";

/** A finding with what its mark carries. */
export type FoundMark = Pick<MarkView, "key" | "number" | "about" | "focused" | "instead"> & { finding: FindingView };

interface Marked {
  found: readonly FoundMark[];
  evidence: readonly {
    text: string;
    fact: string;
    path?: string | undefined;
    /** absent on texts of earlier releases */
    at?: readonly PlaceView[] | undefined;
  }[];
  /** words of the glossary */
  glossary?: readonly string[];
}

/** What is marked in a text's words: what is found with its number, what facts back, and words of the glossary. */
export function marksOf({ found, evidence, glossary = [] }: Marked, t: TFunction<"marks">): MarkView[] {
  const warned = found.flatMap(({ finding, ...mark }): MarkView[] =>
    finding.quote === null
      ? []
      : [{ ...mark, kind: finding.severity === "block" ? "blocks" : "warns", quote: finding.quote, at: finding.at }],
  );
  const backed = evidence.map(
    ({ text, fact, path, at = [] }, index): MarkView => ({
      ...{ key: `b${index}`, kind: "backed", number: null, quote: text, at },
      about: factWords(t, { path, fact }),
    }),
  );
  const words = glossary.map(
    (term, index): MarkView => ({
      ...{ key: `g${index}`, kind: "glossary", number: null, quote: term, at: [] },
      about: t("about.glossary", { term }),
    }),
  );
  return [...warned, ...backed, ...words];
}
