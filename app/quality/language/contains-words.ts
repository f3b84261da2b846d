/** How sentences of one language say that something is in the product. Parts of regular expressions on small letters. */
interface Row {
  /** verbs and participles, before what is in it */
  verb: string;
  /** opens a sentence without a verb */
  opens?: string;
  /** words of serving, likeness, taste, scent and possibility: nothing is said to be in it */
  beside: string;
  /** before what is not in it */
  without: string;
}

const rows: Readonly<Record<string, Row>> = {
  en: { verb: "contains|containing|enriched with|infused with|fortified with|formulated with|sweetened with|boosted with|packed with|loaded with|with added|full of", opens: "with|plus", beside: "serv|enjoy|pair|goes|mix|stir|drizzle|dip|tast|smell|notes?|hint|aroma|scent|flavou?r|fragran|like|as if|may|might|can be|could|traces|your|own|add|top|sprinkl|handful|free|wine|reminisc|than|when|eat|drink|perfect|great|ideal|delicious|feel|colou?r", without: "without(?: any)?|free from|free of|contains no|no added|made without|zero" },
  de: { verb: "enthält|enthalten sind|angereichert mit|verfeinert mit|gesüßt mit|versetzt mit|reich an|auf basis von", opens: "mit", beside: "genieß|servier|schmeck|misch|pass|dazu|wie|nach|duft|note|aroma|geschmack|kann|können|spuren|lässt|ideal|perfekt|lecker|trink|probier|deine|ihre|bestreu|garnier|kombin|geruch|frei|farb|auch|noch", without: "ohne|frei von|enthält kein\\p{L}*|völlig ohne|ganz ohne" },
  fr: { verb: "contient|enrichie?s? (?:en|au|aux|à la|à l'|de|d')|infusée?s? (?:au|à la|à l')|sucrée?s? (?:au|avec)|à base d[e']|formulée?s? avec|riche en", opens: "avec|au|aux", beside: "serv|dégust|mélang|accompagn|goût|parfum|comme|note|arôme|peut|saveur|senteur|traces|idéal|parfait|mari|vos|votre|délic|couleur|boire", without: "sans|exempte? de|ne contient pas d[e']|dépourvue? d[e']" },
  es: { verb: "contiene|enriquecid[oa]s? con|endulzad[oa]s? con|a base de|formulad[oa]s? con|infusionad[oa] con", opens: "con", beside: "serv|disfrut|mezcl|acompañ|sabe|sabor|aroma|como|not[ae]|puede|trazas|ideal|perfect|combin|tu|su|olor|perfum|color|tom", without: "sin|libre de|no contiene|exent[oa] de" },
  it: { verb: "contiene|arricchit[oaie] (?:con|di)|dolcificat[oaie] con|a base di|formulat[oaie] con|ricc[oah]i? di", opens: "con|al|alla|allo", beside: "serv|gust|mescol|accompagn|sapore|sapor|profum|come|not[ae]|può|tracce|ideale|perfett|abbin|tuo|aroma|color|bev", without: "senza|privo di|priva di|non contiene" },
  pt: { verb: "contém|enriquecid[oa]s? com|adoçad[oa]s? com|à base de|formulad[oa]s? com|ric[oa] em", opens: "com", beside: "serv|aprecie|mistur|acompanh|sabor|aroma|como|not[ae]|pode|vestígios|traços|ideal|perfeit|combin|perfum|cor|beb|seu", without: "sem|livre de|não contém|isent[oa] de" },
  nl: { verb: "bevat|verrijkt met|gezoet met|op basis van|rijk aan", opens: "met", beside: "serve|geniet|meng|past|smaak|smaakt|geur|als|zoals|kan|sporen|ideaal|perfect|lekker|combin|aroma|drink|toets|noot", without: "zonder|vrij van|bevat geen" },
  sv: { verb: "innehåller|berikad med|sötad med|rik på", opens: "med", beside: "server|njut|bland|pass|smak|doft|som|kan|spår|perfekt|arom|ton|drick", without: "utan|fri från|innehåller inte|innehåller ingen|innehåller inga" },
  da: { verb: "indeholder|beriget med|sødet med|rig på", opens: "med", beside: "server|nyd|bland|pass|smag|duft|som|kan|spor|perfekt|aroma|note|drik", without: "uden|fri for|indeholder ikke|indeholder ingen" },
  nb: { verb: "inneholder|beriket med|søtet med|rik på", opens: "med", beside: "server|nyt|bland|pass|smak|duft|som|kan|spor|perfekt|aroma|tone|drikk", without: "uten|fri for|inneholder ikke|inneholder ingen" },
  fi: { verb: "sisältää", beside: "tarjo|naut|sekoit|sopi|maku|tuoks|kuin|voi|pieniä|aromi|saattaa|ei ", without: "ilman|ei sisällä" },
  pl: { verb: "zawiera|wzbogacon\\p{L}{1,2} o|słodzon\\p{L}{1,2}|na bazie", beside: "podaw|smak|mieszaj|pasuje|zapach|jak|może|ślad|nut|aromat|idealn", without: "bez|woln\\p{L}{1,2} od|nie zawiera" },
  cs: { verb: "obsahuje|obohacen\\p{L}{0,2} o|slazen\\p{L}{0,2}", beside: "podávej|chut|míchej|hodí|vůn|jako|může|stop|tón|aroma", without: "bez|neobsahuje" },
  sk: { verb: "obsahuje|obohaten\\p{L}{0,2} o|sladen\\p{L}{0,2}", beside: "podávaj|chu[tť]|miešaj|hodí|vôň|ako|môže|stop|tón|aróma", without: "bez|neobsahuje" },
  hr: { verb: "sadrži|obogaćen\\p{L}{0,2}|zaslađen\\p{L}{0,2}", beside: "posluž|okus|miješaj|pristaje|miris|kao|može|trag|not|aroma", without: "bez|ne sadrži" },
  sl: { verb: "vsebuje|obogaten\\p{L}{0,2} z|sladkan\\p{L}{0,2} z", beside: "postre|okus|mešaj|vonj|kot|lahko|sled|not|aroma", without: "brez|ne vsebuje" },
  ru: { verb: "содержит|обогащ\\p{L}{2,5}|на основе|с добавлением", beside: "пода|вкус|смеш|сочета|запах|как|может|след|нот|аромат|подход", without: "без|не содержит" },
  uk: { verb: "містить|збагачен\\p{L}{1,3}|на основі|з додаванням", beside: "пода|смак|зміш|поєдн|запах|як|може|слід|нот|аромат|пасує", without: "без|не містить" },
  bg: { verb: "съдържа|обогатен\\p{L}{0,2} с|подсладен\\p{L}{0,2} с", beside: "серв|вкус|смес|мирис|като|може|след|нот|аромат", without: "без|не съдържа" },
  ro: { verb: "conține|îmbogățit\\p{L}{0,2} cu|îndulcit\\p{L}{0,2} (?:numai |doar )?cu|pe bază de", opens: "cu", beside: "serv|gust|amestec|potriv|miros|ca |poate|urme|not|arom|parfum", without: "fără|nu conține" },
  el: { verb: "περιέχει|εμπλουτισμέν\\p{L}{1,3} με", beside: "σερβ|γεύσ|ταιριάζ|άρωμα|σαν|μπορεί|ίχν|νότ", without: "χωρίς|δεν περιέχει" },
}; // biome-ignore format: a table

const readAs: Readonly<Record<string, string>> = { no: "nb", nn: "nb", bs: "hr", "sr-latn": "hr" };

/** Finds in a sentence where what follows is said to be in the product or not. */
export interface ContainsWords {
  /** @param lower a sentence in small letters. @returns where what is in it is named; null: nothing is said to be */
  affirmed(lower: string): { from: number; to: number; opens: boolean } | null;
  /** the same of what is said not to be in it */
  denied(lower: string): { from: number; to: number } | null;
}

const made = new Map<string, ContainsWords | null>();
const reach = 70;
/** Words of a sentence that only opens with "with": a longer one tells a story. */
const longestOpening = 7;
const longest = 270;
/** Hyphens and other scripts end a word as well. */
const noLetter = "(?![\\p{L}\\p{M}])";

/** @param locale BCP-47. @returns null for a language whose words are not known */
export function containsWords(locale: string): ContainsWords | null {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const known = made.get(language);
  if (known !== undefined) return known;
  const row = rows[readAs[language] ?? language];
  const fresh = row ? wordsOf(row) : null;
  made.set(language, fresh);
  return fresh;
}

function wordsOf({ verb, opens, beside, without }: Row): ContainsWords {
  const verbs = new RegExp(`(?<![\\p{L}\\p{M}])(?:${verb})${noLetter}`, "u");
  const opening = opens === undefined ? null : new RegExp(`^[^\\p{L}]*(?:${opens})${noLetter}`, "u");
  const besides = new RegExp(`(?<![\\p{L}\\p{M}])(?:${beside})`, "u");
  const withouts = new RegExp(`(?<![\\p{L}\\p{M}])(?:${without})${noLetter}`, "u");
  const behind = (lower: string, match: RegExpExecArray | null | undefined) => {
    if (!match) return null;
    const from = match.index + match[0].length;
    const [clause = ""] = lower.slice(from, from + reach).split(/[.;:!?()–—]|\s-\s/u);
    return { from, to: from + clause.length };
  };
  return {
    affirmed(lower) {
      if (besides.test(lower) || withouts.test(lower) || lower.length > longest) return null;
      const verb = behind(lower, verbs.exec(lower));
      if (verb) return { ...verb, opens: false };
      const isShort = (lower.match(/\p{L}+/gu)?.length ?? 0) <= longestOpening;
      const opened = isShort ? behind(lower, opening?.exec(lower)) : null;
      return opened && { ...opened, opens: true };
    },
    denied: (lower) => (lower.length > longest ? null : behind(lower, withouts.exec(lower))),
  };
}
