import { describe, expect, it } from "vitest";
import { chooseExamples } from "../../app/generation/choose-examples.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { feedbackSchema, submitFeedback } from "../../app/generation/submit-feedback.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import { otherShop, productId, shop, storeProduct } from "../support/content/shop.ts";
import { openFeedbackWorld } from "../versions/feedback/support.ts";

const sent = {
  product_id: productId,
  initial_pdp_content: { title: "Quantum Speaker", howtouse: "Plug it in.", bullets: ["One", "Two"] },
  corrected_pdp_content: { title: "QuantumTech Quantum Speaker", howtouse: "Plug it in.", bullets: ["One", "Two."] },
  comment_history: [
    {
      initial_content: "Quantum Speaker",
      content_type: "title",
      feedback: "Incorrect naming convention",
      created_at: "2024-01-01T13:00:00Z",
      created_by: "joe.bloggs",
    },
  ],
};

async function aJob() {
  const world = await openFeedbackWorld();
  const { db, clock, write } = world;
  const jobId = await startGeneration(
    { db, clock },
    { shop, productIds: [productId], contentTypes: ["title", "bullets"], agentModel: "v1", createdBy: "anna" },
  );
  const versionId = await write("Quantum Speaker", { jobId, configDigest: "config-7" });
  const submit = (feedback: unknown, of = shop, job = jobId) =>
    submitFeedback({ db, clock }, { shop: of, jobId: job, feedback: feedbackSchema.parse(feedback), by: "api" });
  return { ...world, jobId, versionId, submit };
}

describe("feedback from another system", () => {
  it("keeps corrections, unchanged texts and comments, tied to what the job wrote", async () => {
    const { submit, kept, versionId, jobId } = await aJob();
    expect(await submit(sent)).toEqual({ outcome: "kept", corrections: 2, comments: 1 });
    const rows = await kept();
    const of = (contentType: string, kind: string) =>
      rows.find((row) => row.contentType === contentType && row.kind === kind);
    expect(of("title", "corrected")).toMatchObject({
      initial: "Quantum Speaker",
      corrected: "QuantumTech Quantum Speaker",
      comment: "Incorrect naming convention",
      configDigest: "config-7",
      versionId,
      jobId,
    });
    expect(of("howtouse", "approved")).toMatchObject({ corrected: null, exemplary: false, configDigest: "config-7" });
    expect(of("bullets", "corrected")).toMatchObject({ initial: ["One", "Two"], corrected: ["One", "Two."] });
    expect(of("title", "commented")).toMatchObject({
      createdBy: "joe.bloggs",
      saidAt: Date.UTC(2024, 0, 1, 13),
    });
    expect(rows).toHaveLength(4);
  });

  it("is followed by later prompts of the same config", async () => {
    const { db, clock, submit } = await aJob();
    await submit(sent);
    const examples = await chooseExamples(
      { db, clock },
      {
        shop,
        product: { id: "2", title: "Other", productType: "", vendor: "" },
        contentTypes: ["title"],
        locale: "en",
        configDigest: "config-7",
        before: Number.MAX_SAFE_INTEGER,
      },
    );
    expect(examples).toMatchObject([{ corrected: "QuantumTech Quantum Speaker" }]);
  });

  it("is refused for a job of another shop, for an unknown job and for a product the job was not about", async () => {
    const { db, submit, kept } = await aJob();
    await storeProduct(db, { shop: otherShop });
    expect(await submit(sent, otherShop)).toEqual({ outcome: "not_found" });
    expect(await submit(sent, shop, jobIdSchema.parse("job_unknown"))).toEqual({ outcome: "not_found" });
    expect(await submit({ ...sent, product_id: "9" })).toEqual({ outcome: "not_found" });
    expect([...(await kept()), ...(await kept(otherShop))]).toEqual([]);
  });

  it("must have the contract's form", () => {
    expect(feedbackSchema.safeParse(sent).success).toBe(true);
    expect(feedbackSchema.safeParse({ ...sent, product_id: "" }).success).toBe(false);
    expect(feedbackSchema.safeParse({ ...sent, corrected_pdp_content: { title: 7 } }).success).toBe(false);
    expect(feedbackSchema.safeParse({ ...sent, more: true }).success).toBe(false);
  });
});
