import type { Goods } from "./goods.ts";

/** Products in amounts, scents and flavours to choose from. */
export const optionalGoods: readonly Goods[] = [
  {
    locale: "en",
    title: "Harvest Rice",
    options: { Size: ["500 g", "2 kg"] },
    attributes: { Cooking: "12 minutes" },
    contradicted: [
      ["option", "Also available in a 1 kg bag."],
      ["option", "Now in a 5 kg sack."],
    ],
    silent: [
      "Also available in a 2 kg bag.",
      "Also good in portions of 80 g.",
      "Also in 12 minutes on the table.",
      "Available in 500 g and 2 kg.",
      "Stir in 20 g of butter.",
    ],
  },
  {
    locale: "en",
    title: "Cove Reed Diffuser",
    options: { Scent: ["Cedar", "Sea Salt"] },
    contradicted: [
      ["option", "Also comes in a vanilla scent."],
      ["option", "New: the fragrance Lavender."],
      ["option", "Now available in lemon scent."],
    ],
    silent: [
      "Now available in cedar scent.",
      "A scent that is not vanilla for once.",
      "The scent stays for weeks.",
      "New in: a scent like lemon groves at noon, without being sweet.",
    ],
  },
  {
    locale: "en",
    title: "Rush Gel",
    options: { Flavour: ["Orange", "Cola"] },
    contradicted: [["option", "Also available in mint flavour."]],
    silent: ["Also available in orange flavour.", "Tastes of real orange."],
  },
  {
    locale: "de",
    title: "Duschgel Brise",
    options: { Duft: ["Zitrone", "Minze"] },
    contradicted: [
      ["option", "Jetzt auch mit dem Duft Lavendel."],
      ["option", "Erhältlich in der Duftnote Vanille."],
    ],
    silent: ["Jetzt auch mit dem Duft Minze.", "Der Duft erinnert an Lavendelfelder.", "Neu: die Flasche aus Altglas."],
  },
  {
    locale: "fr",
    title: "Thé du Soir",
    options: { Poids: ["100 g", "250 g"], Parfum: ["Menthe", "Citron"] },
    contradicted: [
      ["option", "Existe aussi en sachet de 50 g."],
      ["option", "Existe aussi en parfum vanille."],
    ],
    silent: [
      "Existe aussi en 250 g.",
      "Existe aussi en parfum citron.",
      "Comptez 2 g par tasse.",
      "Un parfum de menthe fraîche.",
    ],
  },
  {
    locale: "es",
    title: "Café Loma",
    options: { Formato: ["250 g", "1 kg"] },
    contradicted: [["option", "También en formato de 500 g."]],
    silent: ["También en formato de 1 kg.", "Usa 7 g por taza."],
  },
  {
    locale: "it",
    title: "Gelato Secco",
    options: { Gusto: ["Limone", "Cioccolato"] },
    contradicted: [["option", "C'è anche nel gusto menta."]],
    silent: ["C'è anche nel gusto limone.", "Un gusto pieno di cacao."],
  },
  {
    locale: "nl",
    title: "Zeep Wad",
    options: { Geur: ["Lavendel", "Citroen"] },
    contradicted: [["option", "Nu ook met de geur vanille."]],
    silent: ["Nu ook met de geur citroen.", "Een geur die blijft."],
  },
  {
    locale: "cs",
    title: "Svíčka Les",
    options: { Vůně: ["levandule", "citron"] },
    contradicted: [["option", "Nově také s vůní vanilky."]],
    silent: ["Nově také s vůní levandule.", "Vůně, která zůstává."],
  },
  {
    locale: "pl",
    title: "Mydło Bór",
    options: { Zapach: ["lawenda", "cytryna"] },
    contradicted: [["option", "Teraz także o zapachu wanilii."]],
    silent: ["Teraz także o zapachu cytryny.", "Zapach zostaje na dłoniach."],
  },
];
