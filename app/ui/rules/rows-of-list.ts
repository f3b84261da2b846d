/** A word as the glossary's page shows it. */
export interface GlossaryRowView {
  term: string;
  /** divided by commas */
  never: string;
}

/** Reads one word a line, and behind a tab, semicolon or colon what must not be written in its place. */
export function rowsOfList(list: string): GlossaryRowView[] {
  return list.split(/\r?\n/).flatMap((line) => {
    const divider = /\t|;|:\s/.exec(line) ?? /:/.exec(line);
    const term = (divider ? line.slice(0, divider.index) : line).trim();
    const rest = divider ? line.slice(divider.index + divider[0].length) : "";
    const never = rest
      .split(/[\t;,]/)
      .map((word) => word.trim())
      .filter((word) => word !== "");
    return term === "" ? [] : [{ term, never: never.join(", ") }];
  });
}
