/**
 * How nouns of properties end and how the adjectives do that they are made of, by language: "Scratch resistance" asks how scratch
 * resistant a thing is, "Kratzfestigkeit" how kratzfest. Slavic adjectives are known by their stems, which their nouns share.
 */
const endings: readonly (readonly [noun: RegExp, adjective: string])[] = [
  [/ resistance$/u, " resistant"],
  [/retardan(?:cy|ce)$/u, "retardant"],
  [/repellen(?:cy|ce)$/u, "repellent"],
  [/proofness$/u, "proof"],
  [/ability$/u, "able"],
  [/ibility$/u, "ible"],
  [/(fest|beständig|sicher|dicht|freundlich|tauglich|sparsam)(?:ig)?keit$/u, "$1"],
  [/barkeit$/u, "bar"],
  [/echtheit$/u, "echt"],
  [/resistenz$/u, "resistent"],
  [/eignung$/u, "geeignet"],
  [/^résistance (?=à|au|aux)/u, "résistant "],
  [/(a|i)bilité$/u, "$1ble"],
  [/^resistencia (?=a|al)/u, "resistente "],
  [/(a|i)bilidad$/u, "$1ble"],
  [/^resistenza (?=a)/u, "resistente "],
  [/(a|i)bilità$/u, "$1bile"],
  [/^resistência (?=a|à|ao|às|aos)/u, "resistente "],
  [/abilidade$/u, "ável"],
  [/ibilidade$/u, "ível"],
  [/(baar|bestendig|afstotend|vast|dicht|vrij|zaam)heid$/u, "$1"],
  [/(tålig|beständig|säker|bar|tät|fast|resistent)het$/u, "$1"],
  [/(bestandig|sikker|bar|tæt|tett|fast|resistent|avvisende|afvisende)(?:hed|het)$/u, "$1"],
  [/kestävyys$/u, "kestävä"],
  [/pitävyys$/u, "pitävä"],
  [/^odporność (?=na)/u, "odporny "],
  [/^odolnost (?=proti|vůči)/u, "odolný "],
  [/^odolnosť (?=proti|voči)/u, "odolný "],
  [/^rezistenț[aă] (?=la)/u, "rezistent "],
  [/^otpornost (?=na)/u, "otporan "],
  [/(?:ság|ség)$/u, ""],
  [/(?:lık|lik|luk|lük)$/u, ""],
  [/性$/u, ""],
];

/** The adjective of a noun that names a property, in small letters: "Recyclability" → "recyclable"; null for any other name. */
export function adjectiveOf(name: string): string | null {
  const noun = name.replaceAll("_", " ").trim().toLowerCase();
  for (const [end, adjective] of endings) {
    if (end.test(noun)) return noun.replace(end, adjective);
  }
  return null;
}

/** Grades that are no praise, by language. */
const little =
  /^(?:very |sehr |très |muy |molto |muito |zeer |bardzo )?(?:low|poor|weak|limited|minimal|little|not?\b.*|gering|niedrig|schwach|schlecht|keine?|faible|limitée?|mauvaise?|aucune?|baj[oa]|limitad[oa]|mal[oa]|débil|bass[oa]|scars[oa]|debole|limitat[oa]|baix[oa]|frac[oa]|laag|slecht|zwak|beperkt|nisk[aie]|słab[aey]|låg|svag|dålig|lav|svak|dårlig|matala|heikko|nízk[áéýy]|slab[áéýy]|низк\p{L}+|слаб\p{L}+|alacsony|gyenge|düşük|zayıf|低い?|弱い?|낮음|약함)$/iu;

/** True for the grade of a property that a thing hardly has: "Scratch resistance: low". */
export function isLittle(value: string): boolean {
  return little.test(value.trim());
}
