import { describe, expect, it } from "vitest";
import { createWords } from "../../app/i18n/create-words.ts";
import { formatsOf } from "../../app/i18n/formats.ts";
import { loadCatalog } from "../../app/i18n/load-catalog.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { inARow } from "../../app/ui/in-a-row.ts";
import { moved } from "../../app/ui/moved.ts";

import { warningText } from "../../app/ui/product/warning-text.ts";
import { shorten } from "../../app/ui/products/product-filters.tsx";
import { thumbnailUrl } from "../../app/ui/products/product-view.ts";
import { describeItem } from "../../app/ui/runs/run-items.tsx";
import { stateOf } from "../../app/ui/runs/run-state.tsx";
import { percentOf, type RunItemView } from "../../app/ui/runs/run-view.ts";
import { runWords } from "../../app/ui/runs/run-words.ts";
import { sameBody } from "../../app/ui/text-body.ts";
import { visibleChars } from "../../app/ui/visible-chars.ts";

it.each([
  ["en", "1 product goes live, 1 text in all."],
  ["de", "1 Produkt geht live (1 Text)."],
  ["fr", "1 produit est mis en ligne (1 texte)."],
  ["es", "Se publica 1 producto (1 texto)."],
  ["ja", "1件の商品（1件のテキスト）を公開します。"],
] as const)("one product with one text is published in the singular, in %s", async (locale, said) => {
  const t = createWords(locale, await loadCatalog(locale)).getFixedT(locale, "review");
  expect(t("publish.what", { count: 1, texts: t("publish.texts", { count: 1 }) })).toBe(said);
});

const counts = { total: 120, done: 0, failed: 0, conflict: 0, cancelled: 0 };

const t = (await english()).getFixedT("en", "runs");
const formats = formatsOf("en");

describe("a run in words", () => {
  it("says what ran, and how far or how well it came", () => {
    const { sentence, result, cost } = runWords(t, formats);
    const text = (name: string) => ({ name, label: "Care guide" });
    const run = { kind: "generate-content", title: "", total: 422, texts: [text("desc")], onlyMissing: false };
    expect(sentence(run)).toBe("Write descriptions for 422 products");
    expect(sentence({ ...run, total: 1, texts: [text("desc"), text("care_guide")], onlyMissing: true })).toBe(
      "Write missing descriptions and Care guide for 1 product",
    );
    expect(sentence({ ...run, texts: ["title", "desc", "bullets", "seo_title"].map(text) })).toBe(
      "Write 4 texts for 422 products",
    );
    const publish = { ...run, kind: "publish", total: 3, texts: [] };
    const whom = [{ locale: "de", market: "Switzerland" }];
    expect(sentence({ ...publish, whom })).toBe("Publish 3 products · German (Switzerland)");
    const everywhere = ["de", "ja", "fr", "es"].map((locale) => ({ locale, market: null }));
    expect(sentence({ ...publish, kind: "undo", whom: everywhere.slice(2) })).toBe(
      "Put back what was published of 3 products · French and Spanish",
    );
    expect(sentence({ ...publish, whom: everywhere })).toBe("Publish 3 products · 4 languages and markets");
    expect(sentence({ ...run, kind: "another", title: "As it was called" })).toBe("As it was called");
    const times = { startedAt: 0, finishedAt: 1 };
    const ended = { ...counts, total: 422, kind: "publish", status: "partially_completed" as const, ...times };
    expect(result({ ...ended, done: 397, conflict: 4, failed: 21 })).toBe(
      "397 published, 4 conflicts, and 21 not done",
    );
    expect(result({ ...ended, done: 397, finishedAt: null })).toBe("397 of 422");
    expect(result({ ...ended, finishedAt: null, startedAt: null })).toBe("Not begun yet");
    // Under way, although nothing is over yet.
    expect(result({ ...ended, finishedAt: null })).toBe("0 of 422");
    expect(cost({ credits: 1, calls: 2, costNanos: 4_200_000, unpricedCalls: 1 })).toBe("1 credit · $0.0042 and more");
  });

  it("that was undone says what was put back, and what still stands", () => {
    const { result } = runWords(t, formats);
    const run = { ...counts, total: 8, done: 8, kind: "publish", status: "completed" as const, startedAt: 0 };
    const ended = { ...run, finishedAt: 1, held: false, paused: false, cancelling: false, waitingFor: null };
    const all = { ...ended, undone: { back: 8, stayed: 0 } };
    expect([stateOf(t, formats, all).words, result(all)]).toEqual(["Undone", "8 put back"]);
    const part = { ...ended, undone: { back: 6, stayed: 2 } };
    expect([stateOf(t, formats, part).words, result(part)]).toEqual(["Undone in part", "6 put back and 2 published"]);
    expect([stateOf(t, formats, ended).words, result(ended)]).toEqual(["Done", "8 published"]);
  });

  it("is never called failed while something is still tried or looked for", () => {
    const run = { ...counts, status: "failed" as const, failed: 19, done: 0, finishedAt: 1 };
    const still = { held: false, paused: false, cancelling: false, waitingFor: null };
    const words = (changes: object) => stateOf(t, formats, { ...run, ...still, ...changes }).words;
    expect(words({})).toBe("Failed");
    expect(words({ checking: 19 })).toBe("Checking");
    expect(words({ status: "partially_completed", done: 403 })).toBe("Done, 19 left");
    expect(words({ status: "processing", finishedAt: null, leftMs: 120_000 })).toBe("Running, about 2 min left");
    expect(words({ status: "processing", finishedAt: null, held: true, leftMs: 1 })).toBe("Paused");
    expect(words({ status: "processing", finishedAt: null, waitingFor: "model" })).toBe("Waits for your model");
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
    const described = (one: RunItemView, at: number) => describeItem(t, formats, one, at);
    expect(described(item, 1_000)).toBe("The model is busy. Tried 2 times. Next try in 30 sec.");
    expect(described({ ...item, attempts: 0, message: null }, 1_000)).toBe("");
    const reading = { done: 5, total: 10, label: "Reading" };
    expect(described({ ...item, status: "processing", progress: reading }, 0)).toBe("Reading · 5 of 10");
  });
});

describe("sentences in a row", () => {
  it("have a space between them, behind signs of full width none, and none for what is not said", () => {
    expect(inARow("Saved.", null, "", false, "One is left.")).toBe("Saved. One is left.");
    expect(inARow("保存しました。", "1件残っています。")).toBe("保存しました。1件残っています。");
    expect(inARow("2件", "(残り)", undefined)).toBe("2件(残り)");
    expect(inARow()).toBe("");
  });
});

describe("texts", () => {
  it("are as long as their reader sees them, as the checks count them: signs before list items are none of the text", () => {
    expect(visibleChars("html", "<p>Soft <b>linen</b></p>")).toBe(10);
    expect(visibleChars("html", "<p>Linen</p><ul><li>ab</li><li>cd</li></ul>")).toBe(11);
    expect(visibleChars("bullets", ["ab", "🎂🎂🎂"])).toBe(3);
    expect(visibleChars("bullets", [])).toBe(0);
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
  it("name at most three values in a chip", async () => {
    const t = createWords("en", await loadCatalog("en")).getFixedT("en", "products");
    expect(shorten(t, ["A", "B", "C"])).toBe("A, B, C");
    expect(shorten(t, ["A", "B", "C", "D"])).toBe("A, B and 2 more");
  });

  it("ask Shopify's CDN for a small picture, and leave other addresses alone", () => {
    expect(thumbnailUrl("https://cdn.shopify.com/a.jpg?v=1")).toBe("https://cdn.shopify.com/a.jpg?v=1&width=80");
    expect(thumbnailUrl("https://example.com/a.jpg")).toBe("https://example.com/a.jpg");
    expect(thumbnailUrl("not an address")).toBe("not an address");
  });
});
