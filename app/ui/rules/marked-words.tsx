import type { ReactNode } from "react";

/** Code points in the text, `end` exclusive. */
export interface PlaceView {
  start: number;
  end: number;
}

/** Words that a rule speaks of: found by a check, or replaced by the program. */
export interface WordMark {
  key: string;
  kind: "blocks" | "warns" | "replaced";
  /** beside the words; null for none */
  number: number | null;
  at: readonly PlaceView[];
  /** what stands there then, "" for nothing */
  instead?: string;
  /** read out with the words */
  about: string;
}

interface Range extends PlaceView {
  mark: WordMark;
}

const weights = { blocks: 0, warns: 1, replaced: 2 };

/** A text as its reader sees it, a line a paragraph, with the words that rules speak of marked by more than colour. */
export function MarkedWords({ text, marks, lang }: { text: string; marks: readonly WordMark[]; lang: string }) {
  const signs = [...text];
  const ranges = rangesOf(marks);
  const lines: ReactNode[][] = [[]];
  const add = (node: ReactNode) => lines.at(-1)?.push(node);
  const addText = (from: number, to: number) => {
    for (const [index, part] of signs.slice(from, to).join("").split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (part !== "") add(part);
    }
  };
  let at = 0;
  for (const { start, end, mark } of ranges) {
    if (start > at) addText(at, start);
    const words = signs.slice(start, end).join("");
    add(
      <span key={`${mark.key} ${start}`} className={`sw-word sw-word-${mark.kind}`} title={mark.about}>
        {mark.instead === undefined ? words : <del>{words}</del>}
        {mark.instead === undefined || mark.instead === "" ? null : <ins>{mark.instead}</ins>}
        {mark.number === null ? null : (
          <span className="sw-word-number" aria-hidden="true">
            {mark.number}
          </span>
        )}
        <span className="sw-word-about"> ({mark.about})</span>
      </span>,
    );
    at = end;
  }
  addText(at, signs.length);
  return (
    <div dir="auto" lang={lang} className="sw-tried-text">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place only
        <p key={index} dir="auto">
          {line}
        </p>
      ))}
    </div>
  );
}

/** Without overlaps, in their order: what blocks keeps the words. */
function rangesOf(marks: readonly WordMark[]): Range[] {
  const taken: Range[] = [];
  for (const mark of [...marks].sort((a, b) => weights[a.kind] - weights[b.kind])) {
    for (const { start, end } of mark.at) {
      if (end > start && !taken.some((one) => one.start < end && start < one.end)) taken.push({ start, end, mark });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}
