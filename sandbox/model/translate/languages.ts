import { allPhrasebooks } from "../phrasebook-for.ts";

/** What a language's translations are put together from. None of these words says anything that a product would have to keep. */
export interface TargetLanguage {
  /** in the order of real sentences, so that what is made of them reads as the language; single signs where it has no spaces */
  words: readonly string[];
  /** between two words */
  space: "" | " ";
  /** how many signs stand for a word, by turns; where there are spaces, one word */
  signs: readonly number[];
  fullStop: string;
  /** English word in lower case → the same in this language */
  known: Readonly<Record<string, string>>;
}

const english =
  "black white red blue green grey sand olive small medium large color size material cotton linen wool".split(" ");

/** The same words in other languages, in the same order. */
const same: Readonly<Record<string, string>> = {
  de: "schwarz weiß rot blau grün grau sandfarben olivgrün klein mittel groß Farbe Größe Material Baumwolle Leinen Wolle",
  fr: "noir blanc rouge bleu vert gris sable olive petit moyen grand couleur taille matière coton lin laine",
  es: "negro blanco rojo azul verde gris arena oliva pequeño mediano grande color talla material algodón lino lana",
  it: "nero bianco rosso blu verde grigio sabbia oliva piccolo medio grande colore taglia materiale cotone lino lana",
  nl: "zwart wit rood blauw groen grijs zandkleur olijf klein middel groot kleur maat materiaal katoen linnen wol",
  "pt-BR":
    "preto branco vermelho azul verde cinza areia oliva pequeno médio grande cor tamanho material algodão linho lã",
  ja: "黒 白 赤 青 緑 灰色 サンド オリーブ色 小 中 大 色 サイズ 素材 綿 リネン ウール",
  ar: "أسود أبيض أحمر أزرق أخضر رمادي رملي زيتوني صغير متوسط كبير اللون المقاس الخامة قطن كتان صوف",
  "zh-TW": "黑色 白色 紅色 藍色 綠色 灰色 沙色 橄欖色 小 中 大 顏色 尺寸 材質 棉 亞麻 羊毛",
};

/** Sentences of languages that the sandbox writes no texts in. */
const sentences: Readonly<Record<string, string>> = {
  "pt-BR":
    "Encaixa na rotina sem chamar atenção e cumpre muito bem o que se espera dele. Guarde para você ou dê de presente a quem gosta de coisas simples e bem pensadas. A ideia por trás é clara, e é isso que deixa o uso tão agradável todos os dias. Veja os detalhes com calma e decida se combina com o seu jeito de viver. Seja qual for o seu plano, este é um ótimo começo. Deixa espaço para as suas próprias ideias desde o primeiro dia.",
  ar: "يندمج هذا المنتج مع يومك بسهولة ويؤدي ما تنتظره منه دون أن يلفت الأنظار. احتفظ به لنفسك أو قدمه هدية لمن يحب الأشياء البسيطة المدروسة. الفكرة وراءه واضحة وهذا ما يجعل استعماله ممتعا في كل مرة. تصفح التفاصيل على مهل وقرر إن كان يناسب أسلوبك. مهما كانت خطتك فهذه بداية جيدة تترك لك مجالا لأفكارك الخاصة.",
  "zh-TW":
    "這款商品自然融入日常生活，默默完成該做的事。無論留給自己還是送給朋友，都讓人開心。背後的想法很簡單，也正因為如此用起來特別順手。請慢慢看看各項說明，再決定是否適合您的生活方式。不管您有什麼計畫，這都是很好的開始，也為您自己的想法留下空間。",
};

const dense: ReadonlySet<string> = new Set(["ja", "zh-TW"]);
const made = new Map<string, TargetLanguage | undefined>();

/** undefined for a language that the sandbox cannot translate into */
export function languageOf(locale: string): TargetLanguage | undefined {
  const name = nameOf(locale);
  if (!made.has(name)) made.set(name, makeLanguage(name));
  return made.get(name);
}

function nameOf(locale: string): string {
  const [language = ""] = locale.split("-");
  if (language === "pt") return "pt-BR";
  return language === "zh" ? "zh-TW" : language;
}

function makeLanguage(name: string): TargetLanguage | undefined {
  const text = sentences[name] ?? sentencesOfBook(name);
  const words = same[name]?.split(" ") ?? [];
  if (text === undefined || (words.length === 0 && name !== "en")) return undefined;
  const known = Object.fromEntries(words.map((word, i) => [english[i] ?? "", word]));
  const plain = text.replace(/[.,;:!?¿¡。、，！？«»"“”„|–—()-]/g, " ");
  if (!dense.has(name)) return { words: wordsIn(plain), space: " ", signs: [1], fullStop: ".", known };
  const signs = name === "ja" ? [2] : [1, 2];
  return { words: [...plain.replace(/\s+/g, "")], space: "", signs, fullStop: "。", known };
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
}

function sentencesOfBook(name: string): string | undefined {
  const book = allPhrasebooks.find(({ language }) => language === name);
  return book && [...book.uses.general, ...book.bullets, ...book.closings].join(" ");
}
