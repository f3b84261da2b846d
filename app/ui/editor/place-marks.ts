import type { Node } from "@tiptap/pm/model";
import type { MarkView } from "../marks/mark-view.ts";
import { spansOfMark } from "../marks/spans-of-mark.ts";

/** Words of a document in positions of the editor. */
export interface Placed {
  mark: MarkView;
  from: number;
  to: number;
}

/**
 * Where marks stand in a document: the occurrences of their words, of several those nearest to where they were found. Words
 * that the text does not hold any more are marked nowhere.
 */
export function placeMarks(doc: Node, marks: readonly MarkView[]): Placed[] {
  const { text, positions } = plainTextOf(doc);
  return marks.flatMap((mark) =>
    spansOfMark(text, mark).flatMap(({ start, end }): Placed[] => {
      const from = positions[start];
      const last = positions[end - 1];
      return from === undefined || last === undefined ? [] : [{ mark, from, to: last + 1 }];
    }),
  );
}

/** The words of a document, a line a block, with the position of each UTF-16 unit. */
function plainTextOf(doc: Node): { text: string; positions: number[] } {
  let text = "";
  const positions: number[] = [];
  doc.descendants((node, position) => {
    if (node.isTextblock && text !== "") {
      text += "\n";
      positions.push(position);
    }
    if (node.isText) {
      const words = node.text ?? "";
      for (let unit = 0; unit < words.length; unit++) positions.push(position + unit);
      text += words;
    } else if (node.type.name === "hardBreak") {
      text += "\n";
      positions.push(position);
    }
    return true;
  });
  return { text, positions };
}
