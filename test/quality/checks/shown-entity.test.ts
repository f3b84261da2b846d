import { expect, it } from "vitest";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

function shownIn(body: string, { contentType = "desc", facts = {} } = {}) {
  const result = runChecks({
    texts: new Map([[contentType, { body, raw: body, by: "person" as const }]]),
    facts: someFacts(facts),
    config: defaultConfig,
    locale: "en",
  }).get(contentType);
  return (result?.warnings ?? []).filter(({ description }) => description.includes("shows the code"));
}

it.each([
  ["an ampersand", "<p>A shirt for summer &amp;amp; spring.</p>", "&amp;"],
  ["one that was escaped three times", "<p>A shirt for summer &amp;amp;amp; spring.</p>", "&amp;amp;"],
  ["quotes", "<p>A &amp;quot;slow&amp;quot; shirt.</p>", "&quot;"],
  ["an apostrophe by its number", "<p>The maker&amp;#39;s shirt.</p>", "&#39;"],
  ["one by its hexadecimal number", "<p>The maker&amp;#x2019;s shirt.</p>", "&#x2019;"],
  ["a space", "<p>Washed&amp;nbsp;linen.</p>", "&nbsp;"],
  ["a letter", "<p>Ein K&amp;ouml;rnchen Salz.</p>", "&ouml;"],
  ["brackets", "<p>A shirt &amp;lt;for&amp;gt; summer.</p>", "&lt;"],
  ["one in capitals", "<p>Copper &amp;AMP; Co.</p>", "&AMP;"],
])("a sign that was escaped twice is found where readers see its code: %s", (_what, body, quote) => {
  expect(shownIn(body)[0]).toMatchObject({
    ...{ code: "PLACEHOLDER", severity: "warn", quote },
    details: { kind: "sign_code", sign: expect.stringMatching(/^.$/u) },
  });
});

it("is found in a plain text that was escaped once, and in a text whose product's data holds it as well", () => {
  expect(shownIn("Linen &amp; wool", { contentType: "seo_title" })).toHaveLength(1);
  const facts = { title: "Linen &amp; wool", descriptionText: "Linen &amp; wool for all seasons." };
  expect(shownIn("<p>Linen &amp;amp; wool.</p>", { facts })).toHaveLength(1);
});

it("is told once for each code, with the sign that is meant", () => {
  const found = shownIn("<p>Linen &amp;amp; wool &amp;amp; silk, &amp;quot;slow&amp;quot;.</p>");
  expect(found.map(({ description }) => description)).toEqual([
    'desc shows the code "&amp;" in the place of "&"',
    'desc shows the code "&quot;" in the place of """',
  ]);
});

it.each([
  ["<p>Linen &amp; wool.</p>"],
  ["<p>Copper &amp; Co; made in Kent.</p>"],
  ["<p>AT&amp;T; the phone company.</p>"],
  ["<p>R&amp;D; made by engineers.</p>"],
  ["<p>Q&amp;A; ask us.</p>"],
  ["<p>B&amp;B: beds and breakfast.</p>"],
  ["<p>A course on HTML: write &amp;amp; for an ampersand.</p>"],
  ["<p>A poster of XML with &amp;lt; and &amp;gt;.</p>"],
  ["<p>See https://fern.example/shirts?a=1&amp;amp;b=2 for care.</p>"],
  ["<p>Fish&amp;chips; a classic.</p>"],
  ["<p>Salt&amp;Pepper; two mills.</p>"],
  ["<p>Wash at 30 °C &#8211; not hotter.</p>"],
  ["<p>The maker&#39;s &quot;slow&quot; shirt&nbsp;of linen.</p>"],
])("what readers see as it is meant is no code: %s", (body) => {
  expect(shownIn(body)).toEqual([]);
});
