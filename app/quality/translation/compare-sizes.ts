import type { Difference, Place } from "./side.ts";

/** Countries whose sizes of clothes and shoes are called by their letters in every language. */
const sized =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])(?<system>US|UK|EU|EUR|IT|FR|JP|AU|CN|BR|MX)(?<words>[ \u00a0.:-]{0,2}(?:(?:[Ss]ize|[Gg]röße|Gr\.?|[Tt]aille|[Tt]alla|[Tt]aglia|[Mm]aat|[Tt]amanho|[Rr]ozmiar|[Рр]азмер|サイズ|码|碼|號)[ \u00a0:]?)?)(?<size>\d{1,3}(?:[.,]5)?)(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}]|[.,/-]\d)/gu;
const mostSizes = 200;

interface Size extends Place {
  system: string;
  size: string;
}

/** A size that stands under another country's letters: "US 8" is no "EU 8". */
export function compareSizes(source: string, target: string): Difference[] {
  const [before, after] = [sizesOf(source), sizesOf(target)];
  const isSame = (one: Size, other: Size) => one.system === other.system && one.size === other.size;
  return before.flatMap((one): Difference[] => {
    if (after.some((other) => isSame(one, other))) return [];
    const other = after.find(
      ({ system, size }) =>
        size === one.size && system !== one.system && !before.some((two) => two.system === system && two.size === size),
    );
    return other ? [{ kind: "changed", source: one, target: other }] : [];
  });
}

function sizesOf(text: string): Size[] {
  return [...text.matchAll(sized)].slice(0, mostSizes).map(({ 0: quote, index, groups }) => ({
    ...{ quote, start: index, end: index + quote.length },
    system: (groups?.system ?? "").toUpperCase().replace("EUR", "EU"),
    size: (groups?.size ?? "").replace(",", "."),
  }));
}
