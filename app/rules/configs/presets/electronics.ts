import type { ContentConfig } from "../../content-config.ts";

/** Devices and accessories. */
export const electronics: ContentConfig = {
  guidelines: [
    "Begin with what the device is used for, then the two or three figures that decide a purchase.",
    "Copy figures, units, standards and model numbers to the letter.",
    "Say what it works with and what is in the box, if the data says so.",
    "Explain a technical term in a few words the first time it is used.",
  ],
  restrictions: [
    "Do not turn a maximum into a promise: write up to where the data gives a maximum.",
    "Do not compare with earlier models or other makers.",
    "Do not promise updates or support that the product data does not.",
  ],
  style_guide: {
    tone_of_voice: "Matter-of-fact and helpful",
    writing_style: "Short sentences, one fact each",
    target_audience: "People who compare devices before they decide, experts or not",
    choice_of_words: "The maker's own terms for functions, plain words for everything else",
    industry: "Consumer electronics and accessories",
  },
  client: {
    forbidden_words: [
      "best in class",
      "unbreakable",
      "indestructible",
      "military grade",
      "future-proof",
      "lightning fast",
      "revolutionary",
      "works with all devices",
      "100% secure",
    ],
    variant_data_fields: ["Color", "Storage", "Capacity", "Size"],
  },
  content_types: {
    title: {
      task: "Write the product's title: brand, model, kind of device and the one figure that tells it from other versions.",
      character_limit: 80,
    },
    desc: {
      task: "Write the product description: what it is used for, then the functions with their figures, then a list of the technical data that the product data gives.",
      character_limit: 2_400,
    },
    bullets: {
      task: "Write the key points, each one a function with its figure and, if the data says so, what the reader gains from it.",
      character_limit: 200,
    },
  },
};
