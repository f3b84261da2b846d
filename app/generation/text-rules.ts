import type { ChecksContext } from "../quality/checks-context.ts";
import { type Frame, frameChars, framesByPart } from "../quality/fixes/add-around.ts";
import { smallPrintChars } from "../quality/fixes/insert-claims.ts";
import { type KeywordUse, keywordUseOf } from "../rules/keyword-use.ts";
import { type TypeConfig, typeConfigOf } from "../rules/type-config-of.ts";
import { type ContentTypeTraits, traitsOf } from "../texts/content-types.ts";
import { wordingsOf } from "../texts/short-texts.ts";
import { configNameOf } from "../texts/slot.ts";

/** One text that is to be written, with all that the rules say of it: prompt, fixes and repairs read it here. */
export interface TextRules {
  contentType: string;
  /** the name that configs use for it: all images of a product share theirs */
  configName: string;
  traits: ContentTypeTraits;
  /** what the config says of this content type alone */
  own: TypeConfig | undefined;
  use: KeywordUse;
  /** characters that are left for the model; null: the text has no limit, or the program adds nothing to it */
  room: number | null;
  /** how many further wordings of it the model is to offer */
  others: number;
  /** words that the config's additions put around it */
  added: readonly string[];
}

/**
 * Looks up once what the rules of a product say of one of its texts.
 * @param wordings how many of a short text the shop wants to choose from; default: one, which is no choice
 */
export function textRulesOf(contentType: string, checks: ChecksContext, wordings = 1): TextRules {
  const { config, keywords } = checks;
  const traits = traitsOf(contentType, config);
  const own = typeConfigOf(config, contentType);
  const use = keywordUseOf(config, contentType, keywords);
  const frames = framesByPart(contentType, traits.count ?? 1, checks);
  const most = Math.max(...frames.map(frameChars)) + smallPrintChars(use.claims, traits);
  const room = own?.character_limit && most > 0 ? Math.max(1, own.character_limit - most) : null;
  const others = wordingsOf(contentType, wordings) - 1;
  const added = wordsOf(frames.flat());
  return { contentType, configName: configNameOf(contentType), traits, own, use, room, others, added };
}

function wordsOf(frames: readonly Frame[]): string[] {
  const words = frames.flatMap(({ before, after }) => [before.trim(), after.trim()]);
  return [...new Set(words)].filter((text) => /[\p{L}\p{N}]/u.test(text));
}
