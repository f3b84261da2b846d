import type { TextBody } from "../../../app/db/schema/index.ts";
import { type ChecksContext, createChecksContext } from "../../../app/quality/checks-context.ts";
import { checkTexts } from "../../../app/quality/run-checks.ts";
import { translationCodes } from "../../../app/quality/translation/translation-codes.ts";
import type { Code } from "../../../app/rules/check-codes.ts";
import { contentConfigSchema } from "../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

/** A source text with a translation of it. */
export interface Pair {
  from: string;
  to: string;
  source: TextBody;
  target: TextBody;
  /** names that stay */
  kept?: readonly string[];
}

const config = contentConfigSchema.parse(defaultConfig);
const facts = someFacts({});
const contexts = new Map<string, ChecksContext>();
const codes: ReadonlySet<Code> = new Set(translationCodes);

/** What is found of a translation beside its source, without the facts. */
export function foundBeside({ from, to, source, target, kept = [] }: Pair) {
  const context = contexts.get(to) ?? createChecksContext({ facts, config, locale: to });
  contexts.set(to, context);
  const contentType = Array.isArray(target) ? "bullets" : "desc";
  const text = { raw: target, body: target, source: { body: source, locale: from, kept: [...kept] } };
  return checkTexts(context, { texts: new Map([[contentType, text]]), codes }).get(contentType)?.warnings ?? [];
}

/** As people read a finding: `NUMBERS_DIFFER warn "3 g" (2 g)`. */
export function shownOf(one: ReturnType<typeof foundBeside>[number]): string {
  return `${one.code} ${one.severity}: ${one.description}${one.fix ? ` → ${one.fix.with}` : ""}`;
}
