import { createLexicon, type Words } from "./lexicon.ts";

// Words that promise something a shop must be able to prove, in the languages that shops write most. A claim in a text
// needs the same claim in a fact, in whatever language.
const claims: Record<string, string> = {
  "a certificate":
    "certified|certificate|certification|zertifi\\p{L}+|certifi[ée]e?s?|certificad[oa]s?|certificat[oaie]|gecertificeerd\\p{L}*",
  "OEKO-TEX": "oeko-?tex|öko-?tex",
  GOTS: "gots",
  FSC: "fsc",
  Fairtrade: "fair[ -]?trade|fairtrade|commerce équitable|comercio justo",
  GRS: "global recycled standard|grs",
  "a norm": "iso ?\\d{3,5}|din en ?\\d*|en ?71|astm",
  "the CE mark": "ce[- ](?:marked|marking|zeichen|gekennzeichnet|certified)",
  "approval by an authority": "fda|usda|tüv|ul[- ]listed|rohs|energy star",
  organic:
    "organic(?:ally)?|bio-?zertifiziert\\p{L}*|kba|biologi(?:sch\\p{L}*|que|ques|co|ca)|ecológic[oa]s?|orgánic[oa]s?|agriculture biologique|bio",
  vegan: "vegan\\p{L}*|végane?s?|vegan[oa]s?",
  "cruelty-free": "cruelty[- ]free|tierversuchsfrei\\p{L}*|not tested on animals|sans cruauté|libre de crueldad",
  "BPA-free": "bpa[- ]free|bpa[- ]frei\\p{L}*|sans bpa|libre de bpa|senza bpa|bpa-vrij",
  "gluten-free": "gluten[- ]free|glutenfrei\\p{L}*|sans gluten|sin gluten|senza glutine|glutenvrij",
  "sugar-free": "sugar[- ]free|zuckerfrei\\p{L}*|sans sucre|sin azúcar|senza zucchero",
  halal: "halal",
  kosher: "kosher|koscher",
  waterproof: "water-?proof|wasserdicht\\p{L}*|étanche|impermeab(?:le|ile)s?|waterdicht\\p{L}*",
  fireproof: "fire-?proof|flame[- ]retardant|feuerfest\\p{L}*|ignifug[ée]\\p{L}*",
  hypoallergenic: "hypo-?allerg\\p{L}+|ipoallergenic[oa]|hipoalergénic[oa]s?",
  "dermatologically tested":
    "dermatolog\\p{L}*[- ](?:tested|getestet|approved|probado)|testé dermatologiquement|dermatologisch getestet",
  "clinically proven":
    "clinical(?:ly)?[- ](?:proven|tested)|klinisch (?:getestet|bestätigt|bewiesen)|cliniquement prouvé|clínicamente (?:probado|demostrado)",
  "an award": "award[- ]winning|preisgekrönt\\p{L}*|ausgezeichnet mit|primé|galardonad[oa]|premiat[oa]|bekroond",
  patented: "patent(?:ed|ierte?[srnm]?|iert)?|breveté\\p{L}*|patentad[oa]|brevettat[oa]",
  "a warranty": "warrant(?:y|ies)|guarantee[ds]?|garantie[nrt]?|garantía|garanzia|lifetime (?:warranty|guarantee)",
  "free shipping":
    "free (?:shipping|delivery|returns)|kostenlose[rn]? (?:versand|lieferung|rückgabe)|livraison gratuite|envío gratis|spedizione gratuita|gratis verzending",
  "money back": "money[- ]back|geld-?zurück\\p{L}*|satisfait ou remboursé",
  "made in":
    "made in \\p{L}+|hergestellt in \\p{L}+|fabriqu[ée]e?s? en \\p{L}+|fabricad[oa]s? en \\p{L}+|(?:prodotto|fatto) in \\p{L}+|gemaakt in \\p{L}+|country of origin|herkunftsland|pays d'origine|país de origen",
  handmade:
    "hand-?made|hand-?crafted|handgemacht\\p{L}*|handgefertigt\\p{L}*|fait(?:e|s|es)? (?:à la )?main|hech[oa]s? a mano|fatt[oa] a mano|handgemaakt\\p{L}*",
  recycled: "recycled|recycelt\\p{L}*|recyclée?s?|reciclad[oa]s?|riciclat[oaie]|gerecycled?e?",
  biodegradable: "biodegradab\\p{L}+|biologisch abbaubar\\p{L}*|biodégradable",
  "a medical effect":
    "cures?|heals?|heilt|guérit|cura el|anti-?bacterial|antibakteriell\\p{L}*|antibacterian[oa]|anti-?bactérien\\p{L}*",
};

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

// The same where no percentage comes before it: without the words that mean something else as well (`cool down`, `golden
// hour`, `wollen`, `lin`, `argent`).
const bareMaterials: Record<string, string> = {
  cotton: "cotton|baumwolle|baumwoll-?\\p{L}+|coton|algod[óo]n|cotone|katoen\\p{L}*|bomull|algodão",
  linen: "linen|leinen\\p{L}*|lino|linnen|linho",
  wool: "wool|wollstoff\\p{L}*|wolle|laine|merino\\p{L}*|mérinos|lambswool|schurwoll\\p{L}*",
  silk: "silk|seide|seiden\\p{L}+|soie|seda",
  leather: "leather|leder|echtleder\\p{L}*|rindsleder\\p{L}*|cuir|cuero|couro",
  polyester: "polyester|poliéster|poliestere",
  polyamide: "polyamide?|nylon|poliamid[ae]|nailon",
  elastane: "elastan[eo]?|elasthan|élasthanne|spandex|lycra",
  viscose: "viscose|viskose|viscosa|lyocell|tencel",
  cashmere: "cashmere|kaschmir\\p{L}*|cachemire|cachemir|kasjmier",
  hemp: "hemp|hanf|chanvre|cáñamo|hennep",
  bamboo: "bamboo|bambus\\p{L}*|bambou|bambú|bambù|bamboe",
  acrylic: "acrylic|acryl|acrylique|acrílico|acrilico",
  steel: "stainless steel|edelstahl|acier inoxydable|acero inoxidable|acciaio inox\\p{L}*|roestvrij staal",
};
/** `faux leather`, `silk-like` and `bed linen` say nothing of the material. */
const notReally = "(?<!(?:faux|vegan|like|imitation|fake|bed|table|household|kitchen) )";
const notLike = "(?!(?:[ -](?:like|look|free|feel|effect|optik|imitat)|ähnlich|optik|frei(?!\\p{L})))";

const claimLexicon = createLexicon(claims);
const materialLexicon = createLexicon(materials);
const bareMaterialLexicon = createLexicon(bareMaterials, { before: `${notReally}(?<!-)`, after: notLike });

/** The claims that a text makes, each with the words that make it. */
export function claimsIn(words: Words): Map<string, string> {
  return claimLexicon.in(words);
}

/** The materials that a text names outright, each with the word that names it. */
export function bareMaterialsIn(words: Words): Map<string, string> {
  return bareMaterialLexicon.in(words);
}

/** The materials that a text or a fact may mean, each with the word that names it. */
export function materialsIn(words: Words): Map<string, string> {
  return materialLexicon.in(words);
}
