import { newStemmer } from "snowball-stemmers";

const algorithms: Readonly<Record<string, string>> = {
  da: "danish", de: "german", en: "english", es: "spanish", fi: "finnish", fr: "french", hu: "hungarian", it: "italian", nb: "norwegian",
  nl: "dutch", no: "norwegian", pt: "portuguese", ro: "romanian", ru: "russian", sv: "swedish", tr: "turkish",
}; // biome-ignore format: a table

/** Words that name nothing, by language. */
const empty: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf("and or of the a an for with in on to by from other our your you we is are it this that these be as at not all any can will has have its if so more up no use used new very"),
  de: setOf("und oder der die das den dem des ein eine einen einer mit für von im in am an auf zu zum zur aus bei sonstige ist sind wie nicht dein deine ihr sie wir"),
  es: setOf("y o de la el los las un una unos unas con para por en del al su sus es que se lo más tu otros otras"),
  fr: setOf("et ou de la le les un une des du en au aux avec pour par sur dans ce cette est que qui se sa son ses votre vos nos notre plus autres"),
  it: setOf("e o di il la lo i gli le un una con per in del della dei delle da al alla che si è più altri"),
  nl: setOf("en of de het een van voor met in op te aan uit bij is zijn dat die niet overige"),
  pt: setOf("e ou de a o os as um uma com para por em do da dos das no na que se é mais seu sua outros"),
  sv: setOf("och eller en ett den det de av för med i på till från är som inte övriga"),
}; // biome-ignore format: a table

const stemmers = new Map<string, { stem(word: string): string }>();
const stems = new Map<string, string>();
/** So many stems are remembered, some 100 bytes each; the words of a taxonomy are about 30,000. */
const mostStems = 200_000;

/** @param locale BCP-47 @returns its language: "pt" of "pt-BR" */
export function languageOf(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? "";
}

export interface Word {
  /** lower case, as it stands */
  text: string;
  stem: string;
}

/** A text's words in their order, without those that name nothing. @param language as in "de"; of some no stems are known */
export function wordsOf(text: string, language: string): Word[] {
  const words: Word[] = [];
  for (const [found] of text
    .toLowerCase()
    .normalize("NFC")
    .matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)) {
    const word = withoutArticle(found);
    if (word.length < 2 || isEmptyIn(word, language)) continue;
    words.push({ text: word, stem: stemOf(word, language) });
  }
  return words;
}

/** True for a word that names nothing in that language: an article, a preposition, "other". */
export function isEmptyIn(word: string, language: string): boolean {
  return empty[language]?.has(word) ?? false;
}

/** A word as it is compared across languages: ASCII letters where it has such, nothing doubled. */
export function foldedWord(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{L})\1/gu, "$1");
}

export function stemOf(word: string, language: string): string {
  const algorithm = algorithms[language];
  if (!algorithm) return word;
  const key = `${language}:${word}`;
  const known = stems.get(key);
  if (known !== undefined) return known;
  let stemmer = stemmers.get(algorithm);
  if (!stemmer) {
    stemmer = newStemmer(algorithm);
    stemmers.set(algorithm, stemmer);
  }
  const stem = foldedMarks(stemmer.stem(word));
  if (stems.size >= mostStems) stems.clear();
  stems.set(key, stem);
  return stem;
}

/** "l'huile" is "huile", "men's" is "men". */
function withoutArticle(word: string): string {
  const [before = "", after] = word.split(/['’]/);
  if (after === undefined) return word;
  return before.length <= 2 ? after : before;
}

function foldedMarks(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
