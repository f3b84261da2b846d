// The most frequent function words of the languages that shops write most. Ten of them identify a language from one sentence, where
// n-grams are still unsure.
const lists: Record<string, string> = {
  en: "the and with for of is this that your you from are it to in on an its our as or be by can at will every",
  de: "der die das und mit für von ein eine einen einer ist im den dem des auf zu sich auch nicht als oder aus bei sie ihr wird sind zum zur jede",
  fr: "le la les et avec pour de des du un une est ce cette dans sur vos votre qui en au aux ou par plus sont il elle chaque",
  es: "el la los las y con para de del un una es este esta en su que por más o se al como son cada muy",
  it: "il lo la gli le e con per di del della dei un una è questo questa in nel che da più o si al alla sono ogni non",
  nl: "de het een en met voor van is dit dat deze in op uw je aan door of ook te zijn bij uit als om elke niet wordt",
  pt: "o a os as e com para de do da dos das um uma é este esta em no na que por mais ou se ao seu sua são cada",
  sv: "och med för av en ett är den det som på till i din från har eller kan vid om inte alla varje",
  da: "og med til af en et er den det som på din fra har eller kan ved om ikke alle hver for i",
  nb: "og med til av en et er den det som på din fra har eller kan ved om ikke alle hver for i",
  fi: "ja on se tämä sekä joka ei myös kun että ovat tai sen mukaan kanssa",
  pl: "i z dla na do w o jest to ten ta się oraz od po przez każdy twój lub nie są które",
  cs: "a s pro na do v o je to ten ta se nebo od po každý váš jsou který která není také",
  tr: "ve ile için bir bu da de olan her çok daha gibi en ya sizin olarak",
  hu: "és a az egy ez hogy nem is van minden vagy mint meg",
  ro: "și cu pentru de din un o este acest această în la pe care mai sau se sunt fiecare",
};

const languagesOfWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(lists)) {
  for (const word of words.split(" ")) languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), language]);
}

const none: ReadonlySet<string> = new Set();
const setOf = new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(" "))]));

/** The small words of a locale's language; none for a language that is not known. @param locale BCP-47 */
export function functionWords(locale: string): ReadonlySet<string> {
  return setOf.get(locale.split("-")[0]?.toLowerCase() ?? "") ?? none;
}

/** @param words lower case. @returns per language the share of its function words and how many different ones occur */
export function functionWordShares(words: readonly string[]): Map<string, { share: number; distinct: number }> {
  const counts = new Map<string, { count: number; seen: Set<string> }>();
  for (const word of words) {
    for (const language of languagesOfWord.get(word) ?? []) {
      const entry = counts.get(language) ?? { count: 0, seen: new Set<string>() };
      entry.count++;
      entry.seen.add(word);
      counts.set(language, entry);
    }
  }
  return new Map(
    [...counts].map(([language, { count, seen }]) => [language, { share: count / words.length, distinct: seen.size }]),
  );
}
