import type { ProductFacts } from "../../catalog/facts.ts";
import type { TextBody } from "../../db/schema/index.ts";
import { attributeTable, nameKey } from "../../rules/attribute-table.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import { traitsOf } from "../../texts/content-types.ts";

export interface VaryInput {
  master: ProductFacts;
  variant: ProductFacts;
  config: ContentConfig;
}

/**
 * The master's texts with the values of `client.variant_data_fields` replaced by the variant's, and nothing else changed.
 * @returns null when a program cannot do that safely: a value is missing on one side or means something else too, or one
 *   of the master's values is left, e.g. in an inflected form
 */
export function varyTexts(input: VaryInput, bodies: ReadonlyMap<string, TextBody>): Map<string, TextBody> | null {
  const pairs = pairsOf(input);
  if (!pairs) return null;
  const varied = new Map<string, TextBody>();
  for (const [contentType, body] of bodies) {
    const { html } = traitsOf(contentType, input.config);
    const vary = (text: string) => (html ? varyHtml(text, pairs) : replaceIn(text, pairs));
    const next = typeof body === "string" ? vary(body) : body.map(vary);
    if ([next].flat().some((text) => leavesAny(text, pairs))) return null;
    varied.set(contentType, next);
  }
  return varied;
}

interface Pair {
  from: string;
  to: string;
}

/** What is to be replaced by what; null when that is not clear. */
function pairsOf({ master, variant, config }: VaryInput): Pair[] | null {
  const fields = config.client?.variant_data_fields ?? [];
  if (fields.length === 0) return null;
  const [ours, theirs] = [attributeTable(master, config), attributeTable(variant, config)];
  const pairs: Pair[] = [];
  for (const field of fields) {
    const [from, to] = [ours.valuesOf(field), theirs.valuesOf(field)];
    if (from.length === 0 && to.length === 0) continue;
    const [one, other] = [from[0], to[0]];
    if (from.length !== 1 || to.length !== 1 || one === undefined || other === undefined) return null;
    if (one !== other) pairs.push({ from: one, to: other });
  }
  const varied = new Set([...fields, "variant_group_id"].map(nameKey));
  const others = [
    master.vendor,
    ...ours.attributes.filter(({ label }) => !varied.has(nameKey(label))).flatMap(({ values }) => values),
  ];
  // "Black" as a color and in the brand "Black Diamond": a word with two meanings is not replaced.
  return pairs.some(({ from }) => others.some((value) => wordOf(from).test(value))) ? null : pairs;
}

function wordOf(value: string): RegExp {
  return new RegExp(bounded(escaped(value)), "iu");
}

function bounded(pattern: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** All at once, so that what was put in is not replaced again. */
function replaceIn(text: string, pairs: readonly Pair[]): string {
  if (pairs.length === 0) return text;
  const longestFirst = [...pairs].sort((a, b) => b.from.length - a.from.length);
  const pattern = new RegExp(bounded(longestFirst.map(({ from }) => escaped(from)).join("|")), "giu");
  return text.replace(pattern, (found) => {
    const pair = longestFirst.find(({ from }) => from.toLowerCase() === found.toLowerCase());
    return pair ? inCaseOf(found, pair) : found;
  });
}

/** "black" in the middle of a sentence becomes "blue", also where the attribute is "Blue". */
function inCaseOf(found: string, { from, to }: Pair): string {
  if (found === from) return to;
  if (found === found.toLowerCase()) return to.toLowerCase();
  return found.charAt(0) === found.charAt(0).toUpperCase() ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}

/** Between the tags only. */
function varyHtml(html: string, pairs: readonly Pair[]): string {
  const inHtml = pairs.map(({ from, to }) => ({ from: entities(from), to: entities(to) }));
  return html
    .split(/(<[^<>]*>)/)
    .map((part, i) => (i % 2 === 1 ? part : replaceIn(part, inHtml)))
    .join("");
}

function entities(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function leavesAny(text: string, pairs: readonly Pair[]): boolean {
  let rest = text.replace(/<[^<>]*>/g, " ").toLowerCase();
  for (const { to } of pairs) rest = rest.replaceAll(to.toLowerCase(), " ").replaceAll(entities(to).toLowerCase(), " ");
  return pairs.some(({ from }) => rest.includes(from.toLowerCase()));
}
