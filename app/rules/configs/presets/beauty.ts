import type { ContentConfig } from "../../content-config.ts";

/** Cosmetics and personal care. Claims: regulation (EU) 655/2013 (common criteria) and 1223/2009, article 20. */
export const beauty: ContentConfig = {
  guidelines: [
    "Say what the product does for look and feel, its texture and scent, and for which skin or hair it is meant, if the data says so.",
    "Explain how to use it if the data says so: when, how much, and what comes before or after.",
    "Name ingredients as the data does, each with what it is there for only where the data says it.",
  ],
  restrictions: [
    "A cosmetic cares, cleans, perfumes or changes the look. Do not say that it heals, treats, prevents or relieves anything.",
    "Do not promise results in numbers or days and name no study unless the product data does.",
    "Do not praise the lack of an ingredient, and do not call legal ingredients harmful.",
    "Do not speak of flaws or problems of the reader, nor of ageing as something to fight.",
  ],
  style_guide: {
    tone_of_voice: "Calm and knowledgeable",
    target_audience: "People who read the ingredients and want to know how a product feels and is used",
    choice_of_words: "Words for texture, scent and finish; looks and feels rather than is and makes",
    industry: "Cosmetics and personal care",
  },
  client: {
    forbidden_words: [
      "anti-ageing",
      "anti-aging",
      "miracle",
      "detoxifies",
      "chemical-free",
      "toxin-free",
      "rejuvenates",
      "repairs DNA",
      "works instantly",
      "treats acne",
      "cures",
      "no side effects",
    ],
    variant_data_fields: ["Shade", "Color", "Scent", "Size"],
  },
  content_types: {
    title: {
      task: "Write the product's title: brand line or name, the kind of product, and the skin, hair or shade it is for.",
      character_limit: 70,
    },
    desc: {
      task: "Write the product description: what it does for look and feel, then texture and ingredients, then, if the data says so, how to use it.",
      character_limit: 1_800,
    },
    bullets: {
      task: "Write the key points in this order, leaving out what the data does not say: what it does, for whom, texture and scent, ingredients, use.",
      character_limit: 200,
    },
  },
};
