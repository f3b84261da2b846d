export interface CollectionTexts {
  html: string;
  metaTitle?: string;
  metaDescription?: string;
  imageAlt?: string;
}

/** Texts of the sample store's collections, by their titles; the others have none. */
export const collectionTexts: Readonly<Record<string, CollectionTexts>> = {
  Linen: {
    html: "<p>Flax from Normandy and Portugal, woven dense enough to last. <strong>Washed before it is sewn.</strong></p>",
    metaTitle: "Linen clothing and bedding | Fern & Field",
    metaDescription: "Shirts, sheets and towels of European flax, washed before they are sewn.",
    imageAlt: "Folded linen in four colours on a wooden shelf",
  },
  Summer: { html: "<p>What we wear ourselves when the shop is warmer than the street.</p>" },
  "Under €40": {
    html: "<p>Small things, kept for years.</p>",
    metaDescription: "Presents under €40 that nobody has to pretend to like.",
  },
};
