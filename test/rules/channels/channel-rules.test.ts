import { describe, expect, it } from "vitest";
import type { TextBody } from "../../../app/db/schema/index.ts";
import { bannedContent } from "../../../app/quality/language/banned-content.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { type ChannelRule, channelRuleSchema } from "../../../app/rules/channels/channel-rule.ts";
import { channelRules, rulesFor } from "../../../app/rules/channels/channel-rules.ts";
import { lengthIn } from "../../../app/rules/channels/length-in.ts";
import { someFacts } from "../../support/content/facts.ts";
import { warningsOf } from "../../support/content/warnings-of.ts";

/** Texts that keep and that break a rule, built from the row alone. */
function examplesOf(rule: ChannelRule): { good: TextBody; bad: TextBody } | null {
  const line = (length: number) =>
    "Soft linen for warm days and cool nights. "
      .repeat(300)
      .slice(0, length - 1)
      .trim()
      .padEnd(length, "x");
  const list = (count: number, length = 20) => Array.from({ length: count }, (_, i) => `${i + 1} ${line(length - 3)}`);
  const isList = rule.field === "bullets" || rule.field === "tags";
  const whole = (text: string): TextBody => (isList ? ["Chest pockets", "An easy fit", text] : text);
  switch (rule.kind) {
    case "max":
      if (rule.unit === "byte")
        return { good: "a".repeat(rule.value), bad: "é".repeat(Math.floor(rule.value / 2) + 1) };
      return { good: whole(line(rule.value)), bad: whole(line(rule.value + 1)) };
    case "min":
      return { good: whole(line(rule.value)), bad: whole(line(rule.value - 1)) };
    case "total_max":
      return { good: list(4, Math.floor(rule.value / 4)), bad: list(5, Math.floor(rule.value / 5) + 3) };
    case "items_min":
      return { good: list(rule.value), bad: list(rule.value - 1) };
    case "items_max":
      return { good: list(rule.value), bad: list(rule.value + 1) };
    case "max_repeats":
      return { good: "Shirt and shirt and pockets and seams", bad: "Shirt, shirt and one more Shirt" };
    case "sum_max":
      return { good: line(125), bad: line(125) };
    case "max_count":
      return { good: "Linen & cotton", bad: "Linen & cotton & silk" };
    case "allow":
      return { good: whole("Linen shirt"), bad: whole(`Linen shirt ☞ ${rule.field === "tags" ? "50%" : "5 $"}`) };
    case "require":
      return null;
    case "forbid":
      if (rule.unit === "char_set") return { good: "Linen shirt", bad: `Linen shirt ${rule.value.split(" ")[0]}` };
      if (rule.unit === "phrase") {
        return { good: whole("A soft linen shirt"), bad: whole(`Linen shirt, ${rule.value.at(-1)?.toUpperCase()}`) };
      }
      if (rule.unit === "content") return { good: "A soft linen shirt", bad: banned[rule.value.at(-1) ?? ""] ?? "" };
      if (rule.unit === "html") return { good: "Soft linen<br>for summer", bad: "<p>Soft linen</p>" };
      if (rule.unit === "emoji") return { good: whole("Linen® shirt™"), bad: whole("Linen shirt 👕") };
      if (rule.unit === "all_caps") return { good: "Linen shirt for summer", bad: "LINEN SHIRT FOR SUMMER" };
      return { good: "<p>Soft linen</p>", bad: "<p>Soft linen</p><script>alert(1)</script>" };
  }
}

const banned: Record<string, string> = {
  contact: "Write to hello@fernandfield.example",
  url: "See www.fernandfield.example",
  price: "Only 49.90 €",
  promotion: "Free shipping on every order",
  availability: "In stock now",
  review: "Rated 4.8 stars",
};

describe("rules of channels", () => {
  const testable = channelRules.filter((rule) => examplesOf(rule) !== null && rule.kind !== "sum_max");

  it("each have an id of their own", () => {
    expect(new Set(channelRules.map(({ id }) => id)).size).toBe(channelRules.length);
    expect(channelRules).toHaveLength(76);
  });

  it("a limit over two fields counts both", () => {
    const config = { client: { content_type_family_map: { item_highlights: "title" as const } } };
    const found = (title: string, highlights: string) =>
      [
        ...runChecks({
          texts: new Map([
            ["title", { body: title, raw: title }],
            ["item_highlights", { body: highlights, raw: highlights }],
          ]),
          facts: someFacts({}),
          config,
          locale: "en",
          channel: "amazon",
        }).values(),
      ]
        .flatMap(({ warnings }) => warnings)
        .filter(({ details }) => details?.kind === "channel_rule" && details.rule.includes("sum_max"));
    expect(found("a".repeat(75), "b".repeat(125))).toEqual([]);
    expect(found("a".repeat(76), "b".repeat(125))).toMatchObject([
      { content_type: "item_highlights", details: { breach: { is: "together", have: 201, limit: 200 } } },
    ]);
  });

  it("a finding names the rule, its source, how sure it is and its day", () => {
    const [warning] = warningsOf("CHANNEL_RULE", "title", "Linen shirt ".repeat(7), { channel: "amazon" });
    expect(warning?.details).toEqual({
      kind: "channel_rule",
      rule: "amazon.title.max.char",
      channel: "amazon",
      source: expect.stringContaining("seller forums"),
      certainty: "third-party",
      checked_on: "2026-11-28",
      breach: { is: "most", unit: "char", have: 84, limit: 75 },
    });
  });

  it.each([
    ["char", "👩‍👩‍👧é𠮷", 7],
    ["grapheme", "👩‍👩‍👧é𠮷", 3],
    ["utf16", "👩‍👩‍👧é𠮷", 11],
    ["byte", "👩‍👩‍👧é𠮷", 24],
  ] as const)("lengths are counted in %s", (unit, text, length) => {
    expect(lengthIn(unit, text)).toBe(length);
  });

  it.each(
    testable.map((rule) => [`${rule.channel} ${rule.market} ${rule.field} ${rule.kind} ${rule.unit}`, rule] as const),
  )(
    "a text that breaks the rule %s is marked with its severity and source, one that keeps it is not",
    (_name, rule) => {
      const examples = examplesOf(rule);
      const family = rule.field === "tags" ? "bullets" : undefined;
      const setting = {
        channel: rule.channel,
        market: rule.market === "*" ? "" : rule.market,
        config: family ? { client: { content_type_family_map: { tags: "bullets" as const } } } : {},
        facts: { vendor: "Fern" },
      };
      const of = (body: TextBody) =>
        warningsOf("CHANNEL_RULE", rule.field, body, setting).filter(({ description }) =>
          description.includes(wordsOf(rule)),
        );
      expect(of(examples?.good ?? "")).toEqual([]);
      const [warning] = of(examples?.bad ?? "");
      expect(warning).toMatchObject({ severity: rule.severity, description: expect.stringContaining(rule.source) });
      expect(warning?.description).toContain(`${rule.channel}:`);
    },
  );

  it("are all tried above but those about a feed and the sum", () => {
    expect(channelRules.length - testable.length).toBe(
      channelRules.filter(({ kind }) => kind === "require" || kind === "sum_max").length,
    );
    expect(testable.length).toBeGreaterThanOrEqual(73);
  });

  it("hold for their own channel and market only", () => {
    const long = "Linen shirt ".repeat(7).trim();
    expect(warningsOf("CHANNEL_RULE", "title", long, { channel: "store" })).toEqual([]);
    expect(warningsOf("CHANNEL_RULE", "title", "Linen shirt", { channel: "tiktok" })).toEqual([]);
    expect(warningsOf("CHANNEL_RULE", "title", "Linen shirt", { channel: "tiktok", market: "sg" })).toHaveLength(1);
    // It sells in the Netherlands alone, whatever the shop's market is called.
    expect(warningsOf("CHANNEL_RULE", "title", long, { channel: "bol" })).toHaveLength(1);
    expect(rulesFor({ channel: "nowhere", market: "", contentType: "title" })).toEqual([]);
  });

  it("hold for each image's alt text", () => {
    const [warning] = warningsOf("CHANNEL_RULE", "image_alt_1234567890", "Linen shirt on a hanger ".repeat(22));
    expect(warning).toMatchObject({ severity: "block", description: expect.stringContaining("at most 512 are taken") });
  });

  it("let a brand be called as it is", () => {
    const setting = { channel: "amazon", facts: { vendor: "Yahoo!" } };
    expect(warningsOf("CHANNEL_RULE", "title", "Yahoo! linen shirt", setting)).toEqual([]);
    expect(warningsOf("CHANNEL_RULE", "title", "Yahoo! linen shirt!", setting)).toHaveLength(1);
  });

  it("stay when the shop itself would refuse the text, whatever the config sets", () => {
    const config = { checks: { CHANNEL_RULE: "off" as const } };
    expect(warningsOf("CHANNEL_RULE", "title", "Linen ".repeat(60), { config })).toHaveLength(1);
    expect(warningsOf("CHANNEL_RULE", "seo_desc", "Linen ".repeat(60), { config })).toEqual([]);
  });
});

/** What only this rule's finding says, so that another rule of the channel is not taken for it. */
function wordsOf(rule: ChannelRule): string {
  if (rule.kind === "forbid") {
    if (rule.unit === "phrase") return `says "${rule.value.at(-1)}"`;
    if (rule.unit === "content") return `holds ${rule.value.at(-1)} (`;
    return {
      char_set: 'holds "',
      html: "HTML",
      emoji: "emoji",
      all_caps: "in capitals",
      active_content: "active content",
    }[rule.unit];
  }
  if (rule.kind === "allow") return 'holds "';
  if (rule.kind === "max_count") return "times, 1 are taken";
  if (rule.kind === "total_max") return "in all";
  if (rule.kind === "items_min" || rule.kind === "items_max") return "items";
  if (rule.kind === "max_repeats") return "more than";
  return rule.kind === "min" ? "at least" : `at most ${rule.value} are taken`;
}

const emptyRule = {
  ...{ id: "x.title.forbid.content", channel: "x", market: "*", field: "title", kind: "forbid", unit: "content" },
  ...{ severity: "warn", certainty: "official", source: "somebody", checked_on: "2026-11-28" },
};

describe("content that channels do not take", () => {
  it.each([
    ["price", "Jetzt für 19,99 € statt 25 EUR"],
    ["price", "$49"],
    ["promotion", "20 % off today"],
    ["promotion", "Jetzt kaufen und sparen"],
    ["promotion", "Livraison gratuite en France"],
    ["promotion", "Envío gratis a toda España"],
    ["availability", "Sofort lieferbar"],
    ["availability", "Only 3 left"],
    ["review", "Five-star comfort"],
    ["review", "★★★★★"],
    ["contact", "Call +44 20 7946 0958"],
    ["contact", "Mail hello@example.com"],
    ["url", "More at https://example.com/shirt"],
  ] as const)("of the kind %s are found: %s", (kind, text) => {
    expect(bannedContent(kind, text)).not.toBeNull();
  });

  it.each([
    ["price", "Weighs 240 g and has 3 pockets"],
    ["promotion", "A shirt for sales people, on every order of the day"],
    ["promotion", "Soft against the skin, made to last"],
    ["availability", "Stock of 100% linen"],
    ["review", "Stars printed on the back"],
    ["url", "Linen/cotton, 2.5 cm wide"],
    ["contact", "Batch 2024-11"],
  ] as const)("of the kind %s are not found in: %s", (kind, text) => {
    expect(bannedContent(kind, text)).toBeNull();
  });

  it("a kind that nothing looks for is an error, never a pass", () => {
    expect(channelRuleSchema.safeParse({ ...emptyRule, value: ["horoscope"] }).success).toBe(false);
    expect(channelRuleSchema.safeParse({ ...emptyRule, value: ["price"] }).success).toBe(true);
  });
});
