import { expect, it } from "vitest";
import { foundIn } from "./found-in.ts";
import { nativeLocales, trueTranslations } from "./true-translations.ts";

/** True texts in which something is found all the same. */
const known: ReadonlySet<string> = new Set([
  // Beside its names a word and a half are left, which the detector takes for English.
  "Chargeur Makita GAL 18V-40, article LU-2040-B",
]);

it.each(Object.entries(trueTranslations))("nothing is found in true translations of %s", (_kind, rows) => {
  const marked = rows.flatMap(([source, ...targets]) =>
    targets.flatMap((target, i) => {
      const locale = nativeLocales[i] ?? "";
      const found = [true, false].flatMap((isDescribed) => foundIn(locale, source, target, { isDescribed }));
      return found.length > 0 && !known.has(target) ? [`${locale} ${target}: ${found.join("; ")}`] : [];
    }),
  );
  expect(marked).toEqual([]);
});
