import type { Scan } from "./scan-words.ts";

/** Materials that oils, seeds and extracts are got from as well. */
const plants: ReadonlySet<string> = new Set("linen|cotton|hemp|silk|bamboo|walnut|teak|cedar|birch|pine|eucalyptus|sandalwood|pearl".split("|")); // biome-ignore format: a table

/** Oils, seeds, extracts, proteins and coals as nouns of their own: "oiled" is none. */
const noun =
  "oils?|seeds?(?! bead)|extracts?|proteins?|charcoal|öle?s?|samen|kerne|extrakte?s?|proteine?|" +
  "ole(?:j|ju|jem|jów|jek|jku|jkiem|je|ja|jom)|siemi(?:ę|enia|eniem)|nasion(?:a|ami)?|ekstrakt(?:u|em)?|semínk(?:o|a|em|y)|semen(?:a|o|em|y|om)?|semienk(?:a|o|ami|om)|" +
  "olj[eau]m?|ulj[eau]m?|sjemen(?:a|ke|ki|om)?|sem(?:e|ensko)|масл(?:о|а|у|ом|ами|і|ото)|сем(?:я|ени|ена|ян|енами|ената)|насіння[мх]?|олі[яїю]|олією|" +
  "tohum\\p{L}*|yağ[ıi]\\p{L}*|öz[üu]\\p{L}*|minyak|biji|ekstrak|dầu|hạt|olaj\\p{L}*|öljy\\p{L}*|siemen\\p{L}*|olja|oljor|frø|olie|zaad|zaden|λάδι|έλαιο|σπόρ\\p{L}*";
/** Before the plant, with a small word between. */
const ofPlant =
  "(?:aceites?|semillas?|extractos?|proteínas?|óleos?|sementes?|extratos?|olio|semi|estratto|proteine|huiles?|graines?|extraits?|protéines?|ulei(?:ul|uri)?|semințe|semințele|extract|oils?|seeds?|extracts?|dầu|hạt|minyak|biji|زيت|بذور|שמן|זרעי|λάδι|σπόρους|σπόροι)";
const small = "(?:de la |de |del |della |di |d'|da |do |des |du |of )?";
const behind = new RegExp(`^[\\s-](?:${noun})(?![\\p{L}\\p{M}])`, "u");
const before = new RegExp(`(?<![\\p{L}\\p{M}])(?:(?:${noun})[\\s-]|${ofPlant} ${small})$`, "u");
const glued =
  /^(?:仁|籽|种子|種子|子油|油|蛋白|提取|萃取|抽出|エキス|プロテイン|オイル|シード|炭|씨|인유|유|오일|\s?(?:추출|단백|숯|오일|씨))/u;
const reach = 20;

/** Linseed oil, cotton seed, silk protein: what is got from a plant, not what a thing is made of. */
export function isPressedFrom(
  { lower }: Scan,
  material: string,
  { start, end }: { start: number; end: number },
): boolean {
  if (!plants.has(material)) return false;
  const after = lower.slice(end, end + reach);
  return behind.test(after) || glued.test(after) || before.test(lower.slice(Math.max(0, start - reach), start));
}
