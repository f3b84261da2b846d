import { withoutDescription } from "../catalog/facts.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readProduct } from "../catalog/read-product.ts";
import type { Db } from "../db/open.ts";
import type { StoredWarning, TextBody, TextPlace } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { spansInAnyCase } from "../lib/html/spans-of-words.ts";
import { type CheckResult, isBlocking } from "../quality/check-result.ts";
import { createChecksContext } from "../quality/checks-context.ts";
import { placesOfSpans } from "../quality/evidence/places.ts";
import { mapWords } from "../quality/fixes/map-words.ts";
import type { HeavyChecks } from "../quality/heavy/heavy-checks.ts";
import { isHeavy } from "../quality/heavy/is-heavy.ts";
import { type ChecksInput, runChecks, type WrittenText } from "../quality/run-checks.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { withAddedTypes } from "../rules/content-types/with-added-types.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import { keywordUseOf } from "../rules/keyword-use.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import { readersView } from "../texts/readers-view.ts";
import { isImageAlt, nameOfRow } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";
import { countChars, isEmptyBody } from "../texts/text-body.ts";
import { readKeptFindings } from "./findings/read-kept-findings.ts";
import { readSourceFacts } from "./read-source-facts.ts";

/** A text as rules that need not be saved would have it. */
export interface MarkedByRules {
  contentType: string;
  /** what a reader sees of the last text, bullets joined by line feeds */
  text: string;
  /** where that text stands now */
  state: "draft" | "approved" | "live";
  chars: number;
  limitChars: number | null;
  /** what the checks find by these rules; `isNew`: not by the saved ones */
  findings: (StoredWarning & { isNew: boolean })[];
  /** words that the program would replace; `with` empty: taken out */
  replaced: { quote: string; with: string; at: TextPlace[] }[];
}

export interface MarkedProduct {
  productId: string;
  title: string;
  texts: MarkedByRules[];
}

const lastSql = `SELECT resource, content_type AS contentType, state, body FROM versions
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = @market AND channel = @channel
    AND (state = 'draft' OR state = 'approved')
  ORDER BY created_at DESC, id DESC`;

interface LastText {
  body: TextBody;
  state: MarkedByRules["state"];
}

/**
 * What rules in a form make of the last texts of a few products: by the program alone, nothing is stored, no model is asked.
 * Large texts are checked in a thread.
 * @throws OperationalError `too_much_at_once`, `busy`
 */
export async function markByRules(
  deps: { db: Db; heavy?: HeavyChecks | undefined },
  { shop, config, saved, productIds }: MarkedInput,
): Promise<MarkedProduct[]> {
  const { db } = deps;
  const target = await readPrimaryTarget(deps, shop);
  const rules = { now: await db.do(withAddedTypes(shop, config)), before: await db.do(withAddedTypes(shop, saved)) };
  const marked: MarkedProduct[] = [];
  for (const productId of productIds) {
    const product = await readProduct(deps, shop, productId);
    if (!product || product.goneAt !== null) continue;
    const last = await db.do(lastTexts({ shop, productId, target, live: product.live }));
    const { terms: glossary } = await db.do(readGlossary(shop));
    const facts = await readSourceFacts(deps, product);
    const kept = await db.do(readKeptFindings({ shop, productId, target }));
    const input = { facts, live: product.live, ...target, glossary, kept, texts: writtenOf(last) };
    const now = await check(deps, shop, { ...input, config: rules.now });
    const before = await check(deps, shop, { ...input, config: rules.before });
    const { keywords } = createChecksContext({ ...input, config: rules.now });
    marked.push({
      productId,
      title: product.title,
      texts: [...last].map(([contentType, { body, state }]) => {
        const text = readersView(contentType, body, rules.now).join("\n");
        return {
          contentType,
          text,
          state,
          chars: countChars(text),
          limitChars: typeConfigOf(rules.now, contentType)?.character_limit ?? null,
          findings: newBeside(now.get(contentType), before.get(contentType)),
          replaced: replacedIn(
            text,
            rules.now,
            [
              ...keywordUseOf(rules.now, contentType, keywords).claims,
              ...keywordUseOf(rules.now, contentType, keywords).optionalClaims,
            ].flatMap((claim) => [claim.text, claim.disclaimer ?? ""]),
          ),
        };
      }),
    });
  }
  return marked;
}

export interface MarkedInput {
  shop: ShopDomain;
  config: ContentConfig;
  /** the rules that these are a change of */
  saved: ContentConfig;
  productIds: readonly ProductId[];
}

/** The newest text of each content type: what waits for a person or for publication, else what is live. */
function* lastTexts(of: {
  shop: ShopDomain;
  productId: ProductId;
  target: Target;
  live: Readonly<Record<string, TextBody | null>>;
}): Steps<Map<string, LastText>> {
  const { shop, productId, live } = of;
  const { locale, market, channel } = of.target;
  type Row = { resource: string; contentType: string; state: "draft" | "approved"; body: string };
  const rows = yield* all<Row>(lastSql, { shop, productId, locale, market, channel });
  const last = new Map<string, LastText>();
  for (const { state, body, ...slot } of rows) {
    const name = nameOfRow(slot);
    if (!last.has(name)) last.set(name, { body: JSON.parse(body) as TextBody, state });
  }
  for (const [name, body] of Object.entries(live)) {
    // A picture's text is one of dozens: only what waits for a person is shown of them.
    if (body === null || isEmptyBody(body) || isImageAlt(name) || last.has(name)) continue;
    last.set(name, { body, state: "live" });
  }
  return last;
}

function writtenOf(last: ReadonlyMap<string, LastText>): Map<string, WrittenText> {
  return new Map(
    [...last].map(([name, { body, state }]) => [
      name,
      { body, raw: body, ...(state === "live" ? { by: "person" } : {}) },
    ]),
  );
}

/** A description that is live is neither evidence for itself nor the copy of itself. */
async function check(
  deps: { heavy?: HeavyChecks | undefined },
  shop: ShopDomain,
  input: ChecksInput,
): Promise<ReadonlyMap<string, CheckResult>> {
  if (input.texts.get("desc")?.by !== "person") return checkOne(deps, shop, input);
  const others = [...input.texts.keys()].filter((name) => name !== "desc");
  const results = await checkOne(deps, shop, { ...input, only: others });
  const ofIt = await checkOne(deps, shop, { ...input, only: ["desc"], facts: withoutDescription(input.facts) });
  return new Map([...results, ...ofIt]);
}

async function checkOne(
  { heavy }: { heavy?: HeavyChecks | undefined },
  shop: ShopDomain,
  input: ChecksInput,
): Promise<ReadonlyMap<string, CheckResult>> {
  const bodies = [...input.texts.values()].map(({ body }) => body);
  const { config, glossary = [] } = input;
  if (!heavy || !isHeavy("", { others: bodies, config, glossary })) return runChecks(input);
  return heavy.enter(shop, (run) => run("check", input));
}

function newBeside(now: CheckResult | undefined, before: CheckResult | undefined): MarkedByRules["findings"] {
  const known = new Map((before?.warnings ?? []).map((warning) => [keyOf(warning), warning]));
  return (now?.warnings ?? []).map((warning) => {
    const former = known.get(keyOf(warning));
    return { ...warning, isNew: former === undefined || isBlocking(warning) !== isBlocking(former) };
  });
}

function keyOf({ code, description }: StoredWarning): string {
  return `${code} ${description}`;
}

/** Words of the text that the rules' map replaces, each with what stands there then. */
function replacedIn(text: string, config: ContentConfig, kept: readonly string[]): MarkedByRules["replaced"] {
  const found: MarkedByRules["replaced"] = [];
  for (const [word, instead] of Object.entries(config.word_map ?? {})) {
    const isReplaced = (quote: string) =>
      mapWords(quote, { wordMap: { [word]: instead }, html: false, kept }) !== quote;
    if (word.trim() === "" || !text.toLowerCase().includes(word.trim().toLowerCase())) continue;
    const spans = spansInAnyCase(text, word).filter(({ start, end }) => isReplaced(text.slice(start, end)));
    if (spans.length > 0) found.push({ quote: word.trim(), with: instead, at: placesOfSpans(text, spans) });
  }
  return found;
}
