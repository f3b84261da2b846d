import type { Db } from "../../db/open.ts";
import type { CategoryLevel, ProposedAttribute, TaxonomyName } from "../../db/schema/index.ts";
import { type Complete, unusableReason } from "../../generation/ask-for.ts";
import type { UnusableReason } from "../../generation/generated-text.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import type { Candidate } from "../shortlist/shortlist.ts";
import { readCategory } from "../taxonomies/browse-taxonomy.ts";
import { readLoaded } from "../taxonomies/read-taxonomy.ts";
import { attributeRequest, type PermittedAttribute, readAttributes } from "./attribute-request.ts";
import { type Choice, choiceRequest, readChoice } from "./choice-request.ts";
import type { ClassifiedFacts } from "./facts-to-classify.ts";
import { permittedAttributes } from "./permitted-attributes.ts";
import { indexOf } from "./taxonomy-indexes.ts";

export interface PickedCategory {
  /** bare; null: none fits */
  id: string | null;
  /** from the root to it; none where none fits */
  levels: CategoryLevel[];
  version: string;
  /** percent; of Google's, that of the category of Shopify's which maps to it */
  confidence: number;
  reason: string;
  because: readonly string[];
  /** that the product's own facts speak for */
  attributes: ProposedAttribute[];
  /** all attributes of the category, with all values that they permit */
  permitted: PermittedAttribute[];
  /** the next ones of the shortlist */
  others: { id: string; path: string }[];
}

export type Picked =
  | { outcome: "picked"; category: PickedCategory }
  /** the operator has not loaded it; of Google's, its categories or the mapping to them */
  | { outcome: "not_loaded"; taxonomy: TaxonomyName }
  | { outcome: "unusable"; reason: UnusableReason };

export interface PickDeps {
  db: Db;
  /** null: attributes of Shopify's categories are taken as far as they are known */
  admin: AdminApi | null;
  complete: Complete;
  /** the provider's name of the model */
  model: string;
  signal: AbortSignal;
}

const mostOthers = 5;

/**
 * Which category a product belongs to: a program finds 20, a model picks one of these or says that none fits. Then it says what
 * the thing is, and there is one second look (docs/decisions/050). Attributes only take permitted values that the product's own words
 * speak for. Google's category is the one that Shopify's maps to.
 * @throws what `complete` and the Admin API throw
 */
export async function pickCategory(
  deps: PickDeps,
  channel: TaxonomyName,
  read: Omit<ClassifiedFacts, "basis">,
): Promise<Picked> {
  const taxonomy = channel === "google" ? "shopify" : channel;
  const index = await indexOf(deps, taxonomy);
  if (!index) return { outcome: "not_loaded", taxonomy };
  let candidates = index.shortlist(read.product);
  let choice = await choose(deps, read, candidates, 0);
  if (typeof choice !== "object") return { outcome: "unusable", reason: choice };
  if (choice.picked === null && choice.phrases.length > 0) {
    candidates = index.shortlist({ ...read.product, phrases: choice.phrases });
    const second = await choose(deps, read, candidates, 1);
    // What the first call brought is paid for: without a second answer, none fits.
    if (typeof second === "object") choice = second;
  }
  const { picked, confidence, reason } = choice;
  const others = candidates
    .filter((one) => one !== picked)
    .slice(0, mostOthers)
    .map(({ id, path }) => ({ id, path: path.join(" > ") }));
  const none = { id: null, levels: [], attributes: [], permitted: [], because: [] };
  const told = { version: index.version, confidence, reason, others };
  if (picked === null) return { outcome: "picked", category: { ...none, ...told } };
  const known = await deps.db.do(readCategory(taxonomy, picked.id));
  if (channel === "google") return googleCategory(deps, known?.googleId ?? null, { picked, told });
  const permitted = await permittedAttributes(deps, taxonomy, picked.id);
  return {
    outcome: "picked",
    category: {
      ...told,
      ...{ id: picked.id, levels: known?.levels ?? [], because: picked.because, permitted },
      attributes: channel === "shopify" ? await fill(deps, read, permitted) : [],
    },
  };
}

async function googleCategory(
  deps: PickDeps,
  googleId: string | null,
  { picked, told }: { picked: Candidate; told: Pick<PickedCategory, "version" | "confidence" | "reason" | "others"> },
): Promise<Picked> {
  const google = googleId === null ? undefined : await deps.db.do(readCategory("google", googleId));
  const version = (await indexVersion(deps)) ?? null;
  if (!google || version === null) return { outcome: "not_loaded", taxonomy: "google" };
  const { id, levels } = google;
  // The others are Shopify's: nobody picks among them for Google.
  return {
    outcome: "picked",
    category: { ...told, version, id, levels, others: [], because: picked.because, attributes: [], permitted: [] },
  };
}

async function indexVersion({ db }: PickDeps): Promise<string | undefined> {
  return (await db.do(readLoaded("google")))?.version;
}

async function choose(
  { complete, model, signal }: PickDeps,
  read: Omit<ClassifiedFacts, "basis">,
  candidates: readonly Candidate[],
  call: number,
): Promise<Choice | UnusableReason> {
  const answer = await complete(choiceRequest(model, read, candidates), { call, signal });
  if (answer.kind !== "json") return unusableReason(answer) ?? "model_bad_answer";
  return readChoice(answer.json, candidates) ?? "model_bad_answer";
}

/** Of an answer that is of no use nothing is filled in: the category counts all the same. */
async function fill(
  { complete, model, signal }: PickDeps,
  read: Omit<ClassifiedFacts, "basis">,
  permitted: readonly PermittedAttribute[],
): Promise<ProposedAttribute[]> {
  const asked = permitted.filter(({ values }) => values.length > 0);
  if (asked.length === 0) return [];
  const answer = await complete(attributeRequest(model, read, asked), { call: 2, signal });
  return answer.kind === "json" ? (readAttributes(answer.json, asked, read) ?? []) : [];
}
