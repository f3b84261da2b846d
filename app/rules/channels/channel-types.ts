import type { Family } from "../../texts/content-types.ts";
import type { ChannelRule } from "./channel-rule.ts";

/** What a channel's text is, and what a model is asked for. */
interface ChannelType {
  family: Family;
  task: string;
}

/** Texts that channels have, by the names that their rules use. What a feed takes from the product's data (brand, options) is none. */
const types: Readonly<Record<string, ChannelType>> = {
  title: { family: "title", task: "The product's title on the channel: brand, what it is, then what tells it apart." },
  short_title: { family: "title", task: "The shortest title by which a shopper knows the product." },
  item_group_title: { family: "title", task: "The title that all variants share: no colour, no size." },
  item_highlights: {
    family: "title",
    task: "Three to five short phrases divided by commas, each something that the title does not say.",
  },
  subtitle: { family: "title", task: "One line below the title, of something that the title does not say." },
  product_line: { family: "title", task: "Name of the product line: the same for all variants, without brand." },
  desc: { family: "string", task: "The product's description on the channel, in short paragraphs." },
  bullets: { family: "bullets", task: "The product's key points on the channel, each begins with the point itself." },
  tags: { family: "bullets", task: "Words that shoppers look for, each tag a word or a short phrase." },
  search_terms: {
    family: "string",
    task: "Words that shoppers look for and no other text of the product says, in small letters, divided by spaces, none twice.",
  },
};

/** Channels whose descriptions may hold simple HTML. */
const takeHtml: ReadonlySet<string> = new Set(["ebay", "otto"]);

export function channelType(name: string): ChannelType | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

/** The texts that a channel has, in the order in which people read them. A channel always has a description; `store` is none here. */
export function textsOfChannel(channel: string, rules: readonly ChannelRule[]): string[] {
  const named = new Set(rules.filter((rule) => rule.channel === channel).map(({ field }) => field));
  if (named.size === 0 || channel === "store") return [];
  return Object.keys(types).filter((name) => named.has(name) || name === "desc");
}

/** Every channel that there are rules of, but the shop's own pages; sorted. */
export function channelsOf(rules: readonly ChannelRule[]): string[] {
  return [...new Set(rules.map(({ channel }) => channel))].filter((channel) => channel !== "store").sort();
}

export function takesHtml(channel: string): boolean {
  return takeHtml.has(channel);
}
