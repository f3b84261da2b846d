import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { formatsOf } from "../../app/i18n/formats.ts";
import { WriteFigures } from "../../app/ui/products/write-figures.tsx";
import { isBelow } from "../../app/ui/settings/spend-section.tsx";
import { estimateRun, type SpendingView } from "../../app/ui/spending.ts";

const titleRun = { agentModel: "v1", contentTypes: ["title"], products: 40, callsMs: 2_000, costNanos: 1_000_000 };
const allRun = { agentModel: "v1", contentTypes: ["title", "desc"], products: 9, callsMs: 8_000, costNanos: 5_000_000 };
const spending: SpendingView = {
  availableCredits: 500,
  today: { credits: 20, costNanos: 400_000_000, unpricedCalls: 0 },
  dailyCostCapNanos: null,
  dailyCreditsCap: null,
  concurrency: 8,
  recent: [titleRun, allRun],
};
const model = { version: "v1" as const, name: "gpt-5-mini", creditsPerProduct: 1 };

function shown(changes: Partial<SpendingView>, props: Partial<Parameters<typeof WriteFigures>[0]> = {}): string {
  const estimate = (
    <AppProvider i18n={en}>
      <WriteFigures
        products={100}
        waits={false}
        contentTypes={["desc", "title"]}
        model={model}
        spending={{ ...spending, ...changes }}
        {...props}
      />
    </AppProvider>
  );
  return renderToStaticMarkup(estimate)
    .replace(/<style.*?<\/style>/gs, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

describe("an estimate", () => {
  it("is made from products that were asked for the same content types, in any order", () => {
    const estimate = estimateRun(spending, { agentModel: "v1", contentTypes: ["desc", "title"], products: 100 });
    expect(estimate).toMatchObject({ costNanos: 500_000_000, durationMs: 100_000, basis: 9, sameTypes: true });
  });

  it("tells when it is made from products with other content types", () => {
    const estimate = estimateRun(spending, { agentModel: "v1", contentTypes: ["bullets"], products: 4 });
    expect(estimate).toMatchObject({ costNanos: 4_000_000, durationMs: 2_000, basis: 40, sameTypes: false });
    expect(shown({}, { contentTypes: ["bullets"] })).toContain("written with other texts");
  });

  it("halves what batches halve: not the examiner, who is asked at once", () => {
    const recent = [{ ...allRun, costNanos: 1_000, examinerNanos: 200 }];
    const estimate = estimateRun({ ...spending, recent }, { ...allRun, agentModel: "v1", products: 10 });
    expect(estimate).toMatchObject({ costNanos: 10_000, waitingCostNanos: 6_000 });
  });

  it("is not made up where nothing is known", () => {
    expect(estimateRun(spending, { agentModel: "v2", contentTypes: ["title"], products: 4 })).toBeNull();
    expect(shown({ recent: [] })).toContain("Model’s price unknown Time unknown");
    const unpriced = shown({ recent: [{ ...allRun, costNanos: null }] });
    expect(unpriced).toContain("Model’s price unknown Time about 1 min 40 s");
    expect(unpriced).toContain("The price of gpt-5-mini is not set: enter it in Settings.");
  });

  it("is shown beside what is left", () => {
    expect(shown({})).toContain("Credits 100 of 500 left Model’s price about $0.50 Time about 1 min 40 s");
    expect(shown({ availableCredits: null })).toContain("Credits 100 Model’s price");
    expect(shown({}, { waits: true })).toContain("Time up to 24 hours");
  });

  it("warns when a daily cap will pause the run", () => {
    const paused = "Today’s cap will pause this run";
    expect(shown({ dailyCostCapNanos: 800_000_000 })).toContain("cap $0.80 a day");
    expect(shown({ dailyCostCapNanos: 800_000_000 })).toContain(paused);
    expect(shown({ dailyCostCapNanos: 900_000_000 })).not.toContain(paused);
    expect(shown({ dailyCreditsCap: 119 })).toContain(paused);
    expect(shown({ dailyCreditsCap: 120 })).not.toContain(paused);
  });
});

describe("money", () => {
  it.each([
    [0, "$0.00"],
    [4_200_000, "$0.0042"],
    [130, "$0.00000013"],
    [99_000_000, "$0.099"],
    [1_234_500_000, "$1.23"],
    [12_345_600_000_000, "$12,345.60"],
  ])("of %d nano-dollars is written as %s", (nanos, words) => {
    expect(formatsOf("en").dollars(nanos)).toBe(words);
  });
});

it("a cap that is spent already is told as it is typed, one that is no number is not", () => {
  expect(["3", "3,1", " 0 "].map((typed) => isBelow(typed, 3.2))).toEqual([true, true, true]);
  expect(["3.2", "20", "", "ten"].map((typed) => isBelow(typed, 3.2))).toEqual([false, false, false, false]);
});
