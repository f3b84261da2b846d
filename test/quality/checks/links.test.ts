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

it("an address of the shop's own pages is its own, written out or behind words, and no other that looks like it", () => {
  const facts = someFacts({ ownHosts: ["demo.myshopify.com", "fern-and-field.com"] });
  const found = (body: string) => {
    const texts = new Map([["desc", { body, raw: body, by: "person" as const }]]);
    const result = runChecks({ texts, facts, config: defaultConfig, locale: "en" });
    return (result.get("desc")?.warnings ?? []).filter(({ code }) => code === "FOREIGN_LINK").length;
  };
  for (const own of [
    ...["https://fern-and-field.com/pages/care", "https://www.fern-and-field.com", "//fern-and-field.com/a"],
    ...["https://demo.myshopify.com/products/mat", "HTTPS://FERN-AND-FIELD.COM/"],
  ]) {
    expect([own, found(`<p>A cork mat. See <a href="${own}">our care guide</a>.</p>`)]).toEqual([own, 0]);
  }
  expect(found("<p>See fern-and-field.com/pages/care for more.</p>")).toBe(0);
  for (const foreign of [
    ...["https://fern-and-field.com.evil.example", "https://fern-and-field.com@evil.example/", "https://evil.example"],
    ...["https://shop.fern-and-field.com", "mailto:a@fern-and-field.com", "ftp://fern-and-field.com"],
  ]) {
    expect([foreign, found(`<p>A cork mat. See <a href="${foreign}">our care guide</a>.</p>`)]).toEqual([foreign, 1]);
  }
});

it("an address behind words counts like one that is written out, unless the shop's own texts have it", () => {
  const found = (href: string, live = "") => {
    const body = `<p>A cork mat. See <a href="${href}">our shop</a> for more.</p>`;
    const result = runChecks({
      texts: new Map([["desc", { body, raw: body, by: "person" }]]),
      facts: someFacts(),
      live: { desc: live },
      config: defaultConfig,
      locale: "en",
    });
    return (result.get("desc")?.warnings ?? []).filter(({ code }) => code === "FOREIGN_LINK");
  };
  for (const foreign of [
    "https://evil.example/buy",
    "//evil.example",
    "HTTPS://demo.myshopify.com.evil.example/x",
    "https://demо.myshopify.com/x",
    "mailto:someone@evil.example",
    "tel:+491701234567",
    " https://evil.example",
    "/\\evil.example",
  ]) {
    expect([foreign, found(foreign).map(({ quote }) => quote)]).toEqual([foreign, ["our shop"]]);
  }
  for (const own of ["/collections/mats", "#care", "?variant=1", "care-guide", "/pages/a:b"]) {
    expect([own, found(own)]).toEqual([own, []]);
  }
  expect(found("https://fern.example/care", '<a href="https://fern.example/care">Care</a>')).toEqual([]);
  expect(found("https://fern.example/", '<a href="https://fern.example/care">Care</a>')).toHaveLength(1);
});
