import type { TFunction } from "i18next";

type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * What somebody changed in a list of named values, a line each: "Fit: slim (it was relaxed)", "Colour removed".
 * @param before what a form was made from
 * @param after what is saved by now
 */
export function changesOf(t: TFunction<"texts">, before: Pairs, after: Pairs): string[] {
  const [old, now] = [new Map(before), new Map(after)];
  const changed = after.flatMap(([name, value]) => {
    const was = old.get(name);
    if (was === value) return [];
    if (was === undefined) {
      return [value === "" ? t("change.added", { name }) : t("change.addedWith", { name, value })];
    }
    if (value === "") return [was === "" ? t("change.emptied", { name }) : t("change.emptiedWas", { name, was })];
    return [was === "" ? t("change.set", { name, value }) : t("change.setWas", { name, value, was })];
  });
  const removed = before.flatMap(([name]) => (now.has(name) ? [] : [t("change.removed", { name })]));
  const lines = [...changed, ...removed];
  if (lines.length > 0) return lines;
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [t("change.order")];
}
