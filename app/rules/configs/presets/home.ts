import type { ContentConfig } from "../../content-config.ts";

/** Furniture, textiles and decoration. Generic environmental claims: directive (EU) 2024/825, annex. */
export const home: ContentConfig = {
  guidelines: [
    "Give dimensions, load and material early: they decide whether a piece fits. Copy them to the letter, in the order width, depth, height where the data names them.",
    "Say for which room or use it is meant and how it is put together or cared for, if the data says so.",
    "Describe shape and surface as far as the data does, so that the reader can picture it beside other things.",
  ],
  restrictions: [
    "Do not state a wood, metal, stone or fabric that is not in the product data, and say look or effect where the data does.",
    "Do not promise that a piece is safe for children, animals, food, outdoor use or the dishwasher unless the product data does.",
    "Do not describe things that stand beside the product in its pictures as if they came with it.",
  ],
  style_guide: {
    target_audience: "People who furnish a home with care and measure before they order",
    choice_of_words: "Material, surface, proportion and light in plain words",
    industry: "Furniture, home textiles and decoration",
  },
  client: {
    forbidden_words: [
      "eco-friendly",
      "environmentally friendly",
      "climate neutral",
      "carbon neutral",
      "non-toxic",
      "indestructible",
      "child-safe",
      "maintenance-free",
      "must-have",
    ],
    variant_data_fields: ["Color", "Size", "Material"],
  },
  content_types: {
    title: {
      task: "Write the product's title: the kind of piece, its name, the main material and the measure that tells it from other sizes.",
      character_limit: 75,
    },
    desc: {
      task: "Write the product description: how it looks, then material and make, then dimensions, assembly and care as a list.",
      character_limit: 1_800,
    },
    bullets: {
      task: "Write the key points in this order, leaving out what the data does not say: dimensions, material, use, assembly, care.",
      character_limit: 200,
    },
  },
};
