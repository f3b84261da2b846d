import { describe, expect, it } from "vitest";
import { channelRules } from "../../../../app/rules/channels/channel-rules.ts";
import { warningsOf } from "../../../support/content/warnings-of.ts";
import { channelCases } from "./cases.ts";

const units = new Map(channelRules.map(({ id, unit }) => [id, unit]));
const families = {
  bullets: "bullets",
  tags: "bullets",
  subtitle: "title",
  product_line: "title",
  short_title: "title",
};

describe("texts as sellers write them, by the rules of their channel", () => {
  it.each(channelCases.map((one) => [one[0], one[1], String(one[2]).slice(0, 60), one] as const))(
    "%s %s: %s",
    (_channel, _field, _text, [channel, field, text, broken, { locale = "en", vendor = "Fern", market = "" } = {}]) => {
      const warnings = warningsOf("CHANNEL_RULE", field, text, {
        ...{ channel, market, locale, facts: { vendor } },
        config: { client: { content_type_family_map: families as never } },
      });
      const found = warnings.map(({ details }) =>
        details?.kind === "channel_rule" ? units.get(details.rule) : details,
      );
      expect([...new Set(found)].sort(), warnings.map(({ description }) => description).join("; ")).toEqual(broken);
    },
  );

  it("are as many as they must be, innocent ones among them", () => {
    expect(channelCases.length).toBeGreaterThanOrEqual(200);
    expect(channelCases.filter(([, , , broken]) => broken.length === 0).length).toBeGreaterThanOrEqual(90);
  });
});
