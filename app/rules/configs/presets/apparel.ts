import type { ContentConfig } from "../../content-config.ts";

/** Clothing, shoes and accessories. Generic environmental claims: directive (EU) 2024/825, annex. */
export const apparel: ContentConfig = {
  guidelines: [
    "Say how the piece fits and where it ends on the body, if the data says so: cut, length, rise, collar, sleeves.",
    "Name the fabric and its care, and how it feels if the data says so.",
    "Say what it goes with or when it is worn, if the data gives a reason: one occasion, not a list.",
  ],
  restrictions: [
    "Do not judge bodies and do not promise that a piece hides, slims or flatters.",
    "A title names no size.",
    "Do not call a fabric natural, recycled, organic or vegan unless the product data does.",
    "Do not address one gender unless the product data does.",
  ],
  style_guide: {
    target_audience: "People who know what they like to wear and want to know how it fits before they order",
    choice_of_words:
      "Fit, cut, fabric, feel and care in everyday words, fashion terms only where they name a real detail",
    industry: "Clothing, shoes and accessories",
  },
  client: {
    forbidden_words: [
      "slimming",
      "figure-flattering",
      "must-have",
      "eco-friendly",
      "environmentally friendly",
      "climate neutral",
      "carbon neutral",
      "sustainable fashion",
    ],
    validation_entities: ["COLOR", "SIZE"],
    variant_data_fields: ["Color", "Size"],
  },
  content_types: {
    title: {
      task: "Write the product's title: the kind of piece, its name, and the fabric or cut that tells it from similar ones.",
      character_limit: 65,
    },
    desc: {
      task: "Write the product description: an opening paragraph on the piece, then fit and details, then fabric and care as a list.",
      character_limit: 1_600,
    },
    bullets: {
      task: "Write the key points in this order, leaving out what the data does not say: fit, fabric, details, occasion, care.",
      character_limit: 180,
    },
  },
};
