import { describe, expect, it } from "vitest";
import { uiLocales } from "../../../app/i18n/locales.ts";
import { AskFact } from "../../../app/ui/review/asks.tsx";
import { withFix } from "../../../app/ui/review/change-product.ts";
import { FactsColumn, ProductHead } from "../../../app/ui/review/facts-column.tsx";
import type { Hint } from "../../../app/ui/review/hint.ts";
import { findingsOf } from "../../../app/ui/review/judge-product.ts";
import type { Outgoing } from "../../../app/ui/review/outgoing.ts";
import { ReviewDock } from "../../../app/ui/review/review-dock.tsx";
import type { ReviewProduct } from "../../../app/ui/review/review-view.ts";
import type { SessionState } from "../../../app/ui/review/session-state.ts";
import { Slots } from "../../../app/ui/review/slots.tsx";
import { markupIn, wordsOfMarkup } from "../dock/in-words.tsx";
import { aBlocked, aChoice, aProduct, aText, contradiction, nextView } from "./products.ts";

const nothing = () => undefined;
const now = 7_200_000;
const facts = [
  { path: "attributes.Material", name: "Material", value: "80% wool", source: "attribute", used: false },
  { path: "attributes.Origin", name: "Origin", value: "Peru", source: "attribute", used: true },
  { path: "attributes.Colour", name: "Colour", value: "Mocha", source: "attribute", used: false },
];
const conflicting = aProduct(0, {
  texts: [
    aText("title", { kind: "line", conflict: { base: "A", theirs: "A, undyed", ours: "A new one", detectedAt: 5 } }),
  ],
});

function stateOf(product: ReviewProduct, more: Partial<SessionState> = {}): SessionState {
  const { progress } = nextView([]);
  return {
    ...{ current: product, place: 12, total: 128, size: 128, phase: "showing", progress, last: null },
    ...{ withOthers: 2, items: [], at: -1, told: null, refused: [] },
    ...{ unsent: [], trouble: null, shownAt: 0, said: null },
    ...more,
  };
}

function dock(
  product: ReviewProduct,
  more: Partial<SessionState> = {},
  passes = false,
  hint: Hint = null,
  rights = { approve: true, publish: true },
) {
  const findings = findingsOf(product);
  return (
    <ReviewDock
      {...{ product, findings, focused: findings[0] ?? null, state: stateOf(product, more), side: "new", asking: null }}
      {...{ hint, editing: null, single: true, now, passes, work: { rejectReasons: [], publishes: false } }}
      {...{ onSide: nothing, onMove: nothing, onAct: nothing, onPreview: nothing, onReject: nothing }}
      {...{ rights, onNote: nothing, onKeep: nothing, onCorrect: nothing }}
    />
  );
}

function slots(product: ReviewProduct, side: "new" | "changes" | "live" = "new") {
  const findings = findingsOf(product);
  const focused = findings[0] ?? null;
  return (
    <Slots
      {...{
        product,
        findings,
        focused,
        side,
        preview: true,
        at: null,
        onMark: nothing,
        onChoose: nothing,
        editing: null,
      }}
    />
  );
}

describe("the parts of a review", () => {
  it("offer who may not approve to pass products on, and nothing that decides", async () => {
    const rights = { approve: false, publish: false };
    for (const product of [aProduct(0), aBlocked(0), conflicting]) {
      const actions = [
        ...(await markupIn("en", dock(product, {}, true, null, rights))).matchAll(/data-action="(\w+)"/g),
      ];
      const ids = actions.map(([, id]) => id);
      expect(ids).toContain("pass");
      for (const id of ["approve", "reject", "keep", "keepLive", "useOurs"]) expect(ids).not.toContain(id);
    }
  });

  it("carry the finding's number in the words and beside the fact that it is about", async () => {
    const product = { ...aBlocked(0), facts };
    const html = await markupIn("en", <FactsColumn product={product} findings={findingsOf(product)} now={now} />);
    expect(wordsOfMarkup(html)).toContain("Material 1 finding 1 80% wool");
    expect(wordsOfMarkup(html)).toContain("Colour Mocha · not used");
    expect(wordsOfMarkup(html)).toContain("1 of 3 used");
    const text = await markupIn("en", slots(product));
    expect(text).toMatch(/<mark[^>]*><del>100% wool<\/del><ins>80% wool<\/ins><\/mark><span[^>]*>1<\/span>/);
  });

  it("carry the numbers of all findings about a fact beside it", async () => {
    const product = { ...aBlocked(0), facts };
    const [first] = findingsOf(product);
    if (!first) throw new Error("a blocked product has a finding");
    const mild = { ...first, number: 2, finding: { ...first.finding, severity: "warn" as const } };
    const html = await markupIn("en", <FactsColumn product={product} findings={[mild, first]} now={now} />);
    expect(wordsOfMarkup(html)).toContain("Material 2 finding 2 1 finding 1 80% wool");
    expect(html).toContain("sw-fact-blocks");
  });

  it("ask for a fact's name and its value, of a fact that is known for its value only", async () => {
    const none = { onSend: nothing, onCancel: nothing };
    const html = await markupIn("en", <AskFact value="dry flat" {...none} />);
    expect(wordsOfMarkup(html)).toContain("Name Value Add the fact");
    expect([...html.matchAll(/<input[^>]*value="([^"]*)"/g)].map(([, value]) => value)).toEqual(["", "dry flat"]);
    expect(html).toContain('aria-disabled="true"');
    const known = await markupIn("en", <AskFact name="Material" value="80% wool" {...none} />);
    expect(wordsOfMarkup(known)).toContain("Material is really: Correct the fact");
    expect(known).not.toContain('aria-disabled="true"');
  });

  it("show the other wordings under a text, one line each, with number, findings and length", async () => {
    const html = await markupIn("en", slots(aChoice(0)));
    expect(html).toContain("2 other wordings: Title");
    const lines = [...html.matchAll(/<button[^>]*data-wording="(\d)"[^>]*>(.*?)<\/button>/g)];
    expect(lines.map(([, number, inside]) => [number, wordsOfMarkup(inside ?? "")])).toEqual([
      ["2", "2 Wording 2: Clay mug 8"],
      ["3", "3 Wording 3: A mug 1 finding 5"],
    ]);
    expect(await markupIn("en", slots(aProduct(0)))).not.toContain("sw-wording");
  });

  it("offer another wording by a key only where there is one, and say which was chosen", async () => {
    const last = { title: "Mug", outcome: "chosen", products: 1, chosen: { number: 2, of: 3 } } as const;
    const words = wordsOfMarkup(await markupIn("en", dock(aChoice(0), { last })));
    expect(words).toContain("Mug: wording 2 of 3 Undo Z");
    expect(words).toContain("Other wording T");
    expect(wordsOfMarkup(await markupIn("en", dock(aProduct(0))))).not.toContain("Other wording");
  });

  it("say what is to be decided first in the place of approving, and offer the fact's words", async () => {
    const words = wordsOfMarkup(await markupIn("en", dock(aBlocked(0))));
    expect(words).toContain("Use the fact’s words U Keep mine K Correct the fact O");
    expect(words).toContain("12 of 128");
    expect(words).toContain("1 finding to decide first");
    expect(words).not.toContain("Approve and next");
  });

  it("of a product without findings offer one dark button, and the last decision to take back", async () => {
    const html = await markupIn("en", dock(aProduct(0), { last: { title: "Mug", outcome: "approved", products: 1 } }));
    expect(wordsOfMarkup(html)).toContain("Mug approved Undo Z");
    expect(html.match(/sw-dock-primary/g)).toHaveLength(1);
  });

  it("keep what was done last, and the way back from it, beside what is asked of the next product", async () => {
    const last = { title: "Mug", outcome: "rejected", products: 1 } as const;
    const words = wordsOfMarkup(await markupIn("en", dock(aBlocked(0), { last })));
    expect(words).toContain("Contradicts a fact");
    expect(words).toContain("Mug rejected Undo Z");
  });

  it("say why nothing was approved, and which key helps", async () => {
    const hint = { why: "blocked", count: 1, helps: ["useWords", "keep"] } as const;
    const words = wordsOfMarkup(await markupIn("en", dock(aBlocked(0), {}, false, hint)));
    expect(words).toContain("Not approved: 1 finding to decide first. U: Use the fact’s words · K: Keep mine");
  });

  it("of what was approved at once and goes live show the run, and nothing to take back here", async () => {
    const last = { title: "", outcome: "bulk", products: 49, runId: "job-1" } as const;
    const html = await markupIn("en", dock(aProduct(0), { last }));
    expect(wordsOfMarkup(html)).toContain("49 approved, go live now See the run");
    expect(html).toContain('href="/app/activity/job-1"');
    expect(html).not.toContain('data-action="undo"');
  });

  it("say which text of the search result is not written", async () => {
    const texts = [aText("seo_title", { kind: "line", newest: null }), aText("seo_desc")];
    const words = wordsOfMarkup(await markupIn("en", slots(aProduct(0, { texts }))));
    expect(words).toContain("SEO title: not written, live stays Live Of 100% wool");
    const none = [aText("seo_title", { kind: "line", newest: null, live: null }), aText("seo_desc")];
    expect(wordsOfMarkup(await markupIn("en", slots(aProduct(0, { texts: none }))))).toContain(
      "SEO title: not written. Of 100% wool",
    );
  });

  it("of a product of which nothing is left to decide lead to the next one", async () => {
    const words = wordsOfMarkup(await markupIn("en", dock(aProduct(0, { texts: [], draftIds: [] }))));
    expect(words).toContain("Next product A");
    expect(words).not.toContain("Approve and next");
  });

  it("offer to pass on in the place of approving what somebody else has to approve, but not before what is found", async () => {
    const words = wordsOfMarkup(await markupIn("en", dock(aProduct(0), {}, true)));
    expect(words).toContain("Pass to someone else A");
    expect(words).not.toContain("Approve and next");
    expect(wordsOfMarkup(await markupIn("en", dock(aBlocked(0), {}, true)))).toContain("1 finding to decide first");
  });

  it("of a conflict show three sides with their keys, and no dark button", async () => {
    const words = wordsOfMarkup(await markupIn("en", slots(conflicting)));
    expect(words).toMatch(/Before .* A .*Live now 1 .*undyed.*Yours 2 .*new one/);
    expect(await markupIn("en", dock(conflicting))).not.toContain("sw-dock-primary");
  });

  it("show what changed, what is live, and a text that was not written as what stays", async () => {
    const product = aProduct(0, {
      texts: [aText("desc"), aText("bullets", { kind: "bullets", newest: null, live: ["Soft"] })],
    });
    expect(wordsOfMarkup(await markupIn("en", slots(product, "changes")))).toContain("Live Of 100% wool");
    expect(wordsOfMarkup(await markupIn("en", slots(product)))).toContain("Not written, live text stays Soft");
  });

  it("tell what a colleague did first, and what waits here, in every language", async () => {
    const told = {
      id: "1",
      productId: "1",
      title: "Mug",
      message: "",
      told: { kind: "decided_by", at: 0, outcome: "approved" },
    } as const;
    const waiting: Outgoing = {
      ...{ id: "2", page: "review", productId: "2", title: "Bowl", follows: false },
      request: { intent: "decide" },
    };
    for (const locale of uiLocales) {
      const more = { told, trouble: "unreachable", unsent: [waiting, waiting] } as const;
      const words = wordsOfMarkup(await markupIn(locale, dock(aProduct(0), more)));
      expect([locale, words]).toEqual([locale, expect.stringContaining("Mug")]);
      expect([locale, words]).toEqual([locale, expect.not.stringMatching(/told\.|unsent\.|place\.|_other/)]);
    }
  });

  it("name the product by a heading that takes the focus", async () => {
    const html = await markupIn("en", <ProductHead product={aProduct(3)} headingRef={{ current: null }} />);
    expect(html).toMatch(/<h2 tabindex="-1"[^>]*>Product 4<\/h2>/);
  });
});

it("the fact's words take the place of whole words only, and of none in a tag", () => {
  const fix = { quote: "oak", with: "ash" };
  const text = aText("desc", { kind: "html" });
  if (!text.newest) throw new Error("a text has a version");
  const newest = { ...text.newest, body: '<p title="oak">Soaked oak &amp; oak</p>' };
  const finding = { ...contradiction, fix };
  const after = withFix(aProduct(0, { texts: [{ ...text, newest }] }), "desc", finding);
  expect(after.texts[0]?.newest?.body).toBe('<p title="oak">Soaked ash &amp; ash</p>');
});
