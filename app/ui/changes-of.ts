type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * What somebody changed in a list of named values, a line each: "Fit: slim (it was relaxed)", "Colour removed".
 * @param before what a form was made from
 * @param after what is saved by now
 */
export function changesOf(before: Pairs, after: Pairs): string[] {
  const [old, now] = [new Map(before), new Map(after)];
  const changed = after.flatMap(([name, value]) => {
    const was = old.get(name);
    if (was === value) return [];
    const added = was === undefined ? " added" : "";
    const told = was ? ` (it was ${was})` : "";
    return [value === "" ? `${name}${added || " emptied"}${told}` : `${name}${added}: ${value}${told}`];
  });
  const removed = before.flatMap(([name]) => (now.has(name) ? [] : [`${name} removed`]));
  const lines = [...changed, ...removed];
  if (lines.length > 0) return lines;
  return JSON.stringify(before) === JSON.stringify(after) ? [] : ["Another order"];
}
