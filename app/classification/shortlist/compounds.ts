/** Letters that join the parts of German, Dutch and Scandinavian compounds. */
const joints = ["", "s", "n", "en", "er", "e", "es"];
const shortestPart = 3;
const shortestTail = 4;

/** Languages that write a compound as one word. */
export const compounding: ReadonlySet<string> = new Set(["da", "de", "fi", "nb", "nl", "no", "sv"]);

export interface CompoundParts {
  /** names what the thing is: "bett" of "kinderbett"; null where no known word ends the compound */
  tail: string | null;
  /** "kinder" of "kinderbett"; null where what stands before is not known */
  start: string | null;
}

/**
 * The longest known word that ends a compound, and what stands before it where that is known too.
 * @param knows whether a word stands in some category's name, as it is or in another form
 */
export function splitCompound(word: string, knows: (part: string) => boolean): CompoundParts {
  for (let at = shortestPart; at <= word.length - shortestTail; at++) {
    const tail = word.slice(at);
    if (!knows(tail)) continue;
    const before = word.slice(0, at);
    const start = joints
      .filter((joint) => before.endsWith(joint) && before.length - joint.length >= shortestPart)
      .map((joint) => before.slice(0, before.length - joint.length))
      .find(knows);
    return { tail, start: start ?? null };
  }
  return { tail: null, start: null };
}
