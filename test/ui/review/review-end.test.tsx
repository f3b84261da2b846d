import { AppProvider } from "@shopify/polaris";
import { describe, expect, it } from "vitest";
import { ReviewEnd, type ReviewEndProps } from "../../../app/ui/review/review-end.tsx";
import { markupIn, wordsOfMarkup } from "../dock/in-words.tsx";
import { nextView } from "./products.ts";

const nothing = () => undefined;

async function endOf(more: Partial<ReviewEndProps>): Promise<string> {
  const progress = { ...nextView([]).progress, decided: { approved: 64 } };
  const end = (
    <AppProvider i18n={{}}>
      <ReviewEnd
        {...{
          phase: "end",
          lane: null,
          progress,
          withOthers: 0,
          unsent: 0,
          waiting: null,
          goingLive: null,
          told: null,
          onUndo: null,
          allHref: "/",
        }}
        {...{ onPublish: nothing, onRetry: nothing, onExtend: nothing }}
        {...more}
      />
    </AppProvider>
  );
  return wordsOfMarkup(await markupIn("en", end));
}

describe("the end of a review", () => {
  it("offers to publish what waits, not all that was ever approved in the queue", async () => {
    expect(await endOf({ waiting: 5 })).toMatch(/64 approved.* Publish 5…/);
  });

  it("offers to take the last decision back, in a lane too, and says what came of a key", async () => {
    expect(await endOf({ waiting: 5, onUndo: nothing })).toMatch(/ Undo$/);
    const lane = await endOf({ lane: "warnings", onUndo: nothing, told: "Nothing to undo." });
    expect(lane).toMatch(/No products with warnings.*Nothing to undo\..* Undo$/);
    expect(await endOf({ lane: "warnings" })).not.toContain("Undo");
  });

  it("says that what was approved at once goes live, with the way to its run", async () => {
    const words = await endOf({ waiting: 0, goingLive: { products: 49, runId: "job-1" } });
    expect(words).toContain("49 approved, go live now See the run");
  });

  it("leads to what was put aside, which comes no more by itself", async () => {
    const progress = { ...nextView([]).progress, decided: { approved: 64, later: 7 } };
    expect(await endOf({ progress, waiting: 0 })).toContain("Review 7 for later");
    expect(await endOf({ waiting: 0 })).toContain("Look for more");
  });

  it("offers nothing to publish when nothing waits, or it is not known yet", async () => {
    expect(await endOf({ waiting: 0 })).not.toContain("Publish");
    expect(await endOf({ waiting: null })).not.toContain("Publish");
  });
});
