import type { Wording } from "../db/schema/index.ts";
import type { FinishedText } from "../quality/fixes/finish-text.ts";
import { comparable, isEmptyBody } from "../texts/text-body.ts";
import type { GeneratedText } from "./generated-text.ts";
import type { GenerationContext } from "./generation-context.ts";
import { type AnsweredTexts, type CheckedText, checkFixed, type Texts } from "./tried-texts.ts";

/** The texts of an answer, the best wording of each in its place, and what a person may choose from. */
interface Offered {
  fixed: ReadonlyMap<string, FinishedText>;
  /** content type → the text itself and the others */
  offered: ReadonlyMap<string, readonly Wording[]>;
}

/**
 * Checks the further wordings of an answer as its texts are, each beside the product's other texts. Those that a finding blocks
 * or that say the same as another are dropped; of the rest the one with the lightest findings becomes the text, the first one
 * where several are as good. The examiner is asked about the text alone: what a person chooses later is examined then.
 */
export async function offerWordings(
  context: GenerationContext,
  texts: Texts,
  { fixed, others }: AnsweredTexts,
): Promise<Offered> {
  if (others.size === 0) return { fixed, offered: new Map() };
  const wanted = new Map(context.texts.map(({ contentType, others: most }) => [contentType, most]));
  const best = new Map(fixed);
  let beside: Texts = new Map([...texts, ...(await checkFixed(context, texts, fixed))]);
  const offered = new Map<string, readonly Wording[]>();
  for (const [contentType, wordings] of others) {
    const first = beside.get(contentType);
    if (!first) continue;
    const all = [first];
    for (const wording of wordings) {
      if (all.some((one) => saysSame(one, wording))) continue;
      const checked = (await checkFixed(context, beside, new Map([[contentType, wording]]))).get(contentType);
      if (checked) all.push(checked);
    }
    const sound = all.filter((one) => one === first || isSound(one));
    const lightest = Math.min(...sound.map(({ result }) => result.score));
    const chosen = sound.find(({ result }) => result.score === lightest) ?? first;
    if (chosen !== first) {
      const { citations } = first;
      best.set(contentType, { raw: chosen.raw, draft: chosen.draft, body: chosen.body, citations });
      beside = new Map([...beside, [contentType, chosen]]);
    }
    const rest = sound.filter((one) => one !== chosen && isSound(one));
    const most = wanted.get(contentType) ?? 0;
    if (rest.length > 0) offered.set(contentType, [chosen, ...rest.slice(0, most)].map(wordingOf));
  }
  return { fixed: best, offered };
}

/** With what was offered of each. What was written again since stands in the place of the text that it repairs. */
export function withWordings(
  texts: readonly GeneratedText[],
  offered: ReadonlyMap<string, readonly Wording[]>,
): GeneratedText[] {
  return texts.map((text) => {
    const { body, warnings } = text;
    const [, ...others] = offered.get(text.contentType) ?? [];
    if (typeof body !== "string" || isEmptyBody(body)) return text;
    const rest = others.filter((other) => comparable(other.body) !== comparable(body));
    return rest.length > 0 ? { ...text, wordings: [{ body, warnings }, ...rest] } : text;
  });
}

function isSound({ body, result }: CheckedText): boolean {
  return !result.blocked && !result.withheld && !isEmptyBody(body);
}

function saysSame(one: Pick<FinishedText, "body">, other: Pick<FinishedText, "body">): boolean {
  return comparable(wordsOf(one)) === comparable(wordsOf(other));
}

function wordingOf({ body, result }: CheckedText): Wording {
  return { body: wordsOf({ body }), warnings: result.warnings };
}

/** Only texts of one piece are offered in several wordings. */
function wordsOf({ body }: Pick<FinishedText, "body">): string {
  return typeof body === "string" ? body : body.join("\n");
}
