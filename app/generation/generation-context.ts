import type { ProductFacts } from "../catalog/facts.ts";
import type { LiveTexts } from "../catalog/live-texts.ts";
import { type ChecksContext, createChecksContext } from "../quality/checks-context.ts";
import { type Frame, frameChars, framesByPart } from "../quality/fixes/add-around.ts";
import { smallPrintChars } from "../quality/fixes/insert-claims.ts";
import type { Catalogue } from "../quality/look-up-texts.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { Glossary } from "../rules/glossary/glossary.ts";
import { type Keywords, keywordUseOf } from "../rules/keyword-use.ts";
import type { MerchantsNotes } from "../rules/merchants-notes.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import { traitsOf } from "../texts/content-types.ts";
import { configNameOf } from "../texts/slot.ts";
import type { PromptInput } from "./build-prompt.ts";
import type { Example } from "./prompt-examples.ts";

/** What the texts of one product are written from. */
export interface GenerationSource extends MerchantsNotes {
  facts: ProductFacts;
  config: ContentConfig;
  /** any names; those in the config's `skip_content_types` are not written */
  contentTypes: readonly string[];
  /** BCP-47 */
  locale: string;
  /** the provider's name */
  model: string;
  /** keyword group → terms; a group that is not in it has the terms of the config. Default: those of the facts */
  keywords?: Keywords | undefined;
  /** what is in the shop now: of its pictures, videos and links a text may keep those; default: nothing */
  live?: LiveTexts | undefined;
  /** how the shop spells its words */
  glossary?: Glossary | undefined;
  /** what customers wrote: material, never a fact */
  reviews?: readonly string[] | undefined;
  /** the nearest corrections of earlier texts, nearest first */
  examples?: readonly Example[] | undefined;
  /** where texts of other products are looked up; default: nothing to compare with */
  catalogue?: Catalogue | undefined;
}

/** One product as prompts and checks see it, made once for all of its texts and repairs. */
export interface GenerationContext {
  config: ContentConfig;
  /** those that are written */
  contentTypes: readonly string[];
  prompt: PromptInput;
  checks: ChecksContext;
  /** where texts of other products are looked up */
  catalogue: Catalogue | undefined;
}

/** Prepares one product once for all of its texts and tries. */
export function createGenerationContext(source: GenerationSource): GenerationContext {
  const { config } = source;
  const skipped = config.client?.skip_content_types ?? [];
  const contentTypes = source.contentTypes.filter((contentType) => !skipped.includes(configNameOf(contentType)));
  const checks = createChecksContext(source);
  const frames = new Map(
    contentTypes.map((contentType) => {
      const parts = traitsOf(contentType, config).count ?? 1;
      return [contentType, framesByPart(contentType, parts, checks)];
    }),
  );
  const prompt = { ...source, contentTypes, room: roomWithin(frames, checks), added: wordsAdded(frames) };
  return { config, contentTypes, prompt, checks, catalogue: source.catalogue };
}

/** Content type → what the config puts around each of its parts. */
type Frames = ReadonlyMap<string, Frame[][]>;

/** Characters left for the model, where the config adds something. */
function roomWithin(frames: Frames, { config, keywords }: ChecksContext): Record<string, number> {
  const room: Record<string, number> = {};
  for (const [contentType, parts] of frames) {
    const limit = typeConfigOf(config, contentType)?.character_limit;
    if (!limit) continue;
    const { claims } = keywordUseOf(config, contentType, keywords);
    const most = Math.max(...parts.map(frameChars)) + smallPrintChars(claims, traitsOf(contentType, config));
    if (most > 0) room[contentType] = Math.max(1, limit - most);
  }
  return room;
}

/** Words that the config's additions put around the texts. */
function wordsAdded(frames: Frames): Record<string, string[]> {
  const added: Record<string, string[]> = {};
  for (const [contentType, parts] of frames) {
    const words = parts.flat().flatMap(({ before, after }) => [before.trim(), after.trim()]);
    const spoken = [...new Set(words)].filter((text) => /[\p{L}\p{N}]/u.test(text));
    if (spoken.length > 0) added[contentType] = spoken;
  }
  return added;
}
