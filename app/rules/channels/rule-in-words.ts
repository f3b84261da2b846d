import type { ChannelRule } from "./channel-rule.ts";

const units = { char: "characters", grapheme: "visible signs", utf16: "UTF-16 units", byte: "bytes of UTF-8" } as const;

const contents = {
  contact: "contact details",
  url: "web addresses",
  price: "prices",
  promotion: "promotions, e.g. free shipping, discounts or calls to buy",
  availability: "stock or delivery",
  review: "reviews or ratings",
} as const;

/** What a rule asks of a text, for a model; null for what no words can keep. */
export function ruleInWords(rule: ChannelRule): string | null {
  switch (rule.kind) {
    case "max":
      return `At most ${rule.value} ${units[rule.unit]}.`;
    case "min":
      return `At least ${rule.value} ${units[rule.unit]}.`;
    case "total_max":
      return `At most ${rule.value} ${units[rule.unit]} in all.`;
    case "items_max":
      return `At most ${rule.value} items.`;
    case "items_min":
      return `At least ${rule.value} items.`;
    case "sum_max":
      return `Together with ${rule.value.with.join(", ")} at most ${rule.value.limit} ${units[rule.unit]}.`;
    case "max_repeats":
      return `No word more than ${rule.value} times; small function words are free.`;
    case "max_count":
      return `Each of these signs at most ${rule.value.most} times: ${rule.value.signs}`;
    case "allow":
      return `Only characters of the class [${rule.value}].`;
    case "require":
      return null;
    case "forbid":
      switch (rule.unit) {
        case "char_set":
          return `None of these signs, unless the brand has them: ${rule.value}`;
        case "phrase":
          return `Never said, in whatever language: ${rule.value.join("; ")}.`;
        case "content":
          return `Nothing of ${rule.value.map((kind) => contents[kind]).join("; ")}.`;
        case "html":
          return "No HTML.";
        case "emoji":
          return "No emoji.";
        case "all_caps":
          return "No words in capitals but abbreviations.";
        case "active_content":
          return "No scripts, forms or frames.";
      }
  }
}
