import { createLexicon, type Words } from "./lexicon.ts";

// Each material in the same languages, to see that `100% cotton` is not claimed for linen.
const materials: Record<string, string> = {
  cotton: "cotton|baumwoll\\p{L}*|coton|algod[óo]n|cotone|katoen\\p{L}*|bomull|algodão",
  linen: "linen|leinen\\p{L}*|flax|flachs|lin|lino|linnen|linho",
  wool: "wool|woll\\p{L}*|laine|lana|wol|ull|lã|merino\\p{L}*|mérinos|lambswool|schurwoll\\p{L}*",
  silk: "silk|seide\\p{L}*|soie|seda|seta|zijde\\p{L}*",
  leather: "leather|leder\\p{L}*|cuir|cuero|pelle|couro",
  polyester: "polyester|poliéster|poliestere|polyestere",
  polyamide: "polyamide?|nylon|poliamid[ae]|nailon",
  elastane: "elastan[eo]?|elasthan|élasthanne|spandex|lycra",
  viscose: "viscose|viskose|viscosa|rayon|modal|lyocell|tencel",
  cashmere: "cashmere|kaschmir\\p{L}*|cachemire|cachemir|kasjmier",
  hemp: "hemp|hanf\\p{L}*|chanvre|cáñamo|canapa|hennep",
  bamboo: "bamboo|bambus\\p{L}*|bambou|bambú|bambù|bamboe",
  acrylic: "acrylic|acryl|acrylique|acrílico|acrilico",
  down: "down|daunen?|duvet|plumón|piumino|dons",
  steel: "steel|stahl|edelstahl\\p{L}*|acier|acero|acciaio|staal",
  gold: "gold|golden|oro|goud",
  silver: "silver|silber|argent|plata|argento|zilver",
};

const materialLexicon = createLexicon(materials);
/** The materials that a text or a fact may mean, each with the word that names it. */
export function materialsIn(words: Words): Map<string, string> {
  return materialLexicon.in(words);
}
