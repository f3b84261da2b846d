import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../../app/db/open.ts";
import { createExaminer } from "../../../app/generation/examine/examiner.ts";
import { createGenerationContext } from "../../../app/generation/generation-context.ts";
import { writeTexts } from "../../../app/generation/write-texts.ts";
import type { ShopDomain } from "../../../app/lib/brand.ts";
import { systemClock } from "../../../app/lib/clock.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { contentTypeNames } from "../../../app/texts/content-types.ts";
import { createSandboxWriter, sandboxProducts } from "../sandbox-writer.ts";

/** Tokens of a product's five texts, on average: what is asked and what is answered, both together. */
export interface ExaminingCosts {
  off: number;
  doubtful: number;
  /** of `doubtful`: what the examiner is asked, and what it answers */
  examiner_prompt: number;
  examiner_completion: number;
  /** `doubtful` in parts of `off` */
  share: number;
}

/** Writes the texts of the sandbox's products with the examiner off and again with doubtful sentences examined; same seed. */
export async function measureExamining(): Promise<ExaminingCosts> {
  const products = sandboxProducts();
  const [off, doubtful] = [await written(products, "off"), await written(products, "doubtful")];
  const each = (total: number) => Math.round(total / products.length);
  return {
    off: each(off.all),
    doubtful: each(doubtful.all),
    examiner_prompt: each(doubtful.asked),
    examiner_completion: each(doubtful.answered),
    share: Math.round((doubtful.all / off.all) * 1_000) / 1_000,
  };
}

async function written(products: ReturnType<typeof sandboxProducts>, mode: "off" | "doubtful") {
  const model = createSandboxWriter();
  const folder = mkdtempSync(join(tmpdir(), "examining-"));
  const db = openDatabase({ file: join(folder, "bench.sqlite") });
  const sum = { all: 0, asked: 0, answered: 0 };
  const { signal } = new AbortController();
  const examinerFor = (mode: "doubtful") =>
    createExaminer(
      {
        db,
        clock: systemClock,
        complete: async (request, options) => {
          const answer = await model.complete(request, options);
          sum.asked += answer.tokensIn;
          sum.answered += answer.tokensOut;
          return answer;
        },
      },
      { shop: "bench.myshopify.com" as ShopDomain, mode, model: "shelf-small" },
    );
  try {
    for (const { facts, locale } of products) {
      const source = { facts, locale, config: defaultConfig, contentTypes: contentTypeNames, model: "shelf-small" };
      const { usage } = await writeTexts(
        { complete: (request, options) => model.complete(request, options) },
        createGenerationContext(source),
        { signal, examiner: mode === "off" ? null : examinerFor(mode) },
      );
      sum.all += usage.tokensIn + usage.tokensOut;
    }
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return sum;
}
