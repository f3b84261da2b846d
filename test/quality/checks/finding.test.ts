import { describe, expect, it } from "vitest";
import { bannedContent } from "../../../app/quality/checks/banned-content.ts";
import { type Finding, judgementOf } from "../../../app/quality/checks/finding.ts";
import { linksIn } from "../../../app/quality/checks/links.ts";
import { warningText } from "../../../app/ui/product/warnings-list.tsx";

const light = (n: number): Finding[] =>
  Array.from({ length: n }, (_, i) => ({ code: "GLOSSARY", description: `title writes "word ${i}"` }));
const block: Finding = { code: "FORBIDDEN_WORD", description: 'title contains the forbidden word "x"' };

describe("judgement of one text", () => {
  it("lists all findings in their order as long as they are few", () => {
    const { warnings, findings } = judgementOf("title", [...light(24), block], []);
    expect(warnings.map(({ description }) => description)).toEqual([...light(24), block].map((f) => f.description));
    expect(findings).toHaveLength(25);
  });

  it.each([25, 26, 4_000])("blocks a text whose block was found after %i light findings, and lists it first", (n) => {
    const { warnings, blocked, findings } = judgementOf("title", [...light(n), block], []);
    expect(blocked).toBe(true);
    expect([warnings[0]?.description, warnings.length]).toEqual([block.description, 26]);
    expect(warnings.at(-1)?.description).toBe(
      n === 25 ? "1 more finding is not listed" : `${n - 24} more findings are not listed`,
    );
    expect(findings[0]).toBe(block.description);
  });

  it("says how many of those that it does not list block", () => {
    const blocks = Array.from({ length: 30 }, (_, i) => ({ ...block, description: `title contains ${i}` }));
    const { warnings } = judgementOf("title", [...light(3), ...blocks], []);
    expect(warnings.at(-1)).toMatchObject({
      severity: "block",
      description: "8 more findings are not listed, 5 of them blocking",
    });
  });

  it("a text with one block is worse than one with any number of light findings", () => {
    const scores = [light(5_000), [block], [{ ...block, withhold: true }]].map(
      (found) => judgementOf("title", found, []).score,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(new Set(scores).size).toBe(3);
  });

  it("a finding that was made light first and heavy later blocks", () => {
    const twice: Finding[] = [{ ...block, severity: "warn" }, block];
    expect(judgementOf("title", twice, [])).toMatchObject({ blocked: true, warnings: [{ severity: "block" }] });
  });

  it("speaks of no product where it speaks of what is not listed", () => {
    const alike = light(30).map((finding, i) => ({ ...finding, product: { id: String(i), title: "Other" } }));
    expect(judgementOf("title", alike, []).warnings.at(-1)).not.toHaveProperty("product");
    expect(warningText("8 more findings are not listed", "Title")).toContain("8 more findings are not listed");
  });
});

describe("links of a text", () => {
  const allowed = Array.from({ length: 40 }, (_, i) => `https://shop.example/page-${i}`);
  it("one that does not belong there is found behind forty that do", () => {
    const text = [...allowed, "https://evil.example/x"].join(" ");
    expect(linksIn(text, (link) => !allowed.includes(link))).toEqual(["https://evil.example/x"]);
    expect(bannedContent("contact", `${allowed.join(" ")} mailto sales@evil.example`)).toBe("sales@evil.example");
  });
});
