import { namedImages } from "../../catalog/image-alts.ts";
import { readProduct } from "../../catalog/read-product.ts";
import type { AppContext } from "../../context.server.ts";
import type { Evidence, StoredWarning } from "../../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";

import { listConflicts } from "../../publishing/list-conflicts.ts";
import type { FactKind } from "../../quality/facts/fact.ts";
import { listFacts } from "../../quality/facts/list-facts.ts";
import { saysFact, saysTerm } from "../../quality/says-value.ts";
import { holderOf } from "../../review/hand-out.ts";
import { resolveConfig } from "../../rules/configs/resolve-config.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { readGlossary } from "../../rules/glossary/read-glossary.ts";
import { keywordGroupsOf } from "../../rules/keyword-groups.ts";
import { configNameOf } from "../../texts/slot.ts";
import type { Target } from "../../texts/target.ts";
import { partsOf } from "../../texts/text-body.ts";
import { findingOf } from "../../ui/marks/finding-of-warning.ts";
import type { FindingView } from "../../ui/marks/finding-view.ts";
import type { FactView, KeywordView, ReviewProduct, ReviewText, ReviewVersion } from "../../ui/review/review-view.ts";
import { agentModelOfProduct } from "../../versions/agent-model-of-product.ts";
import { readDraftIds } from "../../versions/read-draft-ids.ts";
import { type ProductText, readProductTexts } from "../../versions/read-product-texts.ts";
import { readSourceFacts } from "../../versions/read-source-facts.ts";
import type { VersionView } from "../../versions/version-view.ts";
import { contentTypeViews } from "../content-type-views.ts";
import { presetOf } from "../rules/rules-words.ts";

type Deps = Pick<AppContext, "db" | "clock">;

export interface ReviewAsked {
  shop: ShopDomain;
  target: Target;
  /** who looks */
  person: string;
}

/** All that a person needs to decide about a product; null when the shop has no such product. */
export async function readReviewProduct(
  deps: Deps,
  { shop, target, person }: ReviewAsked,
  productId: ProductId,
): Promise<ReviewProduct | null> {
  const [product, texts, conflicts, draftIds] = await Promise.all([
    readProduct(deps, shop, productId),
    readProductTexts(deps, { shop, productId, target }),
    listConflicts(deps, { shop, productId, target }),
    readDraftIds(deps, { shop, productId, target }),
  ]);
  if (!product || !texts) return null;
  const rules = await deps.db.do(resolveConfig({ shop, product }));
  const types = contentTypeViews(await deps.db.do(listContentTypes(shop)), rules.config);
  const facts = await readSourceFacts(deps, product);
  const named = namedImages(facts.images);
  const { terms } = await deps.db.do(readGlossary(shop));
  const shown = texts.flatMap((text): ReviewText[] => {
    const type = types.find(({ name }) => name === configNameOf(text.contentType));
    const image = named.find(({ contentType }) => contentType === text.contentType);
    if (!type) return [];
    const conflict = conflicts.rows.find((row) => row.contentType === text.contentType);
    return [
      {
        ...{ name: text.contentType, type: type.name, label: type.label, kind: type.kind, limitChars: type.limitChars },
        live: text.live,
        newest: text.newest && versionOf(text.newest, person),
        conflict: conflict
          ? { base: conflict.base, theirs: conflict.theirs, ours: conflict.ours, detectedAt: conflict.detectedAt }
          : null,
        image: image ? { url: image.url, position: image.position } : null,
      },
    ];
  });
  const drafts = texts.flatMap(({ newest }) => (newest?.state === "draft" ? [newest] : []));
  const plain = drafts.map(plainOf).join("\n");
  const { locale } = target;
  const holder = { productId, target, person, now: deps.clock.now() };
  return {
    ...{ id: product.id, seq: null, title: product.title, vendor: product.vendor, locale: target.locale },
    imageUrl: facts.images[0]?.url ?? null,
    gone: product.goneAt !== null,
    facts: factViews(facts, texts, locale),
    keywords: keywordViews(keywordGroupsOf(rules.config, { shops: product.facts.keywords, own: product.ownKeywords }), {
      text: plain,
      locale,
    }),
    rulesName: rules.label,
    preset: presetOf(rules.id),
    writtenAt: drafts.reduce<number | null>((latest, { createdAt }) => Math.max(latest ?? 0, createdAt), null),
    agentModel: await deps.db.do(agentModelOfProduct(shop, productId, target)),
    texts: shown,
    draftIds,
    glossary: terms.map(({ term }) => term).filter((word) => saysTerm(plain, word, locale)),
    held: (await deps.db.do(holderOf(shop, holder))) !== null,
    ownAttributes: product.ownAttributes.map(({ name, value }) => ({ name, value })),
  };
}

function versionOf(version: VersionView, reader: string): ReviewVersion {
  const { id, state, body, warnings, evidence, wordings, examined, createdAt, origin, createdBy } = version;
  const edited = origin === "edited";
  return {
    ...{ id, state, body, createdAt, edited, mine: edited && createdBy === reader },
    findings: warnings.map((warning) => findingFor(warning, reader)),
    evidence: evidence.map(evidenceOf),
    wordings: wordings.map((wording) => ({
      body: wording.body,
      findings: wording.warnings.map((warning) => findingFor(warning, reader)),
    })),
    examinedCount: evidence.filter((one) => one.examined).length,
    unexamined: examined?.startsWith("no:") ?? false,
  };
}

/** A finding with whether its reader or somebody else kept it. */
function findingFor(warning: StoredWarning, reader: string): FindingView {
  const { decision } = warning;
  return findingOf({
    ...warning,
    decision: decision ? { ...decision, by: decision.by === reader ? "you" : "colleague" } : null,
  });
}

function evidenceOf({ text, fact, path, at }: Evidence): ReviewVersion["evidence"][number] {
  return { text, fact, path, at: at ?? [] };
}

function plainOf({ body }: VersionView): string {
  return partsOf(body)
    .map((part) => (part.includes("<") ? textOfHtml(part) : part))
    .join("\n");
}

/** What a person compares a text with; sentences of the live text stand beside it anyway. */
const shownKinds: ReadonlySet<FactKind> = new Set<FactKind>([
  ...(["product_type", "category", "option", "attribute", "merchant", "shipping_weight", "review"] as const),
]);
const mostFacts = 40;

/** A fact is used where a text rests on it, or says it. */
function factViews(facts: Parameters<typeof listFacts>[0], texts: readonly ProductText[], locale: string): FactView[] {
  const versions = texts.flatMap(({ newest }) => newest ?? []);
  const used = new Set(versions.flatMap(({ evidence }) => evidence.map(({ path }) => path)));
  const said = versions.map(plainOf).join("\n");
  const disputed = new Set(versions.flatMap(({ warnings }) => warnings.map(({ fact }) => fact?.path)));
  return listFacts(facts)
    .filter(({ fact }) => fact.unusable === undefined && (shownKinds.has(fact.kind) || disputed.has(fact.path)))
    .sort((a, b) => Number(disputed.has(b.fact.path)) - Number(disputed.has(a.fact.path)))
    .slice(0, mostFacts)
    .map(({ fact: { path, name, value, kind }, values }) => ({
      path,
      name,
      value,
      source: kind,
      used: used.has(path) || saysFact(said, { name, values }, locale),
    }));
}

function keywordViews(
  groups: ReturnType<typeof keywordGroupsOf>,
  said: { text: string; locale: string },
): KeywordView[] {
  const views = groups.flatMap(({ terms, uses }) => {
    const must = uses.some(({ use }) => use === "must" || use === "verbatim_must_claims");
    const isWanted = must || uses.some(({ use }) => use === "should");
    return isWanted ? terms.map((term) => ({ term, must, used: saysTerm(said.text, term, said.locale) })) : [];
  });
  return views.slice(0, 12);
}
