import type { FieldPath } from "./config-draft.ts";

/**
 * How a field is edited: lines of a list, pairs of a map, named lists, tones of brands, one text, a number, content types,
 * severities of checks.
 */
export type FieldKind = "lines" | "pairs" | "groups" | "tones" | "text" | "number" | "types" | "severities";

export interface ConfigField {
  path: FieldPath;
  kind: FieldKind;
  label: string;
  help: string;
  /** headings of pairs and named lists */
  keyLabel?: string;
  valueLabel?: string;
}

export interface FieldGroup {
  title: string;
  description: string;
  fields: ConfigField[];
}

const keywordUses: [string, string, string][] = [
  ["must", "Must appear", "Keyword groups whose terms have to stand in the text. A missing one is a warning."],
  ["should", "Should appear", "Keyword groups whose terms are used where they fit."],
  ["omit", "Must not appear", "Keyword groups whose terms must not be used."],
  [
    "verbatim_must_claims",
    "Claims to the letter",
    "Groups of claims that stand in the text exactly as written, with their disclaimer.",
  ],
  ["non_verbatim_optional_claims", "Claims in own words", "Groups of claims that may be used, in other words too."],
];

function keywordFields(prefix: FieldPath): ConfigField[] {
  return keywordUses.map(([use, label, help]) => ({
    path: [...prefix, "keyword_groups", use],
    kind: "lines",
    label,
    help: `${help} One group name a line.`,
  }));
}

const styleFields: [string, string, string][] = [
  ["tone_of_voice", "Tone of voice", "How the shop sounds, e.g. friendly and competent."],
  ["writing_style", "Writing style", "e.g. clear, with short sentences."],
  ["target_audience", "Target audience", "Who reads the texts."],
  ["grammar", "Grammar", "e.g. complete sentences, second person."],
  ["emotional_tone", "Emotional tone", "e.g. warm, without exaggeration."],
  ["punctuation", "Punctuation", "e.g. no exclamation marks."],
  ["language", "Language", "Which variety of the language, e.g. British spelling. The language itself is the shop's."],
  ["pitch", "Pitch", "What the texts convince with, e.g. use rather than price."],
  ["choice_of_words", "Choice of words", "Which words are liked or avoided."],
  ["use_of_emoticons", "Emoticons", "Whether and which."],
  ["pattern", "Pattern", "How a text is built, e.g. use, details, care."],
  ["industry", "Industry", "What the shop sells."],
];

/** The fields that hold for all content types, as the editor shows them. */
export const fieldGroups: readonly FieldGroup[] = [
  {
    title: "Guidelines",
    description: "What every text should do, what it must not do, and how a text that is too long is shortened.",
    fields: [
      {
        path: ["guidelines"],
        kind: "lines",
        label: "Guidelines",
        help: "What a good text does. One guideline a line.",
      },
      {
        path: ["restrictions"],
        kind: "lines",
        label: "Restrictions",
        help: "What a text must not do. One restriction a line.",
      },
      {
        path: ["guidelines_shortener"],
        kind: "lines",
        label: "Shortening",
        help: "Followed when a text is over its limit. One guideline a line.",
      },
    ],
  },
  {
    title: "Words",
    description: "Words that are never used, and words that are always put in the place of others.",
    fields: [
      {
        path: ["client", "forbidden_words"],
        kind: "lines",
        label: "Forbidden words",
        help: "A text with one of them is marked. One word or phrase a line.",
      },
      {
        path: ["word_map"],
        kind: "pairs",
        label: "Replacements",
        help: "Whole words, replaced in every text. Leave the replacement empty to delete the word.",
        keyLabel: "Word",
        valueLabel: "Replacement",
      },
    ],
  },
  {
    title: "Keywords and claims",
    description:
      "Which groups of keywords are used how. A product may bring its own terms for a group: in a metafield of the namespace keywords named like the group, or on its page here.",
    fields: [
      {
        path: ["keywords"],
        kind: "groups",
        label: "Groups",
        help: "The terms of each group, one a line, for products that bring none of their own under that name. A claim is written 'Claim': text, 'Disclaimer': text.",
        keyLabel: "Group",
        valueLabel: "Terms",
      },
      ...keywordFields([]),
    ],
  },
  {
    title: "Style guide",
    description: "How texts sound. Leave a field empty where it does not matter.",
    fields: [
      ...styleFields.map(
        ([name, label, help]): ConfigField => ({ path: ["style_guide", name], kind: "text", label, help }),
      ),
      {
        path: ["client", "style_guide_content_types"],
        kind: "types",
        label: "Texts that follow the style guide",
        help: "All of them when none is ticked.",
      },
    ],
  },
  {
    title: "Tone of brands",
    description: "Plain sentences beside the same in a brand's tone. They show the model how the brand speaks.",
    fields: [
      {
        path: ["tone"],
        kind: "tones",
        label: "Brands",
        help: "Name a brand as your products' vendor does. GENERIC holds for all others.",
        keyLabel: "Plain",
        valueLabel: "In the brand's tone",
      },
      {
        path: ["client", "tone_content_types"],
        kind: "types",
        label: "Texts that follow the tone",
        help: "All of them when none is ticked.",
      },
    ],
  },
  {
    title: "Product data",
    description: "What the model may see of a product, and what words in a text must be backed by.",
    fields: [
      {
        path: ["client", "prompt_attributes"],
        kind: "lines",
        label: "Attributes to use",
        help: "Only these are given to the model; all of them when empty. One attribute name a line.",
      },
      {
        path: ["client", "field_map"],
        kind: "pairs",
        label: "Names of fields",
        help: "Which of your attributes stands for a field, e.g. brand → Maker.",
        keyLabel: "Field",
        valueLabel: "Attribute",
      },
      {
        path: ["client", "review_attributes"],
        kind: "lines",
        label: "Review attributes",
        help: "Attributes that hold reviews: material for texts, never facts. One name a line.",
      },
      {
        path: ["client", "variant_data_fields"],
        kind: "lines",
        label: "What differs between variants",
        help: "Only these are varied when products of one group share their texts. One name a line.",
      },
      {
        path: ["client", "validation_entities"],
        kind: "lines",
        label: "Kinds of words to verify",
        help: "e.g. COLOR or SIZE: such a word must be backed by the product's data. One kind a line.",
      },
      {
        path: ["client", "false_words_entity_map"],
        kind: "pairs",
        label: "What backs them",
        help: "The attribute or option that backs a kind of word, e.g. COLOR → Color.",
        keyLabel: "Kind",
        valueLabel: "Attribute",
      },
      {
        path: ["client", "skip_content_types"],
        kind: "types",
        label: "Texts that are not written",
        help: "Left out even where they are asked for.",
      },
    ],
  },
  {
    title: "Checks",
    description: "What a check does that finds something. Every check has a severity of its own where you set none.",
    fields: [
      {
        path: ["checks"],
        kind: "severities",
        label: "Severities",
        help: "A text that a check blocks is approved one at a time only, by a person who insists. One that it warns of is marked.",
      },
    ],
  },
];

/** The fields of one content type. */
export function contentTypeFields(name: string): ConfigField[] {
  const prefix = ["content_types", name];
  return [
    { path: [...prefix, "task"], kind: "text", label: "Task", help: "What the model is asked to write. Required." },
    {
      path: [...prefix, "character_limit"],
      kind: "number",
      label: "Character limit",
      help: "Visible characters; of each bullet for bullets. Empty means no limit.",
    },
    {
      path: [...prefix, "guidelines"],
      kind: "lines",
      label: "Guidelines",
      help: "Added to those for all texts. One a line.",
    },
    {
      path: [...prefix, "restrictions"],
      kind: "lines",
      label: "Restrictions",
      help: "Added to those for all texts. One a line.",
    },
    {
      path: [...prefix, "guidelines_shortener"],
      kind: "lines",
      label: "Shortening",
      help: "Takes the place of the general one for this text. One a line.",
    },
    {
      path: [...prefix, "additions"],
      kind: "pairs",
      label: "Additions",
      help: "Text around the written one, e.g. title → {{attr.brand}}, {{title}} or bullets_1 → How to: {{bullets_1}}.",
      keyLabel: "Text",
      valueLabel: "With additions",
    },
    ...keywordFields(prefix),
    {
      path: [...prefix, "checks"],
      kind: "severities",
      label: "Severities of checks",
      help: "What checks do with this text, where that differs from all others.",
    },
  ];
}
