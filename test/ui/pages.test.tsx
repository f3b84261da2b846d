import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json" with { type: "json" };
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PageProblem } from "../../app/ui/page-problem.tsx";
import { Decision } from "../../app/ui/product/history-list.tsx";
import { productStep } from "../../app/ui/product/next-step.ts";
import type { TextView, VersionView } from "../../app/ui/product/product-detail-view.ts";
import { TextCard } from "../../app/ui/product/text-card.tsx";
import { builtInViews } from "../../app/ui/products/list-address.ts";
import type { FindingView, ProductRowView } from "../../app/ui/products/product-view.ts";
import { ProductsPage, type ProductsPageProps } from "../../app/ui/products/products-page.tsx";
import { RunPage, type RunPageProps } from "../../app/ui/runs/run-page.tsx";
import type { RunItemView, RunView } from "../../app/ui/runs/run-view.ts";
import { RunsPage } from "../../app/ui/runs/runs-page.tsx";
import { ShopNotices } from "../../app/ui/shop-notices.tsx";
import type { PauseReason } from "../../app/ui/shop-notices-view.ts";
import type { SpendingView } from "../../app/ui/spending.ts";

const now = 1_790_000_000_000;
const nothing = () => undefined;

function words(page: ReactNode): string {
  const html = renderToStaticMarkup(<AppProvider i18n={translations}>{page}</AppProvider>);
  return html
    .replace(/<(?:del|ins)>/g, "[")
    .replace(/<\/(?:del|ins)>/g, "]")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

const row: ProductRowView = {
  id: "1",
  title: "有田焼 湯呑み",
  imageUrl: null,
  status: "active",
  gone: false,
  vendor: "Kiln",
  productType: "Mugs",
  contentState: "blocked",
  texts: { kind: "drafts", count: 2, excerpt: "A cup fired in Arita" },
  missing: [],
  findings: [
    { code: "CONTRADICTED_FACT", kind: null, count: 2, tone: "block", by: null },
    { code: "EXCEED_LENGTH", kind: "too_long", count: 1, tone: "kept", by: "colleague" },
  ],
  updatedAt: now - 3_600_000,
};

const spending: SpendingView = {
  availableCredits: 100,
  today: { credits: 0, costNanos: 0, unpricedCalls: 0 },
  dailyCostCapNanos: null,
  dailyCreditsCap: null,
  concurrency: 8,
  recent: [],
};

function productsPage(props: Partial<ProductsPageProps>) {
  const answer = async () => true;
  return (
    <ProductsPage
      notices={null}
      page={{ rows: [], nextCursor: null, previousCursor: null, count: { value: 0, capped: false } }}
      facets={{ vendors: [], productTypes: [], tags: [], collections: [] }}
      views={[...builtInViews]}
      gaps={[]}
      counts={{}}
      runLine={null}
      plan={null}
      onPlan={nothing}
      exporting={false}
      onExport={nothing}
      imported
      running={null}
      contentTypes={[]}
      models={[]}
      spending={spending}
      now={now}
      address={new URLSearchParams()}
      onAddress={nothing}
      onOpen={nothing}
      viewChanges={{ create: answer, save: answer, rename: answer, remove: answer }}
      loading={false}
      busy={null}
      problem={null}
      onImport={nothing}
      onGenerate={nothing}
      onApprove={nothing}
      publishing={null}
      onLosses={nothing}
      onPublish={nothing}
      {...props}
    />
  );
}

describe("the products page", () => {
  it("names a finding as the dock does", () => {
    const shown = (code: string, kind: FindingView["kind"]) => {
      const findings: FindingView[] = [{ code, kind, count: 1, tone: "warn", by: null }];
      const page = {
        rows: [{ ...row, findings }],
        nextCursor: null,
        previousCursor: null,
        count: { value: 1, capped: false },
      };
      return words(productsPage({ page }));
    };
    expect(shown("FORBIDDEN_WORD", null)).toContain("Never say");
    expect(shown("PLACEHOLDER", null)).toContain("Unfinished");
    expect(shown("DUPLICATE", "said_twice")).toContain("Repeats itself");
    expect(shown("OF_AN_EARLIER_RELEASE", null)).toContain("Look at this");
  });

  it("shows products with what waits about their texts and the gravest findings", () => {
    const page = { rows: [row], nextCursor: "x", previousCursor: null, count: { value: 10_000, capped: true } };
    const text = words(productsPage({ page }));
    expect(text).toContain("有田焼 湯呑み");
    expect(text).toContain("Kiln · Mugs");
    expect(text).toContain("2 drafts to review");
    expect(text).toContain("“A cup fired in Arita”");
    expect(text).toContain("Contradicts a fact × 2");
    expect(text).toContain("Too long, kept by a colleague");
    expect(text).toContain("1 hour ago");
    expect(text).toContain("more than 10,000 products");
  });

  it("says each state of a product's texts in words", () => {
    const said = (texts: ProductRowView["texts"], findings: ProductRowView["findings"] = null) => {
      const rows = [{ ...row, texts, findings }];
      return words(
        productsPage({ page: { rows, nextCursor: null, previousCursor: null, count: { value: 1, capped: false } } }),
      );
    };
    const missing = { kind: "missing", texts: ["desc"], wanted: 5, rejected: false, fewFacts: false } as const;
    expect(said({ ...missing, texts: [...missing.texts] })).toContain("Description missing 4 of 5 live –");
    expect(said({ ...missing, texts: ["desc", "seo_desc"], fewFacts: true })).toContain(
      "2 of 5 missing Few facts: add some first",
    );
    expect(said({ kind: "conflict", texts: ["title"], drafts: 0, published: 4, publishedAt: now - 840_000 })).toContain(
      "Title changed in Shopify 4 texts published 14 min. ago",
    );
    expect(said({ kind: "approved", count: 3, by: "you", at: now - 7_200_000 }, [])).toContain(
      "3 approved, not published by you, 2 hours ago None",
    );
    expect(said({ kind: "not_written", attempts: 3, reason: null })).toContain("Not written Tried 3 times");
    expect(said({ kind: "outdated", published: 5 })).toContain("Outdated");
    expect(said({ kind: "live", byHand: ["desc"], origin: "published" })).toContain(
      "All live Description edited by hand",
    );
  });

  it("names what is missing with its counts, each a link to exactly that list", () => {
    const gaps = [
      { name: "description", contentType: "desc", label: "", count: { value: 422, capped: false } },
      { name: "seo_title", contentType: "seo_title", label: "", count: { value: 0, capped: false } },
      { name: "added_0", contentType: "care", label: "Care", count: { value: 10_000, capped: true } },
    ];
    const html = renderToStaticMarkup(
      <AppProvider i18n={translations}>{productsPage({ gaps, counts: {} })}</AppProvider>,
    );
    expect(html).toContain('href="?gap=description"');
    expect(html).toContain('href="?gap=added_0"');
    expect(html).not.toContain("gap=seo_title");
    expect(html.replace(/<[^>]+>/g, "")).toContain("Description 422Care 10,000+");
    expect(words(productsPage({ gaps }))).toContain("Write 422 descriptions…");
    expect(words(productsPage({ gaps, counts: { review: { value: 117, capped: false } } }))).toContain("Review 117");
  });

  it("offers the import where nothing was imported yet", () => {
    const text = words(productsPage({ imported: false }));
    expect(text).toContain("Import your catalogue");
    expect(text).toContain("Nothing in your store changes.");
  });

  it("tells how far an import is", () => {
    const running = { jobId: "j", label: "Reading products", done: 1_200, total: 4_000, waiting: null };
    const text = words(productsPage({ imported: false, running }));
    expect(text).toContain("Reading products · 1,200 of 4,000 products");
    expect(text).toContain("Your products are on their way");
  });

  it("tells what to do where a list is empty", () => {
    expect(words(productsPage({}))).toContain("Add products in Shopify, then choose Sync now.");
    const searched = words(productsPage({ address: new URLSearchParams("q=tumblr") }));
    expect(searched).toContain("No products match “tumblr”");
    expect(searched).toContain("Clear all");
    expect(searched).toContain("Search those not on sale too");
    const review = new URLSearchParams("view=review&state=needs_review&state=warned&state=blocked");
    expect(words(productsPage({ address: review }))).toContain("Nothing to review New drafts appear here.");
  });
});

const version: VersionView = {
  id: "v",
  state: "draft",
  origin: "generated",
  body: "White cotton shirt",
  warnings: [],
  blocked: false,
  evidence: [],
  model: "small",
  createdAt: now,
  publishedAt: null,
};
const text: TextView = {
  type: { name: "title", label: "Title", limitChars: 10, kind: "line" },
  live: "White linen shirt",
  newest: version,
  approved: null,
  history: [version],
  stale: false,
  conflict: null,
};

function card(changes: Partial<TextView>, awaited = false) {
  const events = {
    onEdit: nothing,
    onGenerate: nothing,
    onApprove: nothing,
    onReject: nothing,
    onDecide: nothing,
    onUseFix: nothing,
    onChoose: nothing,
    onPublish: nothing,
    onRestore: nothing,
    onResolve: nothing,
  };
  const locks = { all: false, generate: false, publish: false };
  return words(
    <TextCard
      productId="1"
      text={{ ...text, ...changes }}
      lang="en"
      now={now}
      editing={null}
      awaited={awaited}
      locks={locks}
      events={events}
      onFacts={nothing}
    />,
  );
}

describe("a text's card", () => {
  it("shows the new text, and what can be done", () => {
    const shown = card({});
    expect(shown).toContain("White cotton shirt");
    expect(shown).not.toContain("White linen shirt");
    expect(shown).toContain("18 of 10 characters: 8 too many");
    expect(shown).toContain("Approve Edit Write again Compare with live Reject");
  });

  it("tells that a text is being written only where a job writes it", () => {
    expect(card({ newest: null }, true)).toContain("It is being written.");
    expect(card({ newest: null, live: null })).toContain("Nothing written yet.");
  });

  it("asks about one finding at a time, what blocks it first", () => {
    const warnings = [
      { code: "EXCEED_LENGTH", description: "title is long", severity: "warn" as const },
      { code: "UNSUPPORTED_FACT", description: "title says 5 kg", severity: "block" as const },
    ];
    const shown = card({ newest: { ...version, blocked: true, warnings } });
    expect(shown).toContain("Approve anyway");
    expect(shown).toContain("The title says 5 kg.");
    expect(shown).not.toContain("The title is long.");
    expect(shown).toContain("1 of 2");
  });

  it("shows a published text once, and one that Shopify saved differently as it is live, with a word about it", () => {
    const published = { ...version, state: "published" as const, publishedAt: now };
    const same = card({ newest: { ...published, body: "White linen shirt" } });
    expect(same.split("White linen shirt")).toHaveLength(2);
    expect(same).not.toContain("Compare");
    const shown = card({ newest: published, savedDifferently: true });
    expect(shown).toContain("White linen shirt");
    expect(shown).toContain("Shopify saved this text slightly differently");
    expect(card({ newest: published, live: null, savedDifferently: true })).toContain(
      "Shopify keeps no text of its own",
    );
    expect(card({ newest: published })).not.toContain("slightly differently");
  });

  it("calls a text that an undo put back so, and not live", () => {
    const putBack = { ...version, state: "published" as const, origin: "undo" as const, body: "White linen shirt" };
    expect(card({ newest: { ...putBack, publishedAt: now }, history: [putBack, version] })).toContain("Put back");
  });

  it("lets an approved text be published although a newer draft waits", () => {
    expect(card({ approved: { ...version, id: "a", state: "approved" } })).toContain("Publish the approved one");
  });

  it("shows a conflict three-way, with a way out for each side", () => {
    const conflict = { base: "White shirt", theirs: "Whiter shirt", ours: "White cotton shirt", detectedAt: now };
    const shown = card({ conflict });
    expect(shown).toContain("Before What yours was made from White shirt");
    expect(shown).toContain("[White][Whiter] shirt");
    expect(shown).toContain("[Whiter ][White cotton ] shirt");
    expect(shown).toContain("Keep the live text Use yours Edit");
    expect(shown).not.toContain("Approve");
  });

  it("says who rejected a text and why", () => {
    const rejected = { ...version, state: "rejected" as const, decidedAt: now, decidedBy: "you", reason: "Too loud." };
    expect(words(<Decision version={rejected} now={now} />)).toMatch(/Rejected\s+now\s+by you\s*: Too loud\./);
  });
});

describe("a product's next step", () => {
  const step = (...texts: Partial<TextView>[]) =>
    productStep(texts.map((one) => ({ ...text, newest: null, ...one }))).kind;
  const conflict = { base: null, theirs: null, ours: "x", detectedAt: now };

  it("follows the state: a conflict first, then what to approve, then what to publish", () => {
    expect(step({ newest: version, conflict }, { newest: version })).toBe("conflict");
    expect(step({ newest: version }, { approved: version })).toBe("approve");
    expect(step({ newest: { ...version, blocked: true } }, { approved: version })).toBe("publish");
    expect(step({}, {})).toBe("write");
    expect(step({ newest: { ...version, state: "published" } }, {})).toBe("none");
  });
});

const run: RunView = {
  id: "j",
  kind: "publish",
  title: "Publish 120 products",
  texts: [],
  onlyMissing: false,
  status: "partially_completed",
  total: 120,
  done: 110,
  failed: 8,
  conflict: 2,
  cancelled: 0,
  message: null,
  paused: false,
  held: false,
  waitingFor: null,
  cancelling: false,
  createdAt: now - 60_000,
  startedAt: now - 60_000,
  finishedAt: now,
};
const item: RunItemView = {
  seq: 0,
  status: "failed",
  product: null,
  subject: "77",
  attempts: 1,
  progress: null,
  message: "Shopify refused the title. Shorten it and publish again.",
  runAt: now,
  cost: { calls: 2, tokensIn: 1_900, tokensCached: 1_024, tokensOut: 100, costNanos: 2_100_000, unpricedCalls: 0 },
};

function runPage(changes: Partial<RunView>, more: Partial<RunPageProps> = {}) {
  const changed = { ...run, ...changes };
  const items = { run: changed, items: [item], outcome: "all" as const, later: false, hasNext: false, loading: false };
  return words(
    <RunPage
      notices={null}
      run={changed}
      items={{ ...items, onOutcome: nothing, onNext: nothing, onFirst: nothing, onRetry: nothing }}
      single={null}
      cost={{
        credits: 110,
        calls: 140,
        tokensIn: 4_000,
        tokensCached: 1_000,
        tokensOut: 900,
        costNanos: 0,
        unpricedCalls: 140,
      }}
      waiting={{ review: 0, capped: false }}
      undecided={changed.conflict}
      canUndo
      undone={null}
      written={null}
      reasons={[]}
      leftMs={null}
      checking={0}
      underWay={0}
      rest={null}
      undoPreview={undefined}
      kept={{ jobDays: 90 }}
      now={now}
      busy={false}
      {...{ onPause: nothing, onGoOn: nothing, onStop: nothing, onRetryAll: nothing, onUndo: nothing }}
      {...{ onAskUndo: nothing, onExport: nothing }}
      {...more}
    />,
  );
}

describe("a run's page", () => {
  it("shows its result, outcomes with their messages, and what can be done", () => {
    const shown = runPage({});
    expect(shown).toContain("110 published, 2 conflicts, and 8 not done");
    expect(shown).toContain("Done, 10 left");
    expect(shown).toContain("Shorten it and publish again.");
    expect(shown).toContain("Decide 2 conflicts");
    expect(shown).toContain("Try again (8)");
    expect(shown).toContain("Undo this run…");
    expect(shown).not.toMatch(/\bStop\b/);
    expect(shown).toContain("2 products changed in Shopify meanwhile");
    expect(shown).toContain("2 model calls · 2,000 tokens · $0.0021");
    expect(shown).toContain(
      "Credits 110 Cost of the model unknown Model calls 140 Tokens 4,000 in, 25% of them from the cache",
    );
  });

  it("of what was written says first what a person has to do about it, and what stands out", () => {
    const written = { clean: 381, warned: 31, blocked: 10, nothing: 0 };
    const reasons = [
      { count: 38, text: { name: "seo_title", label: "" }, what: "EXCEED_LENGTH", url: "/app/products" },
    ];
    const ended = {
      kind: "generate-content",
      total: 422,
      done: 422,
      failed: 0,
      conflict: 0,
      status: "completed" as const,
    };
    const shown = runPage(ended, { written, reasons, waiting: { review: 422, capped: false } });
    expect(shown).toContain("422 written: 381 without findings, 31 with warnings, and 10 blocked");
    expect(shown).toContain("Review 422");
    expect(shown).toContain("38 × SEO title: Too long");
  });

  it("asks for no decision that was made", () => {
    expect(runPage({}, { undecided: 0 })).not.toContain("Decide");
  });

  it("shows that it was undone, and what stayed", () => {
    const shown = runPage({}, { undone: { back: 88, stayed: 5, url: null } });
    expect(shown).toContain("Undone: 88 products have their former texts again");
    expect(shown).toContain("5 products still have the texts of this run.");
  });

  it("tells for how long an ended run is kept", () => {
    expect(runPage({})).toContain("kept for 90 days after its end");
    expect(runPage({ finishedAt: null, status: "processing" })).not.toContain("kept for");
  });

  it("offers to pause and to stop what still runs, and to let go on what is paused", () => {
    const open = { finishedAt: null, status: "processing" as const };
    expect(runPage(open)).toMatch(/Pause.*Stop/);
    expect(runPage({ ...open, cancelling: true })).toContain("Stopping");
    const held = runPage({ ...open, held: true }, { underWay: 2 });
    expect(held).toContain("Go on…");
    expect(held).toContain("2 products that were under way are still finished.");
  });

  it("calls a run of conflicts alone by its name", () => {
    const shown = runPage({ status: "failed", done: 0, failed: 0, conflict: 120, message: "x" });
    expect(shown).toMatch(/^\s*Publish 120 products.*?Conflict/);
    expect(shown).toContain("120 conflicts");
  });
});

describe("the other pages", () => {
  it("tell a job that is no longer kept from one that never was", () => {
    const problem = (keptDays?: number) =>
      words(<PageProblem missing keptDays={keptDays} what="run" again={{ onAction: nothing, loading: false }} />);
    expect(problem(90)).toContain("a run that has ended is kept for 90 days");
    expect(problem(90)).toContain("can still be undone");
    expect(problem()).toContain("does not exist in your store");
  });

  it("tell what to do where there are no jobs", () => {
    const list = {
      notices: null,
      runs: [],
      later: false,
      hasNext: false,
      now,
      loading: false,
      kept: { jobDays: 90 },
      hiddenFailures: { products: 0, other: 0 },
    };
    const shown = words(<RunsPage {...list} tab="all" onTab={nothing} onNext={nothing} onFirst={nothing} />);
    expect(shown).toContain("Nothing has run yet");
    expect(shown).toContain("Go to products");
    expect(shown).toContain("Runs are kept for 90 days after their end.");
    const hidden = { ...list, hiddenFailures: { products: 2, other: 0 } };
    expect(words(<RunsPage {...hidden} tab="all" onTab={nothing} onNext={nothing} onFirst={nothing} />)).toMatch(
      /2 products could not be refreshed.*Show/,
    );
  });

  it("tell what waits for a person, and nothing when all is well", () => {
    const notices = (pauses: PauseReason[], workerAlive: boolean, outages: ("shopify" | "model")[] = []) => (
      <ShopNotices
        notices={{
          pauses: pauses.map((reason) => ({ reason, waiting: 212, capNanos: null })),
          outages: outages.map((provider) => ({ provider, nextTryAt: now + 120_000 })),
          workerAlive,
          now,
        }}
        busy={false}
        onContinue={nothing}
        onTryNow={nothing}
      />
    );
    expect(words(notices(["billing"], true))).toContain("212 products wait. Pay there, then go on.");
    expect(words(notices(["model_key"], true))).toMatch(/Writing is paused: the key of your model .* Check the key/);
    expect(words(notices(["reauth"], true))).toMatch(/Shopify no longer lets us in .* Allow access/);
    expect(words(notices([], false))).toContain("Background work has stopped");
    expect(words(notices([], true, ["shopify"]))).toContain("Imports and publishing wait and go on by themselves");
    expect(words(notices([], true, ["model"]))).toContain("Your model gives no answer");
    expect(words(notices([], true, ["model"]))).toContain("Next try in about 2 min. Try now");
    expect(words(notices([], true, ["shopify", "model"]))).toContain("Shopify and your model give no answer");
    // One line at a time: the gravest, whose end the others wait for.
    const all = words(notices(["spend_cap", "model_key", "reauth"], true, ["model"]));
    expect(all).toContain("Shopify no longer lets us in");
    expect(all).not.toMatch(/limit|key of your model|gives no answer/);
    expect(words(notices([], true)).trim()).toBe("");
  });

  it("tell a missing thing from a fault", () => {
    const again = { onAction() {}, loading: false };
    expect(words(<PageProblem missing what="run" again={again} />)).toContain("This run does not exist in your store");
    expect(words(<PageProblem missing={false} again={again} />)).toContain("Try again");
  });
});
