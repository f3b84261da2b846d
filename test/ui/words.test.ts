import { describe, expect, it } from "vitest";
import { describeItem } from "../../app/ui/jobs/job-items.tsx";
import { describeCounts, percentOf } from "../../app/ui/jobs/job-view.ts";
import { countOf, formatAgo, formatDuration } from "../../app/ui/numbers.ts";
import { moved } from "../../app/ui/product/bullets-editor.tsx";
import { bodyLengthChars } from "../../app/ui/product/length-note.tsx";
import { spread, tidied } from "../../app/ui/product/use-edits.ts";
import { warningText } from "../../app/ui/product/warning-text.ts";
import { shorten } from "../../app/ui/products/product-filters.tsx";
import { thumbnailUrl } from "../../app/ui/products/product-view.ts";
import { sameBody } from "../../app/ui/text-body.ts";

const counts = { total: 120, done: 0, failed: 0, conflict: 0, cancelled: 0 };

describe("numbers and times", () => {
  it("are written as people write them", () => {
    expect(countOf(1, "product")).toBe("1 product");
    expect(countOf(12_340, "product")).toBe("12,340 products");
    expect([900, 65_000, 60_000, 3_720_000, 90_000_000].map(formatDuration)).toEqual([
      "1 s",
      "1 min 5 s",
      "1 min",
      "1 h 2 min",
      "1 d 1 h",
    ]);
    const now = 1_000_000_000_000;
    const ago = (ms: number) => formatAgo(now - ms, now);
    expect([5_000, 300_000, 3_600_000, 172_800_000, 7_776_000_000].map(ago)).toEqual([
      "just now",
      "5 min ago",
      "1 hour ago",
      "2 days ago",
      "3 months ago",
    ]);
    expect(ago(-5_000)).toBe("just now");
  });
});

describe("a job in words", () => {
  it("leaves out counters that are zero", () => {
    expect(describeCounts({ ...counts, done: 110, failed: 8, conflict: 1 })).toBe(
      "110 of 120 done · 8 failed · 1 conflict",
    );
    expect(describeCounts(counts)).toBe("0 of 120 done");
    expect(describeCounts({ ...counts, total: 1, failed: 1 })).toBe("Failed");
    expect(describeCounts({ ...counts, total: 1 })).toBe("Not done yet");
  });

  it("counts everything that is settled as progress", () => {
    expect(percentOf({ ...counts, done: 30, failed: 15, conflict: 10, cancelled: 5 })).toBe(50);
    expect(percentOf({ ...counts, total: 0 })).toBe(100);
  });

  it("tells when an item is tried again", () => {
    const item = {
      seq: 0,
      status: "queued" as const,
      product: null,
      subject: "1",
      attempts: 2,
      progress: null,
      message: "The model is busy.",
      runAt: 31_000,
      cost: null,
    };
    expect(describeItem(item, 1_000)).toBe("The model is busy. Tried 2 times, again in 30 s.");
    expect(describeItem({ ...item, attempts: 0, message: null }, 1_000)).toBe("");
    expect(describeItem({ ...item, status: "processing", progress: { done: 5, total: 10, label: "Reading" } }, 0)).toBe(
      "Reading · 5 of 10",
    );
  });
});

describe("texts", () => {
  it("are as long as their reader sees them", () => {
    const type = { name: "x", label: "X", limitChars: 10 };
    expect(bodyLengthChars({ ...type, kind: "html" }, "<p>Soft <b>linen</b></p>")).toBe(10);
    expect(bodyLengthChars({ ...type, kind: "bullets" }, ["ab", "🎂🎂🎂"])).toBe(3);
    expect(bodyLengthChars({ ...type, kind: "bullets" }, [])).toBe(0);
  });

  it("are tidied before they are sent, and spread out for editing", () => {
    expect(tidied([" a ", "", "  ", "b"])).toEqual(["a", "b"]);
    expect(spread("<p>One</p><ul><li>a</li><li>b</li></ul><p>Two</p>")).toBe(
      "<p>One</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Two</p>",
    );
  });

  it("are compared by value", () => {
    expect(sameBody(["a", "b"], ["a", "b"])).toBe(true);
    expect(sameBody(["a"], ["a", "b"])).toBe(false);
    expect(sameBody("a", ["a"])).toBe(false);
    expect(sameBody(null, null)).toBe(true);
  });

  it("move bullets up and down, and nowhere else", () => {
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
  });

  it("name the content type of a finding as people call it", () => {
    expect(warningText('desc says "598 days", but no fact says so', "Description")).toBe(
      'The description says "598 days", but no fact says so.',
    );
    expect(warningText("seo_title exceeds length by 3 characters", "SEO title")).toBe(
      "The SEO title exceeds length by 3 characters.",
    );
    expect(warningText("bullets_2 is empty.", "Bullets")).toBe("Bullet 2 is empty.");
    expect(warningText('bullets says "6 mm", but Care is "No soap."', "Bullets")).toBe(
      'The bullets say "6 mm", but Care is "No soap."',
    );
  });
});

describe("small things", () => {
  it("name at most three values in a chip", () => {
    expect(shorten(["A", "B", "C"])).toBe("A, B, C");
    expect(shorten(["A", "B", "C", "D"])).toBe("A, B and 2 more");
  });

  it("ask Shopify's CDN for a small picture, and leave other addresses alone", () => {
    expect(thumbnailUrl("https://cdn.shopify.com/a.jpg?v=1")).toBe("https://cdn.shopify.com/a.jpg?v=1&width=80");
    expect(thumbnailUrl("https://example.com/a.jpg")).toBe("https://example.com/a.jpg");
    expect(thumbnailUrl("not an address")).toBe("not an address");
  });
});
