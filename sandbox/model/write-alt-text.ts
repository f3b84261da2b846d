import type { ColorName } from "../shared/colors.ts";
import type { Look } from "./look.ts";
import { charsOf, type Desk, shorten } from "./sentence.ts";
import { writeTitle } from "./write-title.ts";

/** In each language: the colours in the order of `order`, and how a picture is described. */
interface AltBook {
  colors: string;
  plain: string;
  near: string;
  far: string;
}

const order: readonly ColorName[] = [
  "black",
  "white",
  "grey",
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "navy",
  "purple",
  "pink",
  "brown",
  "beige",
];

const books: Readonly<Record<string, AltBook>> = {
  en: {
    colors: "black white grey red orange yellow green blue navy purple pink brown beige",
    plain: "{t} in {c} on a light background",
    near: "{t} in {c}, seen close up",
    far: "{t} in {c}, standing alone in a bright room",
  },
  de: {
    colors: "Schwarz Weiß Grau Rot Orange Gelb Grün Blau Marineblau Lila Pink Braun Beige",
    plain: "{t} in {c} vor hellem Hintergrund",
    near: "{t} in {c}, aus der Nähe gesehen",
    far: "{t} in {c}, allein in einem hellen Raum",
  },
  fr: {
    colors: "noir blanc gris rouge orange jaune vert bleu marine violet rose brun beige",
    plain: "{t} en {c} sur un fond clair",
    near: "{t} en {c}, vu de près",
    far: "{t} en {c}, seul dans une pièce claire",
  },
  es: {
    colors: "negro blanco gris rojo naranja amarillo verde azul marino morado rosa marrón beige",
    plain: "{t} en {c} sobre un fondo claro",
    near: "{t} en {c}, visto de cerca",
    far: "{t} en {c}, solo en una sala clara",
  },
  it: {
    colors: "nero bianco grigio rosso arancione giallo verde blu navy viola rosa marrone beige",
    plain: "{t} in {c} su uno sfondo chiaro",
    near: "{t} in {c}, visto da vicino",
    far: "{t} in {c}, da solo in una stanza chiara",
  },
  nl: {
    colors: "zwart wit grijs rood oranje geel groen blauw marineblauw paars roze bruin beige",
    plain: "{t} in het {c} op een lichte achtergrond",
    near: "{t} in het {c}, van dichtbij gezien",
    far: "{t} in het {c}, alleen in een lichte kamer",
  },
  ja: {
    colors: "黒 白 グレー 赤 オレンジ 黄色 緑 青 紺 紫 ピンク 茶色 ベージュ",
    plain: "明るい背景に置かれた{c}の{t}",
    near: "近くから見た{c}の{t}",
    far: "明るい部屋にある{c}の{t}",
  },
};

/** The alt text of a picture that was looked at; of one that was not, what the product is. */
export function writeAltText(desk: Desk, look: Look | undefined, limitChars: number): string {
  const book = books[desk.book.language];
  const color = look?.color === undefined ? undefined : book?.colors.split(" ")[order.indexOf(look.color)];
  if (!look || !book || !color || desk.facts.title === "") return writeTitle(desk, limitChars);
  const template = { near: book.near, far: book.far, whole: book.plain }[look.view];
  // A title may hold a colour already: twice the same word reads badly.
  const named = desk.facts.title.toLowerCase().includes(color.toLowerCase());
  const sentence = named ? template.replace(/ (?:in het|in|en) \{c\}|\{c\}の/u, "") : template.replace("{c}", color);
  const room = limitChars - charsOf(sentence.replace("{t}", ""));
  const text = sentence.replace("{t}", () => shorten(desk.facts.title, Math.max(8, room)));
  return charsOf(text) <= limitChars ? text : shorten(desk.facts.title, limitChars);
}
