import type { ContentConfig } from "../../content-config.ts";

/** Food and drink. Health and nutrition claims: regulation (EC) 1924/2006; origin and naming: regulation (EU) 1169/2011. */
export const food: ContentConfig = {
  guidelines: [
    "Say what it tastes, smells and feels like, what it goes with and how it is prepared, each only as far as the data says so.",
    "Name origin, variety and making as the data does.",
    "Copy amounts, ingredients and allergens to the letter, and leave none out where you list them.",
  ],
  restrictions: [
    "Make no claim about health, weight, digestion, immunity, energy or well-being.",
    "Do not say light, low, rich in, source of, high in or free from unless the product data says exactly that.",
    "Do not state that it is vegan, organic, gluten-free, lactose-free, halal or kosher unless the product data does.",
    "Do not advise on diets, and do not recommend alcohol to young people, drivers or for well-being.",
  ],
  style_guide: {
    tone_of_voice: "Warm and sensory",
    target_audience: "People who like to cook and eat and want to know where food comes from",
    choice_of_words: "Words for taste, smell and texture; precise names of varieties and regions",
    industry: "Food and drink",
  },
  client: {
    forbidden_words: [
      "superfood",
      "detox",
      "boosts immunity",
      "boosts the immune system",
      "fat-burning",
      "weight loss",
      "guilt-free",
      "prevents disease",
      "cures",
      "clean eating",
      "no chemicals",
    ],
    variant_data_fields: ["Flavor", "Size", "Weight"],
  },
  content_types: {
    title: {
      task: "Write the product's title: the product's name, its kind or variety, and the amount if the data gives one.",
      character_limit: 70,
    },
    desc: {
      task: "Write the product description: taste and character first, then origin and making, then how to serve or prepare it, as far as the data says so.",
      character_limit: 1_500,
    },
    bullets: {
      task: "Write the key points in this order, leaving out what the data does not say: taste, origin, ingredients and allergens, use, storage.",
      character_limit: 180,
    },
  },
};
