import { describe, expect, it } from "vitest";
import { linksIn } from "../../app/quality/find-links.ts";
import { bannedContent } from "../../app/quality/language/banned-content.ts";

describe("links of a text", () => {
  const allowed = Array.from({ length: 40 }, (_, i) => `https://shop.example/page-${i}`);
  it("one that does not belong there is found behind forty that do", () => {
    const text = [...allowed, "https://evil.example/x"].join(" ");
    expect(linksIn(text, (link) => !allowed.includes(link))).toEqual(["https://evil.example/x"]);
    expect(bannedContent("contact", `${allowed.join(" ")} mailto sales@evil.example`)).toBe("sales@evil.example");
  });
});
