import { createLexicon, wordsOf } from "./lexicon.ts";

// Colours in the languages that shops write most. A colour word of a text needs the same colour in the product's own data,
// in whatever language. Words that are as often something else (gold, silver, cream, mint) are left out.
const colors: Record<string, string> = {
  black: "black|schwarz\\p{L}{0,2}|noire?s?|negr[oa]s?|ner[oaie]|zwarte?|pret[oa]s?|svart\\p{L}?",
  white: "white|weiß\\p{L}{0,2}|weiss\\p{L}{0,2}|blanche?s?|blanc|blanc[oa]s?|bianc[oa]|bianchi|witte?|branc[oa]s?",
  red: "red|rote?[nrsm]?|rouges?|roj[oa]s?|ross[oaie]|rood|rode|vermelh[oa]s?",
  blue: "blue|blaue?[nrsm]?|bleue?s?|azul(?:es)?|blu|blauwe?",
  green: "green|grüne?[nrsm]?|verte?s?|verdes?|verdi|groene?",
  yellow: "yellow|gelbe?[nrsm]?|jaunes?|amarill[oa]s?|giall[oaie]|gele|geel|amarel[oa]s?",
  orange: "orange(?:farben\\p{L}*)?|naranjas?|arancion[ei]|oranje|laranjas?",
  purple: "purple|lila|violette?[nrsm]?|violette?s?|morad[oa]s?|viola|paarse?|rox[oa]s?",
  pink: "pink(?:farben\\p{L}*)?|rosafarben\\p{L}*",
  brown: "brown|braune?[nrsm]?|brune?s?|marr[óo]n(?:es)?|marron[ei]|bruine?|castanh[oa]s?",
  grey: "gr[ea]y|graue?[nrsm]?|grise?s?|grigi[oa]?|grijze?|cinzentos?",
  beige: "beige\\p{L}?",
  navy: "navy(?: blue)?|marineblau\\p{L}*|bleu marine|azul marino|blu navy",
  turquoise: "turquoise|türkis\\p{L}*|turquesa|turchese",
  burgundy: "burgundy|bordeauxrot\\p{L}*|bordeaux",
  teal: "teal",
  khaki: "khaki|kaki",
  magenta: "magenta",
  maroon: "maroon",
  lilac: "lilac",
  crimson: "crimson",
  scarlet: "scarlet",
};

const lexicon = createLexicon(colors);

/** The colours that a text names, each with the word that names it. */
export function colorsIn(text: string): Map<string, string> {
  return lexicon.in(wordsOf(text));
}
