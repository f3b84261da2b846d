import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json" with { type: "json" };
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { JobPage } from "../../app/ui/jobs/job-page.tsx";
import type { JobItemView, JobView } from "../../app/ui/jobs/job-view.ts";
import { JobsPage } from "../../app/ui/jobs/jobs-page.tsx";
import { PageProblem } from "../../app/ui/page-problem.tsx";
import { Decision } from "../../app/ui/product/history-list.tsx";
import type { TextView, VersionView } from "../../app/ui/product/product-detail-view.ts";
import { TextCard } from "../../app/ui/product/text-card.tsx";
import { builtInViews } from "../../app/ui/products/list-address.ts";
import type { ProductRowView } from "../../app/ui/products/product-view.ts";
import { ProductsPage, type ProductsPageProps } from "../../app/ui/products/products-page.tsx";
import { ShopNotices } from "../../app/ui/shop-notices.tsx";
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
  missing: ["desc", "seo_title"],
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
      imported
      running={null}
      contentTypes={[]}
      models={[]}
      spending={spending}
      now={now}
      address={new URLSearchParams()}
      onAddress={nothing}
      viewChanges={{ create: answer, save: answer, rename: answer, remove: answer }}
      loading={false}
      busy={null}
      problem={null}
      onImport={nothing}
      onGenerate={nothing}
      onApprove={nothing}
      losses=""
      onLosses={nothing}
      onPublish={nothing}
      {...props}
    />
  );
}

describe("the products page", () => {
  it("shows products with what they lack", () => {
    const page = { rows: [row], nextCursor: "x", previousCursor: null, count: { value: 10_000, capped: true } };
    const text = words(productsPage({ page }));
    expect(text).toContain("有田焼 湯呑み");
    expect(text).toContain("Blocked by a check");
    expect(text).toContain("2 missing : description, SEO title");
    expect(text).toContain("1 hour ago");
    expect(text).toContain("more than 10,000 products");
  });

  it("offers the import where nothing was imported yet", () => {
    expect(words(productsPage({ imported: false }))).toContain("Import your catalogue to begin");
  });

  it("tells how far an import is", () => {
    const running = { jobId: "j", label: "Reading products", done: 1_200, total: 4_000, waiting: null };
    const text = words(productsPage({ imported: false, running }));
    expect(text).toContain("Reading products · 1,200 of 4,000 products");
    expect(text).toContain("Your products are on their way");
  });

  it("tells what to do where a list is empty", () => {
    expect(words(productsPage({}))).toContain("Add products in Shopify, then choose Sync now.");
    expect(words(productsPage({ address: new URLSearchParams("q=nothing") }))).toContain("take off a filter");
    expect(words(productsPage({ address: new URLSearchParams("view=conflicts&state=conflict") }))).toContain(
      "Choose All to see every product",
    );
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
    onKeepMine: nothing,
    onGenerate: nothing,
    onApprove: nothing,
    onReject: nothing,
    onDecide: nothing,
    onUseFix: nothing,
    onPublish: nothing,
    onRestore: nothing,
    onResolve: nothing,
  };
  const locks = { all: false, generate: false, publish: false };
  return words(
    <TextCard
      text={{ ...text, ...changes }}
      lang="en"
      now={now}
      editing={null}
      awaited={awaited}
      locks={locks}
      events={events}
    />,
  );
}

describe("a text's card", () => {
  it("shows the live text beside the new one, and what can be done", () => {
    const shown = card({});
    expect(shown).toContain("Live in your store White linen shirt");
    expect(shown).toContain("New text White cotton shirt");
    expect(shown).toContain("18 of 10 characters: 8 too many");
    expect(shown).toContain("Approve Edit Generate again Reject");
  });

  it("tells that a text is being written only where a job writes it", () => {
    expect(card({ newest: null }, true)).toContain("It is being written.");
    expect(card({ newest: null })).toContain("Nothing is written yet.");
  });

  it("asks twice before a blocked text is approved, and shows what blocks it first", () => {
    const warnings = [
      { code: "EXCEED_LENGTH", description: "title is long", severity: "warn" as const },
      { code: "UNSUPPORTED_FACT", description: "title says 5 kg", severity: "block" as const },
    ];
    const shown = card({ newest: { ...version, blocked: true, warnings } });
    expect(shown).toContain("Approve anyway");
    expect(shown.indexOf("The title says 5 kg.")).toBeLessThan(shown.indexOf("The title is long."));
  });

  it("shows a published text once", () => {
    const published = { ...version, state: "published" as const, body: "White linen shirt", publishedAt: now };
    const shown = card({ newest: published });
    expect(shown).not.toContain("New text");
    expect(shown.split("White linen shirt")).toHaveLength(2);
    expect(shown).toContain("published just now");
  });

  it("shows a text that Shopify saved differently as it is live, with a word about it", () => {
    const published = { ...version, state: "published" as const, publishedAt: now };
    const shown = card({ newest: published, savedDifferently: true });
    expect(shown).not.toContain("New text");
    expect(shown).toContain("Live in your store White linen shirt");
    expect(shown).toContain("Shopify saved this text slightly differently");
    expect(card({ newest: published, live: null, savedDifferently: true })).toContain(
      "Shopify keeps no text of its own",
    );
    expect(card({ newest: published })).not.toContain("slightly differently");
  });

  it("calls a text that an undo put back so, and not published", () => {
    const putBack = { ...version, state: "published" as const, origin: "undo" as const, body: "White linen shirt" };
    const shown = card({ newest: { ...putBack, publishedAt: now }, history: [putBack, version] });
    expect(shown).toContain("Put back");
    expect(shown).not.toContain("Published");
  });

  it("lets an approved text be published although a newer draft waits", () => {
    const shown = card({ approved: { ...version, id: "a", state: "approved" } });
    expect(shown).toContain("Publish the approved one");
  });

  it("shows a conflict three-way, with a way out for each side", () => {
    const conflict = { base: "White shirt", theirs: "Whiter shirt", ours: "White cotton shirt", detectedAt: now };
    const shown = card({ conflict });
    expect(shown).toContain("Before What yours was made from White shirt");
    expect(shown).toContain("[White][Whiter] shirt");
    expect(shown).toContain("[Whiter ][White cotton ] shirt");
    expect(shown).toContain("Keep the live text Use ours Edit");
    expect(shown).not.toContain("Approve");
  });

  it("keeps a rejected text in reach where there is no other, with who rejected it and why", () => {
    const rejected = { ...version, state: "rejected" as const, decidedAt: now, decidedBy: "you", reason: "Too loud." };
    expect(card({ newest: null, history: [rejected] })).toContain("1 version");
    expect(words(<Decision version={rejected} now={now} />)).toMatch(/Rejected\s+just now\s+by you\s*: Too loud\./);
  });

  it("tells what to do where nothing is written", () => {
    expect(card({ newest: null, history: [], live: null })).toContain("Generate a text, or write one by hand.");
  });
});

const job: JobView = {
  id: "j",
  kind: "publish",
  title: "Publish 120 products",
  status: "partially_completed",
  total: 120,
  done: 110,
  failed: 8,
  conflict: 2,
  cancelled: 0,
  message: null,
  paused: false,
  waitingFor: null,
  cancelling: false,
  createdAt: now - 60_000,
  startedAt: now - 60_000,
  finishedAt: now,
};
const item: JobItemView = {
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

function jobPage(changes: Partial<JobView>, undecided = changes.conflict ?? job.conflict) {
  const changed = { ...job, ...changes };
  const items = { job: changed, items: [item], outcome: "all" as const, later: false, hasNext: false, loading: false };
  return words(
    <JobPage
      notices={null}
      job={changed}
      items={{ ...items, onOutcome: nothing, onNext: nothing, onFirst: nothing }}
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
      undecided={undecided}
      canUndo
      kept={{ jobDays: 90 }}
      now={now}
      busy={false}
      onCancel={nothing}
      onRetry={nothing}
      onUndo={nothing}
    />,
  );
}

describe("a job's page", () => {
  it("shows counters, outcomes with their messages, and what can be done", () => {
    const shown = jobPage({});
    expect(shown).toContain("110 of 120 done · 8 failed · 2 conflicts");
    expect(shown).toContain("Shorten it and publish again.");
    expect(shown).toContain("Retry failed (8)");
    expect(shown).toContain("Undo this run");
    expect(shown).not.toContain("Cancel job");
    expect(shown).toContain("2 products changed in Shopify meanwhile");
    expect(shown).toContain("2 model calls · 2,000 tokens · cost $0.0021");
    expect(shown).toContain(
      "Credits 110 Model cost unknown Model calls 140 Tokens 4,000 in, 25 % of them from the cache",
    );
  });

  it("asks for no decision that was made, and tells that the other texts went live", () => {
    expect(jobPage({ kind: "publish" })).toContain("the other approved ones were published");
    expect(jobPage({ kind: "publish" })).not.toContain("Nothing of them");
    expect(jobPage({ kind: "publish" }, 0)).not.toContain("Show conflicts");
  });

  it("tells for how long an ended job is kept, and with it the undo of the whole run", () => {
    expect(jobPage({})).toContain("kept for 90 days after its end, and can be undone as a whole until then");
    expect(jobPage({ finishedAt: null, status: "processing" })).not.toContain("kept for");
  });

  it("offers to cancel what still runs, once", () => {
    expect(jobPage({ finishedAt: null, status: "processing" })).toContain("Cancel job");
    expect(jobPage({ finishedAt: null, status: "processing", cancelling: true })).toContain("Cancelling");
  });

  it("calls a job of conflicts alone by its name", () => {
    const shown = jobPage({ status: "failed", done: 0, failed: 0, conflict: 120, message: "x" });
    expect(shown).not.toContain("The job failed");
  });
});

describe("the other pages", () => {
  it("tell a job that is no longer kept from one that never was", () => {
    const problem = (keptDays?: number) =>
      words(<PageProblem missing keptDays={keptDays} what="job" again={{ onAction: nothing, loading: false }} />);
    expect(problem(90)).toContain("a finished job is kept for 90 days");
    expect(problem(90)).toContain("can still be undone");
    expect(problem()).toContain("does not exist in your shop");
  });

  it("tell what to do where there are no jobs", () => {
    const jobs = {
      notices: null,
      jobs: [],
      later: false,
      hasNext: false,
      now,
      loading: false,
      kept: { jobDays: 90 },
      hiddenFailures: { products: 0, other: 0 },
    };
    const shown = words(<JobsPage {...jobs} tab="all" onTab={nothing} onNext={nothing} onFirst={nothing} />);
    expect(shown).toContain("Nothing has run yet");
    expect(shown).toContain("Go to products");
    expect(shown).toContain("Finished jobs are kept for 90 days.");
    const hidden = { ...jobs, hiddenFailures: { products: 2, other: 0 } };
    expect(words(<JobsPage {...hidden} tab="all" onTab={nothing} onNext={nothing} onFirst={nothing} />)).toMatch(
      /2 products could not be refreshed.*Show and retry/,
    );
  });

  it("tell what waits for a person, and nothing when all is well", () => {
    const notices = (pauses: ("billing" | "reauth")[], workerAlive: boolean, outages: ("shopify" | "model")[] = []) => (
      <ShopNotices
        notices={{
          pauses: pauses.map((reason) => ({ reason, message: "No credit." })),
          outages: outages.map((provider) => ({ provider, nextTryAt: now + 120_000 })),
          workerAlive,
          now,
        }}
        busy={false}
        onContinue={nothing}
        onTryNow={nothing}
      />
    );
    expect(words(notices(["billing"], true))).toContain("Continue the work");
    expect(words(notices(["reauth"], true))).toContain("Try again");
    expect(words(notices([], false))).toContain("Background work has stopped");
    expect(words(notices([], true, ["shopify"]))).toContain("Imports and publishing wait and go on by themselves");
    expect(words(notices([], true, ["model"]))).toContain("Your model does not answer");
    expect(words(notices([], true, ["model"]))).toContain("Next try in about 2 min. Try now");
    expect(words(notices([], true)).trim()).toBe("");
  });

  it("tell a missing thing from a fault", () => {
    const again = { onAction() {}, loading: false };
    expect(words(<PageProblem missing what="job" again={again} />)).toContain("This job does not exist in your shop");
    expect(words(<PageProblem missing={false} what="list" again={again} />)).toContain("Try again");
  });
});
