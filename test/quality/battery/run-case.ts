import type { ProductFacts } from "../../../app/catalog/facts.ts";
import type { TextBody } from "../../../app/db/schema/index.ts";
import type { ModelRequest } from "../../../app/model/port.ts";
import { type ContentConfig, contentConfigSchema } from "../../../app/rules/content-config.ts";
import { someFacts } from "../../support/content/facts.ts";
import { writeTexts } from "../../support/content/write-texts.ts";

/** What a case changes of the linen shirt, of a config without rules, and of the run. */
export interface Setting {
  facts?: Partial<ProductFacts>;
  config?: ContentConfig;
  keywords?: Record<string, string[]>;
  notes?: string;
  locale?: string;
}

/** content type, raw model answer, text that is stored, codes of its warnings, setting */
export type Case = [
  what: string,
  contentType: string,
  raw: TextBody,
  text: TextBody,
  codes: string[],
  setting?: Setting,
];

export interface Outcome {
  body: TextBody;
  codes: string[];
  warnings: { content_type: string; code: string; description: string; severity: string }[];
  evidence: { text: string; fact: string }[];
  requests: ModelRequest[];
}

/** The whole pipeline with a model that gives the same answer each time it is asked. */
export async function runCase(contentType: string, raw: TextBody, setting: Setting = {}): Promise<Outcome> {
  const requests: ModelRequest[] = [];
  const generated = await writeTexts(
    {
      complete: async (request) => {
        requests.push(request);
        return { kind: "json", json: { [contentType]: raw }, model: "m", tokensIn: 1, tokensCached: 0, tokensOut: 1 };
      },
    },
    {
      facts: someFacts(setting.facts),
      // As a config comes out of the shop's storage.
      config: contentConfigSchema.parse(setting.config ?? {}),
      contentTypes: [contentType],
      locale: setting.locale ?? "en",
      model: "m",
      signal: AbortSignal.timeout(10_000),
      keywords: setting.keywords,
      notes: setting.notes,
    },
  );
  if (generated.outcome !== "written") throw new Error(generated.reason);
  const [text] = generated.texts;
  if (!text) throw new Error(`${contentType} was not written`);
  const codes = [...new Set(text.warnings.map(({ code }) => code))].sort();
  return { body: text.body, codes, warnings: text.warnings, evidence: text.evidence, requests };
}

/** A sentence about the shirt, long enough for a description, with the words under test inside. */
export function about(words: string): string {
  return `This washed linen shirt keeps you cool on warm days and ${words} all summer long.`;
}

export function p(...paragraphs: string[]): string {
  return paragraphs.map((words) => `<p>${words}</p>`).join("");
}

/** Three bullets without a fault. */
export const bullets = [
  "Washed linen that feels soft from the first day",
  "Two chest pockets for what you need at hand",
  "An easy fit that leaves room to move",
];
