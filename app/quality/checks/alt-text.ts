import { isImageAlt } from "../../texts/slot.ts";
import { comparable } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import { quotedInAnyCase } from "../evidence/places.ts";
import type { Finding } from "../finding.ts";
import { functionWords } from "../language/function-words.ts";

/** A screen reader reads "image" out by itself. In the languages that shops write most. */
const openers: readonly RegExp[] = [
  /^(?:an? |the )?(?:product |close-?up )?(?:images?|pictures?|photos?|photographs?|illustrations?|graphics?|screenshots?)(?: (?:of|showing|shows|depicting|featuring)(?!\p{L})|\s*:)/iu,
  /^(?:das |ein |eine )?(?:produkt)?(?:bild|foto|fotografie|abbildung|aufnahme|grafik)(?: (?:von|vom|eines|einer|des|der|zeigt)(?!\p{L})|\s*:)/iu,
  /^(?:l['’]|une? |la )?(?:image|photo|photographie|illustration)(?: (?:(?:de|du|des|montrant)(?!\p{L})|d['’])|\s*:)/iu,
  /^(?:una? |la )?(?:imagen|foto|fotografía|ilustración)(?: (?:de|del|que muestra)(?!\p{L})|\s*:)/iu,
  /^(?:un['’]|una |l['’]|la )?(?:immagine|foto|fotografia|illustrazione)(?: (?:di|del|della|dello|che mostra)(?!\p{L})|\s*:)/iu,
  /^(?:een |de )?(?:afbeelding|foto|illustratie)(?: (?:van|die)(?!\p{L})|\s*:)/iu,
  /(?:の画像|の写真|のイメージ)$/u,
];
/** What is a picture itself: of a print, "Illustration of a fox" says what is to be seen. */
const isPicture =
  /(?<!\p{L})(?:\p{L}*(?:poster|print|leinwandbild|wandbild|kunstdruck|aquarell|gemälde|postkarte|fotografie|lithogra\p{L}*)s?|art ?prints?|wall art|artworks?|paintings?|canvas|postcards?|greeting cards?|lithographs?|etchings?|photographs?|photography|photobooks?|photo albums?|stickers?|tattoos?|illustrations?|illustration|affiches?|tableaux?|tirages?|cartes? postales?|impression d['’]art|láminas?|cuadros?|póster|postales|fotografía|stamp[ae]|quadr[io]|cartolin[ae]|ilustración|illustrazione|illustratie|schilderij\p{L}*|ansichtkaart\p{L}*|kunstdruk|ilustração|obraz\p{L}*|plakat\p{L}*|tavl[ae]n?)(?!\p{L})/iu;
/** Looked for by its end: from the beginning, a long row of letters would cost its square. */
const fileEnd = /(?<=[\p{L}\p{N}_-])\.(?:jpe?g|png|webp|gif|avif|heic|svg)(?!\p{L})/iu;
const nameAtEnd = /[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;
const longestFileName = 60;
const cameraName = /(?<![\p{L}\p{N}])(?:IMG|DSC|DSCN|DSCF|PXL|SCREENSHOT)[_-]?\d{3,}/iu;
/** A word used more often than this is there for search engines, not for people; in a list already one used so often. */
const mostOfAWord = 3;
/** So many short pieces between commas are a list of keywords. */
const fewestPieces = 5;
const mostWordsOfAPiece = 2;

/**
 * ALT_TEXT: what makes an alt text useless to those who need it: words that a screen reader reads out anyway, file names, lists
 * of keywords. DUPLICATE: another image of the product has the same. IMAGE_UNSEEN: written without a look at the picture.
 */
export function checkAltText(input: CheckInput): Finding[] {
  const { contentType, text, facts, others, unseen } = input;
  if (!isImageAlt(contentType)) return [];
  const found: Finding[] = [];
  const say = (words: string, hint: string, quote?: string) =>
    found.push({
      code: "ALT_TEXT",
      description: `${contentType} ${words}`,
      hint,
      ...(quote === undefined ? {} : quotedInAnyCase(text, quote)),
    });
  const opener = openers.map((pattern) => pattern.exec(text.trim())?.[0]).find((words) => words !== undefined);
  // A print may be called "Photo of the sea".
  if (opener !== undefined && !facts.written.includes(opener.toLowerCase()) && !isPicture.test(facts.written)) {
    say(`says "${opener.slice(0, 40)}", which a screen reader says by itself`, "begin with what is to be seen", opener);
  }
  const file = fileNameIn(text);
  if (file !== undefined) say(`holds the file name "${file.slice(0, 60)}"`, "leave it out", file);
  const stuffed = stuffing(input);
  if (stuffed !== null) say(stuffed.what, "describe the picture in one sentence", stuffed.word);
  const own = comparable(text);
  const nearDuplicate = [...others].find(
    ([other, words]) => other !== contentType && isImageAlt(other) && comparable(words) === own,
  );
  if (nearDuplicate && own !== "") {
    found.push({
      code: "DUPLICATE",
      description: `${contentType} says the same as ${nearDuplicate[0]}`,
      details: { kind: "copy_of_text" },
      hint: "say what tells the pictures apart",
      // Without a look at the pictures there is nothing to tell them apart by.
      repair: !unseen,
    });
  }
  if (unseen) {
    found.push({
      code: "IMAGE_UNSEEN",
      description: `${contentType} was written from the product's facts: the model did not see the picture`,
    });
  }
  return found;
}

function fileNameIn(text: string): string | undefined {
  const end = fileEnd.exec(text);
  if (!end) return cameraName.exec(text)?.[0];
  const name = nameAtEnd.exec(text.slice(Math.max(0, end.index - longestFileName), end.index))?.[0];
  return `${name ?? ""}${end[0]}`;
}

function stuffing({ text, locale, facts }: CheckInput): { what: string; word?: string } | null {
  const free = functionWords(locale);
  const pieces = text
    .toLowerCase()
    .split(/[,;|/·]/u)
    .map((piece) => piece.trim());
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]{2,}/gu)) {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    if (count < mostOfAWord || free.has(word) || facts.written.includes(`${word} ${word}`)) continue;
    // "Black cup with a black handle on a black saucer" is a sentence; the same word in each piece of a list is not.
    const listed = pieces.filter((piece) => comparable(piece).split(" ").includes(word)).length;
    if (count > mostOfAWord || listed >= mostOfAWord)
      return { what: `says "${word.slice(0, 40)}" more than twice`, word };
  }
  const offered = new Set(facts.facts.options.flatMap(({ values }) => values.map((value) => value.toLowerCase())));
  const short = pieces.filter((piece) => piece !== "" && piece.split(/\s+/u).length <= mostWordsOfAPiece);
  const isList = short.length >= fewestPieces && short.length === pieces.length;
  return isList && !short.every((piece) => offered.has(piece)) ? { what: "is a list of keywords" } : null;
}
