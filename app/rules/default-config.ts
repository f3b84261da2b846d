import type { ContentConfig } from "./content-config.ts";

/** The config of shops that have none of their own. Limits are what search results and themes show without cutting. */
export const defaultConfig: ContentConfig = {
  guidelines: [
    "Name what the product is, then what matters to the person who buys it: material, size, use, care, fit.",
    "Be concrete. One precise detail is worth more than three adjectives.",
    "Use the words a shopper would type into a search box, where they fit naturally.",
  ],
  guidelines_shortener: [
    "Leave out the least important detail as a whole. Never stop in the middle of a sentence.",
    "Keep the product's name and its main detail.",
  ],
  restrictions: ["Use no exclamation marks.", "Do not compare with other brands."],
  style_guide: {
    tone_of_voice: "Friendly and competent",
    writing_style: "Clear, with short sentences",
    grammar: "Complete and correct",
    emotional_tone: "Warm, without exaggeration",
    use_of_emoticons: "None",
  },
  // So that keywords of a product do something before anybody writes rules of their own; nothing where it has none.
  keyword_groups: { should: ["generic"], omit: ["avoid"] },
  client: {
    style_guide_content_types: ["desc", "bullets"],
    forbidden_words: [],
  },
  content_types: {
    title: {
      task: "Write the product's title: what it is, with the detail that tells it from similar products.",
      character_limit: 70,
      restrictions: ["Keep the product's own name recognisable."],
    },
    desc: {
      task: "Write the product description: an opening paragraph on what it is and, if the data says so, whom it is for, then the details in one or two paragraphs or a list.",
      character_limit: 2_000,
    },
    bullets: {
      task: "Write the key points, each one on a different aspect.",
      character_limit: 250,
    },
    seo_title: {
      task: "Write the title for search results: the product's kind and name first, then the brand.",
      character_limit: 60,
    },
    seo_desc: {
      task: "Write the description for search results: one or two sentences that answer what the shopper searched for.",
      character_limit: 155,
    },
  },
};
