import { factsOf, withoutDescription } from "../catalog/facts.ts";
import type { OwnKeywords } from "../catalog/keywords.ts";
import { isBlank, liveTexts } from "../catalog/live-texts.ts";
import type { OwnAttribute } from "../catalog/own-attributes.ts";
import type { StoredFacts, StoredVariant, StoredWarning, TextBody } from "../db/schema/index.ts";
import { type Code, rules } from "../rules/check-codes.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { Glossary } from "../rules/glossary/glossary.ts";
import { isImageAlt } from "../texts/slot.ts";
import type { TargetColumns } from "../texts/target.ts";
import { isBlocking, settingsOf } from "./check-result.ts";
import type { KeptFinding } from "./evidence/kept-finding.ts";
import { notOfLiveTexts } from "./not-of-live-texts.ts";
import { type ChecksInput, runChecks, type WrittenText } from "./run-checks.ts";

/** A product as its row holds it: JSON is read here, in the thread. */
export interface ComparedProduct {
  id: string;
  title: string;
  vendor: string;
  productType: string;
  descriptionHtml: string;
  seoTitle: string | null;
  seoDescription: string | null;
  /** JSON */
  bullets: string | null;
  /** JSON */
  addedTexts: string | null;
  /** JSON; null where no check that is asked looks at facts */
  facts: string | null;
  /** JSON; null as `facts` */
  variants: string | null;
  /** JSON: keyword group → terms; null where it has none, or no check that is asked looks at them */
  keywords: string | null;
  ownKeywords: readonly OwnKeywords[];
  ownAttributes: readonly OwnAttribute[];
  kept: readonly KeptFinding[];
  drafts: readonly ComparedDraft[];
}

export interface ComparedDraft {
  /** of its slot */
  name: string;
  /** JSON */
  body: string;
  edited: boolean;
  blocked: boolean;
  /** JSON: what was found in it */
  warnings: string;
}

export interface RulesComparison {
  before: ContentConfig;
  now: ContentConfig;
  /** what is looked for anew */
  checked: readonly Code[];
  /** what is weighed otherwise, as it was found */
  weighed: readonly Code[];
  target: TargetColumns;
  glossary: Glossary;
  products: readonly ComparedProduct[];
}

/** Products with texts that the rules of now find something in which those of before did not. */
export interface RulesCompared {
  /** product → how many of its live texts would be marked */
  marked: [productId: string, texts: number][];
  /** product → how many of its drafts would be blocked */
  blocked: [productId: string, texts: number][];
}

/** What rules find that others did not, in the live texts and drafts of a few products. Pure: threads run it. */
export function compareRules(comparison: RulesComparison): RulesCompared {
  const codes = new Set(comparison.checked);
  const compared: RulesCompared = { marked: [], blocked: [] };
  for (const product of comparison.products) {
    const facts = factsOfRow(product, codes);
    const live = liveOfRow(product);
    const { target, glossary } = comparison;
    const input = { facts: withoutDescription(facts), live, ...target, glossary, kept: product.kept, codes };
    const marked = codes.size === 0 ? 0 : countMarked(input, comparison);
    if (marked > 0) compared.marked.push([product.id, marked]);
    const blocked = product.drafts.length === 0 ? 0 : countBlocked({ ...input, facts }, product.drafts, comparison);
    if (blocked > 0) compared.blocked.push([product.id, blocked]);
  }
  return compared;
}

type Input = Omit<ChecksInput, "config" | "texts">;
type Both = Pick<RulesComparison, "before" | "now" | "weighed">;

function countMarked(input: Input, { before, now }: Both): number {
  const texts = new Map<string, WrittenText>();
  for (const [name, body] of Object.entries(input.live ?? {})) {
    if (body !== null && !isBlank(body)) texts.set(name, { body, raw: body, by: "person" });
  }
  const counts = ({ code, decision }: StoredWarning) => !decision && !notOfLiveTexts.has(code);
  const found = runChecks({ ...input, texts, config: now });
  const suspects = [...found].filter(([, { warnings }]) => warnings.some(counts)).map(([name]) => name);
  // Most texts say nothing that is looked for, and are read once.
  if (suspects.length === 0) return 0;
  const former = runChecks({ ...input, texts, config: before, only: suspects });
  return suspects.filter((name) => {
    const known = new Set(former.get(name)?.warnings.filter(counts).map(keyOf));
    return found.get(name)?.warnings.some((warning) => counts(warning) && !known.has(keyOf(warning)));
  }).length;
}

function countBlocked(input: Input, drafts: readonly ComparedDraft[], { before, now, weighed }: Both): number {
  const open = drafts.filter(({ blocked }) => !blocked);
  if (open.length === 0) return 0;
  const texts = new Map<string, WrittenText>();
  for (const [name, body] of Object.entries(input.live ?? {})) {
    if (body !== null && !isBlank(body)) texts.set(name, { body, raw: body });
  }
  for (const { name, body, edited } of drafts) {
    const text = JSON.parse(body) as TextBody;
    texts.set(name, { body: text, raw: text, ...(edited ? { by: "person" } : {}) });
  }
  const only = open.map(({ name }) => name);
  const found = input.codes?.size === 0 ? new Map() : runChecks({ ...input, texts, config: now, only });
  const suspects = only.filter((name) => found.get(name)?.blocked);
  const former = suspects.length === 0 ? new Map() : runChecks({ ...input, texts, config: before, only: suspects });
  return open.filter(
    ({ name, warnings }) =>
      (found.get(name)?.blocked && !former.get(name)?.blocked) ||
      (weighed.length > 0 && blocksNow(JSON.parse(warnings) as StoredWarning[], { name, now, weighed })),
  ).length;
}

/** Whether something that was found in a draft would hold it back. */
function blocksNow(
  warnings: readonly StoredWarning[],
  { name, now, weighed }: { name: string; now: ContentConfig; weighed: readonly Code[] },
): boolean {
  const settings = settingsOf(now, name);
  return warnings.some((warning) => {
    const code = weighed.find((one) => one === warning.code);
    if (code === undefined || warning.fixed) return false;
    const severity = settings[code] ?? rules[code].severity;
    return severity !== "off" && isBlocking({ ...warning, severity });
  });
}

/** By how much a text is too long is no finding of its own. */
function keyOf({ code, quote, description }: StoredWarning): string {
  return `${code} ${quote ?? (code === "EXCEED_LENGTH" ? "" : description)}`;
}

/** Alt texts are left out: a picture's text is one of dozens. */
function liveOfRow({ bullets, addedTexts, ...row }: ComparedProduct): Record<string, TextBody | null> {
  const live = liveTexts({
    ...row,
    bullets: bullets === null ? null : (JSON.parse(bullets) as string[]),
    addedTexts: addedTexts === null ? null : (JSON.parse(addedTexts) as Record<string, TextBody>),
    facts: undefined,
  });
  return Object.fromEntries(Object.entries(live).filter(([name]) => !isImageAlt(name)));
}

function factsOfRow(product: ComparedProduct, codes: ReadonlySet<Code>) {
  const { title, vendor, productType, ownKeywords, ownAttributes, ...row } = product;
  const keywords = row.keywords === null ? undefined : (JSON.parse(row.keywords) as Record<string, string[]>);
  const bare: StoredFacts = { category: null, tags: [], options: [], attributes: [], images: [], keywords };
  const facts = row.facts === null ? bare : (JSON.parse(row.facts) as StoredFacts);
  const variants = row.variants === null ? [] : (JSON.parse(row.variants) as StoredVariant[]);
  // The description is read where facts are asked for.
  const descriptionHtml = row.facts === null ? "" : row.descriptionHtml;
  const known = factsOf({ title, vendor, productType, descriptionHtml, facts, variants, ownKeywords, ownAttributes });
  // Words to machines are looked for in what backs a text, which takes half of the time: where nothing is backed, none is taken out.
  return codes.has("UNSUPPORTED_FACT") ? known : { ...known, machineWords: [] };
}
