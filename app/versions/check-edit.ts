import type { ProductFacts } from "../catalog/facts.ts";
import type { LiveTexts } from "../catalog/live-texts.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { Origin } from "../lib/html/allowed-html.ts";
import type { CheckResult } from "../quality/check-result.ts";
import type { KeptFinding } from "../quality/evidence/kept-finding.ts";
import { fixText } from "../quality/fixes/fix-text.ts";
import type { HeavyChecks, RunHeavy } from "../quality/heavy/heavy-checks.ts";
import { isHeavy } from "../quality/heavy/is-heavy.ts";
import { type Catalogue, lookUpTexts } from "../quality/look-up-texts.ts";
import { runChecks, viewsOf, type WrittenText } from "../quality/run-checks.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { Glossary } from "../rules/glossary/glossary.ts";
import type { LocaleTerms } from "../rules/terms/locale-term.ts";
import type { Target } from "../texts/target.ts";
import { isEmptyBody, writtenOf } from "../texts/text-body.ts";

export interface EditedText {
  shop: string;
  contentType: string;
  raw: TextBody;
  /** the product's other newest texts */
  others: ReadonlyMap<string, WrittenText>;
  facts: ProductFacts;
  live: LiveTexts;
  /** whom it is for: a channel and a market have rules of their own */
  target: Target;
  config: ContentConfig;
  glossary: Glossary;
  /** of the language, where it is not the shop's own */
  terms: LocaleTerms;
  /** findings of the product's texts for this target that a person kept */
  kept: readonly KeptFinding[];
  /** asked here, where the database is */
  catalogue: Catalogue;
  /** of a translation: what it is held to */
  source?: WrittenText["source"];
}

/**
 * A person's text cleaned up, and checked against the product's facts, beside its other newest texts and among other products'
 * texts: in a thread when it would hold the event loop. @returns null when nothing is left of it
 * @throws OperationalError `too_much_at_once`, `busy`
 */
export async function checkEdit(
  { heavy }: { heavy?: HeavyChecks | undefined },
  edit: EditedText,
): Promise<{ body: TextBody; result: CheckResult } | null> {
  const { others, live, config, glossary, terms } = edit;
  const around = [
    ...[...others.values()].map(({ body }) => body),
    ...Object.values(live).flatMap((body) => body ?? []),
  ];
  if (heavy && isHeavy(edit.raw, { others: around, config, glossary, terms })) {
    return heavy.enter(edit.shop, (run) => checkInThread(run, edit));
  }
  const body = fixText(edit.contentType, edit.raw, config, originOf(edit));
  if (isEmptyBody(body)) return null;
  const input = inputOf(edit, body);
  const views = viewsOf(input.texts, config);
  const nearDuplicates = await lookUpTexts(edit.catalogue, { ...input, views });
  const results = runChecks({ ...input, views, nearDuplicates });
  return { body, result: resultOf(results, edit) };
}

/** The same where no database is: what it has to say of near-duplicates is asked in between. */
async function checkInThread(run: RunHeavy, edit: EditedText) {
  const { contentType, raw, config } = edit;
  const { body, seen } = await run("fix", { contentType, raw, config, origin: originOf(edit) });
  if (isEmptyBody(body)) return null;
  const input = inputOf(edit, body);
  const nearDuplicates = await lookUpTexts(edit.catalogue, { ...input, views: new Map([[contentType, [seen]]]) });
  const results = await run("check", { ...input, nearDuplicates });
  return { body, result: resultOf(results, edit) };
}

function originOf({ contentType, live }: EditedText): Origin {
  return { by: "person", live: writtenOf(live[contentType] ?? null) };
}

/** What can be copied to a thread. */
function inputOf(
  { contentType, raw, others, facts, live, target, config, glossary, terms, kept, source }: EditedText,
  body: TextBody,
) {
  const texts = new Map(others).set(contentType, { body, raw, by: "person", ...(source ? { source } : {}) });
  return { texts, only: [contentType], facts, live, ...target, config, glossary, terms, kept };
}

function resultOf(results: ReadonlyMap<string, CheckResult>, { contentType }: EditedText): CheckResult {
  const result = results.get(contentType);
  if (!result) throw new Error("the edited text was not checked");
  return result;
}
