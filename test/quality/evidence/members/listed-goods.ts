import type { Goods } from "./goods.ts";

/** Products with a complete list of ingredients. */
export const listedGoods: readonly Goods[] = [
  {
    locale: "en",
    title: "Alpine Lip Balm",
    attributes: { INCI: "Ricinus Communis Seed Oil, Cera Alba, Cocos Nucifera Oil, Tocopherol, Aroma" },
    contradicted: [
      ["content", "Enriched with shea butter."],
      ["content", "Contains collagen and retinol."],
      ["content", "Made without beeswax."],
      ["content", "With hyaluronic acid."],
    ],
    silent: [
      "With coconut oil and beeswax.",
      "Contains vitamin E.",
      "With a mint freshness.",
      "With a clean finish that lasts.",
      "Smells faintly of honey.",
      "With honest care for dry lips.",
      "With your coffee in one hand, this in the other.",
      "Sits beside the shea butter in your bag.",
      "Contains just five things.",
    ],
  },
  {
    locale: "en",
    title: "Granola Fireside",
    attributes: { Ingredients: "Oats, maple syrup, pecans, mixed nuts, coconut oil, spices, salt" },
    contradicted: [
      ["content", "Sweetened with honey."],
      ["content", "With chunks of chocolate."],
      ["content", "Made without oats."],
    ],
    silent: [
      "With cinnamon warmth.",
      "Contains nuts.",
      "With almonds.",
      "With milk, a proper breakfast.",
      "Great with chocolate milk.",
      "With yoghurt and honey it is a dessert.",
      "Sweetened with maple syrup.",
      "Without honey, sweetened by maple alone.",
    ],
  },
  {
    locale: "de",
    title: "Handcreme Heide",
    attributes: { Inhaltsstoffe: "Wasser, Mandelöl, Bienenwachs, Glycerin, Ringelblumenextrakt, Vitamin E" },
    contradicted: [
      ["content", "Angereichert mit Aloe vera."],
      ["content", "Mit Sheabutter und Honig."],
      ["content", "Enthält Hyaluronsäure."],
      ["content", "Ohne Bienenwachs."],
    ],
    silent: [
      "Mit Mandelöl und Bienenwachs.",
      "Enthält Glycerin.",
      "Mit Liebe gerührt.",
      "Mit Honig hat die Farbe nur den Ton gemein.",
      "Wirkt wie eine Maske mit Aloe vera.",
      "Ohne Duft nach Lavendel.",
      "Mit einer Haselnussgröße Creme kommt man aus.",
    ],
  },
  {
    locale: "fr",
    title: "Confiture du Verger",
    attributes: { Ingrédients: "abricots, sucre de canne, jus de citron" },
    contradicted: [
      ["content", "Enrichie en miel."],
      ["content", "Avec une pointe de vanille."],
      ["content", "Sans sucre."],
      ["content", "Contient des amandes."],
    ],
    silent: [
      "Avec du citron.",
      "Sur une tartine avec du miel.",
      "Avec un fromage de chèvre, à essayer.",
      "À servir avec une glace à la vanille.",
      "Sans morceaux.",
    ],
  },
  {
    locale: "es",
    title: "Jabón Sierra",
    attributes: { Ingredientes: "aceite de oliva, aceite de coco, agua, sosa, romero" },
    contradicted: [
      ["content", "Enriquecido con miel."],
      ["content", "Con aloe vera."],
      ["content", "Sin aceite de oliva."],
    ],
    silent: ["Con aceite de oliva.", "Con agua basta.", "Con el tiempo mejora.", "Contiene coco."],
  },
  {
    locale: "it",
    title: "Tisana Sera",
    attributes: { Ingredienti: "camomilla, melissa, tiglio" },
    contradicted: [
      ["content", "Con menta e zenzero."],
      ["content", "Contiene lavanda."],
    ],
    silent: ["Con camomilla e melissa.", "Con un cucchiaino di miele, se vi piace.", "Contiene camomilla."],
  },
  {
    locale: "nl",
    title: "Pindakaas Puur",
    attributes: { Ingrediënten: "pinda's, zeezout, raapzaadolie" },
    contradicted: [
      ["content", "Bevat suiker en honing."],
      ["content", "Met palmolie."],
      ["content", "Zonder pinda's."],
    ],
    silent: ["Bevat pinda's.", "Met zeezout.", "Lekker met honing op brood.", "Met banaan en kaneel een feest."],
  },
  {
    locale: "pl",
    title: "Krem Łąka",
    attributes: { Składniki: "woda, olej jojoba, gliceryna, wosk pszczeli" },
    contradicted: [
      ["content", "Zawiera masło shea i aloes."],
      ["content", "Bez gliceryny."],
    ],
    silent: ["Zawiera glicerynę.", "Pachnie jak miód.", "Bez pośpiechu."],
  },
  {
    locale: "sv",
    title: "Tvål Äng",
    attributes: { Ingredienser: "olivolja, kokosolja, vatten, lut" },
    contradicted: [
      ["content", "Berikad med honung."],
      ["content", "Innehåller palmolja."],
    ],
    silent: ["Innehåller olivolja.", "Med kokosolja.", "Utan krusiduller."],
  },
];
