import { z } from "zod";
import { readProduct } from "../../catalog/read-product.ts";
import { areSetupStepsHidden } from "../../catalog/setup-steps.ts";
import type { AppContext } from "../../context.server.ts";
import { missingBit, type TextBody } from "../../db/schema/index.ts";
import { get, type Steps } from "../../db/steps.ts";
import { generateJob } from "../../generation/jobs.ts";
import { contradictionIn } from "../../health/contradiction-in.ts";
import type { CatalogueCounts } from "../../health/count-texts.ts";
import { productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import type { SampleView, SetupView } from "../../ui/home/setup-view.ts";
import { newestDraft, writtenAtAll } from "../../versions/written-at-all.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models">;

const countSql = "SELECT count(*) AS count FROM products WHERE shop = @shop AND gone_at IS NULL";
/** How often other samples were asked for. */
const othersSchema = z.coerce.number().int().min(0).max(1_000).catch(0);
const samplesAtOnce = 3;
/** More than the samples were written at once. */
const startedSql = `SELECT 1 AS started FROM jobs WHERE shop = @shop AND kind = @kind AND total > ${samplesAtOnce} LIMIT 1`;
const shownChars = 160;
/** How many of the newest products the one with most facts is looked for among. */
const lookedAt = 200;

/**
 * The steps of a first run, each of which ticks itself off; null once all are done or a person put them away, unless they are
 * asked for.
 */
export async function readSetup(
  deps: Deps,
  input: { shop: ShopDomain; imported: boolean; catalogue: CatalogueCounts; params: URLSearchParams },
): Promise<{ setup: SetupView | null; isDone: boolean }> {
  const { db } = deps;
  const { shop, imported, catalogue, params } = input;
  const others = othersSchema.parse(params.get("others"));
  const asked = params.get("setup") === "1" || others > 0;
  const { nameOf, refusalOf, creditsOf } = await deps.models.forShop(shop);
  const done = await db.do(
    (function* () {
      return {
        hidden: yield* areSetupStepsHidden(shop),
        products: (yield* get<{ count: number }>(countSql, { shop }))?.count ?? 0,
        written: yield* writtenAtAll(shop),
        started: (yield* get(startedSql, { shop, kind: generateJob.kind })) !== undefined,
      };
    })(),
  );
  const connected = refusalOf("v1") === null;
  const nothingMissing = imported && catalogue.anyText.missing === 0;
  const steps = { imported, connected, seen: done.written, started: done.started || nothingMissing };
  const isDone = Object.values(steps).every(Boolean);
  if (!asked && (isDone || done.hidden)) return { setup: null, isDone };
  const wantsSamples = imported && connected && !done.started;
  const samples = wantsSamples ? await readSamples(deps, shop, others) : [];
  const model = connected ? nameOf("v1") : null;
  return { setup: { ...steps, products: done.products, model, creditsEach: creditsOf("v1"), samples, others }, isDone };
}

const richestSql = `SELECT id FROM (SELECT id, length(facts) AS facts FROM products INDEXED BY products_by_update
    WHERE shop = @shop AND gone_at IS NULL AND status = 'active' AND missing & @desc = 0 ORDER BY updated_at DESC LIMIT ${lookedAt}) AS newest
  ORDER BY facts DESC, id LIMIT 1 OFFSET @skip`;
const emptySql = `SELECT id FROM products INDEXED BY products_by_update
  WHERE shop = @shop AND gone_at IS NULL AND status = 'active' AND missing & @desc <> 0 ORDER BY updated_at DESC, id DESC LIMIT 1 OFFSET @skip`;
const wrongSql = `SELECT p.id FROM product_texts AS t JOIN products AS p ON p.row_id = t.product_row
  WHERE t.shop = @shop AND t.target = 0 AND (t.contradicted | t.found | t.thin) & @desc <> 0 AND p.gone_at IS NULL AND p.status = 'active'
  ORDER BY CASE WHEN t.contradicted & @desc <> 0 THEN 0 ELSE 1 END, t.product_row LIMIT 1 OFFSET @skip`;

/** The product with most facts, one without a description, and one whose live description has a finding. */
async function readSamples(deps: Deps, shop: ShopDomain, skip: number): Promise<SampleView[]> {
  const ids = await deps.db.do(
    (function* (): Steps<string[]> {
      const found: string[] = [];
      const asked = { shop, desc: missingBit.desc, skip };
      for (const sql of [wrongSql, emptySql, richestSql]) {
        const id = (yield* get<{ id: string }>(sql, asked))?.id;
        if (id !== undefined && !found.includes(id)) found.push(id);
      }
      return found.reverse();
    })(),
  );
  const samples: SampleView[] = [];
  for (const id of ids) samples.push(await readSample(deps, shop, id));
  return samples;
}

async function readSample({ db }: Deps, shop: ShopDomain, id: string): Promise<SampleView> {
  const product = await readProduct({ db }, shop, productIdSchema.parse(id));
  const draft = await db.do(newestDraft({ shop, productId: id, contentType: "desc" }));
  const live = product?.live.desc ?? null;
  const contradiction = product ? await contradictionIn({ db }, product) : null;
  return {
    id,
    title: product?.title ?? "",
    imageUrl: product?.imageUrl ?? null,
    live: live === null ? null : excerptOf(live),
    draft: draft === null ? null : excerptOf(draft),
    contradiction,
  };
}

function excerptOf(body: TextBody): string | null {
  const text = [body]
    .flat()
    .map((part) => textOfHtml(part))
    .join("\n")
    .trim();
  if (text === "") return null;
  return text.length > shownChars ? `${[...text].slice(0, shownChars).join("")}…` : text;
}
