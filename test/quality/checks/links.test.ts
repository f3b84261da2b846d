import { expect, it } from "vitest";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

it("a part number of the data is no telephone number, however its digits are grouped", () => {
  const codes = (value: string) => {
    const body = "Fits the pump with the part number 123-456-7890 and no other one.";
    const facts = someFacts({ attributes: [{ name: "Part number", value }] });
    const result = runChecks({
      texts: new Map([["desc", { body, raw: body }]]),
      facts,
      config: defaultConfig,
      locale: "en",
    });
    return result.get("desc")?.warnings.map(({ code }) => code) ?? [];
  };
  expect(codes("1234567890")).not.toContain("FOREIGN_LINK");
  expect(codes("123 456 7890")).not.toContain("FOREIGN_LINK");
  expect(codes("1234567899")).toContain("FOREIGN_LINK");
});
