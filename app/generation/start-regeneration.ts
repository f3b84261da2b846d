import { and, eq, inArray, isNull } from "drizzle-orm";
import { handsOffAmong } from "../catalog/hands-off.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { type AttributesProblem, writeOwnAttributes } from "../catalog/write-own-attributes.ts";
import type { Db } from "../db/open.ts";
import { products } from "../db/schema/index.ts";
import type { JobId, ProductId, ShopDomain } from "../lib/brand.ts";
import { listContentTypes } from "../rules/content-types/list-content-types.ts";
import type { EditDeps } from "../versions/edit-version.ts";
import { editVersions, type ProblemOfEdit } from "../versions/edit-versions.ts";
import { type FieldRefusal, type FieldValue, planRegeneration, type RegenerationPlan } from "./regenerate-fields.ts";
import { type GenerationRequest, startGeneration } from "./start-generation.ts";

export interface RegenerationRequest {
  shop: ShopDomain;
  productIds: readonly ProductId[];
  /** what a person wants of all texts of this run */
  notes?: string | undefined;
  /** contract names (`description`, `key_features`, `global_attr.color`) or content types → instruction or new content */
  fields: Readonly<Record<string, FieldValue>>;
  /** default v2, as in the contract */
  agentModel?: "v1" | "v2" | undefined;
  /** as for startGeneration */
  itemCredits?: number | undefined;
  /** as for startGeneration; default true: what is asked for again is written again */
  allImages?: boolean | undefined;
  /** as for startGeneration */
  onlyMissing?: boolean | undefined;
  /** as for startGeneration */
  lane?: GenerationRequest["lane"];
  createdBy: string;
}

/** Why nothing, or not all, was started. */
export type RegenerationProblem =
  | FieldRefusal
  | { code: "no_product" }
  /** nothing is written for any of them; what a person gives is taken */
  | { code: "hands_off" }
  /** `limit`: of one request */
  | { code: "too_many_products"; limit: number }
  /** given content is one product's */
  | { code: "content_for_several_products" }
  | { code: "attributes_refused"; problem: AttributesProblem }
  /** given content that is no valid text */
  | ({ code: "content_refused" } & ProblemOfEdit);

export type Regeneration =
  | {
      outcome: "queued";
      /** null when nothing is left for a model to write */
      jobId: JobId | null;
      /** the fields as they were named */
      fields: string[];
    }
  /** at least one */
  | { outcome: "invalid"; problems: RegenerationProblem[] }
  | { outcome: "not_found" };

const maxProducts = 250;

/**
 * Writes chosen fields of products again. Attributes are kept as the merchant's facts first, so that the texts may use them;
 * content that a person gives is saved as an edited draft and checked like any; the rest goes to a model with the notes.
 * Safe to send again: what is already there is not changed.
 * @throws what startGeneration throws
 */
export async function startRegeneration(deps: EditDeps, request: RegenerationRequest): Promise<Regeneration> {
  const { shop, createdBy: by } = request;
  const planned = planRegeneration(request.fields, request.notes ?? "", await deps.db.do(listContentTypes(shop)));
  if ("problems" in planned) return { outcome: "invalid", problems: planned.problems };
  const { plan } = planned;
  const productIds = [...new Set(request.productIds)];
  const problem = limitsOf(plan, productIds);
  if (problem) return { outcome: "invalid", problems: [problem] };
  if (!(await allThere(deps, shop, productIds))) return { outcome: "not_found" };
  const handsOff = plan.instructions.size > 0 ? await handsOffAmong(deps, shop, productIds) : new Set<string>();
  if (handsOff.size === productIds.length) return { outcome: "invalid", problems: [{ code: "hands_off" }] };
  if (plan.attributes.length > 0) {
    for (const productId of productIds) {
      const written = await writeOwnAttributes(deps, {
        shop,
        productId,
        attributes: plan.attributes,
        keepOthers: true,
        by,
      });
      if (written.outcome === "invalid") {
        return { outcome: "invalid", problems: [{ code: "attributes_refused", problem: written.problem }] };
      }
      if (written.outcome === "not_found") return { outcome: "not_found" };
    }
  }
  const problems = await saveContents(deps, request, plan, productIds);
  if (problems.length > 0) return { outcome: "invalid", problems };
  return {
    outcome: "queued",
    jobId: await write(
      deps,
      request,
      plan,
      productIds.filter((id) => !handsOff.has(id)),
    ),
    fields: Object.keys(request.fields),
  };
}

function limitsOf(plan: RegenerationPlan, productIds: readonly ProductId[]): RegenerationProblem | null {
  if (productIds.length === 0) return { code: "no_product" };
  if (productIds.length > maxProducts) return { code: "too_many_products", limit: maxProducts };
  return plan.contents.size > 0 && productIds.length > 1 ? { code: "content_for_several_products" } : null;
}

async function allThere({ db }: { db: Db }, shop: ShopDomain, productIds: ProductId[]): Promise<boolean> {
  const found = await db.orm
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.shop, shop), inArray(products.id, productIds), isNull(products.goneAt)));
  return found.length === productIds.length;
}

async function saveContents(
  deps: EditDeps,
  { shop, createdBy: by }: RegenerationRequest,
  plan: RegenerationPlan,
  productIds: readonly ProductId[],
): Promise<RegenerationProblem[]> {
  const problems: RegenerationProblem[] = [];
  const target = await readPrimaryTarget(deps, shop);
  for (const productId of productIds) {
    const edits = [...plan.contents].map(([contentType, body]) => ({ contentType, body }));
    const edited = await editVersions(deps, { shop, productId, target, by, edits });
    if (edited.outcome === "invalid") {
      problems.push(...edited.problems.map((problem) => ({ code: "content_refused" as const, ...problem })));
    }
  }
  return problems;
}

async function write(
  deps: EditDeps,
  { shop, agentModel = "v2", itemCredits, allImages = true, onlyMissing, lane, createdBy }: RegenerationRequest,
  { instructions, notes }: RegenerationPlan,
  productIds: readonly ProductId[],
): Promise<JobId | null> {
  if (instructions.size === 0) return null;
  const fieldNotes = Object.fromEntries([...instructions].filter(([, instruction]) => instruction !== ""));
  return startGeneration(deps, {
    shop,
    productIds,
    contentTypes: [...instructions.keys()],
    agentModel,
    itemCredits,
    createdBy,
    notes,
    fieldNotes,
    allImages,
    onlyMissing,
    lane,
  });
}
